"""The protocol of every calculator: whom it is for, what it needs, and when it refuses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite

from meddx_desktop.core.calculators.model import (
    Entered,
    Facts,
    Input,
    Kind,
    Missing,
    Outcome,
    Person,
    Refusal,
    Result,
    Source,
    Value,
    Worked,
)
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Sex

GROUPS = ("kidney", "liver", "salts", "sugar", "lipids", "blood", "heart", "acute")
"""In the order in which they are shown."""
_MAY_BE_PREGNANT = range(12, 56)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Whom a calculator was made for.

    Attributes
    ----------
    youngest, oldest : int | None
        Completed years, both included.
    age, sex : bool
        Whether the formula itself uses them.
    pregnant : bool
        Whether pregnancy is covered.
    steady_creatinine : bool
        Whether it is refused while acute kidney injury is possible.
    """

    youngest: int | None = None
    oldest: int | None = None
    age: bool = False
    sex: bool = False
    pregnant: bool = True
    steady_creatinine: bool = False

    @property
    def needs_age(self) -> bool:
        """Whether nothing can be said without an age."""
        return self.age or self.youngest is not None or self.oldest is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculator:
    """A published formula with its limits.

    Attributes
    ----------
    name : str
        Stable code.
    title : str
        English name.
    purpose : str
        What it is for, one English sentence.
    inputs : tuple[Input, ...]
    unit : str
        UCUM unit of the value.
    decimals : int
        Places worth showing.
    whom : Whom
    formula : Callable[[Facts], Worked]
    sources : tuple[Source, ...]
        The origin first.
    verified : bool
        Whether every coefficient was checked against an opened source; else it always refuses.
    limit : Callable[[Facts], Refusal | None] | None
        Refusals that need several inputs or a limit of the formula itself.
    limit_codes : tuple[str, ...]
        The codes that `limit` may refuse with.
    bands, notes : tuple[str, ...]
        Every band it may give; notes that go with every value.
    group : str
        Stable code of the organ or field, one of `GROUPS`.
    analyte : str
        What the value is an amount of, where laboratories report the same (``ldl_cholesterol``):
        it is shown in the unit of that. Empty for scores and rates.
    """

    name: str
    title: str
    purpose: str
    inputs: tuple[Input, ...]
    unit: str
    decimals: int
    whom: Whom
    formula: Callable[[Facts], Worked]
    sources: tuple[Source, ...]
    verified: bool = False
    limit: Callable[[Facts], Refusal | None] | None = None
    limit_codes: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    group: str
    analyte: str = ""

    @property
    def source(self) -> Source:
        """The publication the formula comes from."""
        return self.sources[0]

    def applies(self, person: Person) -> str | None:
        """Code of the reason to refuse `person`, None when nothing known speaks against it."""
        refusal = self._refuses(person)
        return refusal.code if refusal else None

    def missing(self, values: Mapping[str, Value], person: Person) -> tuple[str, ...]:
        """Names of what is not known; an unknown answer is missing, never a no."""
        return (
            *_unknown_of_person(self.whom, person),
            *(one.name for one in self.inputs if _unknown(values.get(one.name))),
        )

    def compute(self, values: Mapping[str, Value], person: Person) -> Outcome:
        """The value of `values` for `person`, or why there is none.

        Parameters
        ----------
        values : Mapping[str, Value]
            Inputs by name, numbers in the unit of the input. More than needed does no harm.
        person : Person

        Returns
        -------
        Result | Refusal | Missing
            A refusal comes before a missing input: nobody is asked in vain.
        """
        refusal = self._refuses(person) or self._rejects(values)
        if refusal:
            return refusal
        if missing := self.missing(values, person):
            return Missing(missing)
        facts = Facts(person, values)
        refusal = self.limit(facts) if self.limit else None
        return refusal or self._result(facts, self.formula(facts))

    def refusal_codes(self) -> tuple[str, ...]:
        """Every code this calculator may refuse with."""
        whom = self.whom
        given = {
            "calculator_unverified": not self.verified,
            "under_age": whom.youngest is not None,
            "over_age": whom.oldest is not None,
            "sex_not_covered": whom.sex,
            "not_for_pregnancy": not whom.pregnant,
            "creatinine_moving": whom.steady_creatinine,
            "value_out_of_range": any(one.kind is Kind.NUMBER for one in self.inputs),
        }
        gates = tuple(one.otherwise for one in self.inputs if one.otherwise)
        return (*(code for code, may in given.items() if may), *gates, *self.limit_codes)

    def _refuses(self, person: Person) -> Refusal | None:
        if not self.verified:
            return Refusal("calculator_unverified")
        return _wrong_age(self.whom, person) or _not_covered(self.whom, person)

    def _rejects(self, values: Mapping[str, Value]) -> Refusal | None:
        return next((no for one in self.inputs if (no := _rejected(one, values))), None)

    def _result(self, facts: Facts, worked: Worked) -> Result:
        person: dict[str, Value] = {}
        if self.whom.age:
            person["age"] = facts.years
        if self.whom.sex:
            person["sex"] = facts.person.sex.value
        given = person | {one.name: facts.values[one.name] for one in self.inputs}
        entered = tuple(
            Entered(name, value, worked.used.get(name, value), worked.points.get(name))
            for name, value in given.items()
        )
        notes: tuple[str, ...] = ()
        if self.whom.steady_creatinine and facts.person.creatinine_changes:
            notes = ("creatinine_changing",)
        elif self.whom.steady_creatinine and facts.person.aki_possible is Answer.UNKNOWN:
            notes = ("creatinine_assumed_steady",)
        return Result(
            worked.value,
            self.unit,
            self.decimals,
            entered,
            worked.bands,
            (*notes, *self.notes, *worked.notes),
        )


