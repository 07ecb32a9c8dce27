"""The note of the open case: a plain page that keeps itself."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields

_KEEP_MS = 600


class NotesTab(QWidget):
    """Typed and pasted text, kept with the case shortly after the last key."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self.editor = QPlainTextEdit()
        self.editor.setAcceptDrops(False)
        self.editor.viewport().setAcceptDrops(False)
        self.editor.setTabChangesFocus(True)
        self.editor.setPlaceholderText(
            self.tr("Type or paste the clinical note. It is kept with the case as you type.")
        )
        self.editor.setAccessibleName(self.tr("Clinical note"))
        self._state = fields.text("", "small")
        self._later = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._later.timeout.connect(self.flush)
        self.editor.textChanged.connect(self._typed)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(
            fields.EmptyState(
                "file-text", self.tr("No case open"), self.tr("Open a case to write its note.")
            )
        )
        self._stack.addWidget(self._page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        session.switching.connect(self.flush)
        session.case_opened.connect(self._load)
        session.case_changed.connect(self._follow)
        self._load()

    def flush(self) -> None:
        """Hand in what was typed."""
        self._later.stop()
        case = self._session.case
        if case is not None and case.case_id == self._case_id:
            self._session.write_note(self.editor.toPlainText())
            self._state.setText(self.tr("Kept with the case, in memory"))

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.unit(2), theme.unit(2), theme.unit(2), theme.unit())
        column.setSpacing(theme.unit())
        column.addWidget(self.editor, 1)
        foot = QHBoxLayout()
        foot.addWidget(
            fields.text(self.tr("The note is not analysed in this version."), "small"), 1
        )
        foot.addWidget(self._state)
        column.addLayout(foot)
        return page

    def _load(self) -> None:
        case = self._session.case
        self._case_id = case.case_id if case else ""
        self._stack.setCurrentIndex(1 if case else 0)
        self._show(case.note if case else "")

    def _follow(self) -> None:
        """Take a note over that changed elsewhere, never over the typing of this moment."""
        case = self._session.case
        typing = self._later.isActive()
        if case is not None and not typing and case.note != self.editor.toPlainText():
            self._show(case.note)

    def _show(self, words: str) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(words)
        self.editor.blockSignals(False)
        self._state.setText("")

    def _typed(self) -> None:
        self._state.setText("")
        self._later.start()
