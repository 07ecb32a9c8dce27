"""DICOMDIR: which films a disc's directory lists, and whether they are there (PS3.3 F)."""

from collections.abc import Iterator
from pathlib import Path

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import MedDxError, UnreadableArchive, UnreadableImage
from meddx_desktop.core.imaging.attributes import sequence, text, texts
from meddx_desktop.core.imaging.dataset import parse, quiet
from meddx_desktop.core.imaging.files import read_bytes

NAME = "DICOMDIR"
_LIMIT = 256 << 20


def listed(directory: Path) -> Iterator[tuple[Source, MedDxError | None]]:
    """Image files that a DICOMDIR lists, each with what is wrong with it.

    Only records of type IMAGE count; presentation states, reports and the like are no films.
    Records are taken as they stand in the file: their offsets, which many burners leave wrong,
    are not needed.

    Raises
    ------
    UnreadableArchive
        ``dicomdir_damaged``.
    UnreadableImage
        What `read_bytes` raises.
    """
    folder = directory.parent
    for parts in _images(directory):
        yield _resolved(folder, parts)


def _images(directory: Path) -> list[list[str]]:
    """File IDs of all image records, component by component."""
    try:
        parsed = parse(read_bytes(Source(directory), _LIMIT))
    except UnreadableImage as error:
        if error.code in ("damaged_header", "truncated"):
            raise UnreadableArchive("dicomdir_damaged") from error
        raise
    if "DirectoryRecordSequence" not in parsed.dataset or parsed.cut_short:
        raise UnreadableArchive("dicomdir_damaged")
    with quiet():
        files = [
            [part for part in texts(record, "ReferencedFileID") if part]
            for record in sequence(parsed.dataset, "DirectoryRecordSequence")
            if text(record, "DirectoryRecordType").upper() == "IMAGE"
        ]
    return [parts for parts in files if parts]


def _resolved(folder: Path, parts: list[str]) -> tuple[Source, MedDxError | None]:
    """The file a record names, found in spite of the upper and lower case a disc changes."""
    safe = all(_is_plain(part) for part in parts)
    path = folder.joinpath(*parts) if safe else folder
    if not safe:
        return Source(folder / NAME), UnreadableArchive("dicomdir_outside")
    if not path.exists():
        path = _case_blind(folder, parts) or path
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            return Source(folder / NAME), UnreadableArchive("dicomdir_outside")
        if not path.is_file():
            return Source(path), UnreadableArchive("dicomdir_missing_file")
    except (OSError, RuntimeError, ValueError):
        return Source(path), UnreadableArchive("dicomdir_missing_file")
    return Source(path), None


def _is_plain(part: str) -> bool:
    """Whether a component is a name and nothing that leads elsewhere (PS3.10 8.5)."""
    return part not in (".", "..") and not any(letter in part for letter in "/\\:\0")


def _case_blind(folder: Path, parts: list[str]) -> Path | None:
    """Find a file whose name differs by case or by a trailing dot or ;1 of ISO 9660."""
    path = folder
    for part in parts:
        wanted = part.casefold()
        try:
            names = {
                entry.name.casefold().split(";")[0].rstrip("."): entry for entry in path.iterdir()
            }
        except OSError:
            return None
        if wanted not in names:
            return None
        path = names[wanted]
    return path
