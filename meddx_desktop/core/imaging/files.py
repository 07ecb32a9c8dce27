"""Bytes of one file or zip member, with every way a disk can fail named."""

import stat

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import archives


def read_bytes(source: Source, limit: int) -> bytes:
    """Read a whole file or zip member of at most `limit` bytes.

    Raises
    ------
    UnreadableImage
        ``file_missing``, ``file_unreadable``, ``file_empty``, ``file_vanished`` (the stick was
        pulled while reading), ``file_too_large``.
    UnreadableArchive
        When `source` is a member of a zip that can't be read.
    """
    if source.member is not None:
        return archives.read_member(source, limit)
    size = _size(source)
    if size > limit:
        raise UnreadableImage("file_too_large", limit_mb=limit >> 20)
    # The size at hand, not the limit: reading asks for all that memory first.
    data = _read(source, size)
    if len(data) < size:
        raise UnreadableImage("file_vanished")
    return data


def _size(source: Source) -> int:
    try:
        status = source.path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableImage("file_missing") from error
    except (OSError, ValueError) as error:
        raise UnreadableImage("file_unreadable") from error
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableImage("file_unreadable")  # a folder; a pipe would never end
    return status.st_size


def _read(source: Source, size: int) -> bytes:
    try:
        with source.path.open("rb") as stream:
            data = stream.read(size)
    except PermissionError as error:
        raise UnreadableImage("file_unreadable") from error
    except OSError as error:  # it was there a moment ago
        raise UnreadableImage("file_vanished") from error
    if not data:
        raise UnreadableImage("file_empty")
    return data
