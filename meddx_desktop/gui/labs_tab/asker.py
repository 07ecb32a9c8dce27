"""Slow questions about the open case: asked in a worker, once for a burst of changes."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobRunner
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.main_thread import MainThread

_SOON_MS = 60


class Asker(QObject):
    """An answer about a case that is not open any more is dropped."""

    answered = Signal(object)
    problem = Signal(object)

    def __init__(self, session: CaseSession, parent: QObject, ask: Callable[[str], object]) -> None:
        super().__init__(parent)
        self._session, self._ask_of = session, ask
        self._main = MainThread(self)
        self._runner = JobRunner(self._post, workers=1, on_bug=self._tell_bug)
        self._busy = self._again = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._ask)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked, and nothing waits to be."""
        return not (self._busy or self._again or self._soon.isActive())

    def soon(self) -> None:
        """Ask, once what happens now has ended."""
        self._soon.start()

    def _ask(self) -> None:
        case = self._session.case
        if case is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        case_id = case.case_id
        self._runner.submit(
            "labs",
            lambda _context: self._ask_of(case_id),
            on_result=lambda answer: self._take(case_id, answer),
            on_error=self._failed,
            on_end=self._ended,
        )

    def _take(self, case_id: str, answer: object) -> None:
        if self._session.is_open(case_id):
            self.answered.emit(answer)

    def _failed(self, error: MedDxError) -> None:
        if self._session.app.access.is_open:  # a lock in between says so itself
            self.problem.emit(error)

    def _tell_bug(self, _bug: BaseException) -> None:
        self.problem.emit(MedDxError("bug"))

    def _ended(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self._ask()

    def _post(self, work: Callable[[], None]) -> None:
        self._main.post(lambda: work() if shiboken6.isValid(self) else None)
