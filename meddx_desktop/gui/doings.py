"""What the window's commands do: dialogs in, operations called, notices out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import demo, drafts, notes_similar, rules
from meddx_desktop.core.settings import SETTINGS
from meddx_desktop.gui.commands import Commands
from meddx_desktop.gui.dialogs.about import AboutDialog
from meddx_desktop.gui.dialogs.guide import GuideDialog
from meddx_desktop.gui.dialogs.missing_data import MissingDataDialog, lacking_age
from meddx_desktop.gui.dialogs.patient import PatientDialog
from meddx_desktop.gui.dialogs.report import ReportDialog
from meddx_desktop.gui.dialogs.report_day import DayPapersDialog
from meddx_desktop.gui.dialogs.settings import SettingsDialog
from meddx_desktop.gui.dialogs.shortcuts import ShortcutsDialog
from meddx_desktop.gui.files import local_paths
from meddx_desktop.gui.labs_tab.calculator_detail import PATIENT
from meddx_desktop.gui.model_line import installed
from meddx_desktop.gui.notices import Notice
from meddx_desktop.gui.services import Services
from meddx_desktop.gui.undoing import Undoing
from meddx_desktop.gui.who_is_who import WhoIsWho
from meddx_desktop.gui.widgets import fields

if TYPE_CHECKING:
    from meddx_desktop.gui.main_window import MainWindow

_FILMS = "*.dcm *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.zip DICOMDIR"
_DRESS = frozenset({"language", "appearance", "text_scale"})


class Doings(QObject):
    """One method per command."""

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self.retired = False
        self.who = WhoIsWho(window, services.session, services.notices)
        self._undoing = Undoing(services.notices)
        self._undoing.watch(
            (
                lambda: window.worklist.removed,
                lambda: self.who.merged,
                lambda: window.notes.undoable,
                lambda: window.treating.undoable,
            )
        )

    def connect_commands(self, commands: Commands) -> None:
        """Tie every action to what it does."""
        window, worklist = self._window, self._window.worklist
        for action, doing in (
            (commands.open_files, self.open_files),
            (commands.open_folder, self.open_folder),
            (commands.paste, self.paste),
            (commands.demo, self.open_demonstration),
            (commands.watch, self.start_watch),
            (commands.stop_watch, self._services.watch.stop),
            (commands.report, self.report),
            (commands.day_papers, self.day_papers),
            (commands.settings, self.settings),
            (commands.quit, window.close),
            (commands.vitals, window.vitals.enter),
            (commands.search, worklist.focus_search),
            (commands.next, lambda: worklist.step(1)),
            (commands.previous, lambda: worklist.step(-1)),
            (commands.patient, self.edit_patient),
            (commands.missing, self.enter_missing),
            (commands.rescreen, self.rescreen),
            (commands.remove, worklist.remove_current),
            (commands.undo, self._undoing.undo),
            (commands.filter, worklist.open_filters),
            (commands.compare, self.who.compare_open),
            (commands.separate, self.who.separate),
            (commands.guide, self.guide),
            (commands.shortcuts, self.shortcuts),
            (commands.about, self.about),
        ):
            action.triggered.connect(lambda _on=False, doing=doing: doing())
        for place, action in enumerate((commands.image, commands.notes, commands.labs)):
            action.triggered.connect(lambda _on=False, place=place: self._show_tab(place))
        window.image.fix_wanted.connect(self.take_fix)
        window.labs.entry_wanted.connect(self._enter_missing)
        for part in (window.image, window.assessment):
            part.undo_wanted.connect(self.undo_fix)
        commands.full_screen.toggled.connect(self._full_screen)
        self._services.session.case_opened.connect(self._enable)
        self._services.watch.changed.connect(self._enable)
        self._services.notices.changed.connect(self._enable)
        self._enable()

    def open_files(self) -> None:
        """Choose films, zips or a DICOMDIR."""
        films = self.tr("Films ({patterns})").format(patterns=_FILMS)
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open films"), filter=f"{films};;{self.tr('All files')} (*)"
        )
        self._services.intake.open_paths([Path(name) for name in names])

    def open_folder(self) -> None:
        """Choose a folder; everything below it is looked at."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open folder"))
        if name:
            self._services.intake.open_paths([Path(name)])

    def paste(self) -> None:
        """Open files copied in a file manager."""
        paths = local_paths(QGuiApplication.clipboard().mimeData())
        if paths:
            self._services.intake.open_paths(paths)
        else:
            words = self.tr("The clipboard holds no files. Copy films in the file manager first.")
            self._services.notices.tell(Notice(words))

    def open_demonstration(self) -> None:
        """Open the films that ship with the program."""
        paths = demo.open_demonstration(self._services.app)
        self._services.intake.open_paths(paths, demonstration=True)

    def start_watch(self) -> None:
        """Choose the folder into which the X-ray console writes."""
        settings = self._services.app.settings
        before = settings.text("watch_folder")
        title = self.tr("Watch a folder for new films")
        name = QFileDialog.getExistingDirectory(self._window, title, before)
        if name:
            self._services.watch.start(Path(name))
            self._set("watch_folder", name)

    def edit_patient(self, typed: dict[str, str] | None = None) -> None:
        """Correct who the open case belongs to; `typed` is what a crash interrupted."""
        case = self._services.session.case
        if case is not None and not self._services.session.is_read_only:
            dialog = PatientDialog(case.patient, self._window)
            dialog.fill(typed or {})
            journal = self._services.session.journal
            dialog.typed.connect(lambda text: journal.typed(case.case_id, drafts.PATIENT, text))
            accepted = bool(dialog.exec())
            if not self._services.session.is_open(case.case_id):
                return  # the lock ended the dialog: what was typed waits for the next sign-in
            if accepted:
                self._services.session.write_patient(dialog.patient)
            journal.discard(case.case_id, drafts.PATIENT, sure=bool(typed))
            if accepted:
                self.who.offer(case.case_id)

    def _enter_missing(self, where: str) -> None:
        """What a calculator lacks: of the patient, or a vital sign."""
        if where == PATIENT:
            self.edit_patient()
        else:
            self._window.vitals.enter()

    def enter_missing(self) -> None:
        """Enter age and sex for many films, and screen them with that."""
        films = lacking_age(self._services.app)
        if not films:
            self._services.notices.tell(Notice(self.tr("No film waits for an age.")))
            return
        dialog = MissingDataDialog(films, self._window)
        if dialog.exec():
            for answer in dialog.answers:
                self._services.intake.screen_again(answer.case_id, answer.uid, answer.stated)

    def take_stated(self, told: tuple[str, Stated]) -> None:
        """The image tab asked for a missing age and got it."""
        case = self._services.session.case
        if case is not None:
            self._services.intake.screen_again(case.case_id, told[0], told[1])

    def take_fix(self, told: tuple[str, Correction, int]) -> None:
        """Screen a film as its check would have it: somebody saw both pictures and said so."""
        case = self._services.session.case
        if case is not None:
            uid, fix, frame = told
            self._services.intake.correct(case.case_id, uid, fix, frame=frame)

    def undo_fix(self, uid: str) -> None:
        """Screen a film as it is stored again."""
        case = self._services.session.case
        if case is not None:
            self._services.intake.undo_correction(case.case_id, uid)

    def rescreen(self) -> None:
        """Screen the films of the open case that have no score."""
        case = self._services.session.case
        if case is not None:
            if not self._services.queue.add_case(case):
                words = self.tr("Every film of this case has its score.")
                self._services.notices.tell(Notice(words))
            self._services.session.refresh(case.case_id)

    def report(self) -> None:
        """The open case on paper."""
        if self._services.session.case is not None:
            ReportDialog(self._services.session, self._window).exec()

    def day_papers(self) -> None:
        """The list of a day, and the blank form."""
        DayPapersDialog(self._services.session, self._window).exec()

    def settings(self) -> None:
        """Change settings; a new dress needs a new window."""
        settings = self._services.app.settings
        allowed = self._services.session.may(Action.CHANGE_SETTINGS)
        dialog = SettingsDialog(settings, self._window, site_rules=allowed)
        if not dialog.exec():
            return
        changed = {key for key, value in dialog.chosen.items() if settings[key] != value}
        for key in changed:
            self._set(key, dialog.chosen[key])
        if notes_similar.SETTING in changed:
            self._window.note_arrivals.catch_up()
        if changed & _DRESS:
            self._window.rebuild_wanted.emit()

    def guide(self) -> None:
        """The user guide, beside the window; one of it."""
        GuideDialog.beside(self._window)

    def shortcuts(self) -> None:
        """All keys on one page."""
        groups: dict[str, list[QAction]] = {
            fields.plain_words(title): [action for action in actions if action is not None]
            for title, actions in self._window.commands.groups().items()
        }
        groups.update(self._window.image.actions_by_group())
        ShortcutsDialog(groups, self._window).exec()

    def about(self) -> None:
        """What this program is, and which models it has."""
        AboutDialog(installed(self._services), self._window).exec()

    def _set(self, key: str, value: str | int | float | bool) -> None:
        app = self._services.app
        try:
            if SETTINGS[key].site:
                rules.change_rule(app, key, value)
            else:
                app.settings.set(key, value)
        except MedDxError as error:
            self._window.tell_error(error)

    def _show_tab(self, place: int) -> None:
        self._window.tabs.setCurrentIndex(place)
        widget = self._window.tabs.currentWidget()
        if widget is not None:
            widget.setFocus()

    def _full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _enable(self) -> None:
        commands = self._window.commands
        opened = self._services.session.case is not None
        commands.report.setEnabled(opened)
        for action in (commands.patient, commands.rescreen, commands.remove, commands.vitals):
            action.setEnabled(opened)
        commands.undo.setEnabled(self._undoing.newest is not None)
        for action in (commands.compare, commands.separate):
            action.setEnabled(opened and self.who.may_decide)
            action.setToolTip(self.who.why_not)
        commands.stop_watch.setEnabled(self._services.watch.folder is not None)
