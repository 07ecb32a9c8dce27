"""Laboratory results of the open case: results, calculators, typed lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.lab_record import TYPED
from meddx_desktop.gui import icons, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.files import local_paths
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.labs_tab.calculator_detail import LINES
from meddx_desktop.gui.labs_tab.calculators_page import CalculatorsPage
from meddx_desktop.gui.labs_tab.deciding import Deciding
from meddx_desktop.gui.labs_tab.papers import Papers
from meddx_desktop.gui.labs_tab.reader import Reader
from meddx_desktop.gui.labs_tab.results_page import ResultsPage
from meddx_desktop.gui.labs_tab.risk_page import RiskPage
from meddx_desktop.gui.labs_tab.sources import Sources
from meddx_desktop.gui.labs_tab.typed_page import TypedPage
from meddx_desktop.gui.labs_tab.why_panel import EDIT
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout
from meddx_desktop.gui.widgets.read_only import ReadOnlyLine

_ALL_WORDS = 72
"""Least width, in steps of the grid, for the pages and the words of the import in one line."""


class _Page(QWidget):
    """Asks the area that scrolls for what it needs, not for what would be comfortable."""

    def __init__(self, heads: FlowLayout) -> None:
        super().__init__()
        self._heads = heads

    def heightForWidth(self, width: int) -> int:
        """Parts that can be small are made small before anything scrolls."""
        broken = self._heads.heightForWidth(width) - self._heads.minimumSize().height()
        return self.minimumSizeHint().height() + max(broken, 0)


class LabsTab(QWidget):
    """One page at a time; everything is read anew when the case changes."""

    entry_wanted = Signal(str)
    """Something that is missing is entered elsewhere: see `calculator_detail`."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.lock = ReadOnlyLine(session)
        self.results = ResultsPage(session)
        self.calculators = CalculatorsPage(session)
        self.risks = RiskPage(session)
        self.typed = TypedPage(session)
        self.reader = Reader(session, self)
        self.import_button = fields.button(self.tr("Import…"), "", "download")
        self.import_button.setAccessibleName(self.tr("Import…"))
        self.import_button.setToolTip(self.tr("A file of results: HL7, FHIR, Excel, CSV, text"))
        self.paper_button = fields.button(self.tr("From paper…"), "", "scan")
        self.paper_button.setAccessibleName(self.tr("From paper…"))
        self.paper_button.setToolTip(
            self.tr("A photograph or scan of a report: read, and compared with the paper by you")
        )
        self._deciding = Deciding(session, self)
        self.sources = Sources(session, self)
        self.papers = Papers(session, self.results, self)
        self._pages = QStackedWidget()
        self._group = QButtonGroup(self)
        self.page_buttons: list[QPushButton] = []
        self._heads = FlowLayout(gap=theme.unit(0.5))
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        self.setAcceptDrops(True)
        self._load()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        place = self._pages.indexOf(page)
        self._pages.setCurrentIndex(place)
        self.page_buttons[place].setChecked(True)

    def _arrange(self) -> None:
        self._stack.addWidget(
            fields.EmptyState(
                "flask-conical",
                self.tr("No case open"),
                self.tr("Open a case to see its laboratory results."),
            )
        )
        page = _Page(self._heads)
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(2), theme.unit())
        column.setSpacing(theme.unit())
        for words, part in (
            (self.tr("Results"), self.results),
            (self.tr("Calculators"), self.calculators),
            (self.tr("Risk models"), self.risks),
            (self.tr("Typed lines"), self.typed),
        ):
            self._add_page(words, part)
        self._heads.addWidget(self.import_button)
        self._heads.addWidget(self.paper_button)
        column.addWidget(self.lock)
        column.addLayout(self._heads)
        column.addWidget(self._pages, 1)
        # Large text on a small screen: the tab scrolls, nothing in it is squeezed.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        self._stack.addWidget(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words beside the icon go before the line breaks in two."""
        super().resizeEvent(event)
        has_room = self.width() >= theme.unit(_ALL_WORDS)
        self.import_button.setText(self.tr("Import…") if has_room else "")
        self.paper_button.setText(self.tr("From paper…") if has_room else "")

    def _add_page(self, words: str, page: QWidget) -> None:
        button = fields.button(words, "page")
        button.setCheckable(True)
        button.setChecked(not self.page_buttons)
        button.clicked.connect(lambda _on=False, page=page: self.show_page(page))
        self._group.addButton(button)
        self.page_buttons.append(button)
        self._heads.addWidget(button)
        self._pages.addWidget(page)

    def _connect(self) -> None:
        self.reader.read.connect(self.results.show_read)
        self.reader.read.connect(lambda _found, _rows: self._refresh())
        self.reader.read.connect(self.typed.show_read)
        self.reader.emptied.connect(self.results.clear)
        self.calculators.entry_wanted.connect(self._enter)
        self.reader.problem.connect(self._session.problem)
        self.reader.problem.connect(lambda _error: self.results.tell_failed())
        self.results.wanted.connect(self._act)
        self.import_button.clicked.connect(self.sources.choose)
        self.paper_button.clicked.connect(self.sources.choose_paper)
        self.results.import_wanted.connect(self.sources.choose)
        self.results.view.paste_wanted.connect(self.sources.paste)
        self.results.fill_menu(self._menu())
        self._session.case_opened.connect(self._load)
        self._session.case_changed.connect(self._load)

    def _refresh(self) -> None:
        self.calculators.refresh()
        self.risks.refresh()

    def _enter(self, where: str) -> None:
        if where == LINES:
            self.show_page(self.typed)
            if not self._session.is_read_only:
                self.typed.add_row()
        else:
            self.entry_wanted.emit(where)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for icon, words, does in (
            ("clipboard-list", self.tr("Paste a report"), self.sources.paste),
            ("inbox", self.tr("Imports of this case…"), self.sources.list),
            ("", "", None),
            ("activity", self.tr("Course of results…"), self.papers.trend),
            ("ruler", self.tr("Compare two days…"), self.papers.compare),
            ("user", self.tr("Whom the ranges are for…"), self.papers.person),
            ("", "", None),
            ("clipboard-list", self.tr("Copy as text"), self.papers.copy),
            ("printer", self.tr("Print…"), self.papers.print),
        ):
            if does is None:
                menu.addSeparator()
            else:
                menu.addAction(icons.icon(icon), words).triggered.connect(
                    lambda _on=False, does=does: does()
                )
        return menu

    def _load(self) -> None:
        self._stack.setCurrentIndex(1 if self._session.case else 0)
        may = self._session.case is not None and not self._session.is_read_only
        self.import_button.setEnabled(may)
        self.paper_button.setEnabled(may)
        self.results.first_import.setEnabled(may)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of results are welcome here; films go on to the window."""
        if self.sources.takes(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        if self.sources.takes(event.mimeData()):
            event.acceptProposedAction()
            self.sources.open_soon(local_paths(event.mimeData()))

    def _act(self, what: str, row: Row) -> None:
        if what == EDIT or row.line.source == TYPED:
            self.show_page(self.typed)
            self.typed.edit(row.line.number)
        else:
            self._deciding.do(what, row)
