"""A title that opens to what stands below it, made only when it is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.gui import icons, theme
from meddx_desktop.gui.widgets import fields


class Fold(QWidget):
    """Closed until somebody opens it; its words break, and a click on them opens it too."""

    turned = Signal(bool)

    def __init__(
        self,
        words: str,
        content: Callable[[], QWidget],
        *,
        is_open: bool = False,
        is_small: bool = False,
    ) -> None:
        super().__init__()
        self.words = words
        self._content = content
        self._inside: QWidget | None = None
        self.button = fields.tool("chevron-right", words)
        self.button.setCheckable(True)
        side = theme.unit(1.5 if is_small else 2)
        self.button.setIconSize(QSize(side, side))
        self.button.setToolTip("")
        self._head = QWidget()
        self._head.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(0.5))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(fields.text(words, "small" if is_small else "", wrap=True), 1)
        margin = 0 if is_small else theme.unit()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, 0, margin, 0)
        self.column.setSpacing(theme.unit(0.5))
        self.column.addWidget(self._head)
        self.button.toggled.connect(self._turn)
        self.button.setChecked(is_open)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On the title; what lies below it is its own."""
        if self._head.geometry().contains(event.position().toPoint()):
            self.button.toggle()
        event.accept()

    def _turn(self, on: bool) -> None:
        self.button.setIcon(icons.icon("chevron-down" if on else "chevron-right"))
        if on and self._inside is None:
            self._inside = self._content()
            self.column.addWidget(self._inside)
        if self._inside is not None:
            self._inside.setVisible(on)
        self.turned.emit(on)
