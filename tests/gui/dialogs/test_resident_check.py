"""Protects: a resident number is compared, never used or refused unasked."""

from datetime import date

import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.gui import fonts, labels, theme
from meddx_desktop.gui.dialogs.patient import PatientDialog

NUMBER = "11010519491231002X"


@pytest.fixture
def dialog(qtbot):
    made = PatientDialog(Patient("P-1", PersonName("Li"), date(1950, 1, 1), Sex.MALE))
    qtbot.addWidget(made)
    made.show()
    return made


def test_another_kind_of_id_is_left_alone(dialog):
    assert dialog.resident.isHidden()


def test_what_disagrees_is_told_and_does_not_block(dialog):
    dialog.number.setText(NUMBER)
    told = dialog.resident.words.text()
    assert "1949-12-31" in told and "Female" in told
    dialog.accept()
    assert dialog.patient.patient_id == NUMBER
    assert dialog.patient.birth_date == date(1950, 1, 1), "nothing is filled in unasked"


def test_birth_date_and_sex_are_taken_on_request(dialog):
    dialog.number.setText(NUMBER)
    assert dialog.resident.take.isVisible()
    dialog.resident.take.click()
    assert dialog.resident.isHidden()
    dialog.accept()
    assert (dialog.patient.birth_date, dialog.patient.sex) == (date(1949, 12, 31), Sex.FEMALE)


def test_no_word_of_the_warning_is_cut(dialog, qapp, qtbot):
    theme.apply(qapp, appearance="dark", text_scale=200, family=fonts.load())
    large = PatientDialog(dialog.patient)
    qtbot.addWidget(large)
    large.show()
    large.number.setText(NUMBER)
    qtbot.wait(20)
    words, take = large.resident.words, large.resident.take
    assert words.height() >= words.heightForWidth(words.width()) - 1
    assert take.width() >= take.minimumSizeHint().width()


def test_a_mistyped_number_offers_nothing(dialog):
    dialog.number.setText("110105194912310021")
    assert "can't be right" in dialog.resident.words.text()
    assert dialog.resident.take.isHidden()


def test_an_empty_birth_date_is_no_disagreement(dialog):
    dialog.birth.clear()
    dialog.sex.setCurrentIndex(dialog.sex.findData(Sex.UNKNOWN))
    dialog.number.setText(NUMBER)
    assert dialog.resident.words.text() == "" and dialog.resident.take.isVisible()


def test_lists_and_films_show_the_tail_only():
    assert labels.id_tail(Patient(NUMBER)) == "…002X"
    assert labels.id_masked(NUMBER) == "…002X"
    assert labels.id_masked("DEMO-001") == "DEMO-001"


def test_a_warning_that_stands_there_from_the_start_covers_nothing(qapp, qtbot):
    theme.apply(qapp, appearance="dark", text_scale=200, family=fonts.load())
    patient = Patient(NUMBER, PersonName("Li"), date(1950, 1, 1), Sex.MALE, ("penicillin",))
    large = PatientDialog(patient)
    qtbot.addWidget(large)
    large.show()
    qtbot.wait(20)
    assert large.resident.geometry().top() >= large.allergies.geometry().bottom()
    assert large.height() <= 768
