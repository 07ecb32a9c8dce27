"""Protects: what a clinician does in the window reaches the case, and a refusal is told."""

from PySide6.QtCore import QDateTime, QMimeData, Qt

from meddx_desktop.core.domain.case import CaseState
from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.follow_up import PRESETS, FollowUpKind
from meddx_desktop.core.domain.late_entry import LatePart
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, criticals, review
from meddx_desktop.gui import review_steps
from meddx_desktop.gui.dialogs.follow_up import FollowUpDialog
from meddx_desktop.gui.dialogs.sign import SignDialog
from meddx_desktop.gui.dialogs.site_numbers import SiteNumbersDialog
from meddx_desktop.gui.notices import Notice, Severity
from tests import desks
from tests.gui.reviewing.conftest import LI


def told(parts):
    return [notice.text for notice in parts.notices.waiting]


def test_signing_asks_once_and_signs(window, session, answers):
    answers()
    window.commands.sign.trigger()
    assert session.case.is_signed
    assert session.case.signatures[0].by == "Dr Lin"
    assert not window.commands.sign.isEnabled()
    assert window.commands.addendum.isEnabled()


def test_a_critical_result_of_a_signed_case_comes_first_and_unlocks_nothing(session, parts):
    review.sign(parts.app, session.case.case_id)
    session.do(criticals.raise_critical, "free air")
    assert session.case.is_signed and session.is_read_only
    assert review_steps.next_step(session).name == review_steps.TOLD
    session.do(criticals.tell_critical, 0, "Dr Wu", read_back=True)
    assert review_steps.next_step(session).name == review_steps.ADDENDUM


def test_a_reopened_case_is_written_by_clinicians_alone(session, parts):
    review.sign(parts.app, session.case.case_id)
    session.do(review.reopen, "Wrong side")
    assert not session.is_read_only
    parts.app.access.leave()
    desks.enter(parts.app, Role.SCREENING_OFFICER)
    session.refresh(session.case.case_id)
    assert session.is_read_only


def test_a_signature_that_was_not_confirmed_is_none(window, session, answers):
    answers(accept=False)
    window.commands.sign.trigger()
    assert not session.case.is_signed


def test_typed_words_are_signed_with_the_case(window, session, answers, qtbot):
    answers()
    qtbot.keyClicks(window.notes.editor, "fever")
    window.reviewing.take(review_steps.SIGN)
    assert session.case.note == "fever"
    assert session.case.is_signed


def test_critical_result_told_and_read_back(window, session, answers):
    seen = answers(lambda dialog: dialog.page.setPlainText("free air"))
    window.commands.critical.trigger()
    assert session.case.has_open_critical
    assert not window.commands.sign.isEnabled()

    def say(dialog):
        dialog.whom.setText("Dr Wu")
        dialog.read_back.setCurrentIndex(1)

    answers(say)
    window.commands.told.trigger()
    assert not session.case.has_open_critical
    assert session.case.criticals[0].told[0].whom == "Dr Wu"
    assert len(seen) == 2


def test_a_critical_result_from_paper_keeps_both_times(window, session, answers):
    def say(dialog):
        dialog.page.setPlainText("free air")
        dialog.paper.box.setChecked(True)
        dialog.paper.when.setDateTime(QDateTime.currentDateTime().addSecs(-7200))

    answers(say)
    window.commands.critical.trigger()
    assert session.case.late(LatePart.CRITICAL, "0") is not None

    def was_told(dialog):
        dialog.whom.setText("Dr Wu")
        dialog.paper.box.setChecked(True)
        dialog.paper.when.setDateTime(QDateTime.currentDateTime().addSecs(-3600))

    answers(was_told)
    window.commands.told.trigger()
    assert session.case.late(LatePart.TOLD, "0.0") is not None


def test_no_dialog_closes_without_its_words(window, session, answers):
    answers()
    window.commands.critical.trigger()
    assert session.case.criticals == ()


def test_addendum_and_reopening(window, session, answers):
    answers()
    window.commands.sign.trigger()
    answers(lambda dialog: dialog.page.setPlainText("seen again"))
    window.commands.addendum.trigger()
    assert session.case.addenda[0].text == "seen again"
    answers(accept=False)
    window.commands.reopen.trigger()
    assert session.case.is_signed, "asked, and answered with no"
    answers(lambda dialog: dialog.page.setPlainText("wrong side"))
    window.commands.reopen.trigger()
    assert session.case.state is CaseState.TO_REVIEW
    assert "wrong side" in session.case.addenda[-1].text


def test_two_readers_and_a_dispute(window, session, parts, answers, film, wait_done):
    session.close_case()
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    session.decide("pneumonia", Decision.ACCEPTED)
    answers()
    window.commands.second.trigger()
    assert session.case.state is CaseState.AWAITING_SECOND_READER
    parts.app.access.leave()
    desks.enter(parts.app, user=desks.SECOND_CLINICIAN)
    session.refresh(session.case.case_id)
    session.decide("pneumonia", Decision.REJECTED)
    seen = answers()
    window.commands.sign.trigger()
    assert len(seen[-1].differences) == 1
    assert session.case.state is CaseState.READERS_DISAGREE
    answers(lambda dialog: dialog.page.setPlainText("seen on CT"))
    window.commands.sign.trigger()
    assert session.case.signatures[0].reason == "seen on CT"


