"""`meddx labs`: files of results in, one record per patient out."""

import argparse
import sys
from pathlib import Path
from typing import Protocol

from meddx_desktop.cli import at_store, labs_records, records
from meddx_desktop.cli.labs_table import LabsTable
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import json_line, say
from meddx_desktop.core.domain.case import Answer, Vitals
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations import labs, labs_file
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_file import FileAnswer, Person
from meddx_desktop.core.paths import data_folder
from meddx_desktop.core.settings import Settings
from meddx_desktop.words import terminal

_INTERRUPTED = 130
_STANDARD_INPUT = "-"
_OPEN = {
    "date_order_unclear": "labs_dates_open",
    "number_style_unclear": "labs_numbers_open",
    "patient_blank": "labs_patients_open",
    "columns_unsure": "labs_columns_open",
}


class Writer(Protocol):
    """One output format."""

    def answer(self, path: str, answer: FileAnswer) -> None:
        """Write one patient's results."""

    def failure(self, path: str, error: MedDxError) -> None:
        """Write one failed input."""

    def close(self) -> None:
        """Write what is left."""


class _Json:
    def answer(self, path: str, answer: FileAnswer) -> None:
        json_line(labs_records.answer(path, answer))

    def failure(self, path: str, error: MedDxError) -> None:
        json_line(records.failure(path, error))

    def close(self) -> None:
        """Nothing is held back."""


def run(options: argparse.Namespace) -> int:
    """Answer every file that the options name; returns the exit code."""
    stated = _stated(options)
    choices = _choices(options)
    if not at_store.is_named(options):
        return _run(None, options, stated, choices)
    with at_store.signed_in(options) as app:
        return _run(app, options, stated, choices)


def _run(
    app: Application | None, options: argparse.Namespace, stated: Person, choices: labs.Choices
) -> int:
    writer: Writer = _Json() if options.format == "json" else LabsTable()
    failed = False
    try:
        for path in options.paths:
            try:
                _file(app, path, stated, choices, writer)
            except MedDxError as error:
                failed = True
                writer.failure(str(path), error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        writer.close()
    return 1 if failed else 0


def _file(
    app: Application | None, path: Path, stated: Person, choices: labs.Choices, writer: Writer
) -> None:
    source = _standard_input() if str(path) == _STANDARD_INPUT else path
    looked = labs.look_at(source, choices) if app is None else labs.preview(app, source, choices)
    for question in looked.questions:
        if question.code in _OPEN:
            words = terminal(_OPEN[question.code], translation(), example=question.example)
            say(f"[{question.code}] {path}: {words}")
    # Everything is understood before the first line is written: a file is answered, or it failed.
    rules = app.settings if app is not None else Settings(data_folder() / "settings.json")
    answers = [
        labs_file.answer(report, stated, app=app, settings=rules) for report in looked.reports
    ]
    for one in answers:
        writer.answer(str(path), one)


def _standard_input() -> bytes:
    """All of it, and one byte more than is ever read, so that a size too large shows."""
    if sys.stdin is None:
        return b""
    return sys.stdin.buffer.read(labs.MAX_BYTES + 1)


def _stated(options: argparse.Namespace) -> Person:
    """Age, sex, pregnancy and place as typed.

    Raises
    ------
    InvalidEntry
        ``age_invalid``, ``sex_invalid``; as `Person.checked`.
    """
    sex = (options.sex or "").upper()
    if sex not in ("", "F", "M"):
        raise InvalidEntry("sex_invalid", text=options.sex[:20])
    return Person.checked(
        Age.parse(options.age) if options.age else None,
        Sex(sex),
        Answer(options.pregnant),
        trimester=options.trimester,
        altitude_m=options.altitude,
        ranges=options.ranges,
        body=Vitals(weight_kg=options.weight, height_cm=options.height),
    )


def _choices(options: argparse.Namespace) -> labs.Choices:
    order = None
    if options.day_first or options.month_first:
        order = labs.DateOrder.DAY_FIRST if options.day_first else labs.DateOrder.MONTH_FIRST
    style = {"comma": "comma", "point": "point_thousands"}.get(options.decimal or "", "")
    return labs.Choices(date_order=order, number_style=style)
