"""What is to be measured again: for clinicians with every step, for the patient in plain words."""

from collections.abc import Iterator
from datetime import date

from meddx_desktop.core.domain.follow_up import FollowUp, FollowUpStep, FollowUpWord
from meddx_desktop.core.domain.paper import Block, Column, Heading, Row, Sign, Table, Tone
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech


def follow_ups(report: Report, speech: Speech) -> list[Block]:
    """All of them, those that are done or were taken back too."""
    return _section(report.follow_ups, report, speech)


def open_ones(report: Report, speech: Speech) -> list[Block]:
    """For a letter: what is still to come."""
    return _section(tuple(one for one in report.follow_ups if one.is_open), report, speech)


def _section(found: tuple[FollowUp, ...], report: Report, speech: Speech) -> list[Block]:
    if not found:
        return []
    say = speech.say
    columns = (
        Column(say("paper_follow_up"), 3),
        Column(say("paper_due"), 1.6),
        Column(say("paper_state"), 2),
        Column(say("paper_follow_up_by"), 3),
    )
    rows = tuple(_row(one, _day(report), speech) for one in _by_day(found))
    return [Heading(say("paper_follow_ups")), Table(columns, rows)]


def _by_day(found: tuple[FollowUp, ...]) -> list[FollowUp]:
    return sorted(found, key=lambda one: (not one.is_open, one.due))


def _day(report: Report) -> date:
    return report.made_at.astimezone().date()


def _row(one: FollowUp, today: date, speech: Speech) -> Row:
    what = speech.label(f"follow_up.{one.kind.value}")
    if line(one.words):
        what = f"{what}: {line(one.words)}"
    last = one.trace[-1]
    stands = speech.say("paper_follow_up_open")
    tone = Tone.STRONG
    if not one.is_open:
        stands, tone = speech.label(f"follow_up_step.{last.step.value}"), Tone.PLAIN
    elif one.days_over(today) > 0:
        stands, tone = speech.say("paper_follow_up_over"), Tone.DANGER
    by = f"{line(one.trace[0].by) or '–'}, {amounts.moment(one.trace[0].at)}"
    notes = "\n".join(_step(step, speech) for step in one.trace[1:])
    return Row((what, one.due.isoformat(), stands, by), tone, notes)


def _step(step: FollowUpWord, speech: Speech) -> str:
    key = "paper_follow_up_moved" if step.step is FollowUpStep.MOVED else "paper_follow_up_step"
    said = speech.say(
        key,
        step=speech.label(f"follow_up_step.{step.step.value}"),
        day=step.due.isoformat(),
        by=line(step.by) or "–",
        time=amounts.moment(step.at),
    )
    return f"{said}: {line(step.words)}" if line(step.words) else said


def signs(report: Report, speech: Speech) -> list[Block]:
    """For the patient: the day in large print and what happens then, never a clinician's words.

    These may name what was only thought of, and a slip lies about at home.
    """
    return [
        Sign("calendar", "\n".join(_plain(group, day, report, speech)), loud=_spoken(day, speech))
        for day, group in _days(report)
    ]


def _days(report: Report) -> Iterator[tuple[date, list[FollowUp]]]:
    by_day: dict[date, list[FollowUp]] = {}
    for one in _by_day(report.follow_ups):
        if one.is_open:
            by_day.setdefault(one.due, []).append(one)
    yield from by_day.items()


def _plain(found: list[FollowUp], day: date, report: Report, speech: Speech) -> Iterator[str]:
    yield from dict.fromkeys(speech.say(f"slip_again_{one.kind.value}") for one in found)
    if day < _day(report):
        yield speech.say("slip_again_over")


def _spoken(day: date, speech: Speech) -> str:
    """A day as it is said, with its weekday: who reads little knows the day of the market."""
    return speech.say(
        "slip_day",
        weekday=speech.say(f"weekday_{day.isoweekday()}"),
        day=day.day,
        month=speech.say(f"month_{day.month}"),
        year=day.year,
    )
