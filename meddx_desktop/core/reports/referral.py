"""The referral letter: what the next doctor has to know on two pages, with room for the hand."""

from meddx_desktop.core.domain.laboratory import Interpretation
from meddx_desktop.core.domain.paper import (
    Blanks,
    Block,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    Table,
    Tone,
)
from meddx_desktop.core.domain.report import FilmPart, Report
from meddx_desktop.core.reports import (
    amounts,
    identity,
    section_assessment,
    section_films,
    section_follow_up,
    section_genes,
    section_late,
    section_note,
    section_results,
    section_review,
    section_treatment,
)
from meddx_desktop.core.reports.clean import line, plain
from meddx_desktop.core.reports.speech import Speech, of


def compose(report: Report, speech: Speech) -> Paper:
    """The letter; unsigned ones say on every page that no clinician reviewed them."""
    say = speech.say
    blocks: list[Block] = [
        Heading(say("referral_title"), 1),
        Blanks((say("referral_to"), say("referral_from"))),
        identity.facts(report, speech),
        Heading(say("referral_reason")),
        Blanks(("",), columns=1, lines=2),
        *section_review.criticals(report, speech),
        *section_assessment.alerts(report, speech),
        *section_assessment.confirmed(report, speech),
        *section_treatment.treatment(report, speech),
        *section_genes.warnings(report, speech),
        *section_follow_up.open_ones(report, speech),
        *_films(report, speech),
        *_labs(report, speech),
        *section_note.vitals(report, speech),
        *_note(report, speech),
        *section_late.late(report, speech),
        *section_review.addenda(report, speech),
        *section_review.signatures(report, speech),
        Heading(say("referral_answer")),
        Blanks((say("referral_seen_by"), say("referral_seen_on"))),
        Blanks((say("referral_found"),), columns=1, lines=2),
    ]
    return identity.sheet(report, speech, blocks, title=say("referral_title"))


def _films(report: Report, speech: Speech) -> list[Block]:
    say = speech.say
    if not report.films:
        return []
    columns = (
        Column(say("paper_films"), 3),
        Column(say("paper_machine"), 3),
        Column(say("paper_clinician"), 3),
    )
    rows = tuple(row for film in report.films for row in _film(film, speech))
    blocks: list[Block] = [Heading(say("paper_films")), Table(columns, rows)]
    blocks.append(Paragraph(f"{say('paper_scale')} {speech.safety('score')}", Tone.QUIET))
    blocks += section_films.not_assessed(report.not_assessed, speech)
    if report.lacks_tuberculosis:
        blocks.append(Paragraph(speech.safety("tb_off"), Tone.WARNING))
    return blocks


def _film(film: FilmPart, speech: Speech) -> list[Row]:
    title = section_films.title(film, speech)
    if not film.is_scored:
        reasons = [*film.refusals, *([film.error] if film.error else [])]
        why = " ".join(speech.sentence(one.code, one.parameters) for one in reasons)
        said = speech.say("paper_waiting") if film.waiting else speech.safety("refused")
        return [Row((title, said, "–"), Tone.DANGER, why)]
    rows = []
    for one in film.findings:
        machine = speech.say(
            "referral_score",
            name=speech.label(f"finding.{one.name}"),
            call=speech.label(f"call.{one.call.value}"),
            score=amounts.score(one.score),
            threshold=amounts.score(one.threshold),
        )
        below = speech.safety(one.call.caution) if one.call.caution else ""
        trial = speech.say("paper_on_trial") if one.on_trial else ""
        note = " ".join(part for part in (below, trial) if part)
        rows.append(Row((title, machine, section_films.word(one, speech)), note=note))
    return rows


def _labs(report: Report, speech: Speech) -> list[Block]:
    """What lies outside its range, the dangerous first, with cautions; the others are counted."""
    say = speech.say
    standing = [one for one in report.labs if not one.excluded and not one.replaced]
    out = [one for one in standing if one.flag not in (None, Interpretation.NORMAL)]
    if not standing:
        return []
    columns = (
        Column(say("paper_test"), 3),
        Column(say("paper_value"), 2.4),
        Column(say("paper_flag"), 1.4),
        Column(say("paper_range"), 2.2),
        Column(say("paper_taken"), 2.2),
    )
    rows = tuple(
        Row(
            (
                line(of(one.name, speech)),
                amounts.result(one.observation, speech, one.decimals),
                section_results.flag(one.flag, speech),
                amounts.limits(one.range, speech),
                amounts.taken(one.observation.sent.taken, one.observation.sent.taken_text),
            ),
            section_results.tone(one),
            section_results.remarks(one, speech),
        )
        for one in sorted(out, key=lambda one: one.flag not in section_results.CRITICAL)
    )
    blocks: list[Block] = [Heading(say("referral_labs"))]
    if rows:
        blocks.append(Table(columns, rows))
    more = say("referral_more_labs", n=len(standing) - len(out))
    return [*blocks, Paragraph(more, Tone.QUIET)]


def _note(report: Report, speech: Speech) -> list[Block]:
    if not report.note.strip():
        return []
    return [Heading(speech.say("paper_note")), Paragraph(plain(report.note))]
