"""Slow work inside a dialog: a bar, what happens, a way to stop, and no answer to a closed one."""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext, JobRunner, JobView
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.main_thread import MainThread
from meddx_desktop.gui.widgets import fields

Result = TypeVar("Result")


class WorkLine(QWidget):
    """Runs one piece of work at a time; shows how far it is, and a failure in its sentence."""

    busy_changed = Signal(bool)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = MainThread()
        self._runner = JobRunner(
            self._post, workers=1, on_change=self._moved, on_bug=lambda _bug: self._tell_bug()
        )
        self._number = 0
        self.busy = False
        self._stopping = False
        self._title = ""
        self._text = fields.text("", "small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop = fields.button(self.tr("Stop"), "link")
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        column.addLayout(row)
        column.addWidget(self._text)
        self._bar.hide()
        self.stop.hide()
        self._text.hide()

    def run(
        self,
        title: str,
        work: Callable[[JobContext], Result],
        done: Callable[[Result], None],
        *,
        failed: Callable[[MedDxError], None] | None = None,
    ) -> None:
        """Begin; `done` gets the answer. A second call while something runs does nothing."""
        if self.busy:
            return
        self._set_busy(True)
        self._title = title
        self.tell(title)
        self._number = self._runner.submit(
            title, work, on_result=done, on_error=failed or self.tell_error, on_end=self._end
        )

    def cancel(self) -> None:
        """Ask it to stop at its next step."""
        self._runner.cancel(self._number)
        if self.busy:
            self._stopping = True
            self.tell(self.tr("Stopping…"))

    def tell(self, words: str, tone: str = "") -> None:
        """A line below the bar; empty takes it away."""
        fields.set_property(self._text, "tone", tone)
        self._text.setText(words)
        self._text.setVisible(bool(words))
        self._grow()

    def tell_error(self, error: MedDxError) -> None:
        """What went wrong, and what to do."""
        self.tell(labels.error(error), "danger")

    def _tell_bug(self) -> None:
        self.tell(labels.sentence("bug"), "danger")

    def _post(self, work: Callable[[], None]) -> None:
        # The dialog may be gone when an answer comes: a lock ends it.
        self._main.post(lambda: work() if shiboken6.isValid(self) else None)

    def _moved(self, jobs: tuple[JobView, ...]) -> None:
        if jobs:
            self._bar.setRange(0, jobs[0].total)
            self._bar.setValue(jobs[0].done)

    def _end(self) -> None:
        if self._stopping:
            self.tell(self.tr("Stopped. Nothing was left half done."))
        elif self._text.text() == self._title:
            self.tell("")
        self._set_busy(False)
        self.ended.emit()

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self._stopping = False
        self._bar.setVisible(busy)
        self.stop.setVisible(busy)
        if busy:
            self._bar.setRange(0, 0)
        self.busy_changed.emit(busy)

    def _grow(self) -> None:
        window = self.window()
        if isinstance(window, Dialog):
            window.grow()


class WorkDialog(Dialog):
    """A dialog with a `WorkLine`; it closes only when the work has come to its end."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.work = WorkLine()
        self._leaving = False
        self.work.ended.connect(self._ended)

    def reject(self) -> None:
        """Escape, or the lock: what runs is stopped first."""
        if not shiboken6.isValid(self):
            return  # taken away by the lock or the end of the case while a signal was under way
        if self.work.busy:
            self._leaving = True
            self.work.cancel()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross in the title does what Escape does."""
        if self.work.busy:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Close, and the buttons that do something; the last one answers Enter."""
        self.leave = fields.button(self.tr("Close"))
        self.leave.clicked.connect(self.reject)
        for made in (self.leave, *buttons):
            self._buttons.addWidget(made)
        buttons[-1].setDefault(True)

    def _ended(self) -> None:
        if self._leaving:
            super().reject()
