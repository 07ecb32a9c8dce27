"""A note without what tells whose it is: original and result side by side, then a plain copy."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import Application, deidentify_text
from meddx_desktop.core.operations.deidentify_text import DateWay, Deidentified, TextOptions
from meddx_desktop.gui import labels, theme, whose
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.notes_tab.places import Places
from meddx_desktop.gui.widgets import fields


class DeidentifyDialog(WorkDialog):
    """Nothing is written before a person says that both texts were read."""

    def __init__(
        self, app: Application, case: Case, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("De-identify and export"), parent)
        self._app, self._case, self._text = app, case, text
        self.answer: Deidentified | None = None
        self.written: Path | None = None
        self.original, self.changed = QPlainTextEdit(), QPlainTextEdit()
        self.list = QTreeWidget()
        self.dates = QComboBox()
        self.add_button = fields.button(self.tr("Replace the selected words too"), "", "plus")
        self.back_button = fields.button(self.tr("Put the chosen words back"), "", "undo-2")
        self.read_both = QCheckBox(
            self.tr("I read the result beside the original: nothing in it tells whose it is.")
        )
        self._arrange()
        self._accept = self.add_accept(self.tr("Export…"), self.tr("Cancel"))
        self._accept.clicked.disconnect()
        self._accept.clicked.connect(self._export)
        self._connect()
        self.resize(theme.unit(128), theme.unit(84))
        self._begin()

    def _arrange(self) -> None:
        hint = self.tr(
            "No program finds every name. Select words that are still to go; put back what was"
            " taken by mistake."
        )
        self.body.addWidget(fields.text(whose.facts(self._case), "muted"))
        self.body.addWidget(fields.text(hint, wrap=True))
        texts = QSplitter(Qt.Orientation.Horizontal)
        texts.setChildrenCollapsible(False)
        texts.setHandleWidth(theme.unit())
        for caption, page in (
            (self.tr("Original"), self.original),
            (self.tr("Result"), self.changed),
        ):
            page.setReadOnly(True)
            page.setTabChangesFocus(True)
            page.setAccessibleName(caption)
            half = QWidget()
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(fields.text(caption, "caption"))
            column.addWidget(page, 1)
            texts.addWidget(half)
        self.body.addWidget(texts, 3)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("What was replaced"))
        self.list.setHeaderLabels([self.tr("Words"), self.tr("Instead"), self.tr("What it is")])
        self.body.addWidget(self.list, 2)
        self._add_buttons()
        self.body.addWidget(self.work)
        warning = self.tr("The export is a plain file: whoever has it can read it.")
        self.body.addWidget(fields.sign("triangle-alert", warning, "warning"))
        self.body.addWidget(self.read_both)

    def _add_buttons(self) -> None:
        for way, words in (
            (DateWay.MASK, self.tr("Dates: taken out")),
            (DateWay.SHIFT, self.tr("Dates: moved, distances stay")),
        ):
            self.dates.addItem(words, way)
        self.dates.setAccessibleName(self.tr("Dates"))
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        row.addWidget(self.add_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.dates)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.back_button.clicked.connect(self._put_back)
        self.dates.currentIndexChanged.connect(lambda _place: self._begin())
        self.list.currentItemChanged.connect(lambda *_: self._reveal())
        self.original.selectionChanged.connect(self._settle)
        self.read_both.toggled.connect(lambda _on: self._settle())
        self._settle()

    def _begin(self) -> None:
        """Replace anew; what was changed by hand goes with it, and is to be read again."""
        # Qt hands the value back as a plain text.
        options = TextOptions(dates=DateWay(self.dates.currentData()))
        self.work.run(
            self.tr("Replacing…"), lambda context: self._ask(context, options), self._show
        )

    def _ask(self, _context: JobContext, options: TextOptions) -> Deidentified:
        return deidentify_text.deidentify_note(
            self._app, self._text, case_id=self._case.case_id, options=options
        )

    def _show(self, answer: Deidentified) -> None:
        self.work.tell("")
        self.answer = answer
        self.read_both.setChecked(False)
        if self.original.toPlainText() != answer.original:
            self.original.setPlainText(answer.original)
        self.changed.setPlainText(answer.text)
        before, after = Places(answer.original), Places(answer.text)
        self.list.clear()
        for one in answer.replacements:
            words = " ".join(answer.original[one.start : one.end].split())
            kind = labels.label(f"identifier.{one.kind.value}")
            self.list.addTopLevelItem(QTreeWidgetItem([words, one.put, kind]))
        spans = [(before.to_qt(one.start), before.to_qt(one.end)) for one in answer.replacements]
        _set_off(self.original, spans, "danger", struck=True)
        results = [
            (after.to_qt(one.result_start), after.to_qt(one.result_end))
            for one in answer.replacements
        ]
        _set_off(self.changed, results, "accent")
        for column in range(self.list.columnCount()):
            self.list.resizeColumnToContents(column)
        self._settle()

    def _add(self) -> None:
        """Words that the program left standing."""
        cursor = self.original.textCursor()
        if self.answer is not None and cursor.hasSelection():
            places = Places(self.answer.original)
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            self._show(self.answer.with_added(places.from_qt(start), places.from_qt(end)))

    def _put_back(self) -> None:
        """Words that may stay after all."""
        place = self.list.currentIndex().row()
        if self.answer is not None and place >= 0:
            self._show(self.answer.without(place))

    def _reveal(self) -> None:
        """The chosen line, in both texts."""
        place = self.list.currentIndex().row()
        if self.answer is not None and place >= 0:
            one = self.answer.replacements[place]
            _go_to(self.original, Places(self.answer.original).to_qt(one.start))
            _go_to(self.changed, Places(self.answer.text).to_qt(one.result_start))
        self._settle()

    def _settle(self) -> None:
        done = self.answer is not None and not self.work.busy
        self._accept.setEnabled(done and self.read_both.isChecked())
        self.add_button.setEnabled(done and self.original.textCursor().hasSelection())
        self.back_button.setEnabled(done and self.list.currentItem() is not None)

    def _export(self) -> None:
        """Ask where to, and write; the question whether a file may go is the system's own."""
        if self.answer is None or not self.read_both.isChecked():
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the de-identified note"), "note.txt", self.tr("Text (*.txt)")
        )
        if name:
            self.save(Path(name))

    def save(self, target: Path) -> None:
        """Write what the person has looked over."""
        if self.answer is None:
            return
        try:
            deidentify_text.save(
                self._app, self.answer, target, case_id=self._case.case_id, force=True
            )
        except MedDxError as error:
            self.work.tell_error(error)
            return
        self.written = target
        self.accept()


def _go_to(page: QPlainTextEdit, place: int) -> None:
    cursor = page.textCursor()
    cursor.setPosition(min(place, page.document().characterCount() - 1))
    page.setTextCursor(cursor)
    page.centerCursor()


def _set_off(
    page: QPlainTextEdit, spans: list[tuple[int, int]], tone: str, *, struck: bool = False
) -> None:
    """Mark stretches beside the document: what is replaced struck out, what is put underlined."""
    look = QTextCharFormat()
    ground = QColor(theme.tone(tone))
    ground.setAlphaF(0.2)
    look.setBackground(ground)
    look.setFontStrikeOut(struck)
    look.setFontUnderline(not struck)
    look.setFontWeight(QFont.Weight.Bold)
    found = []
    for start, end in spans:
        one = QTextEdit.ExtraSelection()
        one.format = look
        cursor = page.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.cursor = cursor
        found.append(one)
    page.setExtraSelections(found)