def test_own_words_on_a_finding(window, session, parts, answers, film, wait_done):
    session.close_case()
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    answers(lambda dialog: dialog.page.setPlainText("an old scar"))
    window.assessment.cards[0]._edit.click()
    word = session.case.decision_on(session.film_uid, 1, "pneumonia")
    assert (word.decision, word.comment) == (Decision.EDITED, "an old scar")


def test_a_refusal_is_told_in_words(window, session, parts):
    parts.app.access.leave()
    desks.enter(parts.app, Role.SCREENING_OFFICER)
    session.decide("pneumonia", Decision.ACCEPTED)
    assert session.case.decisions == ()
    assert any("role" in words for words in told(parts))


def test_a_signed_case_is_read_only_everywhere(window, session, parts, answers):
    answers()
    window.commands.sign.trigger()
    assert window.notes.editor.isReadOnly()
    assert "Signed: read only" in window.notes.lock.words
    assert window.labs.typed.tools.isHidden()
    window.labs.typed.paste()
    assert session.case.labs == ()
    assert window.vitals.inputs["pulse"].isReadOnly()
    assert not window.banner._edit.isEnabled()
    seen = answers()
    before = len(seen)
    window.doings.edit_patient()
    assert len(seen) == before


def paste(window, text):
    data = QMimeData()
    data.setText(text)
    window.notes.editor.insertFromMimeData(data)


def test_a_note_of_another_patient_warns_and_can_be_taken_back(window, session, parts, qtbot):
    qtbot.keyClicks(window.notes.editor, "Own words. ")
    parts.notices.tell(Notice("Something failed before.", Severity.ERROR))
    paste(window, "Name: Wang Wei\nID: 99\ncough")
    notice = parts.notices.waiting[0]
    assert "another patient" in notice.text
    assert "Wang Wei" in notice.text
    assert desks.trail(parts.app)[-1].action == "note_identity_warned"
    assert not any("Wang" in entry.details for entry in desks.trail(parts.app))
    assert window.notice_bar._keep.text() == "Keep it"
    qtbot.keyClicks(window.notes.editor, " more")
    notice.on_action()
    assert window.notes.editor.toPlainText() == "Own words. "


def test_a_note_without_a_name_that_does_not_fit_the_sex_warns(window, session, parts):
    girl = Patient("18", PersonName("Li^Na"), sex=Sex.FEMALE)
    session.open_case(cases.create(parts.app, girl).case_id)
    paste(window, "A small girl, 3 year old girl with cough. ")
    assert parts.notices.waiting == ()
    paste(window, "A 3 year old boy with cough. ")
    notice = parts.notices.waiting[0]
    assert "may be of another patient" in notice.text
    assert "()" not in notice.text


def test_a_note_of_this_patient_says_nothing(window, session, parts):
    paste(window, "Name: Li Na\nID: 17\ncough")
    assert parts.notices.waiting == ()


def test_undo_in_the_note_takes_back_typing_and_nothing_else(window, session, qtbot):
    window.tabs.setCurrentIndex(1)
    window.notes.editor.setFocus()
    qtbot.keyClicks(window.notes.editor, "fever")
    qtbot.keyClick(window.notes.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.notes.editor.toPlainText() == ""


def test_a_clinician_who_comes_in_hears_who_waits_for_a_second_reading(window, parts):
    """Protects: a case that waits for a second reader is not forgotten by everybody."""
    case = cases.create(parts.app, LI)
    review.ask_second_reader(parts.app, case.case_id)
    window.reviewing.tell_awaited()
    assert parts.notices.waiting == ()  # who asked is not told
    parts.app.access.leave()
    desks.enter(parts.app, user=desks.SECOND_CLINICIAN)
    window.reviewing.tell_awaited()
    (told,) = parts.notices.waiting
    assert "second reading, asked by Dr Lin." in told.text
    told.on_action()
    assert parts.session.case_id == case.case_id


def test_a_follow_up_is_set_from_the_menu_and_while_signing(window, session, answers):
    """The step keeps by itself; whoever then cancels the signature keeps the follow-up."""
    seen = answers(lambda dialog: dialog.choose(PRESETS[0]) or dialog.keep())
    window.commands.follow_up.trigger()
    assert isinstance(seen[0], FollowUpDialog)
    assert [word.kind for word in session.case.follow_up_words] == [FollowUpKind.FILM]

    def fill(dialog):
        if isinstance(dialog, SignDialog):
            dialog.follow_up.click()
        else:
            dialog.choose(PRESETS[1])
            dialog.keep()

    answers(fill)
    window.commands.sign.trigger()
    assert session.case.is_signed
    assert [word.kind for word in session.case.follow_up_words] == [
        FollowUpKind.FILM,
        FollowUpKind.BLOOD_COUNT,
    ]


def test_the_page_of_numbers_opens_the_case_of_a_follow_up(window, session, parts, answers):
    case_id = session.case.case_id
    session.close_case()
    seen = answers(lambda dialog: dialog.case_wanted.emit(case_id))
    window.commands.site_numbers.trigger()
    assert isinstance(seen[0], SiteNumbersDialog)
    assert session.case.case_id == case_id
