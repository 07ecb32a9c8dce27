"""Protects: from the third alert on one line each, open results lead to their rows."""

from datetime import date

import pytest

from meddx_desktop.core.domain.assessment import AlertKind
from meddx_desktop.core.domain.case import LabRow, Vitals
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.operations import cases
from meddx_desktop.gui.assessment_panel.panel import AssessmentPanel


@pytest.fixture
def panel(parts, qtbot):
    made = AssessmentPanel(parts.session)
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    return made


@pytest.fixture
def girl(parts):
    """Ketoacidosis, with results that wait for an answer and an allergy against the plan."""
    patient = Patient("31", PersonName("Li^Xiaoyu"), date(2018, 6, 1), Sex.FEMALE, allergies=())
    made = cases.create(parts.app, patient)
    note = (
        "Vomiting, drowsy, breathing deep and fast. Unable to drink. 青霉素过敏。Takes amoxicillin."
    )
    cases.write_note(parts.app, made.case_id, note)
    cases.write_vitals(parts.app, made.case_id, Vitals(spo2_percent=85.0))
    typed = (
        LabRow("Glucose", "31", ""),
        LabRow("Ketones", "6.2", "mmol/L"),
        LabRow("pH", "7.08", ""),
    )
    cases.write_labs(parts.app, made.case_id, typed)
    return made.case_id


def test_only_two_alerts_are_told_in_full(panel, parts, girl, settle):
    parts.session.open_case(girl)
    settle(panel)
    alerts = panel.case_side.page.alerts
    assert len(alerts) > 3
    assert [one.more is None for one in alerts[:3]] == [True, True, False]
    assert all(one._inner.isHidden() for one in alerts[2:])
    alerts[2].more.click()
    assert not alerts[2]._inner.isHidden()
    panel.case_side.draw()
    assert not panel.case_side.page.alerts[2]._inner.isHidden(), "stays open when drawn anew"


def test_open_results_are_named_and_lead_to_their_rows(panel, parts, girl, settle):
    parts.session.open_case(girl)
    settle(panel)
    (waiting,) = [
        one for one in panel.case_side.page.alerts if one.alert.kind is AlertKind.OPEN_RESULT
    ]
    assert "Glucose 31" in waiting.words and "pH 7.08" in waiting.words
    heard = []
    panel.place_wanted.connect(heard.append)
    waiting.pressed.emit()
    waiting.pressed.emit()
    assert len({place.row for place in heard}) == 2


def test_allergies_stand_above_the_conditions(panel, parts, girl, settle):
    parts.session.open_case(girl)
    settle(panel)
    page = panel.case_side.page
    shown = [one.text() for one in page.findChildren(type(page.site_words))]
    told = [number for number, words in enumerate(shown) if "amoxicillin" in words]
    head = shown.index(page.site_words.text())
    assert told and told[0] < head
    assert any("none known" in words for words in shown[:head])
