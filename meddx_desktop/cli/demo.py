"""`meddx demo`: screen the demonstration films; with `--out`, write all there is to see."""

import argparse
import json
from pathlib import Path

from meddx_desktop.cli import Picture, assessment_records, records
from meddx_desktop.cli.labs_table import LabsTable
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import line, say
from meddx_desktop.cli.screening_table import ScreeningTable
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import batch, demo, heat_files, labs, labs_file, open_application
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.batch import Outcome
from meddx_desktop.core.safe_files import write_replacing
from meddx_desktop.words import terminal


def run(options: argparse.Namespace, *, picture: Picture | None) -> int:
    """Screen, print films and laboratory results; write what `--out` asks for."""
    app = open_application()
    outcomes = list(batch.screen_all(app, demo.open_demonstration(app), context=JobContext()))
    shown = ScreeningTable()
    for outcome in outcomes:
        if outcome.error is not None:
            shown.failure(outcome.source.name, outcome.error)
        for result in outcome.results:
            shown.result(result.screening)
    shown.close()
    line("")
    results = LabsTable()
    for path in demo.lab_files():
        for report in labs.look_at(path).reports:
            results.answer(path.name, labs_file.answer(report))
    results.close()
    if options.out is not None:
        _write(app, outcomes, options.out, picture)
    failed = any(outcome.error for outcome in outcomes)
    return 1 if failed or not outcomes else 0


def _write(
    app: Application, outcomes: list[Outcome], folder: Path, picture: Picture | None
) -> None:
    translate = translation()
    heat_files.prepare_folder(folder)
    lines = [
        json.dumps(records.screening(result.screening), ensure_ascii=False)
        for outcome in outcomes
        for result in outcome.results
    ]
    write_replacing(folder / "results.jsonl", ("\n".join(lines) + "\n").encode())
    for outcome in outcomes:
        heat_files.write(outcome.results, folder)
    said = [
        json.dumps(assessment_records.assessment(one, patient_id=whose), ensure_ascii=False)
        for whose, one in demo.assessed(app, outcomes)
    ]
    write_replacing(folder / "assessments.jsonl", ("\n".join(said) + "\n").encode())
    drawn = picture is not None and picture(folder / "window.png")
    if not drawn:
        say(terminal("no_window_picture", translate))
    what = terminal("results_and_maps", translate) + ", assessments.jsonl"
    what += ", window.png" if drawn else ""
    line(terminal("written", translate, folder=str(folder), what=what))
