"""Values over time: one small chart for each test, below each other, over the same days."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.labs_tab import flag_marks, shown, trend_scale
from meddx_desktop.gui.labs_tab.trend_paint import Small, frames
from meddx_desktop.gui.labs_tab.trend_scale import Span
from meddx_desktop.gui.labs_tab.trend_series import Series
from meddx_desktop.gui.theme import Tokens
from meddx_desktop.gui.widgets.plot import Canvas, Figure

_STEP = 0.8
_ROW = 11
"""Least height of one chart, in steps of the grid."""
_LINES = 7
"""The same, in lines of its text."""


class TrendChart(Figure):
    """Wheel and +/- zoom the days, drag and Shift+arrows move them, arrows step through values."""

    paper = QSize(960, 640)
    pointed = Signal(str)
    """What stands at the cursor, in words; empty without one."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._series: Sequence[Series] = ()
        self._whole = self._days = Span(0.0, 1.0)
        self._cursor: float | None = None
        self._held: tuple[float, Span] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(theme.unit(12))

    @property
    def series(self) -> Sequence[Series]:
        """What is drawn."""
        return self._series

    @property
    def days(self) -> Span:
        """The time that is in sight."""
        return self._days

    def show_series(self, title: str, series: Sequence[Series]) -> None:
        """Draw these; the whole time is in sight."""
        self.title = title
        self._series = series
        times = [datetime.fromtimestamp(point.at, UTC) for one in series for point in one.points]
        self._whole = self._days = trend_scale.of_times(times)
        self._cursor = None
        words = f"{title}. {self.readout(self._whole.high)}" if series else title
        self.setAccessibleName(words)
        line = QFontMetrics(theme.font("small")).height()
        self.setMinimumHeight(max(len(series), 1) * max(theme.unit(_ROW), _LINES * line))
        self.pointed.emit("")
        self.update()

    def readout(self, at: float) -> str:
        """Each test with its value nearest to a time."""
        parts = []
        for one in self._series:
            point = one.nearest(at)
            if point is not None:
                said = point.line.observation
                flag = flag_marks.of_flag(said.interpretation).word
                parts.append(f"{one.name} {shown.value(said)} ({flag}), {shown.taken(said.sent)}")
        return " · ".join(parts)

    def point_to(self, at: float | None) -> None:
        """Put the cursor to the value nearest to a time, or take it away."""
        places = [point.at for one in self._series for point in one.points]
        nearest = None if at is None else min(places, key=lambda one: abs(one - at), default=None)
        if nearest != self._cursor:
            self._cursor = nearest
            self.pointed.emit("" if nearest is None else self.readout(nearest))
            self.update()

    def step(self, steps: int) -> None:
        """The cursor to the next value, or the one before."""
        places = sorted({point.at for one in self._series for point in one.points})
        if not places:
            return
        if self._cursor is None:
            place = len(places) - 1
        else:
            place = min(max(places.index(self._cursor) + steps, 0), len(places) - 1)
        self.point_to(places[place])
        if not self._days.low <= places[place] <= self._days.high:
            half = self._days.length / 2
            self._see(Span(places[place] - half, places[place] + half))

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Fewer days for a factor below 1."""
        if around is None:
            around = self._days.at(0.5) if self._cursor is None else self._cursor
        self._see(self._days.zoomed(factor, around))

    def see_all(self) -> None:
        """The whole time again."""
        self._see(self._whole)

    def _see(self, days: Span) -> None:
        self._days = days.within(self._whole)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything the mouse can do."""
        key = Qt.Key(event.key())
        moves = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        along = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in along and moves:
            self._see(self._days.moved(along[key] * 0.1))
        elif key in along:
            self.step(along[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.see_all()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Around what the mouse points at."""
        turned = event.angleDelta().y()
        if turned:
            self.zoom(_STEP if turned > 0 else 1 / _STEP, self._time_at(event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the days."""
        self._held = (event.position().x(), self._days)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; else the cursor follows."""
        if self._held is None:
            self.point_to(self._time_at(event.position()))
            return
        start, days = self._held
        frame = self._frame()
        self._see(days.moved((start - event.position().x()) / max(frame.width(), 1.0)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The whole time again."""
        self.see_all()

    def picture_of(self, whose: str, foot: str) -> QImage:
        """For paper: headed by whose it is, with a standing sentence below."""
        before = self.title, self._cursor
        self.title, self._cursor = f"{whose}\n{self.title}", None
        made = self.picture()
        self.title, self._cursor = before
        painter = QPainter(made)
        font = theme.font()
        font.setPixelSize(22)
        painter.setFont(font)
        painter.setPen(QColor(theme.LIGHT.muted))
        box = made.rect().adjusted(16, 0, -16, -6)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, foot)
        painter.end()
        return made

    def _time_at(self, at: QPointF) -> float:
        frame = self._frame()
        return self._days.at((at.x() - frame.left()) / max(frame.width(), 1.0))

    def _frame(self) -> QRectF:
        return frames(self._area(), theme.font("small"), max(len(self._series), 1))[0]

    def _draw(self, painter: QPainter, area: QRectF, tokens: Tokens, font: QFont) -> None:
        places = frames(area, font, max(len(self._series), 1))
        for one, frame in zip(self._series, places, strict=False):
            Small(Canvas(painter, frame, tokens, font), one, self._days).draw(
                self._cursor, dates=frame == places[-1]
            )
