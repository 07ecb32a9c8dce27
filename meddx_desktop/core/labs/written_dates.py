"""Days and times as people and office programs write them, Chinese and Western.

``01/02/2024`` is not read until somebody says which part is the day: see `order_of`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from meddx_desktop.core.labs.characters import fold

FIRST_YEAR, LAST_YEAR = 1870, 2199


class DateOrder(StrEnum):
    """Which part of a written date comes first."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    YEAR_FIRST = "year_first"


@dataclass(frozen=True, slots=True)
class OrderFound:
    """What all dates of a source say together.

    Attributes
    ----------
    order : DateOrder | None
        None: no date needs one, or nobody can know.
    options : tuple[DateOrder, ...]
        The orders that remain possible, where nobody can know; all three where dates contradict.
    example : str
        A date that shows the doubt.
    """

    order: DateOrder | None = None
    options: tuple[DateOrder, ...] = ()
    example: str = ""


_ZONE = r"(?:\s*(?P<zone>Z|[+-]\d\d:?\d\d))?"
_CLOCK = (
    r"(?P<half>上午|下午|中午|晚上|凌晨)?\s*(?P<hour>\d{1,2})\s*(?:[:时点]\s*(?P<minute>\d{1,2})?\s*分?)"
    r"(?:\s*:?\s*(?P<second>\d{1,2})(?:[.,]\d{1,9})?\s*秒?)?\s*(?P<noon>[AaPp]\.?[Mm]\.?)?" + _ZONE
)
_TIME = rf"(?:(?:\s*[Tt,]?\s*){_CLOCK})?"
_WEEKDAY = re.compile(r"\s*\(?(?:星期|周)[一二三四五六日天]\)?\s*")
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})\s*(?P<mark>[-/.年])\s*(?P<month>\d{{1,2}})\s*(?:(?P=mark)|月)\s*"
    rf"(?P<day>\d{{1,2}})\s*[日号]?{_TIME}",
    re.ASCII,
)
_DIGITS = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:[T ]?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?)?",
    re.ASCII,
)
_THREE = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<mark>[-/.])(?P<b>\d{{1,2}})(?P=mark)(?P<c>\d{{4}}|\d{{2}}|\d){_TIME}",
    re.ASCII,
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>(?:" + "|".join(_NAMES) + r")[a-z]*)\.?"
_NAMED = (
    re.compile(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-\s]*{_NAME}[-,\s]*(?P<year>\d{{4}}|\d\d)(?!\d){_TIME}",
        re.ASCII | re.IGNORECASE,
    ),
    re.compile(
        rf"{_NAME}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIME}",
        re.ASCII | re.IGNORECASE,
    ),
)
_ONLY_CLOCK = re.compile(_CLOCK, re.ASCII)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_SERIAL_ZERO = datetime(1899, 12, 30)
_SERIAL_FIRST, _SERIAL_LAST = 32874, 73050
"""1990 to 2099; other numbers are no dates of results."""
_PIVOT = 70
_NOON = 12
_PARTS = {
    DateOrder.DAY_FIRST: ("c", "b", "a"),
    DateOrder.MONTH_FIRST: ("c", "a", "b"),
    DateOrder.YEAR_FIRST: ("a", "b", "c"),
}


@lru_cache(maxsize=4096)
def read_when(
    text: str, order: DateOrder | None = None, *, short_years: bool = True, serials: bool = True
) -> tuple[datetime | None, str]:
    """The time, and the code of a caution (empty: none).

    Parameters
    ----------
    text
        ``2024-03-05 08:30``, ``20240305``, ``2024年3月5日 下午2时``, ``5 Mar 2024``, ``24-3-5``.
    order
        How to read dates of three short parts; None leaves them unread, as ``date_order_unclear``.
    short_years
        Whether a year may have two digits. A birth date may not: 24 is a child or very old.
    serials
        Whether a bare number may count days as Excel does, with the caution ``date_from_serial``.

    Returns
    -------
    datetime or None, str
        A day without an hour is its start, with ``time_day_only``. ``time_unreadable`` otherwise.
    """
    plain = _WEEKDAY.sub(" ", fold(text)).strip()
    if not plain:
        return None, ""
    match = _YEAR_FIRST.fullmatch(plain) or _DIGITS.fullmatch(plain)
    match = match or _NAMED[0].fullmatch(plain) or _NAMED[1].fullmatch(plain)
    if match:
        parts = match.groupdict()
        month = parts.get("month") or str(_NAMES.index(parts["name"][:3].lower()) + 1)
        return _moment(parts["year"], month, parts["day"], parts, short_years=short_years)
    three = _THREE.fullmatch(plain)
    if three:
        return _ordered(three, order, short_years=short_years)
    if serials and _SERIAL.fullmatch(plain) and _SERIAL_FIRST <= float(plain) <= _SERIAL_LAST:
        seconds = round(float(plain) * 86400)
        return _SERIAL_ZERO + timedelta(seconds=seconds), "date_from_serial"
    return None, "time_unreadable"


