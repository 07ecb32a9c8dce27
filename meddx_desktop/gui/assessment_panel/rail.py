"""The assessment folded to a narrow column: signs and scores, whose words are in the tooltips."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import AlertKind
from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.finding import Finding
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.assessment_panel.score_bar import points
from meddx_desktop.gui.widgets import fields, marks

_ALERTS = {AlertKind.RED_FLAG: ("siren", "danger")}
_SCORED = (1, 2, 3)
"""Ranks of `FilmEntry.risk` that tell what a model said."""


class AssessmentRail(QWidget):
    """Alarms first, then every finding of the frame; a click on any of them unfolds."""

    unfold_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        unfold = fields.tool("chevron-left", self.tr("Show the assessment"), "F10")
        unfold.clicked.connect(self.unfold_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(0.5), 0, theme.unit(0.5), 0)
        column.setSpacing(theme.unit())
        column.addWidget(unfold, 0, Qt.AlignmentFlag.AlignHCenter)
        self._signs = QVBoxLayout()
        self._signs.setSpacing(theme.unit(0.5))
        column.addLayout(self._signs)
        column.addStretch(1)

    def show_film(
        self,
        case: Case | None,
        film: FilmEntry | None,
        findings: list[Finding],
        alerts: tuple[tuple[AlertKind, int], ...] = (),
        *,
        is_blind: bool = False,
    ) -> None:
        """One sign for each thing the open panel would say loudly."""
        while (item := self._signs.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if case is not None and case.has_open_critical:
            mark = marks.of_critical()
            self._add(mark.icon, mark.tone, self.tr("Critical result: tell somebody now"))
        for kind, count in alerts:
            icon, tone = _ALERTS.get(kind, ("circle-alert", "warning"))
            self._add(icon, tone, labels.label(f"alert.{kind.value}"), str(count))
        if case is None or film is None:
            return
        for alert in case.alerts:
            self._add("triangle-alert", "danger", labels.reason(alert))
        risk = marks.of_risk(film.risk)
        if is_blind and film.risk[0] in _SCORED:
            self._add("eye-off", "accent", self.tr("Shown after your own reading"))
        elif not findings or film.risk[0] == 0:
            self._add(risk.icon, risk.tone, risk.word)
        for finding in findings:
            mark = marks.of_call(finding.call)
            score = str(points(finding.probability))
            name = labels.label(f"finding.{finding.name}")
            self._add(mark.icon, mark.tone, f"{name}: {mark.word}, {score}", score)
        self._add("info", "warning", labels.safety("tb_off"))

    def _add(self, icon: str, tone: str, words: str, number: str = "") -> None:
        made: QToolButton = fields.tool(icon, words)
        made.setIcon(icons.icon(icon, tone))
        made.setText(number)
        if number:
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.clicked.connect(self.unfold_wanted)
        self._signs.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
