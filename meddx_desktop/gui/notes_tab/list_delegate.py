"""Draws one line of the list beside a note."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.gui import icons, theme
from meddx_desktop.gui.notes_tab import groups
from meddx_desktop.gui.notes_tab.rows import Row, Sort

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_HIGH = 100_000
_ROW = Qt.ItemDataRole.UserRole


class RowDelegate(QStyledItemDelegate):
    """Letter or icon, title and word; a quiet line; reasons below the line that is chosen."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need at the width of the list."""
        row: Row = index.data(_ROW)
        width = self._view.viewport().width()
        pieces = self._pieces(row, width, is_chosen=index.row() == self._view.currentIndex().row())
        height = sum(box.height() for box, *_ in pieces)
        above, below = _edges(row)
        return QSize(theme.unit(20), height + above + below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign, then the pieces below one another."""
        row: Row = index.data(_ROW)
        rect: QRect = option.rect
        is_chosen = index.row() == self._view.currentIndex().row()
        is_chosen = is_chosen and row.sort in (Sort.FLAG, Sort.ENTRY)
        painter.save()
        if is_chosen:
            painter.fillRect(rect, theme.tone("raised"))
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), theme.tone("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver and row.sort is not Sort.HEAD:
            painter.fillRect(rect, theme.tone("window"))
        top = rect.top() + _edges(row)[0]
        self._sign(painter, row, rect, top)
        for box, words, font, tone in self._pieces(row, rect.width(), is_chosen=is_chosen):
            painter.setFont(font)
            painter.setPen(theme.tone(tone))
            painter.drawText(box.translated(rect.left(), top), _WRAP, words)
            top += box.height()
        self._word(painter, row, rect)
        painter.restore()

    def _pieces(
        self, row: Row, width: int, *, is_chosen: bool
    ) -> list[tuple[QRect, str, QFont, str]]:
        """Words with their box (from the left of the line, at height 0), font and tone."""
        strong = row.sort in (Sort.HEAD, Sort.FLAG)
        title = theme.font("small" if row.sort in (Sort.HEAD, Sort.HINT) else "normal", bold=strong)
        if row.assertion is Assertion.NEGATED or row.is_refused:
            title.setStrikeOut(row.sort is Sort.ENTRY)
        small = theme.font("small")
        tone = (
            "muted"
            if row.sort is Sort.HINT or (row.sort is Sort.HEAD and not row.icon)
            else row.tone
        )
        pieces = [(row.title, title, tone)]
        if row.detail:
            pieces.append((row.detail, small, "text" if row.sort is Sort.FLAG else "muted"))
        if row.sort is Sort.FLAG and not is_chosen:
            pieces += [(line, small, "muted" if row.is_seen else "text") for line in row.lines[:1]]
        elif is_chosen:
            pieces += [(line, small, "text") for line in row.lines]
        left = _indent(row)
        room = width - left - theme.unit(1)
        found = []
        for number, (words, font, ink) in enumerate(pieces):
            free = room - self._word_width(row) if number == 0 else room
            found.append((QRect(left, 0, free, _height(words, font, free)), words, font, ink))
        return found

    @staticmethod
    def _word_width(row: Row) -> int:
        if not row.word:
            return 0
        return QFontMetrics(theme.font("small")).horizontalAdvance(row.word) + theme.unit(2)

    def _word(self, painter: QPainter, row: Row, rect: QRect) -> None:
        """What the note says of it, at the end of the first line."""
        if not row.word:
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.tone("warning" if row.assertion is Assertion.POSSIBLE else "muted"))
        if row.sort is Sort.FLAG:
            painter.setPen(theme.tone("danger" if not row.is_seen else "muted"))
        height = QFontMetrics(theme.font()).height()
        box = QRect(rect.left(), rect.top() + _edges(row)[0], rect.width() - theme.unit(1), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.word)

    @staticmethod
    def _sign(painter: QPainter, row: Row, rect: QRect, top: int) -> None:
        height = QFontMetrics(theme.font()).height()
        if row.icon:
            size = min(height, theme.unit(1.75))
            tone = "muted" if row.sort is Sort.HINT else ("good" if row.is_seen else row.tone)
            at = top + (height - size) // 2
            painter.drawPixmap(
                rect.left() + theme.unit(1.25), at, icons.pixmap(row.icon, tone, size)
            )
        elif row.sort is Sort.ENTRY and row.group is not None:
            painter.setFont(theme.font("small", bold=True))
            painter.setPen(groups.color(row.group, pale=row.assertion in groups.PALE))
            box = QRect(rect.left() + theme.unit(0.75), top, theme.unit(2.5), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, groups.letter(row.group))


def _indent(row: Row) -> int:
    if row.sort is Sort.HEAD and not row.icon:
        return theme.unit(1.25)
    return theme.unit(4)


def _edges(row: Row) -> tuple[int, int]:
    """Room above and below."""
    if row.sort is Sort.HEAD:
        return theme.unit(1.5), theme.unit(0.5)
    return theme.unit(0.5), theme.unit(0.5)


def _height(words: str, font: QFont, room: int) -> int:
    box = QFontMetrics(font).boundingRect(
        QRect(0, 0, max(room, theme.unit(4)), _HIGH), _WRAP, words
    )
    return box.height()
