"""A patient's genes: imported from a VCF, typed from a report, kept with the case."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from meddx_desktop.core.assessment.treatment import gene_places, vcf
from meddx_desktop.core.assessment.treatment.genes import (
    alleles_known,
    beside_earlier,
    drugs_of,
    genes_known,
    phenotypes_known,
    typed,
)
from meddx_desktop.core.assessment.treatment.knowledge_genes import gene_tables
from meddx_desktop.core.assessment.treatment.star_alleles import result_of
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.genes import GeneRecord, GeneResult, Genotype
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import cases
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application

__all__ = [
    "VcfImport",
    "VcfLook",
    "alleles_known",
    "drugs_of",
    "genes_known",
    "genotypes_of",
    "import_vcf",
    "look_at_vcf",
    "phenotypes_known",
    "records_of",
    "type_genotype",
]


@dataclass(frozen=True, slots=True)
class VcfLook:
    """What the head of a file says, before anything is imported.

    Attributes
    ----------
    build : str
    samples : tuple[str, ...]
        Names as the file has them; a person compares them with the patient.
    """

    build: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VcfImport:
    """What an import did.

    Attributes
    ----------
    case : Case
        As it is now.
    build, sample : str
        The name stands in the file; the patient of the case may be called otherwise.
    results : tuple[GeneResult, ...]
        Every gene that is looked for, also those of which the file says nothing.
    """

    case: Case
    build: str
    sample: str
    results: tuple[GeneResult, ...]


def look_at_vcf(path: Path) -> VcfLook:
    """Which build and whose calls a file holds.

    Raises
    ------
    UnreadableResults
        As `vcf.read_header`.
    """
    header = vcf.read_header(path)
    return VcfLook(header.build, header.samples)


def import_vcf(
    app: Application,
    case_id: str,
    path: Path,
    *,
    sample: str = "",
    context: JobContext | None = None,
) -> VcfImport:
    """Read the genes of a case from a VCF; genes of which it says nothing stay as they were.

    Parameters
    ----------
    app
    case_id
    path
        VCF, plain or bgzip. It is read, not kept.
    sample
        Needed where the file holds several.
    context

    Raises
    ------
    UnreadableResults
        As `vcf.read_calls` and `gene_places.look`.
    InvalidEntry
        ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.EDIT_CASE) as desk:
        sex = cases.for_edit(desk, case_id).patient.sex
    tables = [table for table in gene_tables().values() if table.places]
    read = vcf.read_calls(path, gene_places.windows(tables), sample=sample, context=context)
    results = tuple(
        result_of(table, gene_places.look(table, read.calls, read.build), sex) for table in tables
    )
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        if case.patient.sex != sex:
            raise InvalidEntry("gene_patient_changed")
        said = [one for one in results if _is_news(case, one)]
        case = _keep(desk, case, said, build=read.build, sample=read.sample)
        desk.tell("genes_imported", case_id, count=len(said))
    return VcfImport(case, read.build, read.sample, results)


def _is_news(case: Case, one: GeneResult) -> bool:
    """Whether a result is to be kept.

    What is open never takes the place of what was known, unless a variant was found that the
    earlier result does not have: then the two contradict each other, and that is told.
    """
    known = one.genotype
    earlier = records_of(case).get(known.gene)
    if known.phenotype or earlier is None:
        return bool(known.alleles or known.phenotype)
    table = gene_tables()[known.gene]
    had = set(earlier.result.genotype.alleles)
    had |= {place for name in had & set(table.alleles) for place in table.alleles[name].places}
    return bool(set(known.alleles) - had)


def type_genotype(
    app: Application, case_id: str, gene: str, alleles: tuple[str, ...], *, phenotype: str = ""
) -> Case:
    """Keep a genotype that a person typed from a report.

    Raises
    ------
    InvalidEntry
        As `treatment.genes.typed`; ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        result = typed(gene, alleles, phenotype=phenotype, sex=case.patient.sex)
        if (earlier := records_of(case).get(gene)) is not None:
            result = beside_earlier(earlier.result, result)
        case = _keep(desk, case, [result])
        desk.tell("gene_typed", case_id)
    return case


def _keep(
    desk: Desk, case: Case, results: list[GeneResult], *, build: str = "", sample: str = ""
) -> Case:
    now = datetime.now(UTC)
    earlier = records_of(case)
    told = [_told(earlier.get(one.genotype.gene), one) for one in results]
    new = tuple(GeneRecord(one, build, sample, desk.user, now) for one in told)
    case = replace(case, genes=(*case.genes, *new))
    desk.store.cases.save(case)
    return case


def _told(earlier: GeneRecord | None, one: GeneResult) -> GeneResult:
    """The result, with a word where it contradicts what was known before."""
    before = earlier.result.genotype.phenotype if earlier else ""
    if before in ("", one.genotype.phenotype):
        return one
    parameters: dict[str, str | int | float] = {"gene": one.genotype.gene, "earlier": before}
    return replace(one, doubts=(*one.doubts, Reason("gene_differs", parameters)))


def genotypes_of(case: Case) -> Mapping[str, Genotype]:
    """What holds of each gene, as the checks of drugs take it."""
    return case.genotypes


def records_of(case: Case) -> Mapping[str, GeneRecord]:
    """The record that holds of each gene: the newest, with who said it, when and from where."""
    return case.gene_records
