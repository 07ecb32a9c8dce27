"""Contradictions and dangers that no condition owns: allergy, warfarin, a weight that can't be."""

from collections.abc import Iterator

from meddx_desktop.core.assessment.facts import CaseFacts, Observed
from meddx_desktop.core.assessment.treatment.allergy import allergy_findings
from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.knowledge_drugs import drug_knowledge
from meddx_desktop.core.assessment.treatment.named import read_allergies
from meddx_desktop.core.assessment.treatment.patient_allergies import allergies_of
from meddx_desktop.core.assessment.treatment.weights import completed_years, is_plausible
from meddx_desktop.core.domain.assessment import Origin
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind
from meddx_desktop.core.domain.treatment import DrugPatient, KnownAllergy

_USUAL_INR = 4.0
"""The upper end of every usual target range of warfarin: targets from 2.5 to 3.5, and 0.5 about
them; scribd.com/document/359052474, Anticoagulant protocols, "Target INR" (opened 2026-11-22)."""
_NOT_GIVEN = frozenset({Assertion.NEGATED, Assertion.FAMILY})


def cautions_of(facts: CaseFacts, observed: Observed) -> tuple[Reason, ...]:
    """What contradicts itself or must be settled first.

    Raises
    ------
    KnowledgeRejected
        A file about drugs is broken, and the case names an allergy.
    """
    allergies = allergies_of(facts) or ()
    return (
        *_denied_allergy(facts, allergies),
        *_allergy_to_drug(facts, allergies),
        *_inr(observed),
        *_weight(facts),
    )


def _denied_allergy(facts: CaseFacts, allergies: tuple[KnownAllergy, ...]) -> Iterator[Reason]:
    """The banner says none known, the note names one."""
    banner = facts.case.patient.allergies
    if banner is None or read_allergies(banner):
        return
    noted = [one.written for one in allergies if one.place and one.place.origin is Origin.NOTE]
    if noted:
        words = "; ".join(dict.fromkeys(noted))
        yield Reason("assessment_allergy_contradiction", {"words": words})


def _allergy_to_drug(facts: CaseFacts, allergies: tuple[KnownAllergy, ...]) -> Iterator[Reason]:
    """A drug that the note names, taken or planned, against every allergy."""
    if not allergies:
        return
    patient = DrugPatient(allergies=allergies)
    told = set[tuple[str, str]]()
    for drug in _drugs(facts):
        for part in drug_names().ingredients_of((drug.concept or "").removeprefix("drug:")):
            for found in allergy_findings(part, patient, drug_knowledge()):
                pair = (drug.text.casefold(), found.other)
                if pair not in told:
                    told.add(pair)
                    yield Reason(
                        "assessment_allergy_to_drug", {"drug": drug.text, "words": found.other}
                    )


def _drugs(facts: CaseFacts) -> Iterator[Mention]:
    for one in facts.reading.mentions if facts.reading else ():
        is_named = one.kind is MentionKind.DRUG and one.assertion not in _NOT_GIVEN
        if is_named and one.drug and not one.drug.stopped:
            yield one


def _inr(observed: Observed) -> Iterator[Reason]:
    numbers = observed.results.get("inr", ())
    taken = any(
        one.assertion is Assertion.PRESENT for one in observed.said.get("drug:warfarin", ())
    )
    if taken and numbers and numbers[0].low > _USUAL_INR:
        yield Reason("assessment_inr_on_warfarin", {"value": numbers[0].low})


def _weight(facts: CaseFacts) -> Iterator[Reason]:
    """A dose already refuses such a weight; here it is told as soon as it is typed."""
    weight, age = facts.case.vitals.weight_kg, facts.age
    if weight is not None and age is not None and not is_plausible(age, weight):
        words: dict[str, str | int | float] = {"weight": f"{weight:g}", "age": completed_years(age)}
        yield Reason("assessment_weight_for_age", words)
