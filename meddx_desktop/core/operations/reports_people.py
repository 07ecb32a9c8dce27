"""Genes, first readings and late entries of a case as its report has them."""

from collections.abc import Iterable

from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.report_parts import DrugWord, FirstPart, GenePart, LateWord
from meddx_desktop.core.domain.treatment import SafetyFinding
from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.core.operations import genes, late, medication

__all__ = ["firsts_of", "genes_of", "genes_unknown", "late_of"]


def genes_of(case: Case) -> tuple[GenePart, ...]:
    """What is kept of each gene; tables that are broken take the advice away, never the result."""
    records = genes.records_of(case)
    if not records:
        return ()
    try:
        advice = medication.gene_advice(genes.genotypes_of(case))
    except KnowledgeRejected:
        return tuple(GenePart(records[gene], None) for gene in sorted(records))
    return tuple(
        GenePart(
            records[gene],
            tuple(_word(one) for one in advice.get(gene, ())),
            has_phenotype=bool(genes.phenotypes_known(gene)),
        )
        for gene in sorted(records)
    )


def genes_unknown(case: Case) -> tuple[str, ...]:
    """Genes that rules ask for and of which nothing is kept; none where no gene was looked at."""
    records = genes.records_of(case)
    try:
        known = genes.genes_known() if records else ()
    except KnowledgeRejected:
        return ()
    return tuple(one for one in known if one not in records)


def _word(one: SafetyFinding) -> DrugWord:
    return DrugWord(medication.drug_title(one.drug), one.severity, one.reason, one.source)


def firsts_of(case: Case) -> tuple[FirstPart, ...]:
    """Readings that were locked before the program's answer was shown, and those waived."""
    keys = {key for one in case.first_impressions for key in one.conditions}
    titles = dict(_titles(keys))
    return tuple(FirstPart(one, titles) for one in case.first_impressions)


def late_of(case: Case) -> tuple[LateWord, ...]:
    """What was on paper first; of each part only the last word can be held against it."""
    return tuple(
        LateWord(one, one is case.late(one.part, one.of) and late.is_changed(case, one))
        for one in case.late_entries
    )


def _titles(keys: Iterable[str]) -> Iterable[tuple[str, dict[str, str]]]:
    wanted = sorted(keys)
    try:
        known = knowledge() if wanted else {}
    except KnowledgeRejected:
        known = {}
    for key in wanted:
        one = known.get(key)
        yield key, dict(one.title) if one else {"en": key.replace("_", " ")}
