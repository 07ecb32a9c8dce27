"""The imports of the case: which file, when, by whom, how much; each can be taken back."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.lab_record import LabImport
from meddx_desktop.core.operations import labs
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.labs_tab import identity
from meddx_desktop.gui.labs_tab.why_panel import Page
from meddx_desktop.gui.widgets import fields


class ImportsDialog(Dialog):
    """The newest first; one that was signed and then taken back stays, and says who did."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Imports of this case"), parent)
        self._session = session
        self._case_id = session.case_id
        self._asked = ""
        """Id of the import that is asked about."""
        self._gone: list[LabImport] = []
        """Taken back here, as long as the dialog is open: nobody wonders where they went."""
        self.buttons: dict[str, QPushButton] = {}
        if session.case is not None:
            self.body.addWidget(fields.text(identity.line(session.case.patient), "muted"))
        hint = self.tr(
            "What is taken back leaves the table and the case; the audit trail says who did it. "
            "What was signed before stays in the record, marked. The same file can be brought in "
            "again."
        )
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self.body.addWidget(self._area, 1)
        self.add_close(self.tr("Close"))
        self.resize(theme.unit(88), theme.unit(50))
        self._fill()

    def take_back(self, import_id: str) -> None:
        """Take one back, and show what is left."""
        case = self._session.case
        if case is None or not self._session.is_open(self._case_id):
            return
        gone = [one for one in case.lab_imports if one.import_id == import_id]
        if self._session.do(labs.take_back, import_id):
            self._asked = ""
            self._gone += gone
            self._fill()

    def ask(self, import_id: str) -> None:
        """Ask in the line itself before anything leaves the table; empty asks nothing."""
        self._asked = import_id
        self._fill()

    def _fill(self) -> None:
        inner = Page()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.unit(), 0)
        column.setSpacing(theme.unit(1.5))
        self.buttons = {}
        case = self._session.case
        kept = case.lab_imports if case else ()
        still = {one.import_id for one in kept}
        gone = [one for one in self._gone if one.import_id not in still]
        imports = sorted([*kept, *gone], key=lambda one: one.at, reverse=True)
        if not imports:
            column.addWidget(fields.EmptyState("inbox", self.tr("Nothing was imported.")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.unit(2))
        grid.setVerticalSpacing(theme.unit(1.5))
        grid.setColumnStretch(0, 1)
        for place, one in enumerate(imports):
            self._line(grid, place, one, is_gone=one in gone)
        column.addLayout(grid)
        column.addStretch(1)
        self._area.setWidget(inner)

    def _line(self, grid: QGridLayout, place: int, one: LabImport, *, is_gone: bool) -> None:
        name = labels.plain(one.file_name) or self.tr("pasted text")
        said = QVBoxLayout()
        said.setSpacing(theme.unit(0.25))
        said.addWidget(fields.text(name, "strong", wrap=True))
        results = self.tr("%n result(s)", "", len(one.results))
        lost = self.tr("%n line(s) not understood", "", len(one.rejected))
        parts = [labels.moment(one.at), one.by, results, *([lost] if one.rejected else [])]
        said.addWidget(fields.text(" · ".join(parts), "small", wrap=True))
        grid.addLayout(said, place, 0)
        if one.is_withdrawn:
            words = self.tr("taken back by {user}").format(user=one.withdrawn_by)
            grid.addWidget(fields.sign("undo-2", words, "muted", wrap=False), place, 1)
            return
        if is_gone:
            words = self.tr("taken back")
            grid.addWidget(fields.sign("undo-2", words, "muted", wrap=False), place, 1)
            return
        if one.import_id == self._asked:
            grid.addWidget(self._question(one), place, 1)
            return
        undo = fields.button(self.tr("Take back…"), "", "undo-2")
        undo.setAccessibleName(self.tr("Take back: {file}").format(file=name))
        undo.setEnabled(not self._session.is_read_only)
        if self._session.is_read_only:
            undo.setToolTip(self.tr("A signed case keeps its results."))
        undo.clicked.connect(lambda _on=False, name=one.import_id: self.ask(name))
        self.buttons[one.import_id] = undo
        grid.addWidget(undo, place, 1, Qt.AlignmentFlag.AlignTop)

    def _question(self, one: LabImport) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        words = self.tr("Take %n result(s) out of the table?", "", len(one.results))
        column.addWidget(fields.text(words, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        keep = fields.button(self.tr("Keep"))
        keep.clicked.connect(lambda _on=False: self.ask(""))
        undo = fields.button(self.tr("Take back"), "", "undo-2")
        undo.clicked.connect(lambda _on=False: self.take_back(one.import_id))
        self.buttons[one.import_id] = undo
        row.addWidget(keep)
        row.addWidget(undo)
        row.addStretch(1)
        column.addLayout(row)
        QTimer.singleShot(0, keep, keep.setFocus)
        return made