def _wrong_age(whom: Whom, person: Person) -> Refusal | None:
    years = person.years
    if years is None:
        return None
    if whom.youngest is not None and years < whom.youngest:
        return Refusal("under_age", {"youngest": whom.youngest, "age": years})
    if whom.oldest is not None and years > whom.oldest:
        return Refusal("over_age", {"oldest": whom.oldest, "age": years})
    return None


def _not_covered(whom: Whom, person: Person) -> Refusal | None:
    speaks_against = {
        "sex_not_covered": whom.sex and person.sex is Sex.OTHER,
        "not_for_pregnancy": not whom.pregnant and person.pregnant is Answer.YES,
        "creatinine_moving": whom.steady_creatinine and person.aki_possible is Answer.YES,
    }
    return next((Refusal(code) for code, does in speaks_against.items() if does), None)


def _unknown(value: Value | None) -> bool:
    return value is None or value is Answer.UNKNOWN or value == ""


def _unknown_of_person(whom: Whom, person: Person) -> tuple[str, ...]:
    years = person.years
    could_be = person.sex is not Sex.MALE and (years is None or years in _MAY_BE_PREGNANT)
    unknown = {
        "age": whom.needs_age and years is None,
        "sex": whom.sex and person.sex is Sex.UNKNOWN,
        "pregnant": not whom.pregnant and could_be and person.pregnant is Answer.UNKNOWN,
    }
    return tuple(name for name, lacking in unknown.items() if lacking)


def _rejected(one: Input, values: Mapping[str, Value]) -> Refusal | None:
    value = values.get(one.name)
    if value is None or _unknown(value):
        return None
    match one.kind:
        case Kind.NUMBER:
            return _out_of_range(one, value)
        case Kind.ANSWER if not isinstance(value, Answer):
            raise TypeError(one.name)
        case Kind.ANSWER if one.must_be is not Answer.UNKNOWN and value is not one.must_be:
            return Refusal(one.otherwise)
        case Kind.CHOICE if value not in one.choices:
            raise ValueError(f"{one.name}: {value}")
    return None


def _out_of_range(one: Input, value: Value) -> Refusal | None:
    if isinstance(value, bool | str):
        raise TypeError(one.name)
    if isfinite(value) and one.low <= value <= one.high:
        return None
    shown: dict[str, str | int | float] = {"name": one.name, "value": value, "unit": one.unit}
    return Refusal("value_out_of_range", shown | {"low": one.low, "high": one.high})