def is_clock(text: str) -> bool:
    """Whether this is a time of day without a day: ``08:30``, 8时30分."""
    return _ONLY_CLOCK.fullmatch(fold(text).strip()) is not None


def looks_like_date(text: str) -> bool:
    """Whether this is a date in any order."""
    plain = fold(text).strip()
    if _THREE.fullmatch(plain):
        return bool(_possible(plain))
    return read_when(plain, serials=False)[0] is not None


def order_of(texts: Iterable[str], *, is_chinese: bool = False) -> OrderFound:
    """The order of short dates, from all dates of a source together.

    Parameters
    ----------
    texts
        All dates of one source; one program wrote them all in one order.
    is_chinese
        Whether the source is Chinese: ``24-3-5`` then begins with the year, as it always does.
    """
    left = set(DateOrder)
    seen: dict[str, None] = {}
    for text in texts:
        plain = fold(text).strip()
        if plain not in seen and _THREE.fullmatch(plain):
            seen[plain] = None
            left &= _possible(plain)
    if not seen:
        return OrderFound()
    if not left:
        return OrderFound(None, tuple(DateOrder), next(iter(seen)))
    if len(left) == 1:
        return OrderFound(left.pop())
    if is_chinese and DateOrder.YEAR_FIRST in left:
        return OrderFound(DateOrder.YEAR_FIRST)
    for text in seen:
        if len({read_when(text, order)[0] for order in left}) > 1:
            return OrderFound(None, tuple(sorted(left)), text)
    return OrderFound(min(left))


def _possible(text: str) -> set[DateOrder]:
    return {order for order in DateOrder if read_when(text, order)[0] is not None}


def _ordered(
    three: re.Match[str], order: DateOrder | None, *, short_years: bool
) -> tuple[datetime | None, str]:
    parts = three.groupdict()
    if order is None:
        orders = (read_when(three[0], each, short_years=short_years)[0] for each in DateOrder)
        found = {moment for moment in orders if moment}
        if len(found) == 1:
            moment = found.pop()
            return moment, "" if parts["hour"] else "time_day_only"
        return None, "date_order_unclear" if found else "time_unreadable"
    year, month, day = (parts[name] for name in _PARTS[order])
    if len(day) > 2 or len(year) not in {2, 4}:
        return None, "time_unreadable"
    return _moment(year, month, day, parts, short_years=short_years)


def _moment(
    year: str, month: str, day: str, parts: dict[str, str], *, short_years: bool
) -> tuple[datetime | None, str]:
    full = int(year)
    if len(year) == 2:
        if not short_years:
            return None, "time_unreadable"
        full += 1900 if full >= _PIVOT else 2000
    hour = int(parts.get("hour") or 0)
    half = (parts.get("half") or parts.get("noon") or "").lower()
    if half and (half[0] == "p" or half in {"下午", "晚上"}) and hour < _NOON:
        hour += _NOON
    elif half and half[0] == "a" and hour == _NOON:
        hour = 0
    try:
        moment = datetime(
            *(full, int(month), int(day), hour),
            *(int(parts.get("minute") or 0), int(parts.get("second") or 0)),
        )
        zone = parts.get("zone")
        if zone:
            moment = datetime.fromisoformat(moment.isoformat() + zone)
    except ValueError:
        return None, "time_unreadable"
    if not FIRST_YEAR <= full <= LAST_YEAR:
        return None, "time_unreadable"
    return moment, "" if parts.get("hour") else "time_day_only"
