"""What was written on paper and typed later: LateEntry, with when it was and when it was typed."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_WHO = 100
"""Characters of who is named on the sheet."""
LONGEST_READING = 2000
"""Characters of what the sheet says of a film."""
OLDEST_DAYS = 366
"""What happened longer ago is a slip of the keyboard."""
_SHORT = 16


class LatePart(StrEnum):
    """What of a case was on paper first."""

    VISIT = "visit"
    """The visit itself: its day is that of the sheet."""
    VITALS = "vitals"
    NOTE = "note"
    READING = "reading"
    """What the clinician wrote of a film that no program had looked at."""
    CRITICAL = "critical"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Late:
    """When something was and who did it, as the sheet of paper says."""

    happened: datetime
    who: str = ""


@dataclass(frozen=True, slots=True)
class LateEntry:
    """One thing that was on paper first; later words on the same part stand beside it.

    Attributes
    ----------
    part : LatePart
    happened : datetime
    who : str
        Whom the sheet names; empty where it names nobody.
    of : str
        Which critical result (``"0"``), which telling of it (``"0.1"``).
    words : str
        Of a reading.
    digest : str
        Of what stood in the part when that was said: what was changed since was not on paper.
    by : str
        Who typed it.
    at : datetime | None
        When it was typed.
    """

    part: LatePart
    happened: datetime
    who: str = ""
    of: str = ""
    words: str = ""
    digest: str = ""
    by: str = ""
    at: datetime | None = None


def digest_of(content: str) -> str:
    """What tells a part of a case from the same part after a change."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_SHORT]
