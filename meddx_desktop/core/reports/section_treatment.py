"""Treatment that a clinician chose, on paper: the dose as it was shown, and why against a check."""

from meddx_desktop.core.domain.paper import Block, Column, Heading, Paragraph, Row, Table, Tone
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.treatment_record import Dose, Override, TreatmentWord
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech, of


def treatment(report: Report, speech: Speech) -> list[Block]:
    """What stands; without a choice there is no section, for nothing was decided."""
    if not report.treatments:
        return []
    say = speech.say
    columns = (
        Column(say("paper_treatment"), 3),
        Column(say("paper_dose"), 4),
        Column(say("paper_chosen_by"), 2.2),
    )
    rows = tuple(_row(one, speech) for one in report.treatments)
    against = [
        Paragraph(_override(each, one, speech), Tone.WARNING)
        for one in report.treatments
        for each in one.overrides
    ]
    return [
        Heading(say("paper_treatments")),
        Table(columns, rows),
        *against,
        Paragraph(say("paper_nothing_ordered"), Tone.QUIET),
    ]


def _row(one: TreatmentWord, speech: Speech) -> Row:
    shown = dose(one.dose, speech) if one.dose else "–"
    if one.drug and one.dose is None:
        shown = speech.say("paper_no_dose")
    by = f"{line(one.by) or '–'}, {amounts.moment(one.at)}"
    return Row((line(of(one.title, speech)), shown, by), Tone.STRONG)


def _override(one: Override, of_word: TreatmentWord, speech: Speech) -> str:
    return speech.say(
        "paper_override",
        title=line(of(of_word.title, speech)),
        severity=speech.label(f"severity.{one.severity.value}"),
        kind=speech.label(f"check.{one.kind.value}"),
        said=line(of(one.said, speech)) or "–",
        reason=line(one.reason),
    )


def dose(one: Dose, speech: Speech) -> str:
    """Per dose, how it is measured out, route, times and days."""
    amount = f"{_number(one.low)} {_unit(one.unit, speech)}"
    if one.low != one.high:
        amount = f"{_number(one.low)}–{_number(one.high)} {_unit(one.unit, speech)}"
    if one.volume_ml is not None:
        volume = _number(one.volume_ml)
        amount = speech.say("paper_volume", amount=amount, volume=volume, strength=one.strength)
    if one.tablets is not None:
        count = _number(one.tablets)
        amount = speech.say("paper_tablets", amount=amount, count=count, strength=one.strength)
    parts = [amount, speech.label(f"dose_route.{one.route}"), _times(one, speech)]
    if one.days_low is not None:
        last = one.days_high or one.days_low
        days = f"{one.days_low}" if last == one.days_low else f"{one.days_low}–{last}"
        parts.append(speech.say("paper_days", days=days))
    return speech.say("paper_comma").join(parts)


def _times(one: Dose, speech: Speech) -> str:
    if one.is_single:
        return speech.say("paper_once")
    if one.hours_apart is not None:
        return speech.say("paper_every", hours=_number(one.hours_apart))
    return speech.say("paper_times", count=_number(one.times_per_day))


def _number(value: float) -> str:
    return f"{value:.10g}"


def _unit(code: str, speech: Speech) -> str:
    if code.isalpha():
        return code.replace("ug", "µg")
    return speech.label(f"dose_unit.{code}")
