"""Counts for public health: how exact, how private, what it costs of the year's budget."""

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.operations import aggregate
from meddx_desktop.core.operations.aggregate import Budget, Wish
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields

_PARTS = 100


class ExportPage(QWidget):
    """Two choices, what they mean in words, and a bar of what is left."""

    wanted = Signal(object)
    """A `Wish`."""

    def __init__(self, role: Role | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may = role is not None and may(role, Action.EXPORT)
        self._budget: Budget | None = None
        self._busy = False
        self.weeks = QComboBox()
        for count in aggregate.WEEKS:
            self.weeks.addItem(self.tr("Last %n full week(s)", "", count), count)
        self.weeks.setCurrentIndex(1)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(aggregate.EPSILONS) - 1)
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setValue(1)
        self.slider.setAccessibleName(self.tr("Private or exact"))
        self.meaning = fields.text("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Budget used up"))
        self.budget = fields.text("", wrap=True)
        self.why = fields.text("", wrap=True, tone="warning")
        self.save = fields.button(self.tr("Save counts…"), "primary", "save")
        self._arrange()
        self.slider.valueChanged.connect(lambda _value: self._settle())
        self.save.clicked.connect(lambda: self.wanted.emit(self.wish))
        self._settle()

    @property
    def epsilon(self) -> Fraction:
        """What is chosen to be given away."""
        return aggregate.EPSILONS[self.slider.value()]

    @property
    def wish(self) -> Wish:
        """What is chosen, with the sentences that go below the table."""
        told = aggregate.quality(self.epsilon)
        notes = (
            self.tr(
                "Every count carries random noise, so that nobody can tell whether one person is"
                " in it. Nineteen of twenty counts are off by {n} or less."
            ).format(n=told.error),
            self.tr(
                "Counts under {n} are left out after the noise was added. Findings count where a"
                " clinician confirmed them in a signed case."
            ).format(n=told.shown_from),
            self.tr(
                "A week in which nobody was screened looks like any other: a count that stands"
                " alone may be noise and nothing else."
            ),
            labels.safety("support"),
        )
        return Wish(int(self.weeks.currentData()), self.epsilon, notes)

    def show_budget(self, budget: Budget) -> None:
        """What is used up and what is left."""
        self._budget = budget
        self.bar.setValue(min(_PARTS, round(_PARTS * float(budget.spent / budget.total))))
        words = self.tr("Used up this year: {spent} of {total} (epsilon), {left} left.")
        numbers = {"spent": budget.spent, "total": budget.total, "left": budget.left}
        shown = {name: f"{float(value):g}" for name, value in numbers.items()}
        exports = self.tr("%n export(s) this year.", "", budget.exports)
        ever = self.tr("Of all years: {n}; what was given away adds up.").format(
            n=f"{float(budget.ever):g}"
        )
        self.budget.setText(" ".join((words.format(**shown), exports, ever)))
        self._settle()

    def set_busy(self, busy: bool) -> None:
        """Nothing is saved while something else runs."""
        self._busy = busy
        self._settle()

    def _settle(self) -> None:
        names = (self.tr("Most private"), self.tr("Balanced"), self.tr("Most exact"))
        told = aggregate.quality(self.epsilon)
        words = self.tr(
            "{name}: costs {cost} of the budget. Counts are off by up to {error} in 19 of 20"
            " cells; counts under {least} are left out."
        )
        name = names[self.slider.value()]
        self.meaning.setText(
            words.format(
                name=name,
                cost=f"{float(self.epsilon):g}",
                error=told.error,
                least=told.shown_from,
            )
        )
        self.slider.setAccessibleDescription(self.meaning.text())
        self.why.setText(self._why_not())
        self.why.setVisible(bool(self.why.text()))
        ready = self._budget is not None and not self.why.text()
        self.save.setEnabled(ready and not self._busy)

    def _why_not(self) -> str:
        if not self._may:
            who = labels.listed(
                labels.label(f"role.{role.value}") for role in Role if may(role, Action.EXPORT)
            )
            return self.tr("Only: {who}").format(who=who)
        code = self._budget.refusal(self.epsilon) if self._budget is not None else ""
        if not code or self._budget is None:
            return ""
        return labels.sentence(code, {"left": f"{float(self._budget.left):g}"})

    def _arrange(self) -> None:
        about = self.tr(
            "Counts by week, finding, age band and sex, for a health authority. Random noise hides"
            " whether any one person is in them; one person counts in at most %n cell(s).",
            "",
            aggregate.MOST_CELLS,
        )
        ends = QHBoxLayout()
        ends.addWidget(fields.text(self.tr("Private"), "small"))
        ends.addStretch(1)
        ends.addWidget(fields.text(self.tr("Exact"), "small"))
        choice = QWidget()
        slide = QVBoxLayout(choice)
        slide.setContentsMargins(0, 0, 0, 0)
        slide.setSpacing(theme.unit(0.5))
        slide.addWidget(self.slider)
        slide.addLayout(ends)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.unit(2))
        form.setVerticalSpacing(theme.unit(1.5))
        form.addRow(self.tr("Period"), self.weeks)
        form.addRow(self.tr("Private or exact"), choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(2), 0, 0)
        column.setSpacing(theme.unit(1.5))
        choices = QWidget()
        choices.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        choices.setMaximumWidth(theme.unit(88))
        column.addWidget(fields.text(about, wrap=True))
        column.addWidget(choices)
        column.addWidget(self.meaning)
        column.addSpacing(theme.unit())
        column.addWidget(fields.text(self.tr("Budget of this year"), "strong"))
        column.addWidget(self.bar)
        column.addWidget(self.budget)
        warning = self.tr(
            "The file is not encrypted: whoever has it can read it. The audit trail tells of it."
        )
        column.addWidget(fields.sign("triangle-alert", warning, "warning"))
        column.addWidget(self.why)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
