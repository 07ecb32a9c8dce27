"""The screening list of a day: who was here, what the films say, who has to go on."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from meddx_desktop.core.domain import resident_id
from meddx_desktop.core.domain.case import Case, FindingDecision
from meddx_desktop.core.domain.finding import Call
from meddx_desktop.core.domain.paper import (
    Block,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    Table,
    Tone,
)
from meddx_desktop.core.reports import amounts, identity
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech

_GUARD = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection), full-width ones too."""
_ORDER = {Call.POSITIVE: 1, Call.NOT_SURE: 2, Call.NEGATIVE: 3}
_TAIL = 4
KEYS = ("name", "id", "age", "sex", "film", "machine", "clinician", "state", "critical")


@dataclass(frozen=True, slots=True)
class Day:
    """The cases of one day, riskiest first, and who printed them when.

    Of `hidden` cases the models' answers wait for the reading of who asks.
    """

    day: date
    cases: tuple[Case, ...]
    made_at: datetime
    made_by: str
    hidden: frozenset[str] = frozenset()


_UNSCORED, _HIDDEN = (0, 0.0), (9, 0.0)


def ordered(cases: Sequence[Case], hidden: frozenset[str] = frozenset()) -> tuple[Case, ...]:
    """Open critical results, then by risk, unscored before scored; the hidden tell nothing."""

    def place(case: Case) -> tuple[bool, tuple[int, float]]:
        waits = case.case_id in hidden and case.risk[0] != _UNSCORED[0]
        return not case.has_open_critical, _HIDDEN if waits else case.risk

    return tuple(sorted(cases, key=place))


def compose(day: Day, speech: Speech) -> Paper:
    """The list on paper; of an ID only its tail, for lists lie about."""
    say = speech.say
    columns = tuple(
        Column(say(f"list_{key}"), weight)
        for key, weight in zip(KEYS, (2.2, 1.1, 1.2, 1.2, 1.1, 2.4, 2.4, 1.4, 1.5), strict=True)
    )
    rows = tuple(_row(case, speech, day.hidden) for case in day.cases)
    title = say("list_title", day=day.day.isoformat())
    blocks: list[Block] = [Heading(title, 1)]
    made = say("list_made", n=len(rows), time=amounts.moment(day.made_at), user=line(day.made_by))
    blocks.append(Paragraph(made))
    blocks.append(Table(columns, rows) if rows else Paragraph(say("list_empty")))
    blocks.append(Paragraph(f"{say('paper_scale')} {speech.safety('score')}", Tone.QUIET))
    blocks.append(Paragraph(speech.safety("below_threshold"), Tone.QUIET))
    blocks.append(Paragraph(speech.safety("tb_off"), Tone.WARNING))
    return Paper(
        title=title,
        language=speech.language,
        whose="",
        stamp=say("list_stamp"),
        is_reviewed=False,
        foot=speech.safety("support"),
        pages=say("paper_page"),
        blocks=tuple(blocks),
        lacks=say("paper_characters"),
    )


def as_csv(day: Day, speech: Speech) -> bytes:
    """The same as CSV in UTF-8 with its mark, which spreadsheets ask for; no cell is a formula."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([speech.say(f"list_{key}") for key in KEYS])
    for case in day.cases:
        rows.writerow([guarded(cell) for cell in _cells(case, speech, day.hidden)])
    rows.writerow([guarded(speech.safety("support"))])
    return written.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that a spreadsheet shows as it is, whatever it begins with."""
    text = line(cell)
    return f"'{text}" if text.startswith(_GUARD) else text


def _row(case: Case, speech: Speech, hidden: frozenset[str]) -> Row:
    is_loud = case.has_open_critical or case.risk[0] == 0
    worst = None if case.case_id in hidden else _worst(case)
    tone = Tone.DANGER if is_loud else Tone.STRONG if worst is Call.POSITIVE else Tone.PLAIN
    return Row(_cells(case, speech, hidden), tone)


def _cells(case: Case, speech: Speech, hidden: frozenset[str]) -> tuple[str, ...]:
    patient = case.patient
    return (
        identity.name(patient, speech),
        _tail(line(patient.patient_id)),
        identity.age(case.age, speech),
        speech.label(f"sex.{patient.sex.value}"),
        _films(case, speech),
        _machine(case, speech, is_hidden=case.case_id in hidden),
        _clinician(case, speech),
        speech.label(f"state.{case.state.value}"),
        _critical(case, speech),
    )


def _critical(case: Case, speech: Speech) -> str:
    """Which critical results are open; else whether they were told, or are none."""
    open_ = [line(one.what) for one in case.criticals if one.is_open]
    if open_:
        return f"{speech.say('list_critical_open')}: {'; '.join(open_)}"
    if not case.criticals:
        return "–"
    is_none = all(one.none is not None for one in case.criticals)
    return speech.say("list_critical_none" if is_none else "list_critical_told")


def _tail(number: str) -> str:
    masked = resident_id.masked(number)
    return masked if masked != number or len(number) <= _TAIL + 2 else f"…{number[-_TAIL:]}"


def _films(case: Case, speech: Speech) -> str:
    if not case.films:
        return speech.label("call.no_film")
    return str(len(case.films))


def _worst(case: Case) -> Call | None:
    calls = [
        finding.call
        for film in case.films
        for said in film.screenings or ()
        if said.gate.accepted and not said.on_trial
        for finding in said.findings
    ]
    return min(calls, key=_ORDER.__getitem__, default=None)


def _machine(case: Case, speech: Speech, *, is_hidden: bool) -> str:
    """Each film's answer; a film without a score is named first, for it was not looked at."""
    if not case.films:
        return "–"
    waits = any(film.screenings is None and film.error is None for film in case.films)
    told = [speech.say("paper_waiting")] if waits else []
    told += [speech.safety("refused")] if case.risk[0] == 0 else []
    if is_hidden:
        return _joined([*told, speech.say("list_hidden")])
    told += [
        f"{speech.label(f'finding.{finding.name}')} {amounts.score(finding.probability)}"
        f" ({speech.label(f'call.{finding.call.value}')})"
        for film in case.films
        for said in film.screenings or ()
        if said.gate.accepted and not said.on_trial
        for finding in said.findings
        if finding.call is not Call.NEGATIVE or case.risk[0] == _ORDER[Call.NEGATIVE]
    ]
    return _joined(told) or "–"


def _joined(told: list[str]) -> str:
    """Sentences and names in one cell, each once; no full stop before a semicolon."""
    *first, last = dict.fromkeys(told) or ("",)
    return "; ".join([*(one.rstrip(".。") for one in first), last])


def _clinician(case: Case, speech: Speech) -> str:
    newest: dict[tuple[str, int, str], FindingDecision | None] = {
        word.place: case.decision_on(*word.place) for word in case.decisions
    }
    words = [
        f"{speech.label(f'finding.{word.finding}')}: {speech.label(f'word.{word.decision.value}')}"
        for word in newest.values()
        if word is not None
    ]
    return "; ".join(words) or speech.say("paper_undecided")
