"""The fix that a film's check names: what it is, how the film looks before and after, one button.

Nothing is done by itself, and no mirror image is ever offered.
"""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import FilmEntry
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.operations.images import Viewport
from meddx_desktop.gui import theme
from meddx_desktop.gui.image_tab.film_loader import Picture
from meddx_desktop.gui.image_tab.q_image import image_of
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

_SIDE = 12
"""Of a small picture, in steps of the grid."""


class FixOffer(QWidget):
    """Shows one offered `Correction` of the film that is looked at."""

    wanted = Signal(object)
    """(SOP Instance UID, `Correction`, frame): have it screened like that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fixOffer")
        self._asked: tuple[str, Correction, int] | None = None
        self._drawn: tuple[object, ...] = ()
        self.before, self.after = _small(), _small()
        self.button = fields.button("", "primary", "scan")
        self.button.setObjectName("fixButton")
        self.button.clicked.connect(self._click)
        self._hint = fields.text(
            self.tr("The stored film stays as it came. Check the side marker before you go on."),
            "small",
            wrap=True,
        )
        self._previews = QWidget()
        row = QHBoxLayout(self._previews)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit())
        row.addWidget(_captioned(self.before, self.tr("As it came")))
        row.addWidget(fields.icon_label("chevron-right", "muted"))
        row.addWidget(_captioned(self.after, self.tr("As it would be screened")))
        flow = FlowLayout(gap=theme.unit(2), line_gap=theme.unit())
        flow.addWidget(self._previews)
        flow.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(), 0, 0)
        column.setSpacing(theme.unit(0.5))
        column.addLayout(flow)
        column.addWidget(self._hint)
        self.hide()

    def show_fix(
        self,
        entry: FilmEntry | None,
        fix: Correction | None,
        picture: Picture | None,
        *,
        frame: int,
        barred: str = "",
    ) -> None:
        """Offer `fix` for a film, or nothing; `barred` says why it can't be done now.

        Before the picture is there nobody sees what would be screened, and the button waits.
        """
        self.setVisible(entry is not None and fix is not None)
        self._asked = None
        if entry is None or fix is None:
            return
        uid = entry.instance.sop_instance_uid
        mine = picture is not None and (picture.key.uid, picture.key.frame) == (uid, frame)
        words = self._words(fix)
        self.button.setText(words)
        self.button.setEnabled(mine and not barred)
        self.button.setToolTip(barred or self.tr("Nothing is turned or inverted by itself"))
        self._asked = (uid, fix, frame)
        if picture is not None and mine:
            self._draw(picture, entry.correction or Correction(), fix)
        self._previews.setVisible(mine)

    def _draw(self, picture: Picture, now: Correction, fix: Correction) -> None:
        ratio = self.devicePixelRatioF()
        drawn = (picture.key, now.done, fix.done, ratio)
        if drawn != self._drawn:
            self._drawn = drawn
            self.before.setPixmap(_drawn(picture, now, ratio))
            self.after.setPixmap(_drawn(picture, now.then(fix), ratio))

    def _click(self) -> None:
        if self._asked is not None:
            self.wanted.emit(self._asked)

    def _words(self, fix: Correction) -> str:
        return {
            "90": self.tr("Turn 90° to the right and screen"),
            "180": self.tr("Turn by 180° and screen"),
            "270": self.tr("Turn 90° to the left and screen"),
            "inverted": self.tr("Un-invert and screen"),
            "90_inverted": self.tr("Turn 90° to the right, un-invert and screen"),
            "180_inverted": self.tr("Turn by 180°, un-invert and screen"),
            "270_inverted": self.tr("Turn 90° to the left, un-invert and screen"),
        }[fix.done]


def _drawn(picture: Picture, correction: Correction, ratio: float) -> QPixmap:
    """The frame as it is seen with a correction, as large as a small picture may be."""
    rows, columns = picture.frame.rows, picture.frame.columns
    side = round(theme.unit(_SIDE) * ratio)
    view = Viewport(
        0, 0, 1, side, side, rotation=correction.quarter_turns, invert=correction.inverted
    )
    levels = picture.renderer.render(view.fitted(rows, columns), picture.usual)
    made = QPixmap.fromImage(image_of(np.ascontiguousarray(levels)).copy())
    made.setDevicePixelRatio(ratio)
    return made


def _small() -> QLabel:
    made = QLabel()
    made.setFixedSize(theme.unit(_SIDE), theme.unit(_SIDE))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _captioned(picture: QLabel, words: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.unit(0.25))
    column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(fields.text(words, "small"), 0, Qt.AlignmentFlag.AlignHCenter)
    picture.setAccessibleName(words)
    return made
