"""The results that are shown as a sheet: looked at, then printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QTextBrowser, QWidget

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import labs_paper
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.labs_tab import identity
from meddx_desktop.gui.labs_tab.sheet import Groups, Paper, Sheet
from meddx_desktop.gui.widgets import fields


class PrintDialog(Dialog):
    """The sheet as it will be, a word about printers, and the button."""

    def __init__(
        self,
        session: CaseSession,
        groups: Groups,
        lost: int,
        narrowed: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Print results"), parent)
        self._session = session
        self._case_id = session.case_id
        self._whose = identity.line(session.case.patient) if session.case else ""
        self.page = Sheet().html(session, groups, lost, narrowed)
        sheet = QTextBrowser()
        sheet.setProperty("role", "paper")
        sheet.setAccessibleName(self.tr("Sheet"))
        sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet.setHtml(self.page)
        self.body.addWidget(sheet, 1)
        warning = self.tr(
            "A print queue and shared printers keep copies, and others may find the sheet. "
            "Print only beside a printer of your own; the audit trail tells of it."
        )
        self.body.addWidget(fields.sign("printer", warning, "warning"))
        self.told = fields.text("", "small", wrap=True, tone="danger")
        self.body.addWidget(self.told)
        self.told.hide()
        self.go = self.add_accept(self.tr("Print…"), self.tr("Close"))
        self._allow()
        self.resize(theme.unit(92), theme.unit(84))

    def _allow(self) -> None:
        allowed = self._session.may(Action.PRINT)
        self.go.setEnabled(allowed)
        if not allowed:
            who = labels.listed(
                labels.label(f"role.{one.value}") for one in Role if may(one, Action.PRINT)
            )
            self.go.setToolTip(self.tr("Only: {who}").format(who=who))

    def accept(self) -> None:
        """Ask for a printer, tell the trail, print."""
        # Imported here: no start of the program needs a printer.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("MedDx")
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Tell the trail, then put the sheet on a printer or into a file."""
        if not self._session.is_open(self._case_id):
            return
        try:
            labs_paper.tell_printed(self._session.app, self._case_id)
        except MedDxError as error:
            self.told.setText(labels.error(error))
            self.told.show()
            return
        Paper().draw(self.page, self._whose, device)
        super().accept()
