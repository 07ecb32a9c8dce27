"""The drugs that a patient takes, each checked against the patient and against all the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.findings import in_order, title_of
from meddx_desktop.core.assessment.treatment.genes import drugs_of, gene_findings
from meddx_desktop.core.assessment.treatment.knowledge_drugs import drug_knowledge
from meddx_desktop.core.assessment.treatment.screen import screen
from meddx_desktop.core.domain.assessment import Words
from meddx_desktop.core.domain.genes import Genotype
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    SafetyFinding,
    SafetyScreen,
    TakenDrug,
)
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.treatment import patient_for

One = TypeVar("One")
_BY_NAME = frozenset({CheckKind.ALLERGY, CheckKind.GENE})
_EMPTY: Words = {}


@dataclass(frozen=True, slots=True)
class CheckedDrug:
    """One drug of the note, and what its checks say.

    Attributes
    ----------
    taken : TakenDrug
    screen : SafetyScreen | None
        Of all its ingredients together; None: the program does not know it, nothing was checked.
    """

    taken: TakenDrug
    screen: SafetyScreen | None


@dataclass(frozen=True, slots=True)
class MedicationCheck:
    """What a case says of the patient's drugs, and what the checks say of each.

    Attributes
    ----------
    patient : DrugPatient
    drugs : tuple[CheckedDrug, ...]
        As the note has them.
    pairs_known : int
    """

    patient: DrugPatient
    drugs: tuple[CheckedDrug, ...]
    pairs_known: int


def medication_check(app: Application, case_id: str) -> MedicationCheck:
    """Check every drug that the note says is taken; no confirmed condition is needed.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    KnowledgeRejected
        A file about drugs is broken; nothing is checked then.
    """
    return check(patient_for(app, case_id))


def check(patient: DrugPatient) -> MedicationCheck:
    """Each drug against the patient who takes all the others."""
    drugs = tuple(
        CheckedDrug(one, _screened(one, replace(patient, taken=_without(patient.taken, place))))
        for place, one in enumerate(patient.taken)
    )
    return MedicationCheck(patient, drugs, len(drug_knowledge().pairs))


def _without(taken: tuple[TakenDrug, ...], place: int) -> tuple[TakenDrug, ...]:
    return (*taken[:place], *taken[place + 1 :])


def _screened(one: TakenDrug, patient: DrugPatient) -> SafetyScreen | None:
    if not one.ingredients:
        return None
    parts = [screen(part, patient) for part in one.ingredients]
    return replace(
        parts[0],
        drug=one.written,
        findings=in_order(found for part in parts for found in part.findings),
        questions=_united(part.questions for part in parts),
        not_checked=_united(part.not_checked for part in parts),
        kinds_not_checked=_united(part.kinds_not_checked for part in parts),
    )


def _united(groups: Iterable[tuple[One, ...]]) -> tuple[One, ...]:
    return tuple(dict.fromkeys(one for group in groups for one in group))


def gene_advice(genotypes: Mapping[str, Genotype]) -> dict[str, tuple[SafetyFinding, ...]]:
    """By gene of which something is known: what guidelines say of which drug, gravest first.

    Raises
    ------
    KnowledgeRejected
        A table that came with the program is damaged.
    """
    return {
        gene: in_order(
            found
            for drug in drugs_of(gene)
            for found in gene_findings(drug, genotypes)
            if found.other == gene
        )
        for gene in sorted(genotypes)
    }


def drug_title(drug: str) -> Words:
    """What a drug is called in both languages; its key where no name is known."""
    return title_of(drug)


def other_title(finding: SafetyFinding) -> Words:
    """What the other side of a finding is called: a drug, a group of conditions, or as written.

    Empty for a fact about the patient (``clearance``, ``age`` ...), which the front end has words
    for, under ``fact.`` and that name.
    """
    other = finding.other
    if finding.kind in _BY_NAME:
        return {"en": other, "zh": other}
    group = drug_knowledge().groups.get(other)
    if group is not None:
        return group.title
    if finding.kind in (CheckKind.INTERACTION, CheckKind.DUPLICATE) or (
        other in drug_names().ingredients
    ):
        return title_of(other)
    return _EMPTY
