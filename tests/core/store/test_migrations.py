"""Protects: cases kept by an earlier version come through an update whole, found and sorted."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meddx_desktop.core.domain.assessment_record import ConditionVerdict, ConditionWord
from meddx_desktop.core.domain.case import CaseState, LabRow
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Decision, Reason
from meddx_desktop.core.domain.follow_up import FollowUpKind, FollowUpStep, FollowUpWord
from meddx_desktop.core.domain.genes import GeneRecord, GeneResult, Genotype
from meddx_desktop.core.domain.lab_record import LabFacts, LabImport
from meddx_desktop.core.domain.laboratory import SentResult, SentValue
from meddx_desktop.core.domain.late_entry import LateEntry, LatePart
from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.domain.note_corrections import NoteCorrection, Verdict
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment_record import TreatmentAnswer
from meddx_desktop.core.store.case_store import DatabaseCases
from meddx_desktop.core.store.database import Database
from meddx_desktop.core.store.migrations import copy_name
from meddx_desktop.core.store.note_vectors import NoteVector, NoteVectors
from meddx_desktop.core.store.schema import STEPS
from meddx_desktop.core.store.search import Filter, Worklist

KEY = b"k" * 32
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
ROWS = {
    "patients": [("p1",), ("p2",), ("p3",)],
    "cases": [
        (1, "named", "p1", NOON.isoformat(), "to_review", 0, 4, 0.0, None),
        (2, "nameless", "p2", NOON.isoformat(), "screening", 0, 4, 0.0, None),
        (3, "typed", "p3", NOON.isoformat(), "signed", 0, 4, 0.0, None),
    ],
    "identities": [
        (1, 0, "17", "Li^Na", "", "", "2020-05-01", "F", None),
        (2, 0, "", "^", "", "", None, "", None),
        (3, 0, "18", "", "李娜", "", None, "F", "[]"),
    ],
    "worklist": [
        (1, 1, "to_review", 4, 0.0, "li na"),
        (2, 2, "screening", 4, 0.0, ""),
        (3, 3, "signed", 4, 0.0, "18"),
    ],
    "studies": [
        (1, 0, 0, "1", "2024-05-01", "", 9999, "027Y"),
        (2, 0, 0, "2", None, "", None, None),
        (3, 0, 0, "3", None, "", None, None),
    ],
    "films": [
        (1, 0, 0, 0, None, None, "", "", None, "[]", None),
        (2, 0, 0, 0, None, None, "", "", None, "[]", None),
        (3, 0, 0, 0, 40, "40d", "F", "PA", None, "[]", None),
        (3, 1, 0, 1, None, None, "", "", None, "[]", None),
    ],
    "notes": [(1, "cough")],
    "decisions": [(1, 0, "1.1", 1, "Mass", "accepted", "seen", NOON.isoformat())],
}


def instance(case_number, place, path, member=None):
    plain = ("1.1", "1.2", 1, 1, 8, 8, "MONOCHROME2", "", "DX", "", "")
    return (case_number, place, path, member, *plain, 0, None, None, None, None, None, "ab")


@pytest.fixture
def path(folder):
    """A database as version 1 of the schema left it, with three cases."""
    path = folder / "cases.db"
    old = Database(path, [KEY], steps=STEPS[:1])
    films = [
        instance(1, 0, b"/stick/one.dcm"),
        instance(2, 0, "/stick/Röntgen 07.DCM".encode(), b"a/inside.dcm"),
        instance(3, 0, b"/stick/\xed\xb3\xbf.png"),
        instance(3, 1, b"/stick/two.png"),
    ]
    for table, rows in {**ROWS, "instances": films}.items():
        marks = ", ".join("?" * len(rows[0]))
        old.many(f"INSERT INTO {table} VALUES ({marks})", rows)
    old.close()
    return path


@pytest.fixture
def updated(path):
    database = Database(path, [KEY])
    yield database
    database.close()


def test_the_cases_are_whole_and_say_nothing_they_did_not(updated):
    cases = DatabaseCases(updated)
    kept = cases.load("named")
    assert kept.note == "cough"
    assert [(word.decision, word.by) for word in kept.decisions] == [(Decision.ACCEPTED, "")]
    assert cases.load("typed").state is CaseState.SIGNED
    assert [film.correction for case in cases.all() for film in case.films] == [None] * 4
    for case in cases.all():
        assert (case.criticals, case.signatures, case.addenda) == ((), (), ())
        assert case.first_reader == ""
    assert updated.integrity() == []


def test_the_lines_are_as_a_save_would_write_them(updated):
    """Ages by two dates, by what was typed, by none; files of nameless films; who is unknown."""
    query = "SELECT * FROM worklist ORDER BY case_number"
    filled = [(*row[:5], frozenset(row[5].split("\n")), *row[6:]) for row in updated.rows(query)]
    cases = DatabaseCases(updated)
    for case in list(cases.all()):
        cases.save(case)
    saved = [(*row[3:5], frozenset(row[5].split("\n")), *row[6:]) for row in updated.rows(query)]
    assert [row[6:] for row in filled] == [(0, 0, 1461, ""), (0, 1, None, None), (0, 0, 40, "40d")]
    assert [row[3:5] + row[6:] for row in filled] == [row[:2] + row[3:] for row in saved]
    assert filled[1][5] == saved[1][2] | {""}


def test_a_nameless_film_is_found_by_its_file_and_a_named_one_is_not(updated):
    found = {
        word: [line.case_id for line in Worklist(updated).page(narrowed=Filter(word))]
        for word in ("rontgen", "inside", "one.dcm")
    }
    assert found == {"rontgen": ["nameless"], "inside": ["nameless"], "one.dcm": []}


def test_the_older_program_can_go_on_with_the_copy(path, updated):
    older = Database(copy_name(path, 2), [KEY], steps=STEPS[:1])
    assert older.value("SELECT count(*) FROM worklist") == 3
    assert json.loads(older.value("SELECT allergies FROM identities WHERE case_number = 3")) == []
    older.close()


def test_the_program_before_corrections_can_go_on_with_its_copy(path):
    """One of version 2 that never saw the new column reads what it wrote, film by film."""
    before = Database(path, [KEY], steps=STEPS[:2])
    films = before.rows("SELECT * FROM films ORDER BY case_number, place")
    before.close()
    now = Database(path, [KEY])
    assert [
        row[:-1] for row in now.rows("SELECT * FROM films ORDER BY case_number, place")
    ] == films
    kept = DatabaseCases(now).load("typed")
    first = replace(kept.films[0], correction=Correction(90, by="Dr Lin", at=NOON))
    DatabaseCases(now).save(kept.with_film(first))
    assert DatabaseCases(now).load("typed").films[0].correction.by == "Dr Lin"
    now.close()
    older = Database(copy_name(path, 3), [KEY], steps=STEPS[:2])
    assert older.rows("SELECT * FROM films ORDER BY case_number, place") == films
    older.close()


def test_an_answer_kept_before_corrections_is_of_the_film_as_it_is_stored(updated):
    said = {
        "instance": 0,
        "study_uid": "1",
        "patient_id": "17",
        "frame": 1,
        "model": None,
        "accepted": False,
        "reasons": [["rotated", {"degrees": 90}]],
        "findings": [],
        "not_assessed": [],
        "timing": [0, 0, 0, 0],
    }
    document = json.dumps({"version": 1, "screenings": [said]})
    updated.execute("UPDATE films SET screenings = ? WHERE case_number = 1", (document,))
    (screening,) = DatabaseCases(updated).load("named").films[0].screenings
    assert screening.correction is None
    assert screening.gate.reasons == (Reason("rotated", {"degrees": 90}),)


def test_the_program_before_laboratory_files_can_go_on_with_its_copy(path):
    """Version 3 keeps its own; the update loses no typed line and takes imported results."""
    before = Database(path, [KEY], steps=STEPS[:3])
    before.execute("INSERT INTO labs VALUES (1, 0, 'K', '4.1', 'mmol/L', '')")
    before.close()
    now = Database(path, [KEY])
    kept = DatabaseCases(now).load("named")
    assert kept.labs == (LabRow("K", "4.1", "mmol/L"),)
    assert (kept.lab_imports, kept.lab_decisions, kept.lab_shown) == ((), (), ())
    sent = SentResult("row 2", ("K",), value=SentValue("4.1", 4.1))
    came = LabImport("i1", NOON, "Dr Lin", "csv", "ab", "k.csv", results=(sent,))
    DatabaseCases(now).save(replace(kept, lab_imports=(came,)))
    assert DatabaseCases(now).load("named").lab_imports == (came,)
    now.close()
    older = Database(copy_name(path, 4), [KEY], steps=STEPS[:3])
    assert older.rows("SELECT name FROM labs") == [("K",)]
    older.close()


def test_the_program_before_stated_facts_can_go_on_with_its_copy(path):
    """Version 4 keeps its own; the update tells ages by birth date and keeps what is stated."""
    before = Database(path, [KEY], steps=STEPS[:4])
    before.execute("UPDATE worklist SET age_days = NULL, age_given = NULL WHERE case_number = 1")
    before.execute("DELETE FROM films WHERE case_number = 1")
    imports = (1, 0, "i1", NOON.isoformat(), "Dr Lin", "csv", "ab", "k.csv", "", "[]", "", None)
    before.execute(f"INSERT INTO lab_imports VALUES ({', '.join('?' * 12)})", imports)
    before.close()
    now = Database(path, [KEY])
    assert now.rows("SELECT age_days, age_given FROM worklist WHERE case_number = 1") == [
        (1461, "")
    ]
    kept = DatabaseCases(now).load("named")
    assert (kept.lab_facts, kept.lab_imports[0].sex, kept.lab_imports[0].age) == (
        LabFacts(),
        Sex.UNKNOWN,
        None,
    )
    said = LabFacts(Age(10, "10d"), NOON.date(), 2, NOON.date(), 2250.0)
    DatabaseCases(now).save(replace(kept, lab_facts=said))
    assert DatabaseCases(now).load("named").lab_facts == said
    now.close()
    older = Database(copy_name(path, 5), [KEY], steps=STEPS[:4])
    assert older.value("SELECT import_id FROM lab_imports") == "i1"
    older.close()


def test_the_program_before_notes_were_read_can_go_on_with_its_copy(path):
    """Version 5 keeps its own; the update has room for what is said of a note and its vector."""
    Database(path, [KEY], steps=STEPS[:5]).close()
    now = Database(path, [KEY])
    kept = DatabaseCases(now).load("named")
    assert (kept.note_corrections, kept.note_flags_seen) == ((), ())
    said = NoteCorrection("n1", Verdict.NOT_A_MENTION, MentionKind.PROBLEM, "flu", by="Dr Lin")
    DatabaseCases(now).save(replace(kept, note_corrections=(said,)))
    assert DatabaseCases(now).load("named").note_corrections == (said,)
    NoteVectors(now).keep(NoteVector("named", "e 1", "", b"\x01"))
    assert NoteVectors(now).all("e 1")[1] == b"\x01"
    now.close()
    older = Database(copy_name(path, 6), [KEY], steps=STEPS[:5])
    assert older.value("SELECT count(*) FROM cases") > 0
    older.close()


def test_the_program_before_assessments_were_shown_can_go_on_with_its_copy(path):
    """Version 6 keeps its own; the update has room for what people say beside an assessment."""
    Database(path, [KEY], steps=STEPS[:6]).close()
    now = Database(path, [KEY])
    kept = DatabaseCases(now).load("named")
    assert (kept.condition_words, kept.first_impressions) == ((), ())
    said = ConditionWord("gout", ConditionVerdict.CONFIRMED, "strong", "Dr Lin", NOON)
    DatabaseCases(now).save(replace(kept, condition_words=(said,)))
    assert DatabaseCases(now).load("named").condition_words == (said,)
    now.close()
    older = Database(copy_name(path, 7), [KEY], steps=STEPS[:6])
    assert older.value("SELECT count(*) FROM cases") > 0
    older.close()


def test_the_program_before_genes_were_kept_can_go_on_with_its_copy(path):
    """Version 7 keeps its own; the update has room for what is known of the patient's genes."""
    Database(path, [KEY], steps=STEPS[:7]).close()
    now = Database(path, [KEY])
    kept = DatabaseCases(now).load("named")
    assert kept.genes == ()
    known = GeneRecord(GeneResult(Genotype("TPMT", ("*1", "*2"))), by="Dr Lin", at=NOON)
    DatabaseCases(now).save(replace(kept, genes=(known,)))
    assert DatabaseCases(now).load("named").genes == (known,)
    now.close()
    older = Database(copy_name(path, 8), [KEY], steps=STEPS[:7])
    assert older.value("SELECT count(*) FROM cases") > 0
    older.close()


