"""The two plots of a check: the ROC curve with a marker to move, and scores against the truth."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.operations.validation import AtThreshold, Bin, Figures, Point
from meddx_desktop.gui import theme
from meddx_desktop.gui.widgets.plot import CIRCLE, RING, SQUARE, Canvas, Entry, Plot, frame_in

_FAR = 10
"""Steps of the keys for pages."""


class RocPlot(Plot):
    """Every threshold is a point; one of them is marked and can be moved along the curve."""

    moved = Signal(object)
    """The `Point` that is marked now."""

    def __init__(self, title: str, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(title, "", "", parent)
        self._across = self.tr("False alarms (1 − specificity), %")
        self._up = self.tr("Sensitivity, %")
        self._points = figures.roc
        self._figures = figures
        self._place = _nearest(figures.roc, _of(figures.site or figures.shipped))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Move the marker with the mouse or the arrow keys"))

    @property
    def marked(self) -> Point:
        """Where the marker stands."""
        return self._points[self._place]

    def move_to(self, place: int) -> None:
        """Put the marker on another point, by its number from the left."""
        self._place = min(max(place, 0), len(self._points) - 1)
        self.update()
        self.moved.emit(self.marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go along the curve."""
        last = len(self._points) - 1
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: _FAR,
            Qt.Key.Key_PageDown: -_FAR,
            Qt.Key.Key_Home: -last,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.move_to(self._place + steps[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the point that is nearest."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """While the button is held."""
        self._follow(event.position())

    def _follow(self, at: QPointF) -> None:
        frame = frame_in(self._area(), theme.font("small"))
        share = QPointF(
            (at.x() - frame.left()) / frame.width(), (frame.bottom() - at.y()) / frame.height()
        )
        self.move_to(_nearest(self._points, share))

    def _content(self, canvas: Canvas) -> None:
        canvas.pen("muted", dashed=True)
        canvas.painter.drawLine(canvas.place(QPointF(0, 0)), canvas.place(QPointF(1, 1)))
        canvas.pen("accent", 2)
        line = [canvas.place(_at(point)) for point in self._points]
        canvas.painter.drawPolyline(QPolygonF(line))
        entries = self._marks()
        for entry in entries:
            canvas.mark(entry.shape, entry.tone, canvas.place(entry.at))
        canvas.legend(entries, low=True)

    def _marks(self) -> list[Entry]:
        shipped, site = self._figures.shipped, self._figures.site
        marks = [Entry(_of(shipped), CIRCLE, "warning", self.tr("The model's threshold"))]
        if site is not None:
            marks.append(Entry(_of(site), SQUARE, "good", self.tr("This site's threshold")))
        marks.append(Entry(_at(self.marked), RING, "text", self.tr("Marker")))
        return marks


class CalibrationPlot(Plot):
    """Mean score of groups of films against the share that has the finding, with intervals."""

    def __init__(self, title: str, bins: Sequence[Bin], parent: QWidget | None = None) -> None:
        super().__init__(title, "", "", parent)
        self._across = self.tr("Mean score of the group, 0 to 100")
        self._up = self.tr("Share with the finding, %")
        self._bins = bins

    def _content(self, canvas: Canvas) -> None:
        canvas.pen("muted", dashed=True)
        canvas.painter.drawLine(canvas.place(QPointF(0, 0)), canvas.place(QPointF(1, 1)))
        canvas.pen("accent", 2)
        for part in self._bins:
            low, high = QPointF(part.score, part.share.low), QPointF(part.score, part.share.high)
            canvas.painter.drawLine(canvas.place(low), canvas.place(high))
        places = [QPointF(part.score, part.share.value or 0.0) for part in self._bins]
        canvas.painter.drawPolyline(QPolygonF([canvas.place(place) for place in places]))
        for place in places:
            canvas.mark(CIRCLE, "accent", canvas.place(place))


def _at(point: Point) -> QPointF:
    return QPointF(1.0 - point.specificity, point.sensitivity)


def _of(at: AtThreshold) -> QPointF:
    return QPointF(1.0 - (at.specificity.value or 0.0), at.sensitivity.value or 0.0)


def _nearest(points: Sequence[Point], to: QPointF) -> int:
    def far(point: Point) -> float:
        gap = _at(point) - to
        return gap.x() ** 2 + gap.y() ** 2

    return min(range(len(points)), key=lambda place: far(points[place]))
