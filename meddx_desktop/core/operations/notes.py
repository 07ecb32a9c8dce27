"""Notes: a file or typed text in, its reading out; nothing is kept here."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from meddx_desktop.core.domain.note import Language, NoteReading
from meddx_desktop.core.notes.analyze import Person, analyze
from meddx_desktop.core.notes.code_list import CodeList
from meddx_desktop.core.notes.limits import FILE_BYTES, LONGEST, check_length
from meddx_desktop.core.notes.parts import Helpers, Memory
from meddx_desktop.core.notes.read_text import NoteKind, NoteText, read_bytes, read_file
from meddx_desktop.core.operations.application import Application

__all__ = [
    "FILE_BYTES",
    "LONGEST",
    "Memory",
    "NoteKind",
    "NoteText",
    "Person",
    "analyze_note",
    "read_bytes",
    "read_note",
]


def read_note(app: Application | None, path: Path) -> NoteText:
    """Read the text in a file; the file itself is not changed or kept.

    Parameters
    ----------
    app
        The application; None at a command line without a store.
    path
        A text, Word document, PDF, FHIR DocumentReference or C-CDA document.

    Raises
    ------
    UnreadableNote
        With the reason, for whatever is no note of at most `LONGEST` characters.
    """
    del app  # a file that the user may open needs no right of the store
    return read_file(path)


def analyze_note(
    app: Application | None,
    text: str,
    *,
    previous: Memory | None = None,
    person: Person | None = None,
    language: Language | None = None,
    codes: CodeList | None = None,
    words_first: bool = False,
    checkpoint: Callable[[], None] = lambda: None,
) -> NoteReading:
    """Read what a text says.

    Parameters
    ----------
    app
        The application, whose models of notes are asked too; None for the rules alone.
    text
        The note, typed, pasted or of `read_note`.
    previous
        Of this note a moment ago, so that only what changed is read; the caller keeps it for as
        long as the note is open and no longer. One thread at a time may use it.
    person
        The patient, where known. Where the clock is behind, the age is left out.
    language
        Of the whole note, where the user says so.
    codes
        The site's own list, where it has one; the one of the US otherwise.
    words_first
        Read by the rules at once and leave the models to a second call with the same `previous`,
        whose `waits` says whether that would add anything.
    checkpoint
        Called now and then, some ten times a second where the models run; raises where the reading
        is to stop. What was read so far stays in `previous`.

    Raises
    ------
    UnreadableNote
        ``note_too_long``.
    BadOutput, ModelRejected
        A model can't be opened any more, or answers with what is no result.
    """
    if len(text) > LONGEST:
        check_length(text)
    known = person
    if app is not None and known is not None and app.access.clock_behind is not None:
        known = Person(None, known.sex, known.pregnant)
    helpers = Helpers(later=words_first, checkpoint=checkpoint)
    if app is not None:
        helpers = replace(helpers, models=app.note_models, codes=codes)
    return analyze(text, previous=previous, person=known, language=language, helpers=helpers)
