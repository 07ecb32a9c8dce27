"""Draws the cells that are more than a text: flags, ranges with their mark, small courses."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meddx_desktop.core.domain.laboratory import ReferenceRange
from meddx_desktop.core.operations.labs import LabLine
from meddx_desktop.gui import icons, theme
from meddx_desktop.gui.labs_tab import flag_marks
from meddx_desktop.gui.labs_tab.board import Row, when
from meddx_desktop.gui.labs_tab.cells import Column, cell
from meddx_desktop.gui.labs_tab.results_model import ROW

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_POINTS = 60
"""Of a small course: older ones would be drawn on the same pixel."""


class ResultsDelegate(QStyledItemDelegate):
    """One line a result, in the colours of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pressed = ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Grows with the text; every row is as high as the next."""
        return QSize(theme.unit(8), QFontMetrics(theme.font()).height() + theme.unit(1.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the cell."""
        row: Row | None = index.data(ROW)
        painter.save()
        _ground(painter, option, first=index.column() == 0)
        area = option.rect.adjusted(theme.unit(), 0, -theme.unit(), 0)
        if row is None:
            if index.column() == 0:
                painter.setFont(theme.font("small", bold=True))
                painter.setPen(theme.tone("muted"))
                painter.drawText(area, _LEFT, str(index.data() or ""))
        else:
            self._cell(painter, area, row, Column(index.column()))
        painter.restore()

    def _cell(self, painter: QPainter, area: QRect, row: Row, column: Column) -> None:
        painter.setFont(theme.font())
        is_out = row.is_cancelled or not row.line.stands
        painter.setPen(theme.tone("muted" if is_out else "text"))
        match column:
            case Column.FLAG:
                _marks(painter, area, row)
            case Column.COURSE:
                _course(painter, area, row)
            case Column.RANGE:
                _range(painter, area, row)
            case Column.TEST:
                _test(painter, area, row)
            case Column.VALUE:
                _value(painter, area, row, is_out=is_out)
            case Column.TAKEN:
                painter.setPen(theme.tone("muted"))
                _taken(painter, area, cell(row, column))
            case _:
                painter.setPen(theme.tone("muted"))
                _elided(painter, area, cell(row, column))


def _ground(painter: QPainter, option: QStyleOptionViewItem, *, first: bool) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, theme.tone("raised"))
        if first:
            bar = QRect(option.rect.topLeft(), QSize(3, option.rect.height()))
            painter.fillRect(bar, theme.tone("accent"))


def _test(painter: QPainter, area: QRect, row: Row) -> None:
    status = flag_marks.of_status(row)
    metrics = painter.fontMetrics()
    used = min(metrics.horizontalAdvance(row.name), area.width())
    _elided(painter, area, row.name)
    if status:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.tone("warning"))
        _elided(painter, area.adjusted(used + theme.unit(), 0, 0, 0), status)


def _value(painter: QPainter, area: QRect, row: Row, *, is_out: bool) -> None:
    font = theme.font(bold=row.is_critical)
    font.setStrikeOut(is_out)
    painter.setFont(font)
    _elided(painter, area, cell(row, Column.VALUE), _RIGHT)


def _taken(painter: QPainter, area: QRect, text: str) -> None:
    """The whole time, or the day alone where the hour would be cut in two."""
    fits = painter.fontMetrics().horizontalAdvance(text) <= area.width()
    _elided(painter, area, text if fits else text.partition(" ")[0])


def _marks(painter: QPainter, area: QRect, row: Row) -> None:
    left, size, gap = area.left(), theme.unit(2), theme.unit(0.75)
    for mark in flag_marks.of_row(row):
        if mark.icon:
            top = area.top() + (area.height() - size) // 2
            painter.drawPixmap(left, top, icons.pixmap(mark.icon, mark.tone, size))
            left += size + gap
        painter.setPen(theme.tone(mark.tone))
        painter.setFont(theme.font(bold=mark.tone == "danger"))
        room = QRect(left, area.top(), area.right() - left, area.height())
        _elided(painter, room, mark.word)
        left += painter.fontMetrics().horizontalAdvance(mark.word) + 2 * gap
    is_doubted = row.loud and not row.asks and left + size <= area.right()
    if is_doubted:
        top = area.top() + (area.height() - size) // 2
        painter.drawPixmap(
            area.right() - size, top, icons.pixmap("triangle-alert", "warning", size)
        )


def _range(painter: QPainter, area: QRect, row: Row) -> None:
    painter.setPen(theme.tone("muted"))
    text = cell(row, Column.RANGE)
    if not text or row.one.range is None:
        return
    size, gap = theme.unit(1.75), theme.unit(0.75)
    icon = "flask-conical" if row.one.range.is_laboratorys else "list"
    top = area.top() + (area.height() - size) // 2
    painter.drawPixmap(area.left(), top, icons.pixmap(icon, "muted", size))
    _elided(painter, area.adjusted(size + gap, 0, 0, 0), text)


def _course(painter: QPainter, area: QRect, row: Row) -> None:
    ones = row.history[-_MOST_POINTS:]
    if len(ones) < 2:
        return
    box = QRectF(area).adjusted(3, theme.unit(0.75), -4, -theme.unit(0.75))
    places = _places(ones, box, row.one.range)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    band = _band(ones, box, row.one.range)
    if band is not None:
        ground = QColor(theme.tone("track"))
        ground.setAlphaF(0.6)
        painter.fillRect(band, ground)
    painter.setPen(QPen(theme.tone("muted"), 1.4))
    painter.drawPolyline(QPolygonF(places))
    painter.setPen(Qt.PenStyle.NoPen)
    for one, place in zip(ones, places, strict=True):
        tone = flag_marks.tone_of(one.observation.interpretation)
        is_this = (one.source, one.number) == row.key
        if is_this or tone != "muted":
            painter.setBrush(theme.tone("accent" if tone == "muted" else tone))
            reach = 3.0 if is_this else 2.0
            painter.drawEllipse(place, reach, reach)


def _span(ones: Sequence[LabLine], reference: ReferenceRange | None) -> tuple[float, float]:
    values = [one.observation.quantity.value for one in ones if one.observation.quantity]
    ends = () if reference is None else (reference.low, reference.high)
    values += [end for end in ends if end is not None]
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - 1, high + 1)


def _places(
    ones: Sequence[LabLine], box: QRectF, reference: ReferenceRange | None
) -> list[QPointF]:
    low, high = _span(ones, reference)
    first, last = when(ones[0]).timestamp(), when(ones[-1]).timestamp()
    length = max(last - first, 1.0)
    return [
        QPointF(
            box.left() + box.width() * (when(one).timestamp() - first) / length,
            box.bottom() - box.height() * (_number(one) - low) / (high - low),
        )
        for one in ones
    ]


def _number(one: LabLine) -> float:
    return one.observation.quantity.value if one.observation.quantity else 0.0


def _band(ones: Sequence[LabLine], box: QRectF, reference: ReferenceRange | None) -> QRectF | None:
    if reference is None or (reference.low is None and reference.high is None):
        return None
    low, high = _span(ones, reference)

    def level(end: float | None, otherwise: float) -> float:
        return (
            otherwise if end is None else box.bottom() - box.height() * (end - low) / (high - low)
        )

    top, bottom = level(reference.high, box.top()), level(reference.low, box.bottom())
    return QRectF(box.left(), top, box.width(), max(bottom - top, 1.0))


def _elided(painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag = _LEFT) -> None:
    if rect.width() <= 0:
        return
    fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side, fitted)
