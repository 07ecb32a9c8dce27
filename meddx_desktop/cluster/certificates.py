"""The two files that let the machines of one cluster trust each other."""

from pathlib import Path

from meddx_desktop.core.crypto.certificates import circle
from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.paths import private_folder
from meddx_desktop.core.safe_files import write_replacing

CA, MACHINE = "ca.pem", "machine.pem"
_NAME = "meddx-cluster"


def make(folder: Path, *, days: int) -> tuple[Path, Path]:
    """Write the authority and the machines' certificate with its key into `folder`.

    Raises
    ------
    InvalidEntry
        ``cluster_certificates_exist``: a cluster that works would no longer.
    CannotWrite
        ``folder_not_writable``.
    """
    ca, machine = folder / CA, folder / MACHINE
    if ca.exists() or machine.exists():
        raise InvalidEntry("cluster_certificates_exist", folder=str(folder))
    authority, own = circle(_NAME, days=days)
    try:
        private_folder(folder)
        write_replacing(ca, authority)
        write_replacing(machine, own)
    except OSError as error:
        raise CannotWrite("folder_not_writable", folder=str(folder)) from error
    return ca, machine
