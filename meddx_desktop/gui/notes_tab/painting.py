"""Draws marks over the text of the editor: nothing of the document is touched by it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTextBlock, QTextLine

from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.gui import theme
from meddx_desktop.gui.notes_tab.groups import PALE, color, draw_line
from meddx_desktop.gui.notes_tab.marks import Mark

SIGNS = {Assertion.POSSIBLE: "?", Assertion.CONDITIONAL: "…"}
"""Drawn behind the last letter, raised."""


def stretches(
    block: QTextBlock, start: int, end: int
) -> Iterator[tuple[QTextLine, float, float, bool]]:
    """The lines that a stretch of the document covers: from x, to x, and whether it ends there.

    What an input method is writing stands in the layout and not in the document: places behind
    it shift.
    """
    layout = block.layout()
    first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
    written, at = (
        len(layout.preeditAreaText().encode("utf-16-le")) // 2,
        layout.preeditAreaPosition(),
    )
    if written:
        first += written if first >= at else 0
        last += written if last > at else 0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin, stop = line.textStart(), line.textStart() + line.textLength()
        if first < stop and last > begin:
            yield line, _x(line, max(first, begin)), _x(line, min(last, stop)), last <= stop


def _x(line: QTextLine, place: int) -> float:
    """`cursorToX` gives the x, and the place that it really stands for."""
    found: object = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def draw(painter: QPainter, block: QTextBlock, origin: QPointF, mark: Mark, *, on: bool) -> None:
    """One mark in one block. `on` is the one that is chosen in the list."""
    pale = mark.assertion in PALE or mark.is_refused
    for line, x1, x2, is_end in stretches(block, mark.start, mark.end):
        left, right = sorted((origin.x() + x1, origin.x() + x2))
        top = origin.y() + line.y()
        base = top + line.ascent()
        box = QRectF(left, top + 1, right - left, line.height() - 2)
        ground = color(mark.group)
        ground.setAlphaF(0.28 if on else (0.06 if pale else 0.12))
        painter.fillRect(box, ground)
        painter.setPen(color(mark.group, pale=pale))
        if not mark.is_refused:
            draw_line(
                painter,
                mark.group,
                left,
                right,
                min(base + line.descent() * 0.6, top + line.height() - 2),
            )
        if mark.assertion is Assertion.NEGATED or mark.is_refused:
            _strike(painter, left, right, top + line.ascent() * 0.68, refused=mark.is_refused)
        if is_end:
            _sign(painter, mark, right, top)
        if on:
            painter.setPen(QPen(theme.tone("accent"), 1))
            painter.drawRect(box)


def _strike(painter: QPainter, left: float, right: float, y: float, *, refused: bool) -> None:
    ink = QColor(theme.tone("muted" if refused else "text"))
    ink.setAlphaF(0.75)
    painter.setPen(QPen(ink, max(1.0, theme.unit() / 7)))
    painter.drawLine(QPointF(left - 1, y), QPointF(right + 1, y))


def _sign(painter: QPainter, mark: Mark, right: float, top: float) -> None:
    """A raised sign of doubt or condition behind the last letter, a dot where a person corrected.

    A blank or a comma follows most mentions, and both leave that corner free; the rim keeps the
    sign apart from any other letter.
    """
    words = SIGNS.get(mark.assertion, "") + ("•" if mark.is_corrected else "")
    if not words or mark.is_refused:
        return
    font = theme.font("small", bold=True)
    path = QPainterPath()
    path.addText(QPointF(right + 0.5, top + QFontMetricsF(font).capHeight() + 1), font, words)
    painter.strokePath(path, QPen(theme.tone("panel"), max(2.0, theme.unit() / 3)))
    painter.fillPath(path, theme.tone("warning" if SIGNS.get(mark.assertion) else "accent"))


def draw_flag(painter: QPainter, block: QTextBlock, origin: QPointF, start: int, end: int) -> None:
    """Words that fired a red flag: a frame, beside whatever else they are."""
    painter.setPen(QPen(theme.tone("danger"), max(1.0, theme.unit() / 6)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line, x1, x2, _ in stretches(block, start, end):
        left, right = sorted((origin.x() + x1, origin.x() + x2))
        top = origin.y() + line.y()
        painter.drawRoundedRect(
            QRectF(left - 1, top + 0.5, right - left + 2, line.height() - 1), 3, 3
        )
