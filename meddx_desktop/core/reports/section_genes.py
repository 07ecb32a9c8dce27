"""Genes on paper: what was typed or read, from where, and what guidelines say of a drug."""

from meddx_desktop.core.domain.paper import Block, Column, Heading, Paragraph, Row, Table, Tone
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.report_parts import DrugWord, GenePart
from meddx_desktop.core.domain.treatment_record import Severity
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech, of

_LOUD = frozenset({Severity.AVOID, Severity.ADJUST})


def genes(report: Report, speech: Speech) -> list[Block]:
    """Every gene that is kept, and by name those of which nothing is known."""
    return _genes(report.genes, report, speech)


def warnings(report: Report, speech: Speech) -> list[Block]:
    """For a letter: the genes that speak against a drug, or for another dose, or are in doubt."""
    loud = tuple(
        one
        for one in report.genes
        if one.record.result.doubts
        or one.advice is None
        or any(said.severity is not Severity.SUITED for said in one.advice)
    )
    return _genes(loud, report, speech)


def _genes(parts: tuple[GenePart, ...], report: Report, speech: Speech) -> list[Block]:
    if not parts:
        return []
    say = speech.say
    columns = (
        Column(say("paper_gene"), 1.3),
        Column(say("paper_alleles"), 2.2),
        Column(say("paper_phenotype"), 2.6),
        Column(say("paper_gene_from"), 3.4),
    )
    rows = tuple(_row(one, speech) for one in parts)
    unknown = say("paper_genes_not_covered")
    if report.genes_unknown:
        named = say("paper_comma").join(report.genes_unknown)
        unknown = f"{say('paper_genes_unknown', names=named)} {unknown}"
    return [Heading(say("paper_genes")), Table(columns, rows), Paragraph(unknown, Tone.QUIET)]


def phenotype(one: GenePart, speech: Speech) -> str:
    """As the table calls it; an open one says so."""
    return speech.label(
        f"phenotype.{one.record.result.genotype.phenotype or 'gene_phenotype_open'}"
    )


def origin(one: GenePart, speech: Speech) -> str:
    """Typed or read, the person's name in the file, by whom and when."""
    record = one.record
    how = speech.label(f"gene_origin.{record.result.genotype.origin.value}")
    parts = [f"{how} {record.build}".strip()]
    if record.sample:
        parts.append(speech.say("paper_gene_sample", sample=line(record.sample)))
    parts += [line(record.by), amounts.moment(record.at)]
    return speech.say("paper_comma").join(part for part in parts if part)


def advice(one: GenePart, speech: Speech) -> list[str]:
    """A line for each drug with its source; and what is in doubt, which goes first."""
    doubts = [speech.sentence(each.code, each.parameters) for each in one.record.result.doubts]
    if one.advice is None:
        return [*doubts, speech.say("paper_gene_unread")]
    said = [_said(each, speech) for each in one.advice]
    return [*doubts, *(said or [speech.say("paper_gene_silent")])]


def _row(one: GenePart, speech: Speech) -> Row:
    known = one.record.result.genotype
    alleles = line(speech.say("paper_comma").join(known.alleles)) or "–"
    cells = (known.gene, alleles, phenotype(one, speech), origin(one, speech))
    is_loud = any(each.severity in _LOUD for each in one.advice or ())
    tone = Tone.STRONG if is_loud else Tone.PLAIN
    return Row(cells, tone, "\n".join(advice(one, speech)))


def _said(one: DrugWord, speech: Speech) -> str:
    opened = one.source.opened
    return speech.say(
        "paper_gene_drug" if opened else "paper_gene_drug_unopened",
        severity=speech.label(f"severity.{one.severity.value}"),
        drug=line(of(one.drug, speech)),
        reason=line(of(one.reason, speech)),
        source=line(f"{one.source.title}; {one.source.locator}".rstrip("; ")),
        day=opened.isoformat() if opened else "",
    )
