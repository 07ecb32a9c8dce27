"""The sizes beyond which a laboratory file is refused, before it is read into memory."""

from meddx_desktop.core.errors import UnreadableResults

MAX_BYTES = 64 << 20
"""Largest file read; 10,000 results are 2 MB as HL7 and 10 MB as FHIR."""
LINE_SHOWN = 2000
"""A rejected line keeps so many characters; the rest stays in the file."""
BUNDLES_DEEP = 4
"""A bundle may lie in a bundle (a history, a message) but not without end."""


def check_size(size: int) -> None:
    """Refuse a file of `size` bytes that is empty or larger than laboratory files are.

    Raises
    ------
    UnreadableResults
        ``results_empty`` or ``results_too_large``.
    """
    if size == 0:
        raise UnreadableResults("results_empty")
    if size > MAX_BYTES:
        raise UnreadableResults("results_too_large", limit=MAX_BYTES >> 20)


def shortened(text: str) -> str:
    """The text as a rejected line keeps it."""
    return text if len(text) <= LINE_SHOWN else text[: LINE_SHOWN - 1] + "…"
