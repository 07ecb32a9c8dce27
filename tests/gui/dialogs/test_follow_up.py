"""Protects: a follow-up is set from the open case, before and after signing, in a few presses."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate

from meddx_desktop.core.domain.follow_up import PRESETS, FollowUpKind, FollowUpStep
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, follow_ups, open_application, review
from meddx_desktop.core.settings import Settings
from meddx_desktop.gui import review_steps
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.follow_up import FollowUpDialog
from tests import desks


@pytest.fixture
def session(tmp_path, qapp):
    app = open_application(
        models=tmp_path, settings=Settings(), threads=1, store=tmp_path / "store"
    )
    desks.enter(app)
    made = CaseSession(app)
    made.open_case(cases.create(app, Patient("17", PersonName("Li^Na"))).case_id)
    yield made
    app.access.close()


@pytest.fixture
def dialog(session, qtbot):
    made = FollowUpDialog(session, session.case)
    qtbot.addWidget(made)
    return made


def test_a_shortcut_fills_in_and_the_button_keeps(dialog, session):
    dialog.choose(PRESETS[0])
    assert session.case.follow_up_words == (), "a shortcut keeps nothing by itself"
    dialog.words.setText("PA, upright")
    dialog.keep()
    (word,) = session.case.follow_up_words
    wanted = follow_ups.today() + timedelta(weeks=6)
    assert (word.kind, word.due, word.words) == (FollowUpKind.FILM, wanted, "PA, upright")
    assert dialog.view.list.topLevelItemCount() == 1
    assert dialog.words.text() == ""


def test_a_day_of_ones_own_is_no_number_of_weeks(dialog, session):
    day = follow_ups.today() + timedelta(days=10)
    dialog.day.setDate(QDate(day.year, day.month, day.day))
    assert dialog.weeks.currentData() == 0
    dialog.keep()
    assert session.case.follow_up_words[0].due == day


def test_the_day_of_the_week_is_said_and_a_sunday_is_warned_of(dialog):
    for text, weekday, warned in (
        ("2033-05-01", "Sunday", True),
        ("2033-05-02", "Monday", False),
    ):
        dialog.day.setDate(QDate.fromString(text, "yyyy-MM-dd"))
        assert dialog.day.text() == f"{text} {weekday}"
        assert dialog.sunday.isHidden() is not warned


def test_other_without_words_says_what_is_missing(dialog, session):
    dialog.kind.setCurrentIndex(dialog.kind.findData(FollowUpKind.OTHER.value))
    dialog.keep()
    assert dialog.problem.text().startswith("Write what is to be done")
    assert session.case.follow_up_words == ()
    dialog.words.setText("ask about the cough")
    dialog.keep()
    assert dialog.problem.isHidden()
    assert len(session.case.follow_up_words) == 1


def test_after_signing_one_can_still_be_set(session, qtbot):
    review.sign(session.app, session.case_id)
    session.refresh(session.case_id)
    made = FollowUpDialog(session, session.case)
    qtbot.addWidget(made)
    made.choose(PRESETS[1])
    made.keep()
    assert session.case.is_signed
    assert session.case.follow_up_words[0].kind is FollowUpKind.BLOOD_COUNT


def test_who_sets_none_may_note_what_was_done(session, qtbot):
    case = follow_ups.begin(session.app, session.case_id, FollowUpKind.FILM, day=follow_ups.today())
    session.app.access.leave()
    desks.enter(session.app, Role.SCREENING_OFFICER)
    made = FollowUpDialog(session, case)
    qtbot.addWidget(made)
    assert not made.add.isEnabled()
    assert made.view.done.isEnabled() and made.view.later.isEnabled()
    assert not made.view.withdraw.isEnabled()
    step = made.view.step_dialog(made.view.chosen, FollowUpStep.DONE)
    qtbot.addWidget(step)
    step.words.setText("clear")
    step.accept()
    made.view.changed.emit(step.case)
    assert made.view.list.topLevelItem(0).text(2) == "done"
    assert not made.view.done.isEnabled(), "what is closed stays closed"
    assert "clear" in made.view.list.topLevelItem(0).toolTip(0), "the trace tells all of it"


def test_what_is_taken_back_is_found_and_asks_why(dialog, qtbot):
    dialog.choose(PRESETS[0])
    dialog.keep()
    step = dialog.view.step_dialog(dialog.view.chosen, FollowUpStep.WITHDRAWN)
    qtbot.addWidget(step)
    step.accept()
    assert not step.problem.isHidden()
    step.words.setText("wrong case")
    step.accept()
    assert step.case.follow_up_words[-1].step is FollowUpStep.WITHDRAWN


def test_it_is_a_step_of_every_case(session):
    names = [step.name for step in review_steps.others(session)]
    assert review_steps.FOLLOW_UP in names
    assert review_steps.allowed(session, review_steps.FOLLOW_UP)
