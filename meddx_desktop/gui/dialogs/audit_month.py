"""The sheet of a month: who did how much of what, and the head to compare with later."""

import html
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QTextBrowser, QWidget

from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.operations import trail
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.operations.trail import MonthlySummary
from meddx_desktop.core.safe_files import write_plain
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import audit_model
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields

_SPACE = 5


class MonthDialog(WorkDialog):
    """Choose a month, look at its sheet, print it or save it as PDF."""

    def __init__(
        self, app: Application, months: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Monthly summary"), parent)
        self._app = app
        self.summary: MonthlySummary | None = None
        self.month = QComboBox()
        self.month.setAccessibleName(self.tr("Month"))
        for month in months:
            self.month.addItem(month, month)
        self.sheet = QTextBrowser()
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.print_button = fields.button(self.tr("Print…"), "", "printer")
        self.save_button = fields.button(self.tr("Save as PDF…"), "", "save")
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        row.addWidget(fields.text(self.tr("Month"), "small"))
        row.addWidget(self.month)
        row.addStretch(1)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        self.body.addLayout(row)
        self.body.addWidget(self.sheet, 1)
        self.body.addWidget(self.work)
        hint = self.tr("Print it and file it away from this computer: it holds no patient data.")
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self.add_close(self.tr("Close"))
        self.month.currentIndexChanged.connect(self.load)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.save_sheet)
        self.resize(theme.unit(84), theme.unit(80))
        self.load()

    def load(self) -> None:
        """Make the sheet of the chosen month."""
        self._enable(False)
        month = self.month.currentData()
        if month:
            self.work.run(
                self.tr("Counting"), lambda _context: trail.monthly(self._app, month), self._show
            )

    def print_sheet(self) -> None:
        """Ask for a printer and print."""
        # Imported here: no start of the program needs a printer.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self._document().print_(printer)

    def save_sheet(self) -> None:
        """Ask for a place and write the PDF there."""
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF"),
            f"meddx-audit-{self.month.currentData()}.pdf",
            "PDF (*.pdf)",
        )
        if name:
            self.write(Path(name))

    def write(self, target: Path) -> None:
        """Write the sheet as PDF."""
        from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
        from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout.Unit.Millimeter)
        writer.setCreator("MedDx Desktop")
        self._document().print_(writer)
        del writer  # ends the file
        try:
            refuse_records(target)
            write_plain(target, bytes(buffer.data().data()))
        except InvalidEntry as error:
            self.work.tell_error(error)
            return
        except OSError:
            self.work.tell_error(CannotWrite("folder_not_writable", folder=str(target.parent)))
            return
        self.work.tell(self.tr("Written to {file}").format(file=target), "good")

    def _show(self, summary: MonthlySummary) -> None:
        self.summary = summary
        self.sheet.setHtml(page(summary))
        self._enable(True)

    def _document(self) -> QTextDocument:
        made = QTextDocument()
        made.setDefaultFont(theme.font())
        made.setHtml(page(self.summary) if self.summary else "")
        return made

    def _enable(self, on: bool) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(on)


class Sheet(QObject):
    """The words of the sheet, as simple HTML; every word from outside is escaped."""

    def html(self, summary: MonthlySummary) -> str:
        """The whole sheet."""
        today = QLocale().toString(QDate.currentDate(), "yyyy-MM-dd")
        title = self.tr("Audit trail, {month}").format(month=summary.month)
        made = self.tr("Made on {day}").format(day=today)
        body = (
            self._table(summary)
            if summary.counts
            else _line(self.tr("Nothing was done in this month."))
        )
        signed = self.tr("Checked and filed by")
        return (
            f"<h2>{_safe(title)}</h2>{_line(made)}{body}"
            f"<p>{_safe(signed)}: ______________________</p>"
            f"<p><small>{_safe(labels.safety('support'))}</small></p>"
        )

    def _table(self, summary: MonthlySummary) -> str:
        rows = "".join(
            f"<tr><td>{_safe(user)}</td><td>{_safe(audit_model.action(action))}</td>"
            f"<td align='right'>{count}</td></tr>"
            for user, action, count in summary.counts
        )
        titles = "".join(
            f"<th align='{side}'>{_safe(words)}</th>"
            for words, side in (
                (self.tr("Who"), "left"),
                (self.tr("What"), "left"),
                (self.tr("How often"), "right"),
            )
        )
        span = self.tr("Entries {first} to {last}").format(first=summary.first, last=summary.last)
        of_trail = self.tr("Head of the trail")
        head = f"{_safe(of_trail)}: <b>{_safe(str(summary.head or '–'))}</b>"
        return (
            f"<table cellpadding='{_SPACE}'><tr>{titles}</tr>{rows}</table>"
            f"{_line(span)}<p>{head}</p>"
        )


def page(summary: MonthlySummary) -> str:
    """The sheet in the language of the window."""
    return Sheet().html(summary)


def _line(text: str) -> str:
    return f"<p>{_safe(text)}</p>"


def _safe(text: str) -> str:
    return html.escape(labels.plain(text))
