"""Films by week as bars, and beside them what the next weeks may bring, with its interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.site_numbers import Forecast, Week, WeekNumbers
from meddx_desktop.gui import theme
from meddx_desktop.gui.theme import Tokens
from meddx_desktop.gui.widgets.plot import Canvas, Figure

_BAR = 0.62
"""Share of its place that a bar takes."""
_STEPS = (1, 2, 5, 10, 20, 25, 50)


@dataclass(frozen=True, slots=True)
class Bar:
    """One week: all films, those with a score, and those above a threshold."""

    week: Week
    films: int
    screened: int
    positive: int


class WeekChart(Figure):
    """Bars of the weeks behind; a box from the low to the high end for those to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title = self.tr("Films by week")
        self.setAccessibleName(self.title)
        self._bars: tuple[Bar, ...] = ()
        self._forecast: Forecast | None = None
        self.setMinimumHeight(theme.unit(24))

    def sizeHint(self) -> QSize:
        """Wider than high."""
        return QSize(theme.unit(90), theme.unit(26))

    def show_numbers(self, weeks: Sequence[WeekNumbers], forecast: Forecast | None) -> None:
        """Draw these weeks; whoever can't see them is told the sums."""
        self._bars = tuple(
            Bar(one.week, one.tally.films, one.tally.screened, one.tally.positive) for one in weeks
        )
        self._forecast = forecast
        told = self.tr("{films} films in {weeks} weeks").format(
            films=sum(bar.films for bar in self._bars), weeks=len(self._bars)
        )
        self.setAccessibleDescription(told)
        self.update()

    def _draw(self, painter: QPainter, area: QRectF, tokens: Tokens, font: QFont) -> None:
        metrics = QFontMetricsF(font)
        line = metrics.height()
        left = metrics.horizontalAdvance("0000") + line
        frame = QRectF(
            area.left() + left,
            area.top() + 2.2 * line,
            max(area.width() - left - line, 1.0),
            max(area.height() - 4.2 * line, 1.0),
        )
        canvas = Canvas(painter, frame, tokens, font)
        top = self._top()
        self._legend(canvas)
        self._scale(canvas, top)
        for place, bar in enumerate(self._bars):
            for count, tone in (
                (bar.films, "track"),
                (bar.screened, "edge"),
                (bar.positive, "accent"),
            ):
                painter.fillRect(self._box(canvas, place, 0, count / top), canvas.color(tone))
        if self._forecast is not None:
            self._ahead(canvas, self._forecast, top)
        self._names(canvas)

    def _top(self) -> int:
        """The end of the scale: round, and above everything."""
        most = max((bar.films for bar in self._bars), default=0)
        if self._forecast is not None:
            most = max(most, math.ceil(self._forecast.high))
        step = tick_step(most)
        return max(step, math.ceil(most / step) * step)

    @property
    def _places(self) -> int:
        return max(len(self._bars) + (len(self._forecast.weeks) if self._forecast else 0), 8)

    def _box(self, canvas: Canvas, place: int, low: float, high: float) -> QRectF:
        wide = canvas.frame.width() / self._places
        left = canvas.frame.left() + (place + (1 - _BAR) / 2) * wide
        bottom = canvas.frame.bottom() - low * canvas.frame.height()
        top = canvas.frame.bottom() - high * canvas.frame.height()
        return QRectF(left, top, _BAR * wide, bottom - top)

    def _scale(self, canvas: Canvas, top: int) -> None:
        frame, step = canvas.frame, tick_step(top)
        for tick in range(0, top + 1, step):
            y = frame.bottom() - frame.height() * tick / top
            canvas.pen("line")
            canvas.painter.drawLine(int(frame.left()), int(y), int(frame.right()), int(y))
            canvas.pen("muted")
            box = QRectF(frame.left() - 99 - canvas.gap, y - canvas.line / 2, 99, canvas.line)
            canvas.words(box, str(tick), Qt.AlignmentFlag.AlignRight)

    def _ahead(self, canvas: Canvas, forecast: Forecast, top: int) -> None:
        for step in range(len(forecast.weeks)):
            box = self._box(canvas, len(self._bars) + step, forecast.low / top, forecast.high / top)
            canvas.pen("warning", 1.5, dashed=True)
            canvas.painter.drawRect(box)
            canvas.pen("warning", 2.5)
            y = canvas.frame.bottom() - canvas.frame.height() * forecast.mean / top
            canvas.painter.drawLine(int(box.left()), int(y), int(box.right()), int(y))

    def _names(self, canvas: Canvas) -> None:
        """As many weeks by name as have room, the current one always."""
        weeks = [bar.week for bar in self._bars]
        if self._forecast is not None:
            weeks += self._forecast.weeks
        wide = canvas.frame.width() / self._places
        room = QFontMetricsF(canvas.font).horizontalAdvance("W00") + canvas.gap
        every = max(1, math.ceil(room / wide))
        now = len(self._bars) - 1
        canvas.pen("muted")
        for place, week in enumerate(weeks):
            if (now - place) % every == 0:
                middle = canvas.frame.left() + (place + 0.5) * wide
                box = QRectF(middle - 99, canvas.frame.bottom() + canvas.gap / 2, 198, canvas.line)
                canvas.words(box, self.tr("W{n}").format(n=week.number))

    def _legend(self, canvas: Canvas) -> None:
        metrics = QFontMetricsF(canvas.font)
        entries = [
            ("track", self.tr("Without a score")),
            ("edge", self.tr("Screened")),
            ("accent", self.tr("Above threshold")),
        ]
        if self._forecast is not None:
            entries.append(("warning", self.tr("To reckon with, 95 % interval")))
        left, top = canvas.frame.left(), canvas.frame.top() - 2 * canvas.line
        size = canvas.line * 0.7
        for tone, words in entries:
            box = QRectF(left, top + (canvas.line - size) / 2, size, size)
            if tone == "warning":
                canvas.pen(tone, 1.5, dashed=True)
                canvas.painter.drawRect(box)
            else:
                canvas.painter.fillRect(box, canvas.color(tone))
            left += size + canvas.gap
            canvas.pen("text")
            wide = metrics.horizontalAdvance(words)
            canvas.words(QRectF(left, top, wide, canvas.line), words, Qt.AlignmentFlag.AlignLeft)
            left += wide + 1.5 * canvas.line


def tick_step(most: int) -> int:
    """A round step that divides a scale up to `most` into four to eight parts."""
    factor = 1
    while True:
        for step in _STEPS:
            if most <= 5 * step * factor:
                return step * factor
        factor *= 100
