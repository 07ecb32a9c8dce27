"""The table of results: keys, copying, a menu for the row."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.labs_tab import flag_marks
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.labs_tab.cells import Column, cell
from meddx_desktop.gui.labs_tab.paste_key import claims_paste
from meddx_desktop.gui.labs_tab.results_delegate import ResultsDelegate
from meddx_desktop.gui.labs_tab.results_model import ResultsModel
from meddx_desktop.words.cells import table_text

Index = QModelIndex | QPersistentModelIndex
_SAMPLES = {
    Column.VALUE: "188.8 ×10⁹/L",
    Column.RANGE: "≥ 3.50–15.30",
    Column.TAKEN: "2024-08-30 00:00",
    Column.BEFORE: "134.5 +17.5",
}
"""What a column must hold without cutting it."""
_DAY = "2024-08-30"
_COURSE = 9
_NAME, _LONG_NAME = 16, 25
"""Steps of the grid: what names need at least, and what most of them need."""


class ResultsView(QTreeView):
    """Enter asks the row's question or shows its course, Ctrl+C copies."""

    row_changed = Signal(object)
    """The `Row` that is current, or None."""
    asked = Signal(object)
    """A row's question was pressed, by mouse or Enter."""
    trend_wanted = Signal()
    paste_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    """A row's menu, and where on the screen."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self.setModel(model)
        self.setItemDelegate(ResultsDelegate(self))
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Laboratory results"))
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSortIndicatorShown(True)
        head.setSectionsClickable(True)
        head.setSortIndicator(Column.TEST, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setMinimumSectionSize(theme.unit(_COURSE))
        self._size()
        model.modelReset.connect(self._unfold)
        self._unfold()

    @property
    def current(self) -> Row | None:
        """The row that the keyboard stands on."""
        return self._results.row_at(self.currentIndex())

    @property
    def chosen(self) -> list[Row]:
        """The selected rows from top to bottom."""
        indexes = sorted(
            self.selectionModel().selectedRows(), key=lambda one: (one.internalId(), one.row())
        )
        return [row for row in map(self._results.row_at, indexes) if row is not None]

    def select(self, key: tuple[str, int]) -> bool:
        """Stand on a row again; False where it is not shown."""
        index = self._results.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def copy(self) -> None:
        """The selected rows as a table of text."""
        rows = self.chosen
        if rows:
            QGuiApplication.clipboard().setText(as_text(rows))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row it is."""
        super().currentChanged(current, previous)
        self.row_changed.emit(self._results.row_at(current))

    def event(self, event: QEvent) -> bool:
        """Claim the paste key for text before the window takes it for files."""
        return claims_paste(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, copy, paste, the menu key; everything else is Qt's."""
        key = Qt.Key(event.key())
        row = self.current
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._enter(row)
        elif key == Qt.Key.Key_Menu and row is not None:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(place))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a question asks it; the right button opens the menu."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._results.row_at(index)
        if row is None:
            return
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(row, event.globalPosition().toPoint())
        elif index.column() == Column.FLAG and row.asks:
            self.asked.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The course of the test."""
        row = self._results.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and not row.asks:
            self._enter(row)

    def _enter(self, row: Row) -> None:
        if row.asks:
            self.asked.emit(row)
        else:
            self.trend_wanted.emit()

    def _size(self) -> None:
        """Columns as wide as what usually stands in them, with their margins."""
        metrics = QFontMetrics(theme.font())
        room = theme.unit(2.5)
        for column, sample in _SAMPLES.items():
            self.setColumnWidth(column, metrics.horizontalAdvance(sample) + room)
        words = max(metrics.horizontalAdvance(word) for word in flag_marks.all_words())
        self.setColumnWidth(Column.FLAG, words + theme.unit(6) + room)
        self.setColumnWidth(Column.COURSE, theme.unit(_COURSE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names get what is left, but never less than can be read."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where names would be cut, the hour goes first, then what the course below says too."""
        self._size()
        for column in (Column.COURSE, Column.BEFORE):
            self.setColumnHidden(column, False)
        if self._left < theme.unit(_LONG_NAME):
            day = QFontMetrics(theme.font()).horizontalAdvance(_DAY)
            self.setColumnWidth(Column.TAKEN, day + theme.unit(2.5))
        for column in (Column.COURSE, Column.BEFORE):
            self.setColumnHidden(column, self._left < theme.unit(_NAME))
        self.setColumnWidth(Column.TEST, max(self._left, theme.unit(_NAME)))

    @property
    def _left(self) -> int:
        """What the other columns leave for the names."""
        others = sum(self.columnWidth(column) for column in Column if column != Column.TEST)
        return self.viewport().width() - others

    def _unfold(self) -> None:
        self.expandAll()
        for place in range(self._results.rowCount()):
            self.setFirstColumnSpanned(place, QModelIndex(), True)


def as_text(rows: list[Row]) -> str:
    """Rows as text with tabs, for a table elsewhere; what speaks against a value stands last."""
    columns = (Column.TEST, Column.VALUE, Column.FLAG, Column.RANGE, Column.TAKEN)
    lines = []
    for row in rows:
        doubts = " ".join(labels.reason(one) for one in row.loud)
        said = [cell(row, column) for column in columns]
        lines.append([*said, doubts] if doubts else said)
    return table_text(lines)
