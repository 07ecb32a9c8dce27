"""What the checks of one drug found and what they could not look at, line by line."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import Place
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    Question,
    SafetyFinding,
    SafetyScreen,
)
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.widgets import fields

Wanted = Callable[[object], None]
"""Told which `Question` or `Place` somebody wants to see."""


class ScreenLines(QWidget):
    """Questions first, then findings gravest first, then always what was not checked."""

    def __init__(self, screen: SafetyScreen, wanted: Wanted, *, may_enter: bool = True) -> None:
        super().__init__()
        self._wanted = wanted
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.unit(0.75))
        for one in screen.questions:
            self._column.addWidget(self._question(one, may_enter=may_enter))
        for found in screen.findings:
            self._column.addWidget(self.finding(found))
        self._column.addWidget(fields.text(self.unchecked(screen), "small", wrap=True))

    def _question(self, one: Question, *, may_enter: bool) -> QWidget:
        is_second = one is Question.SECOND_PERSON
        icon = "users" if is_second else "circle-help"
        line = fields.sign(icon, told.question(one), "warning")
        if is_second or not may_enter:
            return line
        link = fields.button(labels.label(f"answer_at.{one.value}"), "link")
        link.clicked.connect(lambda _on=False: self._wanted(one))
        return _below(line, link)

    def finding(self, one: SafetyFinding) -> QWidget:
        """One finding: its weight, what it meets, why, and who says so."""
        mark = told.severity(one.severity)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.25))
        column.addWidget(fields.sign(mark.icon, told.finding(one), mark.tone, role="strong"))
        below = QWidget()
        lines = QVBoxLayout(below)
        lines.setContentsMargins(theme.unit(3), 0, 0, 0)
        lines.setSpacing(theme.unit(0.25))
        lines.addWidget(fields.text(told.title(one.reason), wrap=True))
        lines.addWidget(fields.text(told.source(one.source), "small", wrap=True))
        column.addWidget(below)
        return made if one.place is None else _below(made, self._show(one.place))

    def _show(self, place: Place) -> QWidget:
        link = fields.button(self.tr("Show where this stands"), "link")
        link.clicked.connect(lambda _on=False: self._wanted(place))
        return link

    def unchecked(self, screen: SafetyScreen) -> str:
        """How far the look for interactions went; silence is never a clearance."""
        found = any(one.kind is CheckKind.INTERACTION for one in screen.findings)
        if found:
            looked = self.tr("Looked for among %n pair(s) of drugs.", "", screen.pairs_known)
        else:
            looked = self.tr("No match among %n pair(s) of drugs.", "", screen.pairs_known)
        names = [labels.plain(one) for one in screen.not_checked]
        names.append(self.tr("whatever the case does not name"))
        parts = [looked, self.tr("Not checked: {list}.").format(list=labels.listed(names))]
        if screen.kinds_not_checked:
            kinds = [labels.label(f"check.{one.value}") for one in screen.kinds_not_checked]
            words = self.tr("Nothing was read about this drug for: {list}.")
            parts.append(words.format(list=labels.listed(kinds)))
        return " ".join(parts)


def _below(line: QWidget, link: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(line)
    row = QHBoxLayout()
    row.setContentsMargins(theme.unit(2), 0, 0, 0)
    row.addWidget(link)
    row.addStretch(1)
    column.addLayout(row)
    return made
