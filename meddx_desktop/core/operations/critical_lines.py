"""Laboratory results that are critical are told as critical results (SAFETY 13).

What is critically low or high, by the program's limits or by the laboratory's own flag, is raised
by itself in the transaction that brings it into a case. It stands on top like any critical result
until somebody heard of it, or a clinician says why it is none.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.laboratory import Interpretation, ResultStatus, SentResult
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.review import CriticalResult, NotCritical
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.labs.flags import laboratorys
from meddx_desktop.core.operations import labs_desk
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_line import LabLine

_CRITICAL = (Interpretation.CRITICAL_LOW, Interpretation.CRITICAL_HIGH)
_RECENT = timedelta(days=7)
"""An older value is raised only while nothing newer of the same test is known."""
_LONGEST = 200


def due(case: Case, lines: Iterable[LabLine], now: datetime) -> tuple[LabLine, ...]:
    """Critical results of a case that nobody was asked about yet: of each test the newest one.

    A course of critical values is one thing to tell. What lies longer back than some days, and is
    followed by a newer value that is not critical, is history.
    """
    tests: dict[str, list[LabLine]] = {}
    for line in lines:
        one = line.observation
        if line.stands and one.sent.status is not ResultStatus.CANCELLED:
            tests.setdefault(one.analyte or one.sent.name.casefold(), []).append(line)
    known = {what for one in case.criticals for what in (one.line, one.what) if one.line}
    found = []
    for of_test in tests.values():
        ordered = sorted(of_test, key=lambda line: _age(line, now))
        newest = next((line for line in ordered if is_critical(line)), None)
        if newest is None or (newest is not ordered[0] and _age(newest, now) > _RECENT):
            continue
        if place(newest) not in known and words(newest.observation.sent) not in known:
            found.append(newest)
    return tuple(found)


def is_critical(line: LabLine) -> bool:
    """By the program's limits, or by the laboratory's own flag."""
    one = line.observation
    return one.interpretation in _CRITICAL or laboratorys(one.sent.flags) in _CRITICAL


def _age(line: LabLine, now: datetime) -> timedelta:
    """How long ago the specimen was taken; nothing where nobody knows."""
    taken = line.observation.sent.taken
    return timedelta() if taken is None else now - taken.astimezone(UTC)


def place(line: LabLine) -> str:
    """Where a line stands, as `CriticalResult.line` keeps it."""
    return f"{line.source}:{line.number}"


def words(sent: SentResult) -> str:
    """The result as it was sent, in no language but its own: test, value, unit, flag, time."""
    value = sent.value.text if sent.value else ""
    taken = f"{sent.taken:%Y-%m-%d %H:%M}" if sent.taken else sent.taken_text
    parts = (sent.name, value, sent.unit, *sent.flags)
    said = " ".join(part.strip() for part in parts if part.strip())[:_LONGEST]
    return f"{said}, {taken}" if taken else said


def with_due(app: Application, desk: Desk, case: Case) -> Case:
    """The case with every critical result of its laboratory that is due; the trail says so.

    Call inside a transaction that saves the case when it changed.
    """
    now = datetime.now(UTC)
    found = labs_desk.read(app, desk, case, also_earlier=False)
    lines = due(case, found.lines, now)
    if not lines:
        return case
    raised = tuple(
        CriticalResult(words(line.observation.sent), desk.user, now, line=place(line))
        for line in lines
    )
    desk.tell("critical_found", case.case_id, count=len(raised))
    return replace(case, criticals=(*case.criticals, *raised))


def look(app: Application, case_id: str) -> Case:
    """Raise what is due in a case that may have been brought in before this was done by itself.

    A signed case stays as it was signed.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    """
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = labs_desk.loaded(desk, case_id)
        changed = case if case.is_signed else with_due(app, desk, case)
        if changed is not case:
            desk.store.cases.save(changed)
    return changed


def not_critical(app: Application, case_id: str, number: int, why: str) -> Case:
    """Say why a result that the laboratory raised is none that must be told; clinicians alone.

    What a person raised is told, and never waved away.

    Raises
    ------
    InvalidEntry
        ``not_critical_why_missing``, ``critical_gone``, ``case_gone``;
        ``critical_by_person``: a person raised it.
    """
    said = " ".join(why.split())
    if not said:
        raise InvalidEntry("not_critical_why_missing")
    with app.access.using(Action.SIGN_CASE) as desk, desk.changing():
        case = labs_desk.loaded(desk, case_id)
        if not 0 <= number < len(case.criticals):
            raise InvalidEntry("critical_gone")
        one = case.criticals[number]
        if not one.line:
            raise InvalidEntry("critical_by_person")
        settled = replace(one, none=NotCritical(said, desk.user, datetime.now(UTC)))
        kept = (*case.criticals[:number], settled, *case.criticals[number + 1 :])
        case = replace(case, criticals=kept)
        desk.store.cases.save(case)
        desk.tell("critical_none", case_id)
    return case
