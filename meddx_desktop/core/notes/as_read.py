"""A note as its words are read: forms, tables and signs made plain, every place where it was."""

from meddx_desktop.core.notes.boxes import without_unticked
from meddx_desktop.core.notes.tables import with_colons, with_commas
from meddx_desktop.core.notes.traditional import simplified


def as_read(text: str) -> str:
    """The text that stands for a note wherever its words are looked at; it is as long as the note.

    The note itself never changes: spans found here are cut from the note.
    """
    return simplified(with_commas(with_colons(without_unticked(text))))
