"""The window: assembles its parts and takes files that are dropped anywhere on it."""

from functools import partial

from PySide6.QtCore import QByteArray, QLocale, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.gui import messages, recent_menu, theme
from meddx_desktop.gui.assessment_panel.panel import AssessmentPanel
from meddx_desktop.gui.banner.patient_banner import PatientBanner
from meddx_desktop.gui.banner.vitals_strip import VitalsStrip
from meddx_desktop.gui.commands import Commands, fill_menu_bar
from meddx_desktop.gui.dialogs.details import DetailsDialog
from meddx_desktop.gui.doings import Doings
from meddx_desktop.gui.files import local_paths
from meddx_desktop.gui.folding import Folding
from meddx_desktop.gui.gate.account import Account
from meddx_desktop.gui.gate.clock_banner import ClockBanner
from meddx_desktop.gui.image_tab.tab import ImageTab
from meddx_desktop.gui.labs_tab.tab import LabsTab
from meddx_desktop.gui.landing import Landing
from meddx_desktop.gui.model_line import ModelLine
from meddx_desktop.gui.note_arrivals import NoteArrivals
from meddx_desktop.gui.notes_tab.tab import NotesTab
from meddx_desktop.gui.notices import Notice, Severity
from meddx_desktop.gui.records import Records
from meddx_desktop.gui.reviewing import Reviewing
from meddx_desktop.gui.services import Services
from meddx_desktop.gui.treating import Treating
from meddx_desktop.gui.widgets.drop_overlay import DropOverlay
from meddx_desktop.gui.widgets.footer import Footer
from meddx_desktop.gui.widgets.notice_bar import NoticeBar
from meddx_desktop.gui.widgets.signed_in import SignedIn
from meddx_desktop.gui.widgets.watch_panel import WatchPanel
from meddx_desktop.gui.worklist.panel import WorklistPanel

_FIRST_SIZE = QSize(1440, 860)
_ENTRY = "entry"
_TYPING = (QLineEdit, QPlainTextEdit, QComboBox, QTableView)
"""Where letters belong to what is being written or chosen."""


