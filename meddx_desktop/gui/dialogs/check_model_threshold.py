"""A threshold for a wanted sensitivity: what these films prove, and the owner's choice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import site_thresholds, validation
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_thresholds import HOLDS_DAYS, LONGEST_DAYS
from meddx_desktop.core.operations.validation import Report
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import check_model_words as words
from meddx_desktop.gui.widgets import fields

_WANTED = 95.0


class ThresholdTab(QWidget):
    """Type a sensitivity, read what it takes; the owner's button keeps it until it is confirmed."""

    chosen = Signal()
    """A threshold waits for its co-signature now."""

    def __init__(self, app: Application, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app, self._report = app, report
        self._told = words.Told()
        self.wanted, self.days = QDoubleSpinBox(), QSpinBox()
        self.own = QCheckBox(self.tr("Keep the model's own threshold, and prove it here"))
        self.proposal = fields.text("", wrap=True)
        self.verdict = fields.text("", wrap=True)
        self.outcome = fields.text("", wrap=True, tone="good")
        self.keep = fields.button(self.tr("Choose this threshold"), "", "check")
        self._is_kept = False
        self._arrange()
        self.wanted.valueChanged.connect(self._propose)
        self.days.valueChanged.connect(self._propose)
        self.own.toggled.connect(self._propose)
        self.keep.clicked.connect(self.choose)
        self._propose()

    def choose(self) -> None:
        """Keep it; it changes nothing before a clinician confirmed it."""
        try:
            site_thresholds.choose(
                self._app,
                self._report,
                self._target,
                days=self.days.value(),
                keep_shipped=self.own.isChecked(),
            )
        except MedDxError as error:
            fields.set_property(self.verdict, "tone", "danger")
            self.verdict.setText(labels.error(error))
            return
        self._is_kept = True
        self.outcome.setText(
            self.tr(
                "Chosen. Nothing changes yet: a clinician signs in and confirms it under "
                "Records, Site thresholds."
            )
        )
        self.outcome.show()
        self._enable(possible=False)
        self.chosen.emit()

    @property
    def _target(self) -> float:
        return round(self.wanted.value() / 100.0, 4)

    def _propose(self) -> None:
        """What the films prove; typing another value begins anew."""
        self._is_kept = False
        self.outcome.hide()
        find = validation.at_shipped if self.own.isChecked() else validation.propose
        proposal = find(self._report, self._target)
        self.proposal.setText(self._told.proposed(proposal, self._report.figures.shipped.threshold))
        refusal = validation.refusal(proposal)
        fields.set_property(self.verdict, "tone", "good" if refusal is None else "danger")
        self.verdict.setText(
            self._told.proven(proposal) if refusal is None else labels.error(refusal)
        )
        self._enable(possible=refusal is None)

    def _enable(self, *, possible: bool) -> None:
        role = self._app.access.role if self._app.access.is_open else None
        allowed = role is not None and may(role, Action.SET_THRESHOLD)
        self.keep.setEnabled(allowed and possible and not self._is_kept)
        who = labels.listed(
            labels.label(f"role.{one.value}") for one in Role if may(one, Action.SET_THRESHOLD)
        )
        self.keep.setToolTip("" if allowed else self.tr("Only: {who}").format(who=who))

    def _arrange(self) -> None:
        self.wanted.setRange(50.0, 99.9)
        self.wanted.setDecimals(1)
        self.wanted.setValue(_WANTED)
        self.wanted.setSuffix(" %")
        self.days.setRange(1, LONGEST_DAYS)
        self.days.setValue(HOLDS_DAYS)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.unit(2))
        form.setVerticalSpacing(theme.unit())
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for name, field in (
            (self.tr("Wanted sensitivity"), self.wanted),
            (self.tr("Days it is to hold"), self.days),
        ):
            field.setAccessibleName(name)
            label = QLabel(name)
            label.setBuddy(field)
            form.addRow(label, field)
        hint = self.tr(
            "The lower end of the interval has to reach the wanted sensitivity: 29 of 30 found "
            "means 83 to 99 %. A threshold lapses after its days, and at once with another model."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(2), 0, 0)
        column.setSpacing(theme.unit(1.5))
        column.addWidget(fields.text(hint, "small", wrap=True))
        column.addLayout(form)
        column.addWidget(self.own)
        for part in (self.proposal, self.verdict, self.keep, self.outcome):
            column.addWidget(part)
        column.setAlignment(self.keep, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.outcome.hide()
