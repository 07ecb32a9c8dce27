"""Correcting what was read: a menu at a mention or at selected words, and its undo."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind, Span
from meddx_desktop.core.domain.note_corrections import Entry, Verdict
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.operations import notes_corrections
from meddx_desktop.gui import labels
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.notes_code import CodeDialog
from meddx_desktop.gui.notes_tab.page import NotePage
from meddx_desktop.gui.notes_tab.places import Places
from meddx_desktop.gui.notes_tab.rows import Row
from meddx_desktop.gui.notices import Notice, Notices

_CODED = (MentionKind.PROBLEM, MentionKind.SYMPTOM, MentionKind.PROCEDURE, MentionKind.DRUG)
_GROUP = "note corrected"
_SHOWN = 40


class Correcting(QObject):
    """Asks nothing of who may not correct; every word can be taken back at once."""

    def __init__(
        self,
        session: CaseSession,
        page: NotePage,
        notices: Notices,
        *,
        flush: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._session, self._page, self._notices = session, page, notices
        self._flush = flush
        self.undoable: Notice | None = None
        """The notice that takes the last correction back."""

    @property
    def is_allowed(self) -> bool:
        """Whether who is signed in may correct in the open case."""
        return self._session.case is not None and not self._session.is_read_only

    def menu(self) -> QMenu | None:
        """What can be done: with the selected words, the mention at the cursor, or the line."""
        if not self.is_allowed or self._page.found is None:
            return None
        cursor = self._page.editor.textCursor()
        if cursor.hasSelection() and not self._page.list.hasFocus():
            return self._adding(cursor.selectionStart(), cursor.selectionEnd())
        entries = self._entries()
        return self._of_mention(entries) if entries else None

    def open_menu(self, where: QPoint) -> None:
        """Show the menu, if anything can be corrected."""
        made = self.menu()
        if made is not None:
            made.exec(where)
            made.deleteLater()

    def tell(self, words: str) -> None:
        """Say what was done, for as long as this case is open."""
        self._notices.tell(Notice(words, about=self._session.case_id))

    def see(self, row: Row) -> None:
        """Mark a red flag as seen, or take that back."""
        found, flag = self._page.found, row.flag
        if found is None or flag is None or not self._session.may(Action.DECIDE):
            return
        self._flush()
        if row.is_seen:
            self._session.do(notes_corrections.mark_unseen, flag.name)
        else:
            words = notes_corrections.fired_by(found.text, flag)
            self._session.do(notes_corrections.mark_seen, flag.name, words)

    def _entries(self) -> list[Entry]:
        """The mentions that are meant: all that the chosen line stands for."""
        found = self._page.found
        if found is None:
            return []
        entry = self._page.entry_at_cursor() if self._page.editor.hasFocus() else None
        if entry is not None:
            return [entry]
        row = self._page.row
        return [] if row is None else [found.note.entries[number] for number in row.numbers]

    def _of_mention(self, entries: list[Entry]) -> QMenu:
        mention, made = entries[0].mention, QMenu(self._page)
        made.addSection(_short(mention.text))
        for assertion in Assertion:
            word = labels.label(f"assertion.{assertion.value}")
            action = made.addAction(self.tr("It is: {word}").format(word=word))
            action.setCheckable(True)
            action.setChecked(assertion is mention.assertion and not entries[0].is_refused)
            self._on(action, partial(self._say, entries, assertion))
        made.addSeparator()
        self._on(made.addAction(self.tr("&Not a mention")), partial(self._refuse, entries))
        if mention.kind in _CODED:
            self._on(made.addAction(self.tr("Another &code…")), partial(self._code, entries))
        said = [one.correction_id for entry in entries for one in entry.said]
        if said:
            made.addSeparator()
            back = made.addAction(self.tr("&Take the correction back"))
            self._on(back, partial(self._take_back, tuple(said)))
        return made

    def _adding(self, start: int, end: int) -> QMenu:
        found, made = self._page.found, QMenu(self._page)
        text = found.text if found else ""
        places = Places(text)
        span = Span(places.from_qt(start), places.from_qt(end))
        made.addSection(
            self.tr("Add “{words}” as").format(words=_short(text[span.start : span.end]))
        )
        for kind in MentionKind:
            action = made.addAction(labels.label(f"mention.{kind.value}"))
            self._on(action, partial(self._add, span, kind))
        return made

    @staticmethod
    def _on(action: QAction, doing: Callable[[], None]) -> None:
        action.triggered.connect(lambda _on=False: doing())

    def _say(self, entries: list[Entry], assertion: Assertion) -> None:
        word = labels.label(f"assertion.{assertion.value}")
        verdict = {"verdict": Verdict.ASSERTION, "assertion": assertion}
        self._keep([entry.mention for entry in entries], verdict, word)

    def _refuse(self, entries: list[Entry]) -> None:
        verdict = {"verdict": Verdict.NOT_A_MENTION}
        self._keep([entry.mention for entry in entries], verdict, self.tr("not a mention"))

    def _add(self, span: Span, kind: MentionKind) -> None:
        found = self._page.found
        if found is not None:
            mention = Mention(span, found.text[span.start : span.end], kind)
            verdict = {"verdict": Verdict.ADDED, "assertion": Assertion.PRESENT}
            self._keep([mention], verdict, labels.label(f"mention.{kind.value}"))

    def _code(self, entries: list[Entry]) -> None:
        case_id = self._session.case_id
        dialog = CodeDialog(self._session.app, entries[0].mention, self._page)
        if dialog.exec() and dialog.chosen is not None and self._session.is_open(case_id):
            verdict = {"verdict": Verdict.CODE, "code": dialog.chosen}
            self._keep([entry.mention for entry in entries], verdict, dialog.chosen.value)

    def _keep(self, mentions: list[Mention], verdict: Mapping[str, object], word: str) -> None:
        """Keep one word on each of these, and offer to take all of them back."""
        found = self._page.found
        if found is None or not self.is_allowed:
            return
        self._flush()
        known = self._ids()
        for mention in mentions:
            place = (found.text, mention.span, mention.kind)
            if not self._session.do(notes_corrections.correct, *place, **verdict):
                break
        made = tuple(one for one in self._ids() if one not in known)
        if made:
            words = self.tr("“{words}”: {word}. Kept as your correction.")
            self._offer(words.format(words=_short(mentions[0].text), word=word), made)

    def _offer(self, words: str, made: tuple[str, ...]) -> None:
        case_id = self._session.case_id

        def undo() -> None:
            if self._session.is_open(case_id):
                self._session.do(notes_corrections.take_back, made)

        self._notices.withdraw(_GROUP)
        self.undoable = Notice(
            words, action=self.tr("Undo"), on_action=undo, group=_GROUP, about=case_id
        )
        self._notices.tell(self.undoable)

    def _take_back(self, ids: tuple[str, ...]) -> None:
        self._flush()
        self._session.do(notes_corrections.take_back, ids)

    def _ids(self) -> list[str]:
        case = self._session.case
        return [one.correction_id for one in case.note_corrections] if case else []


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}…"
