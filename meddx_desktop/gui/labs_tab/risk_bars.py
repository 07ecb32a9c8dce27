"""The pictures of a risk model's answer: score on its scale, contributions, a curve of years."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from meddx_desktop.core.domain.risk import CurvePoint, RiskResult
from meddx_desktop.gui import theme
from meddx_desktop.gui.theme import Tokens
from meddx_desktop.gui.widgets.plot import Canvas, Figure


class RiskBar(QWidget):
    """0 to 100: the score, its interval, and the threshold; the words stand beside it."""

    def __init__(self, answer: RiskResult) -> None:
        super().__init__()
        self._answer = answer
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = self.tr("Score {score} of 100, threshold {threshold}")
        self.setAccessibleName(
            said.format(
                score=round(100 * (answer.score or 0)),
                threshold=round(100 * (answer.threshold or 0)),
            )
        )

    def sizeHint(self) -> QSize:
        """A bar with room for the knob."""
        return QSize(theme.unit(20), theme.unit(3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, interval, threshold, knob."""
        answer = self._answer
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(theme.unit(), self.height() / 2 - 3, self.width() - 2 * theme.unit(), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tone("track"))
        painter.drawRoundedRect(track, 3, 3)
        if answer.low is not None and answer.high is not None:
            left, right = _along(track, answer.low), _along(track, answer.high)
            painter.fillRect(QRectF(left, track.top(), right - left, 6), theme.tone("muted"))
        if answer.threshold is not None:
            x = _along(track, answer.threshold)
            painter.setPen(QPen(theme.tone("text"), 2))
            painter.drawLine(QPointF(x, track.top() - 5), QPointF(x, track.bottom() + 5))
        painter.setPen(QPen(theme.tone("panel"), 2))
        painter.setBrush(theme.tone("warning" if answer.above else "accent"))
        knob = theme.unit(0.75)
        painter.drawEllipse(
            QPointF(_along(track, answer.score or 0.0), track.center().y()), knob, knob
        )
        painter.end()


def _along(track: QRectF, share: float) -> float:
    return track.left() + track.width() * min(max(share, 0.0), 1.0)


class ContributionBars(QWidget):
    """Each input's part against the reference person: right raises the score, left lowers it."""

    def __init__(self, names: Sequence[str], log_odds: Sequence[float]) -> None:
        super().__init__()
        self._names, self._parts = names, log_odds
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        up, down = self.tr("raises"), self.tr("lowers")
        self.setAccessibleName(
            "; ".join(
                f"{name}: {up if part > 0 else down} {abs(part):.2f}"
                for name, part in zip(names, log_odds, strict=True)
            )
        )

    @property
    def _line(self) -> int:
        return QFontMetrics(theme.font("small")).height() + theme.unit(0.75)

    def sizeHint(self) -> QSize:
        """A line for each input."""
        return QSize(theme.unit(40), self._line * len(self._names))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names to the left of the bars, numbers at their ends."""
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        room = min(
            max((metrics.horizontalAdvance(name) for name in self._names), default=0) + 2,
            self.width() // 2,
        )
        number = metrics.horizontalAdvance("−0.00") + theme.unit()
        middle = (
            room + theme.unit() + number + (self.width() - room - theme.unit() - 2 * number) / 2
        )
        most = max((abs(part) for part in self._parts), default=0.0) or 1.0
        half = self.width() - number - middle
        for place, (name, part) in enumerate(zip(self._names, self._parts, strict=True)):
            top = place * self._line
            painter.setPen(theme.tone("text"))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(0, top, room, self._line), Qt.AlignmentFlag.AlignVCenter, shown)
            length = half * abs(part) / most
            left = middle if part >= 0 else middle - length
            bar = QRectF(left, top + self._line * 0.25, length, self._line * 0.5)
            painter.fillRect(bar, theme.tone("warning" if part > 0 else "accent"))
            painter.setPen(theme.tone("muted"))
            at = bar.right() + theme.unit(0.5) if part >= 0 else bar.left() - number
            side = Qt.AlignmentFlag.AlignLeft if part >= 0 else Qt.AlignmentFlag.AlignRight
            text = f"{'+' if part >= 0 else '−'}{abs(part):.2f}"
            box = QRectF(at, top, number - theme.unit(0.5), self._line)
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(theme.tone("edge"), 1))
        painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
        painter.end()


class CurvePlot(Figure):
    """Share expected to be alive year by year, with its interval, beside the reference person."""

    def __init__(self, title: str, curve: Sequence[CurvePoint]) -> None:
        super().__init__(title)
        self._curve = curve
        last = curve[-1]
        said = self.tr("After {years} years {alive} % alive ({low} to {high} %)")
        self.setAccessibleName(
            said.format(
                years=f"{last.years:g}",
                alive=round(100 * last.alive),
                low=round(100 * last.low),
                high=round(100 * last.high),
            )
        )
        self.setMinimumHeight(theme.unit(22))

    def _draw(self, painter: QPainter, area: QRectF, tokens: Tokens, font: QFont) -> None:
        line = QFontMetricsF(font).height()
        left = QFontMetricsF(font).horizontalAdvance("100 %") + line
        frame = area.adjusted(left, line, -line, -2.6 * line)
        canvas = Canvas(painter, frame, tokens, font)
        longest = self._curve[-1].years or 1.0
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            at = canvas.place(QPointF(0, share))
            canvas.pen("line")
            painter.drawLine(at, canvas.place(QPointF(1, share)))
            canvas.pen("muted")
            box = QRectF(at.x() - 99 - canvas.gap, at.y() - line / 2, 99, line)
            canvas.words(box, f"{100 * share:.0f} %", Qt.AlignmentFlag.AlignRight)
        for point in self._curve:
            at = canvas.place(QPointF(point.years / longest, 0))
            canvas.words(QRectF(at.x() - 50, at.y() + 3, 100, line), f"{point.years:g}")
        below = QRectF(frame.left(), frame.bottom() + 1.4 * line, frame.width(), line)
        canvas.words(below, self.tr("Years"))
        start = canvas.place(QPointF(0, 1))
        canvas.pen("muted", dashed=True)
        painter.drawPolyline(QPolygonF([start, *self._places(canvas, longest, "reference")]))
        canvas.pen("accent", 2)
        painter.drawPolyline(QPolygonF([start, *self._places(canvas, longest, "alive")]))
        for point in self._curve:
            x = point.years / longest
            low, high = canvas.place(QPointF(x, point.low)), canvas.place(QPointF(x, point.high))
            canvas.pen("accent", 2)
            painter.drawLine(low, high)
            for end in (low, high):
                painter.drawLine(end - QPointF(line / 4, 0), end + QPointF(line / 4, 0))
            painter.setBrush(theme.tone("accent"))
            # Small: the interval behind it must be seen.
            painter.drawEllipse(canvas.place(QPointF(x, point.alive)), line / 8, line / 8)

    def _places(self, canvas: Canvas, longest: float, what: str) -> list[QPointF]:
        return [
            canvas.place(QPointF(point.years / longest, getattr(point, what)))
            for point in self._curve
        ]
