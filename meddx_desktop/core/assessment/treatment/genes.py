"""Genes and drugs: what CPIC says of a drug for a patient's genes, and typed genotypes.

Nothing known of a gene gives no finding, and never "suited". A variant that was found while the
phenotype is open is said, so that it can't be read as normal.
"""

from collections.abc import Mapping
from dataclasses import replace

from meddx_desktop.core.assessment.treatment.genes_guidance import (
    Rule,
    When,
    guidance,
    hla_results,
    phenotypes_of,
)
from meddx_desktop.core.assessment.treatment.knowledge_genes import (
    TYPED_ONLY,
    GeneTable,
    gene_tables,
)
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.genes import GeneResult
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    Genotype,
    Genotyped,
    SafetyFinding,
    Severity,
)
from meddx_desktop.core.errors import InvalidEntry

_ORDER = list(Severity)


def gene_findings(drug: str, genotypes: Mapping[str, Genotype]) -> tuple[SafetyFinding, ...]:
    """What CPIC's guidelines say of a drug for these genes, gravest first.

    Parameters
    ----------
    drug
        Key of one ingredient.
    genotypes
        By gene; a gene that is not there is unknown.

    Raises
    ------
    KnowledgeRejected
        A table that came with the program is damaged.
    """
    rules = guidance().rules.get(drug, ())
    found = [_finding(drug, one) for one in rules if all(_holds(w, genotypes) for w in one.when)]
    found += _partial(drug, rules, genotypes)
    worst = min((_ORDER.index(one.severity) for one in found), default=0)
    if worst < _ORDER.index(Severity.SUITED):
        found = [one for one in found if one.severity is not Severity.SUITED]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.severity)))


def drugs_of(gene: str) -> tuple[str, ...]:
    """Drugs of which a rule asks this gene."""
    rules = guidance().rules
    return tuple(
        sorted(
            d for d, found in rules.items() if any(w.gene == gene for r in found for w in r.when)
        )
    )


def _finding(drug: str, rule: Rule) -> SafetyFinding:
    return SafetyFinding(
        CheckKind.GENE, rule.severity, drug, rule.when[0].gene, rule.reason, rule.source
    )


def _holds(when: When, genotypes: Mapping[str, Genotype]) -> bool:
    genotype = genotypes.get(when.gene, Genotype(when.gene))
    if when.phenotypes and genotype.phenotype not in when.phenotypes:
        return False
    if when.alleles and not set(when.alleles) & set(genotype.alleles):
        return False
    return not when.activity or _activity(genotype) in when.activity


def _activity(genotype: Genotype) -> float | None:
    """CPIC's activity score: the sum of both alleles; None where it is not known."""
    table = gene_tables()[genotype.gene]
    known = [table.alleles[one].activity for one in genotype.alleles if one in table.alleles]
    values = [one for one in known if one is not None]
    return sum(values) if len(values) == 2 == len(genotype.alleles) else None


def _partial(
    drug: str, rules: tuple[Rule, ...], genotypes: Mapping[str, Genotype]
) -> list[SafetyFinding]:
    """Of each gene whose phenotype a rule asks: altered alleles though the phenotype is open."""
    asked: dict[str, Rule] = {}
    for rule in rules:
        for when in rule.when:
            if when.phenotypes:
                asked.setdefault(when.gene, rule)
    found = []
    for gene, rule in asked.items():
        genotype = genotypes.get(gene)
        if genotype is None or genotype.phenotype:
            continue
        table = gene_tables()[gene]
        altered = [one for one in genotype.alleles if table.is_altered(one)]
        if altered:
            words = {"gene": gene, "alleles": ", ".join(altered)}
            reason = {lang: text.format(**words) for lang, text in guidance().partial.items()}
            found.append(
                SafetyFinding(CheckKind.GENE, Severity.CAUTION, drug, gene, reason, rule.source)
            )
    return found


def genes_known() -> tuple[str, ...]:
    """Genes that can be typed."""
    return tuple(sorted((*gene_tables(), *TYPED_ONLY)))


