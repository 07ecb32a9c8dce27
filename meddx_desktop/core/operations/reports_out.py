"""A report's file: written whole or not at all, and never over another one unasked."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.safe_files import write_plain


def refuse_existing(target: Path, *, force: bool) -> None:
    """Refuse to write over a file, unless told to; over a folder or the records never.

    Raises
    ------
    InvalidEntry
        ``report_exists``, ``report_is_folder``, ``export_inside_records``.
    """
    refuse_records(target)
    if target.is_dir():
        raise InvalidEntry("report_is_folder", folder=target.name)
    if os.path.lexists(target) and not force:
        raise InvalidEntry("report_exists", file=target.name)


def write(target: Path, content: bytes) -> None:
    """Write a plain copy that its owner alone may read.

    Raises
    ------
    CannotWrite
        ``disk_full`` or ``folder_not_writable``; nothing half written stays.
    """
    with _named_failures(target):
        write_plain(target, content)


def check_writable(target: Path) -> None:
    """Return if a file could be made beside `target` now, without showing anything of it.

    Raises
    ------
    CannotWrite
        As `write`.
    """
    with _named_failures(target), tempfile.TemporaryFile(dir=target.parent):
        pass


@contextmanager
def _named_failures(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise CannotWrite("disk_full") from error
        raise CannotWrite("folder_not_writable", folder=str(target.parent)) from error
