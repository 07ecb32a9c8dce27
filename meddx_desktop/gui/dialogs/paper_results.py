"""Results read from paper, each value beside its own picture."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import SentReport, SentResult
from meddx_desktop.core.operations import paper
from meddx_desktop.core.operations.labs import Preview
from meddx_desktop.core.operations.paper import Paper, Spot
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.dialogs.paper_view import crop
from meddx_desktop.gui.labs_tab import shown

_HIGH = 3
_WIDEST = 24
_ON_EVERY_LINE = "paper_read"
_SEEN = 2
_DOUBTS = 5


class PaperTable(QTableWidget):
    """Test, value, the value on the paper, range, time, what to look at."""

    chosen = Signal(object)
    """The `Spot` of the line that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self._spots: list[Spot | None] = []
        self._unsure = 0
        self.setHorizontalHeaderLabels(
            [
                self.tr("Test"),
                self.tr("Value"),
                self.tr("On the paper"),
                self.tr("Range"),
                self.tr("Taken"),
                self.tr("To look at"),
            ]
        )
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Results read from the paper"))
        self.verticalHeader().hide()
        self.setIconSize(QSize(theme.unit(_WIDEST), theme.unit(_HIGH)))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(head.ResizeMode.ResizeToContents)
        head.setMinimumSectionSize(theme.unit(9))
        head.setStretchLastSection(True)
        self.verticalHeader().setSectionResizeMode(head.ResizeMode.ResizeToContents)
        self.currentCellChanged.connect(lambda row, *_rest: self._tell(row))

    @property
    def unsure(self) -> int:
        """How many lines have something to look at closely."""
        return self._unsure

    def show_report(self, read: Paper, preview: Preview, report: SentReport | None) -> None:
        """All results; what was chosen stays chosen."""
        results = report.results if report else ()
        self.blockSignals(True)
        self._spots = [paper.spot_of(read, one.place) for one in results]
        self._unsure = sum(bool(_doubts(one)) for one in results)
        self.setRowCount(len(results))
        for row, sent in enumerate(results):
            self._fill(row, sent, read, preview)
        self.blockSignals(False)

    def select(self, spot: Spot | None) -> None:
        """Stand on the first result of a line, or on none."""
        self.blockSignals(True)
        if spot in self._spots:
            if self.currentRow() < 0 or self._spots[self.currentRow()] != spot:
                self.setCurrentCell(self._spots.index(spot), 0)
        else:
            self.setCurrentCell(-1, -1)
            self.clearSelection()
        self.blockSignals(False)

    def first_spot(self) -> Spot | None:
        """The line of the first result."""
        return self._spots[0] if self._spots else None

    def _fill(self, row: int, sent: SentResult, read: Paper, preview: Preview) -> None:
        doubts = _doubts(sent)
        cells = (
            labels.plain(sent.name),
            shown.sent_value(sent),
            "",
            labels.plain(sent.range.text) if sent.range else "",
            shown.taken(sent),
            " ".join(labels.reason(one) for one in doubts),
        )
        items = [QTableWidgetItem(words) for words in cells]
        for column, item in enumerate(items):
            item.setToolTip(item.text())
            self.setItem(row, column, item)
        if doubts:
            items[_DOUBTS].setIcon(icons.icon("triangle-alert", "warning"))
        place = paper.value_box(read, preview, sent)
        if place is not None:
            image = crop(read, *place, theme.unit(_HIGH))
            if image.width() > theme.unit(_WIDEST):
                image = image.copy(0, 0, theme.unit(_WIDEST), image.height())
            items[_SEEN].setData(Qt.ItemDataRole.DecorationRole, QPixmap.fromImage(image))
            words = self.tr("Picture of the value")
            items[_SEEN].setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._spots) and self._spots[row] is not None:
            self.chosen.emit(self._spots[row])


def _doubts(sent: SentResult) -> list[Reason]:
    return [one for one in sent.cautions if one.code != _ON_EVERY_LINE]
