"""The figures of a check as a table, the four counts, and both as a file for a spreadsheet."""

import csv
import io

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.operations.validation import AtThreshold, Report
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import check_model_words as words
from meddx_desktop.gui.widgets import fields
from meddx_desktop.words.cells import guarded

_COLUMNS = ("figure", "value", "interval", "counts")


class FiguresTab(QScrollArea):
    """The table with the counts below it; scrolls as one."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FiguresTable(report)
        self.matrix = Matrix(report.figures.site or report.figures.shipped)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.unit(), 0)
        column.setSpacing(theme.unit(2))
        column.addWidget(self.table)
        column.addWidget(self.matrix)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.unit(40))
        self.setWidget(page)


class FiguresTable(QTableWidget):
    """As tall as its rows."""

    def __init__(self, report: Report) -> None:
        rows = list(words.rows(report))
        super().__init__(len(rows), len(_COLUMNS))
        heads = [words.terminal(f"check_{key}") for key in _COLUMNS]
        self.setHorizontalHeaderLabels(heads)
        self.setAccessibleName(self.tr("Figures"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(side)
        for place, row in enumerate(rows):
            self._fill(place, row)

    def _fill(self, place: int, row: words.Row) -> None:
        if row.is_heading:
            item = QTableWidgetItem(row.name)
            item.setFont(theme.font(bold=True))
            self.setItem(place, 0, item)
            self.setSpan(place, 0, 1, len(_COLUMNS))
            return
        for column, text in enumerate((row.name, row.value, row.interval, row.count)):
            self.setItem(place, column, QTableWidgetItem(text))

    def fit(self) -> None:
        """Take the height of the rows."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().height() + 2 * self.frameWidth())

    def resizeEvent(self, event: object) -> None:
        """Words that break need more height."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()


class Matrix(QWidget):
    """Found or not against ill or not, at the threshold in use."""

    def __init__(self, at: AtThreshold) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.unit(), 0, 0, 0)
        grid.setHorizontalSpacing(theme.unit(4))
        grid.setVerticalSpacing(theme.unit(0.5))
        grid.addWidget(fields.text(self.tr("Films at the threshold in use"), "caption"), 0, 0)
        heads = (self.tr("With the finding"), self.tr("Without it"))
        for column, head in enumerate(heads):
            grid.addWidget(fields.text(head, "small"), 0, column + 1)
        counts = (
            (self.tr("Found"), at.true_positive, at.false_positive),
            (self.tr("Not found"), at.false_negative, at.true_negative),
        )
        for row, (name, *numbers) in enumerate(counts):
            grid.addWidget(fields.text(name), row + 1, 0)
            for column, number in enumerate(numbers):
                cell = fields.text(str(number), "strong")
                cell.setAccessibleName(f"{name}, {heads[column]}: {number}")
                grid.addWidget(cell, row + 1, column + 1)
        grid.setColumnStretch(3, 1)


def csv_bytes(report: Report) -> bytes:
    """The table as a spreadsheet reads it: UTF-8 with its mark, so that Chinese stays Chinese."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([guarded(words.title(report))])
    writer.writerow([words.Told().counts(report)])
    writer.writerow([words.terminal(f"check_{key}") for key in _COLUMNS])
    for row in words.rows(report):
        cells = (row.name, row.value, row.interval, row.count)
        writer.writerow([guarded(str(cell)) for cell in cells])
    at = report.figures.site or report.figures.shipped
    matrix = words.terminal(
        "check_matrix",
        tp=at.true_positive,
        fp=at.false_positive,
        fn=at.false_negative,
        tn=at.true_negative,
    )
    for line in (matrix, words.share(report), labels.safety("support")):
        writer.writerow([line])
    return ("\ufeff" + file.getvalue()).encode("utf-8")
