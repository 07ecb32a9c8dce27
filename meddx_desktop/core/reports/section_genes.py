"""Genes on paper: what was typed or read, from where, and what guidelines say of a drug."""

from collections.abc import Iterator

from meddx_desktop.core.domain.assessment import Source
from meddx_desktop.core.domain.paper import Block, Column, Heading, Paragraph, Row, Table, Tone
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.report_parts import DrugWord, GenePart
from meddx_desktop.core.domain.treatment_record import Severity
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.numbered import Numbered
from meddx_desktop.core.reports.speech import Speech, of

_LOUD = frozenset({Severity.AVOID, Severity.ADJUST})


def genes(report: Report, speech: Speech) -> list[Block]:
    """Every gene that is kept, and by name those of which nothing is known."""
    return _genes(report.genes, report, speech)


def warnings(report: Report, speech: Speech) -> list[Block]:
    """For a letter: the genes that speak against a drug, or for another dose, or are in doubt.

    Sources by their titles; where in them it stands is on the report.
    """
    loud = tuple(
        one
        for one in report.genes
        if one.record.result.doubts
        or one.advice is None
        or any(said.severity is not Severity.SUITED for said in one.advice)
    )
    return _genes(loud, report, speech, brief=True)


def _genes(
    parts: tuple[GenePart, ...], report: Report, speech: Speech, *, brief: bool = False
) -> list[Block]:
    if not parts:
        return []
    say = speech.say
    columns = (
        Column(say("paper_gene"), 1.3),
        Column(say("paper_alleles"), 2.2),
        Column(say("paper_phenotype"), 2.6),
        Column(say("paper_gene_from"), 3.4),
    )
    sources = Numbered()
    rows = tuple(_row(one, speech, sources, brief=brief) for one in parts)
    unknown = say("paper_genes_not_covered")
    if report.genes_unknown:
        named = say("paper_comma").join(report.genes_unknown)
        unknown = f"{say('paper_genes_unknown', names=named)} {unknown}"
    return [
        Heading(say("paper_genes")),
        Table(columns, rows),
        *(Paragraph(one, Tone.QUIET) for one in sources.lines()),
        Paragraph(unknown),
    ]


def alleles(one: GenePart, speech: Speech) -> str:
    """A pair as ``*1/*2``; what is no pair is a list."""
    joined = "/" if one.is_pair else speech.say("paper_comma")
    return line(joined.join(one.record.result.genotype.alleles)) or "–"


def phenotype(one: GenePart, speech: Speech) -> str:
    """As the table calls it; an open one says so."""
    if not one.has_phenotype:
        return "–"
    name = one.record.result.genotype.phenotype or "gene_phenotype_open"
    return speech.label(f"phenotype.{name}")


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
    """What is in doubt, then a line for each thing that is said, with its whole source."""
    said = [f"{words} ({source})" for words, source in _said(one, speech)]
    return [*_doubts(one, speech), *(said or _silent(one, speech))]


def _doubts(one: GenePart, speech: Speech) -> list[str]:
    return [speech.sentence(each.code, each.parameters) for each in one.record.result.doubts]


def _silent(one: GenePart, speech: Speech) -> list[str]:
    return [speech.say("paper_gene_unread" if one.advice is None else "paper_gene_silent")]


def _row(one: GenePart, speech: Speech, sources: Numbered, *, brief: bool) -> Row:
    told = _said(one, speech, brief=brief)
    said = [f"{words} {sources.number(source)}" for words, source in told]
    notes = [*_doubts(one, speech), *(said or _silent(one, speech))]
    name = one.record.result.genotype.gene
    cells = (name, alleles(one, speech), phenotype(one, speech), origin(one, speech))
    is_loud = any(each.severity in _LOUD for each in one.advice or ())
    return Row(cells, Tone.STRONG if is_loud else Tone.PLAIN, "\n".join(notes))


def _said(one: GenePart, speech: Speech, *, brief: bool = False) -> Iterator[tuple[str, str]]:
    """What is said, and where it was read; drugs of which the same is said stand together."""
    groups: dict[tuple[Severity, str, str], list[DrugWord]] = {}
    for each in one.advice or ():
        key = (
            each.severity,
            line(of(each.reason, speech)),
            _source(each.source, speech, brief=brief),
        )
        groups.setdefault(key, []).append(each)
    for (severity, reason, source), drugs in groups.items():
        named = dict.fromkeys(line(of(each.drug, speech)) for each in drugs)
        words = speech.say(
            "paper_gene_drug",
            severity=speech.label(f"severity.{severity.value}"),
            drugs=speech.say("paper_comma").join(named),
            reason=reason,
        )
        yield words, source


def _source(one: Source, speech: Speech, *, brief: bool) -> str:
    key = "paper_source" if one.opened else "paper_source_unopened"
    day = one.opened.isoformat() if one.opened else ""
    named = one.title if brief else f"{one.title}; {one.locator}".rstrip("; ")
    return speech.say(key, source=line(named), day=day)
