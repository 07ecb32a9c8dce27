"""What each column of a table holds: chosen above the first lines, with what is read from them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations.labs import Choices, ColumnMapping, Preview, Role, SheetView
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import labs_roles
from meddx_desktop.gui.dialogs.labs_sent import SentTable
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields

_LINES = 6
Look = Callable[[Choices, JobContext], Preview]


class MappingDialog(WorkDialog):
    """A choice above each column; below, the results as they would come in."""

    def __init__(
        self, view: SheetView, choices: Choices, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("What do the columns hold?"), parent)
        self._view, self._choices, self._look = view, choices, look
        self.mapping: ColumnMapping = view.guess.mapping
        self.columns = QTableWidget(_LINES + 1, len(self.mapping.columns))
        self.boxes: list[QComboBox] = []
        self.results = SentTable()
        self.count = fields.text("", "strong")
        self.keep = QCheckBox(self.tr("Read tables with these headings so from now on"))
        for doubt in view.guess.doubts:
            self.body.addWidget(fields.sign("info", labels.reason(doubt), "text"))
        self._fill()
        self.body.addWidget(self.columns, 2)
        self.body.addWidget(self.count)
        self.body.addWidget(self.results, 3)
        self.body.addWidget(self.work)
        self.keep.setVisible(self.mapping.layout.may_be_kept)
        self.body.addWidget(self.keep)
        self._accept = self.add_accept(self.tr("Read it so"), self.tr("Cancel"))
        self.work.ended.connect(self._catch_up)
        self._shown: ColumnMapping | None = None
        self.resize(theme.unit(120), theme.unit(84))
        self._read()

    @property
    def answered(self) -> Choices:
        """What was chosen before, with these columns agreed to."""
        return with_mapping(self._choices, self.mapping)

    def choose(self, column: int, role: Role) -> None:
        """Say what a column holds."""
        self.mapping = self.mapping.with_role(column, role)
        self._read()

    def _fill(self) -> None:
        table = self.columns
        names = [labels.plain(one.heading) or "–" for one in self.mapping.columns]
        table.setHorizontalHeaderLabels(names)
        table.verticalHeader().hide()
        table.setEditTriggers(table.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setAccessibleName(self.tr("First lines of the table"))
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for place, column in enumerate(self.mapping.columns):
            box = self._box(place, column.role)
            table.setCellWidget(0, place, box)
            self.boxes.append(box)
        rows = self._view.sheet.rows[self._view.guess.header + 1 :]
        for line, row in enumerate(rows[:_LINES], start=1):
            for place in range(len(self.mapping.columns)):
                table.setItem(line, place, QTableWidgetItem(labels.plain(row.at(place))))
        table.resizeColumnsToContents()
        for place in range(table.columnCount()):
            table.setColumnWidth(place, max(table.columnWidth(place), theme.unit(20)))
        table.setRowHeight(0, theme.unit(5))

    def _box(self, place: int, role: Role) -> QComboBox:
        box = QComboBox()
        heading = labels.plain(self.mapping.columns[place].heading)
        box.setAccessibleName(self.tr("Column {heading} holds").format(heading=heading))
        for one, words in labs_roles.names():
            box.addItem(words, one)
        box.setCurrentIndex(box.findData(role))
        box.currentIndexChanged.connect(
            lambda _index, place=place, box=box: self.choose(place, Role(box.currentData()))
        )
        return box

    def _read(self) -> None:
        """What would come in; a change while it is read is caught up with."""
        if self.work.busy:
            return
        self._shown = self.mapping
        choices = self.answered
        self.work.run(self.tr("Reading"), lambda context: self._look(choices, context), self._show)

    def _catch_up(self) -> None:
        if self._shown != self.mapping:
            self._read()

    def _show(self, preview: Preview) -> None:
        results = [one for report in preview.reports for one in report.results]
        lost = sum(len(report.rejected) for report in preview.reports)
        self.results.show_results(results)
        parts = (
            self.tr("%n result(s)", "", len(results)),
            self.tr("%n line(s) not understood", "", lost),
        )
        self.count.setText(labels.listed(parts))
        self._accept.setEnabled(bool(results))


def with_mapping(choices: Choices, mapping: ColumnMapping) -> Choices:
    """`choices` with the columns of one layout agreed to."""
    layout = mapping.layout.fingerprint
    others = tuple(one for one in choices.mappings if one.layout.fingerprint != layout)
    return replace(choices, mappings=(*others, mapping))
