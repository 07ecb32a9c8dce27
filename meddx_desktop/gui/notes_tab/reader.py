"""Has the note read in a worker while it is typed; what is out of date is dropped.

The words come first, by the rules; what the models add follows in a second answer.
"""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobRunner
from meddx_desktop.core.operations import notes_desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.notes_desk import Memory, ReadNote
from meddx_desktop.gui.main_thread import MainThread

_PAUSE_MS = 120
"""So long nobody typed before the note is read; one changed paragraph is read in less."""


class NoteReader(QObject):
    """Asks for one text at a time; the newest text that came meanwhile is asked for next."""

    read = Signal(object)
    """A `ReadNote` of the text that stands in the editor now."""
    refused = Signal(object)
    """A `MedDxError`: this text can't be read."""
    models_failed = Signal(object)
    """A `MedDxError`: the words were read, what the models add is missing."""

    def __init__(
        self,
        app: Application,
        parent: QObject,
        *,
        text: Callable[[], str],
        case: Callable[[], Case | None],
        is_held: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._app, self._text, self._case, self._is_held = app, text, case, is_held
        self._memory, self._of = Memory(), ""
        self._main = MainThread(self)
        self.runner = JobRunner(self._post, workers=1, on_bug=self._tell_bug)
        self._busy = self._again = self._closed = self._with_models = False
        self._job = 0
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._ask)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read, and nothing waits to be."""
        return not (self._busy or self._again or self._later.isActive())

    def soon(self) -> None:
        """Something was typed: read when the hands rest."""
        self._later.start(_PAUSE_MS)

    def now(self) -> None:
        """Another case, or a correction: read at once."""
        self._later.start(0)

    def close(self) -> None:
        """Read nothing more."""
        self._closed = True
        self._later.stop()
        self.runner.close()

    def _ask(self) -> None:
        case = self._case()
        if case is None or self._is_held() or self._closed:
            return  # what an input method writes is no text yet; its end asks again
        if self._busy:
            self._again = True
            if self._with_models:  # they may take seconds, and what was typed goes first
                self.runner.cancel(self._job)
            return
        if case.case_id != self._of:  # words of one patient do not wait in memory for another
            self._memory, self._of = Memory(), case.case_id
        self._submit(case, self._text(), words_first=True)

    def _submit(self, case: Case, text: str, *, words_first: bool) -> None:
        memory = self._memory
        self._busy, self._with_models = True, not words_first
        self._later.stop()  # what it waited for is read now
        self._job = self.runner.submit(
            "note",
            lambda context: notes_desk.read(
                self._app,
                case,
                text,
                memory,
                words_first=words_first,
                checkpoint=context.checkpoint,
            ),
            on_result=lambda found: self._take(case, found),
            on_error=(self.refused if words_first else self.models_failed).emit,
            on_end=lambda: self._ended(words_first=words_first),
        )

    def _take(self, case: Case, found: ReadNote) -> None:
        now = self._case()
        if now is None or now.case_id != case.case_id or self._is_held():
            return
        if self._text() == found.text:
            self.read.emit(found)
        else:
            self.soon()

    def _tell_bug(self, _bug: BaseException) -> None:
        self.refused.emit(MedDxError("bug"))

    def _ended(self, *, words_first: bool) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self._ask()
        elif words_first and self._memory.waits and not self._later.isActive():
            self._ask_models()

    def _ask_models(self) -> None:
        """Have what was read by the rules alone read with the models too."""
        case = self._case()
        if case is not None and case.case_id == self._of and not (self._is_held() or self._closed):
            self._submit(case, self._text(), words_first=False)

    def _post(self, work: Callable[[], None]) -> None:
        self._main.post(lambda: work() if shiboken6.isValid(self) else None)
