"""Calculators on the laboratory results and the bedside facts of a case; nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC

from meddx_desktop.core.calculators.calculator import Calculator
from meddx_desktop.core.calculators.model import Outcome, Refusal, Result, Value
from meddx_desktop.core.calculators.registry import BY_NAME
from meddx_desktop.core.domain.case import Answer, Case, Vitals
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.lab_record import LabShown
from meddx_desktop.core.labs.facts import (
    WINDOW,
    Calculated,
    Gathered,
    PassedOver,
    Used,
    analyte_of,
    calculate,
    gather,
)
from meddx_desktop.core.labs.site_units import SiteValue, in_site_unit, site_value
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.operations.labs_lines import Laboratory
from meddx_desktop.core.operations.labs_signed import signed_otherwise

CALCULATOR = "calculator"
_BODY = {"weight_kg": "weight", "height_cm": "height"}
_SIGNS = {
    "temperature_c": "temperature",
    "respiratory_rate": "respiratory_rate",
    "spo2_percent": "oxygen_saturation",
    "pulse": "heart_rate",
    "systolic": "systolic_pressure",
    "diastolic": "diastolic_pressure",
}
_NOTHING = Gathered({}, (), (), None)


@dataclass(frozen=True, slots=True)
class Answered:
    """What one calculator said, and from what.

    Attributes
    ----------
    calculator : Calculator
        With its title, source and inputs.
    outcome : Outcome
        A result, what is missing, or why it refuses.
    used : tuple[Used, ...]
        The laboratory results that it was given.
    cautions : tuple[Reason, ...]
        ``lab_signed_otherwise`` where the case was signed with another value.
    site : SiteValue | None
        The value in the unit that the site shows it in; None where that is the calculator's own.
    """

    calculator: Calculator
    outcome: Outcome
    used: tuple[Used, ...] = ()
    cautions: tuple[Reason, ...] = ()
    site: SiteValue | None = None


@dataclass(frozen=True, slots=True)
class Calculators:
    """All calculators on one case.

    Attributes
    ----------
    answers : tuple[Answered, ...]
        Each calculator once, in the order of the list.
    passed_over : tuple[PassedOver, ...]
        Results that were not calculated with, and why.
    """

    answers: tuple[Answered, ...]
    passed_over: tuple[PassedOver, ...] = ()


def bedside(case: Case) -> tuple[dict[str, Value], dict[str, Value]]:
    """The inputs that the vitals strip gives: of the body, and of the hour."""
    vitals = case.vitals
    body = body_of(vitals)
    signs: dict[str, Value] = {
        name: value
        for field, name in _SIGNS.items()
        if (value := getattr(vitals, field)) is not None
    }
    if vitals.on_oxygen is not Answer.UNKNOWN:
        signs["on_oxygen"] = vitals.on_oxygen
    return body, signs


def body_of(vitals: Vitals) -> dict[str, Value]:
    """Weight, height and body mass index as inputs, as far as they are known."""
    body: dict[str, Value] = {}
    for field, name in _BODY.items():
        measured = getattr(vitals, field)
        if measured is not None:
            body[name] = measured
    if vitals.weight_kg is not None and vitals.height_cm:
        body["bmi"] = vitals.weight_kg / (vitals.height_cm / 100) ** 2
    return body


def calculators(
    case: Case, laboratory: Laboratory, answers: Mapping[str, Value] | None = None
) -> Calculators:
    """Every calculator on a case: results, what is missing, refusals.

    Vital signs of one visit and results of another time are not put together: where the newest
    result lies more than `WINDOW` from the visit, a calculator gets either the ones or the others.

    Parameters
    ----------
    answers
        Answers and choices that nobody keeps: dialysis, ascites, smoking.
    """
    gathered = gather(laboratory.counting)
    if gathered.taken is None:  # nothing from a laboratory: the patient is as old as at the visit
        gathered = replace(gathered, taken=case.created)
    at_visit = replace(_NOTHING, taken=case.created)
    body, signs = bedside(case)
    given = {**body, **(answers or {})}
    together = calculate(gathered, laboratory.subject, {**signs, **given})
    if _are_apart(case, gathered):
        alone = calculate(gathered, laboratory.subject, given)
        at_bedside = calculate(at_visit, laboratory.subject, {**signs, **given})
        together = tuple(
            lab if _uses(lab.calculator, gathered) else visit
            for lab, visit in zip(alone, at_bedside, strict=True)
        )
    said = {one.name: one for one in case.lab_shown if one.source == CALCULATOR}
    return Calculators(
        tuple(_answered(one, gathered, said if case.is_signed else {}) for one in together),
        gathered.passed_over,
    )


def of_results(
    gathered: Gathered, subject: Subject, body: Mapping[str, Value] | None = None
) -> Calculators:
    """Every calculator on laboratory results, and on the measures of the body that are known."""
    done = calculate(gathered, subject, body)
    return Calculators(tuple(_answered(one, gathered, {}) for one in done), gathered.passed_over)


def shown(answers: Calculators) -> tuple[LabShown, ...]:
    """The results as a signature sees them."""
    return tuple(_shown(one) for one in answers.answers if isinstance(one.outcome, Result))


def _shown(one: Answered) -> LabShown:
    outcome = one.outcome
    name = one.calculator.name
    if not isinstance(outcome, Result):
        return LabShown(CALCULATOR, 0, name)
    value = round(outcome.value, 6)
    return LabShown(CALCULATOR, 0, name, value, outcome.unit, " ".join(outcome.bands))


def _answered(one: Calculated, gathered: Gathered, said: Mapping[str, LabShown]) -> Answered:
    calculator = BY_NAME[one.calculator]
    names = {each.name for each in calculator.inputs}
    outcome = one.outcome
    if isinstance(outcome, Refusal):
        outcome = in_site_unit(outcome, analyte_of(str(outcome.parameters.get("name", ""))))
    answer = Answered(
        calculator,
        outcome,
        tuple(used for used in gathered.used if used.input in names),
        site=site_value(calculator, outcome) if isinstance(outcome, Result) else None,
    )
    before = said.get(calculator.name)
    if before is None or before == _shown(answer):
        return answer
    return replace(answer, cautions=(signed_otherwise(before),))


def _uses(name: str, gathered: Gathered) -> bool:
    return any(each.name in gathered.values for each in BY_NAME[name].inputs)


def _are_apart(case: Case, gathered: Gathered) -> bool:
    if gathered.taken is None:
        return False
    return abs(gathered.taken.astimezone(UTC) - case.created.astimezone(UTC)) > WINDOW
