"""Saving a part of a check: who may, a word of warning, a place, and the entry in the trail."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import check_export
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.validation import Report
from meddx_desktop.gui import icons, labels
from meddx_desktop.gui.dialogs.work import WorkDialog


class SaveButton(QPushButton):
    """Writes what `content` gives; the outcome stands on the dialog's line of work."""

    def __init__(
        self, app: Application, report: Report, what: str, suffix: str, *, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._app, self._report = app, report
        self._what, self._suffix = what, suffix
        self.content: Callable[[], bytes] = bytes
        words = self.tr("Save as {kind}…").format(kind=suffix.upper())
        self.setText(words)
        self.setIcon(icons.icon("save"))
        self.setAutoDefault(False)
        role = app.access.role if app.access.is_open else None
        self.setEnabled(role is not None and may(role, Action.EXPORT_DEIDENTIFIED))
        if not self.isEnabled():
            who = (one for one in Role if may(one, Action.EXPORT_DEIDENTIFIED))
            names = labels.listed(labels.label(f"role.{one.value}") for one in who)
            self.setToolTip(self.tr("Only: {who}").format(who=names))
        self.clicked.connect(self.save)

    def save(self) -> None:
        """Warn, ask for a place, write."""
        if not self._is_sure():
            return
        report = self._report
        suggested = f"{report.model.name}-{report.finding}-{self._what}.{self._suffix}"
        kind = f"{self._suffix.upper()} (*.{self._suffix})"
        name, _ = QFileDialog.getSaveFileName(self, self.text(), suggested, kind)
        if not name:
            return
        target = Path(name)
        if not target.suffix:
            target = target.with_name(f"{target.name}.{self._suffix}")
        self._write(target)

    def _write(self, target: Path) -> None:
        dialog = self.window()
        try:
            check_export.save(self._app, self._report, target, self.content(), what=self._what)
        except MedDxError as error:
            if isinstance(dialog, WorkDialog):
                dialog.work.tell_error(error)
            return
        if isinstance(dialog, WorkDialog):
            dialog.work.tell(self.tr("Written to {file}").format(file=target), "good")

    def _is_sure(self) -> bool:
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setWindowTitle(self.window().windowTitle())
        asked.setText(self.tr("Save a plain copy?"))
        asked.setInformativeText(
            self.tr(
                "The file is not encrypted: whoever gets it can read it. It holds figures of the "
                "model, no names of films or patients. The audit trail tells that you wrote it."
            )
        )
        go = asked.addButton(self.tr("Choose a place…"), QMessageBox.ButtonRole.AcceptRole)
        keep = asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.exec()
        return asked.clickedButton() is go
