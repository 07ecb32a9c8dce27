"""Opens the treatment window for the open case, and leads from it to what must be entered."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from meddx_desktop.core.domain.assessment import Origin, Place
from meddx_desktop.core.domain.treatment import Question
from meddx_desktop.core.operations import treatment_records
from meddx_desktop.gui.notices import Notice
from meddx_desktop.gui.services import Services
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.treatment.dialog import TreatmentDialog
from meddx_desktop.gui.treatment.medication_page import NOTE

if TYPE_CHECKING:
    from meddx_desktop.gui.main_window import MainWindow

_CLEARANCE = "creatinine_clearance_cockcroft_gault"
_OF_PATIENT = frozenset({Question.AGE, Question.SEX, Question.ALLERGIES})
_OF_KIDNEYS = frozenset({Question.CREATININE, Question.KIDNEY, Question.KIDNEY_OF_CHILD})
_VITALS = {Question.PREGNANCY: "pregnant", Question.LACTATION: "lactating"}
_WEIGHT = "weight_kg"


class Treating(QObject):
    """One window at a time; what was chosen in it can be undone outside."""

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window, self._services = window, services
        self._session = services.session
        self.undoable: Notice | None = None
        self.dialog: TreatmentDialog | None = None
        self._action: QAction | None = None
        window.assessment.case_side.page.treatment_wanted.connect(self.open)
        self._session.switching.connect(self._forget)

    def connect_command(self, action: QAction) -> None:
        """The menu's action, which needs an open case."""
        action.triggered.connect(lambda _on=False: self.open())
        self._action = action
        self._session.case_opened.connect(self._enable)
        self._session.case_changed.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        if self._action is not None:
            self._action.setEnabled(self._may_open)

    @property
    def _may_open(self) -> bool:
        return self._session.case is not None and not self._session.is_blind

    def open(self, condition: str = "", page: int | None = None) -> None:
        """Show it until it is closed, then go where somebody wanted to from there."""
        case = self._session.case
        if case is None or not self._may_open:
            return
        self._window.flush()
        dialog = TreatmentDialog(self._session, case, self._window, condition=condition, page=page)
        self.dialog = dialog
        dialog.chosen.connect(self._tell)
        dialog.exec()
        self.dialog = None
        if not shiboken6.isValid(dialog):
            return  # a lock took the window away under it
        asked, kept = dialog.asked, (dialog.plan.condition, dialog.pages.currentIndex())
        dialog.deleteLater()
        if asked is not None and self._session.is_open(case.case_id):
            self._go(asked, *kept)

    def _go(self, asked: object, condition: str, page: int) -> None:
        window = self._window
        if isinstance(asked, Place):
            window.landing.go(asked)
        elif asked == NOTE:
            window.tabs.setCurrentWidget(window.notes)
            window.notes.page.editor.setFocus()
        elif asked in _OF_PATIENT:
            window.doings.edit_patient()
            self.open(condition, page)
        elif asked in _OF_KIDNEYS:
            window.landing.go(Place(Origin.CALCULATOR, _CLEARANCE))
        elif isinstance(asked, Question):
            window.vitals.show_field(_VITALS.get(asked, _WEIGHT))

    def _tell(self, condition: str, choice: str) -> None:
        """Say what was chosen, with an undo that leaves both words in the record."""
        case = self._session.case
        word = (
            next(
                (
                    one
                    for one in case.treatments
                    if (one.condition, one.choice) == (condition, choice)
                ),
                None,
            )
            if case
            else None
        )
        if case is None or word is None:
            return
        words = self.tr("Chosen: {title}. Nothing was ordered.")
        self.undoable = Notice(
            words.format(title=told.title(word.title)),
            action=self.tr("Undo"),
            on_action=lambda: self._undo(case.case_id, condition, choice),
            about=case.case_id,
        )
        self._services.notices.tell(self.undoable)

    def _undo(self, case_id: str, condition: str, choice: str) -> None:
        self._forget()
        if self._session.is_open(case_id):
            self._session.do(treatment_records.withdraw, condition, choice=choice)

    def _forget(self) -> None:
        notice, self.undoable = self.undoable, None
        if notice is not None:
            self._services.notices.dismiss(notice)
