"""The assessment on paper: what must not be missed first, then conditions with their evidence."""

from meddx_desktop.core.domain.assessment import Alert, Ground, RankedCondition, Ratio, Weighed
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
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech, of

_MOST_LINES = 6
_NEXT = 5


def alerts(report: Report, speech: Speech) -> list[Block]:
    """Danger signs, actions that no film lowers, and where film and the rest disagree."""
    found = report.assessment.alerts if report.assessment else ()
    blocks: list[Block] = []
    for one in found:
        blocks.append(Paragraph(_alert(one, speech), Tone.DANGER))
        rests = "; ".join(dict.fromkeys(_ground(each, speech) for each in one.grounds))
        if rests:
            blocks.append(Paragraph(rests, Tone.STRONG))
        todo = of(one.what_to_do, speech)
        if todo:
            blocks.append(Paragraph(todo))
    known = {of(one.title, speech) for one in found}
    for flag in report.flags:
        named = of(flag.title, speech)
        if named not in known:
            blocks.append(Paragraph(_named("red_flag", named, speech, flag.possible), Tone.DANGER))
            blocks.append(Paragraph(of(flag.what_to_do, speech)))
    return [Heading(speech.say("paper_alerts")), *blocks] if blocks else []


def assessment(report: Report, speech: Speech) -> list[Block]:
    """What note, results and films say together; not enough to say is a result too."""
    say = speech.say
    blocks: list[Block] = [Heading(say("paper_assessment")), *_confirmed(report, speech)]
    found = report.assessment
    if found is None:
        why = speech.sentence(report.assessment_missing or "bug")
        return [*blocks, Paragraph(why, Tone.WARNING)]
    blocks.append(Paragraph(say("paper_assessment_note"), Tone.QUIET))
    if found.not_enough:
        blocks.append(Paragraph(speech.label("standing.not_enough"), Tone.STRONG))
    else:
        blocks.append(_table(found.conditions, speech))
    if found.others:
        names = ", ".join(of(one.title, speech) for one in found.others)
        blocks.append(Paragraph(say("paper_others", names=names)))
    blocks += [
        Paragraph(speech.sentence(one.code, one.parameters), Tone.WARNING) for one in found.cautions
    ]
    if found.next_tests:
        wanted = [of(one.finding, speech) for one in found.next_tests[:_NEXT]]
        blocks.append(Paragraph(say("paper_next", names="; ".join(dict.fromkeys(wanted)))))
    return blocks


def confirmed(report: Report, speech: Speech) -> list[Block]:
    """What clinicians confirmed, under a heading of its own."""
    blocks: list[Block] = []
    for one in report.confirmed:
        blocks.append(Paragraph(f"{of(one.title, speech)} {one.icd10}".strip(), Tone.STRONG))
        by = f"{line(one.by) or '–'}, {amounts.moment(one.at)}"
        blocks.append(Paragraph(by, Tone.QUIET))
    return [Heading(speech.say("paper_confirmed")), *blocks] if blocks else []


def _confirmed(report: Report, speech: Speech) -> list[Block]:
    """What clinicians said themselves goes before what the program works out."""
    rows = tuple(
        (
            f"{of(one.title, speech)} {one.icd10}".strip(),
            f"{line(one.by) or '–'}, {amounts.moment(one.at)}",
        )
        for one in report.confirmed
    )
    if not rows:
        return []
    return [Paragraph(speech.say("paper_confirmed"), Tone.STRONG), Facts(rows)]


def _alert(one: Alert, speech: Speech) -> str:
    if one.kind == "unscored_film":
        return speech.label("alert.unscored_film")
    named = of(one.title, speech)
    if one.kind == "disagreement":
        return f"{speech.label('alert.disagreement')}: {named}. {speech.label(f'alert.{one.name}')}"
    return _named(one.kind.value, named, speech, one.possible)


def _ground(one: Ground, speech: Speech) -> str:
    """A value with its name, unit and day, or the words of the note; old ones say how old."""
    if one.text:
        return f"“{line(one.text)}”"
    name = (
        speech.label(one.label) if one.label else of({"en": one.english, "zh": one.chinese}, speech)
    )
    parts = (line(name), line(one.value), amounts.unit(line(one.unit), speech))
    words = " ".join(part for part in parts if part)
    if one.taken is None:
        return words
    words = f"{words}, {one.taken:%Y-%m-%d}"
    if not one.days_before:
        return words
    return f"{words} ({speech.label('alert.days_before').format(days=one.days_before)})"


def _named(kind: str, name: str, speech: Speech, possible: bool) -> str:
    doubt = f" ({speech.label('assertion.possible')})" if possible else ""
    return f"{speech.label(f'alert.{kind}')}: {name}{doubt}"


def _table(conditions: tuple[RankedCondition, ...], speech: Speech) -> Table:
    say = speech.say
    columns = (
        Column(say("paper_condition"), 3),
        Column(speech.label("scheme.I10C"), 1.4),
        Column(say("paper_standing"), 2.4),
        Column(say("paper_band"), 1.6),
    )
    return Table(columns, tuple(_condition(one, speech) for one in conditions))


def _condition(one: RankedCondition, speech: Speech) -> Row:
    band = speech.label(f"band.{one.band.value}") if one.band else "–"
    name = of(one.title, speech)
    if one.is_known:
        name = f"{name} ({speech.say('paper_known')})"
    lines = [_line(each, speech) for each in one.lines[:_MOST_LINES]]
    if len(one.lines) > _MOST_LINES:
        lines.append(speech.say("paper_more_lines", n=len(one.lines) - _MOST_LINES))
    lines += [speech.sentence(each.code, each.parameters) for each in one.cautions]
    cells = (name, one.icd10, speech.label(f"standing.{one.standing.value}"), band)
    return Row(cells, Tone.STRONG, "\n".join(lines))


def _ratio(ratio: Ratio) -> str:
    """With its interval, unless that says the same number again."""
    value, low, high = (f"{one:.3g}" for one in (ratio.value, ratio.low, ratio.high))
    return f"LR {value}" if value == low == high else f"LR {value} ({low}–{high})"


def _line(one: Weighed, speech: Speech) -> str:
    sign = "+" if one.supports else "−" if one.opposes else "·"
    truth = speech.say(f"paper_truth_{one.truth.value}")
    parts = [f"{sign} {of(one.title, speech)}: {truth}"]
    if one.ratio is not None:
        ratio = one.ratio
        parts.append(_ratio(ratio))
    if not one.counted and one.why_not:
        parts.append(speech.label(f"why_not.{one.why_not}"))
    if one.model:
        parts.append(one.model)
    return "; ".join(parts)
