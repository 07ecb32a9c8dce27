"""What people said beside an assessment: conditions they confirmed, and their own first reading."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_WORDS = 2000
"""Characters of a first impression."""
MOST_CONDITIONS = 5
"""So many conditions may be named at first sight, the likeliest first."""


class ConditionVerdict(StrEnum):
    """What a clinician says of a condition."""

    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ConditionWord:
    """A clinician's word on one condition; earlier ones stay in the record.

    Attributes
    ----------
    condition : str
        Key of the condition.
    verdict : ConditionVerdict
    standing : str
        How the assessment put the condition when that was said; empty where it said nothing.
    by : str
    at : datetime | None
    """

    condition: str
    verdict: ConditionVerdict
    standing: str = ""
    by: str = ""
    at: datetime | None = None


class FirstAnswer(StrEnum):
    """What somebody saw on a film before any model was shown."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class FirstFinding:
    """One finding of one film: the reader's answer, and what the model had said by then.

    Attributes
    ----------
    sop_instance_uid : str
    frame : int
    finding : str
    answer : FirstAnswer
    machine : str
        The model's call; empty where it had none.
    model : str
        Name and version.
    """

    sop_instance_uid: str
    frame: int
    finding: str
    answer: FirstAnswer
    machine: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class FirstImpression:
    """One reader's own reading, locked before the program's was shown; never changed again.

    Attributes
    ----------
    by : str
    at : datetime | None
    conditions : tuple[str, ...]
        Keys, the likeliest first.
    words : str
    findings : tuple[FirstFinding, ...]
    machine : tuple[str, ...]
        The conditions that the assessment named then, the first one first.
    waived : bool
        The results were opened without a reading of one's own; counts in no figure.
    """

    by: str = ""
    at: datetime | None = None
    conditions: tuple[str, ...] = ()
    words: str = ""
    findings: tuple[FirstFinding, ...] = ()
    machine: tuple[str, ...] = ()
    waived: bool = False
