"""A list of follow-ups, of one case or of all: done, moved, taken back, each with its trace."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.follow_up import LONGEST_WORDS, FollowUp, FollowUpStep
from meddx_desktop.core.domain.people import Action, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import follow_ups
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.follow_ups import Due
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import site_words
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.dialogs.site_weeks import Table, line
from meddx_desktop.gui.widgets import fields


def day_of(field: QDateEdit) -> date:
    """What a field of a date stands at."""
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())


def day_field(day: date) -> QDateEdit:
    """A field for a day that is still to come."""
    made = QDateEdit(QDate(day.year, day.month, day.day))
    # Who is told to come on a day wants to know which day of the week it is.
    made.setDisplayFormat("yyyy-MM-dd dddd")
    made.setCalendarPopup(True)
    today = follow_ups.today()
    made.setMinimumDate(QDate(today.year, today.month, today.day))
    made.setToolTip(labels.solar_date())
    return made


class StepDialog(Dialog):
    """One step of one follow-up; closes once it is kept."""

    def __init__(
        self, app: Application, chosen: Due, step: FollowUpStep, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._app, self._chosen, self._step = app, chosen, step
        self.case: Case | None = None
        titles = {
            FollowUpStep.MOVED: (self.tr("Move a follow-up"), self.tr("Move")),
            FollowUpStep.DONE: (self.tr("Follow-up done"), self.tr("Done")),
            FollowUpStep.WITHDRAWN: (self.tr("Take a follow-up back"), self.tr("Take back")),
        }
        title, doing = titles[step]
        self.setWindowTitle(title)
        self.body.addWidget(fields.text(labels.name(chosen.patient), "large", wrap=True))
        self.body.addWidget(fields.text(site_words.what(chosen.follow_up), wrap=True))
        self.body.addWidget(fields.text(site_words.trace(chosen.follow_up), "small", wrap=True))
        self.day = day_field(max(chosen.follow_up.due, follow_ups.today()))
        self.day.setAccessibleName(self.tr("New day"))
        if step is FollowUpStep.MOVED:
            self.body.addWidget(fields.text(self.tr("New day")))
            self.body.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        asked = (
            self.tr("What came of it (may stay empty)")
            if step is FollowUpStep.DONE
            else self.tr("Why")
        )
        self.words = fields.LineEdit()
        self.words.setMaxLength(LONGEST_WORDS)
        self.words.setAccessibleName(asked)
        self.problem = fields.text("", wrap=True, tone="danger")
        self.problem.hide()
        for part in (fields.text(asked), self.words, self.problem):
            self.body.addWidget(part)
        self.add_accept(doing, self.tr("Cancel"))
        self.setMinimumWidth(theme.unit(56))
        self.words.setFocus()

    def accept(self) -> None:
        """Keep it; what can't be kept says why and stays open."""
        place = (self._app, self._chosen.case_id, self._chosen.follow_up.follow_up_id)
        words = self.words.text()
        try:
            if self._step is FollowUpStep.MOVED:
                self.case = follow_ups.move(*place, day=day_of(self.day), why=words)
            elif self._step is FollowUpStep.DONE:
                self.case = follow_ups.finish(*place, words=words)
            else:
                self.case = follow_ups.withdraw(*place, why=words)
        except MedDxError as error:
            self.problem.setText(labels.error(error))
            self.problem.show()
            self.grow()
            return
        super().accept()


