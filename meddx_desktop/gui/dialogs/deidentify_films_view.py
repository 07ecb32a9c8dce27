"""One frame before and after, with a mark around every place; a click changes what is covered."""

from collections.abc import Callable
from functools import partial

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobRunner
from meddx_desktop.core.operations.deidentify_case import LookedFilm
from meddx_desktop.gui import theme
from meddx_desktop.gui.image_tab.q_image import image_of
from meddx_desktop.gui.main_thread import MainThread

_SMALLEST_DRAWN = 6


class FilmPair(QWidget):
    """Before on the left with its marks, after on the right, on the same scale."""

    clicked = Signal(int)
    """Number of the region that was clicked."""
    drawn = Signal(QRect)
    """A new place, in stored pixels."""
    shown = Signal()
    """The frame that was asked for is on the screen; decoding a large one takes a second."""
    failed = Signal(object)
    """A `MedDxError`: the frame can't be decoded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(theme.unit(48), theme.unit(20))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._arrays: tuple[NDArray[np.uint8], NDArray[np.uint8]] | None = None
        self._images: tuple[QImage, QImage] | None = None
        self._film: LookedFilm | None = None
        self._frame = 0
        self._chosen = -1
        self._from: QPointF | None = None
        self._to = QPointF()
        self._main = MainThread()
        self._decoder = JobRunner(self._post, workers=1)

    def show_frame(self, film: LookedFilm | None, frame: int = 0, *, chosen: int = -1) -> None:
        """Show one frame of a film, black until it is decoded; None shows nothing."""
        is_same = self._shows(film, frame)
        self._film, self._frame, self._chosen = film, frame, chosen
        if film is not None and is_same and self._arrays is not None:
            # Decoded once for a frame: a click changes only what lies over it.
            self._lay(film, self._arrays[0])
            return
        self._images = self._arrays = None
        self.update()
        if film is not None and not is_same:
            self._decoder.cancel_all()
            self._decoder.submit(
                "frame",
                lambda _context: np.ascontiguousarray(film.picture(frame)),
                on_result=partial(self._decoded, film, frame),
                on_error=partial(self._refused, film, frame),
            )

    def _post(self, work: Callable[[], None]) -> None:
        # The dialog may be gone when the picture comes: a lock ends it.
        self._main.post(lambda: work() if shiboken6.isValid(self) else None)

    def _decoded(self, film: LookedFilm, frame: int, before: NDArray[np.uint8]) -> None:
        if self._shows(film, frame) and self._film is not None:
            self._lay(self._film, before)  # places may have changed since it was asked for
            self.shown.emit()

    def _refused(self, film: LookedFilm, frame: int, error: MedDxError) -> None:
        if self._shows(film, frame):
            self.failed.emit(error)

    def _lay(self, film: LookedFilm, before: NDArray[np.uint8]) -> None:
        after = np.ascontiguousarray(film.covered(before, self._frame))
        self._arrays = (before, after)  # the pictures look into them
        self._images = (image_of(before), image_of(after))
        self.update()

    def _shows(self, film: LookedFilm | None, frame: int) -> bool:
        mine = self._film
        return film is not None and mine is not None and mine.is_of(film) and self._frame == frame

    def choose(self, number: int) -> None:
        """Set one region off."""
        self._chosen = number
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two films side by side."""
        return QSize(theme.unit(100), theme.unit(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two pictures, and the marks on the first."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self._images is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for side, image in enumerate(self._images):
            painter.drawImage(self._place(side), image)
        painter.setPen(QPen(QColor(theme.DARK.edge), 1))
        painter.drawLine(self.width() // 2, 0, self.width() // 2, self.height())
        self._mark(painter)

    def _mark(self, painter: QPainter) -> None:
        # The ground is a film, black in both appearances: so are the colours on it.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, box in self._boxes():
            region = self._film.regions[number] if self._film is not None else None
            if region is None:
                continue
            style = Qt.PenStyle.SolidLine if region.covered else Qt.PenStyle.DashLine
            tone = "danger" if region.covered else "good"
            painter.setPen(
                QPen(QColor(getattr(theme.DARK, tone)), 3 if number == self._chosen else 1.5, style)
            )
            painter.drawRect(box)
        if self._from is not None:
            painter.setPen(QPen(QColor(theme.DARK.accent), 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(self._from, self._to).normalized())

    def _boxes(self) -> list[tuple[int, QRectF]]:
        """Regions of this frame where they are on the widget, by number."""
        if self._film is None:
            return []
        place, scale = self._place(0), self._scale()
        return [
            (
                number,
                QRectF(
                    place.left() + one.left * scale,
                    place.top() + one.top * scale,
                    (one.right - one.left) * scale,
                    (one.bottom - one.top) * scale,
                ),
            )
            for number, one in enumerate(self._film.regions)
            if one.frame in (-1, self._frame)
        ]

    def _scale(self) -> float:
        if self._images is None:
            return 1.0
        size = self._images[0].size()
        half = self.width() / 2 - theme.unit()
        return min(half / size.width(), self.height() / size.height())

    def _place(self, side: int) -> QRectF:
        """Where a picture lies: 0 the left half, 1 the right one."""
        if self._images is None:
            return QRectF()
        size, scale = self._images[0].size(), self._scale()
        wide, high = size.width() * scale, size.height() * scale
        left = self.width() / 2 * side + (self.width() / 2 - wide) / 2
        return QRectF(left, (self.height() - high) / 2, wide, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a place, on either picture."""
        if event.button() is Qt.MouseButton.LeftButton and self._images is not None:
            self._from = self._to = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The place grows."""
        if self._from is not None:
            self._to = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click turns a region, a stretched place is a new one."""
        begun, self._from = self._from, None
        if begun is None:
            return
        self.update()
        first, last = self._stored(begun), self._stored(event.position())
        place = QRectF(first, last).normalized().toAlignedRect()
        if min(place.width(), place.height()) >= _SMALLEST_DRAWN:
            self.drawn.emit(place)
            return
        hit = [number for number, box in self._boxes() if box.contains(self._on_left(begun))]
        if hit:
            self.clicked.emit(hit[-1])

    def _on_left(self, point: QPointF) -> QPointF:
        """The same place of the film on the left picture."""
        half = self.width() / 2
        return QPointF(point.x() - half if point.x() > half else point.x(), point.y())

    def _stored(self, point: QPointF) -> QPointF:
        """Stored pixels of a place on the widget, held within the film."""
        place, scale = self._place(0), self._scale()
        where = (self._on_left(point) - place.topLeft()) / scale
        size = self._images[0].size() if self._images is not None else QSize(1, 1)
        return QPointF(
            min(max(where.x(), 0.0), size.width()), min(max(where.y(), 0.0), size.height())
        )

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, or other words: the marks are painted anew."""
        super().changeEvent(event)
        self.update()
