"""Whether the extra that screens on a cluster is installed; the clinic's program is without it."""

from importlib.util import find_spec

from meddx_desktop.core.errors import InvalidEntry

_PARTS = ("meddx_desktop.cluster", "distributed")


def require() -> None:
    """Go on only where the extra is here.

    Raises
    ------
    InvalidEntry
        ``cluster_not_installed``.
    """
    if any(find_spec(part) is None for part in _PARTS):
        raise InvalidEntry("cluster_not_installed")
