"""Protects: typed words outlive a crash and the lock, and come back where they belong."""

import pytest

from meddx_desktop.core.operations import drafts, review
from meddx_desktop.gui import recovered


def test_recovered_words_are_told_and_shown(window, session, parts, qtbot):
    case_id = session.case.case_id
    session.close_case()
    drafts.keep(parts.app, case_id, drafts.NOTE, "cough for 3 d")
    drafts.keep(parts.app, case_id, drafts.VITALS, drafts.fields_text({"pulse": "120"}))
    recovered.tell(parts)
    qtbot.waitUntil(lambda: bool(parts.notices.waiting))
    (notice,) = parts.notices.waiting
    assert "Li Na" in notice.text
    assert [detail.text for detail in notice.details] == ["cough for 3 d", "Pulse: 120"]
    notice.on_action()
    assert session.case.case_id == case_id
    assert window.notes.editor.toPlainText() == "cough for 3 d"


def test_recovered_words_for_a_signed_case_become_an_addendum(
    window, session, parts, qtbot, answers
):
    case_id = session.case.case_id
    review.sign(parts.app, case_id)
    session.close_case()
    drafts.keep(parts.app, case_id, drafts.ADDENDUM, "seen again")
    recovered.tell(parts)
    qtbot.waitUntil(lambda: bool(parts.notices.waiting))
    (notice,) = parts.notices.waiting
    answers(accept=False)
    notice.on_action()
    assert len(drafts.recover(parts.app)) == 1, "later means later"
    answers()
    session.proposed.emit(drafts.recover(parts.app)[0])
    assert session.case.addenda[0].text == "seen again"
    qtbot.waitUntil(lambda: drafts.recover(parts.app) == ())


def test_a_half_typed_name_comes_back_into_its_dialog(window, session, parts, answers, qtbot):
    case_id = session.case.case_id
    drafts.keep(parts.app, case_id, drafts.PATIENT, drafts.fields_text({"name": "Li Na Ann"}))
    seen = answers()
    session.proposed.emit(drafts.recover(parts.app)[0])
    assert seen[0].name.text() == "Li Na Ann"
    assert session.case.patient.name.shown == "Li Na Ann"
    qtbot.waitUntil(lambda: drafts.recover(parts.app) == ())


@pytest.mark.parametrize("tab", ["labs", "vitals"])
def test_half_typed_cells_and_values_are_journaled(window, session, parts, qtbot, tab):
    if tab == "labs":
        window.tabs.setCurrentIndex(2)
        window.labs.typed.add_row()
        editor = window.labs.typed.table.indexWidget(window.labs.typed.table.currentIndex())
        editor = (
            editor or window.labs.typed.table.findChildren(type(window.vitals.inputs["pulse"]))[0]
        )
        qtbot.keyClicks(editor, "CR")
    else:
        window.vitals.enter()
        qtbot.keyClicks(window.vitals.inputs["pulse"], "12")
    session.journal.flush()
    with parts.app.access.using(None) as desk:
        (draft,) = desk.store.drafts.left()
    assert draft.field == tab
    assert ("CR" if tab == "labs" else "12") in draft.text


def test_words_in_a_dialog_that_the_lock_ends_wait_for_the_next_sign_in(
    window, session, parts, answers
):
    case_id = session.case.case_id

    def lock(dialog):
        (dialog.page if hasattr(dialog, "page") else dialog.name).setFocus()
        if hasattr(dialog, "page"):
            dialog.page.setPlainText("seen again")
        else:
            dialog.name.textEdited.emit("Li N")
        window.flush()
        session.close_case()

    answers(lock, accept=False)
    window.doings.edit_patient()
    session.open_case(case_id)
    review.sign(parts.app, case_id)
    session.refresh(case_id)
    window.commands.addendum.trigger()
    session.journal.flush()
    (back,) = drafts.recover(parts.app)
    assert {typed.field for typed in back.typed} == {"patient", "addendum"}
