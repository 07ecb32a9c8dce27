"""The table above, reason and course below; where there is no room for both, one at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from meddx_desktop.gui import theme

_BOTH = 76
"""Least width, in steps of the grid, for the reason and the course beside each other."""
_ROWS = 5
"""Lines of the table, its head among them, that are never given up."""
_LINES = 9
"""Lines of text that the reason needs below the table."""


class Panes(QWidget):
    """Says how much is shown; what stands in the panes is not its matter."""

    folded = Signal(bool)
    """Whether reason and course are put away."""

    def __init__(self, table: QWidget, reason: QWidget, course: QWidget) -> None:
        super().__init__()
        self._table, self._course = table, course
        self._wanted: bool | None = None
        """What the user chose; None: as there is room."""
        self._below = QSplitter(Qt.Orientation.Horizontal)
        self._both = QSplitter(Qt.Orientation.Vertical)
        self._below.addWidget(reason)
        self._below.addWidget(course)
        course.setMinimumWidth(theme.unit(38))
        self._below.setSizes([theme.unit(50), theme.unit(44)])
        self._both.addWidget(table)
        self._both.addWidget(self._below)
        self._both.setSizes([theme.unit(32), theme.unit(25)])
        for splitter in (self._below, self._both):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        line = QFontMetrics(theme.font()).height()
        table.setMinimumHeight(_ROWS * line + theme.unit(4))
        self._below.setMinimumHeight(theme.unit(12))
        self._enough = table.minimumHeight() + _LINES * line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._both)

    @property
    def is_folded(self) -> bool:
        """Whether the table stands alone."""
        return self._below.isHidden()

    def unfold(self, on: bool) -> None:
        """Show reason and course, or put them away, until another case or size asks again."""
        self._wanted = on
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the words go before the small chart."""
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height():
            was, is_ = event.oldSize().height() < self._enough, self._is_low
            self._wanted = self._wanted if was == is_ else None
        self._settle()

    @property
    def _is_low(self) -> bool:
        return self.height() < self._enough

    def _settle(self) -> None:
        is_shown = not self._is_low if self._wanted is None else self._wanted
        before = self.is_folded
        self._below.setVisible(is_shown)
        self._table.setVisible(not (is_shown and self._is_low))
        self._course.setVisible(self.width() >= theme.unit(_BOTH))
        if before == is_shown:
            self.folded.emit(not is_shown)
