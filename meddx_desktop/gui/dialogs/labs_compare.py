"""Two days of results side by side, with the difference."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTableView, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.labs_tab import comparison
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.widgets import fields


class CompareDaysDialog(Dialog):
    """The two newest days to begin with."""

    def __init__(self, whose: str, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Compare two days"), parent)
        self._rows = rows
        self.first, self.second = QComboBox(), QComboBox()
        self.model = comparison.PairsModel()
        self.model.setParent(self)
        self.table = QTableView()
        days = comparison.days(rows)
        for box in (self.first, self.second):
            box.addItems(days)
        self.first.setCurrentIndex(min(1, len(days) - 1))
        self.first.setAccessibleName(self.tr("First day"))
        self.second.setAccessibleName(self.tr("Second day"))
        self.body.addWidget(fields.text(whose, "muted"))
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        row.addWidget(self.first)
        row.addWidget(fields.text(self.tr("and"), "muted"))
        row.addWidget(self.second)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        copy = fields.button(self.tr("Copy"), "", "clipboard-list")
        copy.clicked.connect(self.copy)
        self._buttons.addWidget(copy)
        self.add_close(self.tr("Close"))
        self._dress()
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(lambda _place: self._show())
        self._show()
        self.resize(theme.unit(124), theme.unit(82))

    def copy(self) -> None:
        """The table as text."""
        QGuiApplication.clipboard().setText(comparison.as_text(self.model))

    def _dress(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        line = QFontMetrics(theme.font()).height()
        table.verticalHeader().setDefaultSectionSize(line + theme.unit(1.5))
        table.setAccessibleName(self.tr("Results of two days"))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)

    def _show(self) -> None:
        first, second = self.first.currentText(), self.second.currentText()
        self.model.show(comparison.pairs(self._rows, first, second), first, second)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setStretchLastSection(False)
