"""Files into films into cases: reading in the background, filing on the main thread."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobCancelled, JobContext, JobRunner, Post
from meddx_desktop.core.operations import (
    cases,
    corrections,
    images,
    intake,
    recent,
    screening,
    throw_away,
)
from meddx_desktop.core.operations.images import Found
from meddx_desktop.core.operations.intake import Drop
from meddx_desktop.core.operations.screening import WaitingFilm
from meddx_desktop.gui import labels, messages
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.notices import Notice, Notices, Severity
from meddx_desktop.gui.screening import ScreeningQueue

log = logging.getLogger(__name__)

_Take = Callable[[Source], WaitingFilm | None]
_RECENT = 10
_NAMED = 3
"""So many other patients are named; the rest are counted."""


@dataclass(slots=True)
class _Tally:
    """What came of one lot of files."""

    films: int = 0
    skipped: int = 0
    stopped: bool = False
    beside: str = ""
    """The case that was open when the files came."""
    elsewhere: dict[str, int] = field(default_factory=dict)
    """How many of the films went to which other cases."""
    known: dict[str, int] = field(default_factory=dict)
    """How many of the films lay in which cases before."""
    failures: list[tuple[str, MedDxError]] = field(default_factory=list)

    def add_film(self, film: WaitingFilm) -> None:
        """Count where a film went, for what is told at the end."""
        counts = self.known if film.known else self.elsewhere
        if film.known or film.case_id != self.beside:
            counts[film.case_id] = counts.get(film.case_id, 0) + 1

    def add_failure(self, source: Source, error: MedDxError, *, named: bool) -> None:
        if images.is_left_out(source, error, named=named):
            self.skipped += 1
        else:
            self.failures.append((source.name, error.bare()))


class Intake(QObject):
    """Takes files, folders, zips and DICOMDIRs from wherever they come.

    Recent files lie in the store: their names may hold patients' names.
    """

    filed = Signal(str, str)
    """Case id and film UID of a film that was just filed."""

    def __init__(
        self,
        session: CaseSession,
        queue: ScreeningQueue,
        notices: Notices,
        *,
        runner: JobRunner,
        post: Post,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._queue = queue
        self._notices = notices
        self._runner = runner
        self._post = post
        self._kept: list[Callable[[], None]] = []
        queue.screened.connect(self._screened)
        queue.stopped.connect(self._stopped)

    def open_paths(
        self, paths: Sequence[Path], *, demonstration: bool = False, dropped: Drop | None = None
    ) -> None:
        """Read everything in `paths`; films appear in the worklist as they come.

        The files belong to who is in now, or to `dropped`: a lock ends no drop.
        """
        if not paths:
            return
        try:
            dropped = dropped or intake.drop(self._session.app)
        except MedDxError as error:
            self._failed(error)
            return
        if not demonstration and self._session.may(Action.EDIT_CASE):
            self._remember(paths)
        tally = _Tally(beside=self._session.case.case_id if self._session.case else "")
        take = partial(intake.take, self._session.app, demonstration=demonstration, dropped=dropped)
        self._runner.submit(
            self.tr("Reading files"),
            lambda context: self._read(images.find(tuple(paths), context), context, tally, take),
            on_error=lambda error: self._tell_readers(lambda: self._failed(error)),
            on_end=lambda: self._tell_readers(lambda: self._tell(tally)),
        )

    @property
    def recent(self) -> list[Path]:
        """Files and folders opened lately, newest first; none while the store is locked."""
        try:
            return recent.files(self._session.app)[:_RECENT]
        except MedDxError:
            return []

    def screen_again(self, case_id: str, uid: str, stated: Stated) -> None:
        """Keep what was typed for a film, and screen it with that."""
        film = screening.ask_again(self._session.app, case_id, uid, stated)
        if film is not None:
            self._queue.add(film)
            self._session.refresh(case_id)

    def correct(self, case_id: str, uid: str, fix: Correction, *, frame: int) -> None:
        """Screen a film turned or un-inverted, as its check would have it."""
        app = self._session.app
        self._again(case_id, lambda: corrections.correct(app, case_id, uid, fix, frame=frame))

    def undo_correction(self, case_id: str, uid: str) -> None:
        """Screen a film as it is stored again."""
        self._again(case_id, lambda: corrections.undo(self._session.app, case_id, uid))

    def _again(self, case_id: str, ask: Callable[[], WaitingFilm | None]) -> None:
        """The patient may still be there: such a film passes those that came before."""
        try:
            film = ask()
        except MedDxError as error:
            self._failed(error)
        else:
            if film is not None:
                self._queue.add(film, first=True)
        self._session.refresh(case_id)

    def tell_kept(self) -> None:
        """What came of drops while nobody was in who may know names of files."""
        kept, self._kept = self._kept, []
        for tell in kept:
            self._tell_readers(tell)

    def _read(
        self, found: Iterable[Found], context: JobContext, tally: _Tally, take: _Take
    ) -> None:
        try:
            self._read_all(found, context, tally, take)
        except JobCancelled:
            tally.stopped = True
            raise

    def _read_all(
        self, files: Iterable[Found], context: JobContext, tally: _Tally, take: _Take
    ) -> None:
        for found in files:
            context.progress(tally.films, 0)
            if found.error is not None:
                tally.add_failure(found.source, found.error, named=found.named)
                continue
            try:
                film = take(found.source)
            except MedDxError as error:
                tally.add_failure(found.source, error, named=found.named)
                continue
            tally.films += 1
            if film is not None:
                tally.add_film(film)
                self._hand_over(film)

    def _hand_over(self, film: WaitingFilm) -> None:
        self._post(lambda: self.announce(film))

    def announce(self, film: WaitingFilm, *, first: bool = False) -> None:
        """A film was filed. What is open stays open; only an empty window opens it."""
        if not film.known:
            self._queue.add(film, first=first)
        if not self._session.may(Action.OPEN_CASE):
            return
        self._session.refresh(film.case_id)
        if self._session.case is None:
            self._session.open_case(film.case_id)
        self.filed.emit(film.case_id, film.uid)

    def _screened(self, case_id: str, _uid: str) -> None:
        if self._session.may(Action.OPEN_CASE):
            self._session.refresh(case_id)

    def _stopped(self, done: int, total: int) -> None:
        words = self.tr("{done} of {total} films screened; the rest wait unscored.")
        told = words.format(done=done, total=total)
        self._notices.tell(Notice(told, Severity.WARNING, group="stopped"))

    def _failed(self, error: MedDxError) -> None:
        self._notices.tell(messages.of_error(error))

    def _tell_readers(self, tell: Callable[[], None]) -> None:
        """Names of files may hold names of patients: kept for the next who may read them."""
        if self._session.may(Action.OPEN_CASE):
            tell()
        else:
            self._kept.append(tell)

    def _tell(self, tally: _Tally) -> None:
        if tally.failures:
            self._notices.tell(messages.of_failed_files(tally.failures))
        self._tell_where(tally)
        if tally.skipped:
            self._notices.tell(messages.of_skipped(tally.skipped))
        if not (tally.films or tally.failures or tally.stopped):
            self._notices.tell(
                Notice(messages.of_error(MedDxError("no_input")).text, Severity.WARNING)
            )

    def _tell_where(self, tally: _Tally) -> None:
        """A film that went elsewhere than where the eye was is named (SAFETY 8)."""
        if tally.known:
            told = messages.of_known_films(tally.known, self._named(tally.known))
            self._notices.tell(told)
        if tally.beside and tally.elsewhere:
            told = messages.of_films_elsewhere(tally.elsewhere, self._named(tally.elsewhere))
            self._notices.tell(told)

    def _named(self, counts: dict[str, int]) -> list[str]:
        found = (cases.load(self._session.app, case_id) for case_id in [*counts][:_NAMED])
        return [labels.name_or_film(case) for case in found if case is not None]

    def _remember(self, paths: Sequence[Path]) -> None:
        """A list of files is no reason to stop: what can't be kept is left out."""
        app = self._session.app
        if throw_away.is_thrown_away(app):
            return
        try:
            recent.opened(app, paths)
        except MedDxError as error:
            log.info("recent files were not kept", extra={"code": error.code})
