"""What people said of a note's reading as rows of their tables, and back."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import Assertion, MentionKind
from meddx_desktop.core.domain.note_corrections import FlagSeen, NoteCorrection, Verdict
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.clinical_rows import Parts, read_rows
from meddx_desktop.core.store.database import Database, Row, Value


def note_parts(case: Case) -> Parts:
    """The rows of corrections and of flags that were seen."""
    return {
        "note_corrections": [
            (place, *_correction_row(one)) for place, one in enumerate(case.note_corrections)
        ],
        "note_flags_seen": [
            (place, one.name, codec.to_json(list(one.words)), one.by, _moment_text(one.at))
            for place, one in enumerate(case.note_flags_seen)
        ],
    }


def _correction_row(one: NoteCorrection) -> tuple[Value, ...]:
    code = one.code
    written = None if code is None else codec.to_json([code.value, code.scheme, code.meaning])
    return (
        *(one.correction_id, one.verdict, one.kind, one.words, one.before, one.after, one.place),
        *(one.assertion, written, one.by, _moment_text(one.at)),
        *(one.withdrawn_by, _moment_text(one.withdrawn_at)),
    )


def _moment_text(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def read_note_words(database: Database, number: int, case: Case) -> Case:
    """`case` with everything that was said of its note."""
    return replace(
        case,
        note_corrections=tuple(
            _correction(row[2:]) for row in read_rows(database, "note_corrections", number)
        ),
        note_flags_seen=tuple(
            FlagSeen(name, tuple(json.loads(words)), by, codec.moment(at))
            for _, _, name, words, by, at in read_rows(database, "note_flags_seen", number)
        ),
    )


def _correction(row: Row) -> NoteCorrection:
    correction_id, verdict, kind, words, before, after, place = row[:7]
    assertion, code, by, at, withdrawn_by, withdrawn_at = row[7:]
    return NoteCorrection(
        *(correction_id, Verdict(verdict), MentionKind(kind), words, before, after, place),
        assertion=None if assertion is None else Assertion(assertion),
        code=None if code is None else Code(*json.loads(code)),
        by=by,
        at=codec.moment(at),
        withdrawn_by=withdrawn_by,
        withdrawn_at=codec.moment(withdrawn_at),
    )


def marked_note_words(case: Case, named: Callable[[str], str]) -> Case:
    """The case with other names for who corrected and who saw."""
    return replace(
        case,
        note_corrections=tuple(
            replace(one, by=named(one.by), withdrawn_by=named(one.withdrawn_by))
            for one in case.note_corrections
        ),
        note_flags_seen=tuple(replace(one, by=named(one.by)) for one in case.note_flags_seen),
    )
