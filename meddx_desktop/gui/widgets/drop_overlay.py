"""The hint that covers the window while files are dragged over it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.widgets import fields


class DropOverlay(QFrame):
    """Says that dropping here is right; takes no event itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.addWidget(
            fields.EmptyState(
                "download",
                self.tr("Drop to open"),
                self.tr(
                    "Films, folders, zip archives, DICOMDIR; several patients make several cases."
                ),
            )
        )
        self.hide()

    def cover(self) -> None:
        """Lie over the whole parent, a little inside its edge."""
        edge = theme.unit(2)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect().adjusted(edge, edge, -edge, -edge))
        self.raise_()
        self.show()