class MainWindow(QMainWindow):
    """Banner on top, worklist left, tabs in the centre, assessment right, footer below."""

    closed = Signal()
    rebuild_wanted = Signal()
    """Language, appearance or text size changed: a window in the new dress is needed."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setWindowTitle("MedDx Desktop")
        self.setAcceptDrops(True)
        self._services = services
        services.notices.speak(QLocale().name())
        session = services.session
        self._alive = True
        self.runner = services.window_runner(lambda: self._alive)
        self.banner = PatientBanner(session)
        self.vitals = VitalsStrip(session)
        self.clock_banner = ClockBanner(services.app)
        self.notice_bar = NoticeBar(services.notices)
        self.watch_panel = WatchPanel(services.watch)
        self.worklist = WorklistPanel(session, services.notices)
        self.image = ImageTab(session, self.runner, self)
        self.notes = NotesTab(session, notices=services.notices)
        self.labs = LabsTab(session)
        self.tabs = self._make_tabs()
        self.assessment = AssessmentPanel(session)
        self.footer = Footer(services.activity)
        self.commands = Commands(self)
        self._arrange()
        self.folding = Folding(
            self._splitter,
            {"worklist": self.worklist, "assessment": self.assessment},
            {"worklist": self.commands.worklist, "assessment": self.commands.assessment},
            show_compact=self._show_compact,
        )
        self.overlay = DropOverlay(self)
        self.model_line = ModelLine(services, self.runner, self.footer.show_model, self)
        self.model_line.screenable.connect(self.image.show_screenable)
        self.doings = Doings(self, services)
        self.reviewing = Reviewing(self, services)
        self.records = Records(self, services)
        self.note_arrivals = NoteArrivals(self, services)
        self.account = Account(self, services)
        self.landing = Landing(self, session)
        self.treating = Treating(self, services)
        self._connect()
        self._restore_place()
        self.tabs.tabBar().setFocus()
        if services.app.access.role is Role.AUDITOR:
            self.records.show_trail_alone()

    def flush(self) -> None:
        """Hand in what is still being typed."""
        self.notes.flush()
        self._services.session.journal.flush()

    def retire(self) -> None:
        """Make room for a window in another dress: no question, nothing lost."""
        self.flush()
        self.keep_place()
        self.doings.retired = True
        self.close()
        self._alive = False
        self.runner.cancel_all()
        self.deleteLater()

    def tell_error(self, error: MedDxError) -> None:
        """Show a failure on the notice bar."""
        self._services.notices.tell(messages.of_error(error))

    def _tell_problem(self, words: str) -> None:
        about = self._services.session.case_id
        self._services.notices.tell(Notice(words, Severity.WARNING, group=_ENTRY, about=about))

    def keep_place(self) -> None:
        """Remember where the window stood."""
        settings = self._services.app.settings
        try:
            settings.set("window_geometry", self.saveGeometry().toBase64().toStdString())
            settings.set("window_state", self.folding.kept())
        except MedDxError as error:
            self.tell_error(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.overlay.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went away again."""
        self.overlay.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.overlay.hide()
        paths = local_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.note_arrivals.open_dropped(paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A single key that nobody else wanted serves the film."""
        shown = self.tabs.currentWidget() is self.image
        action = self.image.actions_.for_key(event) if shown else None
        if action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what no longer fits, unfold what does again."""
        super().resizeEvent(event)
        self.folding.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The sides get their widths now that the layout knows the window's."""
        super().showEvent(event)
        self.folding.settle()

    def _show_compact(self, compact: bool) -> None:
        self.banner.set_compact(compact)
        self.vitals.set_compact(compact)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is kept already; what is still being typed is handed in."""
        self.flush()
        self.keep_place()
        event.accept()
        if not self.doings.retired:
            self.closed.emit()

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(self.image, self.tr("Image"))
        tabs.addTab(self.notes, self.tr("Notes"))
        tabs.addTab(self.labs, self.tr("Labs"))
        return tabs

    def _arrange(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part, stretch in ((self.worklist, 0), (self.tabs, 1), (self.assessment, 0)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self.tabs.setMinimumWidth(theme.unit(30))
        for part in (self.worklist, self.tabs, self.assessment):
            # Each scrolls: what is unfolded above them must not push the window off the screen.
            part.setMinimumHeight(theme.unit(16))
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (
            self.clock_banner,
            self.banner,
            self.vitals,
            self.notice_bar,
            self.watch_panel,
        ):
            column.addWidget(bar)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.footer)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        services, commands = self._services, self.commands
        self.banner.edit_wanted.connect(self.doings.edit_patient)
        self.banner.vitals_wanted.connect(self.vitals.enter)
        self.worklist.fold_wanted.connect(lambda: self.folding.toggle("worklist"))
        self.assessment.fold_wanted.connect(lambda: self.folding.toggle("assessment"))
        self.worklist.picked.connect(self._to_film)
        self.worklist.compare_wanted.connect(self.doings.who.compare)
        self.banner.compare_wanted.connect(self.doings.who.compare_open)
        self.banner.separate_wanted.connect(self.doings.who.separate)
        services.session.case_opened.connect(self._case_opened)
        self.worklist.demonstration_wanted.connect(self.doings.open_demonstration)
        self.vitals.problem.connect(self._tell_problem)
        self.vitals.settled.connect(lambda: services.notices.withdraw(_ENTRY))
        self.assessment.decided.connect(self._to_film)
        self.image.refusal.asked.connect(self._case_opened)
        self.image.open_wanted.connect(self.doings.open_files)
        self.image.watch_wanted.connect(self.doings.start_watch)
        self.image.problem.connect(self.tell_error)
        self.image.status.connect(self.footer.show_status)
        self.image.stated.connect(self.doings.take_stated)
        self.notice_bar.details_wanted.connect(lambda told: DetailsDialog(told, self).exec())
        self.watch_panel.show_case_wanted.connect(services.session.open_case)
        self.doings.connect_commands(commands)
        self.reviewing.connect_commands(commands.steps())
        self.records.connect_commands(commands)
        commands.paper.triggered.connect(self.note_arrivals.choose_paper)
        self.account.connect_commands(commands)
        self.treating.connect_command(commands.treatment)
        self.clock_banner.problem.connect(self.tell_error)
        self.clock_banner.confirmed.connect(services.session.case_changed)
        fill_menu_bar(
            self.menuBar(),
            commands,
            self.image.actions_by_group(),
            image_title=self.tr("&Image"),
            recent_title=self.tr("&Recent files"),
            fill_recent=partial(recent_menu.fill, services.intake),
        )
        access, about_me = services.app.access, (commands.lock, commands.switch)
        self.signed_in = SignedIn(access.user, access.role, (*about_me, commands.passphrase))
        self.menuBar().setCornerWidget(self.signed_in)

    def _restore_place(self) -> None:
        settings = self._services.app.settings
        geometry = QByteArray.fromBase64(settings.text("window_geometry").encode())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(
                min(room.width(), _FIRST_SIZE.width()), min(room.height(), _FIRST_SIZE.height())
            )
            if room.width() < _FIRST_SIZE.width():
                # A small laptop: every pixel counts, and the frame must not push the footer out.
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self.folding.restore(settings.text("window_state"))

    def _case_opened(self) -> None:
        """Single keys serve the film at once, unless somebody types or walks the list."""
        focus = self.focusWidget()
        busy = isinstance(focus, _TYPING) or focus is self.worklist.view
        if self._services.session.case is not None and not busy:
            self._to_film()

    def _to_film(self) -> None:
        if self.tabs.currentWidget() is self.image:
            self.image.take_focus()
