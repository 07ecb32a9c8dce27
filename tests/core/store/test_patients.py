"""Protects: persons are joined only by a human, can be parted again, and can be erased for good."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meddx_desktop.core.domain.assessment_record import (
    ConditionVerdict,
    ConditionWord,
    FirstImpression,
)
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.genes import GeneRecord, GeneResult, Genotype
from meddx_desktop.core.domain.lab_record import LabDecision, LabImport, LabShown
from meddx_desktop.core.domain.laboratory import RejectedLine, SentResult
from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.domain.note_corrections import FlagSeen, NoteCorrection, Verdict
from meddx_desktop.core.domain.patient import PersonName
from meddx_desktop.core.domain.treatment_record import (
    CheckKind,
    Override,
    TreatmentAnswer,
    TreatmentVerdict,
    TreatmentWord,
)
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.store.note_vectors import NoteVector
from meddx_desktop.core.store.patients import near
from tests.core.store.shelf import case, film

BORN = date(1990, 5, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _found(store, case_id):
    return [(s.case_id, s.why, s.differs) for s in store.patients.suggestions(case_id)]


def test_suggestions(store):
    store.cases.save(case("new", patient_id="1", name="Wang^Xiaodong", born=BORN))
    store.cases.save(case("same-id", patient_id="1", name="Li^Na"))
    store.cases.save(case("near", patient_id="2", name="WANG^Xiaodng", born=BORN))
    store.cases.save(case("other-day", name="Wang^Xiaodong", born=date(1990, 5, 2)))
    store.cases.save(case("other-name", name="Zhou^Min", born=BORN))
    store.cases.save(case("gone", patient_id="1"))
    store.cases.remove("gone")
    assert _found(store, "new") == [
        ("same-id", "same_id", ("name",)),
        ("near", "near_name", ("patient_id", "name")),
    ]
    assert store.patients.suggestions("unknown") == []


def test_an_equal_study_and_an_equal_film_are_suggested_too(store):
    store.cases.save(case("new", name="Li^Na", films=(film("1", study="s", sha256="same"),)))
    store.cases.save(case("study", name="A^B", films=(film("2", study="s"),)))
    store.cases.save(case("bytes", name="C^D", films=(film("3", study="t", sha256="same"),)))
    store.cases.save(case("neither", name="E^F", films=(film("4", study="u", sha256="x"),)))
    assert _found(store, "new") == [
        ("study", "same_study", ("name",)),
        ("bytes", "same_film", ("name",)),
    ]


def test_kept_apart_holds_for_all_cases_of_both_and_survives_a_merge(store):
    for case_id in ("a", "b", "c"):
        store.cases.save(case(case_id, patient_id="1"))
    a, b, c = (store.patients.of_case(case_id) for case_id in "abc")
    store.patients.keep_apart("b", "c")
    store.patients.merge(a, b)
    assert store.patients.are_apart(a, c) and store.patients.are_apart(c, a)
    assert store.patients.suggestions("a") == []
    store.patients.join_again(a, c)
    assert [s.case_id for s in store.patients.suggestions("a")] == ["c"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (PersonName("Wang^Xiaodong"), PersonName("Xiaodong^Wang"), True),
        (PersonName("", "王小东"), PersonName("Wang^X", "王^小东"), True),
        (PersonName("Müller^Jan"), PersonName("MULLER^Jan"), True),
        (PersonName("Li^Na"), PersonName("Wang^Wei"), False),
        (PersonName(), PersonName(), False),
    ],
)
def test_near_names(one, other, alike):
    assert near(one, other) is alike


def test_a_merge_can_be_undone_once(store):
    for case_id in ("a", "b1"):
        store.cases.save(case(case_id, name=case_id))
    a, b = store.patients.of_case("a"), store.patients.of_case("b1")
    number = store.patients.merge(a, b)
    assert store.patients.cases(a) == ["a", "b1"]
    assert store.cases.load("b1") == case("b1", name="b1")
    store.patients.unmerge(number)
    assert (store.patients.cases(a), store.patients.cases(b)) == (["a"], ["b1"])
    with pytest.raises(InvalidEntry, match="merge_gone"):
        store.patients.unmerge(number)


def test_two_merges_are_undone_apart(store):
    for case_id in "abc":
        store.cases.save(case(case_id, name=case_id))
    a, b, c = (store.patients.of_case(case_id) for case_id in "abc")
    store.patients.merge(b, c)
    second = store.patients.merge(a, b)
    assert store.patients.cases(a) == ["a", "b", "c"]
    store.patients.unmerge(second)
    assert store.patients.cases(b) == ["b", "c"]


def test_an_erased_person_leaves_no_row_no_film_and_no_other_person_harmed(store):
    own, shared = store.objects.put(b"own"), store.objects.put(b"shared")
    store.cases.save(case("a", name="Wang^Xiaodong", note="Wang", films=(film("1"), film("2"))))
    store.cases.save(case("b", name="Li^Na", films=(film("3"),)))
    store.cases.attach("a", "1", own)
    store.cases.attach("a", "2", shared)
    store.cases.attach("b", "3", shared)
    store.queue.add("a", "1", own)
    store.drafts.keep("a", "note", "Wang again")
    sent = SentResult("Wang 1", ("K",), note="Wang")
    line = RejectedLine("row 2", "Wang", Reason("value_missing"))
    came = LabImport("i1", NOON, "Dr Lin", "csv", "ab", "Wang.csv", "", (sent,), (line,))
    known = store.cases.load("a")
    store.cases.save(
        replace(
            known,
            lab_imports=(came,),
            lab_decisions=(LabDecision("i1", 0, excluded="not Wang"),),
            lab_shown=(LabShown("i1", 0, "Wang"),),
            note_corrections=(
                NoteCorrection("n1", Verdict.ADDED, MentionKind.PROBLEM, "Wang", "Wang", "Wang"),
            ),
            note_flags_seen=(FlagSeen("sepsis", ("Wang",)),),
            condition_words=(ConditionWord("Wang", ConditionVerdict.CONFIRMED),),
            first_impressions=(FirstImpression("Dr Lin", words="Wang"),),
            genes=(GeneRecord(GeneResult(Genotype("TPMT")), sample="Wang"),),
            treatment_words=(
                TreatmentWord(
                    "gout",
                    "x",
                    TreatmentVerdict.CHOSEN,
                    overrides=(Override("gout", "x", CheckKind.AGE, "Wang", "Wang"),),
                ),
            ),
            treatment_answers=(TreatmentAnswer("gout", "x", "Wang"),),
        )
    )
    store.note_vectors.keep(NoteVector("a", "e 1", "", b"\x01", ("Wang",)))
    store.cases.remove("a")
    erased = store.erase_patient(store.patients.of_case("a"))
    assert erased.case_ids == ("a",)
    assert erased.object_ids == (own,)
    assert list(store.objects.names()) == [shared]
    assert [kept.case_id for kept in store.cases.all()] == ["b"]
    tables = store.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (table,) in tables:
        assert "Wang" not in repr(store.database.rows(f"SELECT * FROM {table}"))
    assert store.check() == ([], [])


def test_damage_is_named_and_the_rest_goes_on(store):
    good, bad = store.objects.put(b"good"), store.objects.put(b"bad")
    store.cases.save(case("a", films=(film("1"), film("2"))))
    store.cases.attach("a", "1", good)
    store.cases.attach("a", "2", bad)
    store.objects.path(bad).write_bytes(b"flipped")
    assert store.check() == ([], [bad])
    assert bytes(store.objects.get(good)) == b"good"
