"""Draws one test's values over time: band, scale, marks."""

from datetime import UTC, datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPolygonF

from meddx_desktop.gui.labs_tab import flag_marks, shown, trend_scale
from meddx_desktop.gui.labs_tab.trend_scale import Span
from meddx_desktop.gui.labs_tab.trend_series import Point, Series
from meddx_desktop.gui.widgets.plot import CIRCLE, DOWN, RING, SQUARE, UP, Canvas

_SHAPES = {0: CIRCLE, -1: DOWN, 1: UP}


def frames(area: QRectF, font: QFont, count: int) -> list[QRectF]:
    """Where each chart stands: a heading above each, the dates below the last."""
    metrics = QFontMetricsF(font)
    line = metrics.height()
    left = metrics.horizontalAdvance("00000.0") + line
    high = (area.height() - 1.8 * line) / count
    return [
        QRectF(
            area.left() + left,
            area.top() + row * high + 1.6 * line,
            max(area.width() - left - 1.5 * line, 1.0),
            max(high - 2.2 * line, line),
        )
        for row in range(count)
    ]


class Small:
    """One test's chart."""

    def __init__(self, canvas: Canvas, series: Series, days: Span) -> None:
        self._canvas, self._series, self._days = canvas, series, days
        self._span = series.span

    def draw(self, cursor: float | None, *, dates: bool) -> None:
        """Heading, band, scale, values, cursor."""
        canvas, frame = self._canvas, self._canvas.frame
        self._heading()
        self._band()
        self._up()
        self._along(dates=dates)
        canvas.pen("line")
        canvas.painter.drawRect(frame)
        canvas.painter.save()
        reach = canvas.line * 0.7
        canvas.painter.setClipRect(frame.adjusted(-reach, -reach, reach, reach))
        self._line()
        for point in self._seen():
            tone = flag_marks.of_flag(point.line.observation.interpretation).tone
            shape = SQUARE if tone == "danger" and not point.limit else _SHAPES[point.limit]
            canvas.mark(shape, "accent" if tone == "muted" else tone, self._place(point))
        if cursor is not None:
            self._cursor(cursor)
        canvas.painter.restore()

    def _heading(self) -> None:
        canvas, one = self._canvas, self._series
        canvas.pen("text")
        places = shown.places_of(one.points[-1].line.observation)
        limits = shown.limits(one.reference, places) if one.reference else ""
        words = f"{one.name}, {one.unit}" if one.unit else one.name
        frame = canvas.frame
        box = QRectF(frame.left(), frame.top() - 1.3 * canvas.line, frame.width(), canvas.line)
        canvas.words(box, words, Qt.AlignmentFlag.AlignLeft)
        metrics = QFontMetricsF(canvas.font)
        both = metrics.horizontalAdvance(words) + metrics.horizontalAdvance(limits) + canvas.line
        if limits and both <= frame.width():
            canvas.pen("muted")
            canvas.words(box, limits, Qt.AlignmentFlag.AlignRight)

    def _band(self) -> None:
        one, canvas = self._series.reference, self._canvas
        if one is None or (one.low is None and one.high is None):
            return
        low = 0.0 if one.low is None else self._span.share(one.low)
        high = 1.0 if one.high is None else self._span.share(one.high)
        box = QRectF(canvas.place(QPointF(0, high)), canvas.place(QPointF(1, low)))
        color = canvas.color("track")
        color.setAlphaF(0.55)
        canvas.painter.fillRect(box, color)
        canvas.pen("edge", 1, dashed=True)
        for end, level in ((one.low, low), (one.high, high)):
            if end is not None:
                canvas.painter.drawLine(
                    canvas.place(QPointF(0, level)), canvas.place(QPointF(1, level))
                )

    def _up(self) -> None:
        canvas = self._canvas
        most = max(int(canvas.frame.height() / (1.7 * canvas.line)), 2)
        for tick in trend_scale.ticks(self._span, most):
            at = canvas.place(QPointF(0, self._span.share(tick)))
            canvas.pen("line")
            canvas.painter.drawLine(at, QPointF(canvas.frame.right(), at.y()))
            canvas.pen("muted")
            box = QRectF(at.x() - 99 - canvas.gap, at.y() - canvas.line / 2, 99, canvas.line)
            canvas.words(box, f"{tick:g}", Qt.AlignmentFlag.AlignRight)

    def _along(self, *, dates: bool) -> None:
        canvas = self._canvas
        most = max(int(canvas.frame.width() / (6 * canvas.line)), 1)
        places, has_hours = trend_scale.time_ticks(self._days, most)
        for tick in places:
            at = canvas.place(QPointF(self._days.share(tick), 0))
            canvas.pen("line")
            canvas.painter.drawLine(at, QPointF(at.x(), canvas.frame.top()))
            if dates:
                canvas.pen("muted")
                local = datetime.fromtimestamp(tick, UTC).astimezone()
                words = local.strftime("%m-%d %H:%M" if has_hours else "%Y-%m-%d")
                box = QRectF(at.x() - 99, at.y() + canvas.gap / 2, 198, canvas.line)
                canvas.words(box, words)

    def _line(self) -> None:
        """Between numbers; a limit is no value that a line could go through."""
        canvas = self._canvas
        canvas.pen("accent", 1.6)
        run: list[QPointF] = []
        for point in (*self._series.points, None):
            if point is not None and not point.limit:
                run.append(self._place(point))
                continue
            if len(run) > 1:
                canvas.painter.drawPolyline(QPolygonF(run))
            run = []

    def _cursor(self, cursor: float) -> None:
        canvas = self._canvas
        x = canvas.frame.left() + canvas.frame.width() * self._days.share(cursor)
        canvas.pen("muted")
        canvas.painter.drawLine(QPointF(x, canvas.frame.top()), QPointF(x, canvas.frame.bottom()))
        point = self._series.nearest(cursor)
        if point is not None:
            canvas.mark(RING, "text", self._place(point), ring=2.0)

    def _seen(self) -> list[Point]:
        return [one for one in self._series.points if self._days.low <= one.at <= self._days.high]

    def _place(self, point: Point) -> QPointF:
        """Pixels, also beyond the frame: a line leads out of it."""
        frame = self._canvas.frame
        return QPointF(
            frame.left() + frame.width() * self._days.share(point.at),
            frame.bottom() - frame.height() * self._span.share(point.value),
        )
