"""What a person says of the reading of a note: wrong, said otherwise, another code, not found.

Corrections are kept with the case and applied at each reading; taking one back leaves it in the
record. A red flag is taken away by none of them: a clinician says that it was seen.
"""

import secrets
from dataclasses import replace
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import Assertion, MentionKind, RedFlag, Span
from meddx_desktop.core.domain.note_corrections import FlagSeen, NoteCorrection, Verdict, anchor
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import cases
from meddx_desktop.core.operations.application import Application

LONGEST = 200
"""Characters of a mention that a person may mark."""


def correct(
    app: Application,
    case_id: str,
    text: str,
    span: Span,
    kind: MentionKind,
    *,
    verdict: Verdict,
    assertion: Assertion | None = None,
    code: Code | None = None,
) -> Case:
    """Keep a word on the mention that stands at `span` of the note's text.

    Raises
    ------
    InvalidEntry
        ``note_words_missing``: nothing is marked; ``note_words_long``; ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    words, before, after = anchor(text, span)
    if not words.strip():
        raise InvalidEntry("note_words_missing")
    if len(words) > LONGEST:
        raise InvalidEntry("note_words_long", limit=LONGEST)
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        said = NoteCorrection(
            *(secrets.token_hex(8), verdict, kind, words, before, after, span.start),
            assertion=assertion,
            code=code,
            by=desk.user,
            at=datetime.now(UTC),
        )
        case = replace(case, note_corrections=(*case.note_corrections, said))
        desk.store.cases.save(case)
        desk.tell("note_corrected", case_id, decision=verdict.value, kind=kind.value)
    return case


def take_back(app: Application, case_id: str, correction_ids: tuple[str, ...]) -> Case:
    """Take corrections back: the program's own reading holds again.

    Raises
    ------
    InvalidEntry
        ``note_correction_gone``: taken back already, or never there; ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        open_ids = {one.correction_id for one in case.note_corrections if not one.is_withdrawn}
        gone = open_ids & set(correction_ids)
        if not gone:
            raise InvalidEntry("note_correction_gone")
        now = datetime.now(UTC)
        kept = tuple(
            replace(one, withdrawn_by=desk.user, withdrawn_at=now)
            if one.correction_id in gone
            else one
            for one in case.note_corrections
        )
        case = replace(case, note_corrections=kept)
        desk.store.cases.save(case)
        desk.tell("note_correction_undone", case_id, count=len(gone))
    return case


def fired_by(text: str, flag: RedFlag) -> tuple[str, ...]:
    """The words that fired a red flag, each once, in a form that blanks do not change."""
    words = (" ".join(text[one.start : one.end].split()).casefold() for one in flag.words)
    return tuple(dict.fromkeys(words))


def seen(case: Case, text: str, flag: RedFlag) -> FlagSeen | None:
    """Who saw this flag with these words; None where it is new, or other words fire it too."""
    words = set(fired_by(text, flag))
    return next(
        (
            one
            for one in reversed(case.note_flags_seen)
            if one.name == flag.name and words <= set(one.words)
        ),
        None,
    )


def mark_seen(app: Application, case_id: str, name: str, words: tuple[str, ...]) -> Case:
    """A clinician saw a red flag: it stays in the list, and is no longer loud.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.DECIDE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        one = FlagSeen(name, words, desk.user, datetime.now(UTC))
        case = replace(case, note_flags_seen=(*case.note_flags_seen, one))
        desk.store.cases.save(case)
        desk.tell("note_flag_seen", case_id, code=name)
    return case


def mark_unseen(app: Application, case_id: str, name: str) -> Case:
    """Take "seen" back.

    Raises
    ------
    InvalidEntry, NotPermitted
        As `mark_seen`.
    """
    with app.access.using(Action.DECIDE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        kept = tuple(one for one in case.note_flags_seen if one.name != name)
        case = replace(case, note_flags_seen=kept)
        desk.store.cases.save(case)
        desk.tell("note_flag_unseen", case_id, code=name)
    return case
