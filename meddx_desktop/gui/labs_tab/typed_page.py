"""Typed laboratory lines of the open case: kept as they stand, read on the page of results."""

from collections.abc import Sequence

from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import LabRow
from meddx_desktop.core.domain.lab_record import TYPED
from meddx_desktop.core.operations import drafts
from meddx_desktop.core.operations.labs import Laboratory
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab import cells, flag_marks
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.labs_tab.cells import Column
from meddx_desktop.gui.labs_tab.model import READ, LabsModel, ReadAs, rows_from_text
from meddx_desktop.gui.labs_tab.typed_grid import CellDelegate, LabsTable
from meddx_desktop.gui.widgets import fields


class TypedPage(QWidget):
    """An editable table; every change is kept with the case at once."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self.model = LabsModel()
        self.model.setParent(self)
        self.table = self._make_table()
        self._inner = QStackedWidget()
        self.tools = QWidget()
        self._arrange()
        self.model.read_changed.connect(lambda _first, _last: self.table.viewport().update())
        self._delegate.typed.connect(self._typed)
        self._delegate.closeEditor.connect(self._keep)
        for changed in (self.model.dataChanged, self.model.rowsInserted, self.model.rowsRemoved):
            changed.connect(self._keep)
        session.case_opened.connect(self._load)
        session.case_changed.connect(self._follow)
        self._load()

    def paste(self) -> None:
        """Put the clipboard's lines in."""
        if self._session.is_read_only:
            return
        rows = rows_from_text(QGuiApplication.clipboard().text())
        at = self.table.currentIndex()
        self.model.add(rows, at.row() + 1 if at.isValid() else None)

    def add_row(self) -> None:
        """A new line, ready to type."""
        place = self.model.add([LabRow()])
        index = self.model.index(place, 0)
        self._inner.setCurrentIndex(1)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def remove_rows(self) -> None:
        """Take the selected lines out."""
        if self._session.is_read_only:
            return
        chosen = {index.row() for index in self.table.selectedIndexes()}
        self.model.remove(list(chosen))

    def show_read(self, laboratory: Laboratory, rows: Sequence[Row]) -> None:
        """Say beside each line what it was read as, or why it was not."""
        if self._session.case is None or self._session.case.labs != self.model.filled:
            return
        read = {one.line.number: _said(one) for one in rows if one.line.source == TYPED}
        count = len(self.model.filled)
        places = {f"typed line {number + 1}": number for number in range(count)}
        for line in laboratory.rejected:
            if line.place in places:
                said = ReadAs(labels.reason(line.reason), "triangle-alert", "warning")
                read[places[line.place]] = said
        self.model.show_read(read)

    def _make_table(self) -> QTableView:
        table = LabsTable()
        table.setModel(self.model)
        self._delegate = CellDelegate(table)
        table.setItemDelegate(self._delegate)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        line = QFontMetrics(theme.font()).height()
        table.verticalHeader().setDefaultSectionSize(line + theme.unit(1.5))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(READ, QHeaderView.ResizeMode.Stretch)
        for column, letters in ((1, 7), (2, 9), (3, 12)):
            table.setColumnWidth(column, theme.letters(letters))
        table.setAccessibleName(self.tr("Laboratory results"))
        table.paste_wanted.connect(self.paste)
        table.remove_wanted.connect(self.remove_rows)
        table.line_wanted.connect(self.add_row)
        return table

    def edit(self, number: int) -> None:
        """Stand on a line, ready to type."""
        index = self.model.index(number, 1)
        self.table.setCurrentIndex(index)
        self.table.setFocus()
        self.table.edit(index)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.unit())
        add = fields.button(self.tr("Add line"), "", "plus")
        add.clicked.connect(self.add_row)
        paste = fields.button(self.tr("Paste lines"), "", "clipboard-list")
        paste.clicked.connect(self.paste)
        remove = fields.button(self.tr("Remove line"), "quiet", "trash-2")
        remove.clicked.connect(self.remove_rows)
        for part in (add, paste, remove):
            tools.addWidget(part)
        tools.addStretch(1)
        column.addWidget(self.tools)
        self._inner.addWidget(
            fields.EmptyState(
                "flask-conical",
                self.tr("No typed lines"),
                self.tr("Add a line, or paste a table: test, value, unit, time taken."),
            )
        )
        self._inner.addWidget(self.table)
        column.addWidget(self._inner, 1)
        hint = self.tr(
            "Kept as typed, and read as results: what could not be read is listed there."
        )
        column.addWidget(fields.text(hint, "small", wrap=True))

    def _load(self) -> None:
        case = self._session.case
        self._case_id = ""
        self.model.show(case.labs if case else ())
        self._case_id = case.case_id if case else ""
        self._show_rights()
        self._inner.setCurrentIndex(1 if self.model.rowCount() else 0)

    def _show_rights(self) -> None:
        self.model.read_only = self._session.is_read_only
        self.tools.setVisible(not self.model.read_only)

    def _follow(self) -> None:
        case = self._session.case
        self._show_rights()
        if case is not None and case.labs != self.model.filled:
            self._load()

    def _typed(self, index: QPersistentModelIndex, text: str) -> None:
        rows = self.model.filled_with(index, text)
        self._session.journal.typed(self._case_id, drafts.LABS, drafts.labs_text(rows))

    def _keep(self) -> None:
        """A typed cell is kept, or given up: then its draft says nothing new."""
        self._inner.setCurrentIndex(1 if self.model.rowCount() else 0)
        if self._case_id and not self.model.read_only:
            self._session.write_labs(self.model.filled)


def _said(row: Row) -> ReadAs:
    """Test, value and flag of a line that was read."""
    mark = flag_marks.of_row(row)[0]
    parts = (cells.cell(row, one) for one in (Column.TEST, Column.VALUE, Column.FLAG))
    return ReadAs(" · ".join(part for part in parts if part), mark.icon, mark.tone)
