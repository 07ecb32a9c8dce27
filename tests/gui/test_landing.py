"""Protects: a click on evidence lands on the words, the row, the field, the film it rests on."""

from datetime import date

import pytest

from meddx_desktop.core.domain.assessment import Origin, Place
from meddx_desktop.core.domain.case import LabRow
from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import assessment, cases

NOTE = "😀 咳嗽 Cough and fever.\nCrackles on the right."


@pytest.fixture
def opened(window, parts):
    patient = Patient("4711", PersonName("Li^Na"), date(1980, 6, 1), Sex.FEMALE)
    case = cases.create(parts.app, patient)
    cases.write_note(parts.app, case.case_id, NOTE)
    rows = (LabRow("Na", "128", "mmol/L"), LabRow("K", "4.1", "mmol/L"))
    cases.write_labs(parts.app, case.case_id, rows)
    parts.session.open_case(case.case_id)
    return window


def test_words_of_the_note_are_selected(opened):
    start = NOTE.index("Crackles")
    place = Place(Origin.NOTE, "crackles", span=Span(start, start + 8))
    opened.assessment.place_wanted.emit(place)
    assert opened.tabs.currentWidget() is opened.notes
    assert opened.notes.editor.textCursor().selectedText() == "Crackles"


def test_words_that_changed_meanwhile_are_not_guessed(opened):
    opened.notes.editor.setPlainText("Other words stand here now, and they are longer.")
    opened.landing.go(Place(Origin.NOTE, "crackles", span=Span(3, 9)))
    assert opened.notes.editor.textCursor().selectedText() == ""


def test_the_row_of_the_results_is_current_even_where_it_was_filtered_away(opened, qtbot):
    results = opened.labs.results
    qtbot.waitUntil(lambda: opened.labs.reader.is_settled and len(results.model.rows) == 2)
    results.filter.setText("potassium")
    opened.landing.go(Place(Origin.LABORATORY, "sodium", row=("typed", 0)))
    assert opened.tabs.currentWidget() is opened.labs
    assert results.view.current.key == ("typed", 0)


def test_a_calculator_is_stood_on_as_soon_as_it_is_computed(opened, qtbot):
    opened.landing.go(Place(Origin.CALCULATOR, "fib4"))
    page = opened.labs.calculators
    qtbot.waitUntil(lambda: page.model.answer_at(page.view.currentIndex()) is not None)
    qtbot.waitUntil(lambda: page.asker.is_settled)
    assert page.model.answer_at(page.view.currentIndex()).calculator.name == "fib4"


@pytest.mark.parametrize(
    ("place", "field"),
    [
        (Place(Origin.VITAL, "spo2"), "spo2_percent"),
        (Place(Origin.VITAL, "pregnant"), "pregnant"),
        (Place(Origin.VITAL, "dangerous_vital_signs"), "weight_kg"),
        (Place(Origin.NOTE, "temperature", span=Span(len(NOTE), len(NOTE))), "temperature_c"),
    ],
)
def test_the_field_of_a_vital_sign_has_the_focus(opened, place, field):
    opened.landing.go(place)
    wanted = opened.vitals.inputs[field]
    assert wanted.isVisibleTo(opened)
    assert opened.focusWidget() is wanted


def test_age_and_sex_lead_to_the_banner(opened):
    opened.landing.go(Place(Origin.PATIENT, "infant"))
    assert opened.focusWidget() in (opened.banner._edit, opened.banner._edit_tool)


def test_a_finding_leads_to_its_film_and_map(window, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm"), film("low.dcm", study="")])
    wait_done()
    uid = parts.session.film_uid
    window.tabs.setCurrentWidget(window.labs)
    window.landing.go(Place(Origin.FILM, "pneumonia", film=(uid, 1)))
    assert window.tabs.currentWidget() is window.image
    assert (parts.session.film_uid, parts.session.finding) == (uid, "pneumonia")
    parts.session.select_finding("")
    window.landing.go(Place(Origin.FILM, "film", film=(uid, 1)))
    assert parts.session.finding == ""


def test_without_an_open_case_nothing_happens(window):
    before = window.tabs.currentWidget()
    for origin in Origin:
        window.landing.go(Place(origin, "x", span=Span(0, 1), row=("typed", 0), film=("1", 1)))
    assert window.tabs.currentWidget() is before


def test_a_broken_file_is_told_once_the_window_stands(window, parts, monkeypatch, qtbot):
    def broken():
        raise MedDxError("knowledge_invalid", file="gout.toml", entry="x", why="lr")

    monkeypatch.setattr(assessment, "check_knowledge", broken)
    window.assessment.case_side.reader.check()
    told = parts.notices
    qtbot.waitUntil(lambda: any("gout.toml" in one.text for one in told.waiting), timeout=5000)
