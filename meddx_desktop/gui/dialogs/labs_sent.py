"""Results as a source has them, before anything of them is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from meddx_desktop.core.domain.laboratory import SentResult
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.labs_tab import shown

MOST = 200
"""More are counted, not listed: this is a look, not the table."""


class SentTable(QTableWidget):
    """Test, value, unit, range, time: as sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Test"),
                self.tr("Value"),
                self.tr("Range"),
                self.tr("Taken"),
                self.tr("To look at"),
            ]
        )
        self.setShowGrid(False)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setAccessibleName(self.tr("Results as sent"))
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(head.ResizeMode.ResizeToContents)
        head.setMinimumSectionSize(theme.unit(11))
        head.setStretchLastSection(True)

    def show_results(self, results: Sequence[SentResult]) -> None:
        """The first ones."""
        listed = results[:MOST]
        self.setRowCount(len(listed))
        for place, sent in enumerate(listed):
            for column, words in enumerate(_cells(sent)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(place, column, item)


def _cells(sent: SentResult) -> tuple[str, ...]:
    return (
        labels.plain(sent.name),
        shown.sent_value(sent),
        labels.plain(sent.range.text) if sent.range else "",
        shown.taken(sent),
        " ".join(labels.reason(one) for one in sent.cautions),
    )