def test_the_program_before_treatments_were_kept_can_go_on_with_its_copy(path):
    """Version 8 keeps its own; the update has room for what clinicians do with a plan."""
    Database(path, [KEY], steps=STEPS[:8]).close()
    now = Database(path, [KEY])
    kept = DatabaseCases(now).load("named")
    assert (kept.treatment_words, kept.treatment_answers) == ((), ())
    said = TreatmentAnswer("gout", "tophi", "no", "Dr Lin", NOON)
    DatabaseCases(now).save(replace(kept, treatment_answers=(said,)))
    assert DatabaseCases(now).load("named").treatment_answers == (said,)
    now.close()
    older = Database(copy_name(path, 9), [KEY], steps=STEPS[:8])
    assert older.value("SELECT count(*) FROM cases") > 0
    older.close()


def test_the_program_before_follow_ups_were_kept_can_go_on_with_its_copy(path):
    """Version 9 keeps its own; the update has room for what is to be measured again."""
    Database(path, [KEY], steps=STEPS[:9]).close()
    now = Database(path, [KEY])
    kept = DatabaseCases(now).load("named")
    assert kept.follow_up_words == ()
    day = date(2024, 6, 1)
    word = FollowUpWord("f1", FollowUpKind.FILM, FollowUpStep.SET, day, "PA", "Dr Lin", NOON)
    DatabaseCases(now).save(replace(kept, follow_up_words=(word,)))
    assert DatabaseCases(now).load("named").follow_up_words == (word,)
    now.close()
    older = Database(copy_name(path, 10), [KEY], steps=STEPS[:9])
    assert older.value("SELECT count(*) FROM cases") > 0
    older.close()


def test_the_program_before_late_entries_were_kept_can_go_on_with_its_copy(path):
    """Version 10 keeps its own; the update has room for what was on paper first."""
    Database(path, [KEY], steps=STEPS[:10]).close()
    now = Database(path, [KEY])
    kept = DatabaseCases(now).load("named")
    assert kept.late_entries == ()
    said = LateEntry(LatePart.NOTE, NOON, "Nurse Zhao", by="Dr Lin", at=NOON)
    DatabaseCases(now).save(replace(kept, late_entries=(said,)))
    assert DatabaseCases(now).load("named").late_entries == (said,)
    now.close()
    older = Database(copy_name(path, 11), [KEY], steps=STEPS[:10])
    assert older.value("SELECT count(*) FROM cases") > 0
    older.close()
