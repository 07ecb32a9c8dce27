"""The imports of the case: which file, when, by whom, how much; each can be taken back."""

from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.domain.lab_record import LabImport
from meddx_desktop.core.operations import labs
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields


class ImportsDialog(Dialog):
    """The newest first; what was taken back stays in the record and says so."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Imports of this case"), parent)
        self._session = session
        self._case_id = session.case_id
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self.body.addWidget(self._area, 1)
        self.add_close(self.tr("Close"))
        self.resize(theme.unit(88), theme.unit(50))
        self._fill()

    def take_back(self, import_id: str) -> None:
        """Take one back, and show what is left."""
        if self._session.is_open(self._case_id) and self._session.do(labs.take_back, import_id):
            self._fill()

    def _fill(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(theme.unit(1.5))
        case = self._session.case
        imports = case.lab_imports if case else ()
        if not imports:
            column.addWidget(fields.text(self.tr("Nothing was imported."), "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.unit(2))
        grid.setVerticalSpacing(theme.unit(1.5))
        grid.setColumnStretch(0, 1)
        for place, one in enumerate(reversed(imports)):
            self._line(grid, place, one)
        column.addLayout(grid)
        column.addStretch(1)
        self._area.setWidget(inner)

    def _line(self, grid: QGridLayout, place: int, one: LabImport) -> None:
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
        undo = fields.button(self.tr("Take back"), "", "undo-2")
        undo.setAccessibleName(self.tr("Take back: {file}").format(file=name))
        undo.setEnabled(not self._session.is_read_only)
        undo.clicked.connect(lambda _on=False, name=one.import_id: self.take_back(name))
        grid.addWidget(undo, place, 1)
