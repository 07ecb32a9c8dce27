"""The search field of the worklist: from it the keyboard goes on into the hits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from meddx_desktop.gui.widgets import fields

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(fields.LineEdit):
    """Enter and Down ask for the hit."""

    hit_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything else is typing."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down or key in _ENTER:
            self.hit_wanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
