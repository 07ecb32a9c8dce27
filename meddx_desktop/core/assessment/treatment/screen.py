"""The checks of one drug against one patient, and what they could not look at.

Silence is never a clearance: a screen says of how many pairs it knows, which drugs and allergies
it does not, and for which kinds nothing was ever read about the drug.
"""

from collections.abc import Iterator

from meddx_desktop.core.assessment.treatment import kidneys
from meddx_desktop.core.assessment.treatment.allergy import allergy_findings
from meddx_desktop.core.assessment.treatment.drug_facts import READ_KINDS, DrugKnowledge
from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.findings import (
    in_order,
    is_child,
    is_of_childbearing_age,
    may_be_pregnant,
)
from meddx_desktop.core.assessment.treatment.genes import gene_findings
from meddx_desktop.core.assessment.treatment.interactions import (
    duplicate_findings,
    not_paired,
    pair_findings,
    qt_pair_findings,
)
from meddx_desktop.core.assessment.treatment.knowledge_drugs import drug_knowledge
from meddx_desktop.core.assessment.treatment.persons import (
    KIDNEY_DISEASE,
    has_group,
    kidney_matters,
    leaves_by_kidneys,
    person_findings,
)
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    Question,
    SafetyFinding,
    SafetyScreen,
)


def screen(drug: str, patient: DrugPatient, *, known: DrugKnowledge | None = None) -> SafetyScreen:
    """What speaks against giving this drug to this patient, with the source of every reason.

    Parameters
    ----------
    drug
        Key of a substance, or of a product, which is then looked at ingredient by ingredient.
    patient
    known
        What was read about drugs; by default what comes with the program.

    Raises
    ------
    KnowledgeRejected
        Where a file about drugs is broken; nothing is checked then.
    """
    known = known or drug_knowledge()
    parts = drug_names().ingredients_of(drug) or (drug,)
    findings = [one for part in parts for one in _findings(part, patient, known)]
    questions = {one for part in parts for one in _questions(part, patient, known)}
    unread = {kind for part in parts for kind in READ_KINDS if not known.was_read(part, kind)}
    strangers = [part for part in parts if part not in drug_names().ingredients]
    return SafetyScreen(
        drug,
        in_order(findings),
        tuple(one for one in Question if one in questions),
        len(known.pairs),
        tuple(dict.fromkeys([*strangers, *_not_checked(patient, known)])),
        tuple(kind for kind in READ_KINDS if kind in unread),
    )


def _findings(drug: str, patient: DrugPatient, known: DrugKnowledge) -> Iterator[SafetyFinding]:
    yield from allergy_findings(drug, patient, known)
    yield from pair_findings(drug, patient, known)
    yield from duplicate_findings(drug, patient, known)
    yield from qt_pair_findings(drug, patient, known)
    yield from person_findings(drug, patient, known)
    yield from gene_findings(drug, patient.genotypes)


def _questions(drug: str, patient: DrugPatient, known: DrugKnowledge) -> Iterator[Question]:
    if patient.age is None:
        yield Question.AGE
    if patient.allergies is None:
        yield Question.ALLERGIES
    if kidney_matters(drug, patient, known):
        yield from _of_kidneys(patient, known)
    elif is_child(patient) and leaves_by_kidneys(drug, known) and patient.creatinine is None:
        yield Question.KIDNEY_OF_CHILD
    if patient.pregnant is Answer.UNKNOWN and may_be_pregnant(patient):
        yield Question.PREGNANCY
        if patient.sex is not Sex.FEMALE:
            yield Question.SEX
    if (
        patient.lactating is Answer.UNKNOWN
        and is_of_childbearing_age(patient)
        and known.facts_of(drug, CheckKind.LACTATION)
    ):
        yield Question.LACTATION


def _of_kidneys(patient: DrugPatient, known: DrugKnowledge) -> Iterator[Question]:
    """A usual creatinine in pregnancy says nothing where the kidneys are known to be ill.

    Without any creatinine that is what is asked, and not also what a creatinine does not tell.
    """
    asked = kidneys.missing(patient)
    yield from asked
    if (
        patient.clearance is None
        and Question.CREATININE not in asked
        and has_group(KIDNEY_DISEASE, patient, known)
    ):
        yield Question.KIDNEY


def _not_checked(patient: DrugPatient, known: DrugKnowledge) -> list[str]:
    allergies = [
        one.written for one in patient.allergies or () if not one.ingredients and not one.classes
    ]
    return sorted({*allergies, *not_paired(patient, known)})
