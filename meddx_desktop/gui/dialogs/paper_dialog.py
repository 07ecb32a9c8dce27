"""A sheet that is looked at first, then printed or written as a file; subclasses say which."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QPushButton,
    QStackedLayout,
    QWidget,
)

from meddx_desktop.core.domain.paper import Paper
from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import reports
from meddx_desktop.core.operations.reports import FORMATS, SUFFIXES, Format, Kind, Wish
from meddx_desktop.gui import labels, paper_html, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.paper_pages import PageView
from meddx_desktop.gui.dialogs.paper_parts import language_choice, sheet_view
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.labs_tab.sheet import Paper as Pages
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout
from meddx_desktop.words.paper import paper_words


class PaperDialog(WorkDialog):
    """Kinds, language and format in a row, the sheet below them; nothing leaves unseen."""

    def __init__(self, title: str, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._session = session
        self.written: Path | None = None
        self.kind, self.format = QComboBox(), QComboBox()
        self.language = language_choice(self.tr("Language on paper"))
        self.sheet = sheet_view(self.tr("Sheet"))
        self.pages = PageView(self._draw)
        self.as_pages = fields.button(self.tr("Pages"), "", "file-text")
        self.as_pages.setCheckable(True)
        self.as_pages.setToolTip(self.tr("Where the pages end when this is printed"))
        self.print_button = fields.button(self.tr("Print…"), "", "printer")
        self.save_button = fields.button(self.tr("Save…"), "primary", "save")

    def _lay_out(self, kinds: dict[Kind, str], *choices: QWidget, warning: str) -> None:
        """The row of choices, the sheet, and what whoever lets it out has to know."""
        for kind, words in kinds.items():
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(self.tr("What to make"))
        self.format.setAccessibleName(self.tr("Kind of file"))
        # The style counts the arrow too narrow: the last letter would lie under it.
        self.kind.setMinimumWidth(self.kind.sizeHint().width() + theme.unit(2))
        row = QWidget()
        flow = FlowLayout(row, gap=theme.unit(1.5), line_gap=theme.unit(0.5))
        for part in (self.kind, *choices, self.as_pages, self.format):
            flow.addWidget(part)
        self.body.addWidget(row)
        self._views = QStackedLayout()
        self._views.addWidget(self.sheet)
        self._views.addWidget(self.pages)
        self.body.addLayout(self._views, 1)
        self.warning = fields.sign("triangle-alert", warning, "warning")
        self.body.addWidget(self.warning)
        self.body.addWidget(self.work)
        self.add_buttons(self.print_button, self.save_button)
        self.kind.currentIndexChanged.connect(lambda _place: self._offer())
        self.language.currentIndexChanged.connect(lambda _place: self._show())
        self.format.currentIndexChanged.connect(lambda _place: self._settle())
        self.as_pages.toggled.connect(self._turn)
        self.work.busy_changed.connect(self._busy)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self._ask_where)
        self._offer()

    @property
    def chosen(self) -> Kind:
        """The paper that is chosen; Qt hands an enum back as its text."""
        return Kind(self.kind.currentData())

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        words = paper_words(self.language.currentData())
        return Wish(words, self.chosen, Format(self.format.currentData()))

    def _paper(self) -> Paper | None:
        """The sheet as it stands now; None while it is not there."""
        raise NotImplementedError

    def _has_paper(self) -> bool:
        """Whether there is a sheet now."""
        raise NotImplementedError

    def _tell_printed(self) -> None:
        """Tell the trail before the sheet goes to a printer."""
        raise NotImplementedError

    def _writer(self, target: Path) -> Callable[[JobContext], None]:
        """What writes the file; it runs in a worker and asks no field any more."""
        raise NotImplementedError

    def _is_there(self) -> bool:
        """Whether what the sheet is about is still open."""
        return True

    def _is_free(self) -> bool:
        """Whether the sheet names nobody, so that anybody may let it out."""
        return False

    def _about(self) -> str:
        """The case that the file's name speaks of."""
        return ""

    def _offer(self) -> None:
        """The kinds of file that this paper goes into."""
        names = {
            Format.PDF: self.tr("PDF"),
            Format.FHIR: self.tr("FHIR R4 document"),
            Format.SR: self.tr("DICOM report (SR)"),
            Format.SC: self.tr("DICOM picture of the film"),
            Format.CSV: self.tr("Table (CSV)"),
        }
        self.format.clear()
        for one in FORMATS[self.chosen]:
            self.format.addItem(names[one], one)
        self.format.setEnabled(self.format.count() > 1)
        self._show()

    def _show(self) -> None:
        paper = self._paper() if self.format.count() else None
        if paper is not None:
            self.sheet.setHtml(paper_html.page(paper))
            self.pages.renew()
        self._settle()

    def _turn(self, on: bool) -> None:
        self._views.setCurrentIndex(int(on))
        self.as_pages.setText(self.tr("As text") if on else self.tr("Pages"))
        self.pages.renew()

    def _draw(self, device: QPagedPaintDevice) -> None:
        """The pages as they are printed; in the window and on paper alike."""
        paper = self._paper()
        if paper is not None:
            Pages().draw(paper_html.page(paper), paper_html.head(paper), device)

    def _settle(self) -> None:
        ready = not self.work.busy and self._has_paper()
        for button, action in self._doors():
            allowed = self._is_free() or self._session.may(action)
            button.setEnabled(ready and allowed)
            button.setToolTip("" if allowed else self._only(action))

    def _doors(self) -> tuple[tuple[QPushButton, Action], ...]:
        return (self.print_button, Action.PRINT), (self.save_button, Action.EXPORT)

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
        if not self._is_there() or self._paper() is None:
            return
        try:
            self._tell_printed()
        except MedDxError as error:
            self.work.show()
            self.work.tell_error(error)
            return
        self._draw(device)
        self.work.show()
        self.work.tell(self.tr("Sent to the printer."))

    def _ask_where(self) -> None:
        wish = self.wish
        name, kind = reports.file_name(self._about(), wish), f"*{SUFFIXES[wish.format]}"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the sheet"), name, kind)
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Write the file; the question whether one may go is the system's own."""
        if not self._is_there():
            return

        def done(_nothing: None) -> None:
            self.written = target
            self.work.tell(self.tr("Saved: {file}").format(file=labels.plain(target.name)))

        self.work.run(self.tr("Saving…"), self._writer(target), done)
