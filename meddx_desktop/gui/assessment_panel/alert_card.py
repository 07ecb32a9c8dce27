"""What stands above every ranking: a danger sign, something to do, a disagreement, a gap."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import Alert, AlertKind, Place, Weighed
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.assessment_panel.evidence_row import EvidenceRow
from meddx_desktop.gui.assessment_panel.fold import Fold
from meddx_desktop.gui.assessment_panel.pressable import EDGE, Pressable
from meddx_desktop.gui.widgets import fields

_SIGNS = {
    AlertKind.RED_FLAG: ("siren", "danger"),
    AlertKind.ACTION: ("circle-alert", "warning"),
    AlertKind.OPEN_RESULT: ("circle-help", "warning"),
    AlertKind.DISAGREEMENT: ("equal-not", "warning"),
    AlertKind.UNSCORED_FILM: ("eye-off", "warning"),
}


class AlertCard(Pressable):
    """Pressed, it leads to what raised it."""

    place_wanted = Signal(object)

    turned = Signal(bool)
    """Opened or closed by hand, where it began as one line."""

    def __init__(
        self,
        alert: Alert,
        note: str,
        *,
        is_brief: bool = False,
        is_open: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.alert = alert
        self.more: QToolButton | None = None
        self._turn = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(
            theme.unit(2) - EDGE, theme.unit(0.75), theme.unit(2), theme.unit(0.75)
        )
        self._column.setSpacing(theme.unit(0.25))
        icon, tone = _SIGNS[alert.kind]
        self.words = self._title(alert)
        head = QHBoxLayout()
        title = fields.sign(icon, self.words, tone, role="strong")
        for label in title.findChildren(QLabel):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        self._column.addLayout(head)
        below = self._below()
        what = said.title(alert.what_to_do) or self._disagreement(alert)
        if what:
            below.addWidget(fields.text(what, wrap=True))
        where = said.places(alert.places, note)
        if where:
            below.addWidget(fields.text(where, "small", wrap=True))
        self._sides(alert, note, below)
        if alert.source:
            below.addWidget(Fold(self.tr("Source"), self._sources, is_small=True))
        if is_brief:
            head.addWidget(self._opener(is_open), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(" ".join(filter(None, (self.words, what))))
        if alert.places:
            self.setToolTip(self.tr("Show what raised this"))
            self.pressed.connect(self._go)
        else:
            self.unsetCursor()

    def _below(self) -> QVBoxLayout:
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(theme.unit(3), 0, 0, 0)
        lines.setSpacing(theme.unit(0.25))
        self._column.addWidget(inner)
        self._inner = inner
        return lines

    def _opener(self, is_open: bool) -> QToolButton:
        """One line with what is to be done behind a press: alerts never push the rest away."""
        self.more = fields.tool("chevron-right", self.tr("What to do, and where it was seen"))
        self.more.setCheckable(True)
        self.more.setFixedHeight(theme.unit(3))
        self.more.setChecked(is_open)
        self.more.toggled.connect(self._turn_open)
        self._turn_open(is_open)
        return self.more

    def _turn_open(self, on: bool) -> None:
        self._inner.setVisible(on)
        if self.more is not None:
            self.more.setIcon(icons.icon("chevron-down" if on else "chevron-right"))
        self.turned.emit(on)

    def _title(self, alert: Alert) -> str:
        kind = labels.label(f"alert.{alert.kind.value}")
        name = said.title(alert.title)
        if not name:
            return kind
        words = self.tr("{kind}: {name}, perhaps") if alert.possible else self.tr("{kind}: {name}")
        words = words.format(kind=kind, name=name)
        # Which value, of which day, is seen without opening anything.
        measured = said.grounds(alert.grounds, measured=True)
        return f"{words} · {measured}" if measured else words

    def _disagreement(self, alert: Alert) -> str:
        if alert.kind is AlertKind.OPEN_RESULT:
            return labels.label("alert.open_result.do")
        is_one = alert.kind is AlertKind.DISAGREEMENT
        return labels.label(f"alert.{alert.name}") if is_one else ""

    def _sources(self) -> QWidget:
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(theme.unit(2), 0, 0, 0)
        lines.setSpacing(theme.unit(0.5))
        for words in self.alert.source.split(" | "):
            lines.addWidget(fields.text(said.breakable(words), "small", wrap=True))
        return made

    def _sides(self, alert: Alert, note: str, below: QVBoxLayout) -> None:
        """Both sides of a disagreement, each with its evidence."""
        for caption, lines in ((self.tr("For it"), alert.yes), (self.tr("Against it"), alert.no)):
            if lines:
                below.addWidget(fields.text(caption, "caption"))
            for line in lines:
                below.addWidget(self._row(line, note))

    def _row(self, line: Weighed, note: str) -> EvidenceRow:
        row = EvidenceRow(line, note)
        row.place_wanted.connect(self.place_wanted)
        return row

    def _go(self) -> None:
        places: tuple[Place, ...] = self.alert.places
        self._turn = (self._turn + 1) % len(places)
        self.place_wanted.emit(places[self._turn])
