"""Plots: a painter with a frame, a widget that is also a picture for paper, a square of shares."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.theme import Tokens

_TICKS = (0, 20, 40, 60, 80, 100)
_PAPER = 640
_SHARP = 2
"""Pixels of a picture for each of its points, so that paper shows no steps."""

CIRCLE, SQUARE, RING = "circle", "square", "ring"
UP, DOWN = "up", "down"
"""A limit that the value lies above, or below."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark on the plot: where, how it looks, and its words in the legend."""

    at: QPointF
    """Shares, 0 to 1."""
    shape: str
    tone: str
    words: str


def frame_in(area: QRectF, font: QFont) -> QRectF:
    """The square that is left when scale and words have their room."""
    metrics = QFontMetricsF(font)
    line = metrics.height()
    left = 2.5 * line + metrics.horizontalAdvance("100")
    side = max(min(area.width() - left - line, area.height() - 4 * line), 1.0)
    start = area.left() + max(0.0, (area.width() - left - line - side) / 2)
    return QRectF(start + left, area.top() + line, side, side)


class Canvas:
    """A painter with the plot's frame: shares in, pixels out."""

    def __init__(self, painter: QPainter, frame: QRectF, tokens: Tokens, font: QFont) -> None:
        self.painter, self._tokens = painter, tokens
        self.font = font
        self.line = QFontMetricsF(font).height()
        self.gap = self.line / 2
        self.frame = frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)

    def color(self, tone: str) -> QColor:
        """A colour of the appearance that is drawn for."""
        return QColor(str(getattr(self._tokens, tone)))

    def pen(self, tone: str, width: float = 1.0, *, dashed: bool = False) -> None:
        """Draw lines so from now on."""
        pen = QPen(self.color(tone), width)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def place(self, point: QPointF) -> QPointF:
        """Pixels of a point given in shares."""
        x = self.frame.left() + self.frame.width() * min(max(point.x(), 0.0), 1.0)
        return QPointF(x, self.frame.bottom() - self.frame.height() * min(max(point.y(), 0.0), 1.0))

    def mark(self, shape: str, tone: str, at: QPointF, *, ring: float = 1.6) -> None:
        """A filled mark with a rim of the ground, so that it stands out on the line."""
        reach = self.line * 0.4
        if shape == RING:  # shows what lies below it
            self.pen(tone, 2.5)
            self.painter.drawPolygon(_diamond(at, reach * ring))
            return
        self.painter.setPen(QPen(self.color("panel"), 2))
        self.painter.setBrush(self.color(tone))
        box = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        if shape == CIRCLE:
            self.painter.drawEllipse(box)
        elif shape in (UP, DOWN):
            self.painter.drawPolygon(_triangle(at, reach * 1.2, up=shape == UP))
        else:
            self.painter.drawRect(box)

    def scale(self, across: str, up: str) -> None:
        """Grid, numbers and the names of both axes."""
        for tick in _TICKS:
            share = tick / 100
            self.pen("line")
            self.painter.drawLine(self.place(QPointF(share, 0)), self.place(QPointF(share, 1)))
            self.painter.drawLine(self.place(QPointF(0, share)), self.place(QPointF(1, share)))
            self.pen("muted")
            below = self.place(QPointF(share, 0))
            self.words(QRectF(below.x() - 99, below.y() + self.gap / 2, 198, self.line), str(tick))
            beside = self.place(QPointF(0, share))
            box = QRectF(beside.x() - 99 - self.gap, beside.y() - self.line / 2, 99, self.line)
            self.words(box, str(tick), Qt.AlignmentFlag.AlignRight)
        self.pen("edge")
        self.painter.drawRect(self.frame)
        self.pen("text")
        top = self.frame.bottom() + self.line + self.gap
        self.words(QRectF(self.frame.left() - 99, top, self.frame.width() + 198, self.line), across)
        self.painter.save()
        width = QFontMetricsF(self.font).horizontalAdvance("100")
        left = self.frame.left() - width - 2 * self.gap - self.line
        self.painter.translate(left, self.frame.center().y())
        self.painter.rotate(-90)
        half = self.frame.height() / 2 + self.line
        self.words(QRectF(-half, -self.line / 2, 2 * half, self.line), up)
        self.painter.restore()

    def legend(self, entries: Sequence[Entry], *, low: bool) -> None:
        """Marks with their words in the free corner: below right, or above left."""
        if not entries:
            return
        metrics = QFontMetricsF(self.font)
        wide = max(metrics.horizontalAdvance(entry.words) for entry in entries) + 2.5 * self.gap
        high = len(entries) * self.line * 1.4
        left = self.frame.right() - wide - self.gap if low else self.frame.left() + self.gap
        top = self.frame.bottom() - high - self.gap if low else self.frame.top() + self.gap
        for row, entry in enumerate(entries):
            middle = top + (row + 0.5) * self.line * 1.4
            self.mark(entry.shape, entry.tone, QPointF(left + self.gap, middle), ring=1.1)
            self.pen("text")
            box = QRectF(left + 2.5 * self.gap, middle - self.line / 2, wide, self.line)
            self.words(box, entry.words, Qt.AlignmentFlag.AlignLeft)

    def words(
        self, box: QRectF, text: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter
    ) -> None:
        """A line of text, wherever it fits."""
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        self.painter.drawText(box, int(flags), text)


