"""One line of evidence: what was found, what it does to the odds, who says so, where it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import Truth, Weighed
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.assessment_panel.pressable import Pressable
from meddx_desktop.gui.widgets import fields


class EvidenceRow(Pressable):
    """Pressed, it leads to its place; pressed again, to the next one it stands on."""

    place_wanted = Signal(object)

    def __init__(self, line: Weighed, note: str, *, with_odds: bool = False) -> None:
        super().__init__()
        self.line = line
        self._turn = -1
        column = QVBoxLayout(self)
        margin = theme.unit(0.5)
        column.setContentsMargins(theme.unit(), margin, theme.unit(), margin)
        column.setSpacing(theme.unit(0.25))
        icon, tone = _sign(line)
        self.head = self._head_words(line)
        column.addWidget(fields.sign(icon, self.head, tone))
        told = [
            _effect(line, with_odds=with_odds),
            said.places(line.places, note),
            said.source(line.source, line.model),
        ]
        below = QWidget()
        lines = QVBoxLayout(below)
        lines.setContentsMargins(theme.unit(3), 0, 0, 0)
        lines.setSpacing(theme.unit(0.25))
        for words in filter(None, told):
            lines.addWidget(fields.text(words, "small", wrap=True))
        column.addWidget(below)
        self.setAccessibleName(" ".join(filter(None, (self.head, *told))))
        if line.places:
            self.setToolTip(self.tr("Show where this stands"))
            self.pressed.connect(self._go)
        else:
            self.unsetCursor()

    def _head_words(self, line: Weighed) -> str:
        name = said.title(line.title)
        if line.truth is Truth.DOUBTFUL:
            return self.tr("{finding}: said with doubt").format(finding=name)
        if line.truth is Truth.ABSENT:
            return self.tr("{finding}: absent").format(finding=name)
        return name

    def _go(self) -> None:
        places = self.line.places
        self._turn = (self._turn + 1) % len(places)
        self.place_wanted.emit(places[self._turn])


def _sign(line: Weighed) -> tuple[str, str]:
    """Counted lines speak in the colour of text, others quietly."""
    tone = "text" if line.counted else "muted"
    if line.opposes:
        return "arrow-down", tone
    if line.supports:
        return "arrow-up", tone
    return "minus", tone


def _effect(line: Weighed, *, with_odds: bool) -> str:
    """How it enters; for what is counted the ratio and the odds after it."""
    parts = [labels.label(f"evidence.{line.role.value}")]
    if line.ratio is not None:
        parts.append(said.ratio(line.ratio))
    if with_odds and line.odds is not None:
        parts.append(labels.label("assessment.odds_after").format(odds=said.odds(line.odds)))
    if line.why_not:
        parts.append(labels.label(f"why_not.{line.why_not}"))
    return " · ".join(parts)
