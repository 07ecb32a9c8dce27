"""A treatment plan as its file in resources/treatment/plans states it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from meddx_desktop.core.assessment.condition import Look
from meddx_desktop.core.domain.assessment import Source, Words
from meddx_desktop.core.notes.red_flag_fields import EVERY_AGE, Ages

YES, NO = "yes", "no"
FLUOROQUINOLONES = frozenset(
    {"ciprofloxacin", "levofloxacin", "moxifloxacin", "norfloxacin", "ofloxacin"}
)
"""Hide tuberculosis while it is not excluded: no dose of them then."""


@dataclass(frozen=True, slots=True)
class Band:
    """From `low`, up to but not with `high`."""

    low: float = 0.0
    high: float = inf

    def hold(self, value: float) -> bool:
        """Whether a number lies within."""
        return self.low <= value < self.high


@dataclass(frozen=True, slots=True)
class Strength:
    """A liquid: so much, in the unit of the dose, in so many millilitres."""

    amount: float
    millilitres: float
    written: str


@dataclass(frozen=True, slots=True)
class DoseRule:
    """One dose as a source states it, and for whom.

    Exactly one of `amount`, `per_kg_dose` and `per_kg_day` is there: a dose per kg and one per kg
    and day are different fields, so that one is never read as the other.

    Attributes
    ----------
    unit, route : str
    times : float
        Doses in 24 hours.
    amount, per_kg_dose, per_kg_day : float | None
        In `unit`, per dose; per kg and dose; per kg and day.
    upper : float | None
        The other end where the source gives a range; None: one value.
    most_dose, most_day : float | None
        In `unit`; a dose per kg has one of them, or a highest weight.
    hours_apart : float | None
    days_low, days_high : int | None
    ages : Ages
    weights, clearances : Band | None
        In kg, and in mL/min by Cockcroft and Gault; None: whatever it is.
    step : float | None
        What a tablet or its half holds, in `unit`.
    strength : Strength | None
        Of a liquid.
    tablet : float | None
        What a whole tablet holds, in `unit`, where the source counts tablets.
    rounding : str
        ``nearest``, ``down`` (the source gives a highest dose per kg) or ``up`` (a lowest one).
    by_age : bool
        An emergency dose that the source gives by age: a child's weight is not waited for.
    """

    unit: str
    route: str
    times: float
    amount: float | None = None
    per_kg_dose: float | None = None
    per_kg_day: float | None = None
    upper: float | None = None
    most_dose: float | None = None
    most_day: float | None = None
    hours_apart: float | None = None
    days_low: int | None = None
    days_high: int | None = None
    ages: Ages = EVERY_AGE
    weights: Band | None = None
    clearances: Band | None = None
    step: float | None = None
    strength: Strength | None = None
    tablet: float | None = None
    rounding: str = "nearest"
    by_age: bool = False

    @property
    def is_single(self) -> bool:
        """Given once; again only as the words of the choice say."""
        return self.hours_apart is None

    @property
    def needs_weight(self) -> bool:
        """Whether it can't be worked out without the weight."""
        return self.amount is None or self.weights is not None

    @property
    def per_kg(self) -> float | None:
        """Per kg and dose, whichever way the source states it."""
        if self.per_kg_day is not None:
            return self.per_kg_day / self.times
        return self.per_kg_dose

    @property
    def ceiling(self) -> float:
        """The highest single dose that caps and weights allow; infinite without any."""
        by_day = inf if self.most_day is None else self.most_day / self.times
        by_weight = (self.per_kg or inf) * (self.weights.high if self.weights else inf)
        return min(inf if self.most_dose is None else self.most_dose, by_day, by_weight)


@dataclass(frozen=True, slots=True)
class ChoiceRule:
    """One treatment of a plan.

    Attributes
    ----------
    regimen : Words
        The dose in the words of the source, shown with a dose only; empty without doses. `words`
        of a choice with doses hold no number, so that nothing is read there that is held back.
    drug : str
        Empty for what is no drug, or for one that the lexicon does not hold: then it has words
        and no dose.
    doses : tuple[DoseRule, ...]
        The first that is meant for the patient counts.
    kidney : bool
        No dose before the kidney function is known.
    """

    key: str
    line: int
    title: Words
    words: Words
    source: Source
    regimen: Words = field(default_factory=dict)
    drug: str = ""
    doses: tuple[DoseRule, ...] = ()
    kidney: bool = False


@dataclass(frozen=True, slots=True)
class NodeRule:
    """A box of the tree.

    Attributes
    ----------
    look : str
        The finding that answers it with yes or no; empty: only a person can.
    answers : tuple[tuple[str, Words, str], ...]
        Key, words, and the box that follows; none where the path ends.
    choices : tuple[str, ...]
        Where the path ends.
    refers : bool
        Who comes here is sent on: nothing is followed up here or watched at home.
    """

    key: str
    title: Words
    look: str = ""
    answers: tuple[tuple[str, Words, str], ...] = ()
    choices: tuple[str, ...] = ()
    refers: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything known here of treating one condition.

    Attributes
    ----------
    key : str
        Of the condition.
    guideline, section : str
        What it follows, and where in it.
    year : int
    nodes : Mapping[str, NodeRule]
        The first is the root; every other one is reached from it, on no circle.
    choices : Mapping[str, ChoiceRule]
    """

    key: str
    file: str
    title: Words
    guideline: str
    section: str
    year: int
    looks: Mapping[str, Look]
    nodes: Mapping[str, NodeRule]
    choices: Mapping[str, ChoiceRule]
    sources: Mapping[str, Source]
    follow_up: tuple[Words, ...] = ()
    watch_at_home: tuple[Words, ...] = ()
