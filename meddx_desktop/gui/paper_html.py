"""A sheet as simple HTML, for looking at and for the printer; every word from outside is escaped.

The blocks are those of the PDF, so that what is looked at is what is let out.
"""

import base64
import html
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF

from meddx_desktop.core.domain.paper import (
    Blanks,
    Block,
    Facts,
    Heading,
    NextPage,
    Paper,
    Paragraph,
    Picture,
    Row,
    Sign,
    Signs,
    Table,
    Tone,
)
from meddx_desktop.core.operations.reports import PICTOGRAMS, Ring, Shape
from meddx_desktop.gui import labels

_INK = "#181c21"
_COLOURS = {Tone.QUIET: "#5c646e", Tone.WARNING: "#7e4a00", Tone.DANGER: "#a61c1c"}
_BOLD = frozenset({Tone.STRONG, Tone.DANGER})
_SIGN = 112
_WIDTH = 680
"""Pixels that a sheet is laid out for; pictures take their share of it."""


def page(paper: Paper) -> str:
    """The whole sheet; the stamp first, for nobody must miss it."""
    drawn = _Drawn(paper.is_large)
    tone = Tone.STRONG if paper.is_reviewed or not paper.whose else Tone.DANGER
    parts = [drawn.marked(paper.stamp, tone)] if paper.stamp else []
    parts += [drawn.block(block) for block in paper.blocks]
    return "".join([*parts, drawn.marked(paper.foot, Tone.QUIET)])


def head(paper: Paper) -> str:
    """What stands on top of every printed page."""
    return " · ".join(part for part in (paper.whose or paper.title, paper.stamp) if part)


def _safe(text: str) -> str:
    lines = (labels.plain(line) for line in text.split("\n"))
    return "<br>".join(html.escape(line) for line in lines)


class _Drawn:
    """Blocks as HTML, in the usual size or in large print."""

    def __init__(self, is_large: bool) -> None:
        self._large = is_large

    def block(self, block: Block) -> str:
        drawers: dict[type, Callable[[Any], str]] = {
            Heading: self._heading,
            Paragraph: lambda one: self.marked(one.text, one.tone),
            Facts: self._facts,
            Table: self._table,
            Picture: self._picture,
            Sign: self._sign,
            Signs: self._signs,
            Blanks: self._blanks,
            NextPage: lambda _one: "<p style='page-break-after:always'></p>",
        }
        return drawers[type(block)](block)

    def marked(self, text: str, tone: Tone) -> str:
        return f"<p>{self._words(text, tone)}</p>"

    def _words(self, text: str, tone: Tone = Tone.PLAIN) -> str:
        said = f"<b>{_safe(text)}</b>" if tone in _BOLD else _safe(text)
        style = f"color:{_COLOURS.get(tone, _INK)};"
        style += "font-size:x-large;" if self._large else ""
        return f'<span style="{style}">{said}</span>'

    def _heading(self, block: Heading) -> str:
        # Large print leaves room for larger headings only.
        tag = f"h{min(block.level + (not self._large), 4)}"
        return f"<{tag}>{_safe(block.text)}</{tag}>"

    def _facts(self, block: Facts) -> str:
        rows = "".join(
            f"<tr><td width='32%'>{self._words(name, Tone.QUIET)}</td>"
            f"<td>{self._words(value)}</td></tr>"
            for name, value in block.rows
        )
        return f"<table cellpadding='2' width='100%'>{rows}</table>"

    def _table(self, block: Table) -> str:
        total = sum(column.weight for column in block.columns)
        heads = "".join(
            f"<th align='left' width='{column.weight / total * 100:.0f}%'>"
            f"{self._words(column.title, Tone.QUIET)}</th>"
            for column in block.columns
        )
        rows = "".join(self._row(row, len(block.columns)) for row in block.rows)
        return (
            f"<table cellpadding='3' width='100%'><thead><tr>{heads}</tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )

    def _row(self, row: Row, columns: int) -> str:
        cells = "".join(
            f"<td valign='top'>{self._words(cell, row.tone)}</td>" for cell in row.cells
        )
        note = self._words(row.note, Tone.QUIET)
        below = f"<tr><td colspan='{columns}'>{note}</td></tr>" if row.note else ""
        return f"<tr>{cells}</tr>{below}"

    def _picture(self, block: Picture) -> str:
        width = round(_WIDTH * block.share)
        height = round(width * block.height / block.width)
        shown = _image(block.png, width, height)
        return f"<p>{shown}<br>{self._words(block.caption, Tone.QUIET)}</p>"

    def _sign(self, block: Sign) -> str:
        half = _SIGN // 2
        shown = _image(_pictogram(PICTOGRAMS[block.name]), half, half)
        loud = f"<h3>{_safe(block.loud)}</h3>" if block.loud else ""
        words = f"<td valign='middle'>{loud}{self._words(block.text)}</td>"
        return f"<table cellpadding='4'><tr><td width='{half + 8}'>{shown}</td>{words}</tr></table>"

    def _signs(self, block: Signs) -> str:
        width = 100 // block.columns
        cells = [f"<td width='{width}%'>{self._sign(one)}</td>" for one in block.signs]
        rows = "".join(
            f"<tr>{''.join(cells[start : start + block.columns])}</tr>"
            for start in range(0, len(cells), block.columns)
        )
        return f"<table width='100%'>{rows}</table>"

    def _blanks(self, block: Blanks) -> str:
        line = "_" * (66 // block.columns - 8)
        cells = [f"<td>{self._words(name, Tone.QUIET)} {line}</td>" for name in block.names]
        rows = [
            "".join(cells[start : start + block.columns])
            for start in range(0, len(cells), block.columns)
        ]
        more = f"<tr><td colspan='{block.columns}'>{'_' * 66}</td></tr>" * (block.lines - 1)
        drawn = "".join(f"<tr>{row}</tr>{more}" for row in rows)
        return f"<table cellpadding='4' width='100%'>{drawn}</table>"


def _image(png: bytes, width: int, height: int) -> str:
    coded = base64.b64encode(png).decode("ascii")
    return f'<img src="data:image/png;base64,{coded}" width="{width}" height="{height}">'


def _pictogram(shapes: tuple[Shape, ...]) -> bytes:
    """A pictogram as a PNG file."""
    made = QPixmap(_SIGN, _SIGN)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SIGN / 100, _SIGN / 100)
    pen = QPen(QColor(_INK), 5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for shape in shapes:
        _shape(painter, shape)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")
    buffer.close()
    return bytes(content.data())


def _shape(painter: QPainter, shape: Shape) -> None:
    filled = QBrush(QColor(_INK)) if shape.filled else QBrush(Qt.BrushStyle.NoBrush)
    painter.setBrush(filled)
    if isinstance(shape, Ring):
        painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        return
    points = QPolygonF([QPointF(x, y) for x, y in shape.points])
    if shape.closed:
        painter.drawPolygon(points)
    else:
        painter.drawPolyline(points)
