"""Screening the films that wait: one after the other, before and after the lock."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Reason, Screening
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.people import Action, may
from meddx_desktop.core.errors import CannotWrite, MedDxError, StoreRefused
from meddx_desktop.core.imaging import read
from meddx_desktop.core.imaging.correct import corrected
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import filing, images, sealed_results
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application

log = logging.getLogger(__name__)

_NAMELESS = Source(Path("film"))


@dataclass(frozen=True, slots=True)
class WaitingFilm:
    """One film that waits: where it belongs, where it is stored, what was typed for it."""

    case_id: str
    uid: str
    object_id: str
    source: Source
    stated: Stated = Stated()
    known: bool = False
    """The film lay there before: nothing was changed, and nothing waits."""
    correction: Correction | None = None

    def nameless(self) -> "WaitingFilm":
        """The same without its file name, which may name a person, for after the lock."""
        return replace(self, source=_NAMELESS, known=False)


def waiting(app: Application) -> list[WaitingFilm]:
    """Films that a lock, a crash or a power cut left waiting, oldest first.

    A film that took the program down again and again is not tried once more: it is marked as
    not screened. A role that screens nothing hears of none: the films wait for the next one.
    """
    left: list[WaitingFilm] = []
    with app.access.using(None) as desk:
        if not may(desk.role, Action.SCREEN):
            return left
        for film in desk.store.queue.given_up():
            reason = Reason("screening_gave_up")
            filing.keep_failure(desk, film.case_id, film.sop_instance_uid, reason)
        for film in desk.store.queue.waiting():
            case = desk.store.cases.load(film.case_id)
            entry = case.film(film.sop_instance_uid) if case else None
            source = entry.instance.source if entry else _NAMELESS
            one = WaitingFilm(
                film.case_id, film.sop_instance_uid, film.object_id, source, film.stated
            )
            left.append(replace(one, correction=entry.correction if entry else None))
    return left


def ask_again(app: Application, case_id: str, uid: str, stated: Stated) -> WaitingFilm | None:
    """Keep what was typed for a film and let it wait for a new screening; None when it is gone."""
    with app.access.using(Action.SCREEN) as desk, desk.changing():
        film = let_wait(desk, case_id, uid, stated=stated)
        if film is not None:
            desk.tell("screening_asked", case_id)
    return film


def let_wait(desk: Desk, case_id: str, uid: str, **changes: object) -> WaitingFilm | None:
    """Change what is known of a film and let it wait for a new screening; None when it is gone.

    The caller tells the audit trail, in the same transaction.

    Raises
    ------
    NotPermitted
        As `filing.refuse_signed`.
    """
    case = desk.store.cases.load(case_id)
    object_id = desk.store.cases.object_of(case_id, uid)
    if case is None or object_id is None or case.film(uid) is None:
        return None
    filing.refuse_signed(desk, case)
    case = filing.changed(case, uid, screenings=None, error=None, **changes)
    desk.store.cases.save(case)
    entry = case.film(uid)
    assert entry is not None
    desk.store.queue.add(case_id, uid, object_id, entry.stated)
    source, correction = entry.instance.source, entry.correction
    return WaitingFilm(case_id, uid, object_id, source, entry.stated, correction=correction)


def work(app: Application, film: WaitingFilm, *, context: JobContext) -> None:
    """Screen one film and keep the answer, or why there is none; sealed while it is locked.

    Raises
    ------
    JobCancelled
        The film goes on waiting.
    StoreRefused
        ``store_locked``: the film can't be opened before the next sign-in; it goes on waiting.
    CannotWrite
        The answer could not be kept; the film goes on waiting.
    """
    try:
        content = _read(app, film)
    except (StoreRefused, CannotWrite):
        raise
    except MedDxError as error:
        fail(app, film, Reason(error.code, dict(error.parameters)))
        return
    try:
        opened = corrected(read.open_bytes(bytes(content), film.source), film.correction)
        results = images.screen(app, opened, stated=film.stated, context=context)
    except JobCancelled:
        _forgive(app, film)
        raise
    except MedDxError as error:
        fail(app, film, Reason(error.code, dict(error.parameters)))
        return
    _answer(app, film, tuple(result.screening for result in results))


def fail(app: Application, film: WaitingFilm, reason: Reason) -> None:
    """Keep why a film was not screened."""
    app.access.go_on(
        lambda desk: filing.keep_failure(desk, film.case_id, film.uid, reason),
        lambda batch: batch.seal(
            sealed_results.of_failure(film.case_id, film.uid, reason), done=film.object_id
        ),
    )


def stop(app: Application, films: Sequence[WaitingFilm]) -> None:
    """Somebody stopped the screening: films left over are marked, for none may look quiet."""
    with app.access.using(None) as desk, desk.changing():
        for film in films:
            filing.keep_failure(desk, film.case_id, film.uid, Reason("screening_stopped"))


def _answer(app: Application, film: WaitingFilm, screenings: tuple[Screening, ...]) -> None:
    app.access.go_on(
        lambda desk: filing.keep_answer(
            desk, film.case_id, film.uid, answer=lambda _entry: screenings
        ),
        lambda batch: batch.seal(
            sealed_results.of_screening(film.case_id, film.uid, screenings), done=film.object_id
        ),
    )


def _read(app: Application, film: WaitingFilm) -> bytes | bytearray | memoryview:
    def at_desk(desk: Desk) -> bytes | bytearray | memoryview:
        desk.store.queue.tried(film.case_id, film.uid)
        return desk.store.objects.get(film.object_id)

    return app.access.go_on(at_desk, lambda batch: batch.read(film.object_id))


def _forgive(app: Application, film: WaitingFilm) -> None:
    """A try that somebody stopped was no crash: closing the program thrice gives no film up."""
    try:
        with app.access.using(None) as desk:
            desk.store.queue.add(film.case_id, film.uid, film.object_id, film.stated)
    except MedDxError:  # it counts then; at worst the film is shown as not screened
        log.info("a stopped try still counts")
