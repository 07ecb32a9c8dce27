"""Files whose content came from elsewhere, opened safely, and files written so that no half stays.

Writing: temporary, fsync, replace. Reading: only what is a file, for a device or a pipe may have no
end.
"""

import errno
import os
import stat
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO


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
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    temporary = Path(name)
    with ExitStack() as undo:
        undo.callback(temporary.unlink, missing_ok=True)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
        undo.pop_all()
