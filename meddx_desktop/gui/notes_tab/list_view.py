"""The list beside the note: one line a mention, more of it where it is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from meddx_desktop.gui.notes_tab.list_delegate import RowDelegate
from meddx_desktop.gui.notes_tab.rows import Row, Sort

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractListModel):
    """Lines as they come; heads and hints can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Take these lines over."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The `Row`, or its words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be chosen."""
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or row.sort in (Sort.HEAD, Sort.HINT):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowsView(QListView):
    """Tells which line was chosen by hand; Enter goes to its words in the text."""

    chosen = Signal(object)
    """The `Row` that is chosen now, or None."""
    visited = Signal(object)
    """The `Row` whose words are to be shown in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = RowsModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(RowDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What was read in the note"))
        self.selectionModel().currentChanged.connect(self._changed)
        self.clicked.connect(self._clicked)

    @property
    def row(self) -> Row | None:
        """The line that is chosen."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, Row) and found.sort in (Sort.FLAG, Sort.ENTRY) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other lines; the one that was chosen stays so where it is still there."""
        before, scrolled = self.row, self.verticalScrollBar().value()
        self.lines.show(rows)
        if before is not None:
            alike = [n for n, row in enumerate(rows) if row.key == before.key]
            # A correction moves a line; the same words elsewhere are not meant.
            alike += [n for n, row in enumerate(rows) if row.key[:-1] == before.key[:-1]]
            if alike:
                self.setCurrentIndex(self.lines.index(alike[0], 0))
        self.verticalScrollBar().setValue(scrolled)
        self.chosen.emit(self.row)

    def choose(self, number: int) -> None:
        """Choose the line of an entry."""
        for place, row in enumerate(self.lines.rows):
            if number in row.numbers:
                self.setCurrentIndex(self.lines.index(place, 0))
                self.scrollTo(self.lines.index(place, 0))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the words in the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row is not None:
            self.visited.emit(self.row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that break need another height at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _changed(self, _now: Index, _before: Index) -> None:
        self.scheduleDelayedItemsLayout()
        self.chosen.emit(self.row)

    def _clicked(self, _index: Index) -> None:
        if self.row is not None:
            self.visited.emit(self.row)
