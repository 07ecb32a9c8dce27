"""Protects: a note leaves without its patient by whom it may, told to the trail, over no file."""

import json
from datetime import date

import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import CannotWrite, InvalidEntry, NotPermitted, UnreadableNote
from meddx_desktop.core.operations import cases, deidentify_text
from meddx_desktop.core.operations.deidentify_text import (
    DateWay,
    Known,
    TextOptions,
    deidentify_note,
    save,
)
from tests import desks

LI = Patient("P-77", PersonName("Li^Na", "李娜"), date(1990, 5, 1), Sex.FEMALE)
TEXT = "Li Na (李娜, P-77) was seen by Wang Owner on 2024-03-05 and 2024-03-19, T 37.8."
MOVED = TextOptions(DateWay.SHIFT)


@pytest.fixture
def case_id(app):
    return cases.create(app, LI).case_id


@pytest.mark.parametrize(
    ("text", "known", "out"),
    [
        ("患者張偉，男，44歲", (), "患者[姓名 1]，男，44歲"),
        ("姓名：歐陽小燕，病歷號：20260312", (), "姓名：[姓名 1]，病歷號：[编号]"),
        ("張偉來診，無發熱", ("張偉",), "[患者]來診，無發熱"),
        ("张伟来诊", ("張偉",), "[患者]来诊"),
        ("張偉來診", ("张伟",), "[患者]來診"),
    ],
)
def test_traditional_chinese_is_read_as_simplified(text, known, out):
    assert deidentify_note(None, text, known=Known(patient=known)).text == out


def test_the_patient_of_the_case_and_the_staff_are_known(app, case_id):
    out = deidentify_note(app, TEXT, case_id=case_id).text
    assert out == (
        "[PATIENT] ([患者], [RECORD NUMBER]) was seen by [NAME 1] on [DATE] and [DATE], T 37.8."
    )


def test_dates_of_a_patient_move_by_the_same_days_each_time(app, case_id):
    again = cases.create(app, LI).case_id
    other = cases.create(app, Patient("P-78", PersonName("Wu^Mei"))).case_id
    moved = [
        deidentify_note(app, TEXT, case_id=one, options=MOVED).text for one in (case_id, again)
    ]
    assert moved[0] == moved[1]
    assert "2024-03-05" not in moved[0]
    days = [_days(app, one) for one in (case_id, other)]
    assert all(one % 7 == 0 and -728 <= one <= -7 for one in days)
    assert days[0] != days[1]


def _days(app, case_id):
    out = deidentify_note(app, "2024-03-05", case_id=case_id, options=MOVED).text
    return (date.fromisoformat(out) - date(2024, 3, 5)).days


def test_without_a_store_what_is_named_is_known():
    answer = deidentify_note(None, TEXT, known=Known(("Li^Na", "李娜"), numbers=("P-77",)))
    assert "Li" not in answer.text and "李娜" not in answer.text and "P-77" not in answer.text


def test_a_clock_that_is_behind_counts_no_age(app):
    assert deidentify_note(app, "born in 1985").text == "born in 1985"
    app.access.clock_behind = date(2026, 1, 2) - date(2026, 1, 1)
    assert deidentify_note(app, "born in 1985").text == "born in 90+"


def test_nothing_and_too_much_are_refused(app):
    with pytest.raises(UnreadableNote, match="note_empty"):
        deidentify_note(app, " \n")
    with pytest.raises(UnreadableNote, match="note_too_long"):
        deidentify_note(None, "a" * 200_001)
    with pytest.raises(InvalidEntry, match="case_gone"):
        deidentify_note(app, TEXT, case_id="none")


def test_it_is_written_and_told_without_a_word_of_it(app, case_id, tmp_path):
    answer = deidentify_note(app, TEXT, case_id=case_id)
    save(app, answer, tmp_path / "out.txt", case_id=case_id)
    assert (tmp_path / "out.txt").read_text("utf-8") == answer.text
    (entry,) = [e for e in desks.trail(app) if e.action == "text_deidentified"]
    assert (entry.case_id, json.loads(entry.details)) == (
        case_id,
        {"count": len(answer.replacements)},
    )


@pytest.mark.parametrize("role", [Role.SCREENING_OFFICER, Role.AUDITOR])
def test_not_by_everybody(app, tmp_path, role):
    answer = deidentify_note(app, TEXT)
    app.access.close()
    desks.enter(app, role)
    with pytest.raises(NotPermitted):
        save(app, answer, tmp_path / "out.txt")
    assert not (tmp_path / "out.txt").exists()
    assert "text_deidentified" not in desks.actions(app)


def test_no_file_is_written_over_unless_told_to_and_the_original_never(tmp_path):
    source, target = tmp_path / "in.txt", tmp_path / "out.txt"
    source.write_text(TEXT, "utf-8")
    target.write_text("mine", "utf-8")
    answer = deidentify_note(None, TEXT)
    with pytest.raises(InvalidEntry, match="deidentified_exists"):
        save(None, answer, target, source=source)
    assert target.read_text("utf-8") == "mine"
    save(None, answer, target, source=source, force=True)
    assert target.read_text("utf-8") == answer.text
    link = tmp_path / "link.txt"
    link.symlink_to(source)
    for same in (source, link):
        with pytest.raises(InvalidEntry, match="deidentified_original"):
            save(None, answer, same, source=source, force=True)
    assert source.read_text("utf-8") == TEXT


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CannotWrite, match="folder_not_writable"):
        save(None, deidentify_note(None, TEXT), tmp_path / "none" / "out.txt")


def test_what_the_window_needs_is_at_hand():
    assert set(deidentify_text.__all__) >= {"Deidentified", "IdentifierKind", "Replacement"}
