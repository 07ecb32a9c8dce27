"""From a case as it was read to one flat set of facts, each with its place.

What is not known stays out: nobody's silence becomes a no.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from meddx_desktop.core.assessment.facts import CaseFacts, Number, Observed, Said
from meddx_desktop.core.assessment.gather_films import films_of
from meddx_desktop.core.assessment.gather_flags import STRIP, flags_of
from meddx_desktop.core.assessment.gather_open import is_open, possible_numbers
from meddx_desktop.core.assessment.gather_results import (
    filtration,
    note_result,
    result_number,
    rifampicin_result,
)
from meddx_desktop.core.assessment.knowledge_looks import AKI, VITALS
from meddx_desktop.core.calculators.model import Result
from meddx_desktop.core.domain.assessment import Origin, Place
from meddx_desktop.core.domain.case import Answer, Vitals
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.labs.facts import Calculated

_WEIGHTS_DIFFER = 0.1
"""By more than this share, two weights of one visit are a contradiction."""
_OLDEST_MOTHER = 60
_Item = TypeVar("_Item")


def gather(facts: CaseFacts) -> Observed:
    """Everything observed in a case."""
    reading = facts.reading
    mentions = reading.mentions if reading else ()
    films, unscored = films_of(facts)
    sex, pregnant, cautions = _person(facts)
    return Observed(
        age=facts.age,
        sex=sex,
        pregnant=pregnant,
        said=_said(mentions, pregnant),
        results=_results(facts, mentions),
        vitals=_vitals(facts.case.vitals, mentions),
        calculators=_calculators(facts.calculated, facts.aki),
        films=films,
        red_flags=flags_of(facts),
        unscored=unscored,
        cautions=(*cautions, *_weights(facts.case.vitals, mentions)),
    )


def _person(facts: CaseFacts) -> tuple[Sex, Answer, tuple[Reason, ...]]:
    """Sex and pregnancy as far as they agree; what contradicts itself counts as unknown."""
    sex, pregnant = facts.sex, facts.case.vitals.pregnant
    cautions: list[Reason] = []
    if facts.age is None:
        cautions.append(Reason("assessment_age_unknown"))
    if sex is Sex.UNKNOWN:
        cautions.append(Reason("assessment_sex_unknown"))
    if sex is Sex.MALE and pregnant is Answer.YES:
        cautions.append(Reason("assessment_pregnant_male"))
        return Sex.UNKNOWN, Answer.UNKNOWN, tuple(cautions)
    if sex is Sex.MALE:
        pregnant = Answer.NO
    elif pregnant is Answer.YES and facts.age and facts.age.years > _OLDEST_MOTHER:
        cautions.append(Reason("assessment_pregnant_at_age"))
    return sex, pregnant, tuple(cautions)


def _said(mentions: Iterable[Mention], pregnant: Answer) -> Mapping[str, tuple[Said, ...]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for one in mentions:
        if one.concept and one.kind is not MentionKind.ALLERGY:
            place = Place(Origin.NOTE, one.concept, span=one.span)
            found[one.concept].append(Said(one.assertion, place))
    if pregnant is Answer.YES:
        # Asked and answered: "denies trouble in earlier pregnancies" does not make it doubtful.
        place = Place(Origin.VITAL, "pregnant")
        kept = [one for one in found["pregnancy"] if one.assertion is Assertion.PRESENT]
        found["pregnancy"] = [*kept, Said(Assertion.PRESENT, place)]
    return _frozen(found)


def _results(facts: CaseFacts, mentions: Iterable[Mention]) -> Mapping[str, tuple[Number, ...]]:
    """Results by analyte, newest first; numbers in the note where no laboratory sent any."""
    found: dict[str, list[Number]] = defaultdict(list)
    for row in facts.results:
        number = result_number(row)
        if number is not None:
            found[row.observation.analyte].append(number)
        resistance = rifampicin_result(row)
        if resistance is not None:
            found[resistance.place.name].append(resistance)
    sent = set(found)
    for one in mentions:
        if one.kind is MentionKind.LAB_VALUE and one.assertion is Assertion.PRESENT:
            for measured in one.measured:
                number = note_result(measured, one.span)
                if number is not None and measured.name not in sent:
                    found[measured.name].append(number)
    if "egfr" not in found:
        found["egfr"] = filtration(facts, found.get("creatinine", []))
    _add_open(facts, found)
    for numbers in found.values():
        numbers.sort(key=_recency, reverse=True)
    return _frozen(found)


def _add_open(facts: CaseFacts, found: dict[str, list[Number]]) -> None:
    """Results that wait for an answer, where no result is sure: doubtful, so they lower nothing."""
    sure = {name for name, numbers in found.items() if numbers}
    for row in facts.results:
        if is_open(row):
            for name, number in possible_numbers(row).items():
                if name not in sure:
                    found[name].append(number)


def _recency(number: Number) -> tuple[float, tuple[str, int]]:
    time = number.taken.timestamp() if number.taken else float("-inf")
    return time, number.place.row or ("", number.place.span.start if number.place.span else 0)


def _vitals(strip: Vitals, mentions: Iterable[Mention]) -> Mapping[str, tuple[Number, ...]]:
    """The vitals strip; numbers of the note where the strip is empty."""
    found: dict[str, list[Number]] = defaultdict(list)
    for name, attribute in STRIP.items():
        value = getattr(strip, attribute)
        if value is not None:
            found[name].append(_number(value, VITALS[name], Place(Origin.VITAL, name)))
    if strip.weight_kg is not None and strip.height_cm:
        bmi = strip.weight_kg / (strip.height_cm / 100) ** 2
        found["bmi"].append(_number(bmi, VITALS["bmi"], Place(Origin.VITAL, "bmi")))
    measured = set(found)
    for one in mentions:
        if one.kind is MentionKind.VITAL_SIGN and one.assertion is Assertion.PRESENT:
            place = Place(Origin.NOTE, one.concept or "", span=one.span)
            for value in one.measured:
                if value.name in VITALS and value.name not in measured and not value.comparator:
                    found[value.name].append(_number(value.value, VITALS[value.name], place))
    return _frozen(found)


def _number(value: float, unit: str, place: Place) -> Number:
    return Number(value, value, unit, place)


def _weights(strip: Vitals, mentions: Iterable[Mention]) -> tuple[Reason, ...]:
    """Two weights that can't both be right."""
    weights = [] if strip.weight_kg is None else [strip.weight_kg]
    weights += [
        value.value
        for one in mentions
        if one.kind is MentionKind.VITAL_SIGN and one.assertion is Assertion.PRESENT
        for value in one.measured
        if value.name == "weight" and value.unit == "kg"
    ]
    if not weights or max(weights) <= min(weights) * (1 + _WEIGHTS_DIFFER):
        return ()
    return (Reason("assessment_two_weights", {"first": min(weights), "second": max(weights)}),)


def _calculators(calculated: Iterable[Calculated], aki: Answer) -> Mapping[str, tuple[Number, ...]]:
    found: dict[str, tuple[Number, ...]] = {}
    for one in calculated:
        outcome = one.outcome
        if isinstance(outcome, Result):
            place = Place(Origin.CALCULATOR, one.calculator)
            found[one.calculator] = (
                Number(outcome.value, outcome.value, outcome.unit, place, bands=outcome.bands),
            )
    if aki is not Answer.UNKNOWN:
        value = float(aki is Answer.YES)
        found[AKI] = (_number(value, "1", Place(Origin.CALCULATOR, AKI)),)
    return found


def _frozen(found: Mapping[str, list[_Item]]) -> Mapping[str, tuple[_Item, ...]]:
    return {name: tuple(items) for name, items in found.items()}