class FollowUpsView(QWidget):
    """The list with what can be done about the chosen line."""

    changed = Signal(object)
    """The `Case` that a step was kept in."""
    case_wanted = Signal(str)
    """Case id: somebody wants to see that case."""

    def __init__(
        self, app: Application, *, with_patient: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._app, self._with_patient = app, with_patient
        self._lines: tuple[Due, ...] = ()
        heads = [self.tr("What"), self.tr("Due"), self.tr("State")]
        if with_patient:
            heads = [self.tr("Patient"), *heads]
        self.list = Table(self.tr("Follow-ups"), heads, widest=len(heads) - 3)
        self.empty = (
            fields.EmptyState(
                "clock",
                self.tr("No follow-up is open"),
                self.tr("A clinician sets one in the menu Case, before or after signing."),
            )
            if with_patient
            else fields.EmptyState("clock", self.tr("This case has no follow-up"))
        )
        self.open = fields.button(self.tr("Open the case"), "", "folder-open")
        self.done = fields.button(self.tr("Done…"), "", "check")
        self.later = fields.button(self.tr("Move…"), "", "clock")
        self.withdraw = fields.button(self.tr("Take back…"), "", "undo-2")
        self._arrange()
        self.list.currentItemChanged.connect(lambda *_: self._settle())
        self.list.itemActivated.connect(lambda *_: self._open())
        self.open.clicked.connect(self._open)
        for button, step in (
            (self.done, FollowUpStep.DONE),
            (self.later, FollowUpStep.MOVED),
            (self.withdraw, FollowUpStep.WITHDRAWN),
        ):
            button.clicked.connect(lambda _on=False, step=step: self._take(step))
        self.show_lines(())

    @property
    def chosen(self) -> Due | None:
        """The line that is chosen."""
        item = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(item) if item else -1
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def show_lines(self, found: Sequence[Due]) -> None:
        """Show these; the first one is chosen."""
        self._lines = tuple(found)
        rows = [self._line(one) for one in self._lines]
        self.list.fill(rows)
        if rows:
            self.list.setCurrentItem(rows[0])
        self.list.setVisible(bool(self._lines))
        self.empty.setVisible(not self._lines)
        for button in (self.open, self.done, self.later, self.withdraw):
            button.setVisible(bool(self._lines))
        self.open.setVisible(bool(self._lines) and self._with_patient)
        self._settle()

    def _line(self, one: Due) -> QTreeWidgetItem:
        told = one.follow_up
        over = told.days_over(follow_ups.today())
        cells = [site_words.what(told), told.due.isoformat(), self._state(told, over)]
        if self._with_patient:
            tail = labels.id_tail(one.patient)
            cells = [f"{labels.name(one.patient)} · {tail}" if tail else labels.name(one.patient),
                     *cells]  # fmt: skip
        made = line(cells, numbers_from=len(cells))
        tone = "muted" if not told.is_open else "danger" if over > 0 else "text"
        made.setForeground(len(cells) - 1, theme.tone(tone))
        for column in range(len(cells)):
            made.setToolTip(column, site_words.trace(told))
        return made

    def _state(self, told: FollowUp, over: int) -> str:
        """How it stands: overdue, due, ahead, or closed."""
        if not told.is_open:
            return labels.label(f"follow_up_step.{told.trace[-1].step.value}")
        if over > 0:
            return self.tr("overdue by %n day(s)", "", over)
        return self.tr("in %n day(s)", "", -over) if over else self.tr("due today")

    def _settle(self) -> None:
        chosen, role = self.chosen, self._app.access.role
        opened = chosen is not None and chosen.follow_up.is_open
        self.open.setEnabled(chosen is not None)
        for button, action in (
            (self.done, Action.EDIT_CASE),
            (self.later, Action.EDIT_CASE),
            (self.withdraw, Action.DECIDE),
        ):
            button.setEnabled(opened and role is not None and may(role, action))

    def _open(self) -> None:
        if self.chosen is not None and self._with_patient:
            self.case_wanted.emit(self.chosen.case_id)

    def _take(self, step: FollowUpStep) -> None:
        if self.chosen is None:
            return
        dialog = self.step_dialog(self.chosen, step)
        if dialog.exec() and dialog.case is not None:
            self.changed.emit(dialog.case)

    def step_dialog(self, chosen: Due, step: FollowUpStep) -> StepDialog:
        """The window of one step."""
        return StepDialog(self._app, chosen, step, self)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        for button in (self.open, self.done, self.later, self.withdraw):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(), 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(row)


def of_case(case: Case) -> tuple[Due, ...]:
    """The follow-ups of one case: open ones first by day, then the closed ones."""
    found = [Due(case.case_id, case.patient, one) for one in follow_ups.of_case(case)]
    return tuple(sorted(found, key=lambda one: (not one.follow_up.is_open, one.follow_up.due)))
