"""The lines in the corners of a film: which stay, where they break, and how they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

_INK = QColor("#f2f5f8")
_SHADOW = QColor(0, 0, 0, 200)
Lines = tuple[str, ...]


class Detail(IntEnum):
    """How much stands in the corners; less where legend or badges need the room."""

    NONE = 0
    LEAST = 1
    SHORT = 2
    FULL = 3


@dataclass(frozen=True, slots=True)
class Corners:
    """The lines of each corner, top to bottom."""

    top_left: Lines = ()
    top_right: Lines = ()
    bottom_left: Lines = ()
    bottom_right: Lines = ()

    def at(self, detail: Detail) -> "Corners":
        """The lines that remain: whose film it is goes last."""
        if detail is Detail.FULL:
            return self
        if detail is Detail.SHORT:
            return Corners(
                self.top_left, self.top_right, self.bottom_left[:1], self.bottom_right[-1:]
            )
        return Corners(self.top_left[:2], self.top_right[:1]) if detail else Corners()


def broken(lines: Lines, metrics: QFontMetricsF, room: float) -> Lines:
    """The same words in lines that fit the room; a word that is too long has its own line."""
    made: list[str] = []
    for line in lines:
        now = ""
        for word in line.split(" "):
            longer = f"{now} {word}" if now else word
            if now and metrics.horizontalAdvance(longer) > room:
                made.append(now.strip(" ·"))
                now = "" if word == "·" else word
            else:
                now = longer
        made.append(now.strip(" ·"))
    return tuple(line for line in made if line)


def elided(lines: Lines, metrics: QFontMetricsF, room: float) -> Lines:
    """The lines, cut with an ellipsis where the room ends."""
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)


def drawn(lines: Sequence[str], font: QFont, ratio: float, *, right: bool) -> QPixmap:
    """Light letters with a thin dark rim: they read on lung and on bone."""
    metrics = QFontMetricsF(font)
    advances = [metrics.horizontalAdvance(line) for line in lines]
    width = max(advances) + 4
    height = len(lines) * metrics.lineSpacing() + 4
    picture = QPixmap(round(width * ratio) + 1, round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    for row, (line, advance) in enumerate(zip(lines, advances, strict=True)):
        left = width - advance - 2 if right else 2.0
        baseline = 2 + row * metrics.lineSpacing() + metrics.ascent()
        path.addText(QPointF(left, baseline), font, line)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, QPen(_SHADOW, 2.5, j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, _INK)
    painter.end()
    return picture
