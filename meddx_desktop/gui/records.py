"""What is done to the records as a whole: backup, hand-over, erasure, audit trail."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import backups, screening, worklist
from meddx_desktop.core.operations.erasure import Erasure
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.commands import Commands
from meddx_desktop.gui.dialogs.assessment_site import AssessmentSiteDialog
from meddx_desktop.gui.dialogs.audit import AuditDialog, AuditView
from meddx_desktop.gui.dialogs.backup import BackupDialog
from meddx_desktop.gui.dialogs.backup_check import CheckDialog
from meddx_desktop.gui.dialogs.check_model import CheckDialog as CheckModelDialog
from meddx_desktop.gui.dialogs.deidentify_films import DeidentifyFilmsDialog
from meddx_desktop.gui.dialogs.erase import EraseDialog
from meddx_desktop.gui.dialogs.erase_removed import RemovedDialog
from meddx_desktop.gui.dialogs.erase_rule import RuleDialog
from meddx_desktop.gui.dialogs.hand_over import HandOverDialog
from meddx_desktop.gui.dialogs.models import ModelsDialog
from meddx_desktop.gui.dialogs.models_install import InstallDialog
from meddx_desktop.gui.dialogs.models_thresholds import ThresholdsDialog
from meddx_desktop.gui.dialogs.restore import RestoreDialog
from meddx_desktop.gui.dialogs.site_numbers import SiteNumbersDialog
from meddx_desktop.gui.dialogs.take_over import TakeOverDialog
from meddx_desktop.gui.model_notices import ModelNotices
from meddx_desktop.gui.notices import Notice, Severity
from meddx_desktop.gui.services import Services

if TYPE_CHECKING:
    from meddx_desktop.gui.main_window import MainWindow

_BACKUP = "backup"
_MOST_LISTED = 1000
"""Cases in one bundle; who wants more wants a backup."""


class Records(QObject):
    """One method per command; what a role may not do is grey and says who may."""

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._app = services.app
        self.model_notices = ModelNotices(self, services)

    def connect_commands(self, commands: Commands) -> None:
        """Tie every action to what it does."""
        for action, right, doing in (
            (commands.back_up, Action.BACKUP, self.back_up),
            (commands.check_store, Action.BACKUP, self.check),
            (commands.restore, Action.RESTORE, self.restore),
            (commands.hand_over, Action.EXPORT, self.hand_over),
            (commands.export_films, Action.EXPORT_DEIDENTIFIED, self.export_films),
            (commands.take_over, Action.EXPORT, self.take_over),
            (commands.removed, Action.EDIT_CASE, self.removed),
            (commands.erase, Action.DELETE_PATIENT, self.erase),
            (commands.keeping, Action.CHANGE_SETTINGS, self.keeping),
            (commands.models, Action.SCREEN, self.models),
            (commands.check_model, Action.SCREEN, self.check_model),
            (commands.thresholds, Action.SCREEN, self.thresholds),
            (commands.assessment_site, Action.OPEN_CASE, self.assessment_site),
            (commands.site_numbers, Action.OPEN_CASE, self.site_numbers),
            (commands.audit, Action.READ_AUDIT, self.audit),
        ):
            action.triggered.connect(lambda _on=False, doing=doing: doing())
            self._allow(action, right)
        self._services.session.case_opened.connect(self._enable)
        self._enable()
        QTimer.singleShot(0, self, self.remind)
        QTimer.singleShot(0, self, self.model_notices.tell)

    def remind(self) -> None:
        """Say that no backup was made for long, with a button that makes one."""
        if not self._may(Action.BACKUP):
            return
        try:
            days = backups.backup_days(self._app, datetime.now(UTC))
        except MedDxError:
            return  # locked, or damaged, which others tell
        if days is not None:
            words = self.tr("No backup for %n day(s). A lost disk would take every case.", "", days)
            notice = Notice(
                words,
                Severity.WARNING,
                action=self.tr("Back up…"),
                on_action=self.back_up,
                group=_BACKUP,
            )
            self._services.notices.tell(notice)

    def back_up(self) -> None:
        """Write a backup."""
        dialog = BackupDialog(self._app, self._window)
        dialog.exec()
        if dialog.report is not None:
            self._services.notices.withdraw(_BACKUP)

    def check(self) -> None:
        """Read all of the store."""
        CheckDialog(self._app, self._window).exec()

    def restore(self) -> None:
        """Make a store from a backup, beside this one."""
        RestoreDialog(self._window, self._app).exec()

    def hand_over(self) -> None:
        """Write the open case, or all that the list shows, into a bundle."""
        self._window.flush()
        case = self._services.session.case
        opened = (case.case_id,) if case is not None else ()
        self._try(lambda: HandOverDialog(self._app, opened, self._listed(), self._window).exec())

    def export_films(self) -> None:
        """Write the films of the open case without what tells whose they are."""
        case = self._services.session.case
        if case is not None:
            self._window.flush()
            dialog = DeidentifyFilmsDialog(self._app, case, self._window)
            if dialog.exec() and dialog.written is not None:
                words = self.tr(
                    "%n film(s) without identifiers written: {folder}", "", dialog.count
                )
                notice = Notice(words.format(folder=dialog.written.name))
                self._services.notices.tell(notice)

    def take_over(self) -> None:
        """Let cases of another site in."""
        dialog = TakeOverDialog(self._app, self._window)
        dialog.arrived.connect(self._arrived)
        dialog.compare_wanted.connect(self._window.doings.who.compare)
        dialog.exec()

    def removed(self) -> None:
        """Cases that were taken off the list."""
        self._try(self._show_removed)

    def erase(self) -> None:
        """Erase the patient of the open case."""
        case = self._services.session.case
        if case is not None:
            self._window.flush()
            self._try(lambda: self._show_erase(case.case_id))

    def models(self) -> None:
        """Which models are here; the owner installs, switches, removes."""
        dialog = ModelsDialog(self._app, self._window)
        dialog.changed.connect(self._window.model_line.show_installed)
        dialog.changed.connect(self.model_notices.tell)
        dialog.exec()

    def install_model(self, file: Path) -> None:
        """Look at a package that came by a double click; only the owner can install it."""
        dialog = InstallDialog(self._app, file, self._window)
        dialog.exec()
        if dialog.installed is not None:
            self._window.model_line.show_installed()
            self.model_notices.tell()

    def check_model(self) -> None:
        """Measure a model on films whose truth is known here; the owner takes a threshold."""
        CheckModelDialog(self._app, self._window).exec()
        self.model_notices.tell_of_thresholds()

    def thresholds(self) -> None:
        """Which thresholds are this site's own; a clinician confirms, the owner takes back."""
        ThresholdsDialog(self._app, self._window).exec()
        self.model_notices.tell_of_thresholds()

    def assessment_site(self) -> None:
        """Where patients are seen, which tests there are, how common conditions are here."""
        dialog = AssessmentSiteDialog(self._app, self._window)
        dialog.changed.connect(self._window.assessment.case_side.reader.again)
        dialog.exec()

    def site_numbers(self) -> None:
        """Weeks, a forecast, follow-ups due, counts for public health."""
        self._window.flush()
        dialog = SiteNumbersDialog(self._app, self._window)
        dialog.case_changed.connect(self._services.session.refresh)
        dialog.case_wanted.connect(
            lambda case_id: self._try(lambda: self._services.session.open_case(case_id))
        )
        dialog.exec()

    def keeping(self) -> None:
        """For how long records are kept."""
        self._try(lambda: RuleDialog(self._app, self._window).exec())

    def show_trail_alone(self) -> None:
        """An auditor's window: the trail, and nothing of any case."""
        window = self._window
        for part in (window.banner, window.vitals, window.watch_panel, window.worklist.parent()):
            if isinstance(part, QWidget):
                part.hide()
        view = AuditView(self._app)
        view.setContentsMargins(*[theme.unit(2)] * 4)
        centre = window.centralWidget()
        column = centre.layout() if centre is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, view, 1)
        commands = window.commands
        kept = {commands.settings, commands.quit, commands.lock, commands.switch}
        kept |= {commands.passphrase, commands.shortcuts, commands.about}
        for action in window.menuBar().actions():
            self._keep_only(action, kept)
        window.setAcceptDrops(False)
        view.table.setFocus()

    def _keep_only(self, title: QAction, kept: set[QAction]) -> None:
        menu = title.menu()
        if not isinstance(menu, QMenu):
            return
        for action in menu.actions():
            wanted = action in kept
            action.setVisible(wanted)
            if not wanted:
                action.setEnabled(False)
        title.setVisible(any(action in kept for action in menu.actions()))

    def audit(self) -> None:
        """Who did what, when."""
        AuditDialog(self._app, self._window).exec()

    def _listed(self) -> tuple[str, ...]:
        """The cases that the list shows as it is narrowed now."""
        narrowed = self._window.worklist.model.narrowed
        lines = worklist.page(self._app, narrowed=narrowed, limit=_MOST_LISTED)
        return tuple(line.case_id for line in lines)

    def _show_removed(self) -> None:
        dialog = RemovedDialog(self._app, self._window)
        dialog.brought_back.connect(self._services.session.refresh)
        dialog.exec()
        if self._app.access.is_open:  # films of a case that is back may still wait
            self._services.queue.resume(screening.waiting(self._app))
            self._services.session.worklist_changed.emit()

    def _show_erase(self, case_id: str) -> None:
        dialog = EraseDialog(self._app, case_id, self._window)
        dialog.erased.connect(self._erased)
        dialog.exec()

    def _erased(self, result: Erasure) -> None:
        """Nothing of the person stays on the screen."""
        self._services.session.close_case()
        self._refresh_all(list(result.case_ids))

    def _arrived(self, case_ids: list[str]) -> None:
        """Films that nobody screened there are screened here."""
        self._services.queue.resume(screening.waiting(self._app))
        self._refresh_all(case_ids)

    def _refresh_all(self, case_ids: list[str]) -> None:
        for case_id in case_ids:
            self._services.session.refresh(case_id)

    def _try(self, doing: Callable[[], object]) -> None:
        try:
            doing()
        except MedDxError as error:
            self._window.tell_error(error)

    def _may(self, right: Action) -> bool:
        role = self._app.access.role
        return role is not None and may(role, right)

    def _allow(self, action: QAction, right: Action) -> None:
        action.setEnabled(self._may(right))
        if not self._may(right):
            who = labels.listed(
                labels.label(f"role.{role.value}") for role in Role if may(role, right)
            )
            action.setToolTip(self.tr("Only: {who}").format(who=who))

    def _enable(self) -> None:
        case = self._services.session.case
        opened, has_films = case is not None, case is not None and bool(case.films)
        films = self._window.commands.export_films
        films.setEnabled(has_films and self._may(Action.EXPORT_DEIDENTIFIED))
        self._window.commands.erase.setEnabled(opened and self._may(Action.DELETE_PATIENT))
