"""What was on paper first: when it was, as the sheet says, beside when it was typed."""

from meddx_desktop.core.domain.late_entry import LateEntry, LatePart
from meddx_desktop.core.domain.paper import Block, Column, Heading, Paragraph, Row, Table, Tone
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line, plain
from meddx_desktop.core.reports.speech import Speech

_LISTED = (LatePart.VISIT, LatePart.VITALS, LatePart.NOTE, LatePart.READING)
"""Critical results have both times in their own table."""


def late(report: Report, speech: Speech) -> list[Block]:
    """Everything that was said to have been on paper, oldest word first."""
    found = [one for one in report.late if one.said.part in _LISTED]
    if not found:
        return []
    say = speech.say
    columns = (
        Column(say("paper_late_what"), 2.4),
        Column(say("paper_late_happened"), 3),
        Column(say("paper_late_entered"), 3),
    )
    rows = tuple(
        Row(
            (
                speech.label(f"late.{one.said.part.value}"),
                happened(one.said),
                f"{amounts.moment(one.said.at)}, {line(one.said.by) or '–'}",
            ),
            note="\n".join(_notes(one.said, speech, changed=one.changed)),
        )
        for one in found
    )
    return [Heading(say("paper_late")), Table(columns, rows)]


def told(report: Report, speech: Speech, part: LatePart) -> list[Block]:
    """One line over a section whose part was on paper first."""
    one = report.late_of(part)
    if one is None:
        return []
    words = both(one.said, speech)
    if one.changed:
        words = f"{words} {speech.say('paper_late_changed')}"
    return [Paragraph(words, Tone.STRONG)]


def both(one: LateEntry, speech: Speech) -> str:
    """Both times, and both names, in a sentence."""
    return speech.say(
        "paper_late_both",
        happened=happened(one),
        entered=amounts.moment(one.at),
        by=line(one.by) or "–",
    )


def happened(one: LateEntry) -> str:
    """When it was, and whom the sheet names."""
    return f"{amounts.moment(one.happened)}, {line(one.who) or '–'}"


def _notes(one: LateEntry, speech: Speech, *, changed: bool) -> list[str]:
    words = [plain(one.words)] if one.words.strip() else []
    return [*words, *([speech.say("paper_late_changed")] if changed else [])]
