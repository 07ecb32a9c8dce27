"""Signed cases of this store whose notes are like the open one, with what came of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import Application, notes_similar
from meddx_desktop.core.operations.notes_similar import Similar
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields

_CASE = Qt.ItemDataRole.UserRole


class SimilarDialog(WorkDialog):
    """Read only; a chosen case is opened by who asked."""

    def __init__(
        self, app: Application, case: Case, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Similar cases here"), parent)
        self._app, self._case, self._text = app, case, text
        hint = self.tr(
            "Signed cases of this store whose notes say something alike. Alike is no diagnosis;"
            " the order counts, the number is no percentage. Nothing leaves this computer."
        )
        self.body.addWidget(fields.text(hint, "muted", wrap=True))
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(False)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Similar cases"))
        self.list.setHeaderLabels(
            [
                self.tr("Day"),
                self.tr("Age and sex"),
                self.tr("Leading problems"),
                self.tr("What the clinician decided"),
                self.tr("Likeness"),
            ]
        )
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (2, 3):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.list, 1)
        self._none = fields.text("", "muted", wrap=True)
        self.body.addWidget(self._none)
        self.body.addWidget(self.work)
        self._accept = self.add_accept(self.tr("Open this case"), self.tr("Close"))
        self._accept.setEnabled(False)
        self.list.currentItemChanged.connect(lambda *_: self._settle())
        self.list.itemActivated.connect(lambda *_: self.accept())
        self.resize(theme.unit(104), theme.unit(60))
        self.work.run(self.tr("Comparing…"), self._look, self._show, failed=self._failed)

    @property
    def chosen(self) -> str:
        """Id of the chosen case; empty for none."""
        item = self.list.currentItem()
        return str(item.data(0, _CASE)) if item is not None else ""

    def _look(self, _context: JobContext) -> tuple[Similar, ...]:
        return notes_similar.look(self._app, self._case.case_id, self._text)

    def _show(self, found: tuple[Similar, ...]) -> None:
        self.work.tell("")
        for one in found:
            said = [
                *(labels.label(f"finding.{name}") for name in one.accepted),
                *(labels.plain(words) for words in one.edited),
            ]
            columns = [
                one.day.isoformat(),
                f"{labels.age(one.age)} · {labels.label(f'sex.{one.sex.value}')}",
                labels.listed(one.problems) or self.tr("none were read"),
                labels.listed(said) or self.tr("no finding was accepted"),
                f"{one.alike:.2f}",
            ]
            item = QTreeWidgetItem(columns)
            item.setData(0, _CASE, one.case_id)
            self.list.addTopLevelItem(item)
        if not found:
            self._none.setText(
                self.tr(
                    "No signed note here is like this one. Only signed notes of real cases"
                    " are compared, never those of the demonstration."
                )
            )
        else:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
            self.list.setFocus()

    def _failed(self, error: MedDxError) -> None:
        self.work.tell("")
        self._none.setText(labels.error(error))

    def _settle(self) -> None:
        self._accept.setEnabled(bool(self.chosen))
