"""Has the open case assessed in a worker; a burst of changes is assessed once."""

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from meddx_desktop.core.domain.assessment import Assessment
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobRunner
from meddx_desktop.core.operations import assessment, assessment_site, labs_site
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.assessment_site import AssessmentSite, Known
from meddx_desktop.core.settings import Value
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.main_thread import MainThread

_PAUSE_MS = 150


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessment, what the site said to it, and every condition that there is."""

    assessment: Assessment
    site: AssessmentSite
    known: tuple[Known, ...] = ()


class AssessmentReader(QObject):
    """Asks again whenever what an assessment rests on has changed; old answers are dropped."""

    read = Signal(object)
    """The `Assessed` of the open case as it stands now."""
    emptied = Signal()
    """Another case is open, or none: nothing shown before belongs here."""
    began = Signal()
    """What is shown may be out of date until the next answer."""
    refused = Signal(object)
    """A `MedDxError`: there is no assessment, and why."""

    broken = Signal(object)
    """A `MedDxError`: what the program knows can't be read, and which file is to blame."""

    def __init__(self, session: CaseSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._rests_on: object = None
        self._asked = 0
        self._main = MainThread(self)
        self._runner = JobRunner(self._post, workers=1, on_bug=self._tell_bug)
        self._busy = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._ask)
        session.case_opened.connect(self._opened)
        session.case_changed.connect(self._changed)
        session.app.settings.on_change(self._rule_changed)
        self._opened()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked, and nothing waits to be."""
        return not (self._busy or self._soon.isActive())

    def check(self) -> None:
        """Read what the program knows once, away from the window: a broken file is told early."""
        self._runner.submit(
            "knowledge",
            lambda _context: assessment.check_knowledge(),
            on_error=self.broken.emit,
        )

    def again(self) -> None:
        """What the site says has changed."""
        self._rests_on = None
        self._changed()

    def _opened(self) -> None:
        self._rests_on = None
        self._asked += 1
        self._soon.stop()
        self.emptied.emit()
        self._changed()

    def _changed(self) -> None:
        case = self._session.case
        before = self._rests_on
        self._rests_on = case and (labs_site.rules(self._session.app), _rests_on(case))
        if case is not None and before != self._rests_on:
            self._asked += 1
            self.began.emit()
            self._soon.start()

    def _rule_changed(self, key: str, _value: Value) -> None:
        if key in labs_site.RULES and shiboken6.isValid(self):  # settings outlive the window
            self._main.post(lambda: self._changed() if shiboken6.isValid(self) else None)

    def _ask(self) -> None:
        case = self._session.case
        if case is None or self._busy:
            return  # the end of what is asked now asks again where that is out of date
        self._busy = True
        asked, case_id, app = self._asked, case.case_id, self._session.app
        self._runner.submit(
            "assessment",
            lambda _context: _assess(app, case_id),
            on_result=lambda found: self._take(asked, found),
            on_error=lambda error: self._failed(asked, error),
            on_end=lambda: self._ended(asked),
        )

    def _take(self, asked: int, found: Assessed) -> None:
        if asked == self._asked and self._session.case is not None:
            self.read.emit(found)

    def _failed(self, asked: int, error: MedDxError) -> None:
        # A lock in between says so itself.
        if asked == self._asked and self._session.app.access.is_open:
            self.refused.emit(error)

    def _tell_bug(self, _bug: BaseException) -> None:
        self.refused.emit(MedDxError("bug"))

    def _ended(self, asked: int) -> None:
        self._busy = False
        if asked != self._asked and not self._soon.isActive():
            self._ask()

    def _post(self, work: Callable[[], None]) -> None:
        self._main.post(lambda: work() if shiboken6.isValid(self) else None)


def _assess(app: Application, case_id: str) -> Assessed:
    return Assessed(
        assessment.assess_case(app, case_id),
        assessment_site.site(app),
        assessment_site.conditions(),
    )


def _rests_on(case: Case) -> tuple[object, ...]:
    """Everything of a case that its assessment depends on."""
    return (
        case.case_id,
        *(case.note, case.note_corrections),
        *(case.labs, case.lab_decisions, case.lab_facts),
        tuple((one.import_id, one.withdrawn_at) for one in case.lab_imports),
        *(case.patient, case.age, case.vitals),
        *(case.films, case.decisions),
    )
