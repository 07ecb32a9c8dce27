"""Laboratory results and calculators on paper: each with unit, range, source and doubts."""

from meddx_desktop.core.domain.laboratory import Interpretation, RejectedLine
from meddx_desktop.core.domain.paper import (
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Tone,
)
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.report_parts import CalculatedPart, LabPart
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.numbered import Numbered
from meddx_desktop.core.reports.speech import Speech, of

CRITICAL = frozenset({Interpretation.CRITICAL_LOW, Interpretation.CRITICAL_HIGH})
_LONGEST_LINE = 160


def results(report: Report, speech: Speech) -> list[Block]:
    """Everything; what was not understood and what does not count is listed too."""
    say = speech.say
    blocks: list[Block] = [Heading(say("paper_labs"))]
    if not report.labs and not report.lost_rejected:
        return [*blocks, Paragraph(say("paper_no_labs"))]
    sources = Numbered()
    if report.labs:
        blocks.append(_table(report, speech, sources))
        blocks.append(Paragraph(say("paper_not_judged_note"), Tone.QUIET))
        blocks += [Paragraph(text, Tone.QUIET) for text in sources.lines()]
    blocks += [
        Paragraph(speech.sentence(one.code, one.parameters), Tone.WARNING)
        for one in report.lab_cautions
    ]
    if report.lost_rejected:
        blocks += _rejected(report.lost_rejected, speech)
    return [*blocks, *_calculated(report.calculated, speech)]


def _table(report: Report, speech: Speech, sources: Numbered) -> Table:
    say = speech.say
    columns = (
        Column(say("paper_test"), 2.6),
        Column(say("paper_value"), 2.1),
        Column(say("paper_flag"), 1.2),
        Column(say("paper_range"), 2.4),
        Column(say("paper_taken"), 2.2),
    )
    return Table(columns, tuple(_row(one, speech, sources) for one in report.labs))


def _row(one: LabPart, speech: Speech, sources: Numbered) -> Row:
    observation = one.observation
    cells = (
        line(of(one.name, speech)) or speech.say("paper_unnamed_test"),
        amounts.result(observation, speech, one.decimals),
        flag(one.flag, speech),
        _range(one, speech, sources),
        amounts.taken(observation.sent.taken, observation.sent.taken_text),
    )
    return Row(cells, tone(one), remarks(one, speech))


def tone(one: LabPart) -> Tone:
    """How loud a result is on paper."""
    if one.flag in CRITICAL:
        return Tone.DANGER
    return Tone.PLAIN if one.flag in (None, Interpretation.NORMAL) else Tone.STRONG


def remarks(one: LabPart, speech: Speech) -> str:
    """What must be known of a result: that it does not count, and every caution that it carries."""
    notes = [speech.sentence(each.code, each.parameters) for each in one.observation.cautions]
    if one.excluded or one.replaced:
        notes.insert(0, speech.say("paper_does_not_count"))
    return " ".join(notes)


def flag(said: Interpretation | None, speech: Speech) -> str:
    """A flag in words; nothing said is never normal."""
    return speech.say(f"labs_flag_{said.value}") if said else speech.say("paper_not_judged")


def _range(one: LabPart, speech: Speech, sources: Numbered) -> str:
    used = one.range
    shown = amounts.limits(used, speech)
    if used is None or shown == "–":
        return shown
    own = f"({speech.say('labs_own_range')})"
    return f"{shown} {own if used.is_laboratorys else sources.number(used.source)}"


def _rejected(lines: tuple[RejectedLine, ...], speech: Speech) -> list[Block]:
    found: list[Block] = [Paragraph(speech.say("labs_rejected"), Tone.WARNING)]
    for one in lines:
        why = speech.sentence(one.reason.code, one.reason.parameters)
        text = line(one.text)
        cut = text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}…"
        found.append(Paragraph(f"{line(one.place)}: {cut} – {why}"))
    return found


def _calculated(parts: tuple[CalculatedPart, ...], speech: Speech) -> list[Block]:
    if not parts:
        return []
    say = speech.say
    columns = (
        Column(say("paper_calculator"), 3),
        Column(say("paper_value"), 1.6),
        Column(say("paper_meaning"), 3),
    )
    rows = []
    for one in parts:
        value = f"{one.value:.{one.decimals}f} {amounts.unit(one.unit, speech)}".strip()
        bands = ", ".join(speech.label(f"band.{band}") for band in one.bands) or "–"
        notes = " ".join(speech.sentence(note) for note in one.notes)
        rows.append(Row((speech.label(f"calculator.{one.name}"), value, bands), note=notes))
    return [Heading(say("paper_calculated"), 3), Table(columns, tuple(rows))]
