"""A report's file: written whole or not at all, and never over another one unasked."""

import errno
import os
from pathlib import Path

from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.safe_files import write_replacing


def refuse_existing(target: Path, *, force: bool) -> None:
    """Refuse to write over a file, unless told to.

    Raises
    ------
    InvalidEntry
        ``report_exists``.
    """
    if os.path.lexists(target) and not force:
        raise InvalidEntry("report_exists", file=target.name)


def write(target: Path, content: bytes) -> None:
    """Write a plain copy that its owner alone may read.

    Raises
    ------
    CannotWrite
        ``disk_full`` or ``folder_not_writable``; nothing half written stays.
    """
    try:
        write_replacing(target, content)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise CannotWrite("disk_full") from error
        raise CannotWrite("folder_not_writable", folder=str(target.parent)) from error
