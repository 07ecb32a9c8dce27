"""The rules of resources/treatment/genes/guidance.toml, checked against the tables of genes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from meddx_desktop.core.assessment.knowledge_evidence import source_of
from meddx_desktop.core.assessment.knowledge_looks import words_of
from meddx_desktop.core.assessment.treatment.knowledge_genes import (
    FOLDER,
    TYPED_ONLY,
    GeneTable,
    gene_tables,
)
from meddx_desktop.core.domain.assessment import Source, Words
from meddx_desktop.core.domain.treatment import Severity
from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.core.notes.red_flag_fields import BadRules, Fields

FILE = "guidance.toml"


@dataclass(frozen=True, slots=True)
class When:
    """What a rule asks of one gene; what is empty is not asked.

    Attributes
    ----------
    gene : str
    phenotypes : tuple[str, ...]
        One of these; ``""`` stands for unknown.
    alleles : tuple[str, ...]
        At least one of these.
    activity : tuple[float, ...]
        One of these activity scores.
    """

    gene: str
    phenotypes: tuple[str, ...] = ()
    alleles: tuple[str, ...] = ()
    activity: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What a guideline says of some drugs; the first gene of `when` is the one to name."""

    drugs: tuple[str, ...]
    severity: Severity
    when: tuple[When, ...]
    reason: Words
    source: Source


@dataclass(frozen=True, slots=True)
class Guidance:
    """All rules by drug, and what is said where variants are found and the phenotype is open."""

    rules: Mapping[str, tuple[Rule, ...]]
    partial: Words


@cache
def guidance() -> Guidance:
    """The rules that come with the program.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    return load(FOLDER / FILE, gene_tables())


def load(path: Path, tables: Mapping[str, GeneTable]) -> Guidance:
    """Read and check the rules.

    Raises
    ------
    KnowledgeRejected
        ``knowledge_unreadable``, ``knowledge_invalid``, ``knowledge_source_missing``.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeRejected(
            "knowledge_unreadable", file=path.name, entry="", why=str(error)
        ) from error
    try:
        return _guidance(path.name, content, tables)
    except BadRules as error:
        raise KnowledgeRejected(
            "knowledge_invalid", file=path.name, entry="", why=str(error)
        ) from error


def _guidance(file: str, content: dict[str, Any], tables: Mapping[str, GeneTable]) -> Guidance:
    top = Fields(file, "", content)
    sources = {
        one.key: one
        for row in top.tables("source")
        if (one := source_of(Fields(file, str(row.get("id", "?")), row))).is_verified
    }
    rules: dict[str, list[Rule]] = {}
    for row in top.tables("rule"):
        rule = _rule(Fields(file, str(row.get("drugs", "?")), row), sources, tables)
        for drug in rule.drugs:
            rules.setdefault(drug, []).append(rule)
    partial = words_of(Fields(file, "partial", dict(content.get("partial", {}))), "reason")
    return Guidance({drug: tuple(found) for drug, found in rules.items()}, partial)


def _rule(fields: Fields, sources: Mapping[str, Source], tables: Mapping[str, GeneTable]) -> Rule:
    source = fields.text("source")
    if source not in sources:
        raise fields.bad(f"source {source} is missing or was not opened")
    severity = Severity(fields.choice("severity", tuple(Severity)) or "caution")
    when = tuple(_when(fields, row, tables) for row in fields.tables("when"))
    rule = Rule(
        fields.texts("drugs", needed=True),
        *(severity, when, words_of(fields, "reason"), sources[source]),
    )
    fields.done()
    return rule


def _when(fields: Fields, row: dict[str, Any], tables: Mapping[str, GeneTable]) -> When:
    gene = str(row.get("gene", ""))
    phenotypes = tuple(str(one) for one in row.get("phenotypes", ()))
    alleles = tuple(str(one) for one in row.get("alleles", ()))
    activity = tuple(float(one) for one in row.get("activity", ()))
    if gene in tables:
        wrong = set(phenotypes) - {""} - phenotypes_of(tables[gene])
        wrong |= set(alleles) - set(tables[gene].alleles)
    elif gene in TYPED_ONLY:
        wrong = set(phenotypes) | (set(alleles) - set(hla_results(gene)))
    else:
        wrong = {gene or "gene"}
    if wrong or set(row) - {"gene", "phenotypes", "alleles", "activity"}:
        raise fields.bad(f"{gene}: unknown {', '.join(sorted(wrong)) or 'field'}")
    if not phenotypes and not alleles and not activity:
        raise fields.bad(f"{gene}: nothing is asked")
    return When(gene, phenotypes, alleles, activity)


def phenotypes_of(table: GeneTable) -> set[str]:
    """Every phenotype that a gene's table knows."""
    if table.gene == "G6PD":
        return {f"G6PD {word}" for word in ("Normal", "Variable", "Deficient")} | {
            "G6PD Deficient with CNSHA"
        }
    if table.gene == "DPYD":
        return {f"{word} Metabolizer" for word in ("Normal", "Intermediate", "Poor")}
    return set(table.phenotypes.values()) - {"Indeterminate"}


def hla_results(gene: str) -> tuple[str, ...]:
    """What a typed HLA result may be: each type positive or negative."""
    return tuple(f"{one} {word}" for one in TYPED_ONLY[gene] for word in ("positive", "negative"))
