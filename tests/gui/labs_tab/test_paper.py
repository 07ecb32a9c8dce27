"""Protects: what was read from paper comes into the case only by somebody who compared it."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.ocr import layout
from meddx_desktop.core.operations import cases, paper
from meddx_desktop.core.operations.paper import Paper, PaperPage, Spot
from meddx_desktop.core.operations.paper_table import is_headings
from meddx_desktop.gui.dialogs.paper_import import PaperImportDialog
from meddx_desktop.gui.dialogs.paper_note import NotePaperDialog
from meddx_desktop.gui.dialogs.paper_or_film import FILM, REPORT, PaperOrFilmDialog
from meddx_desktop.gui.dialogs.paper_side import PaperSide
from tests.data.paper_pages import lines_page, table_page
from tests.gui.labs_tab.conftest import LI

WHITE = np.full((320, 1000, 3), 255, np.uint8)


def page(words):
    return PaperPage(WHITE, layout.table_of(words, is_headings), layout.lines_of(words))


@pytest.fixture
def session(parts):
    parts.session.open_case(cases.create(parts.app, LI).case_id)
    return parts.session


@pytest.fixture
def ask(session, qtbot, monkeypatch, tmp_path):
    """Open the dialog on a paper that is said to hold these words."""

    def do(**how):
        read = Paper("0" * 64, "report.jpg", (page(table_page(head=(), **how)),))
        opened = []
        monkeypatch.setattr(
            paper, "open_paper", lambda _app, path, context=None: opened.append(path) or read
        )
        dialog = PaperImportDialog(session, tmp_path / "report.jpg")
        dialog.opened = opened
        qtbot.addWidget(dialog)
        dialog.show()
        wait(dialog, qtbot)
        return dialog

    return do


def wait(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.work.busy, timeout=20000)


def words(table, column):
    return [table.item(row, column).text() for row in range(table.rowCount())]


def test_nothing_comes_in_before_somebody_says_that_it_was_compared(ask, session, qtbot):
    dialog = ask()
    assert words(dialog.read, 1) == ["11.24 10^9/L", "<0.50 mg/L", "3.50 mmol/L"]
    assert not dialog.go.isEnabled()
    dialog.go.click()
    assert session.case.lab_imports == ()
    dialog.compared.setChecked(True)
    assert dialog.go.isEnabled()
    dialog.go.click()
    wait(dialog, qtbot)
    (came,) = session.case.lab_imports
    assert (came.kind, came.file_name, len(came.results)) == ("paper", "report.jpg", 3)
    assert all(one.cautions[0].code == "paper_read" for one in came.results)


def test_every_value_stands_beside_its_picture_and_doubt_beside_its_line(ask):
    dialog = ask(shares={"3.50": 0.4})
    pictures = [dialog.read.item(row, 2).data(Qt.ItemDataRole.DecorationRole) for row in range(3)]
    assert all(not one.isNull() for one in pictures)
    assert words(dialog.read, 5) == ["", "", "Not sure of “3.50”."]
    assert dialog.read.unsure == 1


def test_the_chosen_line_is_set_off_on_the_picture_and_a_click_there_chooses(ask):
    dialog = ask()
    assert dialog.view.spot == Spot(0, 1)
    dialog.read.setCurrentCell(2, 0)
    assert dialog.view.spot == dialog.line.spot == Spot(0, 3)
    dialog.view.picked.emit(Spot(0, 2))
    assert dialog.read.currentRow() == 1
    assert [edit.text() for edit in dialog.line.edits.values()][2] == "<0.50"


def test_a_cell_is_put_right_and_the_picture_is_not_read_again(ask, qtbot):
    dialog = ask(texts={"11.24": "1124"}, shares={"11.24": 0.4})
    edit = dialog.line.edits[2]
    assert edit.property("invalid") == "true" and edit.text() == "1124"
    dialog.compared.setChecked(True)
    edit.setText("11.24")
    edit.editingFinished.emit()
    qtbot.waitUntil(lambda: words(dialog.read, 1)[0].startswith("11.24"), timeout=20000)
    wait(dialog, qtbot)
    assert words(dialog.read, 5)[0] == "Written over by hand; read as “1124”."
    assert not dialog.compared.isChecked()
    assert len(dialog.opened) == 1
    assert dialog.line.edits[2] is edit, "the next field keeps the cursor"


def test_a_line_is_left_out_and_taken_in_again(ask, qtbot):
    dialog = ask()
    dialog.line.out.click()
    qtbot.waitUntil(lambda: dialog.read.rowCount() == 2, timeout=20000)
    wait(dialog, qtbot)
    assert "Left out by hand while comparing." in words(dialog.lost_lines, 2)
    dialog.line.out.click()
    qtbot.waitUntil(lambda: dialog.read.rowCount() == 3, timeout=20000)
    wait(dialog, qtbot)


def test_a_line_that_was_not_understood_can_be_put_right_too(ask, qtbot):
    dialog = ask(texts={"3.50": "3.50.1"})
    dialog.line.show_line(dialog.paper, dialog.preview, dialog.choices, Spot(0, 3))
    dialog.line.edits[2].setText("3.50")
    dialog.line.edits[2].editingFinished.emit()
    qtbot.waitUntil(lambda: "3.50 mmol/L" in words(dialog.read, 1), timeout=20000)
    wait(dialog, qtbot)


def test_nearer_and_farther_never_leave_the_view_empty(ask):
    dialog = ask()
    sheet = dialog.view.widget()
    before = sheet.width()
    dialog.view.zoom(closer=True)
    assert sheet.width() > before
    for _ in range(3):
        dialog.view.zoom(closer=False)
    assert sheet.width() == before


def test_a_picture_that_can_not_be_read_says_what_to_do(session, qtbot, monkeypatch, tmp_path):
    def refuse(_app, _path, context=None):
        raise UnreadableImage("paper_without_text")

    monkeypatch.setattr(paper, "open_paper", refuse)
    dialog = PaperImportDialog(session, tmp_path / "wall.jpg")
    qtbot.addWidget(dialog)
    wait(dialog, qtbot)
    assert dialog.work._text.text().startswith("No writing was found")
    assert not dialog.go.isEnabled()


@pytest.fixture
def note(parts, qtbot, monkeypatch, tmp_path):
    one = lines_page(("咳嗽两周",), ("T", "38.6"), shares={"38.6": 0.4})
    read = Paper("0" * 64, "note.jpg", (page(one), page(lines_page(("end",)))))
    monkeypatch.setattr(paper, "open_paper", lambda _app, _path, context=None: read)
    dialog = NotePaperDialog(parts.app, tmp_path / "note.jpg")
    qtbot.addWidget(dialog)
    wait(dialog, qtbot)
    return dialog


def test_a_note_waits_for_somebody_who_compared_it(note):
    assert note.text == "咳嗽两周\nT 38.6\n\nend"
    assert not note.put.isEnabled()
    assert len(note.edit.extraSelections()) == 1
    note.compared.setChecked(True)
    assert note.put.isEnabled()
    note.edit.setPlainText(" ")
    note._settle()
    assert not note.put.isEnabled()


def test_a_line_of_the_note_and_its_place_on_the_paper_find_each_other(note):
    note.view.picked.emit(Spot(1, 0))
    assert note.edit.textCursor().block().text() == "end"
    assert note.view.spot == Spot(1, 0)
    note.view.picked.emit(Spot(0, 1))
    assert note.edit.textCursor().block().text() == "T 38.6"


def test_who_drops_a_sheet_of_paper_says_what_it_is(qtbot):
    dialog = PaperOrFilmDialog("IMG_1.jpg", 0, may_read=True)
    qtbot.addWidget(dialog)
    dialog._say(REPORT)
    assert (dialog.answer, dialog.result()) == (REPORT, 1)
    closed = PaperOrFilmDialog("IMG_1.jpg", 2, may_read=False)
    qtbot.addWidget(closed)
    enabled = {one.text() for one in closed.findChildren(QPushButton) if one.isEnabled()}
    assert enabled == {"Cancel", "It is a film"}
    closed._say(FILM)
    assert closed.answer == FILM


def signs(dialog):
    return [one.text() for one in dialog.findChildren(QLabel) if one.text()]


def test_a_page_that_bends_is_told_where_the_lines_are_compared(ask, monkeypatch):
    monkeypatch.setattr(Paper, "cautions", (Reason("paper_uneven"),))
    assert any(text.startswith("The lines of this page are not level") for text in signs(ask()))


def test_a_note_has_its_paper_as_wide_as_its_text(note, qtbot):
    note.show()
    qtbot.waitExposed(note)
    assert note.view.width() > 0.7 * note.edit.width()
    sheet = note.view.widget()
    before = sheet.width()
    note.findChild(PaperSide).nearer.click()
    assert sheet.width() > before
    note.findChild(PaperSide).farther.click()
    assert sheet.width() == before
