"""The page of results: filter and table above, the reason and the course of one row below."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.labs import Laboratory
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.labs_tab.panes import Panes
from meddx_desktop.gui.labs_tab.results_model import Narrowing, ResultsModel
from meddx_desktop.gui.labs_tab.results_view import ResultsView
from meddx_desktop.gui.labs_tab.trend_chart import TrendChart
from meddx_desktop.gui.labs_tab.trend_series import series_of
from meddx_desktop.gui.labs_tab.why_panel import WhyPanel
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

_NOTHING, _SHOWN, _READING, _FAILED = range(4)
_ONE_LINE = 96
"""Least width, in steps of the grid, for all tools in one line."""


class ResultsPage(QWidget):
    """Shows; what is to be done about a row is announced."""

    wanted = Signal(str, object)
    """What to do, and the `Row`: see `why_panel`."""
    trend_wanted = Signal()
    rejected_wanted = Signal()
    import_wanted = Signal()
    person_wanted = Signal()

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._laboratory: Laboratory | None = None
        self.model = ResultsModel(self)
        self.view = ResultsView(self.model)
        self.why = WhyPanel()
        self.chart = TrendChart()
        self.filter = fields.LineEdit()
        self.abnormal = fields.button(self.tr("Abnormal only"), "decision")
        self.every = fields.button(self.tr("All results"), "decision")
        self.reason = fields.button(self.tr("Why?"), "decision")
        self.rejected = fields.button("", "link", "triangle-alert")
        self.count = fields.text("", "small")
        self.person = fields.button("", "link")
        self.doubts = QVBoxLayout()
        self.doubts.setSpacing(theme.unit(0.5))
        self.readout = fields.text("", "small", wrap=True)
        self.more = fields.tool("ellipsis", self.tr("More"))
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Nothing is known of the open case yet."""
        self._laboratory = None
        self.model.show([])
        self.why.clear()
        self.chart.show_series("", [])
        self._count()

    def show_read(self, laboratory: Laboratory, rows: list[Row]) -> None:
        """Take over what was read; the row that is looked at stays."""
        current = self.view.current
        self._laboratory = laboratory
        self.model.show(rows)
        if not (current is not None and self.view.select(current.key)):
            self._show_row(None)
        self._say_whose(laboratory)
        self._count()

    def _say_whose(self, laboratory: Laboratory) -> None:
        """Whom the ranges are for, and what contradicts itself about it."""
        self.person.setText(self.tr("Ranges for: {whom}").format(whom=shown.subject(laboratory)))
        self.person.setEnabled(not self._session.is_read_only)
        while (item := self.doubts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for doubt in laboratory.cautions:
            self.doubts.addWidget(fields.sign("triangle-alert", labels.reason(doubt), "warning"))

    def fill_menu(self, menu: QMenu) -> None:
        """What stands behind the button with the dots."""
        self.more.setMenu(menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("kind", "plain-menu")

    @property
    def is_reading(self) -> bool:
        """Whether results of the open case wait to be read."""
        return self._stack.currentIndex() == _READING

    @property
    def laboratory(self) -> Laboratory | None:
        """What was read last of the open case."""
        return self._laboratory

    def reveal(self, key: tuple[str, int]) -> bool:
        """Stand on a result; what hides it is taken away. False where there is no such row."""
        if not self.view.select(key):
            for part in (self.abnormal, self.every):
                part.setChecked(part is self.every)
            self.filter.clear()
        if not self.view.select(key):
            return False
        self.view.setFocus()
        return True

    @property
    def narrowed(self) -> str:
        """Says so where not every result is shown."""
        hidden = len(self.model.rows) - self.model.count
        words = self.tr("%n further result(s) of this case are not shown.", "", hidden)
        return words if hidden else ""

    @property
    def picked(self) -> list[Row]:
        """The rows that a chart or a comparison is wanted of."""
        return self.view.chosen or ([self.view.current] if self.view.current else [])

    def _arrange(self) -> None:
        self.filter.setPlaceholderText(self.tr("Find a test"))
        self.filter.setAccessibleName(self.tr("Find a test"))
        self.filter.setClearButtonEnabled(True)
        self.abnormal.setCheckable(True)
        self.every.setCheckable(True)
        self.every.setToolTip(
            self.tr("Not the newest of each test alone. A critical result is always shown.")
        )
        self.trend = fields.button(self.tr("Trend…"), "quiet", "activity")
        tools = FlowLayout(gap=theme.unit(), line_gap=theme.unit(0.5))
        self.reason.setCheckable(True)
        self.reason.setChecked(True)
        self.reason.setToolTip(self.tr("Reason and course of the chosen result: show or put away"))
        for part in (self.filter, self.abnormal, self.every, self.reason, self.trend, self.more):
            tools.addWidget(part)
        tools.addWidget(self.rejected)
        tools.addWidget(self.count)
        self.person.setToolTip(self.tr("Age, sex, pregnancy and altitude that ranges are for"))
        tools.addWidget(self.person)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addLayout(tools)
        column.addLayout(self.doubts)
        self.panes = Panes(self.view, self.why, self._course())
        column.addWidget(self.panes, 1)
        reading = fields.EmptyState("loader", self.tr("Reading the results…"))
        failed = fields.EmptyState("triangle-alert", self.tr("The results could not be read"))
        for page in (self._nothing(), full, reading, failed):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _course(self) -> QWidget:
        course = QWidget()
        column = QVBoxLayout(course)
        column.setContentsMargins(theme.unit(), theme.unit(), 0, 0)
        column.setSpacing(theme.unit(0.5))
        column.addWidget(self.chart, 1)
        column.addWidget(self.readout)
        return course

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the menu offers as well gives its place to the table."""
        super().resizeEvent(event)
        has_room = self.width() >= theme.unit(_ONE_LINE)
        self.trend.setVisible(has_room)
        self.count.setVisible(has_room)
        self.person.setVisible(has_room)
        self.filter.setFixedWidth(theme.letters(22 if has_room else 10))

    def _nothing(self) -> QWidget:
        made = fields.EmptyState(
            "flask-conical",
            self.tr("No results yet"),
            self.tr(
                "Drop a file of the analyser or the laboratory here (HL7, FHIR, Excel, CSV, text), "
                "paste a report, or type lines."
            ),
        )
        self.first_import = fields.button(self.tr("Import results…"), "primary", "download")
        made.column.insertWidget(
            made.column.count() - 1, self.first_import, 0, Qt.AlignmentFlag.AlignHCenter
        )
        return made

    def _connect(self) -> None:
        for signal in (self.abnormal.toggled, self.every.toggled, self.filter.textChanged):
            signal.connect(lambda _value: self._narrow())
        self.reason.clicked.connect(self.panes.unfold)
        self.panes.folded.connect(lambda away: self.reason.setChecked(not away))
        self.view.row_changed.connect(self._show_row)
        self.view.menu_wanted.connect(self._row_menu)
        self.view.asked.connect(lambda row: self.wanted.emit(row.asks, row))
        self.view.trend_wanted.connect(self.trend_wanted)
        self.trend.clicked.connect(lambda _on=False: self.trend_wanted.emit())
        self.rejected.clicked.connect(lambda _on=False: self.rejected_wanted.emit())
        self.person.clicked.connect(lambda _on=False: self.person_wanted.emit())
        self.first_import.clicked.connect(lambda _on=False: self.import_wanted.emit())
        self.chart.pointed.connect(self._read_out)
        self.why.wanted.connect(self._act)

    def _act(self, what: str) -> None:
        row = self.view.current
        if row is not None:
            self.wanted.emit(what, row)

    def row_menu(self, row: Row) -> QMenu:
        """What can be done with one result."""
        menu = QMenu(self)
        offers: list[tuple[str, str, Callable[[], object]]] = [
            ("info", self.tr("Why this flag?"), lambda: self.panes.unfold(True)),
            ("activity", self.tr("Course…"), self.trend_wanted.emit),
            ("clipboard-list", self.tr("Copy"), self.view.copy),
        ]
        for icon, words, does in offers:
            menu.addAction(icons.icon(icon), words).triggered.connect(
                lambda _on=False, does=does: does()
            )
        actions = self.why.offered(row) if not self._session.is_read_only else []
        if actions:
            menu.addSeparator()
        for what, words in actions:
            made = menu.addAction(words)
            made.setEnabled(what not in self.why.buttons or self.why.buttons[what].isEnabled())
            made.triggered.connect(lambda _on=False, what=what: self.wanted.emit(what, row))
        return menu

    def _row_menu(self, row: Row, where: QPoint) -> None:
        self.row_menu(row).popup(where)

    def _narrow(self) -> None:
        current = self.view.current
        self.model.narrow(
            Narrowing(self.filter.text(), self.abnormal.isChecked(), self.every.isChecked())
        )
        if not (current is not None and self.view.select(current.key)):
            self._show_row(None)
        self._count()

    def _count(self) -> None:
        laboratory = self._laboratory
        lost = len(laboratory.rejected) if laboratory else 0
        self.rejected.setText(self.tr("%n line(s) not understood", "", lost))
        self.rejected.setVisible(bool(lost))
        total = len(self.model.rows)
        words = self.tr("{count} of {total}").format(count=self.model.count, total=total)
        self.count.setText(words if total else "")
        self.count.setToolTip(self.tr("Results shown, and results in this case"))
        self._stack.setCurrentIndex(_SHOWN if total or lost else self._empty())

    def _empty(self) -> int:
        """What is not read yet must not look like nothing."""
        case = self._session.case
        if self._laboratory is None and case is not None and (case.labs or case.lab_imports):
            return _READING
        return _NOTHING

    def tell_failed(self) -> None:
        """They could not be read; the reason stands above."""
        if self._stack.currentIndex() == _READING:
            self._stack.setCurrentIndex(_FAILED)

    def _show_row(self, row: Row | None) -> None:
        case = self._session.case
        if row is None or self._laboratory is None or case is None:
            self.why.clear()
            self.chart.show_series("", [])
            return
        self.why.show_row(
            row,
            labs.explain(row.line, self._laboratory),
            case,
            may_edit=not self._session.is_read_only,
            may_decide=self._session.may(Action.DECIDE),
        )
        series = series_of([row])
        self.chart.show_series(row.name, series)
        if not series:
            words = self.tr("Nothing to draw: that takes a number, a known unit and a time.")
            self.readout.setText(words)

    def _read_out(self, words: str) -> None:
        self.readout.setText(words)
