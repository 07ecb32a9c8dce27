"""The open case and what is selected in it; tabs share this and never each other.

A result that arrives in the background changes the case's data, never the selection.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from meddx_desktop.core import operations
from meddx_desktop.core.domain.case import Case, FilmEntry, LabRow, Vitals
from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.people import Action, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import cases
from meddx_desktop.gui.journal import Journal


class CaseSession(QObject):
    """Holds one open `Case` and forwards every edit to `operations.cases`."""

    switching = Signal()
    """The open case is about to change: whoever holds unsaved typing hands it in now."""
    case_opened = Signal()
    """Another case was opened, or the open one closed: everything shown belongs to it now."""
    case_changed = Signal()
    """The open case's data changed; the selection did not."""
    film_selected = Signal()
    finding_selected = Signal()
    worklist_changed = Signal()
    """Any case changed, open or not."""
    problem = Signal(object)
    """A `MedDxError`: a change was refused, or could not be kept."""
    proposed = Signal(object)
    """A `Recovered` whose words wait for a human: an addendum, or who the patient is."""

    def __init__(
        self,
        app: operations.Application,
        parent: QObject | None = None,
        journal: Journal | None = None,
    ) -> None:
        super().__init__(parent)
        self.app = app
        self.journal = journal or Journal(app, parent=self)
        self.case: Case | None = None
        self.film_uid = ""
        self.frame = 1
        self.finding = ""

    @property
    def case_id(self) -> str:
        """Which case is open; empty for none."""
        return self.case.case_id if self.case else ""

    @property
    def film(self) -> FilmEntry | None:
        """The selected film of the open case."""
        return self.case.film(self.film_uid) if self.case else None

    @property
    def is_read_only(self) -> bool:
        """Whether who is signed in may not write into the open case now.

        It is signed, or was signed once and this is no clinician, or the role writes nowhere.
        """
        case = self.case
        if case is None or case.is_signed or not self.may(Action.EDIT_CASE):
            return True
        return bool(case.signatures) and not self.may(Action.REOPEN_CASE)

    @property
    def is_blind(self) -> bool:
        """Whether what the program says of the open case waits for an own first reading."""
        # Here, for the session is built for the gate, which needs nothing of the assessment.
        from meddx_desktop.core.operations import assessment_first

        return self.case is not None and assessment_first.is_blind(self.app, self.case)

    def may(self, action: Action) -> bool:
        """Whether who is signed in may do this; the operations check it again."""
        access = self.app.access
        role = access.role if access.is_open else None
        return role is not None and may(role, action)

    def is_open(self, case_id: str) -> bool:
        """Whether this case is the open one; a lock under an open dialog closes it."""
        return self.case is not None and self.case.case_id == case_id

    def open_case(self, case_id: str) -> None:
        """Open a case and select its first film."""
        self.switching.emit()
        case = cases.open_case(self.app, case_id)
        if case is None:
            return
        self.case = case
        first = case.films[0].instance.sop_instance_uid if case.films else ""
        self.film_uid, self.frame, self.finding = first, 1, ""
        self.case_opened.emit()

    def close_case(self) -> None:
        """Show no case."""
        self.switching.emit()
        self.case = None
        self.film_uid, self.frame, self.finding = "", 1, ""
        self.case_opened.emit()

    def forget(self) -> None:
        """The store is locked: nothing of a case stays in memory, and nobody is asked."""
        self.case = None
        self.film_uid, self.frame, self.finding = "", 1, ""

    def refresh(self, case_id: str) -> None:
        """Take over what the background changed in a case; selection stays."""
        self.worklist_changed.emit()
        if self.case is None or self.case.case_id != case_id:
            return
        case = cases.load(self.app, case_id)
        if case is None:
            self.close_case()
            return
        self.case = case
        if not self.film_uid and case.films:
            self.select_film(case.films[0].instance.sop_instance_uid)
        self.case_changed.emit()

    def select_film(self, uid: str, frame: int = 1) -> None:
        """Look at another film or frame of the open case."""
        if (uid, frame) == (self.film_uid, self.frame):
            return
        if uid != self.film_uid:
            self.finding = ""
        self.film_uid, self.frame = uid, frame
        self.film_selected.emit()

    def select_finding(self, name: str) -> None:
        """Select a finding of the film, by name; empty for none."""
        self.finding = name
        self.finding_selected.emit()

    def decide(self, finding: str, decision: Decision, comment: str = "") -> None:
        """Keep the clinician's word on a finding of the selected frame."""
        place = {"uid": self.film_uid, "frame": self.frame, "finding": finding}
        self.do(cases.decide, **place, decision=decision, comment=comment)

    def withdraw(self, finding: str) -> None:
        """Take the word on a finding of the selected frame back; the record keeps it."""
        self.decide(finding, Decision.WITHDRAWN)

    def do(self, operation: Callable[..., Case], *told: object, **named: object) -> bool:
        """Run an operation on the open case and take over what it made of it.

        Returns
        -------
        bool
            False where it was refused; `problem` has told why.
        """
        if self.case is None:
            return False
        try:
            case = operation(self.app, self.case.case_id, *told, **named)
        except MedDxError as error:
            self.problem.emit(error)
            return False
        self._written(case)
        return True

    def do_quietly(self, operation: Callable[..., None]) -> None:
        """Run an operation that changes nothing one can see; a failure is told all the same."""
        if self.case is not None:
            try:
                operation(self.app, self.case.case_id)
            except MedDxError as error:
                self.problem.emit(error)

    def write_note(self, text: str) -> None:
        """Keep the note of the open case, at once."""
        if self._is_news("note", text):
            self.do(cases.write_note, text)

    def write_note_soon(self, text: str) -> None:
        """Keep the note of the open case without waiting for the disk."""
        case = self.case
        if case is None or case.note == text:
            return
        case_id = case.case_id
        self.journal.write(
            case_id,
            "note",
            lambda: cases.write_note(self.app, case_id, text),
            lambda: self.refresh(case_id) if self.app.access.is_open else None,
        )

    def write_labs(self, rows: tuple[LabRow, ...]) -> None:
        """Keep the laboratory lines of the open case."""
        if self._is_news("labs", rows):
            self.do(cases.write_labs, rows)

    def write_vitals(self, vitals: Vitals) -> None:
        """Keep the vital signs of the open case; raises InvalidEntry for impossible ones."""
        cases.check_vitals(vitals)
        if self._is_news("vitals", vitals):
            self.do(cases.write_vitals, vitals)

    def write_patient(self, patient: Patient) -> None:
        """Keep the identity typed or corrected for the open case."""
        if self._is_news("patient", patient):
            self.do(cases.write_patient, patient)

    def _is_news(self, field: str, value: object) -> bool:
        """Whether a field is to be written; no draft of it outlives this word."""
        if self.case is None:
            return False
        if getattr(self.case, field) == value:
            self.journal.discard(self.case.case_id, field)
            return False
        self.journal.saved(self.case.case_id, field)
        return True

    def _written(self, case: Case) -> None:
        self.case = case
        self.case_changed.emit()
        self.worklist_changed.emit()
