"""Marks that stay on the film while what is seen is not what the file holds."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.gui import corrected, icons, labels, theme
from meddx_desktop.gui.image_tab.view_state import ViewState
from meddx_desktop.gui.widgets import fields

_GROUND_OPACITY = 0.92


class Float(QFrame):
    """A small area that lies on the film: calm ground, so that words read on bone and lung."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(
            theme.unit(1.5), theme.unit(0.75), theme.unit(1.5), theme.unit(0.75)
        )
        self.column.setSpacing(theme.unit(0.5))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, in the colour of the panels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_GROUND_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tone("panel"))
        corner = theme.unit(0.5)
        painter.drawRoundedRect(self.rect(), corner, corner)
        painter.end()


class AlteredBadge(Float):
    """Says that the view is flipped, turned or inverted, until that is undone."""

    undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alteredBadge")
        self.button = fields.button("", "quiet")
        self.button.setIcon(icons.icon("triangle-alert", "warning"))
        self.button.setIconSize(QSize(theme.unit(2), theme.unit(2)))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.undo)
        self.marker = fields.text(labels.safety("marker"), "small")
        self.marker.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.marker)

    def show_state(self, state: ViewState) -> None:
        """Name what was altered; hidden for a view that is as the file holds it."""
        altered = self._words(state)
        if state.upright_turns or state.upright_inverted:
            tip = self.tr("Show the film as it was corrected (Esc)")
        else:
            tip = self.tr("Show the film as it was taken (Esc)")
        self.button.setToolTip(tip)
        text = " · ".join(altered)
        self.button.setText(text)
        self.button.setAccessibleName(self.tr("View altered: {what}. Undo").format(what=text))
        self.marker.setVisible(state.mirrored)
        self.setVisible(bool(altered))

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
        if state.is_inverted:
            words.append(self.tr("Inverted"))
        return words


class CorrectedBadge(Float):
    """Says what a person had done to the film before it was screened, until that is undone."""

    undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("correctedBadge")
        self.icon = fields.icon_label("rotate-cw", "warning")
        self.what = fields.text(tone="warning")
        self.who = fields.text(role="small")
        self.button = fields.button(corrected.undo_words(), "quiet", "undo-2")
        self.button.setAccessibleName(corrected.undo_words())
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.undo)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.who)
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        row.addWidget(self.icon)
        row.addLayout(words)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def set_compact(self, compact: bool) -> None:
        """Where the film has little room: what was done, and a sign for the way back."""
        self.who.setHidden(compact)
        self.button.setText("" if compact else corrected.undo_words())

    def show_correction(self, correction: Correction | None, barred: str = "") -> None:
        """Name what was done, by whom and when; hidden for a film that is seen as it is stored.

        `barred` says why it can't be undone now.
        """
        if correction is not None:
            name = corrected.icon(correction)
            self.icon.setPixmap(icons.pixmap(name, "warning", theme.unit(2)))
            self.what.setText(corrected.what(correction))
            self.who.setText(corrected.who(correction))
            self.button.setEnabled(not barred)
            self.button.setToolTip(barred or corrected.undo_tip())
            self.setAccessibleName(corrected.whole(correction))
            self.setToolTip(corrected.explained(correction))
        self.setVisible(correction is not None)


class SignBadge(Float):
    """A state of the film as a whole: icon, word and colour."""

    def __init__(
        self, icon_name: str, words: str, tone: str, *, tip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.column.addWidget(fields.sign(icon_name, words, tone, wrap=False))
        self.setToolTip(tip)
        self.setAccessibleName(words)
