"""A model score on a scale of 0 to 100, with its threshold and the "not sure" band."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meddx_desktop.core.domain.finding import Finding
from meddx_desktop.gui import theme
from meddx_desktop.gui.widgets import marks


class ScoreBar(QWidget):
    """Track, band, threshold tick, and a knob at the score; the words stand beside it."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        score, threshold = points(finding.probability), points(finding.threshold)
        low, high = (points(end) for end in finding.not_sure)
        self.setAccessibleName(
            self.tr(
                "Model score {score}, threshold {threshold}, not sure from {low} to {high}"
            ).format(score=score, threshold=threshold, low=low, high=high)
        )
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """High enough for the bar and the number of the threshold below it."""
        return QSize(theme.unit(20), theme.unit(2.25) + QFontMetrics(theme.font("small")).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Flat and exact; no gradient says more than the number does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob = theme.unit(0.75)
        track = QRectF(0, theme.unit(0.75), self.width(), theme.unit(0.75))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tone("track"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        self._band(painter, track)
        self._threshold(painter, track)
        center = QPointF(_at(track, self._finding.probability), track.center().y())
        painter.setPen(QPen(theme.tone("panel"), 2))
        painter.setBrush(theme.tone(marks.of_call(self._finding.call).tone))
        painter.drawEllipse(center, knob, knob)
        painter.end()

    def _band(self, painter: QPainter, track: QRectF) -> None:
        low, high = self._finding.not_sure
        left, right = _at(track, low), _at(track, high)
        band = QRectF(left, track.top(), max(right - left, 2.0), track.height())
        color = QColor(theme.tone("muted"))
        painter.fillRect(band, color)

    def _threshold(self, painter: QPainter, track: QRectF) -> None:
        x = _at(track, self._finding.threshold)
        painter.setPen(QPen(theme.tone("text"), 2))
        over = theme.unit(0.5)
        painter.drawLine(QPointF(x, track.top() - over), QPointF(x, track.bottom() + over))
        font = theme.font("small")
        painter.setFont(font)
        painter.setPen(theme.tone("muted"))
        words = self.tr("threshold {value}").format(value=points(self._finding.threshold))
        metrics = QFontMetrics(font)
        band = self.tr("not sure")
        own, gap, swatch = metrics.horizontalAdvance(words), theme.unit(), theme.unit(1.5)
        width = own + 2 * gap + swatch + metrics.horizontalAdvance(band)
        left = max(0.0, min(x - own / 2, self.width() - width))
        baseline = track.bottom() + over + metrics.ascent() + 1
        painter.drawText(QPointF(left, baseline), words)
        at = left + own + gap
        painter.drawText(QPointF(at + swatch + gap / 2, baseline), band)
        thick = theme.unit(0.5)
        middle = baseline - metrics.xHeight() / 2
        painter.fillRect(QRectF(at, middle - thick / 2, swatch, thick), theme.tone("muted"))
        painter.setPen(Qt.PenStyle.NoPen)


def points(probability: float) -> int:
    """A score on the scale of 0 to 100."""
    return round(probability * 100)


def _at(track: QRectF, value: float) -> float:
    """Where a value stands; the whole knob stays on the track at 0 and at 100."""
    knob = theme.unit(0.75)
    return track.left() + knob + (track.width() - 2 * knob) * min(max(value, 0.0), 1.0)
