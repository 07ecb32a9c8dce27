"""How common a finding is among the patients here, and what follows from it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QVBoxLayout, QWidget

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import site_outlook, site_thresholds
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_thresholds import SiteThreshold
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

_LOWEST, _HIGHEST = 0.01, 99.0
_SCORE = 0.5


class ShareBox(QWidget):
    """One number; what it does to chance and predictive value stands below while it is typed."""

    kept = Signal()
    """Another share holds, or none."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._place: tuple[str, str] | None = None
        self._own: SiteThreshold | None = None
        self._kept_share: float | None = None
        self.value = QDoubleSpinBox()
        self.keep = fields.button(self.tr("Enter"), "", "check")
        self.clear = fields.button(self.tr("Take back"), "link")
        self.follows = fields.text("", wrap=True)
        self.problem = fields.text("", wrap=True, tone="danger")
        self._arrange()
        self.value.valueChanged.connect(self._tell)
        self.keep.clicked.connect(lambda: self._set(self._typed))
        self.clear.clicked.connect(lambda: self._set(None))
        self.show_line(None, None)

    def show_line(self, place: tuple[str, str] | None, own: SiteThreshold | None) -> None:
        """Show the share of another finding."""
        self._place, self._own = place, own
        self.problem.hide()
        self._read()

    @property
    def _typed(self) -> float | None:
        return self.value.value() / 100.0 if self.value.value() >= _LOWEST else None

    def _read(self) -> None:
        try:
            shares = site_thresholds.shares(self._app)
        except MedDxError:  # locked, or damaged, which others tell
            shares = {}
        self._kept_share = shares.get(self._place) if self._place else None
        self.value.blockSignals(True)
        self.value.setValue((self._kept_share or 0.0) * 100.0)
        self.value.blockSignals(False)
        self._tell()

    def _set(self, share: float | None) -> None:
        if self._place is None:
            return
        try:
            site_thresholds.set_share(self._app, *self._place, share)
        except MedDxError as error:
            self.problem.setText(labels.error(error))
            self.problem.show()
            return
        self.problem.hide()
        self._read()
        self.kept.emit()

    def _tell(self) -> None:
        share = self._typed
        self.follows.setText(self._follows(share))
        role = self._app.access.role if self._app.access.is_open else None
        allowed = role is not None and may(role, Action.SET_THRESHOLD)
        there = self._place is not None and allowed
        self.value.setEnabled(there)
        news = share is not None and share != self._kept_share
        self.keep.setEnabled(there and news)
        self.clear.setEnabled(there and self._kept_share is not None)
        who = labels.listed(
            labels.label(f"role.{one.value}") for one in Role if may(one, Action.SET_THRESHOLD)
        )
        for part in (self.value, self.keep, self.clear):
            part.setToolTip("" if allowed else self.tr("Only: {who}").format(who=who))

    def _follows(self, share: float | None) -> str:
        if share is None or self._place is None:
            return self.tr(
                "Not entered: scores stand without a chance beside them, and no predictive value "
                "is told."
            )
        said = []
        if self._own is not None:
            ppv = site_outlook.ppv(self._own, share)
            low, high = site_outlook.ppv_range(self._own, share)
            if ppv is not None:
                told = self.tr(
                    "Of 100 films found with this threshold, about {n} would have the finding; by "
                    "the intervals of the check {low} to {high}."
                )
                ends = {"low": round(low * 100), "high": round(high * 100)}
                said.append(told.format(n=round(ppv * 100), **ends))
        chance = site_outlook.chance(self._app, *self._place, score=_SCORE, share=share)
        if chance is None:
            said.append(self.tr("The model does not tell what a chance could be computed from."))
        else:
            told = self.tr("A score of {score} would mean a chance of about {n} %.")
            said.append(told.format(score=round(_SCORE * 100), n=f"{chance * 100:.2g}"))
        return " ".join(said)

    def _arrange(self) -> None:
        self.value.setRange(0.0, _HIGHEST)
        self.value.setDecimals(2)
        self.value.setSuffix(" %")
        self.value.setSpecialValueText(self.tr("not entered"))
        asked = self.tr("How common it is among your patients")
        self.value.setAccessibleName(asked)
        label = QLabel(asked)
        label.setBuddy(self.value)
        line = QWidget()
        row = FlowLayout(line, gap=theme.unit(1.5))
        inline: tuple[QWidget, ...] = (label, self.value, self.keep, self.clear)
        for part in inline:
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        below: tuple[QWidget, ...] = (line, self.follows, self.problem)
        for part in below:
            column.addWidget(part)
        self.problem.hide()
