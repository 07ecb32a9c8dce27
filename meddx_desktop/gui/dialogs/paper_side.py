"""The paper beside what was read of it: its picture under a title, with nearer and farther."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.dialogs.paper_view import PaperView
from meddx_desktop.gui.widgets import fields


class PaperSide(QWidget):
    """Owns the head above the picture; the picture is handed in."""

    def __init__(self, view: PaperView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nearer = fields.tool("zoom-in", self.tr("Nearer"))
        self.farther = fields.tool("zoom-out", self.tr("Farther"))
        self.nearer.clicked.connect(lambda: view.zoom(closer=True))
        self.farther.clicked.connect(lambda: view.zoom(closer=False))
        head = QHBoxLayout()
        head.addWidget(fields.text(self.tr("The paper"), "strong"), 1)
        head.addWidget(self.farther)
        head.addWidget(self.nearer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addLayout(head)
        column.addWidget(view, 1)
