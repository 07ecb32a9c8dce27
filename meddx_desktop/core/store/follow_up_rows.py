"""Follow-ups of a case as rows of their table, and back; and the cases that one is open in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.follow_up import FollowUpKind, FollowUpStep, FollowUpWord
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.clinical_rows import Parts, read_rows
from meddx_desktop.core.store.database import Database


def follow_up_parts(case: Case) -> Parts:
    """The rows of all that was said of follow-ups."""
    return {
        "follow_ups": [
            (
                *(place, one.follow_up_id, one.kind, one.step, one.due.isoformat(), one.words),
                *(one.by, None if one.at is None else one.at.isoformat()),
            )
            for place, one in enumerate(case.follow_up_words)
        ]
    }


def read_follow_ups(database: Database, number: int, case: Case) -> Case:
    """`case` with all that was said of follow-ups."""
    words = tuple(
        FollowUpWord(
            *(name, FollowUpKind(kind), FollowUpStep(step), date.fromisoformat(due), said, by),
            codec.moment(at),
        )
        for _, _, name, kind, step, due, said, by, at in read_rows(database, "follow_ups", number)
    )
    return replace(case, follow_up_words=words)


def marked_follow_ups(case: Case, named: Callable[[str], str]) -> Case:
    """The case with other names for who set, moved and closed them."""
    words = tuple(replace(one, by=named(one.by)) for one in case.follow_up_words)
    return replace(case, follow_up_words=words)


def with_open_follow_up(database: Database) -> list[str]:
    """Cases on the list of which a follow-up is neither done nor withdrawn, oldest case first."""
    found = database.rows(
        "SELECT DISTINCT case_id, cases.number FROM follow_ups AS said"
        " JOIN cases ON cases.number = case_number"
        " WHERE removed_utc IS NULL AND step IN ('set', 'moved') AND NOT EXISTS ("
        " SELECT 1 FROM follow_ups AS later WHERE later.case_number = said.case_number"
        " AND later.follow_up_id = said.follow_up_id AND later.place > said.place)"
        " ORDER BY cases.number"
    )
    return [case_id for case_id, _ in found]
