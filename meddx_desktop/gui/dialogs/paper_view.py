"""The picture of a page: the chosen line set off, what is unsure underlined."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from meddx_desktop.core.operations.paper import Box, LineMarks, Paper, Spot
from meddx_desktop.gui import theme
from meddx_desktop.gui.image_tab.q_image import image_of

_ROOM = 3
"""Lines of room that stay above and below the chosen one."""
_CLOSER, _CLOSEST = 1.25, 4.0


class PaperView(QScrollArea):
    """All pages below each other, as wide as the view; a click chooses the line there."""

    picked = Signal(object)
    """The `Spot` that was clicked."""

    def __init__(self, *, cut: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Sheet(cut=cut)
        self._sheet.picked.connect(self.picked)
        self._closer = 1.0
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A bar that comes and goes would make the pages narrower, lower, and so need no bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumWidth(theme.unit(36))
        self.setAccessibleName(self.tr("The paper"))

    def show_paper(self, shown: Paper) -> None:
        """Show these pages."""
        self._sheet.show_paper(shown)
        self._fit()

    def show_spot(self, spot: Spot | None) -> None:
        """Set a line off, and bring it into view."""
        self._sheet.spot = spot
        self._sheet.update()
        box = self._sheet.box_of(spot)
        if not box.isEmpty():
            middle = box.center()
            self.ensureVisible(middle.x(), middle.y(), 0, box.height() * _ROOM)

    def zoom(self, *, closer: bool) -> None:
        """Nearer or farther; never smaller than the view."""
        factor = self._closer * (_CLOSER if closer else 1 / _CLOSER)
        self._closer = max(1.0, min(_CLOSEST, factor))
        self._fit()
        self.show_spot(self._sheet.spot)

    @property
    def spot(self) -> Spot | None:
        """The line that is set off."""
        return self._sheet.spot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages stay as wide as the view."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        self._sheet.fit(round(width * self._closer))


class _Sheet(QWidget):
    picked = Signal(object)

    def __init__(self, *, cut: bool) -> None:
        super().__init__()
        self._cut = cut
        self._marks: list[tuple[LineMarks, ...]] = []
        self._arrays: list[NDArray[np.uint8]] = []
        self._images: list[QImage] = []
        self._places: list[QRect] = []
        self.spot: Spot | None = None

    def show_paper(self, shown: Paper) -> None:
        self._marks = [page.marks(cut=self._cut) for page in shown.pages]
        self._arrays = [np.ascontiguousarray(page.picture) for page in shown.pages]
        self._images = [image_of(one) for one in self._arrays]  # they look into the arrays
        self.spot = None

    def fit(self, width: int) -> None:
        top, self._places = 0, []
        for image in self._images:
            high = round(image.height() * width / max(1, image.width()))
            self._places.append(QRect(0, top, width, high))
            top += high + theme.unit()
        self.resize(QSize(width, max(0, top - theme.unit())))
        self.update()

    def box_of(self, spot: Spot | None) -> QRect:
        """Where a line lies on this widget; empty where there is none."""
        if spot is None or spot.page >= len(self._places):
            return QRect()
        lines = self._marks[spot.page]
        return self._scaled(spot.page, lines[spot.line].box) if spot.line < len(lines) else QRect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for image, place in zip(self._images, self._places, strict=True):
            painter.drawImage(place, image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._underline(painter)
        box = self.box_of(self.spot)
        if not box.isEmpty():
            # The ground is white paper, whatever the window wears.
            ink = QColor(theme.LIGHT.accent)
            painter.setPen(QPen(ink, 2))
            ink.setAlpha(28)
            painter.setBrush(ink)
            painter.drawRoundedRect(box.adjusted(-3, -2, 3, 2), 3, 3)
        painter.end()

    def _underline(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(theme.LIGHT.danger), 2, Qt.PenStyle.DotLine))
        for page in range(len(self._places)):
            for line in self._marks[page]:
                for one in line.unsure:
                    box = self._scaled(page, one)
                    painter.drawLine(box.bottomLeft(), box.bottomRight())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line that was clicked, or the nearest on that page."""
        spot = self._under(event.position().toPoint())
        if spot is not None:
            self.picked.emit(spot)

    def _under(self, point: QPoint) -> Spot | None:
        for page, place in enumerate(self._places):
            lines = self._marks[page]
            if place.contains(point) and lines:
                boxes = [self._scaled(page, line.box) for line in lines]
                away = [abs(box.center().y() - point.y()) for box in boxes]
                return Spot(page, away.index(min(away)))
        return None

    def _scaled(self, page: int, box: Box) -> QRect:
        place, image = self._places[page], self._images[page]
        scale = place.width() / max(1, image.width())
        left, top, right, bottom = (round(side * scale) for side in box)
        return QRect(left, top + place.top(), max(1, right - left), max(1, bottom - top))


def crop(shown: Paper, page: int, box: Box, height: int) -> QImage:
    """A place of a page cut out, with a little round it, so high on the screen."""
    picture = shown.pages[page].picture
    left, top, right, bottom = box
    side = max(2, (bottom - top) // 8)
    rows, columns = picture.shape[:2]
    cut = picture[max(0, top) : min(rows, bottom), max(0, left - side) : min(columns, right + side)]
    if cut.size == 0:
        return QImage()
    own = np.ascontiguousarray(cut)
    image = image_of(own).convertToFormat(QImage.Format.Format_RGB32)
    return image.scaledToHeight(max(1, height), Qt.TransformationMode.SmoothTransformation)
