"""Protects: the list of what is due reads the cases with an open follow-up, and no others."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meddx_desktop.core.domain.follow_up import FollowUpKind, FollowUpStep, FollowUpWord
from meddx_desktop.core.store.case_store import DatabaseCases
from meddx_desktop.core.store.database import Database
from meddx_desktop.core.store.follow_up_rows import with_open_follow_up
from tests.core.store.plain import FakeKeys, case

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SET, MOVED = FollowUpStep.SET, FollowUpStep.MOVED
DONE, WITHDRAWN = FollowUpStep.DONE, FollowUpStep.WITHDRAWN


@pytest.fixture
def database(tmp_path):
    made = Database(tmp_path / "cases.db", [FakeKeys().derive("database")])
    yield made
    made.close()


def kept(database, case_id, *steps):
    """A case with these steps, each of a follow-up by its name."""
    words = tuple(
        FollowUpWord(name, FollowUpKind.FILM, step, date(2026, 4, 1), by="A", at=NOON)
        for name, step in steps
    )
    DatabaseCases(database).save(replace(case(case_id), follow_up_words=words))


def test_only_cases_with_an_open_one_are_read(database):
    kept(database, "none")
    kept(database, "set", ("f", SET))
    kept(database, "done", ("f", SET), ("f", DONE))
    kept(database, "back", ("f", SET), ("f", MOVED), ("f", WITHDRAWN))
    kept(database, "moved", ("f", SET), ("f", MOVED))
    kept(database, "both", ("f", SET), ("g", SET), ("g", MOVED), ("f", DONE))
    assert with_open_follow_up(database) == ["set", "moved", "both"]


def test_a_case_off_the_list_is_not_read(database):
    kept(database, "c1", ("f", SET))
    DatabaseCases(database).remove("c1")
    assert with_open_follow_up(database) == []


def test_what_is_erased_leaves_no_row(database):
    kept(database, "c1", ("f", SET))
    database.execute("DELETE FROM cases")
    assert database.value("SELECT count(*) FROM follow_ups") == 0
