"""What the user dropped or named, expanded to single picture files one by one.

Files, folders, zip archives and DICOMDIR. Nothing is unpacked to disk, and nothing that was
listed but can't be reached is left out silently: it comes with its error.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import MedDxError, UnreadableArchive, UnreadableImage
from meddx_desktop.core.imaging import archives, dicomdir
from meddx_desktop.core.imaging.files import read_bytes
from meddx_desktop.core.jobs import JobContext

__all__ = ["Found", "find", "read_bytes"]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be opened, or the reason why it can't be."""

    source: Source
    named: bool
    """The user named it, or a named DICOMDIR lists it as a film: failing to open it is then an
    error. A file met in a folder or a zip may turn out to be no image, and is only counted."""
    error: MedDxError | None = None


def find(paths: Sequence[Path], context: JobContext) -> Iterator[Found]:
    """Expand what was named, in order; within a folder or zip sorted by name.

    A generator: a folder of a million files is listed folder by folder as it is asked for.

    Raises
    ------
    JobCancelled
        At a checkpoint, between two files.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        context.checkpoint()
        yield from _expand(path, context, seen, named=True)


def _expand(
    path: Path, context: JobContext, seen: set[tuple[int, int]], *, named: bool
) -> Iterator[Found]:
    try:
        if path.is_dir():
            yield from _folder(path, context, seen)
        elif path.name.upper() == dicomdir.NAME and path.is_file():
            yield from _directory(path, context, named=named)
        elif path.suffix.lower() == ".zip" and path.is_file():
            yield from _archive(path, context, named=named)
        else:
            yield Found(Source(path), named, _problem(path))
    except (OSError, ValueError):
        yield Found(Source(path), named, UnreadableImage("file_unreadable"))


def _problem(path: Path) -> MedDxError | None:
    """Why a path that is neither folder nor archive can't be read, as far as it shows."""
    if not path.exists():
        return UnreadableImage("file_missing")
    # Pipes and devices would block or never end.
    return None if path.is_file() else UnreadableImage("file_unreadable")


def _folder(path: Path, context: JobContext, seen: set[tuple[int, int]]) -> Iterator[Found]:
    """Everything below a folder; one that was walked already (a link back) is passed by."""
    try:
        status = path.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield Found(Source(path), True, UnreadableImage("file_unreadable"))
        return
    for entry in entries:
        context.checkpoint()
        yield from _expand(entry, context, seen, named=False)


def _archive(path: Path, context: JobContext, *, named: bool) -> Iterator[Found]:
    try:
        names = archives.members(path)
    except (UnreadableArchive, UnreadableImage) as error:
        yield Found(Source(path), named, error)
        return
    for name in names:
        context.checkpoint()
        if name.rsplit("/", 1)[-1].upper() == dicomdir.NAME:
            continue  # what it lists lies beside it in the archive, and is found as it is
        nested = name.lower().endswith(".zip")
        refused = UnreadableArchive("zip_nested") if nested else None
        yield Found(Source(path, name), named and nested, refused)


def _directory(path: Path, context: JobContext, *, named: bool) -> Iterator[Found]:
    """Films listed by a DICOMDIR.

    Met within a folder, its films are found there anyhow; it then only tells which ones it
    lists that are not there.
    """
    try:
        for source, error in dicomdir.listed(path):
            context.checkpoint()
            if named or error is not None:
                yield Found(source, True, error)
    except (UnreadableArchive, UnreadableImage) as error:
        yield Found(Source(path), named, error)
