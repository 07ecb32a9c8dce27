"""Protects: the note is read while it is typed, and the hands that type notice nothing of it."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QToolTip

from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.errors import BadOutput
from meddx_desktop.core.operations import cases, notes_desk
from meddx_desktop.gui.notes_tab.groups import Group
from tests.gui.notes_tab.conftest import NOTE, choose, row_of


def mark_of(tab, words):
    text = tab.editor.toPlainText()
    return tab.editor.marks.at(text.index(words) + 1)


def test_typed_words_are_marked_and_listed(tab, settled, qtbot):
    qtbot.keyClicks(tab.editor, "Denies fever")
    settled(tab)
    assert mark_of(tab, "fever").assertion is Assertion.NEGATED
    row = row_of(tab, "fever")
    assert row.word == "negated"
    assert any("Denies" in line for line in row.lines), "it says why"


def test_reading_touches_neither_cursor_nor_selection_nor_undo(tab, settled, qtbot):
    qtbot.keyClicks(tab.editor, "Denies fever")
    settled(tab)
    cursor = tab.editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    tab.editor.setTextCursor(cursor)
    steps = tab.editor.document().availableUndoSteps()
    changed = []
    tab.editor.textChanged.connect(lambda: changed.append(1))
    tab.page.show_read(tab.page.found, tab._session.case)
    tab.reader.now()
    settled(tab)
    now = tab.editor.textCursor()
    assert (now.anchor(), now.position()) == (2, 6)
    assert tab.editor.document().availableUndoSteps() == steps and not changed
    tab.editor.undo()
    assert tab.editor.toPlainText() == ""


def test_an_answer_about_an_outdated_text_is_dropped(tab, settled, monkeypatch, qtbot):
    """Protects: marks of a text that no longer stands there are never drawn over the new one."""
    real, gate, asked = notes_desk.read, threading.Event(), []

    def slow(app, case, text, memory, **options):
        asked.append(text)
        gate.wait(10)
        return real(app, case, text, memory, **options)

    monkeypatch.setattr(notes_desk, "read", slow)
    shown = []
    tab.reader.read.connect(lambda found: shown.append(found.text))
    tab.editor.setPlainText("fever")
    qtbot.waitUntil(lambda: asked[-1:] == ["fever"])
    tab.editor.setPlainText("no fever")
    gate.set()
    settled(tab)
    assert set(shown) == {"no fever"}


def test_the_words_come_before_what_models_add(tab, settled, monkeypatch):
    """Protects: nobody waits for a network to see a danger sign; a failing one is asked once."""
    settled(tab)  # the empty note of the case just opened is read by the real one
    real, asked, shown = notes_desk.read, [], []

    def read(app, case, text, memory, *, words_first, checkpoint):
        asked.append(words_first)
        if not words_first:
            assert shown == ["fever"]
            raise BadOutput("model_output_invalid", name="notes")
        found = real(app, case, text, memory, words_first=True)
        memory.waits = True
        return found

    monkeypatch.setattr(notes_desk, "read", read)
    tab.reader.read.connect(lambda found: shown.append(found.text))
    tab.editor.setPlainText("fever")
    settled(tab)
    assert asked == [True, False] and shown == ["fever"]
    assert mark_of(tab, "fever") and not tab._refused.isHidden()


def test_what_is_typed_goes_before_models_that_still_run(tab, settled, monkeypatch, qtbot):
    """Protects: a long note that the networks are busy with does not hold up the next words."""
    settled(tab)
    real, asked, stopped = notes_desk.read, [], []

    def read(app, case, text, memory, *, words_first, checkpoint):
        asked.append((text, words_first))
        if not words_first and text == "fever":
            try:
                while True:
                    checkpoint()
            finally:
                stopped.append(text)
        found = real(app, case, text, memory, words_first=True)
        memory.waits = text == "fever"
        return found

    monkeypatch.setattr(notes_desk, "read", read)
    tab.editor.setPlainText("fever")
    qtbot.waitUntil(lambda: asked[-1:] == [("fever", False)])
    tab.editor.setPlainText("no fever")
    settled(tab)
    assert stopped == ["fever"] and asked[-1] == ("no fever", True)
    assert tab._refused.isHidden()


def test_while_an_input_method_writes_nothing_is_read(tab, settled, qtbot):
    """Protects: what Pinyin is still composing is not torn apart."""
    tab.editor.setPlainText("患者")
    settled(tab)
    read = []
    tab.reader.read.connect(lambda found: read.append(found.text))
    tab.editor.setFocus()
    QApplication.sendEvent(tab.editor, QInputMethodEvent("fa re", []))
    assert tab.editor.is_composing and tab.editor.toPlainText() == "患者"
    tab.reader.now()
    qtbot.waitUntil(lambda: not tab.reader._later.isActive())
    QApplication.processEvents()
    assert read == [] and tab.reader.is_settled
    tab.editor.grab()  # marks are drawn beside what is being composed
    done = QInputMethodEvent("", [])
    done.setCommitString("发热")
    QApplication.sendEvent(tab.editor, done)
    settled(tab)
    assert not tab.editor.is_composing and read[-1] == tab.editor.toPlainText()
    assert "发热" in read[-1]


def test_marks_stand_on_their_words_behind_emoji_and_rare_characters(tab, settled):
    """Qt counts these twice, the core once."""
    tab.editor.setPlainText("😀𠮷 denies fever")
    settled(tab)
    (mark,) = tab.editor.marks.between(0, 100)
    cursor = tab.editor.textCursor()
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "fever"


def test_marks_move_with_the_text_before_it_is_read_again(read):
    before = mark_of(read, "fever")
    cursor = read.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Now: ")
    assert mark_of(read, "fever").start == before.start + 5


def test_a_line_of_the_list_leads_to_its_words_and_a_mark_to_its_line(read):
    row = choose(read, "fever")
    read.page.list.visited.emit(row)
    assert read.editor.textCursor().position() == NOTE.index("fever")
    read.editor.mark_clicked.emit(mark_of(read, "diabetes").number)
    assert read.page.row.title == "diabetes"
    assert read.page.row.word == "of a relative"


def test_keys_go_from_mention_to_mention_and_say_why(read, qtbot):
    read.editor.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(read.editor, Qt.Key.Key_F8)
        seen.append(read.page.row.title)
    assert seen[0].lower() == "cough" and len(set(seen)) == 3
    qtbot.keyClick(read.editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert read.page.row.title == seen[1]
    read.editor.reveal(NOTE.index("fever"), NOTE.index("fever") + 5)
    qtbot.keyClick(read.editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert "Denies" in QToolTip.text()


def test_a_chip_of_the_legend_hides_its_kind_in_text_and_list(read):
    assert mark_of(read, "fever") is not None
    read.page.legend.chips[Group.SYMPTOMS].setChecked(False)
    assert mark_of(read, "fever") is None
    assert not any(row.title == "fever" for row in read.page.list.lines.rows)


def test_no_word_of_allergies_is_not_none(read):
    hints = [row.title for row in read.page.list.lines.rows]
    assert "The note does not speak of allergies. That is not “none”." in hints


def test_nothing_found_does_not_look_like_nothing_there(tab, settled):
    tab.editor.setPlainText("xyzzy")
    settled(tab)
    for chip in tab.page.legend.chips.values():
        chip.setChecked(True)
    shown = tab.page._pages.currentWidget()
    assert shown is tab.page.nothing or any(
        "not “none”" in row.title for row in tab.page.list.lines.rows
    )


def test_a_red_flag_stands_first_and_says_what_to_do(tab, settled):
    tab.editor.setPlainText("Fever for 3 days.\nSudden facial droop and slurred speech.")
    settled(tab)
    flag = next(row for row in tab.page.list.lines.rows if row.flag is not None)
    assert tab.page.list.lines.rows.index(flag) == 1, "right below its heading"
    assert flag.lines and "Because of" in flag.detail
    assert any("Source" in line for line in flag.lines)


def test_another_case_shows_nothing_of_the_one_before(read, parts):
    parts.session.open_case(cases.create(parts.app).case_id)
    assert read.page.found is None and len(read.editor.marks) == 0
    assert read.page.list.lines.rows == []


def test_a_text_that_is_too_long_is_kept_and_says_that_it_was_not_read(tab, qtbot):
    tab.editor.setPlainText("fever " * 40000)
    qtbot.waitUntil(lambda: not tab._refused.isHidden(), timeout=20000)
    assert "240" in tab._refused.text() and len(tab.editor.marks) == 0


def test_no_known_allergies_is_said_and_not_struck_out(tab, settled, qtbot):
    qtbot.keyClicks(tab.editor, "NKDA. Penicillin: no allergy")
    settled(tab)
    assert mark_of(tab, "NKDA").assertion is Assertion.PRESENT
    row = row_of(tab, "NKDA")
    assert (row.word, row.detail) == ("", "none known, says the note")
