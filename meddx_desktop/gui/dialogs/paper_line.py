"""One line of the paper to be put right: each cell's picture above what was read of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from meddx_desktop.core.operations import paper
from meddx_desktop.core.operations.labs import Choices, Preview
from meddx_desktop.core.operations.paper import Paper, Spot
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.paper_view import crop
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

_HIGH = 3.5
_WIDEST = 40


class LineEditor(QWidget):
    """Nothing is replaced by itself: what stands in a field is what was read, until it is typed."""

    written = Signal(object, int, str)
    """The `Spot`, the column and the text that stands there from now on."""
    left_out = Signal(object, bool)
    """The `Spot`, and whether its line stays out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spot: Spot | None = None
        self.edits: dict[int, fields.LineEdit] = {}
        self._texts: dict[int, str] = {}
        self._head = fields.text("", "strong")
        self.out = fields.button(self.tr("Leave this line out"), "link")
        self.out.clicked.connect(self._turn)
        self._is_out = False
        self._cells = QWidget()
        self._flow = FlowLayout(self._cells, gap=theme.unit(1.5), line_gap=theme.unit())
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        column.addLayout(head)
        column.addWidget(self._cells)
        column.addStretch(1)
        self._head.hide()
        self.out.hide()

    @property
    def spot(self) -> Spot | None:
        """The line that is shown."""
        return self._spot

    def show_line(self, shown: Paper, preview: Preview, choices: Choices, spot: Spot) -> None:
        """Show a line as it stands now; fields that somebody types in are left alone."""
        is_out = (spot.page, spot.line) in choices.left_out
        if spot == self._spot and is_out == self._is_out:
            return
        self._spot, self._is_out = spot, is_out
        self._clear()
        line = shown.pages[spot.page].lines[spot.line]
        over = {
            one.column: one.text
            for one in choices.written
            if (one.page, one.line) == (spot.page, spot.line)
        }
        heads = _headings(preview, len(line.cells))
        for at, cell in enumerate(line.cells):
            picture = crop(shown, spot.page, paper.box_of(cell), theme.unit(_HIGH))
            self._add(at, heads[at], QPixmap.fromImage(picture), over.get(at, cell.text))
            if paper.is_unsure(cell) and at not in over:
                self.edits[at].set_invalid(self.tr("Read with doubt: look closely"))
        words = self.tr("Line {line}, as read").format(line=spot.line + 1)
        if len(shown.pages) > 1:
            words = self.tr("Page {page}, line {line}, as read").format(
                page=spot.page + 1, line=spot.line + 1
            )
        self._head.setText(words)
        self.out.setText(
            self.tr("Take this line in again") if self._is_out else self.tr("Leave this line out")
        )
        self._cells.setEnabled(not self._is_out)
        self._head.show()
        self.out.show()

    def _clear(self) -> None:
        self.edits.clear()
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _add(self, at: int, heading: str, picture: QPixmap, text: str) -> None:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        named = labels.plain(heading) or self.tr("Column {number}").format(number=at + 1)
        seen = QLabel()
        seen.setPixmap(picture)
        seen.setAccessibleName(self.tr("{column} on the paper").format(column=named))
        edit = fields.LineEdit(text)
        edit.setAccessibleName(named)
        wanted = max(theme.letters(len(text) + 3), theme.letters(8), picture.width())
        made.setFixedWidth(min(wanted, theme.unit(_WIDEST)))
        self._texts[at] = text
        edit.keeps_return = True
        edit.editingFinished.connect(lambda: self._typed(at))
        for part in (fields.text(named, "small"), seen, edit):
            column.addWidget(part)
        self.edits[at] = edit
        self._flow.addWidget(made)

    def _typed(self, at: int) -> None:
        text = self.edits[at].text() if at in self.edits else self._texts[at]
        if self._spot is not None and text != self._texts[at]:
            self._texts[at] = text
            self.edits[at].set_invalid("")
            self.written.emit(self._spot, at, text)

    def _turn(self) -> None:
        if self._spot is not None:
            self.left_out.emit(self._spot, not self._is_out)


def _headings(preview: Preview, count: int) -> list[str]:
    """What the columns are called, where the line has as many as the table."""
    columns = preview.sheets[0].guess.mapping.columns if preview.sheets else ()
    names = [one.heading for one in columns]
    return (names + [""] * count)[:count] if count <= len(names) else [""] * count
