"""Entered from paper: when something was, beside when it was typed.

After a day without power the sheets are typed as anything else is; then a person says what was on
paper, when it was and whom the sheet names. A clinician's word on a model's finding has no place
here: without the program there was no finding to speak of, and what the sheet says of a film is
kept as that reading.
"""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

from meddx_desktop.core.domain.case import Case, Vitals
from meddx_desktop.core.domain.late_entry import (
    LONGEST_READING,
    LONGEST_WHO,
    OLDEST_DAYS,
    Late,
    LateEntry,
    LatePart,
    digest_of,
)
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import cases
from meddx_desktop.core.operations.application import Application

__all__ = ["PARTS", "Late", "LatePart", "check", "entry", "is_changed", "state"]

PARTS = (LatePart.VISIT, LatePart.VITALS, LatePart.NOTE, LatePart.READING)
"""What is stated by itself; critical results are entered with both times at once."""
_CLOCKS = timedelta(minutes=5)
"""Clocks of a sheet and a computer differ by so much."""


def state(app: Application, case_id: str, part: LatePart, late: Late, *, words: str = "") -> Case:
    """Keep when a part of the open case was, as its sheet says; earlier words stay.

    Parameters
    ----------
    words
        What the sheet says of a film; needed for a reading, of nothing else.

    Raises
    ------
    InvalidEntry
        As `check`; ``late_empty``: nothing of this part was typed yet; ``late_words_missing``,
        ``late_words_long``; ``case_gone``.
    NotPermitted
        As `filing.refuse_signed`; ``not_permitted``.
    """
    check(late)
    said = words.strip() if part is LatePart.READING else ""
    if part is LatePart.READING and not said:
        raise InvalidEntry("late_words_missing")
    if len(said) > LONGEST_READING:
        raise InvalidEntry("late_words_long", limit=LONGEST_READING)
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        content = _content(case, part)
        if not content and part in (LatePart.VITALS, LatePart.NOTE):
            raise InvalidEntry("late_empty")
        made = entry(part, late, by=desk.user)
        made = replace(made, words=said, digest=digest_of(content) if content else "")
        case = replace(case, late_entries=(*case.late_entries, made))
        desk.store.cases.save(case)
        desk.tell("entered_late", case_id, kind=part.value)
    return case


def check(late: Late) -> None:
    """Refuse a time that can't be right.

    Raises
    ------
    InvalidEntry
        ``late_ahead``, ``late_long_ago``, ``late_who_long``.
    """
    now = datetime.now(UTC)
    if late.happened > now + _CLOCKS:
        raise InvalidEntry("late_ahead")
    if late.happened < now - timedelta(days=OLDEST_DAYS):
        raise InvalidEntry("late_long_ago")
    if len(late.who) > LONGEST_WHO:
        raise InvalidEntry("late_who_long", limit=LONGEST_WHO)


def entry(part: LatePart, late: Late, *, by: str, of: str = "") -> LateEntry:
    """What is kept of a part that was on paper first, typed now."""
    who = " ".join(late.who.split())
    return LateEntry(part, late.happened, who, of, by=by, at=datetime.now(UTC))


def is_changed(case: Case, one: LateEntry) -> bool:
    """Whether its part was changed after it was said to be what stood on paper."""
    return bool(one.digest) and one.digest != digest_of(_content(case, one.part))


def _content(case: Case, part: LatePart) -> str:
    if part is LatePart.NOTE:
        return case.note if case.note.strip() else ""
    if part is LatePart.VITALS and case.vitals != Vitals():
        return "|".join(f"{one.name}={getattr(case.vitals, one.name)}" for one in fields(Vitals))
    return ""
