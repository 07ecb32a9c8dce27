"""One drug beside those that the patient takes: pairs, two that prolong QT, the same twice."""

from collections.abc import Iterator

from meddx_desktop.core.assessment.treatment.drug_facts import DrugClass, DrugKnowledge
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    SafetyFinding,
    Severity,
    TakenDrug,
)


def pair_findings(drug: str, patient: DrugPatient, known: DrugKnowledge) -> Iterator[SafetyFinding]:
    """Pairs of which one is this drug; which of the two is asked about makes no difference."""
    for taken, other in _others(patient):
        for pair in known.pairs:
            if pair.holds(drug, other):
                yield SafetyFinding(
                    CheckKind.INTERACTION,
                    pair.severity,
                    drug,
                    other,
                    pair.reason,
                    pair.source,
                    taken.place,
                )


def duplicate_findings(
    drug: str, patient: DrugPatient, known: DrugKnowledge
) -> Iterator[SafetyFinding]:
    """The same ingredient, also within a product of several, and a second one of its class."""
    for taken, other in _others(patient):
        if other == drug:
            severity, reason, source = known.twice
            yield SafetyFinding(
                CheckKind.DUPLICATE, severity, drug, taken.written, reason, source, taken.place
            )
            continue
        for one in known.classes.values():
            if one.no_two and {drug, other} <= one.members:
                yield _second(drug, other, taken, one)


def _second(drug: str, other: str, taken: TakenDrug, one: DrugClass) -> SafetyFinding:
    if one.source is None:
        raise ValueError(one.key)
    return SafetyFinding(
        CheckKind.DUPLICATE,
        Severity(one.no_two),
        drug,
        other,
        one.reason,
        one.source,
        taken.place,
    )


def qt_pair_findings(
    drug: str, patient: DrugPatient, known: DrugKnowledge
) -> Iterator[SafetyFinding]:
    """Two drugs that both prolong QT."""
    for fact in known.facts_of(drug, CheckKind.QT):
        for taken, other in _others(patient):
            if other != drug and known.facts_of(other, CheckKind.QT):
                yield SafetyFinding(
                    CheckKind.QT,
                    fact.severity,
                    drug,
                    other,
                    fact.reason,
                    fact.source,
                    taken.place,
                )


def not_paired(patient: DrugPatient, known: DrugKnowledge) -> Iterator[str]:
    """Drugs as written of which no pair was ever read, or whose ingredients are not known."""
    for taken in patient.taken:
        unread = [
            one for one in taken.ingredients if not known.was_read(one, CheckKind.INTERACTION)
        ]
        if not taken.ingredients:
            yield taken.written
        elif unread and len(taken.ingredients) > 1:
            # The product is checked by its ingredients: which of them was not is said.
            yield f"{taken.written} ({', '.join(unread)})"
        elif unread:
            yield taken.written


def _others(patient: DrugPatient) -> Iterator[tuple[TakenDrug, str]]:
    for taken in patient.taken:
        for other in taken.ingredients:
            yield taken, other
