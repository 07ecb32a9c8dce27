from dataclasses import replace
from datetime import date

import pytest

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.operations import cases
from meddx_desktop.gui import labels
from meddx_desktop.gui.banner.patient_banner import PatientBanner
from meddx_desktop.gui.banner.vitals_strip import VitalsStrip

PATIENT = Patient("P-1", PersonName("Li^Xiaoyu", "李^小雨"), date(2020, 1, 2), Sex.FEMALE)


@pytest.fixture
def opened(parts):
    parts.session.open_case(cases.create(parts.app, PATIENT).case_id)
    return parts.session


@pytest.mark.parametrize(
    ("allergies", "words"),
    [
        (None, "Allergies: not asked"),
        ((), "Allergies: none known"),
        (("penicillin", "latex"), "Allergies: penicillin, latex"),
    ],
)
def test_not_asked_is_never_none(qapp, allergies, words):
    assert labels.allergies(replace(PATIENT, allergies=allergies)) == words


def test_the_banner_names_the_patient_in_any_script(opened, qtbot):
    banner = PatientBanner(opened)
    qtbot.addWidget(banner)
    assert banner._name.whole == "李小雨 (Li Xiaoyu)"
    assert "P-1" in banner._facts.whole and "2020-01-02" in banner._facts.whole
    opened.close_case()
    assert banner._name.whole == "No case open"


def test_everything_is_unknown_until_entered(opened, qtbot):
    strip = VitalsStrip(opened)
    qtbot.addWidget(strip)
    assert strip._summary.whole.startswith("Unknown: ")
    assert "Weight" in strip._summary.whole
    assert "Pregnant" not in strip._summary.whole, "a child of four is not asked"
    strip.inputs["weight_kg"].setText("14,2")
    strip.inputs["weight_kg"].editingFinished.emit()
    assert opened.case.vitals.weight_kg == 14.2
    assert "Weight 14.2 kg" in strip._summary.whole


def test_a_weight_that_does_not_fit_the_age_is_told_at_once(opened, qtbot):
    strip = VitalsStrip(opened)
    qtbot.addWidget(strip)
    line = strip.inputs["weight_kg"]
    line.setText("145")
    line.editingFinished.emit()
    assert opened.case.vitals.weight_kg == 145, "kept: a clinician may know better"
    assert "145" in strip.doubt.words
    assert strip.doubt.isVisibleTo(strip)
    assert line.property("invalid") == "true"
    line.setText("14.5")
    line.editingFinished.emit()
    assert not strip.doubt.words
    assert not strip.doubt.isVisibleTo(strip)
    assert line.property("invalid") != "true"


def test_a_weight_is_of_the_day_of_the_case_unless_somebody_says_otherwise(opened, qtbot):
    strip = VitalsStrip(opened)
    qtbot.addWidget(strip)
    weight, day = strip.inputs["weight_kg"], strip.inputs["weight_on"]
    weight.setText("14.2")
    weight.editingFinished.emit()
    assert opened.case.vitals.weight_on == opened.case.day
    assert day.text() == opened.case.day.isoformat(), "it can be seen, and changed"
    day.setText("2024-01-05")
    day.editingFinished.emit()
    weight.setText("14.4")
    weight.editingFinished.emit()
    assert opened.case.vitals.weight_on.isoformat() == "2024-01-05"
    day.setText("")
    day.editingFinished.emit()
    assert opened.case.vitals.weight_on is None, "taken away on purpose"


def test_an_impossible_value_is_marked_told_and_not_kept(opened, qtbot):
    strip = VitalsStrip(opened)
    qtbot.addWidget(strip)
    told = []
    strip.problem.connect(told.append)
    strip.inputs["pulse"].setText("999")
    strip.inputs["temperature_c"].setText("38.5")
    strip.inputs["temperature_c"].editingFinished.emit()
    assert opened.case.vitals.pulse is None
    assert opened.case.vitals.temperature_c == 38.5
    assert strip.inputs["pulse"].property("invalid") == "true"
    assert strip.inputs["pulse"].text() == "999"
    assert told and "Pulse" in told[0]


def test_dates_and_answers(opened, qtbot):
    strip = VitalsStrip(opened)
    qtbot.addWidget(strip)
    strip.inputs["last_period"].setText("2024-02-30")
    strip.inputs["last_period"].editingFinished.emit()
    assert opened.case.vitals.last_period is None
    box = strip.inputs["pregnant"]
    box.setCurrentIndex(box.findData(Answer.YES))
    assert opened.case.vitals.pregnant is Answer.YES


def test_ctrl_4_puts_the_hand_into_the_first_field(opened, qtbot):
    strip = VitalsStrip(opened)
    qtbot.addWidget(strip)
    strip.show()
    strip.enter()
    assert strip.window().focusWidget() is strip.inputs["weight_kg"]
    strip.enter()
    assert not strip._fold.isChecked()


def test_a_mended_value_settles_the_complaint(opened, qtbot):
    strip = VitalsStrip(opened)
    qtbot.addWidget(strip)
    pulse = strip.inputs["pulse"]
    pulse.setText("999")
    with qtbot.assertNotEmitted(strip.settled):
        pulse.editingFinished.emit()
    pulse.setText("99")
    with qtbot.waitSignal(strip.settled):
        pulse.editingFinished.emit()


@pytest.mark.parametrize(
    ("sex", "born", "asked"),
    [
        (Sex.FEMALE, date(2000, 1, 1), True),
        (Sex.UNKNOWN, None, True),
        (Sex.FEMALE, None, True),
        (Sex.MALE, date(2000, 1, 1), False),
        (Sex.FEMALE, date(2020, 1, 1), False),
        (Sex.FEMALE, date(1950, 1, 1), False),
    ],
)
def test_pregnancy_is_asked_where_it_can_be(parts, film, wait_done, qtbot, sex, born, asked):
    when = born.strftime("%Y%m%d") if born else ""
    parts.intake.open_paths([film("high.dcm", birth=when)])
    wait_done()
    parts.session.write_patient(replace(parts.session.case.patient, sex=sex))
    strip = VitalsStrip(parts.session)
    qtbot.addWidget(strip)
    for name in ("pregnant", "last_period", "lactating"):
        assert strip._captions[name].isHidden() is not asked
    assert ("Pregnant" in strip._summary.whole) is asked
