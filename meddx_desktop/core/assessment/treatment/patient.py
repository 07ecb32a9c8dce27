"""What a case says of a patient that matters for choosing a drug; silence stays unknown."""

from collections.abc import Iterable
from datetime import timedelta

from meddx_desktop.core.assessment.assess import SUPPORTED
from meddx_desktop.core.assessment.facts import CaseFacts, Number, Observed
from meddx_desktop.core.assessment.gather import gather
from meddx_desktop.core.assessment.treatment.dose import may_be_pregnant
from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.patient_allergies import allergies_of
from meddx_desktop.core.assessment.treatment.weights import is_plausible, is_recent
from meddx_desktop.core.calculators.model import Result
from meddx_desktop.core.domain.assessment import Assessment, Origin, Place, Standing
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.treatment import DrugPatient, Question, TakenDrug
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.units import conversion, convert

AKI, TUBERCULOSIS = "aki", "tuberculosis"
_TUBERCULOSIS = frozenset({TUBERCULOSIS, "pulmonary_tuberculosis"})
_CLEARANCE = "creatinine_clearance_cockcroft_gault"
_CHILD_PUGH = "child_pugh"
_HAS = frozenset({Assertion.PRESENT, Assertion.HISTORICAL})
_CONDITIONS = frozenset({MentionKind.PROBLEM, MentionKind.SYMPTOM})
_TWO_WEIGHTS = "assessment_two_weights"
_OLDEST_CREATININE = timedelta(days=7)


def patient_of(facts: CaseFacts, assessment: Assessment) -> DrugPatient:
    """The patient of a case as the checks of drugs and the doses see them.

    Parameters
    ----------
    facts
        The case as it was read.
    assessment
        Of the same facts: what is held possible counts as a condition.
    """
    observed = gather(facts)
    weight, doubts = _weight(facts, observed)
    conditions, possible = _conditions(facts, observed, assessment)
    strip = facts.case.vitals
    return DrugPatient(
        age=facts.age,
        sex=observed.sex,
        weight_kg=weight,
        height_cm=strip.height_cm,
        clearance=None if doubts or AKI in conditions else _clearance(facts),
        creatinine=_creatinine(facts, observed),
        child_pugh=_child_pugh(facts),
        pregnant=_pregnant(facts, observed),
        lactating=_lactating(facts, observed),
        allergies=allergies_of(facts),
        taken=_taken(facts.reading.mentions if facts.reading else ()),
        conditions=conditions,
        possible=possible,
        potassium=_newest("potassium", "mmol/L", observed),
        genotypes=facts.case.genotypes,
        doubts=doubts,
    )


def _weight(facts: CaseFacts, observed: Observed) -> tuple[float | None, frozenset[Question]]:
    """The weight in kg, and why no dose may rest on it; one in the note alone is only a doubt."""
    strip = facts.case.vitals
    weight, doubts = strip.weight_kg, set[Question]()
    if weight is None:
        noted = _noted_weights(facts)
        if not noted:
            return None, frozenset()
        weight = min(noted)
        doubts.add(Question.WEIGHT_DATE)
    elif not is_recent(facts.age, strip.weight_on, facts.case.day):
        doubts.add(Question.WEIGHT_DATE)
    differs = any(one.code == _TWO_WEIGHTS for one in observed.cautions)
    if differs or not is_plausible(facts.age, weight):
        doubts.add(Question.WEIGHT_IMPLAUSIBLE)
    return weight, frozenset(doubts)


def _noted_weights(facts: CaseFacts) -> list[float]:
    return [
        value.value
        for one in (facts.reading.mentions if facts.reading else ())
        if one.kind is MentionKind.VITAL_SIGN and one.assertion is Assertion.PRESENT
        for value in one.measured
        if value.name == "weight" and value.unit == "kg" and not value.comparator
    ]


def _pregnant(facts: CaseFacts, observed: Observed) -> Answer:
    """The strip's answer; a note that says otherwise makes it unknown, and it is asked again."""
    if observed.sex is Sex.MALE:
        return Answer.NO
    strip = facts.case.vitals.pregnant
    noted = {one.assertion for one in observed.said.get("pregnancy", ())}
    if Assertion.PRESENT in noted:
        return Answer.UNKNOWN if strip is Answer.NO else Answer.YES
    if strip is Answer.UNKNOWN and not may_be_pregnant(facts.age, observed.sex):
        return Answer.NO
    return strip


