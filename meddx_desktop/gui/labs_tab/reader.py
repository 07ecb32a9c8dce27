"""Has the results of the open case read in a worker; a burst of changes is read once."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobRunner
from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.labs import Laboratory
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab import board
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.main_thread import MainThread

_SOON_MS = 60


class Reader(QObject):
    """Asks again whenever what the results rest on has changed."""

    read = Signal(object, object)
    """The `Laboratory` of the open case, and its rows."""
    emptied = Signal()
    """Another case is open, or none: nothing shown before belongs here."""
    problem = Signal(object)

    def __init__(self, session: CaseSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._main = MainThread(self)
        self._runner = JobRunner(self._post, workers=1, on_bug=lambda _bug: None)
        self._rests_on: object = None
        self._busy = self._again = False
        self.laboratory: Laboratory | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._ask)
        session.case_opened.connect(self._opened)
        session.case_changed.connect(self._changed)
        self._opened()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read, and nothing waits to be."""
        return not (self._busy or self._again or self._soon.isActive())

    def _opened(self) -> None:
        self._rests_on = None
        self.laboratory = None
        self.emptied.emit()
        self._changed()

    def _changed(self) -> None:
        case = self._session.case
        before, self._rests_on = self._rests_on, case and _rests_on(case)
        if case is not None and before != self._rests_on:
            self._soon.start()

    def _ask(self) -> None:
        case = self._session.case
        if case is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        app, case_id = self._session.app, case.case_id

        def work(_context: object) -> tuple[Laboratory, list[Row]]:
            found = labs.observations(app, case_id)
            return found, board.rows_of(found)

        self._runner.submit(
            "labs",
            work,
            on_result=lambda answer: self._take(case_id, *answer),
            on_error=self._failed,
            on_end=self._ended,
        )

    def _take(self, case_id: str, found: Laboratory, rows: list[Row]) -> None:
        if self._session.is_open(case_id):
            self.laboratory = found
            self.read.emit(found, rows)

    def _failed(self, error: MedDxError) -> None:
        if self._session.app.access.is_open:  # a lock in between says so itself
            self.problem.emit(error)

    def _ended(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self._ask()

    def _post(self, work: Callable[[], None]) -> None:
        self._main.post(lambda: work() if shiboken6.isValid(self) else None)


def _rests_on(case: Case) -> tuple[object, ...]:
    """Everything of a case that the meaning of its results depends on."""
    return (
        case.case_id,
        case.labs,
        tuple((one.import_id, one.withdrawn_at) for one in case.lab_imports),
        case.lab_decisions,
        case.patient,
        case.age,
        case.vitals,
        case.is_signed,
    )
