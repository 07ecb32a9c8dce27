"""How common each condition is: the published prior of the place, or the site's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import assessment_site
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.assessment_site import LEAST, MOST, AssessmentSite, Known
from meddx_desktop.gui import theme
from meddx_desktop.gui.assessment_panel import said as words_of
from meddx_desktop.gui.widgets import fields


class PriorLine(QWidget):
    """One condition: what was published, and a number of one's own."""

    kept = Signal(str, object)
    """Key, and the share; None goes back to what was published."""

    def __init__(self, known: Known, *, may_change: bool) -> None:
        super().__init__()
        self.known = known
        self._may_change = may_change
        self._share: float | None = None
        self.value = QDoubleSpinBox()
        self.keep = fields.button(self.tr("Enter"), "", "check")
        self.reset = fields.button(self.tr("Published"), "link")
        self.published = fields.text("", "small", wrap=True)
        self.own = fields.text("", "small", wrap=True, tone="text")
        self._arrange()
        self.value.valueChanged.connect(self._enable)
        self.keep.clicked.connect(lambda: self.kept.emit(known.key, self.value.value() / 100))
        self.reset.clicked.connect(lambda: self.kept.emit(known.key, None))

    def show_site(self, site: AssessmentSite) -> None:
        """Show what holds at this site."""
        own = site.priors.get(self.known.key)
        self._share = own.value if own else None
        self.value.blockSignals(True)
        self.value.setValue(own.value * 100 if own else 0.0)
        self.value.blockSignals(False)
        prior = next((one for one in self.known.priors if one.setting == site.kind), None)
        nothing = self.tr("No prior was read for this place: ranked in words.")
        self.published.setText(words_of.prior(prior, self.known.key, site) if prior else nothing)
        if own:
            words = self.tr("Entered by {who} on {day}; it is used instead.")
            self.own.setText(words.format(who=own.by, day=own.on))
        self.own.setVisible(own is not None)
        self._enable()

    def _enable(self) -> None:
        there = self._may_change
        typed = self.value.value() / 100
        is_news = self._share is None or abs(typed - self._share) > LEAST / 10
        self.value.setEnabled(there)
        self.keep.setEnabled(there and typed >= LEAST and is_news)
        self.reset.setVisible(there and self._share is not None)

    def _arrange(self) -> None:
        title = words_of.title(self.known.title)
        self.value.setRange(0.0, MOST * 100)
        self.value.setDecimals(2)
        self.value.setSuffix(" %")
        self.value.setSpecialValueText(self.tr("not entered"))
        asked = self.tr("How common here: {name}").format(name=title)
        self.value.setAccessibleName(asked)
        self.keep.setAccessibleName(f"{asked}: {self.keep.text()}")
        self.reset.setAccessibleName(f"{asked}: {self.reset.text()}")
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        for part in (self.value, self.keep, self.reset):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.unit())
        column.setSpacing(theme.unit(0.5))
        column.addWidget(fields.text(title, "strong", wrap=True))
        column.addWidget(self.published)
        column.addLayout(row)
        column.addWidget(self.own)


class PriorsPage(QScrollArea):
    """Conditions of which a prior can be meant; the others are ranked in words."""

    kept = Signal()
    problem = Signal(object)

    def __init__(
        self,
        app: Application,
        site: AssessmentSite,
        may_change: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self.setWidgetResizable(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.unit(2), theme.unit(1.5), 0)
        column.setSpacing(theme.unit())
        hint = self.tr(
            "The share of patients with the complaint who have the condition. Nothing is changed "
            "by itself: what was published holds until somebody enters another number."
        )
        column.addWidget(fields.text(hint, "small", wrap=True))
        self.lines: dict[str, PriorLine] = {}
        for known in assessment_site.conditions():
            if known.has_population:
                line = PriorLine(known, may_change=may_change)
                line.show_site(site)
                line.kept.connect(self._set)
                self.lines[known.key] = line
                column.addWidget(line)
        column.addStretch(1)
        self.setWidget(page)

    def show_place(self, _kind: str) -> None:
        """Another place has other published priors."""
        self._show()

    def _set(self, key: str, share: float | None) -> None:
        try:
            assessment_site.set_prior(self._app, key, share)
        except MedDxError as error:
            self.problem.emit(error)
            return
        self._show()
        self.kept.emit()

    def _show(self) -> None:
        try:
            site = assessment_site.site(self._app)
        except MedDxError as error:
            self.problem.emit(error)
            return
        for line in self.lines.values():
            line.show_site(site)
