"""Notes from files: chosen, or dropped on the window."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobRunner
from meddx_desktop.core.operations import note_identity, notes, paper
from meddx_desktop.core.operations.notes import NoteText
from meddx_desktop.gui import labels
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.note_of_another import NoteOfAnotherDialog
from meddx_desktop.gui.dialogs.paper_note import NotePaperDialog
from meddx_desktop.gui.notices import Notice, Notices, Severity

_SCAN = "note_scanned"
ENDINGS = (".txt", ".md", ".docx", ".pdf")


def are_notes(paths: Iterable[Path]) -> bool:
    """Whether all of these files are texts by their names."""
    found = [path.suffix.lower() in ENDINGS and not path.is_dir() for path in paths]
    return bool(found) and all(found)


class Sources(QObject):
    """Reads files in a worker; a text of another case than the open one is dropped."""

    def __init__(
        self,
        session: CaseSession,
        notices: Notices,
        runner: JobRunner,
        parent: QWidget,
        *,
        take: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._session, self._notices, self._runner = session, notices, runner
        self._parent, self._take = parent, take

    def choose(self) -> None:
        """Ask for a file."""
        patterns = " ".join(f"*{ending}" for ending in ENDINGS)
        kinds = self.tr("Notes ({patterns})").format(patterns=patterns)
        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            self.tr("Open a note"),
            filter=f"{kinds};;{self.tr('All files')} (*)",
        )
        self.open([Path(name) for name in names])

    def choose_paper(self) -> None:
        """Ask for photographs or scans of a note."""
        patterns = " ".join(f"*{ending}" for ending in paper.ENDINGS)
        kinds = self.tr("Photographs and scans ({patterns})").format(patterns=patterns)
        names, _ = QFileDialog.getOpenFileNames(
            self._parent, self.tr("Read a note on paper"), filter=kinds
        )
        self.open([Path(name) for name in names])

    def open(self, paths: Iterable[Path]) -> None:
        """Put the text of each file behind what stands in the note."""
        if self._session.case is None:
            words = self.tr("Open a case first: a note belongs to a patient.")
            self._notices.tell(Notice(words, Severity.WARNING))
            return
        if self._session.is_read_only:
            words = self.tr("This case can't be written to now; the note was not opened.")
            self._notices.tell(Notice(words, Severity.WARNING, about=self._session.case_id))
            return
        for path in paths:
            if path.suffix.lower() in paper.PICTURES:
                self._compare(self._session.case_id, path)
                continue
            self._read(self._session.case_id, path)

    def _read(self, case_id: str, path: Path) -> None:
        self._runner.submit(
            "note file",
            lambda _context: notes.read_note(self._session.app, path),
            on_result=lambda found: self._arrived(case_id, path, found),
            on_error=lambda error: self._failed(case_id, path, error),
        )

    def _compare(self, case_id: str, path: Path) -> None:
        """A picture is read in front of somebody who compares it; only then it is a text."""
        if not self._session.is_open(case_id) or self._session.is_read_only:
            return
        dialog = NotePaperDialog(self._session.app, path, self._parent)
        while dialog.exec():
            if not self._session.is_open(case_id) or self._session.is_read_only:
                return
            if self._is_of_this(dialog.text):
                self._take(dialog.text)
                return

    def _is_of_this(self, text: str) -> bool:
        """Whether the head of a note fits the open patient, or somebody says that it does."""
        case = self._session.case
        differs = note_identity.differs(text, case.patient) if case is not None else ()
        if case is None or not differs:
            return True
        self._session.do_quietly(note_identity.tell_warning)
        found = note_identity.who(text, case.patient)
        asked = NoteOfAnotherDialog(case.patient, found, differs, self._parent)
        return bool(asked.exec())

    def _arrived(self, case_id: str, path: Path, found: NoteText) -> None:
        if not self._session.is_open(case_id) or self._session.is_read_only:
            return
        self._take(found.text)
        for caution in found.cautions:
            words = f"{path.name}: {labels.reason(caution)}"
            self._notices.tell(Notice(words, Severity.WARNING, about=case_id))

    def _failed(self, case_id: str, path: Path, error: MedDxError) -> None:
        if error.code == _SCAN:
            self._compare(case_id, path)
            return
        words = f"{path.name}: {labels.error(error)}"
        self._notices.tell(Notice(words, Severity.ERROR, about=case_id))
