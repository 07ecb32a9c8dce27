"""From observations to the inputs of calculators: the newest value that may be used, and which.

A value that is doubtful, limited (``<10``) or too old is passed over and named; nothing is filled
in. Answers and choices (pregnancy, dialysis, chest pain) come from elsewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from meddx_desktop.core.calculators.aki import creatinine_changes, creatinine_moves
from meddx_desktop.core.calculators.calculator import Calculator
from meddx_desktop.core.calculators.model import Input, Kind, Outcome, Result, Value
from meddx_desktop.core.calculators.registry import ALL
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.laboratory import Observation, ResultStatus
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.labs.units import conversion, convert

WINDOW = timedelta(days=7)
"""How long before the newest result another one still belongs to it, unless told otherwise."""

_FROM: dict[str, tuple[str, ...]] = {
    "total_cholesterol": ("cholesterol",),
    "urea_nitrogen": ("urea_nitrogen", "urea"),
    "urea": ("urea", "urea_nitrogen"),
    "band_neutrophils": ("band_neutrophils_fraction",),
    "segmented_neutrophils": ("segmented_neutrophils_fraction",),
}
"""Inputs that are not called like their analyte; the first one that has a value is taken.

Urea and urea nitrogen are one thing counted in two ways: in mmol/L the number is the same."""
_NEVER = frozenset({"oxygen_saturation"})
"""A finger's saturation is not a blood gas."""
_DOUBTS = frozenset(
    {
        "lab_impossible",
        "lab_impossible_unit",
        "lab_far_out",
        "lab_far_out_unit",
        "lab_negative",
        "lab_taken_in_future",
        "lab_taken_before_birth",
        "lab_time_unreadable",
        "lab_mixed_units",
        "lab_haemolysis_falsely_high",
        "lab_haemolysis_falsely_low",
        "lab_lipaemia",
        "lab_icterus",
    }
)
_EGFR_FROM = "egfr_ckd_epi_2021"


