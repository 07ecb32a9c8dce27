"""The grid that laboratory lines are typed into: keys that go on by themselves."""

from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from meddx_desktop.gui.labs_tab.grouped_model import Index
from meddx_desktop.gui.labs_tab.model import READ
from meddx_desktop.gui.labs_tab.paste_key import claims_paste
from meddx_desktop.gui.widgets import fields

_ACROSS = Qt.Orientation.Horizontal
_NEXT = QAbstractItemDelegate.EndEditHint.EditNextItem


class LabsTable(QTableView):
    """A table that takes pasted lines and gives lines up with Delete."""

    paste_wanted = Signal()
    remove_wanted = Signal()
    line_wanted = Signal()
    """The last cell was left forwards: one more line to type into."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the next cell as Tab does; behind the last one a line is added."""
        at = self.currentIndex()
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            hint = _NEXT
        is_last = at.column() == READ - 1
        if hint != _NEXT or not is_last:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if at.row() + 1 < self.model().rowCount():
            below = self.model().index(at.row() + 1, 0)
            self.setCurrentIndex(below)
            self.edit(below)
        else:
            self.line_wanted.emit()

    def event(self, event: QEvent) -> bool:
        """Claim the paste key before the window takes it for files."""
        return claims_paste(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and delete; everything else is Qt's."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Tells every key in a cell, so that a half-typed value survives the program."""

    typed = Signal(object, str)
    """The cell's index, and what stands in it now."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line of text."""
        editor = fields.LineEdit("", parent)
        editor.setAccessibleName(str(index.model().headerData(index.column(), _ACROSS)))
        place = QPersistentModelIndex(index)
        editor.textEdited.connect(lambda text: self.typed.emit(place, text))
        return editor
