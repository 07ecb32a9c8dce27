"""The part of `meddx deidentify` that writes films."""

import argparse
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from meddx_desktop.cli import at_store
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import json_line, line, say
from meddx_desktop.cli.records import path_text
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations import deidentify_batch
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.deidentify_batch import Done, Wanted, Written
from meddx_desktop.core.operations.deidentify_films import FilmDates, FilmOptions, Markers
from meddx_desktop.words import sentence, terminal

_NOTES = frozenset({".txt", ".md", ".docx", ".pdf", ".json", ".xml", ".html", ".htm"})
_OF_FILMS = ("retain_uids", "keep_characteristics", "clean_descriptors", "keep_views", "look")


def are_films(source: Path) -> bool:
    """Whether what was named is for this module: a folder, a zip, or a file that is no note."""
    if source.is_dir() or source.suffix.lower() == ".zip":
        return True
    return source.suffix.lower() not in _NOTES and deidentify_batch.is_film(source)


def refuse_film_options(options: argparse.Namespace) -> None:
    """Refuse for a note what only films have.

    Raises
    ------
    InvalidEntry
        ``deidentify_options_of_films``.
    """
    if options.strip is not None or any(getattr(options, name) for name in _OF_FILMS):
        raise InvalidEntry("deidentify_options_of_films")


@contextmanager
def application(options: argparse.Namespace) -> Iterator[Application | None]:
    """The store that was named, or None."""
    if not (at_store.is_named(options) or options.case):
        yield None
        return
    with at_store.signed_in(options) as app:
        yield app


@contextmanager
def _stopped_as_by_hand() -> Iterator[None]:
    """A closed terminal, a log-off or `kill` end the run as Ctrl+C does: nothing plain is left."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    signals = [getattr(signal, name) for name in names]
    if threading.current_thread() is not threading.main_thread():
        signals = []  # only the main thread may set them
    # Who started the program with nohup wants it to go on.
    before = {one: signal.getsignal(one) for one in signals}
    caught = [one for one, handler in before.items() if handler is not signal.SIG_IGN]
    for one in caught:
        signal.signal(one, signal.default_int_handler)
    try:
        yield
    finally:
        for one in caught:
            signal.signal(one, before[one] or signal.SIG_DFL)


def run(options: argparse.Namespace, source: Path, target: Path) -> int:
    """Write the films; 1 if one that was met could not be, with nothing said about patients."""
    try:
        if options.names or options.day_first or options.month_first:
            raise InvalidEntry("deidentify_options_of_text")
        if options.look and options.strip is None:
            raise InvalidEntry("strip_needed")
        with (
            _stopped_as_by_hand(),
            application(options) as app,
            at_store.progress() as context,
        ):
            done = deidentify_batch.run(app, _wanted(options, source, target), context=context)
    except MedDxError as error:
        return at_store.failed(options, error)
    _tell(options, done, target)
    return 1 if done.failed else 0


def _wanted(options: argparse.Namespace, source: Path, target: Path) -> Wanted:
    shifted = options.dates == "shift"
    return Wanted(
        source,
        target,
        options=FilmOptions(
            FilmDates.SHIFT if shifted else FilmDates.REMOVE,
            options.retain_uids,
            options.keep_characteristics,
            options.clean_descriptors,
        ),
        markers=Markers.VIEWS if options.keep_views else Markers.SIDES,
        strips=at_store.path(str(options.strip)) if options.strip is not None else None,
        look_only=options.look,
        case_id=options.case,
        force=options.force,
        captions=(terminal("strip_before", translation()), terminal("strip_after", translation())),
    )


def _tell(options: argparse.Namespace, done: Done, target: Path) -> None:
    translate = translation()
    for one in done.written:
        _tell_one(options, one)
    for source, error in done.failed:
        message = sentence(error.code, error.parameters, translate)
        if options.format == "json":
            failure = {"code": error.code, "message": sentence(error.code, error.parameters)}
            json_line({"path": path_text(str(source)), "error": failure})
        else:
            line(f"{path_text(str(source))}: {message}")
    if options.format != "json":
        count, folder = len(done.written), str(target)
        name = "films_looked" if options.look else "films_deidentified"
        line(terminal(name, translate, n=count, folder=folder))
    if done.left_out:
        say(terminal("left_out", translate, n=done.left_out))
    if options.strip is not None and any(one.covered for one in done.written):
        say(terminal("films_strip_plain", translate, folder=str(options.strip)))
    say(terminal("films_look", translate))


def _tell_one(options: argparse.Namespace, one: Written) -> None:
    """Places and numbers, never what stood there."""
    translate = translation()
    if options.format == "json":
        json_line(_record(one))
        return
    name = path_text(str(one.source))
    if one.covered:
        line(terminal("film_covered", translate, file=name, n=len(one.covered)))
    if one.may_hide_side:
        line(terminal("film_side_hidden", translate, file=name))


def _record(one: Written) -> dict[str, Any]:
    return {
        "path": path_text(str(one.source)),
        "out": None if one.out is None else str(one.out),
        "covered": [
            {"frame": box.frame + 1 if box.frame >= 0 else None, "box": list(box.place)}
            for box in one.covered
        ],
        "side_marker_may_be_hidden": one.may_hide_side,
    }
