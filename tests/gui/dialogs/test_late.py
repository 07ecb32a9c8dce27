"""Protects: sheets of a day without power are typed with both times, in the window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime

from meddx_desktop.core.domain.late_entry import LatePart
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.operations import cases, criticals, open_application, review
from meddx_desktop.core.settings import Settings
from meddx_desktop.gui import labels, review_steps
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.critical import CriticalDialog, ToldDialog
from meddx_desktop.gui.dialogs.late import LateDialog
from tests import desks
from tests.gui.test_accessible import nameless

YESTERDAY = QDateTime.currentDateTime().addDays(-1)


@pytest.fixture
def session(tmp_path, qapp):
    app = open_application(
        models=tmp_path, settings=Settings(), threads=1, store=tmp_path / "store"
    )
    desks.enter(app)
    made = CaseSession(app)
    case = cases.create(app, Patient("17", PersonName("Li^Na")))
    made.open_case(cases.write_note(app, case.case_id, "Cough.").case_id)
    yield made
    app.access.close()


@pytest.fixture
def dialog(session, qtbot):
    made = LateDialog(session, session.case)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog, part):
    dialog.part.setCurrentIndex(dialog.part.findData(part.value))


def fill(fields, who="Nurse Zhao"):
    fields.when.setDateTime(YESTERDAY)
    fields.who.setText(who)


def minute(late):
    return late.happened.astimezone().strftime("%Y-%m-%d %H:%M")


def test_a_note_from_paper_is_kept_with_its_time(dialog, session):
    choose(dialog, LatePart.NOTE)
    fill(dialog.fields)
    dialog.add.click()
    (said,) = session.case.late_entries
    assert (said.part, said.who) == (LatePart.NOTE, "Nurse Zhao")
    assert minute(said) == YESTERDAY.toString("yyyy-MM-dd HH:mm")
    assert said.at - said.happened > timedelta(hours=20)
    assert "Nurse Zhao" in dialog.kept.text() and labels.label("late.note") in dialog.kept.text()


def test_what_was_not_typed_yet_says_so(dialog, session):
    choose(dialog, LatePart.VITALS)
    dialog.add.click()
    assert dialog.problem.isVisible() and dialog.problem.text() == labels.sentence("late_empty")
    assert session.case.late_entries == ()


def test_only_a_reading_asks_for_its_words(dialog, session):
    choose(dialog, LatePart.NOTE)
    assert not dialog.reading.isVisible()
    choose(dialog, LatePart.READING)
    assert dialog.reading.isVisible()
    dialog.reading.setPlainText("Left base dense.")
    fill(dialog.fields)
    dialog.add.click()
    assert session.case.late(LatePart.READING).words == "Left base dense."
    assert dialog.reading.toPlainText() == ""


def test_it_can_be_chosen_until_the_case_is_signed(session):
    assert review_steps.allowed(session, review_steps.LATE)
    session.do(review.sign)
    assert not review_steps.allowed(session, review_steps.LATE)


def test_a_critical_result_is_asked_for_its_time_only_where_it_was_earlier(session, qtbot):
    made = CriticalDialog(session.case)
    qtbot.addWidget(made)
    made.show()
    assert made.paper.late is None and not made.paper.when.isVisible()
    made.paper.box.setChecked(True)
    assert made.paper.when.isVisible()
    fill(made.paper)
    assert minute(made.paper.late) == YESTERDAY.toString("yyyy-MM-dd HH:mm")
    assert made.paper.late.who == "Nurse Zhao"


def test_so_is_who_was_told(session, qtbot):
    session.do(criticals.raise_critical, "K 6.8")
    made = ToldDialog(session.case, session.case.criticals[0])
    qtbot.addWidget(made)
    made.show()
    assert made.paper.late is None
    made.paper.box.setChecked(True)
    assert made.paper.late is not None


def test_every_field_has_a_name(dialog, session, qtbot):
    told = CriticalDialog(session.case)
    qtbot.addWidget(told)
    assert nameless(dialog) == [] and nameless(told) == []
