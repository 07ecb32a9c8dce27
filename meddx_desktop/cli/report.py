"""`meddx report`: a case on paper, the list of a day, the blank form, and the proof of a file."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from meddx_desktop.cli import at_store
from meddx_desktop.cli.language import language, translation
from meddx_desktop.cli.output import say
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations import reports, reports_day, reports_verify
from meddx_desktop.core.operations.reports import Format, Kind, Shown, Wish
from meddx_desktop.core.operations.reports_verify import Verified
from meddx_desktop.words import sentence, terminal
from meddx_desktop.words.paper import PaperWords, paper_words


def run(options: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    try:
        return _ACTIONS[options.action](options)
    except MedDxError as error:
        return at_store.failed(options, error)


def _export(options: argparse.Namespace) -> int:
    target = at_store.path(str(options.out))
    wish = Wish(
        _words(options),
        Kind(options.kind),
        Format(options.file_format),
        Shown(pictures=not options.no_films, heat_maps=not options.no_heatmap),
    )
    wish.check()
    with at_store.signed_in(options) as app, at_store.progress() as context:
        digest = reports.export(
            app, options.case, target, wish, force=options.force, context=context
        )
    return _written(options, target, digest)


def _list(options: argparse.Namespace) -> int:
    target = at_store.path(str(options.out))
    day = _day(options.day)
    wish = Wish(_words(options), Kind.LIST, Format(options.file_format))
    with at_store.signed_in(options) as app, at_store.progress() as context:
        digest = reports_day.export_list(
            app, day, target, wish, force=options.force, context=context
        )
    return _written(options, target, digest)


def _blank(options: argparse.Namespace) -> int:
    target = at_store.path(str(options.out))
    reports_day.export_blank(target, _words(options), force=options.force)
    at_store.tell(
        options,
        {"path": str(target)},
        lambda: terminal("report_blank", translation(), file=str(target)),
    )
    return 0


def _verify(options: argparse.Namespace) -> int:
    """1 where the file is not known or the trail is not whole."""
    path = at_store.path(str(options.file))
    with at_store.signed_in(options) as app, at_store.progress() as context:
        found = reports_verify.verify(app, path, context=context)
    at_store.tell(options, _record(path, found), lambda: _told(path, found))
    return 0 if found.is_sound else 1


def _words(options: argparse.Namespace) -> PaperWords:
    return paper_words(options.lang or language())


def _day(text: str) -> date:
    if not text:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidEntry("report_day_invalid", text=text[:20]) from error


def _written(options: argparse.Namespace, target: Path, digest: str) -> int:
    translate = translation()
    at_store.tell(
        options,
        {"path": str(target), "sha256": digest},
        lambda: terminal("report_written", translate, file=str(target), sha256=digest),
    )
    say(terminal("report_plain", translate))
    return 0


def _record(path: Path, found: Verified) -> dict[str, Any]:
    problem = found.proof.problem
    return {
        "path": str(path),
        "code": found.code,
        "message": sentence(found.code, {"at": found.at, "by": found.by}),
        "sha256": found.sha256,
        "exported": {
            "at": found.at,
            "by": found.by,
            "case": found.case_id,
            "kind": found.kind,
            "format": found.format,
            "state": found.state,
        }
        if found.at
        else None,
        "trail": {
            "whole": problem is None,
            "compared": found.proof.compared,
            "problem": problem
            and {
                "code": problem.code,
                "seq": problem.seq,
                "message": sentence(problem.code, {"seq": problem.seq}),
            },
        },
    }


def _told(path: Path, found: Verified) -> str:
    translate = translation()
    words = sentence(found.code, {"at": found.at, "by": found.by}, translate)
    told = [f"{path.name}: [{found.code}] {words}"]
    problem = found.proof.problem
    if problem is None:
        told.append(terminal("report_trail_whole", translate))
    else:
        told.append(f"[{problem.code}] {sentence(problem.code, {'seq': problem.seq}, translate)}")
    return "\n".join(told)


_ACTIONS = {"export": _export, "list": _list, "blank": _blank, "verify": _verify}
