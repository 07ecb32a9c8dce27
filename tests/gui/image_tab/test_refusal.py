from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from meddx_desktop import words
from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.finding import Gate, Reason
from meddx_desktop.core.domain.imaging import View
from meddx_desktop.core.domain.patient import Age, Patient, Sex
from meddx_desktop.core.operations import cases
from meddx_desktop.gui.image_tab.refusal import RefusalBand, refusals_of

NOBODY = Patient()


@pytest.fixture
def band(qtbot):
    made = RefusalBand()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def entry(application, file_film, screened):
    def make(patient=NOBODY, **said):
        case_id, uid = file_film(patient=patient)
        if said:
            screened(case_id, uid, **said)
        return cases.load(application, case_id).film(uid)

    return make


def texts(band):
    return " ".join(label.text() for label in band.findChildren(type(band._title)))


def test_a_refusal_says_why_and_what_to_do(band, entry):
    reasons = (Reason("blank"), Reason("rotated"))
    band.show_film(entry(accepted=False, reasons=reasons), 1)
    assert not band.isHidden()
    assert words.safety("refused") in texts(band)
    for reason in reasons:
        assert words.sentence(reason.code) in texts(band)
        assert words.sentence(reason.code) in band.accessibleName()
    assert band.form.isHidden()


def test_scored_and_waiting_films_have_no_band(band, entry):
    band.show_film(entry(accepted=True), 1)
    assert band.isHidden()
    band.show_film(replace(entry(), screenings=None), 1)
    assert band.isHidden()
    band.show_film(None, 1)
    assert band.isHidden()


def test_a_film_that_could_not_be_screened_says_why(band, entry):
    failed = replace(entry(), screenings=(), error=Reason("bad_output"))
    band.show_film(failed, 1)
    assert words.sentence("bad_output") in texts(band)
    assert words.safety("refused") in texts(band)


def test_an_answer_without_any_model_is_no_silence(band, entry):
    band.show_film(replace(entry(), screenings=()), 1)
    assert not band.isHidden()
    assert words.safety("refused") in texts(band)


def test_one_model_of_two_refused(band, entry):
    scored = entry(accepted=True)
    refused = replace(scored.screenings[0], gate=Gate(False, (Reason("blank"),)), findings=())
    band.show_film(replace(scored, screenings=(*scored.screenings, refused)), 1)
    assert "Not every model gave a score." in texts(band)
    assert words.sentence("blank") in texts(band)


def test_equal_reasons_are_told_once(entry):
    refused = entry(accepted=False, reasons=(Reason("blank"),))
    twice = replace(refused, screenings=refused.screenings * 2)
    assert refusals_of(twice, 1) == (Reason("blank"),)
    assert refusals_of(twice, 2) == ()


def test_a_missing_age_can_be_typed_right_there(band, entry, known, qtbot):
    asked = entry(accepted=False, reasons=known.age_missing)
    band.show_film(asked, 1)
    assert not band.form.isHidden()
    band.form.age.setText("18m")
    band.form.sex.setCurrentIndex(band.form.sex.findData(Sex.FEMALE))
    band.form.view.setCurrentIndex(band.form.view.findData(View.AP))
    with qtbot.waitSignal(band.stated) as told:
        band.form.button.click()
    uid, stated = told.args[0]
    assert uid == asked.instance.sop_instance_uid
    assert stated == Stated(Age.parse("18m"), Sex.FEMALE, View.AP)


def test_enter_sends_and_nonsense_is_told(band, entry, known, qtbot):
    band.show_film(entry(accepted=False, reasons=known.age_missing), 1)
    band.form.age.setText("old")
    with qtbot.assertNotEmitted(band.stated):
        QTest.keyClick(band.form.age, Qt.Key.Key_Return)
    assert band.form.age.property("invalid") == "true"
    assert "old" in band.form.age.accessibleDescription()
    band.form.age.setText("3y")
    assert band.form.age.property("invalid") == "false"
    with qtbot.waitSignal(band.stated):
        QTest.keyClick(band.form.age, Qt.Key.Key_Return)


def test_only_what_the_film_lacks_is_asked(band, entry, known):
    band.show_film(entry(patient=known.anna, accepted=False, reasons=known.age_missing), 1)
    assert band.form.sex.parentWidget().isHidden()
    assert not band.form.view.parentWidget().isHidden()


def test_what_is_typed_survives_a_result_of_the_same_film(band, entry, known):
    asked = entry(accepted=False, reasons=known.age_missing)
    band.show_film(asked, 1)
    band.form.age.setText("3")
    band.show_film(asked, 1)
    assert band.form.age.text() == "3"
    other = replace(asked, instance=replace(asked.instance, sop_instance_uid="other"))
    band.show_film(other, 1)
    assert band.form.age.text() == ""
