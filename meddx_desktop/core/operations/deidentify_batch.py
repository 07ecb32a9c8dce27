"""Films by the folder: each looked at and written in turn, so that only one is in memory."""

from dataclasses import dataclass, field
from pathlib import Path

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.imaging import sources
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import deidentify_export, deidentify_films
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.deidentify_films import FilmOptions, LookedFilm, Markers, Region
from meddx_desktop.core.operations.deidentify_key import export_key
from meddx_desktop.core.operations.deidentify_text import refuse_existing
from meddx_desktop.core.operations.images import is_left_out
from meddx_desktop.core.privacy.dicom_known import NOBODY, Identity

__all__ = ["Done", "Region", "Wanted", "Written", "is_film", "run"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written where.

    Parameters
    ----------
    strips
        Folder for pictures of before and after.
    captions
        Words above the two, in the language of who looks at them.
    look_only
        Those pictures alone.
    case_id
        The case whose patient it is, where a store is open.
    """

    source: Path
    target: Path
    options: FilmOptions
    markers: Markers = Markers.SIDES
    strips: Path | None = None
    look_only: bool = False
    case_id: str = ""
    force: bool = False
    captions: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Written:
    """One film: where it came from, where it lies (None: only looked at), what was covered."""

    source: Source
    out: Path | None
    covered: tuple["Place", ...]
    may_hide_side: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was covered: x, y, width, height in stored pixels; frame -1 is all."""

    frame: int
    place: tuple[int, int, int, int]


@dataclass(slots=True)
class Done:
    """What became of all of them."""

    written: list[Written] = field(default_factory=list)
    failed: list[tuple[Source, MedDxError]] = field(default_factory=list)
    left_out: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class _As:
    """Under which key and for whom, for all films of a run."""

    key: bytes
    case: Case | None = None

    @property
    def more(self) -> Identity:
        if self.case is None:
            return NOBODY
        return deidentify_films.identity_of(self.case.patient)


def is_film(path: Path) -> bool:
    """Whether a file is DICOM, a DICOMDIR or a plain picture, and so no note."""
    try:
        return deidentify_films.is_picture(Source(path))
    except MedDxError:
        return False


def run(app: Application | None, wanted: Wanted, *, context: JobContext | None = None) -> Done:
    """De-identify a film, or every film in a folder, zip or DICOMDIR.

    Films that can't be written are listed with their reason; the others are written. A film that
    was named by itself fails as a whole.

    Raises
    ------
    InvalidEntry
        ``films_none_to_write``, ``case_gone``, and as `deidentify_export`.
    CannotWrite
        ``disk_full``, ``folder_not_writable``; nothing is left half written.
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    UnreadableImage, UnreadableArchive
        For a film that was named by itself.
    """
    running = context or JobContext()
    if wanted.strips is not None:
        deidentify_export.refuse_inside(wanted.strips, [wanted.source])
    for_whom = _As(export_key(app), _case(app, wanted.case_id))
    if _is_to_be_file(wanted):
        return _run_one(app, wanted, for_whom, running)
    if wanted.look_only:
        return _each(wanted, for_whom, running, folder=None)
    with deidentify_export.FilmFolder(wanted.target, sources=[wanted.source]) as folder:
        done = _each(wanted, for_whom, running, folder=folder)
        if not done.written:
            raise next((error for _, error in done.failed), InvalidEntry("films_none_to_write"))
        running.checkpoint()
        deidentify_export.tell(app, folder.count, case_id=wanted.case_id)
        folder.commit()
    return done


def _is_to_be_file(wanted: Wanted) -> bool:
    """Whether one film becomes one file; a target without an ending is a folder, as `out/` is."""
    if not wanted.source.is_file() or _holds_many(wanted.source):
        return False
    return wanted.look_only or bool(wanted.target.suffix)


def _holds_many(path: Path) -> bool:
    return path.suffix.lower() == ".zip" or path.name.upper() == "DICOMDIR"


def _case(app: Application | None, case_id: str) -> Case | None:
    if app is None or not case_id:
        return None
    with app.access.using(Action.OPEN_CASE) as desk:
        case = desk.store.cases.load(case_id)
    if case is None:
        raise InvalidEntry("case_gone")
    return case


def _run_one(app: Application | None, wanted: Wanted, for_whom: _As, context: JobContext) -> Done:
    source = Source(wanted.source)
    if not wanted.look_only:
        refuse_existing(wanted.target, source=wanted.source, force=wanted.force)
    looked = deidentify_films.look(source, markers=wanted.markers, context=context)
    _strip(wanted, looked, 1)
    if wanted.look_only:
        return Done([_written(looked, None)])
    context.checkpoint()
    _, parts = _parts(looked, wanted, for_whom)
    deidentify_export.tell(app, 1, case_id=wanted.case_id)
    deidentify_export.write_one(wanted.target, parts, source=wanted.source, force=wanted.force)
    return Done([_written(looked, wanted.target)])


def _each(
    wanted: Wanted,
    for_whom: _As,
    context: JobContext,
    *,
    folder: deidentify_export.FilmFolder | None,
) -> Done:
    done = Done()
    for found in sources.find([wanted.source], context):
        try:
            if found.error is not None:
                raise found.error
            looked = deidentify_films.look(found.source, markers=wanted.markers)
            _strip(wanted, looked, len(done.written) + 1)
            out = None
            if folder is not None:
                out = folder.add(*_parts(looked, wanted, for_whom))
            done.written.append(_written(looked, out))
        except MedDxError as error:
            if not _of_one_film(error):
                raise
            if is_left_out(found.source, error, named=found.named):
                done.left_out += 1
            else:
                done.failed.append((found.source, error.bare()))
        context.progress(len(done.written) + len(done.failed), 0)
    return done


def _of_one_film(error: MedDxError) -> bool:
    """Whether the next film may still go well: a full disk or a missing network ends the run."""
    return error.code not in ("disk_full", "folder_not_writable", "model_damaged")


def _parts(looked: LookedFilm, wanted: Wanted, for_whom: _As) -> deidentify_films.Parts:
    patient = for_whom.case.patient if for_whom.case is not None else None
    return deidentify_films.film_parts(
        looked, wanted.options, key=for_whom.key, patient=patient, more=for_whom.more
    )


def _strip(wanted: Wanted, looked: LookedFilm, number: int) -> None:
    if wanted.strips is not None:
        deidentify_export.save_strip(wanted.strips, f"film-{number:04}", looked, wanted.captions)


def _written(looked: LookedFilm, out: Path | None) -> Written:
    covered = tuple(
        Place(one.frame, (one.left, one.top, one.right - one.left, one.bottom - one.top))
        for one in looked.regions
        if one.covered
    )
    return Written(looked.source, out, covered, looked.may_hide_side)
