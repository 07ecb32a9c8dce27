"""Setting a follow-up of the open case: what, by when, in which words; and those that there are."""

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.follow_up import LONGEST_WORDS
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import follow_ups
from meddx_desktop.core.operations.follow_ups import PRESETS, FollowUpKind, Preset
from meddx_desktop.gui import labels, theme, whose
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.follow_ups import FollowUpsView, day_field, day_of, of_case
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields

_WEEKS = (1, 2, 4, 6, 8, 12, 26, 52)
_SUNDAY = 7


class FollowUpDialog(Dialog):
    """Each follow-up is kept when it is set; the window stays open for another."""

    def __init__(self, session: CaseSession, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Follow-up"), parent)
        self._session, self._case_id = session, case.case_id
        self.kind, self.weeks = QComboBox(), QComboBox()
        self.day = day_field(self._ahead(4))
        self.words = fields.LineEdit()
        self.words.setMaxLength(LONGEST_WORDS)
        self.add = fields.button(self.tr("Set follow-up"), "primary", "plus")
        self.problem = fields.text("", wrap=True, tone="danger")
        self.problem.hide()
        self.sunday = fields.text(
            self.tr("That is a Sunday: make sure that somebody is there."),
            wrap=True,
            tone="warning",
        )
        self.view = FollowUpsView(session.app, with_patient=False)
        self.body.addWidget(whose.head(case))
        self._arrange()
        self._connect()
        self.add_close(self.tr("Close"))
        self.setMinimumWidth(theme.unit(76))
        self.view.show_lines(of_case(case))
        self._settle()
        self._warn()
        self.kind.setFocus()

    def choose(self, preset: Preset) -> None:
        """Take a shortcut; nothing is kept before the button is pressed."""
        self.kind.setCurrentIndex(self.kind.findData(preset.kind.value))
        self.weeks.setCurrentIndex(self.weeks.findData(preset.weeks))

    def keep(self) -> None:
        """Set it; what can't be kept says why."""
        kind = FollowUpKind(self.kind.currentData())
        try:
            case = follow_ups.begin(
                self._session.app,
                self._case_id,
                kind,
                day=day_of(self.day),
                words=self.words.text(),
            )
        except MedDxError as error:
            self.problem.setText(labels.error(error))
            self.problem.show()
            self.grow()
            return
        self.words.clear()
        self.problem.hide()
        self._take(case)

    def _take(self, case: Case) -> None:
        self._session.refresh(case.case_id)
        self.view.show_lines(of_case(case))

    def _arrange(self) -> None:
        for kind in FollowUpKind:
            self.kind.addItem(labels.label(f"follow_up.{kind.value}"), kind.value)
        for count in _WEEKS:
            self.weeks.addItem(self.tr("in %n week(s)", "", count), count)
        self.weeks.addItem(self.tr("on a day of your choice"), 0)
        self.weeks.setCurrentIndex(self.weeks.findData(4))
        quick = QHBoxLayout()
        quick.setSpacing(theme.unit())
        self.presets = []
        for preset in PRESETS:
            words = self.tr("{what} in %n week(s)", "", preset.weeks)
            named = words.format(what=labels.label(f"follow_up.{preset.kind.value}"))
            button = fields.button(named)
            button.clicked.connect(lambda _on=False, preset=preset: self.choose(preset))
            quick.addWidget(button)
            self.presets.append(button)
        quick.addStretch(1)
        when = QHBoxLayout()
        when.setSpacing(theme.unit())
        when.addWidget(self.weeks)
        when.addWidget(self.day)
        when.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.unit(2))
        form.setVerticalSpacing(theme.unit())
        form.addRow(self.tr("What"), self.kind)
        form.addRow(self.tr("When"), when)
        form.addRow(self.tr("Words"), self.words)
        for part, name in (
            (self.kind, self.tr("What")),
            (self.weeks, self.tr("When")),
            (self.day, self.tr("Day")),
            (self.words, self.tr("Words")),
        ):
            part.setAccessibleName(name)
        hint = self.tr("Shortcuts save typing; they recommend nothing.")
        self.body.addLayout(quick)
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self.body.addLayout(form)
        self.body.addWidget(self.sunday)
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(fields.rule())
        self.body.addWidget(fields.text(self.tr("Follow-ups of this case"), "strong"))
        self.body.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.weeks.currentIndexChanged.connect(lambda _place: self._set_day())
        self.day.dateChanged.connect(lambda _day: self._match())
        self.add.clicked.connect(self.keep)
        self.view.changed.connect(self._take)

    def _set_day(self) -> None:
        count = int(self.weeks.currentData())
        if count:
            day = self._ahead(count)
            self.day.setDate(QDate(day.year, day.month, day.day))

    def _match(self) -> None:
        """A day that was typed is no whole number of weeks any more."""
        count = int(self.weeks.currentData())
        if count and day_of(self.day) != self._ahead(count):
            self.weeks.setCurrentIndex(self.weeks.findData(0))
        self._warn()

    def _warn(self) -> None:
        """Weeks from a Sunday end on a Sunday; the day stays the clinician's choice."""
        self.sunday.setVisible(day_of(self.day).isoweekday() == _SUNDAY)
        self.grow()

    def _settle(self) -> None:
        allowed = self._session.may(Action.DECIDE)
        for part in (self.kind, self.weeks, self.day, self.words, self.add, *self.presets):
            part.setEnabled(allowed)
        if not allowed:
            self.problem.setText(
                self.tr("A clinician sets follow-ups; you can note what was done.")
            )
            fields.set_property(self.problem, "tone", "muted")
            self.problem.show()

    @staticmethod
    def _ahead(weeks: int) -> date:
        return follow_ups.today() + timedelta(weeks=weeks)
