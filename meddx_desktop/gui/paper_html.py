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
    Facts,
    Heading,
    NextPage,
    Paper,
    Paragraph,
    Picture,
    Row,
    Sign,
    Table,
    Tone,
)
from meddx_desktop.core.operations.reports import PICTOGRAMS, Ring, Shape
from meddx_desktop.gui import labels

_COLOURS = {Tone.QUIET: "#5c646e", Tone.WARNING: "#7e4a00", Tone.DANGER: "#a61c1c"}
_BOLD = frozenset({Tone.STRONG, Tone.DANGER})
_INK = "#181c21"
_SIGN = 112
_WIDTH = 680
"""Pixels that a sheet is laid out for; pictures take their share of it."""
_SMALL, _LARGE = 1.0, 1.5


def page(paper: Paper) -> str:
    """The whole sheet; the stamp first, for nobody must miss it."""
    tone = Tone.STRONG if paper.is_reviewed or not paper.whose else Tone.DANGER
    parts = [_marked(paper.stamp, tone)] if paper.stamp else []
    parts += [_DRAWERS[type(block)](block) for block in paper.blocks]
    parts.append(_marked(paper.foot, Tone.QUIET))
    size = _LARGE if paper.is_large else _SMALL
    return f'<div style="font-size:{size * 100:.0f}%">{"".join(parts)}</div>'


def head(paper: Paper) -> str:
    """What stands on top of every printed page."""
    return " · ".join(part for part in (paper.whose or paper.title, paper.stamp) if part)


def _safe(text: str) -> str:
    lines = (labels.plain(line) for line in text.split("\n"))
    return "<br>".join(html.escape(line) for line in lines)


def _words(text: str, tone: Tone) -> str:
    said = f"<b>{_safe(text)}</b>" if tone in _BOLD else _safe(text)
    colour = _COLOURS.get(tone)
    return f'<span style="color:{colour}">{said}</span>' if colour else said


def _marked(text: str, tone: Tone) -> str:
    return f"<p>{_words(text, tone)}</p>"


def _heading(block: Heading) -> str:
    size = {1: 160, 2: 120}.get(block.level, 105)
    return f'<p><br><b><span style="font-size:{size}%">{_safe(block.text)}</span></b></p>'


def _paragraph(block: Paragraph) -> str:
    return _marked(block.text, block.tone)


def _facts(block: Facts) -> str:
    rows = "".join(
        f"<tr><td width='32%'>{_words(name, Tone.QUIET)}</td><td>{_safe(value)}</td></tr>"
        for name, value in block.rows
    )
    return f"<table cellpadding='2' width='100%'>{rows}</table>"


def _table(block: Table) -> str:
    total = sum(column.weight for column in block.columns)
    heads = "".join(
        f"<th align='left' width='{column.weight / total * 100:.0f}%'>{_safe(column.title)}</th>"
        for column in block.columns
    )
    rows = "".join(_row(row, len(block.columns)) for row in block.rows)
    return (
        f"<table cellpadding='3' width='100%'><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _row(row: Row, columns: int) -> str:
    cells = "".join(f"<td valign='top'>{_words(cell, row.tone)}</td>" for cell in row.cells)
    note = _words(row.note, Tone.QUIET)
    below = f"<tr><td colspan='{columns}'>{note}</td></tr>" if row.note else ""
    return f"<tr>{cells}</tr>{below}"


def _picture(block: Picture) -> str:
    width = round(_WIDTH * block.share)
    height = round(width * block.height / block.width)
    shown = _image(block.png, width, height)
    return f"<p>{shown}<br>{_words(block.caption, Tone.QUIET)}</p>"


def _sign(block: Sign) -> str:
    half = _SIGN // 2
    shown = _image(_drawn(PICTOGRAMS[block.name]), half, half)
    words = f"<td valign='middle'>{_safe(block.text)}</td>"
    return f"<table cellpadding='4'><tr><td width='{half + 8}'>{shown}</td>{words}</tr></table>"


def _blanks(block: Blanks) -> str:
    line = "_" * (66 // block.columns - 8)
    cells = [f"<td>{_words(name, Tone.QUIET)} {line}</td>" for name in block.names]
    rows = [
        "".join(cells[start : start + block.columns])
        for start in range(0, len(cells), block.columns)
    ]
    more = f"<tr><td colspan='{block.columns}'>{'_' * 66}</td></tr>" * (block.lines - 1)
    drawn = "".join(f"<tr>{row}</tr>{more}" for row in rows)
    return f"<table cellpadding='4' width='100%'>{drawn}</table>"


def _next_page(_block: NextPage) -> str:
    return "<p style='page-break-after:always'></p>"


def _image(png: bytes, width: int, height: int) -> str:
    coded = base64.b64encode(png).decode("ascii")
    return f'<img src="data:image/png;base64,{coded}" width="{width}" height="{height}">'


def _drawn(shapes: tuple[Shape, ...]) -> bytes:
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


_DRAWERS: dict[type, Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Facts: _facts,
    Table: _table,
    Picture: _picture,
    Sign: _sign,
    Blanks: _blanks,
    NextPage: _next_page,
}
