"""The results that are shown as a sheet: looked at, then printed."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import labs_paper
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.labs_tab import cells, identity
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.labs_tab.cells import Column
from meddx_desktop.gui.widgets import fields

_COLUMNS = (Column.TEST, Column.VALUE, Column.FLAG, Column.RANGE, Column.TAKEN)
_SPACE = 4
Groups = Sequence[tuple[str, list[Row]]]


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
        self.page = Sheet().html(session, groups, lost, narrowed)
        sheet = QTextBrowser()
        sheet.setAccessibleName(self.tr("Sheet"))
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
        self.go.setEnabled(session.may(Action.PRINT))
        self.resize(theme.unit(92), theme.unit(84))

    def accept(self) -> None:
        """Ask for a printer, tell the trail, print."""
        # Imported here: no start of the program needs a printer.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("MedDx")
        if not QPrintDialog(printer, self).exec():
            return
        try:
            labs_paper.tell_printed(self._session.app, self._case_id)
        except MedDxError as error:
            self.told.setText(labels.error(error))
            self.told.show()
            return
        made = QTextDocument()
        made.setDefaultFont(theme.font())
        made.setHtml(self.page)
        made.print_(printer)
        super().accept()


class Sheet(QObject):
    """The words of the sheet as simple HTML; every word from outside is escaped."""

    def html(self, session: CaseSession, groups: Groups, lost: int, narrowed: str) -> str:
        """The whole sheet."""
        whose = identity.line(session.case.patient) if session.case else ""
        printed = self.tr("Printed {time} by {user}").format(
            time=labels.moment(QDateTime.currentDateTime().toPython()),  # type: ignore[arg-type]
            user=session.app.access.user,
        )
        parts = [_tag("h2", self.tr("Laboratory results")), _tag("p", whose), _tag("p", printed)]
        if session.case is not None and not session.case.is_signed:
            parts.append(f"<p><b>{_safe(labels.safety('unreviewed'))}</b></p>")
        if narrowed:
            parts.append(_tag("p", narrowed))
        parts += [self._group(title, rows) for title, rows in groups]
        if lost:
            words = self.tr("%n line(s) of the sources were not understood.", "", lost)
            parts.append(_tag("p", words))
        hint = self.tr("“Not judged” means that nothing can be said; it does not mean normal.")
        parts += [_tag("p", hint), f"<p><small>{_safe(labels.safety('support'))}</small></p>"]
        return "".join(parts)

    def _group(self, title: str, rows: Sequence[Row]) -> str:
        names = (
            self.tr("Test"),
            self.tr("Value"),
            self.tr("Flag"),
            self.tr("Range"),
            self.tr("Taken"),
        )
        heads = "".join(f"<th align='left'>{_safe(name)}</th>" for name in names)
        body = "".join(
            "<tr>" + "".join(f"<td>{_safe(_cell(row, one))}</td>" for one in _COLUMNS) + "</tr>"
            for row in rows
        )
        table = f"<table cellpadding='{_SPACE}' width='100%'><tr>{heads}</tr>{body}</table>"
        return _tag("h3", title) + table


def _cell(row: Row, column: Column) -> str:
    text = cells.cell(row, column)
    reference = row.one.range
    if column is Column.RANGE and text and reference and not reference.is_laboratorys:
        return f"{text} *"
    return text


def _tag(name: str, words: str) -> str:
    return f"<{name}>{_safe(words)}</{name}>"


def _safe(text: str) -> str:
    return html.escape(labels.plain(text))
