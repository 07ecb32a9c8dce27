"""The page of a note: typed text with marks drawn over it, and letters in its margin."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.notes_tab import groups, painting
from meddx_desktop.gui.notes_tab.marks import Mark, Marks

_LETTERS = 3
"""So many letters fit into the margin; where more belong there, a plus sign says so."""


class NoteEditor(QPlainTextEdit):
    """A page of text that tells what was pasted into it.

    Marks are drawn after the text: neither the document nor its steps of undo know of them.
    """

    pasted = Signal(str)
    composed = Signal()
    """An input method has finished what it was writing."""
    mark_clicked = Signal(int)
    """The number of the entry under the mouse or the cursor."""
    help_wanted = Signal(int, QPoint)
    """Say why this entry was read so, at that place of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._steps = 0
        self._marks = Marks()
        self._flags: tuple[tuple[int, int], ...] = ()
        self._on = -1
        self.more_menu: Callable[[], QMenu | None] = lambda: None
        """What can be done with the mention at the cursor, or with the selected words."""
        self.is_composing = False
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self._margin = _Margin(self)
        self.document().contentsChange.connect(self._moved)
        self.updateRequest.connect(self._scrolled)
        self._settle_margin()

    @property
    def marks(self) -> Marks:
        """What is drawn now."""
        return self._marks

    def show_marks(self, marks: Marks, flags: tuple[tuple[int, int], ...]) -> None:
        """Draw these from now on; cursor, selection and scrolling stay."""
        self._marks, self._flags = marks, flags
        self.viewport().update()
        self._margin.update()

    def show_chosen(self, number: int) -> None:
        """Set one mark off; -1 for none."""
        self._on = number
        self.viewport().update()

    def reveal(self, start: int, end: int) -> None:
        """Put the cursor before a stretch of the text and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(min(end, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        cursor.setPosition(min(start, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def undo_to_before_paste(self) -> None:
        """Undo as far as the last paste."""
        while self._steps and self.document().availableUndoSteps() > self._steps - 1:
            before = self.document().availableUndoSteps()
            self.undo()
            if self.document().availableUndoSteps() == before:
                break

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Remember where a paste stands among the steps of undo."""
        super().insertFromMimeData(source)
        self._steps = self.document().availableUndoSteps()
        if source.hasText() and not self.isReadOnly():
            self.pasted.emit(source.text())

    def append_text(self, text: str) -> None:
        """Put text at the end, as one step that can be undone, like a paste."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        gap = "" if self.document().isEmpty() else "\n\n"
        cursor.insertText(gap + text)
        self._steps = self.document().availableUndoSteps()
        self.pasted.emit(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While an input method writes, nothing is read and nothing is drawn anew."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self.is_composing:
            self.composed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then what was read in it."""
        super().paintEvent(event)
        if not len(self._marks) and not self._flags:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, origin in self.visible_blocks():
            start, end = block.position(), block.position() + block.length()
            for mark in self._marks.between(start, end):
                painting.draw(painter, block, origin, mark, on=mark.number == self._on)
            for first, last in self._flags:
                if first < end and last > start:
                    painting.draw_flag(painter, block, origin, first, last)
        painter.end()

    def visible_blocks(self) -> list[tuple[QTextBlock, QPointF]]:
        """Blocks in sight, and where each begins on the viewport."""
        found = []
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > self.viewport().height():
                break
            found.append((block, box.topLeft()))
            block = block.next()
        return found

    def viewportEvent(self, event: QEvent) -> bool:
        """Resting over a mark says why it was read so."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_under(event.pos())
            if mark is not None:
                self.help_wanted.emit(mark.number, event.globalPos())
                return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a mark shows it in the list; a selection is left alone."""
        super().mouseReleaseEvent(event)
        mark = self._mark_under(event.position().toPoint())
        if mark is not None and not self.textCursor().hasSelection():
            self.mark_clicked.emit(mark.number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, and above it what can be corrected here."""
        if (
            event.reason() == QContextMenuEvent.Reason.Mouse
            and not self.textCursor().hasSelection()
        ):
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = self.createStandardContextMenu()
        more = self.more_menu()
        if more is not None and menu.actions():
            first = menu.actions()[0]
            menu.insertActions(first, more.actions())
            menu.insertSeparator(first)
        menu.exec(event.globalPos())
        menu.deleteLater()
        if more is not None:
            more.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 goes from mark to mark, Ctrl+F8 says why; all else is typing."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() != Qt.Key.Key_F8:
            super().keyPressEvent(event)
        elif plain == Qt.KeyboardModifier.ControlModifier:
            self.explain_here()
        else:
            self.step(back=bool(plain & Qt.KeyboardModifier.ShiftModifier))

    def step(self, *, back: bool = False) -> None:
        """Go to the next or the previous mark, round the end."""
        place = self.textCursor().position()
        here = self._marks.at(place)
        if here is not None and here.start == place and here.number != self._on:
            mark: Mark | None = here  # the cursor came here by itself
        else:
            mark = self._marks.before(place) if back else self._marks.after(place)
        if mark is not None:
            self.reveal(mark.start, mark.end)
            self.mark_clicked.emit(mark.number)

    def explain_here(self) -> None:
        """Say why what stands at the cursor was read so."""
        mark = self._marks.at(self.textCursor().position())
        if mark is not None:
            below = self.cursorRect().bottomLeft()
            self.help_wanted.emit(mark.number, self.viewport().mapToGlobal(below))

    def _mark_under(self, point: QPoint) -> Mark | None:
        cursor = self.cursorForPosition(point)
        mark = self._marks.at(cursor.position())
        rect = self.cursorRect(cursor)
        near = abs(rect.center().x() - point.x()) < theme.unit(2) and rect.top() <= point.y()
        return mark if near and point.y() <= rect.bottom() else None

    def _moved(self, place: int, removed: int, added: int) -> None:
        self._marks = self._marks.moved(place, removed, added)
        shift = added - removed
        self._flags = tuple(
            (start + shift, end + shift) if start >= place + removed else (start, end)
            for start, end in self._flags
            if end <= place or start >= place + removed
        )
        self._margin.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margin is as high as the page."""
        super().resizeEvent(event)
        self._settle_margin()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need a wider margin."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settle_margin()

    def _settle_margin(self) -> None:
        width = self._margin.wanted_width()
        self.setViewportMargins(width, 0, 0, 0)
        box = self.contentsRect()
        self._margin.setGeometry(QRect(box.left(), box.top(), width, box.height()))

    def _scrolled(self, _area: QRect, moved: int) -> None:
        if moved:
            self._margin.scroll(0, moved)
        else:
            self._margin.update()


class _Margin(QWidget):
    """The letters of what stands in each line, left of it."""

    def __init__(self, editor: NoteEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def wanted_width(self) -> int:
        """Room for the letters of one line."""
        metrics = QFontMetrics(theme.font("small", bold=True))
        widest = max(metrics.horizontalAdvance(groups.letter(group)) for group in groups.Group)
        return (widest + theme.unit(0.375)) * _LETTERS

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each line of the page, wrapped ones too, has its own letters."""
        painter = QPainter(self)
        painter.setFont(theme.font("small", bold=True))
        top = self._editor.viewport().y() - self.y()
        for block, origin in self._editor.visible_blocks():
            marks = self._editor.marks.between(block.position(), block.position() + block.length())
            for line, there in _by_line(block, marks):
                self._draw(painter, origin.y() + line.y() + top, line.height(), there)
        painter.end()

    def _draw(self, painter: QPainter, y: float, height: float, there: list[groups.Group]) -> None:
        step = self.width() / _LETTERS
        box = QRect(0, round(y), round(step), round(height))
        shown = there if len(there) <= _LETTERS else there[: _LETTERS - 1]
        for group in shown:
            painter.setPen(groups.color(group))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, groups.letter(group))
            box.translate(round(step), 0)
        if len(shown) < len(there):
            painter.setPen(theme.tone("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "+")


def _by_line(block: QTextBlock, marks: list[Mark]) -> list[tuple[QTextLine, list[groups.Group]]]:
    """The groups that begin or go on in each line of a block, in the order of the list."""
    found: dict[float, tuple[QTextLine, set[groups.Group]]] = {}
    for mark in marks:
        if not mark.is_refused:
            for line, _, _, _ in painting.stretches(block, mark.start, mark.end):
                found.setdefault(line.y(), (line, set()))[1].add(mark.group)
    return [(line, sorted(there, key=list(groups.Group).index)) for line, there in found.values()]
