"""Papers about no single case: the screening list of a day, and the form for one without power."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.paper import Paper
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import reports, reports_day
from meddx_desktop.core.operations.reports import FORMATS, SUFFIXES, Format, Kind, Wish
from meddx_desktop.core.operations.reports_day import Day
from meddx_desktop.gui import labels, paper_html, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.paper_parts import language_choice, sheet_view
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.labs_tab.sheet import Paper as Pages
from meddx_desktop.gui.widgets import fields
from meddx_desktop.words.paper import PaperWords, paper_words


class DayPapersDialog(WorkDialog):
    """The sheet as it will be; the list names patients, the blank form nobody."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Screening list and blank form"), parent)
        self._session = session
        self.day: Day | None = None
        self.written: Path | None = None
        self.kind, self.format = QComboBox(), QComboBox()
        self.language = language_choice(self.tr("Language on paper"))
        self.date = QDateEdit(QDate.currentDate())
        self.sheet = sheet_view(self.tr("Sheet"))
        self._arrange()
        self.print_button = fields.button(self.tr("Print…"), "", "printer")
        self.save_button = fields.button(self.tr("Save…"), "primary", "save")
        self.add_buttons(self.print_button, self.save_button)
        self._connect()
        self.resize(theme.unit(100), theme.unit(84))
        self._gather()

    def _arrange(self) -> None:
        self.kind.addItem(self.tr("Screening list of a day"), Kind.LIST)
        self.kind.addItem(self.tr("Form for a day without power"), Kind.BLANK)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setCalendarPopup(True)
        self.date.setMaximumDate(QDate.currentDate())
        row = QHBoxLayout()
        row.setSpacing(theme.unit(1.5))
        self.kind.setAccessibleName(self.tr("What to make"))
        self.date.setAccessibleName(self.tr("Day"))
        for part in (self.kind, self.date, self.language):
            row.addWidget(part)
        row.addStretch(1)
        self.format.setAccessibleName(self.tr("Kind of file"))
        row.addWidget(self.format)
        self.body.addLayout(row)
        self.body.addWidget(self.sheet, 1)
        warning = self.tr(
            "A saved or printed list names patients, outside the encrypted store: whoever has it"
            " can read it. The audit trail tells of it."
        )
        self.warning = fields.sign("triangle-alert", warning, "warning")
        self.body.addWidget(self.warning)
        self.body.addWidget(self.work)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _place: self._offer())
        self.language.currentIndexChanged.connect(lambda _place: self._show())
        self.date.dateChanged.connect(lambda _day: self._gather())
        self.work.busy_changed.connect(self._busy)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self._ask_where)
        self._offer()

    @property
    def words(self) -> PaperWords:
        """The language on paper."""
        return paper_words(self.language.currentData())

    @property
    def chosen(self) -> Kind:
        """The paper that is chosen; Qt hands an enum back as its text."""
        return Kind(self.kind.currentData())

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        return Wish(self.words, self.chosen, Format(self.format.currentData()))

    @property
    def is_list(self) -> bool:
        """The list of a day, and not the blank form."""
        return self.chosen is Kind.LIST

    def _offer(self) -> None:
        names = {Format.PDF: self.tr("PDF"), Format.CSV: self.tr("Table (CSV)")}
        self.format.clear()
        for one in FORMATS[self.chosen]:
            self.format.addItem(names[one], one)
        self.format.setEnabled(self.format.count() > 1)
        self.date.setVisible(self.is_list)
        self.warning.setVisible(self.is_list)
        self._show()

    def _gather(self) -> None:
        self.day = None
        app, chosen = self._session.app, self.date.date()
        day = date(chosen.year(), chosen.month(), chosen.day())

        def work(context: JobContext) -> Day:
            return reports_day.list_of_day(app, day, context=context)

        self.work.run(self.tr("Gathering…"), work, self._take)

    def _take(self, day: Day) -> None:
        self.work.hide()  # the sheet takes all the room that there is
        self.day = day
        self._show()

    def _paper(self) -> Paper | None:
        if not self.is_list:
            return reports_day.blank_form(self.words)
        return reports_day.paper_of_day(self.day, self.words) if self.day else None

    def _show(self) -> None:
        paper = self._paper()
        if paper is not None:
            self.sheet.setHtml(paper_html.page(paper))
        self._settle()

    def _settle(self) -> None:
        ready = not self.work.busy and (self.day is not None or not self.is_list)
        self.date.setEnabled(not self.work.busy)
        for button, action in (
            (self.print_button, Action.PRINT),
            (self.save_button, Action.EXPORT),
        ):
            button.setEnabled(ready and (not self.is_list or self._session.may(action)))

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
        """Put the sheet on a printer; a list is told to the trail first."""
        paper = self._paper()
        if paper is None:
            return
        try:
            if self.is_list:
                reports.tell_printed(self._session.app, "", Kind.LIST)
        except MedDxError as error:
            self.work.show()
            self.work.tell_error(error)
            return
        Pages().draw(paper_html.page(paper), paper_html.head(paper), device)
        self.work.show()
        self.work.tell(self.tr("Sent to the printer."))

    def _ask_where(self) -> None:
        wish = self.wish
        kind = f"*{SUFFIXES[wish.format]}"
        name = reports.file_name("", wish)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the sheet"), name, kind)
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Write the file; the question whether one may go is the system's own."""
        app, wish, words = self._session.app, self.wish, self.words
        day = self.day.day if self.day else date.today()
        is_list = self.is_list

        def work(context: JobContext) -> None:
            if is_list:
                reports_day.export_list(app, day, target, wish, force=True, context=context)
            else:
                reports_day.export_blank(target, words, force=True)

        def done(_nothing: None) -> None:
            self.written = target
            self.work.tell(self.tr("Saved: {file}").format(file=labels.plain(target.name)))

        self.work.run(self.tr("Saving…"), work, done)
