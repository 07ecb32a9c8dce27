"""Has the results of the open case read in a worker; a burst of changes is read once."""

import shiboken6
from PySide6.QtCore import QObject, Signal

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.operations import labs, labs_site
from meddx_desktop.core.operations.labs import Laboratory
from meddx_desktop.core.settings import Value
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab import board
from meddx_desktop.gui.labs_tab.asker import Asker
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.main_thread import MainThread


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
        self._rests_on: object = None
        self.laboratory: Laboratory | None = None
        self._asker = Asker(session, self, self._read)
        self._asker.answered.connect(self._take)
        self._asker.problem.connect(self.problem)
        session.case_opened.connect(self._opened)
        session.case_changed.connect(self._changed)
        self._main = MainThread(self)
        session.app.settings.on_change(self._rule_changed)
        self._opened()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read, and nothing waits to be."""
        return self._asker.is_settled

    def _opened(self) -> None:
        self._rests_on = None
        self.laboratory = None
        self.emptied.emit()
        self._changed()

    def _changed(self) -> None:
        case = self._session.case
        rules = labs_site.rules(self._session.app)
        before, self._rests_on = self._rests_on, case and (rules, _rests_on(case))
        if case is not None and before != self._rests_on:
            self._asker.soon()

    def _rule_changed(self, key: str, _value: Value) -> None:
        """A range of the site's old choice must not stand beside its new one."""
        if key in labs_site.RULES and shiboken6.isValid(self):  # settings outlive the window
            self._main.post(lambda: self._changed() if shiboken6.isValid(self) else None)

    def _read(self, case_id: str) -> tuple[Laboratory, list[Row]]:
        found = labs.observations(self._session.app, case_id)
        return found, board.rows_of(found)

    def _take(self, answer: tuple[Laboratory, list[Row]]) -> None:
        self.laboratory = answer[0]
        self.read.emit(*answer)


def _rests_on(case: Case) -> tuple[object, ...]:
    """Everything of a case that the meaning of its results depends on."""
    return (
        case.case_id,
        case.labs,
        tuple((one.import_id, one.withdrawn_at) for one in case.lab_imports),
        case.lab_decisions,
        case.lab_facts,
        case.patient,
        case.age,
        case.vitals,
        case.is_signed,
    )
