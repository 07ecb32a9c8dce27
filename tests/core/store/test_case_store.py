"""Protects: a case comes back exactly as it was saved, and nothing of another case changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.case import Case, CaseState, LabRow
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.store.case_store import DatabaseCases
from meddx_desktop.core.store.database import Database
from tests.core.store.shelf import DECISIONS, SCREENINGS, VITALS, FakeKeys, case, cases, film


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
@given(st.none() | st.lists(SCREENINGS, max_size=2).map(tuple), st.lists(DECISIONS, max_size=2))
def test_screenings_and_decisions_come_back(shared, screenings, decisions):
    entry = replace(film(), screenings=screenings)
    kept = replace(case(), films=(entry,), decisions=tuple(decisions))
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
    store.cases.save(kept)
    assert store.cases.load("c1") == kept
    assert store.cases.object_of("c1", "1.1") == "ab" * 32


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
    from meddx_desktop.core.store import case_rows

    store.cases.save(case(note="before"))

    def cut(*_):
        raise OSError("cut")

    monkeypatch.setattr(case_rows, "_write_clinical", cut)
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


def test_a_patient_known_by_id_and_name_is_one_person_and_a_reused_id_is_not(store):
    born = date(1990, 5, 1)
    store.cases.save(case("c1", patient_id="1", name="Li^Na", born=born))
    store.cases.save(case("c2", patient_id="1", name="LI^NA"))
    store.cases.save(case("c3", patient_id="1", name="Wang^Wei"))
    store.cases.save(case("c4", patient_id="1"))
    store.cases.save(Case("c5", Patient(), datetime.now(UTC)))
    tokens = [store.patients.of_case(f"c{n}") for n in range(1, 6)]
    assert tokens[0] == tokens[1]
    assert len(set(tokens)) == 4
