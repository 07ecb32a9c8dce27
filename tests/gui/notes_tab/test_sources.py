"""Protects: files of notes come into the note of the open case, and what fails says why."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from meddx_desktop.core.operations import cases
from meddx_desktop.gui.dialogs.notes_deidentify import DeidentifyDialog
from meddx_desktop.gui.dialogs.notes_example import ExampleDialog


def texts(parts):
    return [notice.text for notice in parts.notices.waiting]


def test_the_text_of_a_file_comes_behind_what_stands_there(tab, tmp_path, qtbot):
    path = tmp_path / "note.txt"
    path.write_bytes("主诉：发热3天".encode("gb18030"))
    tab.editor.setPlainText("Cough.")
    told = []
    tab.pasted.connect(told.append)
    tab.open_files([path])
    qtbot.waitUntil(lambda: "发热" in tab.editor.toPlainText())
    assert tab.editor.toPlainText() == "Cough.\n\n主诉：发热3天"
    assert told == ["主诉：发热3天"], "whose note it is can be looked at"
    tab.undo_paste()
    assert tab.editor.toPlainText() == "Cough."


def test_a_file_that_is_no_note_is_named_with_a_sentence(tab, parts, tmp_path, qtbot):
    path = tmp_path / "note.pdf"
    path.write_bytes(b"%PDF-1.4 broken")
    tab.open_files([path])
    qtbot.waitUntil(lambda: any(words.startswith("note.pdf: ") for words in texts(parts)))
    assert tab.editor.toPlainText() == ""


def test_a_text_for_a_case_that_was_left_goes_into_no_other(tab, parts, tmp_path, qtbot):
    path = tmp_path / "note.txt"
    path.write_text("fever")
    tab.open_files([path])
    parts.session.open_case(cases.create(parts.app).case_id)
    qtbot.waitUntil(lambda: not tab.reader.runner.running)
    qtbot.wait(50)
    assert tab.editor.toPlainText() == ""


def test_without_a_case_a_note_has_no_owner(tab, parts, tmp_path):
    parts.session.close_case()
    tab.open_files([tmp_path / "note.txt"])
    assert texts(parts) == ["Open a case first: a note belongs to a patient."]


def test_texts_dropped_on_the_window_go_to_the_notes_and_films_to_the_films(
    window, parts, film, tmp_path, qtbot
):
    parts.session.open_case(cases.create(parts.app).case_id)
    path, picture = tmp_path / "note.md", film("low.dcm")
    path.write_text("fever")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(picture))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: window.notes.editor.toPlainText() == "fever", timeout=10000)
    assert window.tabs.currentWidget() is window.notes
    qtbot.waitUntil(lambda: parts.app.access is not None and not parts.activity.running)


def test_nothing_is_exported_before_somebody_read_both_texts(parts, tab, tmp_path, qtbot):
    """Protects: the one plain copy of a note leaves only after a person looked it over."""
    case = parts.session.case
    text = "Patient: Wang Fang, phone 13812345678. Lives near the mill. Fever."
    dialog = DeidentifyDialog(parts.app, case, text)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.answer is not None and not dialog.work.busy, timeout=20000)
    assert "13812345678" not in dialog.changed.toPlainText()
    assert not dialog._accept.isEnabled()
    dialog.read_both.setChecked(True)
    assert dialog._accept.isEnabled()
    cursor = dialog.original.textCursor()
    cursor.setPosition(text.index("the mill"))
    cursor.setPosition(text.index("the mill") + 8, cursor.MoveMode.KeepAnchor)
    dialog.original.setTextCursor(cursor)
    dialog.add_button.click()
    assert "the mill" not in dialog.changed.toPlainText()
    assert not dialog.read_both.isChecked(), "what changed is to be read again"
    place = next(
        n
        for n, one in enumerate(dialog.answer.replacements)
        if text[one.start : one.end] == "the mill"
    )
    dialog.list.setCurrentItem(dialog.list.topLevelItem(place))
    dialog.back_button.click()
    assert "the mill" in dialog.changed.toPlainText()
    dialog.read_both.setChecked(True)
    dialog.save(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == dialog.answer.text


def test_the_example_belongs_to_nobody(tab, parts, qtbot):
    dialog = ExampleDialog(parts.app)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.page.found is not None, timeout=20000)
    assert dialog.page.found.note.entries and dialog.page.editor.isReadOnly()
    assert tab.editor.toPlainText() == ""
    dialog.accept()


def test_dates_of_an_exported_note_are_moved_when_chosen(parts, tab, qtbot):
    dialog = DeidentifyDialog(parts.app, parts.session.case, "Fever since 2024-03-05.")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.answer is not None and not dialog.work.busy, timeout=20000)
    assert "[DATE]" in dialog.answer.text
    dialog.dates.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "[DATE]" not in dialog.answer.text, timeout=20000)
    assert "2024-03-05" not in dialog.answer.text
