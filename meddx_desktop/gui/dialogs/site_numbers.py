"""The site's own numbers: weeks and a forecast, users, follow-ups due, counts that may leave."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QScrollArea, QTabWidget, QWidget

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.domain.site_numbers import SiteNumbers
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import aggregate, follow_ups, site_numbers
from meddx_desktop.core.operations.aggregate import Budget, Wish
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.follow_ups import Due
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.follow_ups import FollowUpsView
from meddx_desktop.gui.dialogs.site_export import ExportPage
from meddx_desktop.gui.dialogs.site_weeks import UsersPage, WeeksPage
from meddx_desktop.gui.dialogs.work import WorkDialog


@dataclass(frozen=True, slots=True)
class _Found:
    numbers: SiteNumbers
    due: tuple[Due, ...]
    budget: Budget


class SiteNumbersDialog(WorkDialog):
    """Counts when it opens, and again after a follow-up was closed or counts were saved."""

    case_wanted = Signal(str)
    """Case id: the dialog closes and that case opens."""
    case_changed = Signal(str)
    """Case id of a follow-up that was moved or closed."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Site's numbers"), parent)
        self._app = app
        role = app.access.role
        self.written: Path | None = None
        self.weeks, self.users = WeeksPage(), UsersPage()
        self.due = FollowUpsView(app, with_patient=True)
        self.export = ExportPage(role)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(_scrolling(self.weeks), self.tr("Weeks"))
        if role is Role.OWNER:
            self.tabs.addTab(self.users, self.tr("Users"))
        else:
            self.users.setParent(self)
            self.users.hide()
        self._due_tab = self.tabs.addTab(self.due, "")
        self.tabs.addTab(_scrolling(self.export), self.tr("Counts for public health"))
        self._name_due(0)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.work)
        self.add_close(self.tr("Close"))
        self.due.changed.connect(self._step_kept)
        self.due.case_wanted.connect(self._go)
        self.export.wanted.connect(self._ask_where)
        self.work.busy_changed.connect(self._busy)
        self.tabs.currentChanged.connect(lambda _page: self._forget_saved())
        self.resize(theme.unit(128), theme.unit(92))
        self.reload()

    def reload(self) -> None:
        """Count anew."""
        app = self._app

        def work(context: JobContext) -> _Found:
            return _Found(
                site_numbers.numbers(app, context=context),
                tuple(follow_ups.due(app, context=context)),
                aggregate.budget(app),
            )

        self.work.run(self.tr("Counting"), work, self._show)

    def save(self, target: Path, wish: Wish) -> None:
        """Write the counts; the question whether a file may go is the system's own."""
        app = self._app

        def work(context: JobContext) -> Budget:
            aggregate.export(app, target, wish, force=True, context=context)
            return aggregate.budget(app)

        def done(budget: Budget) -> None:
            self.written = target
            self.export.show_budget(budget)
            saved = self.tr("Saved: {file}").format(file=labels.plain(target.name))
            self.work.tell(saved, "good")

        self.work.run(self.tr("Adding noise"), work, done)

    def _show(self, found: _Found) -> None:
        self.weeks.show_numbers(found.numbers)
        self.users.show_numbers(found.numbers)
        self.due.show_lines(found.due)
        self.export.show_budget(found.budget)
        self._name_due(len(found.due))

    def _name_due(self, count: int) -> None:
        words = self.tr("Follow-ups due")
        self.tabs.setTabText(self._due_tab, f"{words} ({count})" if count else words)

    def _step_kept(self, case: object) -> None:
        self.case_changed.emit(getattr(case, "case_id", ""))
        self.reload()

    def _go(self, case_id: str) -> None:
        self.case_wanted.emit(case_id)
        self.accept()

    def _forget_saved(self) -> None:
        """What was said of one page would be read of another."""
        if not self.work.busy:
            self.work.tell("")

    def _busy(self, busy: bool) -> None:
        self.export.set_busy(busy)

    def _ask_where(self, wish: Wish) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save counts"), "meddx-counts.csv", "CSV (*.csv)"
        )
        if name:
            self.save(Path(name), wish)


def _scrolling(page: QWidget) -> QScrollArea:
    """A page that is higher than a small screen at large text can still be reached."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    made.setWidget(page)
    made.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return made
