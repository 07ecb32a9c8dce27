"""The dose of one drug for one patient, or what must be answered before there is one."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from meddx_desktop.core.assessment.treatment import kidneys
from meddx_desktop.core.assessment.treatment.plan import ChoiceRule, DoseRule
from meddx_desktop.core.assessment.treatment.plan_doses import Limits
from meddx_desktop.core.assessment.treatment.rounding import measurable
from meddx_desktop.core.assessment.treatment.weights import (
    BIRTHDAY,
    CHILD_UNTIL,
    completed_years,
)
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment import Dose, DrugPatient, Question

NOT_BLOCKING = frozenset({Question.SECOND_PERSON, Question.KIDNEY_OF_CHILD})
"""Shown with the dose; the dose does not wait for it."""
_MAY_BE_PREGNANT = (10, 56)
"""Completed years, the end not included."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A dose with what is asked, or only what is asked; neither: none is stated for the patient.

    `by_kidneys`: the plan states this dose for kidneys like the patient's.
    """

    dose: Dose | None = None
    questions: tuple[Question, ...] = ()
    by_kidneys: bool = False


def work_out(choice: ChoiceRule, patient: DrugPatient, limits: Limits) -> Worked:
    """The dose of a choice for a patient.

    Parameters
    ----------
    choice
        With a drug and at least one dose.
    patient
        As far as known.
    limits
        The range of single doses of every drug.
    """
    rule, undecided = _meant(choice.doses, patient)
    questions = {*_of_person(patient), *undecided}
    is_child = patient.age is not None and completed_years(patient.age) < CHILD_UNTIL
    if choice.kidney and not is_child:
        # No clearance is worked out for children: there the screen asks where kidneys are ill.
        questions |= kidneys.missing(patient)
    waits = (rule.needs_weight or (is_child and not rule.by_age)) if rule else is_child
    if waits:
        questions |= _of_weight(patient)
    dose = None
    if rule is not None and not questions:
        dose = _dose(rule, patient)
        limit = limits.get((choice.drug, rule.unit))
        if limit is None or not (limit.hold(dose.low) and limit.hold(dose.high)):
            dose = None
            questions.add(Question.WEIGHT_IMPLAUSIBLE)
    if is_child:
        questions.add(Question.SECOND_PERSON)
    by_kidneys = rule is not None and rule.clearances is not None
    return Worked(dose, tuple(one for one in Question if one in questions), by_kidneys)


def is_blocked(questions: tuple[Question, ...]) -> bool:
    """Whether one of these keeps a dose back."""
    return bool(set(questions) - NOT_BLOCKING)


def may_be_pregnant(age: Age | None, sex: Sex) -> bool:
    """Whether pregnancy must be asked about; an age or sex that is not known does not exclude."""
    years = None if age is None else completed_years(age)
    low, high = _MAY_BE_PREGNANT
    return sex is not Sex.MALE and (years is None or low <= years < high)


def _of_person(patient: DrugPatient) -> Iterator[Question]:
    if patient.age is None:
        yield Question.AGE
    if patient.allergies is None:
        yield Question.ALLERGIES
    if patient.pregnant is Answer.UNKNOWN and may_be_pregnant(patient.age, patient.sex):
        yield Question.PREGNANCY


def _of_weight(patient: DrugPatient) -> set[Question]:
    if patient.weight_kg is None:
        return {Question.WEIGHT}
    return set(patient.doubts & kidneys.WEIGHT_DOUBTS)


def _meant(
    rules: tuple[DoseRule, ...], patient: DrugPatient
) -> tuple[DoseRule | None, set[Question]]:
    """The first rule for this patient; one that can't be decided on stops the search."""
    if patient.age is None:
        return None, set()
    for rule in rules:
        if not rule.ages.hold(patient.age.days + BIRTHDAY):
            continue
        asked = _undecided(rule, patient)
        if asked:
            return None, asked
        if _holds(rule, patient):
            return rule, set()
    return None, set()


def _undecided(rule: DoseRule, patient: DrugPatient) -> set[Question]:
    asked = _of_weight(patient) if rule.needs_weight else set()
    if rule.clearances:
        asked |= kidneys.missing(patient)
    return asked


def _holds(rule: DoseRule, patient: DrugPatient) -> bool:
    by_weight = rule.weights is None or (
        patient.weight_kg is not None and rule.weights.hold(patient.weight_kg)
    )
    return by_weight and _holds_kidneys(rule, patient)


def _holds_kidneys(rule: DoseRule, patient: DrugPatient) -> bool:
    """Kidneys that are healthy by the creatinine alone are those of the highest band."""
    if rule.clearances is None:
        return True
    if patient.clearance is None:
        return rule.clearances.high == inf and kidneys.is_usual_in_pregnancy(patient)
    return rule.clearances.hold(patient.clearance)


def _dose(rule: DoseRule, patient: DrugPatient) -> Dose:
    low, high = _range(rule, patient.weight_kg or 0.0)
    volume = None
    if rule.strength:
        volume = float(f"{low * rule.strength.millilitres / rule.strength.amount:.10g}")
    return Dose(
        low=low,
        high=high,
        unit=rule.unit,
        times_per_day=rule.times,
        hours_apart=rule.hours_apart,
        route=rule.route,
        days_low=rule.days_low,
        days_high=rule.days_high,
        per_kg=rule.per_kg,
        is_capped=rule.per_kg is not None
        and rule.per_kg * (patient.weight_kg or 0.0) > rule.ceiling,
        most_per_day=rule.most_day,
        volume_ml=volume,
        strength=_strength(rule),
        is_single=rule.is_single,
        tablets=float(f"{low / rule.tablet:.10g}") if rule.tablet and low == high else None,
    )


def _strength(rule: DoseRule) -> str:
    if rule.strength:
        return rule.strength.written
    return f"{rule.tablet:g} {rule.unit}" if rule.tablet else ""


def _range(rule: DoseRule, weight_kg: float) -> tuple[float, float]:
    """Both ends of a single dose, in the unit of the rule."""
    if rule.amount is not None:
        return rule.amount, rule.upper or rule.amount
    per_kg = rule.per_kg or 0.0
    upper = per_kg
    if rule.upper is not None:
        upper = rule.upper / rule.times if rule.per_kg_day is not None else rule.upper
    low, high = (measurable(rule, one * weight_kg) for one in (per_kg, upper))
    return low, high
