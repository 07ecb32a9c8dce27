"""Protects: a case comes back exactly as it was saved, and nothing of another case changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.case import CaseState, LabRow, Stated
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.domain.review import CriticalResult, Told
from meddx_desktop.core.store import case_rows
from meddx_desktop.core.store.case_store import DatabaseCases
from meddx_desktop.core.store.database import Database
from tests.core.store.shelf import (
    DECISIONS,
    FOLLOW_UPS,
    GENES,
    LATE_ENTRIES,
    SCREENINGS,
    VITALS,
    FakeKeys,
    assessment_words,
    case,
    cases,
    film,
    laboratory,
    note_words,
    reviews,
    treatments,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    database = Database(tmp_path_factory.mktemp("db") / "cases.db", [FakeKeys().derive("database")])
    # Durability has its own tests; here only the values count.
    database.rows("PRAGMA synchronous = OFF")
    yield DatabaseCases(database)
    database.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_a_case_comes_back_as_it_was(shared, kept):
    shared.save(kept)
    assert shared.load("c1") == kept


@settings(max_examples=100, deadline=None)
@given(VITALS, st.lists(st.builds(LabRow), max_size=3).map(tuple), st.booleans())
def test_bedside_and_laboratory_come_back(shared, vitals, labs, demonstration):
    kept = replace(case(), vitals=vitals, labs=labs, demonstration=demonstration)
    shared.save(kept)
    assert shared.load("c1") == kept


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(laboratory(), laboratory())
def test_laboratory_files_come_back_and_replace_each_other(shared, first, second):
    """Every field of every result, and nothing of what stood there before."""
    for kept in (replace(case(), **first), replace(case(), **second)):
        shared.save(kept)
        assert shared.load("c1") == kept


@settings(max_examples=60, deadline=None)
@given(note_words(), note_words())
def test_what_was_said_of_a_note_comes_back_and_is_replaced(shared, first, second):
    for kept in (replace(case(), **first), replace(case(), **second)):
        shared.save(kept)
        assert shared.load("c1") == kept


@settings(max_examples=40, deadline=None)
@given(assessment_words(), assessment_words())
def test_what_was_said_beside_an_assessment_comes_back_and_is_replaced(shared, first, second):
    for kept in (replace(case(), **first), replace(case(), **second)):
        shared.save(kept)
        assert shared.load("c1") == kept


@settings(max_examples=40, deadline=None)
@given(st.lists(GENES, max_size=2), st.lists(GENES, max_size=2))
def test_what_is_known_of_genes_comes_back_and_is_replaced(shared, first, second):
    for genes in (tuple(first), tuple(second)):
        kept = replace(case(), genes=genes)
        shared.save(kept)
        assert shared.load("c1") == kept


@settings(max_examples=40, deadline=None)
@given(treatments(), treatments())
def test_what_was_done_with_treatment_plans_comes_back_and_is_replaced(shared, first, second):
    for kept in (replace(case(), **first), replace(case(), **second)):
        shared.save(kept)
        assert shared.load("c1") == kept


@settings(max_examples=40, deadline=None)
@given(FOLLOW_UPS, FOLLOW_UPS)
def test_follow_ups_come_back_and_are_replaced(shared, first, second):
    for words in (first, second):
        kept = replace(case(), follow_up_words=words)
        shared.save(kept)
        assert shared.load("c1") == kept


@settings(max_examples=40, deadline=None)
@given(LATE_ENTRIES, LATE_ENTRIES)
def test_what_was_on_paper_first_comes_back_and_is_replaced(shared, first, second):
    for entries in (first, second):
        kept = replace(case(), late_entries=entries)
        shared.save(kept)
        assert shared.load("c1") == kept


@settings(max_examples=100, deadline=None)
@given(st.none() | st.lists(SCREENINGS, max_size=2).map(tuple), st.lists(DECISIONS, max_size=2))
def test_screenings_and_decisions_come_back(shared, screenings, decisions):
    entry = replace(film(), screenings=screenings)
    kept = replace(case(), films=(entry,), decisions=tuple(decisions))
    shared.save(kept)
    assert shared.load("c1") == kept


@settings(max_examples=60, deadline=None)
@given(reviews())
def test_signatures_addenda_and_critical_results_come_back(shared, review):
    kept = replace(case(), **review)
    shared.save(kept)
    assert shared.load("c1") == kept


def test_unknown_and_removed_cases_are_none(store):
    assert store.cases.load("nobody") is None
    store.cases.remove("nobody")
    store.cases.save(case())
    store.cases.remove("c1")
    assert store.cases.load("c1") is None
    assert list(store.cases.all()) == []
    assert store.worklist.count() == 0


def test_a_removed_case_comes_back_with_its_stored_films(store):
    kept = replace(case(), films=(film(),))
    store.cases.save(kept)
    store.cases.attach("c1", "1.1", "ab" * 32)
    store.cases.remove("c1")
    assert store.cases.bring_back("c1") == kept
    assert store.cases.load("c1") == kept and store.worklist.count() == 1
    assert store.cases.bring_back("c1") is None, "it is there"
    assert store.cases.object_of("c1", "1.1") == "ab" * 32


def test_a_removed_case_that_is_saved_stays_removed(store):
    """What arrives in the background is kept, and brings nobody back."""
    store.cases.save(case(note="old"))
    store.cases.remove("c1")
    store.cases.save(case(note="new"))
    assert store.cases.load("c1") is None and store.worklist.count() == 0
    assert store.cases.load("c1", removed=True).note == "new"
    assert store.cases.bring_back("c1").note == "new"


def test_saving_again_keeps_the_stored_film_and_drops_that_of_a_film_gone(store):
    kept = replace(case(), films=(film("1.1"), film("1.2")))
    store.cases.save(kept)
    store.cases.attach("c1", "1.1", "aa" * 32)
    store.cases.attach("c1", "1.2", "bb" * 32)
    store.cases.save(replace(kept, note="cough", films=kept.films[:1]))
    assert store.cases.object_of("c1", "1.1") == "aa" * 32
    assert store.used_objects() == {"aa" * 32}


def test_only_old_removals_are_purged(store):
    for case_id in ("c1", "c2"):
        store.cases.save(case(case_id))
    store.cases.remove("c1")
    now = datetime.now(UTC)
    assert store.cases.purge(now - timedelta(days=1)) == []
    assert store.cases.purge(now + timedelta(seconds=5)) == ["c1"]
    assert [kept.case_id for kept in store.cases.all()] == ["c2"]


def test_cases_are_listed_oldest_first(store):
    for case_id in ("c3", "c1", "c2"):
        store.cases.save(case(case_id))
    store.cases.save(case("c3", name="Li^Na"))
    assert [kept.case_id for kept in store.cases.all()] == ["c3", "c1", "c2"]


def test_a_save_that_fails_in_the_middle_leaves_the_old_case(store, monkeypatch):
    store.cases.save(case(note="before"))

    whole = case_rows._replace

    def cut(database, number, table, rows):
        if table == "labs":
            raise OSError("cut")
        whole(database, number, table, rows)

    monkeypatch.setattr(case_rows, "_replace", cut)
    with pytest.raises(OSError, match="cut"):
        store.cases.save(case(note="after", state=CaseState.SIGNED))
    monkeypatch.undo()
    assert store.cases.load("c1") == case(note="before")


def test_related_cases_by_id_study_and_bytes(store):
    store.cases.save(case("by-id", patient_id="17"))
    store.cases.save(replace(case("by-study"), films=(film("1", study="9.9"),)))
    store.cases.save(replace(case("by-bytes"), films=(film("2", sha256="feed"),)))
    store.cases.save(replace(case("other"), films=(film("3"),)))
    found = store.cases.related(patient_id="17", study_uid="9.9", sha256="feed")
    assert [kept.case_id for kept in found] == ["by-id", "by-study", "by-bytes"]
    assert store.cases.related(patient_id="", study_uid="0", sha256="") == []


def test_every_new_case_is_of_a_new_person_until_a_human_links_them(store):
    born = date(1990, 5, 1)
    for case_id in ("c1", "c2"):
        store.cases.save(case(case_id, patient_id="1", name="Li^Na", born=born))
    store.cases.save(case("c3"))
    first = store.patients.of_case("c1")
    store.cases.save(case("c1", patient_id="2", name="Li^Na"))
    assert store.patients.of_case("c1") == first
    assert len({store.patients.of_case(f"c{n}") for n in (1, 2, 3)}) == 3


def test_a_save_writes_only_the_rows_that_changed(store):
    entries = tuple(film(f"1.{n}") for n in range(5))
    kept = replace(case(note="cough"), films=entries)
    store.cases.save(kept)
    before = {name: rows(store, name) for name in ("films", "instances", "notes")}
    store.database.execute("CREATE TABLE touched (what TEXT)")
    for name in before:
        store.database.execute(
            f"CREATE TRIGGER t_{name} AFTER INSERT ON {name}"
            f" BEGIN INSERT INTO touched VALUES ('{name}'); END"
        )
    store.cases.save(replace(kept, films=(replace(entries[0], screenings=()), *entries[1:])))
    assert store.database.rows("SELECT what FROM touched") == [("films",)]
    assert rows(store, "films")[1:] == before["films"][1:]


def rows(store, table):
    return store.database.rows(f"SELECT * FROM {table} ORDER BY 1, 2")


def test_the_line_of_the_worklist_says_what_the_case_says(store):
    now = datetime(2026, 5, 1, tzinfo=UTC)
    open_result = CriticalResult("free air", "Dr Lin", now)
    entry = replace(film(), stated=Stated(age=Age.parse("5y")))
    store.cases.save(replace(case(), films=(entry,), criticals=(open_result,)))
    query = "SELECT critical, unidentified, age_days, age_given, words FROM worklist"
    assert store.database.row(query) == (1, 1, 1826, "5y", "1.1.dcm")
    told = replace(open_result, told=(Told("Dr Wu", "Dr Lin", now, read_back=True),))
    store.cases.save(replace(case(name="Li^Na"), criticals=(told,)))
    assert store.database.row(query)[:4] == (0, 0, None, None)
    assert "dcm" not in store.database.row(query)[4]


def test_open_critical_results_stand_first_in_either_order(store):
    now = datetime(2026, 5, 1, tzinfo=UTC)
    store.cases.save(case("old", criticals=(CriticalResult("free air", "Dr Lin", now),)))
    store.cases.save(case("new", created=now))
    for order in ("newest", "riskiest"):
        assert [line.case_id for line in store.worklist.page(order=order)] == ["old", "new"]
