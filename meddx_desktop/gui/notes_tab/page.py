"""A note and what was read in it: the page with its marks, the legend, the list beside."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QSplitter, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.domain.note_corrections import Entry
from meddx_desktop.core.operations.notes_desk import ReadNote
from meddx_desktop.gui import theme
from meddx_desktop.gui.notes_tab.editor import NoteEditor
from meddx_desktop.gui.notes_tab.groups import Group
from meddx_desktop.gui.notes_tab.legend import Legend
from meddx_desktop.gui.notes_tab.list_view import RowsView
from meddx_desktop.gui.notes_tab.marks import Marks, flag_stretches
from meddx_desktop.gui.notes_tab.places import Places
from meddx_desktop.gui.notes_tab.rows import Row, Rows, count_by_group
from meddx_desktop.gui.notes_tab.why import Why
from meddx_desktop.gui.widgets import fields

_BESIDE = 76
"""Least width, in steps of the grid, for page and list beside each other."""
_BELOW = 44
"""Least height for both below each other; with less there is one at a time."""


class NotePage(QWidget):
    """Shows one reading at a time; a click goes from the text to the list and back."""

    chosen = Signal(object)
    """The `Row` that is chosen in the list, or None."""
    settled = Signal()
    """What can be seen of page and list may have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = NoteEditor()
        self.editor.setAccessibleName(self.tr("Clinical note"))
        self.list = RowsView()
        self.legend = Legend()
        self.side = QWidget()
        self.blank = fields.EmptyState(
            "file-text",
            self.tr("Nothing to read yet"),
            self.tr("Problems, medication, allergies and danger signs of the note appear here."),
        )
        self.nothing = fields.EmptyState(
            "search",
            self.tr("Nothing was found in this note"),
            self.tr("That does not mean that nothing is there."),
        )
        self._pages = QStackedWidget()
        self.found: ReadNote | None = None
        self._case: Case | None = None
        self._is_turned = False
        self.unseen = 0
        """Red flags that nobody saw yet."""
        self._turns: dict[tuple[object, ...], int] = {}
        self._arrange()
        self.legend.changed.connect(self._show)
        self.list.chosen.connect(self._chosen)
        self.list.visited.connect(self._visit)
        self.editor.mark_clicked.connect(self._clicked)
        self.editor.help_wanted.connect(self._explain)

    def show_read(self, found: ReadNote, case: Case | None) -> None:
        """Draw a reading of the text that stands in the editor."""
        self.found, self._case = found, case
        self.legend.show_counts(count_by_group(found.note.entries))
        self._show()

    def clear(self) -> None:
        """Nothing was read yet."""
        self.found, self.unseen = None, 0
        self.editor.show_marks(Marks(), ())
        self.list.show_rows(())
        self.legend.show_counts(dict.fromkeys(Group, 0))
        self._pages.setCurrentWidget(self.blank)

    @property
    def row(self) -> Row | None:
        """The line that is chosen."""
        return self.list.row

    def entry_at_cursor(self) -> Entry | None:
        """The mention at the cursor of the editor, where nothing is selected."""
        mark = self.editor.marks.at(self.editor.textCursor().position())
        if mark is None or self.found is None or mark.number >= len(self.found.note.entries):
            return None
        return self.found.note.entries[mark.number]

    def _arrange(self) -> None:
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        for shown in (self.blank, self.nothing, self.list):
            self._pages.addWidget(shown)
        self.column = QVBoxLayout(self.side)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.unit(0.5))
        self.column.addWidget(self._pages, 1)
        self.split.addWidget(self.editor)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        for half in (self.editor, self.side):
            half.setMinimumSize(theme.unit(24), theme.unit(10))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.unit())
        outer.addWidget(self.legend)
        outer.addWidget(self.split, 1)

    def turn(self) -> None:
        """Where there is room for one of them, show the other."""
        self._is_turned = not self._is_turned
        self._settle()
        (self.list if self._is_turned else self.editor).setFocus()

    @property
    def shows_list(self) -> bool:
        """Whether the list can be seen."""
        return not self.side.isHidden()

    @property
    def is_single(self) -> bool:
        """Whether there is room for the page or the list, and not for both."""
        return self.width() < theme.unit(_BESIDE) and self.height() < theme.unit(_BELOW)

    def _settle(self) -> None:
        self.editor.setVisible(not (self.is_single and self._is_turned))
        self.side.setVisible(not self.is_single or self._is_turned)
        self.legend.set_brief(self.is_single)
        self.settled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the page, the list stands below it, or in its place."""
        super().resizeEvent(event)
        self._settle()
        beside = self.width() >= theme.unit(_BESIDE)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.split.orientation() != wanted:
            self.split.setOrientation(wanted)
            whole = self.width() if beside else self.height()
            self.split.setSizes([round(whole * 0.58), round(whole * 0.42)])

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        shown = self.legend.shown
        places = Places(found.text)
        self.editor.show_marks(
            Marks.of(found.note.entries, places, shown), flag_stretches(found.flags, places)
        )
        rows = Rows().of(found, self._case, shown)
        self.list.show_rows(rows)
        self.unseen = sum(row.flag is not None and not row.is_seen for row in rows)
        something = found.note.entries or found.flags or found.note.unplaced
        without = self.nothing if found.text.strip() else self.blank
        self._pages.setCurrentWidget(self.list if something else without)

    def _chosen(self, row: Row | None) -> None:
        self.editor.show_chosen(row.numbers[0] if row is not None and row.numbers else -1)
        self.chosen.emit(row)

    def _clicked(self, number: int) -> None:
        self.list.choose(number)
        self.editor.show_chosen(number)
        if self.row is not None:  # said aloud where somebody listens: the focus stays in the text
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self.editor, self.row.spoken)
            )

    def _visit(self, row: Row) -> None:
        """Show the words of a line; asked again, the next ones that it stands for."""
        if self.found is None:
            return
        spans = (
            [self.found.note.entries[number].mention.span for number in row.numbers]
            if row.flag is None
            else list(row.flag.words)
        )
        if not spans:
            return
        turn = self._turns.get(row.key, -1) + 1
        self._turns = {row.key: turn}
        place = turn % len(spans)
        if self.is_single and self._is_turned:
            self.turn()
        if row.numbers:
            self.editor.show_chosen(row.numbers[place])
        places = Places(self.found.text)
        self.editor.reveal(places.to_qt(spans[place].start), places.to_qt(spans[place].end))

    def reveal(self, text: str, span: Span) -> None:
        """Select a stretch of `text`, if that is still what stands in the editor."""
        if self.editor.toPlainText() != text:
            return
        if self.is_single and self._is_turned:
            self.turn()
        places = Places(text)
        start, end = places.to_qt(span.start), places.to_qt(span.end)
        self.editor.reveal(start, end)
        cursor = self.editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def _explain(self, number: int, where: QPoint) -> None:
        if self.found is None or number >= len(self.found.note.entries):
            return
        entry = self.found.note.entries[number]
        words = "\n".join([entry.mention.text, *Why().lines(entry, self.found)])
        QToolTip.showText(where, words, self.editor.viewport())
