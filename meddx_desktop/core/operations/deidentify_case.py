"""The films of a case without what tells whose they are: looked at by a person, then written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import deidentify_export
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.deidentify_export import FilmFolder
from meddx_desktop.core.operations.deidentify_films import (
    FilmDates,
    FilmOptions,
    LookedFilm,
    Markers,
    Region,
    film_parts,
    identity_of,
    look_at,
)
from meddx_desktop.core.operations.deidentify_key import export_key
from meddx_desktop.core.operations.images import open_stored

__all__ = [
    "FilmDates",
    "FilmOptions",
    "LookedCase",
    "LookedFilm",
    "Markers",
    "Region",
    "export_case",
    "look_at_case",
]


@dataclass(frozen=True, slots=True)
class LookedCase:
    """The films that can leave, and those that can't with the reason."""

    films: tuple[LookedFilm, ...] = ()
    refused: tuple[tuple[FilmEntry, MedDxError], ...] = field(default=(), repr=False)


def look_at_case(
    app: Application,
    case: Case,
    *,
    markers: Markers = Markers.SIDES,
    context: JobContext | None = None,
) -> LookedCase:
    """Find the writing in every film of a case; nothing is written.

    Raises
    ------
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    ModelRejected
        ``model_damaged``: a network for writing was changed or is missing.
    """
    with app.access.using(Action.EXPORT_DEIDENTIFIED):
        pass  # asked first: nobody looks over films for a minute to be refused then
    running = context or JobContext()
    films: list[LookedFilm] = []
    refused: list[tuple[FilmEntry, MedDxError]] = []
    for number, entry in enumerate(case.films):
        running.progress(number, len(case.films))
        try:
            film = open_stored(app, case.case_id, entry.instance)
            films.append(look_at(film, entry.instance.source, markers=markers))
        except MedDxError as error:
            if error.code in _ENDS:
                raise
            refused.append((entry, error.bare()))
    running.progress(len(case.films), len(case.films))
    return LookedCase(tuple(films), tuple(refused))


_ENDS = frozenset({"not_permitted", "store_locked", "model_damaged"})
"""What concerns every film alike."""


def export_case(
    app: Application,
    case: Case,
    looked: Sequence[LookedFilm],
    *,
    options: FilmOptions,
    target: Path,
    context: JobContext | None = None,
) -> int:
    """Write films of a case that a person has looked over; how many were written.

    Raises
    ------
    InvalidEntry, CannotWrite
        As `FilmFolder`.
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    UnreadableImage
        A film that can't be decoded: then nothing is written.
    """
    key = export_key(app)
    running = context or JobContext()
    more = identity_of(case.patient, (case.first_reader,) if case.first_reader else ())
    with FilmFolder(target) as folder:
        for number, one in enumerate(looked):
            running.progress(number, len(looked))
            made = film_parts(one, options, key=key, patient=case.patient, more=more)
            folder.add(*made)
        running.checkpoint()
        deidentify_export.tell(app, folder.count, case_id=case.case_id)
        folder.commit()
        return folder.count
