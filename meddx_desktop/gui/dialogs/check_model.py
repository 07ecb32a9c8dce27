"""Checking a model on films whose truth is known here: what to look at, then what was found."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import label_look, model_list, validation
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.label_look import FirstLook
from meddx_desktop.core.operations.model_list import Entry
from meddx_desktop.core.operations.validation import Report
from meddx_desktop.gui import theme
from meddx_desktop.gui.dialogs.check_model_result import ResultPage
from meddx_desktop.gui.dialogs.check_model_setup import Asked, SetupPage
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.files import local_paths
from meddx_desktop.gui.widgets import fields


class CheckDialog(WorkDialog):
    """Two pages in one window: the question with a first look at the labels, and the answer."""

    def __init__(self, app: Application, parent: QWidget | None = None, *, model: str = "") -> None:
        super().__init__(self.tr("Check a model on films of this site"), parent)
        self._app, self._wanted = app, model
        self._looked: Asked | None = None
        self._running, self._looking = False, False
        self.setup = SetupPage()
        self.answer: ResultPage | None = None
        self.pages = QStackedWidget()
        self.pages.addWidget(self.setup)
        self.begin = fields.button(self.tr("Run the check"), "primary", "play")
        self.back = fields.button(self.tr("Another check"), "", "undo-2")
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.work)
        self.add_buttons(self.back, self.begin)
        self.back.hide()
        self.back.clicked.connect(self._go_back)
        self.begin.clicked.connect(self._run)
        self.setup.changed.connect(self._asked)
        self.work.ended.connect(self._after)
        self.work.busy_changed.connect(self._enable)
        self.setAcceptDrops(True)
        self.resize(theme.unit(100), theme.unit(80))
        self._enable()
        self.work.run(self.tr("Looking"), lambda _context: model_list.listed(app), self._listed)

    def receive(self, paths: Sequence[Path]) -> None:
        """Take a folder of films or a label file, dropped or handed over."""
        if self._running or self.pages.currentWidget() is not self.setup:
            return
        for path in paths:
            if path.is_dir():
                self.setup.choose_folder(path)
            else:
                self.setup.choose_labels(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Films' folder and label file may be dropped anywhere on the window."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.receive(local_paths(event.mimeData()))

    def _listed(self, entries: tuple[Entry, ...]) -> None:
        self.setup.show_models(entries, wanted=self._wanted)

    def _asked(self) -> None:
        """What is to be looked at changed: look anew, after what looks now has stopped."""
        self.setup.forget_look()
        self._looked = None
        if self._looking:
            self.work.cancel()
        elif not self.work.busy:
            self._look()
        self._enable()

    def _look(self) -> None:
        asked = self.setup.asked
        if asked is None or asked == self._looked:
            return
        self._looked, self._looking = asked, True

        def work(context: JobContext) -> FirstLook:
            return label_look.look(
                self._app,
                asked.folder,
                asked.labels,
                model=asked.model,
                finding=asked.finding,
                context=context,
            )

        self.work.run(
            self.tr("Looking at the labels"),
            work,
            self.setup.show_look,
            failed=self.setup.show_problem,
        )

    def _run(self) -> None:
        asked, stated = self.setup.asked, self.setup.stated
        if asked is None or stated is None:
            return
        self._running = True

        def work(context: JobContext) -> Report:
            return validation.check(
                self._app,
                asked.folder,
                asked.labels,
                model=asked.model,
                finding=asked.finding,
                stated=stated,
                context=context,
            )

        self.work.run(self.tr("Looking at the films"), work, self._answered)

    def _answered(self, report: Report) -> None:
        self._drop_answer()
        self.answer = ResultPage(self._app, report)
        self.pages.addWidget(self.answer)
        self.pages.setCurrentWidget(self.answer)

    def _go_back(self) -> None:
        self._drop_answer()
        self.work.tell("")
        self._enable()
        self.setup.folder.setFocus()

    def _drop_answer(self) -> None:
        if self.answer is not None:
            self.pages.removeWidget(self.answer)
            self.answer.deleteLater()
            self.answer = None

    def _after(self) -> None:
        if self._leaving:
            return
        if self._looking:
            self.work.tell("")  # a look that was overtaken is nobody's business
        running, self._running, self._looking = self._running, False, False
        if not running and self._looked is None:
            self._look()
        self._enable()

    def _enable(self) -> None:
        asking = self.answer is None
        self.setup.setEnabled(not self._running)
        self.begin.setVisible(asking)
        self.back.setVisible(not asking)
        ready = self.setup.is_ready and not self.work.busy
        self.begin.setEnabled(ready)
        self.leave.setDefault(not ready)
        self.begin.setDefault(ready)
