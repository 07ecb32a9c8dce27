"""What was on paper first as rows of its table, and back."""

from collections.abc import Callable
from dataclasses import replace

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.late_entry import LateEntry, LatePart
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.clinical_rows import Parts, read_rows
from meddx_desktop.core.store.database import Database


def late_parts(case: Case) -> Parts:
    """The rows of all that was on paper first."""
    return {
        "late_entries": [
            (
                *(place, one.part, one.happened.isoformat(), one.who, one.of, one.words),
                *(one.digest, one.by, None if one.at is None else one.at.isoformat()),
            )
            for place, one in enumerate(case.late_entries)
        ]
    }


def read_late(database: Database, number: int, case: Case) -> Case:
    """`case` with all that was on paper first."""
    entries = tuple(
        LateEntry(
            *(LatePart(part), codec.known_moment(happened), who, of, words, digest, by),
            codec.moment(at),
        )
        for _, _, part, happened, who, of, words, digest, by, at in read_rows(
            database, "late_entries", number
        )
    )
    return replace(case, late_entries=entries)


def marked_late(case: Case, named: Callable[[str], str]) -> Case:
    """The case with other names for who wrote the sheet and who typed it."""
    entries = tuple(replace(one, who=named(one.who), by=named(one.by)) for one in case.late_entries)
    return replace(case, late_entries=entries)
