"""Times as HL7 and FHIR write them; what they don't say is not made up."""

import re
from datetime import date, datetime
from functools import lru_cache

from meddx_desktop.core.labs.written_dates import FIRST_YEAR, LAST_YEAR

_HL7 = re.compile(
    r"(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(\.\d{1,9})?)?)?)?)?)?([+-]\d{4})?"
)
_FHIR = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?)?)?"
    r"(Z|[+-]\d\d:\d\d)?"
)


@lru_cache(maxsize=4096)
def read_time(text: str) -> tuple[datetime | None, str]:
    """The time, and the code of a caution (empty: none).

    A day without an hour is the start of that day with ``time_day_only``; a year or a month alone
    is no time (``time_partial``); anything else is ``time_unreadable``, as are the
    years that systems write for "none" (1 and 9999), which no other zone's clock could tell.
    Without a zone the time stays naive: it is the site's own clock.
    """
    match = _HL7.fullmatch(text) or _FHIR.fullmatch(text)
    if match is None:
        return None, "time_unreadable" if text else ""
    year, month, day, hour, minute, second, _, zone = match.groups()
    if not day:
        return None, "time_partial"
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None, "time_unreadable"
    clock = f"{hour or '00'}:{minute or '00'}:{second or '00'}"
    zone = "+00:00" if zone == "Z" else zone or ""
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    try:
        moment = datetime.fromisoformat(f"{year}-{month}-{day}T{clock}{zone}")
    except ValueError:
        return None, "time_unreadable"
    return moment, "" if hour else "time_day_only"


def read_day(text: str) -> tuple[date | None, bool]:
    """A birth date, and whether `text` could be read; a year or a month alone is no date."""
    moment, caution = read_time(text)
    return (moment.date() if moment else None), caution in {"", "time_day_only"}
