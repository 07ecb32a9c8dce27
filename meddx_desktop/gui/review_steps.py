"""What comes next for a case, who may do it, and what keeps it from being done."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.domain.case import CaseState
from meddx_desktop.core.domain.people import Action, same_name
from meddx_desktop.core.operations import review
from meddx_desktop.gui import labels
from meddx_desktop.gui.case_session import CaseSession

SIGN, FINISH, SECOND, TAKE_BACK = "sign", "finish", "second", "take_back"
CRITICAL, TOLD, ADDENDUM, REOPEN = "critical", "told", "addendum", "reopen"
FOLLOW_UP, LATE = "follow_up", "late"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do with a case; `why` says what keeps from it, empty where nothing does."""

    name: str
    words: str
    why: str = ""
    hint: str = ""
    """What it is the next step to."""


def next_step(session: CaseSession) -> Step | None:
    """The one thing that brings the open case further."""
    case = session.case
    if case is None:
        return None
    if case.has_open_critical:
        step = _named(session, TOLD)
        hint = "" if case.is_signed else labels.sentence("critical_open")
        return step and replace(step, hint=hint)
    if case.is_signed:
        return _named(session, ADDENDUM)
    return _named(session, FINISH if case.state is CaseState.AWAITING_SECOND_READER else SIGN)


def others(session: CaseSession) -> list[Step]:
    """What else can be done with the open case now."""
    first = next_step(session)
    names = (SECOND, TAKE_BACK, CRITICAL, FOLLOW_UP, LATE, ADDENDUM, REOPEN)
    taken = "" if first is None else first.name
    steps = [_named(session, name) for name in names if name != taken and _fits(session, name)]
    return [step for step in steps if step is not None]


def allowed(session: CaseSession, name: str) -> bool:
    """Whether this can be done with the open case now, by who is signed in."""
    step = _named(session, name)
    return step is not None and _fits(session, name) and not step.why


def _named(session: CaseSession, name: str) -> Step | None:
    case = session.case
    if case is None:
        return None
    disagree = case.state is CaseState.READERS_DISAGREE
    words = {
        SIGN: QCoreApplication.translate("Review", "Settle and sign…")
        if disagree
        else QCoreApplication.translate("Review", "Sign…"),
        FINISH: QCoreApplication.translate("Review", "Finish reading…"),
        SECOND: QCoreApplication.translate("Review", "Ask for a second reader…"),
        TAKE_BACK: QCoreApplication.translate("Review", "Do without a second reader"),
        CRITICAL: QCoreApplication.translate("Review", "Critical result…"),
        TOLD: QCoreApplication.translate("Review", "Told…"),
        ADDENDUM: QCoreApplication.translate("Review", "Addendum…"),
        REOPEN: QCoreApplication.translate("Review", "Reopen…"),
        FOLLOW_UP: QCoreApplication.translate("Review", "Follow-up…"),
        LATE: QCoreApplication.translate("Review", "Entered from paper…"),
    }
    return Step(name, words[name], _why_not(session, name))


def _fits(session: CaseSession, name: str) -> bool:
    """Whether this makes sense for the case as it stands."""
    case = session.case
    if case is None:
        return False
    waiting = case.state is CaseState.AWAITING_SECOND_READER
    return {
        SIGN: not case.is_signed and not waiting,
        FINISH: waiting,
        SECOND: not case.is_signed and not case.first_reader,
        TAKE_BACK: waiting and same_name(case.first_reader, session.app.access.user),
        CRITICAL: True,
        FOLLOW_UP: True,
        LATE: not case.is_signed,
        TOLD: case.has_open_critical,
        ADDENDUM: case.is_signed,
        REOPEN: case.is_signed,
    }[name]


def _why_not(session: CaseSession, name: str) -> str:
    case = session.case
    if case is None:
        return ""
    if name in (CRITICAL, TOLD, FOLLOW_UP):
        may = session.may(Action.EDIT_CASE)
        return "" if may else QCoreApplication.translate("Review", "Your role reads here.")
    if not session.may(Action.SIGN_CASE):
        return QCoreApplication.translate("Review", "A clinician signs and decides.")
    if name == FINISH and same_name(case.first_reader, session.app.access.user):
        return labels.sentence("second_reader_same")
    code = review.obstacle(case) if name in (SIGN, FINISH, SECOND) else ""
    if not code and name in (SIGN, FINISH, SECOND) and session.is_blind:
        code = "first_reading_due"
    return labels.sentence(code) if code else ""
