"""Notes that come from outside the tab, and vectors that are made of signed ones meanwhile."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from meddx_desktop.core.operations import notes_similar
from meddx_desktop.gui.notes_tab.sources import are_notes
from meddx_desktop.gui.services import Services

if TYPE_CHECKING:
    from meddx_desktop.gui.main_window import MainWindow


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
        if others:
            self._services.intake.open_paths(others)

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
