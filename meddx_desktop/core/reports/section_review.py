"""What people did: critical results and who was told, addenda, signatures."""

from meddx_desktop.core.domain.late_entry import LatePart
from meddx_desktop.core.domain.paper import (
    Block,
    Column,
    Facts,
    Heading,
    Paragraph,
    Row,
    Table,
    Tone,
)
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.review import Told
from meddx_desktop.core.reports import amounts, section_late
from meddx_desktop.core.reports.clean import line, plain
from meddx_desktop.core.reports.speech import Speech


def criticals(report: Report, speech: Speech) -> list[Block]:
    """Critical results: who told whom, when, and whether it was read back."""
    if not report.criticals:
        return []
    say = speech.say
    columns = (
        Column(say("paper_critical"), 3),
        Column(say("paper_raised"), 2),
        Column(say("paper_told"), 4),
    )
    rows = tuple(_critical(report, place, speech) for place in range(len(report.criticals)))
    return [Heading(say("paper_criticals")), Table(columns, rows)]


def _critical(report: Report, place: int, speech: Speech) -> Row:
    one = report.criticals[place]
    calls = [
        _call(report, f"{place}.{number}", call, speech) for number, call in enumerate(one.told)
    ]
    if one.none is not None:
        said = {"why": line(one.none.why), "by": line(one.none.by)}
        calls.append(speech.say("paper_not_critical", **said, time=amounts.moment(one.none.at)))
    if one.is_open:
        calls.append(speech.say("paper_critical_open"))
    late = report.late_of(LatePart.CRITICAL, str(place))
    raised = f"{line(one.by)}, {amounts.moment(one.at)}"
    raised = section_late.both(late.said, speech) if late else raised
    tone = Tone.DANGER if one.is_open else Tone.STRONG
    return Row((line(one.what), raised, "\n".join(calls)), tone)


def _call(report: Report, of: str, call: Told, speech: Speech) -> str:
    """Who was told; from a sheet both times stand there, and who told is whom the sheet names."""
    late = report.late_of(LatePart.TOLD, of)
    said = speech.say(
        "paper_read_back" if call.read_back else "paper_not_read_back",
        whom=line(call.whom),
        by=(line(late.said.who) or "–") if late else line(call.by),
        time=amounts.moment(late.said.happened if late else call.at),
    )
    if late is None:
        return said
    entered = amounts.moment(late.said.at)
    return f"{said} {speech.say('paper_late_typed', entered=entered, by=line(late.said.by))}"


def addenda(report: Report, speech: Speech) -> list[Block]:
    """Words that came after the signature."""
    blocks: list[Block] = []
    for one in report.addenda:
        head = f"{line(one.by)}, {amounts.moment(one.at)}"
        blocks += [Paragraph(head, Tone.STRONG), Paragraph(plain(one.text))]
    return [Heading(speech.say("paper_addenda")), *blocks] if blocks else []


def signatures(report: Report, speech: Speech) -> list[Block]:
    """Who signed and when; nobody is said as loudly."""
    say = speech.say
    blocks: list[Block] = [Heading(say("paper_signatures"))]
    for one in report.signatures:
        words = say("paper_signature", by=line(one.by), time=amounts.moment(one.at))
        settled = f" {say('paper_settled', reason=line(one.reason))}" if one.reason else ""
        blocks.append(Paragraph(words + settled))
    if not report.is_signed:
        if report.signatures:
            blocks.append(Paragraph(say("paper_reopened"), Tone.WARNING))
        return [*blocks, Paragraph(speech.safety("unreviewed"), Tone.DANGER)]
    if report.audit_head:
        blocks.append(Facts(((say("paper_audit_head"), report.audit_head),)))
        blocks.append(Paragraph(say("paper_how_to_verify"), Tone.QUIET))
    return blocks
