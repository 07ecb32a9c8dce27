"""Protects: a reading is corrected by mouse and key, kept, and taken back by the usual undo."""

import pytest

from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, notes_corrections
from meddx_desktop.gui.dialogs.notes_code import CodeDialog
from meddx_desktop.gui.undoing import Undoing
from tests import desks
from tests.gui.notes_tab.conftest import NOTE, choose, row_of


def do(tab, words):
    """Choose an entry of the menu by its words."""
    menu = tab.correcting.menu()
    action = next(one for one in menu.actions() if words in one.text().replace("&", ""))
    action.trigger()


def kept(parts):
    return cases.load(parts.app, parts.session.case_id).note_corrections


def test_another_assertion_is_kept_and_shown(read, parts, settled):
    choose(read, "fever")
    do(read, "It is: possible")
    settled(read)
    row = row_of(read, "fever")
    assert (row.word, row.assertion) == ("possible", Assertion.POSSIBLE)
    assert "corrected by Dr Lin" in row.detail
    assert any("the program read: negated" in line for line in row.lines)
    assert [one.by for one in kept(parts)] == ["Dr Lin"]
    assert cases.load(parts.app, parts.session.case_id).note == NOTE, "what was typed is kept first"


def test_a_correction_is_taken_back_by_the_usual_undo(read, parts, settled):
    undoing = Undoing(parts.notices)
    undoing.watch((lambda: read.undoable,))
    choose(read, "fever")
    do(read, "Not a mention")
    settled(read)
    assert row_of(read, "fever").is_refused
    undoing.undo()
    settled(read)
    assert row_of(read, "fever").word == "negated" and kept(parts)[0].is_withdrawn
    assert undoing.newest is None


def test_it_holds_after_typing_and_when_the_case_is_opened_again(read, parts, settled):
    choose(read, "fever")
    do(read, "It is: present")
    settled(read)
    cursor = read.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Seen at home. ")
    settled(read)
    assert row_of(read, "fever").assertion is Assertion.PRESENT
    case_id = parts.session.case_id
    parts.session.open_case(cases.create(parts.app).case_id)
    parts.session.open_case(case_id)
    settled(read)
    assert row_of(read, "fever").assertion is Assertion.PRESENT


def test_selected_words_become_a_mention(read, parts, settled):
    cursor = read.editor.textCursor()
    cursor.setPosition(NOTE.index("3 days"))
    cursor.setPosition(NOTE.index("3 days") + 6, cursor.MoveMode.KeepAnchor)
    read.editor.setTextCursor(cursor)
    do(read, "Problem")
    settled(read)
    assert [one.words for one in kept(parts)] == ["3 days"]
    added = [one for one in read.page.found.note.entries if one.machine is None]
    assert [one.mention.text for one in added] == ["3 days"]


def test_all_that_a_line_stands_for_is_corrected_and_undone_together(tab, parts, settled):
    tab.editor.setPlainText("Cough today.\nSevere cough at night.")
    settled(tab)
    row = choose(tab, "Cough")
    do(tab, "Not a mention")
    assert len(kept(parts)) == len(row.numbers)
    tab.undoable.on_action()
    assert all(one.is_withdrawn for one in kept(parts))


def test_a_code_is_chosen_from_those_offered_or_typed(read, parts, qtbot):
    entry = read.page.found.note.entries[row_of(read, "fever").numbers[0]]
    dialog = CodeDialog(parts.app, entry.mention)
    qtbot.addWidget(dialog)
    assert not dialog._accept.isEnabled(), "nothing is chosen by itself"
    assert dialog.list.count() == min(len(entry.mention.codes), 5)
    dialog.search.setText("r05.1")
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.list.setCurrentRow(0)
    assert (dialog.chosen.value, dialog.chosen.scheme) == ("R05.1", "I10C")


def test_who_may_not_write_is_offered_nothing(read, parts):
    choose(read, "fever")
    parts.session.app.access.close()
    desks.enter(parts.app, Role.AUDITOR)
    assert read.correcting.menu() is None
    read.actions_.refresh()
    assert not read.actions_.correct_button.isEnabled()


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.SCREENING_OFFICER])
def test_only_a_clinician_marks_a_flag_as_seen(tab, parts, settled, role):
    tab.editor.setPlainText("Sudden facial droop and slurred speech.")
    tab.flush()
    parts.session.app.access.close()
    desks.enter(parts.app, role)
    parts.session.open_case(parts.session.case_id)
    settled(tab)
    flag = next(row for row in tab.page.list.lines.rows if row.flag is not None)
    tab.page.list.setCurrentIndex(
        tab.page.list.lines.index(tab.page.list.lines.rows.index(flag), 0)
    )
    button = tab.actions_.seen_button
    assert button.isEnabled() == (role is Role.CLINICIAN)
    if role is Role.SCREENING_OFFICER:
        assert "Clinician" in button.toolTip()
        return
    button.click()
    settled(tab)
    seen = next(row for row in tab.page.list.lines.rows if row.flag is not None)
    assert seen.is_seen and seen.tone == "text" and "Seen by Dr Lin" in seen.lines[0]
    assert notes_corrections.seen(parts.session.case, tab.page.found.text, seen.flag)
