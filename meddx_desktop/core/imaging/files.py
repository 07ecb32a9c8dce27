"""Bytes of one file or zip member, with every way a disk can fail named."""

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
    try:
        status = source.path.stat()
    except FileNotFoundError as error:
        raise UnreadableImage("file_missing") from error
    except (OSError, ValueError) as error:
        raise UnreadableImage("file_unreadable") from error
    return _read_file(source, status.st_size, limit)


def _read_file(source: Source, size: int, limit: int) -> bytes:
    if not source.path.is_file():
        raise UnreadableImage("file_unreadable")
    if size > limit:
        raise UnreadableImage("file_too_large", limit_mb=limit >> 20)
    try:
        with source.path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError as error:
        raise UnreadableImage("file_vanished") from error
    except PermissionError as error:
        raise UnreadableImage("file_unreadable") from error
    except OSError as error:
        raise UnreadableImage("file_vanished") from error
    if not data:
        raise UnreadableImage("file_empty")
    if len(data) > limit:
        raise UnreadableImage("file_too_large", limit_mb=limit >> 20)
    return data
