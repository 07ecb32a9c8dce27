"""Genes of a patient as rows of their table, and back, exactly."""

import json
from collections.abc import Callable
from dataclasses import replace

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.genes import GeneRecord, GeneResult
from meddx_desktop.core.domain.treatment import Genotype, Genotyped
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.clinical_rows import Parts, read_rows
from meddx_desktop.core.store.database import Database, Row, Value


def gene_parts(case: Case) -> Parts:
    """The rows of everything that is known of the patient's genes."""
    return {"gene_records": [(place, *_row(one)) for place, one in enumerate(case.genes)]}


def _row(one: GeneRecord) -> tuple[Value, ...]:
    known = one.result.genotype
    at = None if one.at is None else one.at.isoformat()
    return (
        *(known.gene, codec.to_json(list(known.alleles)), known.phenotype, known.origin),
        *(codec.to_json(list(known.not_covered)), codec.reasons_text(one.result.doubts)),
        *(one.build, one.sample, one.by, at),
    )


def read_genes(database: Database, number: int, case: Case) -> Case:
    """`case` with everything that is known of the patient's genes."""
    rows = read_rows(database, "gene_records", number)
    return replace(case, genes=tuple(_record(row[2:]) for row in rows))


def _record(row: Row) -> GeneRecord:
    gene, alleles, phenotype, origin, uncovered, doubts, build, sample, by, at = row
    genotype = Genotype(
        *(gene, tuple(json.loads(alleles)), phenotype, Genotyped(origin)),
        not_covered=tuple(json.loads(uncovered)),
    )
    result = GeneResult(genotype, codec.reasons(doubts))
    return GeneRecord(result, build, sample, by, codec.moment(at))


def marked_genes(case: Case, named: Callable[[str], str]) -> Case:
    """The case with other names for who typed and who imported."""
    return replace(case, genes=tuple(replace(one, by=named(one.by)) for one in case.genes))
