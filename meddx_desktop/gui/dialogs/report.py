"""A case on paper: looked at first, then printed or let out of the store as a file."""

from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import reports
from meddx_desktop.core.operations.reports import FORMATS, SUFFIXES, Format, Kind, Shown, Wish
from meddx_desktop.gui import labels, paper_html, theme, whose
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.paper_parts import language_choice, sheet_view
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.labs_tab.sheet import Paper as Pages
from meddx_desktop.gui.widgets import fields
from meddx_desktop.words.paper import paper_words


class ReportDialog(WorkDialog):
    """The sheet as it will be; nothing leaves before somebody has seen it."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Report"), parent)
        self._session = session
        self._case_id = session.case_id
        self.report: Report | None = None
        self.written: Path | None = None
        self.sheet = sheet_view(self.tr("Sheet"))
        self.kind, self.format = QComboBox(), QComboBox()
        self.language = language_choice(self.tr("Language on paper"))
        self.films = QCheckBox(self.tr("Films"))
        self.heat = QCheckBox(self.tr("Heat maps"))
        self._arrange()
        self.print_button = fields.button(self.tr("Print…"), "", "printer")
        self.save_button = fields.button(self.tr("Save…"), "primary", "save")
        self.add_buttons(self.print_button, self.save_button)
        self._connect()
        self.resize(theme.unit(100), theme.unit(88))
        self._gather()

    def _arrange(self) -> None:
        if self._session.case is not None:
            self.body.addWidget(whose.head(self._session.case))
        for kind, words in (
            (Kind.REPORT, self.tr("Report for clinicians")),
            (Kind.REFERRAL, self.tr("Referral letter")),
            (Kind.SLIP, self.tr("Slip for the patient")),
        ):
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(self.tr("What to make"))
        self.format.setAccessibleName(self.tr("Kind of file"))
        # The style counts the arrow too narrow: the last letter would lie under it.
        self.kind.setMinimumWidth(self.kind.sizeHint().width() + theme.unit(2))
        row = QHBoxLayout()
        row.setSpacing(theme.unit(1.5))
        for part in (self.kind, self.language, self.films, self.heat):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.format)
        self.body.addLayout(row)
        self.films.setChecked(True)
        self.heat.setChecked(True)
        self.body.addWidget(self.sheet, 1)
        warning = self.tr(
            "A saved or printed report is a plain copy outside the encrypted store: whoever has it"
            " can read it. The audit trail tells of it."
        )
        self.body.addWidget(fields.sign("triangle-alert", warning, "warning"))
        self.body.addWidget(self.work)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _place: self._offer())
        self.language.currentIndexChanged.connect(lambda _place: self._show())
        for box in (self.films, self.heat):
            box.toggled.connect(lambda _on: self._gather())
        self.format.currentIndexChanged.connect(lambda _place: self._settle())
        self.work.busy_changed.connect(self._busy)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self._ask_where)
        self._offer()

    def _offer(self) -> None:
        """The kinds of file that this paper goes into."""
        names = {
            Format.PDF: self.tr("PDF"),
            Format.FHIR: self.tr("FHIR R4 document"),
            Format.SR: self.tr("DICOM report (SR)"),
            Format.SC: self.tr("DICOM picture of the film"),
        }
        self.format.clear()
        for one in FORMATS[self.chosen]:
            self.format.addItem(names[one], one)
        self.format.setEnabled(self.format.count() > 1)
        self._show()

    @property
    def chosen(self) -> Kind:
        """The paper that is chosen; Qt hands an enum back as its text."""
        return Kind(self.kind.currentData())

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        return Wish(
            paper_words(self.language.currentData()),
            self.chosen,
            Format(self.format.currentData()),
            Shown(self.films.isChecked(), self.heat.isChecked()),
        )

    def _gather(self) -> None:
        """Everything of the case anew; heat maps may take a moment."""
        app, case_id, shown = self._session.app, self._case_id, self.wish.shown
        self.report = None
        self.heat.setEnabled(self.films.isChecked())

        def work(context: JobContext) -> Report:
            return reports.report_of(app, case_id, shown, context=context)

        self.work.run(self.tr("Gathering…"), work, self._take)

    def _take(self, report: Report) -> None:
        self.work.hide()  # the sheet takes all the room that there is
        self.report = report
        self._show()

    def _show(self) -> None:
        if self.report is not None and self.format.count():
            self.sheet.setHtml(paper_html.page(reports.paper(self.report, self.wish)))
        self._settle()

    def _settle(self) -> None:
        ready = self.report is not None and not self.work.busy
        for box in (self.films, self.heat):
            box.setVisible(self.chosen is Kind.REPORT)
            box.setEnabled(not self.work.busy)
        self.heat.setEnabled(not self.work.busy and self.films.isChecked())
        for button, action in (
            (self.print_button, Action.PRINT),
            (self.save_button, Action.EXPORT),
        ):
            allowed = self._session.may(action)
            button.setEnabled(ready and allowed)
            button.setToolTip("" if allowed else self._only(action))

    def _only(self, action: Action) -> str:
        who = labels.listed(labels.label(f"role.{one.value}") for one in Role if may(one, action))
        return self.tr("Only: {who}").format(who=who)

    def _busy(self, busy: bool) -> None:
        if busy:
            self.work.show()
        self._settle()

    def print(self) -> None:
        """Ask for a printer, tell the trail, print."""
        # Imported here: no start of the program needs a printer.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("MedDx")
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Tell the trail, then put the sheet on a printer."""
        if self.report is None or not self._session.is_open(self._case_id):
            return
        wish = self.wish
        try:
            reports.tell_printed(self._session.app, self._case_id, wish.kind)
        except MedDxError as error:
            self.work.show()
            self.work.tell_error(error)
            return
        paper = reports.paper(self.report, wish)
        Pages().draw(paper_html.page(paper), paper_html.head(paper), device)
        self.work.show()
        self.work.tell(self.tr("Sent to the printer."))

    def _ask_where(self) -> None:
        wish = self.wish
        name = reports.file_name(self._case_id, wish)
        kind = f"*{SUFFIXES[wish.format]}"
        title = self.tr("Save the report")
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, kind)
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Write the file; the question whether one may go is the system's own."""
        if not self._session.is_open(self._case_id):
            return
        app, case_id, wish = self._session.app, self._case_id, self.wish

        def work(context: JobContext) -> str:
            return reports.export(app, case_id, target, wish, force=True, context=context)

        def done(_digest: str) -> None:
            self.written = target
            self.work.tell(self.tr("Saved: {file}").format(file=labels.plain(target.name)))

        self.work.run(self.tr("Saving…"), work, done)
