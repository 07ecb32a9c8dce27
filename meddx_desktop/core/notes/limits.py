"""The sizes beyond which a note is refused, before it is read into memory."""

from meddx_desktop.core.errors import UnreadableNote

LONGEST = 200_000
"""Characters of a note; a discharge letter has 10,000."""
TEXT_BYTES = 4 * LONGEST + 4
"""Largest plain text: no encoding takes more for so many characters, and its mark."""
FILE_BYTES = 32 << 20
"""Largest document with a form of its own; pictures in it take room that no text needs."""
UNPACKED_BYTES = 24 << 20
"""Most that the text of a packed document may take once unpacked."""
NESTED = 3
"""A document may lie in a document (a letter in a FHIR resource), but not without end."""


def check_length(text: str) -> str:
    """Give a text back that is no longer than notes may be, and whose letters stand together.

    A NUL within is the mark of an encoding read wrongly: no word is found in letters that it parts,
    so that a name would stay and a danger sign be missed. Those that only fill up the end go.

    Raises
    ------
    UnreadableNote
        ``note_empty``, ``note_too_long`` or ``note_not_text``.
    """
    if not text.strip("\ufeff \t\r\n\f\v\0"):
        raise UnreadableNote("note_empty")
    if len(text) > LONGEST:
        raise UnreadableNote("note_too_long", limit=LONGEST, length=len(text))
    whole = text.strip("\0")
    if "\0" in whole:
        raise UnreadableNote("note_not_text")
    return whole
