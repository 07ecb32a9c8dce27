"""Files whose content came from elsewhere, opened safely, and files written so that no half stays.

Writing: temporary, fsync, replace. The temporary of a plain copy has no name where the system can
do so: a killed program leaves nothing. Reading: only what is a file, for a device or a pipe may
have no end.
"""

import errno
import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_UNFINISHED = ".meddx-unfinished"
"""How the name of a temporary ends: whoever finds one knows what it is."""
_LONGEST = 40


def open_regular(path: Path) -> BinaryIO:
    """Open a plain file for reading; anything else is refused, and never waited for.

    Raises
    ------
    OSError
        As the system says; ``EINVAL`` for a folder, pipe, socket or device.
    """
    # Without waiting: opening a pipe would last until somebody writes into it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    with ExitStack() as undo:
        undo.callback(os.close, descriptor)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        file = os.fdopen(descriptor, "rb")
        undo.pop_all()
    return file


def read_regular(path: Path, limit: int) -> bytes:
    """Read a plain file; of a longer one a byte more than `limit`, which tells that it is longer.

    Raises
    ------
    OSError
        As `open_regular`.
    """
    with open_regular(path) as file:
        return file.read(limit + 1)


def write_replacing(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write `content` to `path`; readers see the old file or the new one, never a part.

    Raises
    ------
    OSError
        As the system says; the old file is untouched and no temporary file stays.
    """
    prefix, suffix = _temporary_name(path, "|").split("|")
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=suffix)
    temporary = Path(name)
    with ExitStack() as undo:
        undo.callback(temporary.unlink, missing_ok=True)
        with os.fdopen(descriptor, "wb") as file:
            with suppress(OSError):  # a file system without locks: nobody clears away there
                _lock(file.fileno())
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform != "win32":
                temporary.chmod(mode)
                temporary.replace(path)  # while its lock is held
        if sys.platform == "win32":
            temporary.chmod(mode)
            temporary.replace(path)
        undo.pop_all()


def write_plain(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a plain copy as `write_replacing`, and clear away what a killed export left beside it.

    Raises
    ------
    OSError
        As `write_replacing`.
    """
    remove_unfinished(path.parent)
    if not _write_unnamed(path, content, mode):
        write_replacing(path, content, mode=mode)


def remove_unfinished(folder: Path) -> None:
    """Remove temporaries in `folder` that no running program holds; what can't be removed stays."""
    for path in folder.glob(f".*{_UNFINISHED}"):
        with suppress(OSError), open_regular(path) as file:
            # Whoever writes one holds its lock until it has its own name.
            _lock(file.fileno())
            if sys.platform == "win32":
                file.close()
            path.unlink()


def _write_unnamed(path: Path, content: bytes, mode: int) -> bool:
    """Write where a file can be without a name until it is whole; False where none can."""
    with _unnamed(path.parent) as descriptor:
        if sys.platform == "win32" or descriptor is None:
            return False
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        os.fchmod(descriptor, mode)
        try:
            _name(descriptor, path)
        except FileExistsError:
            with suppress(OSError):
                _lock(descriptor)
            temporary = path.with_name(_temporary_name(path, secrets.token_hex(4)))
            with ExitStack() as undo:
                _name(descriptor, temporary)
                undo.callback(temporary.unlink, missing_ok=True)
                temporary.replace(path)
                undo.pop_all()
        except OSError:
            return False  # no links, or no /proc to name it by: written anew in the other way
        return True


@contextmanager
def _unnamed(folder: Path) -> Iterator[int | None]:
    flag = getattr(os, "O_TMPFILE", None)
    descriptor = None
    if flag is not None:
        # Refused by some file systems in different words: a named one is tried then, and says why.
        with suppress(OSError):
            descriptor = os.open(folder, flag | os.O_RDWR, 0o600)
    try:
        yield descriptor
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _name(descriptor: int, path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # Only with a folder's number does Python follow the link in /proc to the file itself.
        os.link(f"/proc/self/fd/{descriptor}", path.name, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _temporary_name(path: Path, own: str) -> str:
    return f".{path.name[:_LONGEST]}-{own}{_UNFINISHED}"


def _lock(descriptor: int) -> None:
    """Hold a file until it is closed; where the system has no such locks, being open does it."""
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
