"""Protects: the panel says where a case stands, who may do what, and never hides a critical one."""

import pytest
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.case import CaseState
from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, criticals, review
from meddx_desktop.gui import review_steps
from meddx_desktop.gui.assessment_panel.panel import AssessmentPanel
from tests import desks


@pytest.fixture
def panel(parts, qtbot, film, wait_done):
    made = AssessmentPanel(parts.session)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    return made


@pytest.fixture
def session(panel, parts):
    return parts.session


def words(panel):
    shown = (label for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))
    return " | ".join(label.text() for label in shown)


def change(session, operation, *told, **named):
    operation(session.app, session.case.case_id, *told, **named)
    session.refresh(session.case.case_id)


def seat(session, role=Role.CLINICIAN, user=""):
    session.app.access.leave()
    desks.enter(session.app, role, user=user)
    session.refresh(session.case.case_id)


def test_the_next_step_of_an_open_case_is_to_sign(panel, session):
    assert "To review" in words(panel)
    assert panel.case_foot.primary.isEnabled()
    wanted = []
    panel.case_foot.wanted.connect(wanted.append)
    panel.case_foot.primary.click()
    assert wanted == [review_steps.SIGN]


def test_a_signed_case_says_by_whom_and_when_and_takes_no_decision(panel, session):
    change(session, cases.write_note, "cough")
    change(session, review.sign)
    change(session, review.add_addendum, "seen again")
    shown = words(panel)
    for part in ("Reviewed and signed", "Signed by Dr Lin", "seen again", "Addendum by Dr Lin"):
        assert part in shown
    (card,) = panel.cards
    for button in (card._accept, card._reject, card._edit):
        assert not button.isEnabled()
        assert "Signed" in button.toolTip()
    assert panel.case_foot._step == review_steps.ADDENDUM


def test_a_reopened_case_keeps_its_signature_in_sight(panel, session):
    change(session, review.sign)
    change(session, review.reopen, "Wrong side")
    assert "Reopened after it was signed" in words(panel)
    assert "Signed by Dr Lin" in words(panel)


def test_a_screening_officer_sees_who_decides(panel, session):
    seat(session, Role.SCREENING_OFFICER)
    (card,) = panel.cards
    for button in (card._accept, card._reject, card._edit):
        assert not button.isEnabled()
        assert button.toolTip() == "A clinician decides"
    assert not panel.case_foot.primary.isEnabled()
    assert "A clinician signs and decides." in words(panel)
    names = [step.name for step in review_steps.others(session) if not step.why]
    assert names == [review_steps.CRITICAL, review_steps.FOLLOW_UP]


def test_a_critical_result_stands_on_top_until_it_is_read_back(panel, session, qtbot):
    change(session, criticals.raise_critical, "tension pneumothorax")
    change(session, criticals.tell_critical, 0, "Nurse Wu", read_back=False)
    qtbot.waitUntil(lambda: "tension pneumothorax" in words(panel))
    assert "Nurse Wu was told by Dr Lin" in words(panel)
    assert panel.case_foot._step == review_steps.TOLD
    qtbot.waitUntil(lambda: panel._alarm.geometry().bottom() < panel._stack.geometry().top())
    panel.set_folded(True)
    assert not panel._alarm.isVisible()
    panel.set_folded(False)
    change(session, criticals.tell_critical, 0, "Dr Wu", read_back=True)
    assert not panel._alarm.isVisible()
    qtbot.waitUntil(lambda: "Dr Wu read it back" in words(panel))
    assert panel.case_foot._step == review_steps.SIGN


def test_each_reader_sees_the_own_word_on_the_buttons(panel, session):
    session.decide("pneumonia", Decision.ACCEPTED)
    change(session, review.ask_second_reader)
    assert not panel.case_foot.primary.isEnabled()
    assert "another clinician" in words(panel)
    seat(session, user=desks.SECOND_CLINICIAN)
    (card,) = panel.cards
    assert not card._accept.isChecked()
    assert "Accepted by Dr Lin" in words(panel)
    assert panel.case_foot._step == review_steps.FINISH
    session.decide("pneumonia", Decision.REJECTED)
    assert panel.cards[0]._reject.isChecked()
    change(session, review.finish_second_reading)
    assert session.case.state is CaseState.READERS_DISAGREE
    assert panel.case_foot.primary.text() == "Settle and sign…"


def test_own_words_stand_beside_the_finding_and_earlier_words_stay(panel, session):
    session.decide("pneumonia", Decision.REJECTED, "thymus")
    session.decide("pneumonia", Decision.EDITED, "right lower lobe")
    shown = words(panel)
    assert "Edited by Dr Lin" in shown
    assert "right lower lobe" in shown
    assert "Rejected by Dr Lin" in shown
    assert "thymus" in shown
    assert panel.cards[0]._edit.isChecked()


def test_to_edit_asks_for_words_and_decides_nothing_yet(panel, session, qtbot):
    (card,) = panel.cards
    with qtbot.waitSignal(panel.edit_wanted) as wanted:
        card._edit.click()
    assert wanted.args == ["pneumonia", ""]
    assert not card._edit.isChecked()
    assert session.case.decisions == ()


def test_what_keeps_from_signing_is_said_in_words(panel, session):
    from meddx_desktop.core.domain.patient import Patient

    change(session, cases.write_patient, Patient())
    assert "Nobody knows whose films these are." in words(panel)
    assert not panel.case_foot.primary.isEnabled()


@pytest.mark.parametrize("height", [420, 700])
def test_the_next_step_always_stands_whatever_else_is_said(panel, session, qtbot, height):
    change(session, criticals.raise_critical, "large pneumothorax " * 12)
    panel.resize(300, height)
    qtbot.wait(20)
    button = panel.case_foot.primary
    bottom = button.mapTo(panel, button.rect().bottomLeft()).y()
    assert button.isVisible()
    assert bottom <= panel.rect().bottom()
