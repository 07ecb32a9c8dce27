"""What an import did, with the lines that were not understood, and a way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.laboratory import RejectedLine
from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.labs import Imported
from meddx_desktop.gui import theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.labs_lines import RejectedTable
from meddx_desktop.gui.widgets import fields


class ImportedPage(QWidget):
    """Shown in place of the preview once the results are in the case."""

    taken_back = Signal()

    def __init__(self, session: CaseSession) -> None:
        super().__init__()
        self._session = session
        self._import_id = ""
        self.said: list[str] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.unit())
        self.rejected = RejectedTable()
        self.copy = fields.button(self.tr("Copy these lines"), "", "clipboard-list")
        self.undo = fields.button(self.tr("Take the import back"), "", "undo-2")
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        row.addWidget(self.undo)
        row.addWidget(self.copy)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addLayout(self._lines)
        column.addWidget(self.rejected, 1)
        column.addLayout(row)
        column.addStretch(0)
        self.copy.clicked.connect(self.rejected.copy)
        self.undo.clicked.connect(self._take_back)

    def show_done(self, done: Imported, rejected: Sequence[RejectedLine]) -> None:
        """Say what came in, and what did not."""
        self._import_id = done.import_id
        if done.same_file_as:
            self._say(
                "info", self.tr("This file is in the case already; nothing was done."), "text"
            )
        elif done.added:
            words = self.tr("%n result(s) brought in.", "", done.added)
            self._say("circle-check", words, "good")
        else:
            self._say("info", self.tr("Nothing in it was new."), "text")
        if done.known:
            words = self.tr("%n result(s) were in the case already.", "", done.known)
            self._say("info", words, "text")
        if done.replaced:
            words = self.tr("%n earlier result(s) were corrected or completed.", "", done.replaced)
            self._say("triangle-alert", words, "warning")
        lost = rejected if done.import_id else ()
        if lost:
            words = self.tr("%n line(s) were not understood:", "", len(lost))
            self._say("triangle-alert", words, "warning")
        self.rejected.show_lines(lost)
        self.rejected.setVisible(bool(lost))
        self.copy.setVisible(bool(lost))
        self.undo.setVisible(bool(done.import_id))

    def _say(self, icon: str, words: str, tone: str) -> None:
        self.said.append(words)
        self._lines.addWidget(fields.sign(icon, words, tone))

    def _take_back(self) -> None:
        if self._session.do(labs.take_back, self._import_id):
            self.taken_back.emit()
