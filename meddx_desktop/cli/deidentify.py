"""`meddx deidentify`: a note or films in, the same without what tells whose they are out."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from meddx_desktop.cli import at_store, deidentify_films
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import say
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations import deidentify_text, notes
from meddx_desktop.core.operations.deidentify_text import (
    DateWay,
    Deidentified,
    Known,
    TextOptions,
)
from meddx_desktop.words import label, sentence, terminal

_LONGEST = 1 << 20


def run(options: argparse.Namespace) -> int:
    """Write a note or films without their identifiers; returns the exit code."""
    source, target = at_store.path(str(options.source)), at_store.path(str(options.target))
    if deidentify_films.are_films(source):
        return deidentify_films.run(options, source, target)
    try:
        deidentify_films.refuse_film_options(options)
        deidentify_text.refuse_target(target, source=source, force=options.force)
        known = _known(options.names)
        with deidentify_films.application(options) as app:
            note = notes.read_note(app, source)
            answer = deidentify_text.deidentify_note(
                app,
                note.text,
                case_id=options.case,
                known=known,
                options=TextOptions(DateWay(options.dates), _order(options)),
            )
            deidentify_text.save(
                app, answer, target, case_id=options.case, source=source, force=options.force
            )
    except MedDxError as error:
        return at_store.failed(options, error)
    at_store.tell(options, _record(source, target, answer), lambda: _words(target, answer))
    for caution in note.cautions:  # pages that are pictures were not read, and so not written
        say(sentence(caution.code, caution.parameters, translation()))
    say(terminal("deidentified_look", translation()))
    return 0


def _known(path: Path | None) -> Known:
    """Names and numbers from a file, one a line: as arguments every user of the machine saw them.

    Raises
    ------
    InvalidEntry
        ``deidentify_names_unread``.
    """
    if path is None:
        return Known()
    try:
        with path.open(encoding="utf-8-sig") as file:
            lines = [one.strip() for one in file.read(_LONGEST).splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidEntry("deidentify_names_unread", file=path.name) from error
    numbers = tuple(one for one in lines if any(map(str.isdigit, one)))
    return Known(patient=tuple(one for one in lines if one and one not in numbers), numbers=numbers)


def _order(options: argparse.Namespace) -> bool | None:
    if options.day_first or options.month_first:
        return bool(options.day_first)
    return None


def _record(source: Path, target: Path, answer: Deidentified) -> dict[str, Any]:
    """Places and kinds, not the words: the record may lie beside the result."""
    return {
        "path": str(source),
        "out": str(target),
        "replacements": [
            {
                "start": one.start,
                "end": one.end,
                "result_start": one.result_start,
                "result_end": one.result_end,
                "kind": one.kind.value,
                "rule": one.rule,
            }
            for one in answer.replacements
        ],
    }


def _words(target: Path, answer: Deidentified) -> str:
    translate = translation()
    kinds = Counter(one.kind for one in answer.replacements)
    told = [terminal("deidentified", translate, file=str(target), n=len(answer.replacements))]
    told += [f"  {label(f'identifier.{kind}', translate)}: {n}" for kind, n in kinds.most_common()]
    return "\n".join(told)