@dataclass(frozen=True, slots=True)
class Used:
    """Which result an input was taken from."""

    input: str
    value: float
    unit: str
    observation: Observation


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A result that an input was not taken from, and why: a code as in the cautions."""

    input: str
    reason: str
    observation: Observation


@dataclass(frozen=True, slots=True)
class Gathered:
    """Inputs of calculators from laboratory results."""

    values: Mapping[str, Value]
    used: tuple[Used, ...]
    passed_over: tuple[PassedOver, ...]
    taken: datetime | None
    """Of the newest result that was used."""
    aki_possible: Answer = Answer.UNKNOWN
    creatinine_changes: bool = False
    """By as much as in acute kidney injury, in more hours than its criteria ask for."""


@dataclass(frozen=True, slots=True)
class Calculated:
    """What one calculator said."""

    calculator: str
    outcome: Outcome


def gather(observations: Iterable[Observation], *, window: timedelta = WINDOW) -> Gathered:
    """The newest usable value of every input, in the unit of the input.

    Parameters
    ----------
    observations : Iterable[Observation]
        Of one person.
    window : timedelta
        Older than this before the newest result is not used together with it.
    """
    by_analyte: dict[str, list[Observation]] = {}
    for one in observations:
        if one.analyte and one.sent.status is not ResultStatus.CANCELLED:
            by_analyte.setdefault(one.analyte, []).append(one)
    newest = max(
        (_when(one) for ones in by_analyte.values() for one in ones if not _doubt(one)),
        default=None,
    )
    used: list[Used] = []
    passed: list[PassedOver] = []
    for wanted in _inputs().values():
        found = _taken_from(wanted, by_analyte, newest, window, passed)
        if found:
            used.append(found)
    used += _upper_limits(used)
    times = [one.observation.sent.taken for one in used if one.observation.sent.taken]
    return Gathered(
        {one.input: one.value for one in used},
        tuple(used),
        tuple(passed),
        max(times, key=_utc, default=None),
        *_moving(by_analyte.get("creatinine", [])),
    )


def calculate(
    gathered: Gathered, subject: Subject, more: Mapping[str, Value] | None = None
) -> tuple[Calculated, ...]:
    """Every calculator on these inputs: results, what is missing, refusals.

    Parameters
    ----------
    gathered : Gathered
    subject : Subject
    more : Mapping[str, Value] | None
        Answers, choices and measurements from elsewhere; they do not replace a laboratory's value.
    """
    changes = gathered.creatinine_changes
    person = subject.person(gathered.taken, gathered.aki_possible, changes=changes)
    values: dict[str, Value] = {**(more or {}), **gathered.values}
    done: list[Calculated] = []
    for calculator in ALL:
        outcome = calculator.compute(values, person)
        done.append(Calculated(calculator.name, outcome))
        if calculator.name == _EGFR_FROM and isinstance(outcome, Result):
            values.setdefault("egfr", outcome.value)
    return tuple(done)


def analyte_of(name: str) -> str:
    """The analyte that an input is taken from first."""
    return _FROM.get(name, (name,))[0]


def _inputs() -> dict[str, Input]:
    return {
        one.name: one
        for calculator in ALL
        for one in _numbers(calculator)
        if one.name not in _NEVER
    }


def _numbers(calculator: Calculator) -> list[Input]:
    return [one for one in calculator.inputs if one.kind is Kind.NUMBER]


def _taken_from(
    wanted: Input,
    by_analyte: Mapping[str, list[Observation]],
    newest: datetime | None,
    window: timedelta,
    passed: list[PassedOver],
) -> Used | None:
    for name in _FROM.get(wanted.name, (wanted.name,)):
        for one in sorted(by_analyte.get(name, ()), key=_when, reverse=True):
            reason = _doubt(one) or _too_old(one, newest, window)
            value = None if reason else _in_unit(one, wanted.name, wanted.unit)
            if value is not None:
                return Used(wanted.name, value, wanted.unit, one)
            passed.append(PassedOver(wanted.name, reason or "lab_unit_does_not_fit", one))
    return None


def usable(one: Observation) -> bool:
    """Whether a value may be calculated with at all."""
    return not _doubt(one)


def _doubt(one: Observation) -> str:
    """Why this value may not be calculated with; empty when it may."""
    if one.quantity is None:
        return "lab_no_number"
    if one.quantity.comparator is not None:
        return "lab_only_a_limit"
    return next((caution.code for caution in one.cautions if caution.code in _DOUBTS), "")


def _too_old(one: Observation, newest: datetime | None, window: timedelta) -> str:
    if newest is None or one.sent.taken is None:
        # A result without a time is only used where nothing has one.
        return "" if newest is None or newest == _BEGINNING else "lab_time_unknown"
    return "lab_too_old" if newest - _utc(one.sent.taken) > window else ""


def _in_unit(one: Observation, wanted: str, unit: str) -> float | None:
    """The value as `wanted` in `unit`: urea in mmol/L is 2.8 mg/dL of nitrogen, not 6 of urea."""
    if one.quantity is None:
        return None
    counted_as = wanted if wanted in ("urea", "urea_nitrogen") else one.analyte
    how = conversion(one.quantity.unit, unit, analytes()[counted_as].substance)
    return None if how is None else float(f"{convert(one.quantity.value, how):.10g}")


def _upper_limits(used: list[Used]) -> list[Used]:
    """The laboratory's own upper limit of AST, which APRI asks for."""
    ast = next((one for one in used if one.input == "ast"), None)
    reference = ast.observation.range if ast else None
    if ast is None or reference is None or not reference.is_laboratorys or not reference.high:
        return []
    return [Used("ast_upper_limit", reference.high, reference.unit, ast.observation)]


def _moving(creatinines: list[Observation]) -> tuple[Answer, bool]:
    """Whether the creatinine is moving, or changing slowly: the newest against each earlier one."""
    dated = [
        (one.sent.taken, value)
        for one in creatinines
        if one.sent.taken and not _doubt(one) and (value := _in_unit(one, "creatinine", "mg/dL"))
    ]
    dated.sort(key=lambda pair: _utc(pair[0]))
    if len(dated) < 2:
        return Answer.UNKNOWN, False
    last, value = dated[-1]
    earlier = [
        (before, hours)
        for when, before in dated[:-1]
        if (hours := (_utc(last) - _utc(when)).total_seconds() / 3600) > 0
    ]
    answers = {creatinine_moves(before, value, hours) for before, hours in earlier}
    moves = next((one for one in (Answer.YES, Answer.NO) if one in answers), Answer.UNKNOWN)
    return moves, any(creatinine_changes(before, value, hours) for before, hours in earlier)


_BEGINNING = datetime(1, 1, 2, tzinfo=UTC)


def _when(one: Observation) -> datetime:
    return _BEGINNING if one.sent.taken is None else _utc(one.sent.taken)


def _utc(time: datetime) -> datetime:
    return time.astimezone(UTC)
