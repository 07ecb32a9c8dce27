"""A clinician's own first reading on paper, beside what the machine had said by then."""

from meddx_desktop.core.domain.assessment_record import FirstFinding, FirstImpression
from meddx_desktop.core.domain.paper import Block, Column, Heading, Paragraph, Row, Table, Tone
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.report_parts import FirstPart
from meddx_desktop.core.reports import amounts, section_films
from meddx_desktop.core.reports.clean import line, plain
from meddx_desktop.core.reports.speech import Speech, of


def firsts(report: Report, speech: Speech) -> list[Block]:
    """Who read what before the program's answer was shown to them, and when it was locked."""
    blocks: list[Block] = []
    for part in report.firsts:
        blocks += _first(part, report, speech)
    return [Heading(speech.say("paper_firsts")), *blocks] if blocks else []


def _first(part: FirstPart, report: Report, speech: Speech) -> list[Block]:
    one = part.said
    key = "paper_first_waived" if one.waived else "paper_first_locked"
    head = speech.say(key, by=line(one.by) or "–", time=amounts.moment(one.at))
    blocks: list[Block] = [Paragraph(head, Tone.STRONG)]
    if one.waived:
        return blocks
    if one.findings:
        blocks.append(_table(one, report, speech))
    if one.conditions:
        named = (line(of(part.titles.get(key, {"en": key}), speech)) for key in one.conditions)
        listed = speech.say("paper_comma").join(f"{n}. {name}" for n, name in enumerate(named, 1))
        blocks.append(Paragraph(speech.say("paper_first_conditions", names=listed)))
    if one.words.strip():
        blocks.append(Paragraph(plain(one.words)))
    return blocks


def _table(one: FirstImpression, report: Report, speech: Speech) -> Table:
    say = speech.say
    columns = (
        Column(say("paper_films"), 3),
        Column(say("paper_finding"), 2.4),
        Column(say("paper_first_answer"), 1.6),
        Column(say("paper_first_machine"), 3),
    )
    return Table(columns, tuple(_row(each, report, speech) for each in one.findings))


def _row(one: FirstFinding, report: Report, speech: Speech) -> Row:
    films = {film.uid: film for film in report.films}
    film = films.get(one.sop_instance_uid)
    title = section_films.title(film, speech) if film else "–"
    if film is not None and film.frames > 1:
        title = f"{title} ({speech.say('paper_frame', number=one.frame, count=film.frames)})"
    machine = speech.label(f"call.{one.machine}") if one.machine else "–"
    if one.machine and line(one.model):
        machine = f"{machine} ({line(one.model)})"
    name = speech.label(f"finding.{one.finding}")
    return Row((title, name, speech.label(f"first.{one.answer.value}"), machine))
