"""What a clinician does to the open case as a whole: dialogs in, operations called."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from meddx_desktop.core.domain.case import Case, CaseState
from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.people import Action, same_name
from meddx_desktop.core.domain.treatment_record import TreatmentWord
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import (
    cases,
    critical_lines,
    criticals,
    drafts,
    note_identity,
    review,
    treatment_records,
    worklist,
)
from meddx_desktop.core.operations.drafts import Recovered
from meddx_desktop.core.operations.worklist import Filter
from meddx_desktop.gui import labels, review_steps
from meddx_desktop.gui.dialogs.addendum import AddendumDialog
from meddx_desktop.gui.dialogs.critical import CriticalDialog, NotCriticalDialog, ToldDialog
from meddx_desktop.gui.dialogs.edit_finding import EditFindingDialog
from meddx_desktop.gui.dialogs.follow_up import FollowUpDialog
from meddx_desktop.gui.dialogs.late import LateDialog
from meddx_desktop.gui.dialogs.reopen import ReopenDialog
from meddx_desktop.gui.dialogs.second_reader import AskSecondReaderDialog, FinishReadingDialog
from meddx_desktop.gui.dialogs.sign import SignDialog
from meddx_desktop.gui.notices import Notice, Severity
from meddx_desktop.gui.services import Services
from meddx_desktop.gui.worklist.narrowing import Narrowing

if TYPE_CHECKING:
    from meddx_desktop.gui.main_window import MainWindow

_ANOTHER = "note of another"
_AWAITED = "second reading"


class Reviewing(QObject):
    """One method per step of `review_steps`, and what follows a paste into the note."""

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._session = services.session
        window.assessment.case_foot.wanted.connect(self.take)
        window.assessment.criticals.told.connect(self.tell)
        window.assessment.criticals.none.connect(self.say_none)
        window.assessment.edit_wanted.connect(self.edit_finding)
        window.notes.pasted.connect(self.check_note)
        self._session.proposed.connect(self.show_proposal)
        self._session.switching.connect(lambda: services.notices.withdraw(_ANOTHER))

    def connect_commands(self, actions: dict[str, QAction]) -> None:
        """Tie the actions to their steps; each can be chosen only while it can be done."""
        self._actions = actions
        for name, action in actions.items():
            action.triggered.connect(lambda _on=False, name=name: self.take(name))
        self._session.case_opened.connect(self._enable)
        self._session.case_changed.connect(self._enable)
        self._enable()
        QTimer.singleShot(0, self, self.tell_awaited)

    def tell_awaited(self) -> None:
        """Tell a clinician who comes in that colleagues wait for a second reading."""
        if not self._session.may(Action.SIGN_CASE):
            return
        app, state = self._session.app, CaseState.AWAITING_SECOND_READER
        try:
            lines = worklist.page(app, narrowed=Filter(state=state))
            found = [cases.load(app, line.case_id) for line in lines]
        except MedDxError:
            return  # locked, or damaged, which others tell
        user = app.access.user
        waiting = [c for c in found if c is not None and not same_name(c.first_reader, user)]
        if not waiting:
            return
        who = labels.listed(sorted({case.first_reader for case in waiting}))
        count = len(waiting)
        words = self.tr("%n case(s) wait for your second reading, asked by {who}.", "", count)
        first = waiting[0].case_id if count == 1 else ""
        self._services.notices.tell(
            Notice(
                words.format(who=who),
                action=self.tr("Show"),
                on_action=lambda: self._show_awaited(first),
                group=_AWAITED,
            )
        )

    def _show_awaited(self, case_id: str) -> None:
        """The one case itself, or the list of them."""
        if case_id:
            self._session.open_case(case_id)
        else:
            state = CaseState.AWAITING_SECOND_READER
            self._window.worklist.show_only(Narrowing(state=state))

    def take(self, name: str) -> None:
        """Take one step, if it can be taken now."""
        case = self._session.case
        if name == review_steps.SIGN and review_steps.allowed(self._session, review_steps.FINISH):
            name = review_steps.FINISH
        if case is None or not review_steps.allowed(self._session, name):
            return
        self._window.flush()
        {
            review_steps.SIGN: self._sign,
            review_steps.FINISH: self._finish,
            review_steps.SECOND: self._ask,
            review_steps.TAKE_BACK: self._take_back,
            review_steps.CRITICAL: self._raise,
            review_steps.TOLD: self._tell_first,
            review_steps.ADDENDUM: self._add,
            review_steps.REOPEN: self._reopen,
            review_steps.FOLLOW_UP: self._follow_up,
            review_steps.LATE: self._late,
        }[name](self._session.case or case)

    def tell(self, number: int) -> None:
        """Keep who was told of a critical result."""
        case = self._session.case
        if case is None or not 0 <= number < len(case.criticals):
            return
        dialog = ToldDialog(case, case.criticals[number], self._window)
        if self._done(dialog, case):
            whom, read_back = dialog.whom.text(), dialog.was_read_back
            how = {"read_back": read_back, "late": dialog.paper.late}
            self._session.do(criticals.tell_critical, number, whom, **how)

    def say_none(self, number: int) -> None:
        """Keep why a critical result of the laboratory is none."""
        case = self._session.case
        if case is None or not 0 <= number < len(case.criticals):
            return
        dialog = NotCriticalDialog(case, case.criticals[number], self._window)
        if self._done(dialog, case):
            self._session.do(critical_lines.not_critical, number, dialog.words)

    def edit_finding(self, finding: str, words: str) -> None:
        """Say a finding in the clinician's own words."""
        case, place = self._session.case, (self._session.film_uid, self._session.frame)
        dialog = EditFindingDialog(labels.label(f"finding.{finding}"), words, self._window)
        if case is not None and self._done(dialog, case):
            self._session.select_film(*place)
            self._session.decide(finding, Decision.EDITED, dialog.words)

    def check_note(self, text: str) -> None:
        """Compare the head of a pasted text with the open patient; warn, and file nothing."""
        case = self._session.case
        if case is None:
            return
        fields = note_identity.differs(text, case.patient)
        if not fields:
            return
        found = note_identity.who(text, case.patient)
        named = labels.name(found)
        told = labels.together(labels.label(f"field.{field}") for field in fields)
        words = self.tr(
            "This note names another patient ({who}; differs in: {fields}): check before you go on."
        )
        if not (found.name.alphabetic or found.name.ideographic):
            words = self.tr(
                "This note may be of another patient (differs in: {fields}): "
                "check before you go on."
            )
        self._services.notices.withdraw(_ANOTHER)
        self._services.notices.tell(
            Notice(
                words.format(who=named, fields=told),
                Severity.WARNING,
                dismissal=self.tr("Keep it"),
                action=self.tr("Undo paste"),
                on_action=lambda: self._undo_paste(case),
                group=_ANOTHER,
                urgent=True,
            )
        )
        self._session.do_quietly(note_identity.tell_warning)

    def show_proposal(self, recovered: Recovered) -> None:
        """Words that were typed when the program ended, and that a human decides on."""
        case_id = recovered.case.case_id
        self._session.open_case(case_id)
        case = self._session.case
        if case is None or case.case_id != case_id:
            return
        if recovered.proposal:
            self._add(case, recovered.proposal)
        for typed in recovered.typed:
            if typed.field == drafts.PATIENT and not case.is_signed:
                self._window.doings.edit_patient(drafts.fields_of(typed.raw))

    def _undo_paste(self, case: Case) -> None:
        if self._session.is_open(case.case_id):
            self._window.notes.undo_paste()

    def _enable(self) -> None:
        for name, action in self._actions.items():
            action.setEnabled(review_steps.allowed(self._session, name))
        sign = self._actions[review_steps.SIGN]
        finish = review_steps.allowed(self._session, review_steps.FINISH)
        sign.setEnabled(sign.isEnabled() or finish)

    def _done(self, dialog: QDialog, case: Case) -> bool:
        """Whether the dialog was confirmed, and the same case is still open."""
        return bool(dialog.exec()) and self._session.is_open(case.case_id)

    def _sign(self, case: Case) -> None:
        if not self._is_told(case):
            return
        case = self._session.case or case
        late = self._outdated(case)
        dialog = SignDialog(case, self._session.app.access.user, self._window, outdated=late)
        dialog.follow_up_wanted.connect(lambda: self._follow_up(case, dialog))
        if self._done(dialog, case):
            self._session.do(review.sign, dialog.words)

    def _is_told(self, case: Case) -> bool:
        """Whether no critical value waits to be told; typed results are looked at now."""
        self._session.do(critical_lines.look)
        case = self._session.case or case
        if case.has_open_critical:
            self._tell_first(case)
        return not case.has_open_critical

    def _outdated(self, case: Case) -> tuple[TreatmentWord, ...]:
        """Chosen treatments that the case has overtaken; all of them where none can be checked."""
        if not case.treatments:
            return ()
        try:
            return treatment_records.outdated(self._session.app, case.case_id)
        except MedDxError:
            return case.treatments

    def _finish(self, case: Case) -> None:
        if not self._is_told(case):
            return
        dialog = FinishReadingDialog(case, self._session.app.access.user, self._window)
        if self._done(dialog, case):
            self._session.do(review.finish_second_reading)

    def _ask(self, case: Case) -> None:
        if self._is_told(case) and self._done(AskSecondReaderDialog(case, self._window), case):
            self._session.do(review.ask_second_reader)

    def _take_back(self, _case: Case) -> None:
        self._session.do(review.take_back_second_reader)

    def _raise(self, case: Case) -> None:
        dialog = CriticalDialog(case, self._window)
        if self._done(dialog, case):
            self._session.do(criticals.raise_critical, dialog.words, late=dialog.paper.late)

    def _tell_first(self, case: Case) -> None:
        self.tell(next(n for n, critical in enumerate(case.criticals) if critical.is_open))

    def _add(self, case: Case, words: str = "") -> None:
        dialog = AddendumDialog(case, words, recovered=bool(words), parent=self._window)
        journal = self._session.journal
        dialog.typed.connect(lambda text: journal.typed(case.case_id, drafts.ADDENDUM, text))
        if self._done(dialog, case):
            journal.saved(case.case_id, drafts.ADDENDUM)
            if not self._session.do(review.add_addendum, dialog.words):
                return
        elif not self._session.is_open(case.case_id) or (words and not dialog.thrown_away):
            return  # locked, or later: the words stay kept
        if words:
            journal.discard_all(case.case_id)
        else:
            journal.discard(case.case_id, drafts.ADDENDUM)

    def _follow_up(self, case: Case, over: QWidget | None = None) -> None:
        FollowUpDialog(self._session, self._session.case or case, over or self._window).exec()

    def _late(self, case: Case) -> None:
        LateDialog(self._session, self._session.case or case, self._window).exec()

    def _reopen(self, case: Case) -> None:
        dialog = ReopenDialog(case, self._window)
        if self._done(dialog, case):
            self._session.do(review.reopen, dialog.reason)
