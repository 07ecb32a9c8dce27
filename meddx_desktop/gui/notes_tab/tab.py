"""The note of the open case: typed, pasted or opened, kept while it is typed, and read."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import drafts
from meddx_desktop.core.operations.notes_desk import ReadNote
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.notes_tab.actions import NoteActions
from meddx_desktop.gui.notes_tab.correcting import Correcting
from meddx_desktop.gui.notes_tab.page import NotePage
from meddx_desktop.gui.notes_tab.reader import NoteReader
from meddx_desktop.gui.notes_tab.sources import Sources
from meddx_desktop.gui.notices import Notice, Notices
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.read_only import ReadOnlyLine

_KEEP_MS = 1500


class NotesTab(QWidget):
    """Typed and pasted text, kept with the case while it is typed, with what was read in it."""

    pasted = Signal(str)
    """Text came in from elsewhere: it may be another patient's."""

    def __init__(
        self,
        session: CaseSession,
        parent: QWidget | None = None,
        *,
        notices: Notices | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self._unsaved = False
        self._on_its_way = False
        """Handed to the disk, and no answer yet."""
        self.page = NotePage()
        self.editor = self.page.editor
        self.editor.setPlaceholderText(
            self.tr("Type or paste the clinical note. It is kept with the case as you type.")
        )
        self._state = fields.text("", "small")
        self._refused = fields.text("", "small", wrap=True, tone="warning")
        self.lock = ReadOnlyLine(session)
        self._later = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._later.timeout.connect(self._keep_soon)
        told = notices if notices is not None else Notices(self)
        self.reader = NoteReader(
            session.app,
            self,
            text=self.editor.toPlainText,
            case=lambda: self._session.case,
            is_held=lambda: self.editor.is_composing,
        )
        self.correcting = Correcting(session, self.page, told, flush=self.flush)
        self.sources = Sources(
            session, told, self.reader.runner, self, take=self.editor.append_text
        )
        self.actions_ = NoteActions(session, self.page, self.correcting, self.sources)
        self._arrange()
        self._connect()
        self._load()

    @property
    def undoable(self) -> Notice | None:
        """The notice that takes the last correction back."""
        return self.correcting.undoable

    def open_files(self, paths: list[Path]) -> None:
        """Put the text of dropped files into the note."""
        self.sources.open(paths)

    def showEvent(self, event: QShowEvent) -> None:
        """Moving into the window undid the order in which Tab goes round."""
        super().showEvent(event)
        self.actions_.set_tab_order()

    def flush(self) -> None:
        """Hand in what was typed, and wait until it is kept."""
        self._later.stop()
        case = self._session.case
        if case is not None and case.case_id == self._case_id and self._unsaved:
            self._session.write_note(self.editor.toPlainText())

    def undo_paste(self) -> None:
        """Take back what was pasted last; what was typed since goes with it."""
        if not self.editor.isReadOnly():
            self.editor.undo_to_before_paste()

    def _keep_soon(self) -> None:
        case = self._session.case
        if case is None or case.case_id != self._case_id or self._on_its_way:
            return  # what is on its way ends in `_follow`, which sees to the rest
        words = self.editor.toPlainText()
        if case.note == words:
            self._session.write_note(words)  # no draft outlives what was taken back
            self._settle()
            return
        self._on_its_way = True
        self._say(self.tr("Saving…"))
        self._session.write_note_soon(words)

    def _arrange(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(
            fields.EmptyState(
                "file-text", self.tr("No case open"), self.tr("Open a case to write its note.")
            )
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(2), theme.unit())
        column.setSpacing(theme.unit())
        column.addWidget(self.lock)
        head = QHBoxLayout()
        head.addWidget(self.actions_.bar, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._refused)
        column.addWidget(self.page, 1)
        self._refused.hide()
        self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setFocusProxy(self.editor)

    def _connect(self) -> None:
        session = self._session
        self.editor.textChanged.connect(self._typed)
        self.editor.pasted.connect(self.pasted)
        self.editor.composed.connect(self.reader.soon)
        self.reader.read.connect(self._show_read)
        self.reader.refused.connect(self._not_read)
        self.reader.models_failed.connect(self._tell_refused)
        session.switching.connect(self.flush)
        session.case_opened.connect(self._load)
        session.case_changed.connect(self._follow)
        session.problem.connect(self._failed)
        session.journal.problem.connect(self._failed)
        key = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.actions_.correct)

    def _load(self) -> None:
        case = self._session.case
        self._case_id = case.case_id if case else ""
        self._stack.setCurrentIndex(1 if case else 0)
        self.page.clear()
        self._follow_rights()
        self._show(case.note if case else "")
        self._rests_on = _rests_on(case)
        self.reader.now()

    def _follow(self) -> None:
        """Take a note over that changed elsewhere, never over what is not kept yet."""
        case = self._session.case
        if case is None:
            return
        self._follow_rights()
        before, self._rests_on = self._rests_on, _rests_on(case)
        if before != self._rests_on:
            self.reader.now()
        if case.note == self.editor.toPlainText():
            self._on_its_way = False
            if self._unsaved:
                self._settle()
        elif not self._unsaved:
            self._show(case.note)
            self.reader.now()
        elif self._on_its_way:  # it arrived, and more was typed meanwhile
            self._on_its_way = False
            self._later.start()

    def _follow_rights(self) -> None:
        self.editor.setReadOnly(self._session.is_read_only)
        self.actions_.refresh()

    def _show_read(self, found: ReadNote) -> None:
        self._refused.hide()
        self.page.show_read(found, self._session.case)
        self.actions_.refresh()

    def _not_read(self, error: MedDxError) -> None:
        """The text stays and is kept; only the reading is missing, and says so."""
        self.page.clear()
        self._tell_refused(error)

    def _tell_refused(self, error: MedDxError) -> None:
        self._refused.setText(labels.error(error))
        self._refused.show()

    def _show(self, words: str) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(words)
        self.editor.blockSignals(False)
        self._unsaved = self._on_its_way = False
        self._say("")

    def _settle(self) -> None:
        """The store holds what stands here."""
        self._unsaved = False
        self._say(self.tr("Saved {time}").format(time=labels.when(datetime.now(UTC))))

    def _failed(self, _error: object) -> None:
        """Something could not be kept; it may have been this."""
        self._on_its_way = False
        if self._unsaved:
            self._say(self.tr("Not saved yet"), "warning")

    def _say(self, words: str, tone: str = "muted") -> None:
        self._state.setText(words)
        fields.set_property(self._state, "tone", tone)

    def _typed(self) -> None:
        self._unsaved = True
        self._say(self.tr("Not saved yet"))
        self._session.journal.typed(self._case_id, drafts.NOTE, self.editor.toPlainText())
        self._later.start()
        self.reader.soon()


def _rests_on(case: Case | None) -> tuple[object, ...]:
    """What the reading of a note depends on beside its text."""
    if case is None:
        return ()
    said = (case.note_corrections, case.note_flags_seen)
    return (case.case_id, *said, case.patient, case.age, case.vitals.pregnant)
