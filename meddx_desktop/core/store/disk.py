"""Bytes on the disk for good: fsync of folders, names for failed writes."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.paths import private_folder

# A quota and the largest file that a file system (FAT on a stick) takes count as full.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut. Windows has no such call, and no need."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def lasting_folder(folder: Path) -> Path:
    """Make `folder` if missing, private, with the names of all new folders on the disk."""
    missing = [new for new in (folder, *folder.parents) if not new.exists()]
    private_folder(folder)
    for new in missing:
        sync_folder(new.parent)
    return folder


def sync_file(path: Path) -> None:
    """Make the content of a file that another library wrote survive a power cut."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def refusal(error: OSError, folder: Path) -> CannotWrite:
    """Name a failed write."""
    if error.errno in _FULL:
        return CannotWrite("disk_full")
    if isinstance(error, FileNotFoundError):
        return CannotWrite("folder_missing", folder=str(folder))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return CannotWrite("folder_not_writable", folder=str(folder))
    return CannotWrite("store_disk_failed")


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn a failed write below `folder` into a `CannotWrite`."""
    try:
        yield
    except OSError as error:
        raise refusal(error, folder) from error


def unlink_quietly(path: Path) -> None:
    """Delete a file if that can be done."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