def alleles_known(gene: str) -> tuple[str, ...]:
    """What may be typed for a gene.

    Raises
    ------
    InvalidEntry
        ``gene_unknown``.
    """
    if gene in TYPED_ONLY:
        return hla_results(gene)
    return tuple(_table(gene).alleles)


def phenotypes_known(gene: str) -> tuple[str, ...]:
    """Phenotypes that a report may state for a gene; empty for one that has none.

    Raises
    ------
    InvalidEntry
        ``gene_unknown``.
    """
    return () if gene in TYPED_ONLY else tuple(sorted(phenotypes_of(_table(gene))))


def typed(
    gene: str, alleles: tuple[str, ...], *, phenotype: str = "", sex: Sex = Sex.UNKNOWN
) -> GeneResult:
    """A genotype that a person typed from a report.

    Parameters
    ----------
    gene
    alleles
        Two, or one of a gene on the X chromosome in a man; of HLA each type that was tested with
        ``positive`` or ``negative``. None where the report states the phenotype alone.
    phenotype
        As the report states it; checked against the alleles.
    sex

    Raises
    ------
    InvalidEntry
        ``gene_unknown``, ``gene_allele_unknown``, ``gene_allele_count``,
        ``gene_phenotype_unknown``, ``gene_phenotype_contradicts``, ``gene_nothing_typed``,
        ``gene_hla_twice``, ``gene_sex_needed``.
    """
    if not alleles and not phenotype:
        raise InvalidEntry("gene_nothing_typed")
    if gene in TYPED_ONLY:
        return _typed_hla(gene, alleles, phenotype)
    table = _table(gene)
    names = tuple(sorted(_allele(table, one) for one in alleles))
    if phenotype and phenotype not in phenotypes_of(table):
        raise InvalidEntry("gene_phenotype_unknown", gene=gene)
    said = _said(table, names, sex) if names else phenotype
    if phenotype and said and said != phenotype:
        raise InvalidEntry("gene_phenotype_contradicts", gene=gene, phenotype=said)
    doubts: tuple[Reason, ...] = ()
    if not said and table.has_phenotypes:
        doubts = (Reason("gene_no_phenotype", {"gene": gene}),)
    return GeneResult(Genotype(gene, names, said, Genotyped.TYPED), doubts)


def _typed_hla(gene: str, alleles: tuple[str, ...], phenotype: str) -> GeneResult:
    if phenotype:
        raise InvalidEntry("gene_phenotype_unknown", gene=gene)
    for one in alleles:
        if one not in hla_results(gene):
            raise InvalidEntry("gene_allele_unknown", gene=gene)
    if len({one.split()[0] for one in alleles}) != len(alleles):
        raise InvalidEntry("gene_hla_twice", gene=gene)
    return GeneResult(Genotype(gene, tuple(sorted(alleles)), "", Genotyped.TYPED))


def beside_earlier(earlier: GeneResult, new: GeneResult) -> GeneResult:
    """The new result; of HLA together with the types that were tested before and not again."""
    gene = new.genotype.gene
    if gene not in TYPED_ONLY:
        return new
    again = {one.split()[0] for one in new.genotype.alleles}
    kept = [one for one in earlier.genotype.alleles if one.split()[0] not in again]
    alleles = tuple(sorted((*kept, *new.genotype.alleles)))
    return replace(new, genotype=replace(new.genotype, alleles=alleles))


def _table(gene: str) -> GeneTable:
    table = gene_tables().get(gene)
    if table is None:
        raise InvalidEntry("gene_unknown")
    return table


def _allele(table: GeneTable, text: str) -> str:
    name = table.find(text)
    if name is None:
        raise InvalidEntry("gene_allele_unknown", gene=table.gene)
    return name


def _said(table: GeneTable, names: tuple[str, ...], sex: Sex) -> str:
    is_x = table.gene == "G6PD"
    if is_x and sex not in (Sex.MALE, Sex.FEMALE):
        raise InvalidEntry("gene_sex_needed", gene=table.gene)
    wanted = 1 if is_x and sex is Sex.MALE else 2
    if len(names) != wanted:
        raise InvalidEntry("gene_allele_count", gene=table.gene, count=wanted)
    return table.phenotype(names[0], names[1] if wanted > 1 else None)
