"""The files of an archive, listed one by one, with what tells a changed file from a known one."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.errors import MedDxError, UnreadableImage


@dataclass(frozen=True, slots=True)
class Listed:
    """One file, not opened: the machine that screens it does that."""

    path: Path
    named: bool
    size: int = 0
    mtime_ns: int = 0
    error: MedDxError | None = None
    """Why it can't even be listed."""


def walk(paths: Sequence[Path]) -> Iterator[Listed]:
    """List the files of what was named, in order; within a folder sorted by name.

    Zip archives and DICOMDIRs are files here. A generator: a folder is listed when it is reached.
    A folder that was walked already (a link back) is passed by.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _expand(Path(os.path.abspath(path)), seen, named=True)  # noqa: PTH100


def _expand(path: Path, seen: set[tuple[int, int]], *, named: bool) -> Iterator[Listed]:
    try:
        status = path.stat()
    except FileNotFoundError:
        yield Listed(path, True, error=UnreadableImage("file_missing"))
        return
    except (OSError, ValueError):
        yield Listed(path, True, error=UnreadableImage("file_unreadable"))
        return
    if stat.S_ISDIR(status.st_mode):
        if (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            yield from _folder(path, seen)
    elif stat.S_ISREG(status.st_mode):
        yield Listed(path, named, status.st_size, status.st_mtime_ns)
    else:  # a pipe or a device may have no end
        yield Listed(path, named, error=UnreadableImage("file_unreadable"))


def _folder(path: Path, seen: set[tuple[int, int]]) -> Iterator[Listed]:
    try:
        with os.scandir(path) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError:
        yield Listed(path, True, error=UnreadableImage("file_unreadable"))
        return
    for name in names:
        yield from _expand(path / name, seen, named=False)
