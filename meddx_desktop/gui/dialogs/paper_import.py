"""A laboratory report on paper, compared line by line before anything of it comes into the case."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import labs, paper
from meddx_desktop.core.operations.labs import Choices, Written
from meddx_desktop.core.operations.paper import Paper, Spot
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.labs_import import ImportDialog, Seen
from meddx_desktop.gui.dialogs.paper_line import LineEditor
from meddx_desktop.gui.dialogs.paper_results import PaperTable
from meddx_desktop.gui.dialogs.paper_side import PaperSide
from meddx_desktop.gui.dialogs.paper_view import PaperView
from meddx_desktop.gui.widgets import fields

_TABLE, _LOST = 28, 14
"""Least heights of the tables, in steps of the grid."""


class PaperImportDialog(ImportDialog):
    """The picture on the left with the chosen line set off, what was read of it on the right."""

    def __init__(self, session: CaseSession, path: Path, parent: QWidget | None = None) -> None:
        self.paper: Paper | None = None
        self._path = path
        self._seen_with: Choices | None = None
        super().__init__(session, path, parent)
        # Where the eye ends, beside the button that it holds.
        self.body.insertWidget(self.body.indexOf(self.work), self.compared)
        self.work.ended.connect(self._catch_up)
        self.resize(theme.unit(160), theme.unit(96))

    def _look_page(self) -> QWidget:
        self.view = PaperView()
        self.read = PaperTable()
        self.line = LineEditor()
        self.compared = QCheckBox(self.tr("I compared every line with the paper"))
        self.compared.toggled.connect(lambda _on: self._settle())
        self.compared.hide()
        page = super()._look_page()
        column = page.layout()
        if isinstance(column, QVBoxLayout):
            column.setContentsMargins(theme.unit(2), 0, theme.unit(), 0)
            at = column.indexOf(self.results)
            column.insertWidget(at, self.read, 4)
        self.read.hide()
        self.read.setMinimumHeight(theme.unit(_TABLE))
        self.lost_lines.setMinimumHeight(theme.unit(_LOST))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self._picture_side())
        both.addWidget(_scrolling(page))
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        both.setSizes([theme.unit(72), theme.unit(84)])
        self.read.chosen.connect(self._choose)
        self.view.picked.connect(self._choose)
        self.lost_lines.currentCellChanged.connect(self._choose_lost)
        self.line.written.connect(self._write)
        self.line.left_out.connect(self._leave_out)
        return both

    def _picture_side(self) -> QWidget:
        above = QSplitter(Qt.Orientation.Vertical)
        above.setChildrenCollapsible(False)
        self.view.setMinimumHeight(theme.unit(16))
        above.addWidget(PaperSide(self.view))
        above.addWidget(_scrolling(self.line))
        above.setSizes([theme.unit(40), theme.unit(30)])
        return above

    def _caution(self, caution: Reason) -> QWidget:
        """What may put a value into a wrong line stands out from what holds for every paper."""
        if caution.code in paper.GRAVE:
            return fields.sign("triangle-alert", labels.reason(caution), "warning")
        return super()._caution(caution)

    def _looked_at(self, choices: Choices, context: JobContext) -> labs.Preview:
        """The picture is read once, and looked at anew with each answer."""
        app = self._session.app
        self._seen_with = choices
        if self.paper is None:
            self.paper = paper.open_paper(app, self._path, context=context)
        return labs.preview(app, self.paper, choices, context=context)

    def _show(self, seen: Seen) -> None:
        is_first = self.preview is None
        super()._show(seen)
        if self.paper is not None and is_first:
            self.view.show_paper(self.paper)
            spot = self.read.first_spot()
            if spot is not None:
                self._choose(spot)

    def _list(self, report: SentReport | None) -> None:
        """The table with pictures stands where a file's stands."""
        super()._list(report)
        self.results.hide()
        self._more.hide()
        self.read.setVisible(report is not None)
        self.compared.setVisible(report is not None and bool(report.results))
        self.compared.setChecked(False)
        if self.paper is None or self.preview is None:
            return
        self.read.show_report(self.paper, self.preview, report)
        lost = len(report.rejected) if report else 0
        self._lost.setText(self.tr("%n line(s) not understood", "", lost))
        self._count.setText(self._counted(len(report.results) if report else 0))
        spot = self.line.spot
        if spot is not None:
            self.line.show_line(self.paper, self.preview, self.choices, spot)
            self.read.select(spot)

    def _counted(self, results: int) -> str:
        parts = [self.tr("%n result(s)", "", results)]
        if self.read.unsure:
            parts.append(self.tr("%n to look at closely", "", self.read.unsure))
        return " · ".join(parts)

    def _is_settled(self) -> bool:
        return self.compared.isChecked() and super()._is_settled()

    def _choose(self, spot: Spot) -> None:
        if self.paper is None or self.preview is None:
            return
        self.view.show_spot(spot)
        self.line.show_line(self.paper, self.preview, self.choices, spot)
        self.read.select(spot)

    def _choose_lost(self, row: int) -> None:
        item = self.lost_lines.item(row, 0) if row >= 0 else None
        spot = paper.spot_of(self.paper, item.text()) if item and self.paper else None
        if spot is not None:
            self._choose(spot)

    def _write(self, spot: Spot, column: int, text: str) -> None:
        self.choices = self.choices.corrected(Written(spot.page, spot.line, column, text))
        self.look()

    def _catch_up(self) -> None:
        """What was typed while the lines were read anew."""
        if self.paper is not None and self._seen_with != self.choices and self.preview is not None:
            self.look()

    def _leave_out(self, spot: Spot, out: bool) -> None:
        self.choices = self.choices.without(spot.page, spot.line, out=out)
        self.look()


def _scrolling(content: QWidget) -> QScrollArea:
    """On a small screen it scrolls; nothing in it is squeezed."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
