"""A part of the panel that leads somewhere: pressed by mouse, Enter or the space bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

EDGE = 3
"""Width of a card's left edge in the style sheet: words inside stand in line with those outside."""


class Pressable(QFrame):
    """Says that it was pressed; what that means is for others."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only where it was let go inside: a drag away is a change of mind."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.pressed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Its own: a card inside another one does not press both."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As a button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
