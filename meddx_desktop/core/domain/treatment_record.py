"""What clinicians did with a treatment plan: answers to its tree, choices, and the reasons
for which one was chosen against a check.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from meddx_desktop.core.domain.assessment import Words

LONGEST_REASON = 1000
"""Characters of a reason for choosing against a check."""


class Severity(StrEnum):
    """How much a check weighs; the order of the members is that of the list."""

    AVOID = "avoid"
    """Not to be given to this patient, or not beside the other drug."""
    ADJUST = "adjust"
    """Another dose, or with a measure that the reason names."""
    CAUTION = "caution"
    SUITED = "suited"
    """Looked at and found suited: said of genes only."""


class CheckKind(StrEnum):
    """What a check was about."""

    ALLERGY = "allergy"
    INTERACTION = "interaction"
    CONTRAINDICATION = "contraindication"
    KIDNEY = "kidney"
    LIVER = "liver"
    DUPLICATE = "duplicate"
    PREGNANCY = "pregnancy"
    LACTATION = "lactation"
    QT = "qt"
    AGE = "age"
    DOSE = "dose"
    GENE = "gene"


@dataclass(frozen=True, slots=True)
class Dose:
    """One dose for this patient, worked out or as the guideline states it.

    Attributes
    ----------
    low, high : float
        Per dose, in `unit`; equal where the guideline gives one value.
    unit : str
        UCUM: ``mg``, ``g``, ``[iU]``.
    times_per_day : float
    hours_apart : float | None
    route : str
        ``oral``, ``iv``, ``im``, ``inhaled``, ``rectal``, ``subcutaneous``, ``topical``.
    days_low, days_high : int | None
        Duration; None: as the words of the choice say.
    per_kg : float | None
        What it was worked out from, in `unit` per kg and dose.
    is_capped : bool
        Whether the highest dose allowed stopped it.
    most_per_day : float | None
        In `unit`.
    volume_ml : float | None
        Of a liquid of `strength`.
    strength : str
        For example ``250 mg/5 mL``.
    is_single : bool
        Given once; again only as the words of the choice say. `times_per_day` is 1 then.
    tablets : float | None
        How many of `strength`, where the guideline states tablets.
    """

    low: float
    high: float
    unit: str
    times_per_day: float
    hours_apart: float | None
    route: str
    days_low: int | None = None
    days_high: int | None = None
    per_kg: float | None = None
    is_capped: bool = False
    most_per_day: float | None = None
    volume_ml: float | None = None
    strength: str = ""
    is_single: bool = False
    tablets: float | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A clinician chose against a check; the reason is kept.

    Attributes
    ----------
    condition, choice : str
    kind : CheckKind
    other : str
        As in the finding that was overridden.
    reason : str
        In the clinician's words; never empty.
    at : datetime | None
    by : str
    severity : Severity
    said : Words
        What the check said then: the program's tables may change with it.
    """

    condition: str
    choice: str
    kind: CheckKind
    other: str
    reason: str
    at: datetime | None = None
    by: str = ""
    severity: Severity = Severity.AVOID
    said: Words = field(default_factory=dict)


class TreatmentVerdict(StrEnum):
    """What a clinician says of one choice of a plan."""

    CHOSEN = "chosen"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class TreatmentWord:
    """A clinician's word on one choice of a plan; it orders nothing, and earlier ones stay.

    Attributes
    ----------
    condition, choice : str
        Keys of the plan and within it.
    verdict : TreatmentVerdict
    title : Words
        What the choice was called then.
    drug : str
        Empty for what is no drug.
    dose : Dose | None
        As it was shown then; None where none was.
    overrides : tuple[Override, ...]
        Checks that stood against it, each with the reason.
    by : str
    at : datetime | None
    """

    condition: str
    choice: str
    verdict: TreatmentVerdict
    title: Words = field(default_factory=dict)
    drug: str = ""
    dose: Dose | None = None
    overrides: tuple[Override, ...] = ()
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TreatmentAnswer:
    """What a person answered to a box of a plan's tree.

    Attributes
    ----------
    condition, node : str
    answer : str
        Key of the answer; empty: taken back.
    by : str
    at : datetime | None
    """

    condition: str
    node: str
    answer: str
    by: str = ""
    at: datetime | None = None


def chosen(words: tuple[TreatmentWord, ...]) -> tuple[TreatmentWord, ...]:
    """The choices that stand: of each the last word, unless it takes it back."""
    last: dict[tuple[str, str], TreatmentWord] = {}
    for word in words:
        last.pop((word.condition, word.choice), None)
        last[word.condition, word.choice] = word
    return tuple(one for one in last.values() if one.verdict is TreatmentVerdict.CHOSEN)


def answers(given: tuple[TreatmentAnswer, ...], condition: str) -> Mapping[str, TreatmentAnswer]:
    """By box of one plan the answer that holds: the last, unless it was taken back."""
    last = {one.node: one for one in given if one.condition == condition}
    return {node: one for node, one in last.items() if one.answer}
