"""What clinicians do to a case as a whole: read, sign, add, tell somebody of a critical result."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """A clinician signed the case at that moment.

    `audit_head` is the end of the audit trail then, as it is printed on the report (SAFETY 28);
    `reason` is what settled two readers who disagreed, empty otherwise.
    """

    by: str
    at: datetime
    audit_head: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Addendum:
    """Words added to a signed case; the case itself stays as it was signed."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """Who was told of a critical result, by whom, when, and whether it was read back."""

    whom: str
    by: str
    at: datetime
    read_back: bool


@dataclass(frozen=True, slots=True)
class NotCritical:
    """A clinician's word that a result of the laboratory is none that must be told, and why."""

    why: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CriticalResult:
    """A result that somebody must hear of now (SAFETY 13), and the record of telling.

    Attributes
    ----------
    what : str
    by : str
        Who raised it, or brought in the results that it stands in.
    at : datetime
    told : tuple[Told, ...]
    line : str
        Where it stands in the laboratory results that the program raised it from (import and
        number); empty where a person raised it.
    none : NotCritical | None
        Why it is none after all.
    """

    what: str
    by: str
    at: datetime
    told: tuple[Told, ...] = ()
    line: str = ""
    none: NotCritical | None = None

    @property
    def is_open(self) -> bool:
        """Open until somebody read it back, or said why it is none."""
        return self.none is None and not any(call.read_back for call in self.told)
