"""A row above the film that may be high but never takes the film's room."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ShortArea(QScrollArea):
    """Gives a row the height it needs, up to a limit; beyond that it scrolls."""

    needs_fit = Signal()

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inside = inside
        self.setWidget(inside)
        inside.installEventFilter(self)
        self.hide()

    def fit(self, room: int) -> None:
        """Take at most `room` pixels of height."""
        needed = self._inside.heightForWidth(self.width())
        self.setFixedHeight(min(max(needed, self._inside.minimumSizeHint().height()), room))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the row's content changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.needs_fit.emit()
        return super().eventFilter(watched, event)