def _lactating(facts: CaseFacts, observed: Observed) -> Answer:
    strip = facts.case.vitals.lactating
    is_excluded = observed.sex is Sex.MALE or not may_be_pregnant(facts.age, observed.sex)
    return Answer.NO if strip is Answer.UNKNOWN and is_excluded else strip


def _conditions(
    facts: CaseFacts, observed: Observed, assessment: Assessment
) -> tuple[frozenset[str], frozenset[str]]:
    """What is established, with tuberculosis at the least doubt; and what is only possible."""
    mentions = facts.reading.mentions if facts.reading else ()
    found = {
        one.concept
        for one in mentions
        if one.concept and one.kind in _CONDITIONS and one.assertion in _HAS
    }
    found |= {one.condition for one in facts.case.confirmed}
    found |= {one.key for one in assessment.conditions if one.standing is Standing.DEFINED}
    possible = {one.key for one in assessment.conditions if one.standing in SUPPORTED}
    if _moves(facts) or "acute_kidney_injury" in found | possible:
        found.add(AKI)
    doubted = any(
        one.assertion is Assertion.POSSIBLE
        for name in _TUBERCULOSIS
        for one in observed.said.get(name, ())
    )
    raised = any(one.condition == TUBERCULOSIS for one in assessment.alerts)
    if doubted or raised or (found | possible) & _TUBERCULOSIS:
        found.add(TUBERCULOSIS)
    return frozenset(found), frozenset(possible - found)


def _moves(facts: CaseFacts) -> bool:
    """Whether the creatinine moves, by the criteria or more slowly than they ask for."""
    return facts.aki is Answer.YES or any(
        isinstance(one.outcome, Result) and "creatinine_changing" in one.outcome.notes
        for one in facts.calculated
    )


def _clearance(facts: CaseFacts) -> float | None:
    """Creatinine clearance, mL/min; the calculator refuses children and a moving creatinine."""
    return next(
        (
            one.outcome.value
            for one in facts.calculated
            if one.calculator == _CLEARANCE and isinstance(one.outcome, Result)
        ),
        None,
    )


def _child_pugh(facts: CaseFacts) -> str:
    bands = {
        band
        for one in facts.calculated
        if one.calculator == _CHILD_PUGH and isinstance(one.outcome, Result)
        for band in one.outcome.bands
    }
    return next((band[-1].upper() for band in sorted(bands) if band.startswith(_CHILD_PUGH)), "")


def _taken(mentions: Iterable[Mention]) -> tuple[TakenDrug, ...]:
    """Drugs that the note says are taken, each once; what was stopped is not one of them."""
    found: dict[tuple[str, tuple[str, ...]], TakenDrug] = {}
    for one in sorted(mentions, key=lambda mention: mention.span):
        use = one.drug
        if one.kind is not MentionKind.DRUG or use is None or use.stopped:
            continue
        if one.assertion is not Assertion.PRESENT:
            continue
        key = (one.concept or "").removeprefix("drug:")
        names = drug_names().ingredients_of(key) or use.ingredients
        place = Place(Origin.NOTE, one.concept or "", span=one.span)
        found.setdefault((one.text.casefold(), names), TakenDrug(one.text, names, place))
    return tuple(found.values())


def _creatinine(facts: CaseFacts, observed: Observed) -> float | None:
    """umol/L; how old it may be is the authors' choice: a pregnancy changes the kidneys fast."""
    numbers = observed.results.get("creatinine", ())
    taken = numbers[0].taken if numbers else None
    if taken is not None and not timedelta() <= facts.case.day - taken.date() <= _OLDEST_CREATININE:
        return None
    return _newest("creatinine", "umol/L", observed)


def _newest(analyte: str, unit: str, observed: Observed) -> float | None:
    """The newest result in `unit`; None where it is doubtful or only a limit."""
    numbers: tuple[Number, ...] = observed.results.get(analyte, ())
    if not numbers or numbers[0].is_doubtful or numbers[0].low != numbers[0].high:
        return None
    number = numbers[0]
    how = conversion(number.unit, unit, analytes()[analyte].substance)
    return None if how is None else float(f"{convert(number.low, how):.10g}")
