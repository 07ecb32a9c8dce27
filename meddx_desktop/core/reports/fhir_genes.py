"""Genes as FHIR R4 Observations; what a file does not cover has no value, never a normal one.

The code of a genotype, the component that names its gene and the category are those of the HL7
Genomics Reporting guide (STU2, Observation-GenotypeExample1, opened 2026-11-22). Everything else
has a code of this program: phenotypes, single variants, results of HLA typing.
"""

from collections.abc import Iterator

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.laboratory import LOINC
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.report_parts import GenePart
from meddx_desktop.core.reports import section_genes
from meddx_desktop.core.reports.fhir_parts import Names, Resource, coded, concept, instant
from meddx_desktop.core.reports.speech import Speech

GENES = "urn:meddx:gene"
_GENOTYPE = Code("84413-4", LOINC, "Genotype display name")
_GENE = Code("48018-6", LOINC, "Gene studied [ID]")

Named = tuple[str, Resource]


def genes(report: Report, names: Names, speech: Speech) -> Iterator[Named]:
    """One Observation for each gene that is kept; what guidelines say of a drug is a note."""
    for part in report.genes:
        what = f"gene {part.record.result.genotype.gene}"
        made = _observation(part, report, names.of(what), names=names, speech=speech)
        yield what, made


def _observation(
    part: GenePart, report: Report, identity: str, *, names: Names, speech: Speech
) -> Resource:
    record, known = part.record, part.record.result.genotype
    title = f"{speech.say('paper_gene')} {known.gene}"
    made: Resource = {
        "resourceType": "Observation",
        "id": identity,
        "status": "final" if report.is_signed else "preliminary",
        "category": [concept("observation-category", "laboratory"), concept("v2-0074", "GE")],
        "code": coded(_code(part), text=title),
        "subject": names.reference("patient"),
    }
    if known.alleles:
        made["valueCodeableConcept"] = {"text": section_genes.alleles(part, speech)}
    elif known.phenotype:
        made["valueCodeableConcept"] = {"text": section_genes.phenotype(part, speech)}
    else:
        made["dataAbsentReason"] = concept("data-absent-reason", "unknown")
    gene = {"code": coded(_GENE), "valueCodeableConcept": {"text": known.gene}}
    made["component"] = [gene, *([_phenotype(part, speech)] if part.has_phenotype else [])]
    notes = [section_genes.origin(part, speech), *section_genes.advice(part, speech)]
    notes.append(speech.say("paper_genes_not_covered"))
    made["note"] = [{"text": one} for one in notes]
    if record.at is not None:
        made["issued"] = instant(record.at)
    return made


def _code(part: GenePart) -> Code:
    if part.is_pair:
        return _GENOTYPE
    known = part.record.result.genotype
    return Code("variants" if known.alleles else "phenotype", GENES, "")


def _phenotype(part: GenePart, speech: Speech) -> Resource:
    made: Resource = {
        "code": coded(Code("phenotype", GENES, ""), text=speech.say("paper_phenotype"))
    }
    if part.record.result.genotype.phenotype:
        return made | {"valueCodeableConcept": {"text": section_genes.phenotype(part, speech)}}
    return made | {"dataAbsentReason": concept("data-absent-reason", "unknown")}
