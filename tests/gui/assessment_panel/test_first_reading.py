"""Protects: blind, nothing of the models shows anywhere but what must; locked, it stands beside."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.assessment_record import FirstAnswer
from meddx_desktop.core.operations import assessment_first, cases
from meddx_desktop.gui.assessment_panel.pages_bar import CASE, FILM

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def blind(parts, window):
    parts.app.settings.set(assessment_first.SETTING, "on")
    window.folding.wish("assessment", open_=True)


def words(widget):
    shown = (one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))
    return " | ".join(label.text() for label in shown)


def test_cards_map_list_and_rail_wait_for_the_own_word(
    window, parts, film, wait_done, settle, blind
):
    panel = window.assessment
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    settle(panel)
    assert panel.pages.page == FILM
    assert panel.cards == []
    assert "is shown after your own reading" in words(panel)
    assert "90" not in words(panel)
    assert not window.image.heat._action.isEnabled()
    assert "Above threshold" not in words(window)
    assert "Read first" in window.worklist.model.index(0).data(_SPOKEN)
    panel.show_page(CASE)
    form = panel.case_side.page.form
    (place,) = {place for place, _ in form.buttons}
    form.boxes[0].setCurrentIndex(form.boxes[0].findData("pneumonia_child"))
    form.buttons[place, FirstAnswer.NEGATIVE].click()
    form.buttons[place, FirstAnswer.POSITIVE].click()
    form.words.setPlainText("dense on the right")
    form.lock.click()
    (kept,) = parts.session.case.first_impressions
    assert kept.conditions == ("pneumonia_child",)
    assert [one.answer for one in kept.findings] == [FirstAnswer.POSITIVE]
    assert kept.words == "dense on the right"
    settle(panel)
    shown = words(panel)
    assert "First reading of Dr Lin" in shown
    assert "Pneumonia: you Positive, the model Above threshold" in shown
    assert len(panel.cards) == 1
    assert panel.case_side.page.form is None


def test_danger_signs_and_refusals_are_shown_to_who_reads_blind(
    window, parts, film, wait_done, settle, blind, child
):
    panel = window.assessment
    parts.session.open_case(child)
    settle(panel)
    shown = words(panel.case_side.page)
    assert "Danger sign: " in shown and "To do: " in shown
    assert panel.case_side.page.cards == []
    assert "Pneumonia (child)" not in shown
    parts.session.close_case()
    parts.intake.open_paths([film("turned.dcm", patient_id="P-9", name="Wang^Lei")])
    wait_done()
    settle(panel)
    panel.show_page(FILM)
    assert "No score; repeat" in words(panel)


def test_what_is_typed_stays_while_alerts_come_and_go(window, parts, settle, blind, child):
    panel = window.assessment
    parts.session.open_case(child)
    settle(panel)
    form = panel.case_side.page.form
    form.boxes[0].setCurrentIndex(form.boxes[0].findData("gout"))
    form.words.setPlainText("half a thou")
    cases.write_note(parts.app, child, "Cough and fever. Chest indrawing. Convulsion today.")
    parts.session.refresh(child)
    settle(panel)
    now = panel.case_side.page.form
    assert now.words.toPlainText() == "half a thou"
    assert now.conditions == ("gout",)


def test_shown_without_a_reading_says_so(window, parts, settle, blind, child):
    panel = window.assessment
    parts.session.open_case(child)
    settle(panel)
    panel.case_side.page.form.waive.click()
    assert parts.session.case.first_impressions[0].waived
    assert "opened the results without a first reading" in words(panel)
    assert panel.case_side.page.cards


def test_an_empty_form_is_refused_with_what_to_do(window, parts, settle, blind, child):
    parts.session.open_case(child)
    settle(window.assessment)
    heard = []
    parts.session.problem.connect(lambda error: heard.append(error.code))
    window.assessment.case_side.page.form.lock.click()
    assert heard == ["first_reading_empty"]
    assert window.assessment.case_side.page.form is not None


def test_signing_waits_for_the_own_word_and_says_so(window, parts, settle, blind, child):
    panel = window.assessment
    parts.session.open_case(child)
    settle(panel)
    assert not panel.case_foot.primary.isEnabled()
    assert "still hidden from you" in panel.case_foot.why.text()
    panel.case_side.page.form.waive.click()
    assert panel.case_foot.primary.isEnabled()
