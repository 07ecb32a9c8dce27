"""Allergies of the patient against one drug: the drug itself, its class, and what crosses over."""

from collections.abc import Iterator

from meddx_desktop.core.assessment.treatment.drug_facts import AllergyClass, DrugKnowledge
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    KnownAllergy,
    SafetyFinding,
)


def allergy_findings(
    drug: str, patient: DrugPatient, known: DrugKnowledge
) -> Iterator[SafetyFinding]:
    """Every reason that an allergy gives; a cause is named as it was written."""
    for one in patient.allergies or ():
        yield from _again(drug, one, known)
        yield from _same_class(drug, one, known)
        yield from _crossing(drug, one, known)


def _again(drug: str, one: KnownAllergy, known: DrugKnowledge) -> Iterator[SafetyFinding]:
    if drug in one.ingredients:
        severity, reason, source = known.again
        yield SafetyFinding(
            CheckKind.ALLERGY, severity, drug, one.written, reason, source, one.place
        )


def _same_class(drug: str, one: KnownAllergy, known: DrugKnowledge) -> Iterator[SafetyFinding]:
    for group in known.allergies.values():
        if drug in group.members and _is_about(one, group, besides=drug):
            yield SafetyFinding(
                CheckKind.ALLERGY,
                group.severity,
                drug,
                one.written,
                group.reason,
                group.source,
                one.place,
            )


def _is_about(one: KnownAllergy, group: AllergyClass, *, besides: str) -> bool:
    return group.key in one.classes or bool(group.members & (set(one.ingredients) - {besides}))


def _crossing(drug: str, one: KnownAllergy, known: DrugKnowledge) -> Iterator[SafetyFinding]:
    for cross in known.crosses:
        is_cause = cross.first & set(one.ingredients) or cross.of_classes & set(one.classes)
        if drug in cross.second and is_cause:
            yield SafetyFinding(
                CheckKind.ALLERGY,
                cross.severity,
                drug,
                one.written,
                cross.reason,
                cross.source,
                one.place,
            )
