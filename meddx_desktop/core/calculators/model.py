"""What a calculator is told, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import DAYS_PER_YEAR, Age, Sex

_YEAR_ROUNDING = 0.002
"""An age typed as 6 years is a whole number of days a little under six years of 365.2425."""

Value = float | Answer | str
"""A number in the unit of its input, an answer, or one of the choices of its input."""


class Kind(StrEnum):
    """How an input is given."""

    NUMBER = "number"
    ANSWER = "answer"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Input:
    """One thing a calculator needs.

    Attributes
    ----------
    name : str
        Stable code; the same thing has the same name in every calculator.
    unit : str
        UCUM unit of a number; ``1`` for a pure number, an answer or a choice.
    low, high : float
        Plausible range of a number, both ends included; beyond it nothing is computed.
    loinc : str
        LOINC code of a measurement, empty where none fits exactly.
    kind : Kind
    choices : tuple[str, ...]
        The codes a choice may have.
    must_be : Answer
        YES or NO when the calculator is only for persons with this answer, else UNKNOWN.
    otherwise : str
        Refusal code for the other answer.
    """

    name: str
    unit: str = "1"
    low: float = 0.0
    high: float = 0.0
    loinc: str = ""
    kind: Kind = Kind.NUMBER
    choices: tuple[str, ...] = ()
    must_be: Answer = Answer.UNKNOWN
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom it is about. Unknown stays unknown; it never means no.

    Attributes
    ----------
    age : Age | None
    sex : Sex
    pregnant : Answer
    aki_possible : Answer
        YES when two creatinines differ by the KDIGO criteria (`aki.creatinine_moves`).
    creatinine_changes : bool
        They differ by as much in more hours (`aki.creatinine_changes`): a result says so.
    """

    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    pregnant: Answer = Answer.UNKNOWN
    aki_possible: Answer = Answer.UNKNOWN
    creatinine_changes: bool = False

    @property
    def years(self) -> int | None:
        """Completed years, None when the age is unknown."""
        return None if self.age is None else int(self.age.days / DAYS_PER_YEAR + _YEAR_ROUNDING)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a formula, a limit or a test value comes from.

    Attributes
    ----------
    authors : str
    work : str
        Journal and pages, or the name of the page; empty when it was not seen cited.
    year : int
        0 where the page gives none.
    locator : str
        Address, DOI, or repository and path.
    opened : bool
        False for a work that was only seen cited.
    role : str
        ``origin`` (who published it), ``formula`` or ``test values``.
    """

    authors: str
    work: str
    year: int
    locator: str
    opened: bool
    role: str


def origin(
    authors: str, work: str, year: int, locator: str = "", *, opened: bool = False
) -> Source:
    """The publication that a formula comes from; not opened unless said otherwise."""
    return Source(authors, work, year, locator, opened, "origin")


def formula_at(authors: str, work: str, locator: str, year: int = 0) -> Source:
    """Where the coefficients were read."""
    return Source(authors, work, year, locator, opened=True, role="formula")


def values_at(authors: str, work: str, locator: str) -> Source:
    """Where worked examples were read."""
    return Source(authors, work, 0, locator, opened=True, role="test values")


@dataclass(frozen=True, slots=True)
class Entered:
    """How one input entered a result.

    Attributes
    ----------
    name : str
    value : Value
        As given.
    used : Value
        As computed with, for example a bilirubin of 0.6 counted as 1.0.
    points : int | None
        What it gave to a score, None for a formula.
    """

    name: str
    value: Value
    used: Value
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A value, how it came about, and what it must be read with.

    Attributes
    ----------
    value : float
        Not rounded; `decimals` says how many places are worth showing.
    unit : str
        UCUM unit.
    decimals : int
    entered : tuple[Entered, ...]
    bands : tuple[str, ...]
        Interpretation codes, for example ``g3a``.
    notes : tuple[str, ...]
        Codes of sentences that belong to the value.
    """

    value: float
    unit: str
    decimals: int
    entered: tuple[Entered, ...]
    bands: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """No value, and why: a code and the parameters of its sentence."""

    code: str
    parameters: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Missing:
    """No value yet: the names of what is not known, in the order they are asked."""

    names: tuple[str, ...]


Outcome = Result | Refusal | Missing


@dataclass(frozen=True, slots=True)
class Worked:
    """What a formula hands back; `Calculator` makes a `Result` of it."""

    value: float
    bands: tuple[str, ...] = ()
    points: Mapping[str, int] = field(default_factory=dict)
    used: Mapping[str, Value] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Complete and checked inputs of one person, as a formula reads them."""

    person: Person
    values: Mapping[str, Value]

    def __getitem__(self, name: str) -> float:
        value = self.values[name]
        if not isinstance(value, int | float):
            raise TypeError(name)
        return float(value)

    def yes(self, name: str) -> bool:
        """Whether the answer is yes; there are no unknown answers here."""
        return self.values[name] is Answer.YES

    def choice(self, name: str) -> str:
        """The code chosen for `name`."""
        return str(self.values[name])

    @property
    def years(self) -> int:
        """Completed years."""
        years = self.person.years
        if years is None:
            raise TypeError("age")
        return years

    @property
    def female(self) -> bool:
        """Female or male; other sexes never come this far."""
        return self.person.sex is Sex.FEMALE


def banded(value: float, *steps: tuple[float, str], last: str) -> str:
    """The code of the first step that `value` lies under, else `last`.

    ``banded(5, (7, "low"), (15, "middle"), last="high")`` gives ``low``.
    """
    return next((code for below, code in steps if value < below), last)


def scored(points: Mapping[str, int], *bands: str, notes: tuple[str, ...] = ()) -> Worked:
    """A score that is the sum of its points."""
    return Worked(float(sum(points.values())), bands, points, notes=notes)
