"""Lines of a source that were not understood: where, what stands there, why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from meddx_desktop.core.domain.laboratory import RejectedLine
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields
from meddx_desktop.words.cells import table_text

_LONGEST = 300


class RejectedTable(QTableWidget):
    """Nothing is dropped without a line here."""

    def __init__(self, lines: Sequence[RejectedLine] = (), parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._lines: Sequence[RejectedLine] = ()
        self.setHorizontalHeaderLabels([self.tr("Where"), self.tr("Line"), self.tr("Why")])
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.setAccessibleName(self.tr("Lines that were not understood"))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, head.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, head.ResizeMode.Stretch)
        head.setSectionResizeMode(2, head.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(head.ResizeMode.ResizeToContents)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[RejectedLine]) -> None:
        """Replace all lines."""
        self._lines = lines
        self.setRowCount(len(lines))
        for place, line in enumerate(lines):
            for column, words in enumerate(_cells(line)):
                self.setItem(place, column, QTableWidgetItem(words))

    def copy(self) -> None:
        """All of them as a table of text."""
        QGuiApplication.clipboard().setText(table_text(map(_cells, self._lines)))


def _cells(line: RejectedLine) -> tuple[str, str, str]:
    return labels.plain(line.place), labels.plain(line.text)[:_LONGEST], labels.reason(line.reason)


class RejectedDialog(Dialog):
    """All lines of the case that were not understood."""

    def __init__(self, lines: Sequence[RejectedLine], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lines that were not understood"), parent)
        hint = self.tr("They are kept with the case and used for nothing. Type what matters.")
        self.body.addWidget(fields.text(hint, wrap=True))
        self.table = RejectedTable(lines)
        self.body.addWidget(self.table, 1)
        copy = fields.button(self.tr("Copy"), "", "clipboard-list")
        copy.clicked.connect(self.table.copy)
        self._buttons.addWidget(copy)
        self.add_close(self.tr("Close"))
        self.resize(theme.unit(104), theme.unit(60))
