"""The two pages of the assessment: the whole case, and the film that is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import AlertKind
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

CASE, FILM = "case", "film"
_TONES = {AlertKind.RED_FLAG: ("siren", "danger")}


class PagesBar(QWidget):
    """Two buttons; on the film's page one line says what stands above the ranking."""

    chosen = Signal(str)
    """By hand."""

    def __init__(self) -> None:
        super().__init__()
        self.page = FILM
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QWidget()
        flow = FlowLayout(row, gap=theme.unit(0.5), line_gap=0)
        for name, words in ((CASE, self.tr("Whole case")), (FILM, self.tr("This film"))):
            made = fields.button(words, "page")
            made.setCheckable(True)
            made.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            self._group.addButton(made)
            self.buttons[name] = made
            flow.addWidget(made)
        self._alerts = QVBoxLayout()
        self._alerts.setSpacing(theme.unit(0.25))
        self._alerts.setContentsMargins(theme.unit(), 0, theme.unit(), 0)
        self._told: tuple[tuple[AlertKind, int], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(), 0, theme.unit(), 0)
        column.setSpacing(theme.unit(0.5))
        column.addWidget(row)
        column.addLayout(self._alerts)
        self.show_page(FILM)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self.page = name
        self.buttons[name].setChecked(True)
        self._show_alerts()

    def show_alerts(self, alerts: tuple[tuple[AlertKind, int], ...]) -> None:
        """How many alerts of which kind there are."""
        if alerts != self._told:
            self._told = alerts
            self._show_alerts()

    def _show_alerts(self) -> None:
        while (item := self._alerts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for kind, count in self._told if self.page == FILM else ():
            icon, tone = _TONES.get(kind, ("circle-alert", "warning"))
            words = labels.label(f"alert.{kind.value}")
            line = fields.sign(icon, f"{words} ({count})" if count > 1 else words, tone)
            self._alerts.addWidget(line)
            line.show()
