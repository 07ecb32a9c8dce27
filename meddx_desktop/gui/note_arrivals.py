"""Notes and papers from outside the tabs; vectors that are made of signed notes meanwhile."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from meddx_desktop.core.operations import notes_similar, paper
from meddx_desktop.gui.dialogs.paper_or_film import NOTE, REPORT, PaperOrFilmDialog
from meddx_desktop.gui.notes_tab.sources import are_notes
from meddx_desktop.gui.notices import Notice, Severity
from meddx_desktop.gui.services import Services

if TYPE_CHECKING:
    from meddx_desktop.gui.main_window import MainWindow

_MOST_ASKED = 12
"""A stack of pictures this small may be the pages of a report; a larger one is films."""


class NoteArrivals(QObject):
    """Dropped texts go to the notes tab; the worker for long work at the store does the rest."""

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window, self._services = window, services
        self._unsigned = ""
        """The open case, as long as it is not signed."""
        session = services.session
        session.case_opened.connect(self._look)
        session.case_changed.connect(self._look)
        QTimer.singleShot(0, self, self.catch_up)

    def open_dropped(self, paths: list[Path]) -> None:
        """Texts go into the note of the open case, everything else to the films."""
        texts = [path for path in paths if are_notes([path])]
        others = [path for path in paths if path not in texts]
        if texts:
            self._window.tabs.setCurrentWidget(self._window.notes)
            # After the drop has ended: a question in it would hold the other program.
            QTimer.singleShot(0, self, lambda: self._window.notes.open_files(texts))
        papers = self._papers(others)
        others = [path for path in others if path not in papers]
        if papers:
            QTimer.singleShot(0, self, lambda: self._ask(papers))
        if others:
            self._services.intake.open_paths(others)

    def choose_paper(self) -> None:
        """A report on paper for the open case, chosen from the menu."""
        session = self._services.session
        if session.case is None:
            words = self.tr("Open a case first: a report belongs to a patient.")
            self._services.notices.tell(Notice(words, Severity.WARNING))
            return
        if session.is_read_only:
            words = self.tr("This case can't be written to now; the report was not opened.")
            self._services.notices.tell(Notice(words, Severity.WARNING, about=session.case_id))
            return
        self._window.tabs.setCurrentWidget(self._window.labs)
        self._window.labs.sources.choose_paper()

    def _papers(self, paths: list[Path]) -> list[Path]:
        """The pictures that look like paper; of many files at once none is looked at."""
        return [path for path in paths if len(paths) <= _MOST_ASKED and paper.may_be_paper(path)]

    def _ask(self, papers: list[Path]) -> None:
        """Where it was dropped says what it is, else somebody does."""
        session, window = self._services.session, self._window
        may_read = session.case is not None and not session.is_read_only
        here = {window.labs: REPORT, window.notes: NOTE}.get(window.tabs.currentWidget(), "")
        if not (here and may_read):
            more = len(papers) - 1
            dialog = PaperOrFilmDialog(papers[0].name, more, may_read=may_read, parent=window)
            here = dialog.answer if dialog.exec() else ""
        if here == REPORT:
            window.tabs.setCurrentWidget(window.labs)
            window.labs.sources.open(papers)
        elif here == NOTE:
            window.tabs.setCurrentWidget(window.notes)
            window.notes.open_files(papers)
        elif here:
            self._services.intake.open_paths(papers)

    def catch_up(self) -> None:
        """Make what is missing, or delete it where the site does without; a lock ends it."""
        app = self._services.app
        if app.access.is_open:
            self._services.upkeep.submit(
                self.tr("Comparing notes"), lambda context: notes_similar.bring_up(app, context)
            )

    def _look(self) -> None:
        """A signature that was not there before: its note can be compared from now on."""
        case = self._services.session.case
        before = self._unsigned
        self._unsigned = case.case_id if case is not None and not case.is_signed else ""
        if case is not None and case.is_signed and case.case_id == before:
            self.catch_up()
