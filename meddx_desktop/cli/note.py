"""`meddx note`: notes in, one record for each out."""

import argparse
import sys
from pathlib import Path
from typing import Protocol

from meddx_desktop.cli import note_records, records
from meddx_desktop.cli.note_table import NoteTable
from meddx_desktop.cli.output import json_line
from meddx_desktop.core.domain.note import Language, NoteReading
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations import notes, open_application
from meddx_desktop.core.operations.notes import NoteText, Person

_INTERRUPTED = 130
_STANDARD_INPUT = "-"


class Writer(Protocol):
    """One output format."""

    def answer(self, path: str, note: NoteText, reading: NoteReading) -> None:
        """Write what was read in one note."""

    def failure(self, path: str, error: MedDxError) -> None:
        """Write one failed input."""

    def close(self) -> None:
        """Write what is left."""


class _Json:
    def answer(self, path: str, note: NoteText, reading: NoteReading) -> None:
        json_line(note_records.answer(path, note, reading))

    def failure(self, path: str, error: MedDxError) -> None:
        json_line(records.failure(path, error))

    def close(self) -> None:
        """Nothing is held back."""


def run(options: argparse.Namespace) -> int:
    """Read every note that the options name; returns the exit code."""
    person = _stated(options)
    language = None if options.lang == "auto" else Language(options.lang)
    writer: Writer = _Json() if options.format == "json" else NoteTable()
    failed = False
    app = open_application()
    try:
        for path in options.paths:
            try:
                note = _open(path)
                reading = notes.analyze_note(app, note.text, person=person, language=language)
                writer.answer(str(path), note, reading)
            except MedDxError as error:
                failed = True
                writer.failure(str(path), error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        writer.close()
    return 1 if failed else 0


def _open(path: Path) -> NoteText:
    if str(path) != _STANDARD_INPUT:
        return notes.read_note(None, path)
    data = sys.stdin.buffer.read(notes.FILE_BYTES + 1) if sys.stdin is not None else b""
    return notes.read_bytes(data)


def _stated(options: argparse.Namespace) -> Person:
    """Age, sex and pregnancy as typed.

    Raises
    ------
    InvalidEntry
        ``age_invalid`` or ``sex_invalid``.
    """
    sex = (options.sex or "").upper()
    if sex not in ("", "F", "M"):
        raise InvalidEntry("sex_invalid", text=options.sex[:20])
    age = Age.parse(options.age).days if options.age else None
    pregnant = {"yes": True, "no": False}.get(options.pregnant)
    return Person(age, Sex(sex) if sex else None, pregnant)
