"""From what is known of a patient to the inputs of a risk model: units, ranges, what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from meddx_desktop.core.calculators.model import Person
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.laboratory import Observation
from meddx_desktop.core.domain.patient import DAYS_PER_YEAR, Sex
from meddx_desktop.core.domain.risk import Filled, Given, Refused
from meddx_desktop.core.inference.tabular import Input, Risk
from meddx_desktop.core.labs import units
from meddx_desktop.core.labs.analytes import Analyte, by_loinc

OUT_OF_RANGE = "risk_out_of_range"
UNIT_UNKNOWN = "risk_unit_unknown"
CHOICE_UNKNOWN = "risk_choice_unknown"
_ROUNDING = 1e-6
"""A limit that went through two units is not beyond itself."""

_SAME_MOLES = {"urea_nitrogen": "urea"}
"""A mole of urea holds a mole of N2: in mmol/L both are one number."""

Known = Observation | Given
Value = float | str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a model gets of a patient.

    Attributes
    ----------
    values : Mapping[str, Value]
        Of every input, where nothing is refused and nothing required is missing.
    filled : tuple[Filled, ...]
    refused : tuple[Refused, ...]
    missing : tuple[str, ...]
        Required inputs that nobody knows.
    """

    values: Mapping[str, Value]
    filled: tuple[Filled, ...]
    refused: tuple[Refused, ...]
    missing: tuple[str, ...]


def take(risk: Risk, known: Iterable[Known], person: Person) -> Taken:
    """Find every input of a model among what is known; of several the last in the order counts."""
    given = list(known)
    values: dict[str, Value] = {}
    filled: list[Filled] = []
    refused: list[Refused] = []
    missing: list[str] = []
    for one in risk.inputs:
        found = _found(one, given, person)
        if isinstance(found, Refused):
            refused.append(found)
        elif found is not None:
            values[one.name] = found
        elif one.fill is None:
            missing.append(one.name)
        else:
            values[one.name] = one.fill
            filled.append(Filled(one.name, one.fill, one.unit))
    return Taken(values, tuple(filled), tuple(refused), tuple(missing))


def lacking_though_sent(
    risk: Risk, taken_as_unknown: Iterable[str], passed_over: Iterable[Observation]
) -> tuple[Input, ...]:
    """Inputs that a model goes without although a result of them is there, which it may not use."""
    lacking = set(taken_as_unknown)
    results = tuple(passed_over)
    return tuple(
        one
        for one in risk.inputs
        if one.name in lacking and any(_is_of(one, fact) for fact in results)
    )


def _found(one: Input, given: Iterable[Known], person: Person) -> Value | Refused | None:
    if one.kind == "age":
        years = None if person.age is None else person.age.days / DAYS_PER_YEAR
        return None if years is None else _in_range(one, years)
    if one.kind == "sex":
        return person.sex.value if person.sex in (Sex.FEMALE, Sex.MALE) else None
    last: Value | Refused | None = None
    for fact in given:
        if isinstance(fact, Given) and fact.name == one.name:
            last = _of_given(one, fact)
        elif isinstance(fact, Observation) and _is_of(one, fact):
            assert fact.quantity is not None
            last = _number(one, fact.quantity.value, fact.quantity.unit)
    return last


def _is_of(one: Input, fact: Observation) -> bool:
    """Whether a result is of this input: the same row in the table of analytes."""
    if not fact.counts or not one.is_number:
        return False
    analyte = _analyte(one)
    if analyte is None:
        return False
    is_same = fact.quantity is not None and fact.quantity.unit == "mmol/L"
    return fact.analyte == analyte.id or (is_same and fact.analyte == _SAME_MOLES.get(analyte.id))


def _of_given(one: Input, fact: Given) -> Value | Refused | None:
    if one.is_number:
        if isinstance(fact.value, str):
            return _refused(one, None, CHOICE_UNKNOWN)
        return _number(one, fact.value, fact.unit or one.unit)
    if fact.value is Answer.UNKNOWN:
        return None
    code = str(fact.value)
    return code if code in one.codes else _refused(one, None, CHOICE_UNKNOWN)


def _number(one: Input, value: float, unit: str) -> float | Refused:
    analyte = _analyte(one)
    known = units.NOTHING_KNOWN if analyte is None else analyte.substance
    how = units.conversion(unit, one.unit, known)
    if how is None:
        return _refused(one, None, UNIT_UNKNOWN)
    return _in_range(one, units.convert(value, how))


def _in_range(one: Input, value: float) -> float | Refused:
    room = _ROUNDING * max(abs(one.low), abs(one.high))
    # A value that is no number lies in no range.
    if not one.low - room <= value <= one.high + room:
        return _refused(one, value, OUT_OF_RANGE)
    if one.top is not None:
        value = min(value, one.top)
    return min(max(value, one.low), one.high)


def _analyte(one: Input) -> Analyte | None:
    """The row that the input's LOINC code names, which knows its molar mass."""
    return by_loinc().get(one.loinc) if one.loinc else None


def _refused(one: Input, value: float | None, code: str) -> Refused:
    return Refused(one.name, value, one.unit, one.low, one.high, code)
