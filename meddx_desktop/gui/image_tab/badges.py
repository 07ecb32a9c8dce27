"""Marks that stay on the film while what is seen is not what the file holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.image_tab.view_state import ViewState
from meddx_desktop.gui.widgets import fields


class AlteredBadge(QWidget):
    """Says that the view is flipped, turned or inverted, until that is undone."""

    undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alteredBadge")
        self.button = fields.button("", "badge")
        self.button.setIcon(icons.icon("triangle-alert", "warning"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setToolTip(self.tr("Show the film as it was taken (Esc)"))
        self.button.clicked.connect(self.undo)
        self._marker = fields.text(labels.safety("marker"), tone="warning")
        self._note = fields.surface("float")
        inside = QHBoxLayout(self._note)
        inside.setContentsMargins(theme.unit(), theme.unit(0.5), theme.unit(), theme.unit(0.5))
        inside.addWidget(self._marker)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def show_state(self, state: ViewState) -> None:
        """Name what was altered; hidden for a view that is as the file holds it."""
        altered = self._words(state)
        self.setVisible(bool(altered))
        text = " · ".join(altered)
        self.button.setText(text)
        self.button.setAccessibleName(self.tr("View altered: {what}. Undo").format(what=text))
        self._note.setVisible(state.mirrored)

    def _words(self, state: ViewState) -> list[str]:
        across, down, degrees = state.flips
        words = []
        if across:
            words.append(self.tr("Flipped"))
        if down:
            words.append(self.tr("Flipped top to bottom"))
        if degrees:
            turns = {
                90: self.tr("Rotated 90° right"),
                180: self.tr("Rotated 180°"),
                270: self.tr("Rotated 90° left"),
            }
            words.append(turns[degrees])
        if state.inverted:
            words.append(self.tr("Inverted"))
        return words


class ProcessingBadge(QWidget):
    """Warns that a film is raw detector data, for as long as it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("processingBadge")
        ground = fields.surface("float")
        inside = QHBoxLayout(ground)
        inside.setContentsMargins(theme.unit(), theme.unit(0.5), theme.unit(), theme.unit(0.5))
        inside.addWidget(
            fields.sign(
                "triangle-alert",
                self.tr("Raw detector data, not for reading"),
                "warning",
                wrap=False,
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ground)
        self.setToolTip(labels.sentence("for_processing"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.hide()
