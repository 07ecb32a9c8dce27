"""The gate's window: one calm column in the middle, what the program is not below."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.files import local_paths
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

_SIZE = (116, 92)
_COLUMN = 62


class Pages(QWidget):
    """Several pages in one place; only the one that is shown takes room."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def current(self) -> QWidget | None:
        """The page that is shown."""
        return next((page for page in self._pages if not page.isHidden()), None)

    @property
    def place(self) -> int:
        """Which page is shown, from 0; -1 for none."""
        page = self.current
        return self._pages.index(page) if page is not None else -1

    def add(self, page: QWidget) -> None:
        """One more page, behind the others."""
        page.hide()
        self._pages.append(page)
        self._column.addWidget(page)

    def show_place(self, place: int) -> None:
        """Show the page at that place."""
        for page in self._pages:
            page.hide()
        self._pages[place].show()

    def replace(self, page: QWidget) -> None:
        """One page takes the place of all."""
        for before in self._pages:
            before.hide()
            self._column.removeWidget(before)
            before.deleteLater()
        self._pages = []
        self.add(page)
        page.show()


class GateWindow(QMainWindow):
    """Stands where the main window would, while nobody is signed in."""

    closed = Signal()
    escaped = Signal()
    dropped = Signal(list)
    """Files (`Path`) that wait until somebody is in."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("MedDx Desktop")
        self.setAcceptDrops(True)
        self.pages = Pages()
        column = QWidget()
        column.setMaximumWidth(theme.unit(_COLUMN))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, theme.unit(3), 0, theme.unit(2))
        inner.setSpacing(theme.unit(3))
        inner.addWidget(self._brand())
        inner.addWidget(self.pages)
        inner.addStretch(1)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(theme.unit(3), 0, theme.unit(3), 0)
        row.addStretch(1)
        row.addWidget(column, 6)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(room)
        self.area = area
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(area, 1)
        lines.addWidget(_footer())
        self.setCentralWidget(whole)
        self._place()

    def show_page(self, page: QWidget) -> None:
        """Put `page` in the middle; the one before goes."""
        self.pages.replace(page)
        page.setFocus()
        self.area.ensureVisible(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks, F1 answers."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_F1:
            self.show_guide()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The program ends with it."""
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome; they wait."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped for later."""
        paths: list[Path] = list(local_paths(event.mimeData()))
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def show_guide(self) -> None:
        """The user guide, for whoever stands before the door with a question."""
        # It is seldom asked for here, and a start needs nothing of it.
        from meddx_desktop.gui.dialogs.guide import GuideDialog

        GuideDialog.beside(self)

    def _brand(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(1.5))
        picture = QLabel()
        size = theme.unit(4)
        picture.setPixmap(QIcon(str(RESOURCES / "icons" / "meddx.svg")).pixmap(QSize(size, size)))
        row.addWidget(picture)
        row.addWidget(fields.text("MedDx Desktop", "strong"))
        row.addStretch(1)
        guide = fields.button(self.tr("User guide"), "quiet", "file-text")
        guide.setToolTip(self.tr("User guide (F1)"))
        guide.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        guide.clicked.connect(self.show_guide)
        row.addWidget(guide)
        return made

    def _place(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize()
        wanted = QSize(*(theme.unit(side) for side in _SIZE))
        self.resize(wanted.boundedTo(room))


def _footer() -> QFrame:
    made = fields.surface("footer")
    flow = FlowLayout(made, gap=theme.unit(2), line_gap=theme.unit(0.5))
    flow.setContentsMargins(theme.unit(2), theme.unit(0.75), theme.unit(2), theme.unit(0.75))
    for icon, words, tone in (
        ("shield", labels.safety("support"), "text"),
        ("lock", labels.label("gate.encrypted"), "muted"),
    ):
        flow.addWidget(fields.sign(icon, words, tone, role="small", wrap=False))
    return made