class Figure(QWidget):
    """Draws itself in the colours of the window; `picture` gives it in black on white."""

    paper = QSize(_PAPER, _PAPER)
    """Size of the picture."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Onto the screen."""
        painter = QPainter(self)
        area = self._area()
        self._draw(painter, area, theme.current(), theme.font("small"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.tone("accent"), 2))
            painter.drawRect(area)
        painter.end()

    def picture(self) -> QImage:
        """The plot with its title on white paper, however large the window's text is."""
        size = self.paper
        made = QImage(size * _SHARP, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.white)
        font = theme.font()
        font.setPixelSize(14)
        title = QFont(font)
        title.setBold(True)
        painter = QPainter(made)
        painter.scale(_SHARP, _SHARP)
        painter.setFont(title)
        painter.setPen(QColor(theme.LIGHT.text))
        head = QRectF(16, 12, size.width() - 32, 44)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(head, int(flags), self.title)
        area = QRectF(8, 56, size.width() - 16, size.height() - 72)
        self._draw(painter, area, theme.LIGHT, font)
        painter.end()
        return made

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(1, 1, -1, -1)

    def _draw(self, painter: QPainter, area: QRectF, tokens: Tokens, font: QFont) -> None:
        """Everything inside `area`."""


class Plot(Figure):
    """A square of shares with its scale."""

    def __init__(self, title: str, across: str, up: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._across, self._up = across, up
        self.setMinimumSize(theme.unit(40), theme.unit(40))

    def sizeHint(self) -> QSize:
        """A square that can be read."""
        return QSize(theme.unit(56), theme.unit(56))

    def _draw(self, painter: QPainter, area: QRectF, tokens: Tokens, font: QFont) -> None:
        canvas = Canvas(painter, frame_in(area, font), tokens, font)
        canvas.scale(self._across, self._up)
        self._content(canvas)

    def _content(self, canvas: Canvas) -> None:
        """What the plot shows inside its frame; the plain one shows nothing."""


def _diamond(at: QPointF, reach: float) -> list[QPointF]:
    up, across = QPointF(0, reach), QPointF(reach, 0)
    return [at - up, at + across, at + up, at - across]


def _triangle(at: QPointF, reach: float, *, up: bool) -> list[QPointF]:
    tip = QPointF(0, -reach if up else reach)
    return [at + tip, at - tip + QPointF(reach, 0), at - tip - QPointF(reach, 0)]
