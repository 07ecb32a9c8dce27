"""What is to be measured again: set, moved, done, taken back, and the list of what is due."""

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.follow_up import (
    FURTHEST_DAYS,
    LONGEST_WORDS,
    PRESETS,
    FollowUp,
    FollowUpKind,
    FollowUpStep,
    FollowUpWord,
    Preset,
    follow_ups,
)
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.interrupted import going_on
from meddx_desktop.core.store.follow_up_rows import with_open_follow_up

__all__ = [
    "PRESETS",
    "Due",
    "FollowUpKind",
    "Preset",
    "begin",
    "due",
    "finish",
    "move",
    "of_case",
    "today",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class Due:
    """One line of the list: whose follow-up, what, and by when."""

    case_id: str
    patient: Patient
    follow_up: FollowUp
    demonstration: bool = False


def of_case(case: Case) -> tuple[FollowUp, ...]:
    """The follow-ups of one case, closed ones too, in the order in which they were set."""
    return follow_ups(case.follow_up_words)


def begin(
    app: Application, case_id: str, kind: FollowUpKind, *, day: date, words: str = ""
) -> Case:
    """A clinician sets a follow-up, in an open case or in a signed one, which stays as it is.

    Raises
    ------
    InvalidEntry
        ``case_gone``; ``follow_up_words_missing``: of the kind "other" only the words say what;
        ``follow_up_words_long``, ``follow_up_day_past``, ``follow_up_day_far``.
    NotPermitted
        ``not_permitted``.
    """
    said = _words(words)
    if kind is FollowUpKind.OTHER and not said:
        raise InvalidEntry("follow_up_words_missing")
    _check(day)
    with app.access.using(Action.DECIDE) as desk, desk.changing():
        case = _loaded(desk, case_id)
        name = secrets.token_hex(8)
        return _kept(desk, case, FollowUpWord(name, kind, FollowUpStep.SET, day, said))


def move(app: Application, case_id: str, follow_up_id: str, *, day: date, why: str) -> Case:
    """Another day for a follow-up, with the reason; the day before it stays in the record.

    Raises
    ------
    InvalidEntry
        As `begin`; ``follow_up_reason_missing``, ``follow_up_gone``, ``follow_up_closed``.
    """
    said = _words(why)
    if not said:
        raise InvalidEntry("follow_up_reason_missing")
    _check(day)
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = _loaded(desk, case_id)
        word = replace(_open(case, follow_up_id), step=FollowUpStep.MOVED, due=day, words=said)
        return _kept(desk, case, word)


def finish(app: Application, case_id: str, follow_up_id: str, *, words: str = "") -> Case:
    """It was measured; what came of it may stand in the words.

    Raises
    ------
    InvalidEntry
        ``case_gone``, ``follow_up_gone``, ``follow_up_closed``, ``follow_up_words_long``.
    """
    said = _words(words)
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = _loaded(desk, case_id)
        word = replace(_open(case, follow_up_id), step=FollowUpStep.DONE, words=said)
        return _kept(desk, case, word)


def withdraw(app: Application, case_id: str, follow_up_id: str, *, why: str) -> Case:
    """A clinician takes a follow-up back; it stays in the record.

    Raises
    ------
    InvalidEntry
        As `finish`; ``follow_up_reason_missing``.
    """
    said = _words(why)
    if not said:
        raise InvalidEntry("follow_up_reason_missing")
    with app.access.using(Action.DECIDE) as desk, desk.changing():
        case = _loaded(desk, case_id)
        word = replace(_open(case, follow_up_id), step=FollowUpStep.WITHDRAWN, words=said)
        return _kept(desk, case, word)


def due(app: Application, *, context: JobContext | None = None) -> list[Due]:
    """Every open follow-up of the cases on the list, the one that is overdue longest first.

    Raises
    ------
    NotPermitted, StoreRefused, JobCancelled
        ``not_permitted``; ``store_locked`` or ``stopped_by_lock``.
    """
    found: list[Due] = []
    with app.access.using(Action.OPEN_CASE) as desk:
        for case_id in with_open_follow_up(desk.store.database):
            going_on(app, context)
            case = desk.store.cases.load(case_id)
            if case is not None:
                found += [
                    Due(case_id, case.patient, one, case.demonstration)
                    for one in of_case(case)
                    if one.is_open
                ]
    return sorted(found, key=lambda one: one.follow_up.due)


def _loaded(desk: Desk, case_id: str) -> Case:
    case = desk.store.cases.load(case_id)
    if case is None:
        raise InvalidEntry("case_gone")
    return case


def _open(case: Case, follow_up_id: str) -> FollowUpWord:
    """The word that holds of an open follow-up."""
    one = next((one for one in of_case(case) if one.follow_up_id == follow_up_id), None)
    if one is None:
        raise InvalidEntry("follow_up_gone")
    if not one.is_open:
        raise InvalidEntry("follow_up_closed")
    return one.trace[-1]


def _kept(desk: Desk, case: Case, word: FollowUpWord) -> Case:
    said = replace(word, by=desk.user, at=datetime.now(UTC))
    changed = replace(case, follow_up_words=(*case.follow_up_words, said))
    desk.store.cases.save(changed)
    desk.tell(_TOLD[word.step], case.case_id, kind=word.kind.value)
    return changed


_TOLD = {
    FollowUpStep.SET: "follow_up_set",
    FollowUpStep.MOVED: "follow_up_moved",
    FollowUpStep.DONE: "follow_up_done",
    FollowUpStep.WITHDRAWN: "follow_up_withdrawn",
}


def _words(text: str) -> str:
    words = " ".join(text.split())
    if len(words) > LONGEST_WORDS:
        raise InvalidEntry("follow_up_words_long", limit=LONGEST_WORDS)
    return words


def _check(day: date) -> None:
    ahead = (day - today()).days
    if ahead < 0:
        raise InvalidEntry("follow_up_day_past")
    if ahead > FURTHEST_DAYS:
        raise InvalidEntry("follow_up_day_far")


def today() -> date:
    """The day; tests have their own."""
    return date.today()
