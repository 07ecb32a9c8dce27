"""A note on paper, compared and put right before it goes into the note of the case."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.operations import paper
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.paper import NotePaper, Spot
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.paper_side import PaperSide
from meddx_desktop.gui.dialogs.paper_view import PaperView
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields


class NotePaperDialog(WorkDialog):
    """The picture beside the text; accepted only by somebody who says that both agree."""

    def __init__(self, app: Application, path: Path, parent: QWidget | None = None) -> None:
        title = self.tr("A note on paper: {file}").format(file=labels.plain(path.name))
        super().__init__(title, parent)
        self._spots: list[Spot] = []
        self.view = PaperView(cut=False)
        self.edit = QPlainTextEdit()
        self.edit.setAcceptDrops(False)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("The text as read, to be put right"))
        self.edit.cursorPositionChanged.connect(self._follow)
        self.compared = QCheckBox(self.tr("I compared every line with the paper"))
        self.compared.toggled.connect(lambda _on: self._settle())
        self.view.picked.connect(self._go_to)
        self._told = QVBoxLayout()
        self.body.addLayout(self._told)
        self.body.addWidget(self._both(), 1)
        self.body.addWidget(self.compared)
        self.body.addWidget(self.work)
        self.put = fields.button(self.tr("Put into the note"), "primary", "check")
        self.put.clicked.connect(self.accept)
        self.add_buttons(self.put)
        self.resize(theme.unit(144), theme.unit(88))
        self._settle()
        self.work.run(
            self.tr("Reading"),
            lambda context: paper.read_note_paper(app, path, context=context),
            self._show,
        )

    @property
    def text(self) -> str:
        """What stands there now."""
        return self.edit.toPlainText()

    def _both(self) -> QSplitter:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(PaperSide(self.view))
        both.addWidget(self.edit)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        # As wide as the text: a picture that can't be read is no help in comparing.
        both.setSizes([theme.unit(72), theme.unit(72)])
        return both

    def _show(self, found: NotePaper) -> None:
        for caution in found.cautions:
            icon, tone = ("info", "text")
            if caution.code in paper.GRAVE:
                icon, tone = ("triangle-alert", "warning")
            self._told.addWidget(fields.sign(icon, labels.reason(caution), tone))
        if found.doubtful:
            words = self.tr("%n word(s) to look at closely", "", len(found.doubtful))
            self._told.addWidget(fields.sign("triangle-alert", words, "warning"))
        self.view.show_paper(found.paper)
        self.edit.setPlainText(found.text)
        self._number_lines(found)
        self._underline(found.doubtful)
        self.edit.moveCursor(QTextCursor.MoveOperation.Start)
        self.edit.setFocus()
        self._settle()
        self.grow()

    def _number_lines(self, found: NotePaper) -> None:
        """Each block keeps the number of its line, also when others are typed or deleted."""
        block = self.edit.document().begin()
        for page, shown in enumerate(found.paper.pages):
            if page:
                block = block.next()  # the blank line between two pages
            for line in range(len(shown.words)):
                block.setUserState(len(self._spots))
                self._spots.append(Spot(page, line))
                block = block.next()

    def _underline(self, doubtful: tuple[str, ...]) -> None:
        mark = QTextCharFormat()
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        mark.setUnderlineColor(theme.tone("danger"))
        marks = []
        for word in doubtful:
            cursor = self.edit.document().find(word)
            while not cursor.isNull():
                one = QTextEdit.ExtraSelection()
                one.cursor, one.format = cursor, mark
                marks.append(one)
                cursor = self.edit.document().find(word, cursor)
        self.edit.setExtraSelections(marks)

    def _follow(self) -> None:
        number = self.edit.textCursor().block().userState()
        if 0 <= number < len(self._spots):
            self.view.show_spot(self._spots[number])

    def _go_to(self, spot: Spot) -> None:
        block = self.edit.document().begin()
        while block.isValid():
            number = block.userState()
            if 0 <= number < len(self._spots) and self._spots[number] == spot:
                self.edit.setTextCursor(QTextCursor(block))
                self.edit.setFocus()
                return
            block = block.next()

    def _settle(self) -> None:
        self.put.setEnabled(self.compared.isChecked() and bool(self.text.strip()))
        self.compared.setEnabled(bool(self._spots))
