"""Protects: typed lines are kept with their case, as typed, and none is dropped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from meddx_desktop.core.domain.case import LabRow
from meddx_desktop.core.operations import cases
from meddx_desktop.gui.labs_tab.model import rows_from_text
from meddx_desktop.gui.labs_tab.typed_page import TypedPage


@pytest.fixture
def tab(parts, qtbot):
    made = TypedPage(parts.session)
    qtbot.addWidget(made)
    parts.session.open_case(cases.create(parts.app).case_id)
    return made


def editor_at(tab, row, column):
    """The field in which a cell is typed into; None while nobody types there."""
    return tab.table.indexWidget(tab.model.index(row, column))


def test_pasted_lines_are_kept_and_none_is_dropped():
    text = "WBC\t16.8\t10*9/L\t2024-03-02\textra\nonly a name\n\n血小板\t210\n"
    assert rows_from_text(text) == [
        LabRow("WBC", "16.8", "10*9/L", "2024-03-02 extra"),
        LabRow("only a name"),
        LabRow("血小板", "210"),
    ]


def test_typing_is_kept_with_the_case(tab, parts):
    tab.add_row()
    tab.model.setData(tab.model.index(0, 0), "CRP", Qt.ItemDataRole.EditRole)
    tab.model.setData(tab.model.index(0, 1), "<10", Qt.ItemDataRole.EditRole)
    assert parts.session.case.labs == (LabRow("CRP", "<10"),)


def test_paste_from_the_clipboard(tab, parts):
    QGuiApplication.clipboard().setText("K\t6.8\tmmol/L\nNa\t140\tmmol/L")
    tab.paste()
    assert [row.name for row in parts.session.case.labs] == ["K", "Na"]


def test_removing_lines(tab, parts):
    tab.model.add([LabRow("K", "4"), LabRow("Na", "140")])
    tab.table.selectRow(0)
    tab.remove_rows()
    assert [row.name for row in parts.session.case.labs] == ["Na"]


def test_enter_goes_on_to_the_next_cell_and_behind_the_last_to_a_new_line(tab, qtbot):
    tab.resize(700, 400)
    tab.show()
    tab.add_row()
    for column, words in enumerate(("Na", "138", "mmol/L", "2024-03-02")):
        editor = editor_at(tab, 0, column)
        qtbot.keyClicks(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        row, next_column = divmod(column + 1, 4)
        qtbot.waitUntil(lambda at=(row, next_column): editor_at(tab, *at) is not None)
    assert tab.model.filled == (LabRow("Na", "138", "mmol/L", "2024-03-02"),)
    assert tab.model.rowCount() == 2
    assert (tab.table.currentIndex().row(), tab.table.currentIndex().column()) == (1, 0)


def test_each_case_has_its_own_lines(tab, parts):
    first = parts.session.case.case_id
    tab.model.add([LabRow("K", "4")])
    parts.session.open_case(cases.create(parts.app).case_id)
    assert tab.model.rowCount() == 0
    parts.session.open_case(first)
    assert tab.model.filled == (LabRow("K", "4"),)
