"""`meddx demo`: screen the demonstration films; with `--out`, write all there is to see."""

import argparse
import json
from pathlib import Path

from meddx_desktop.cli import Picture, records
from meddx_desktop.cli.output import line, say, table
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import batch, demo, heat_files, open_application
from meddx_desktop.core.operations.batch import Outcome
from meddx_desktop.core.safe_files import write_replacing
from meddx_desktop.words import safety


def run(options: argparse.Namespace, *, picture: Picture | None) -> int:
    """Screen, print the table, write ``results.jsonl``, heat maps and ``window.png``."""
    app = open_application()
    outcomes = list(batch.screen_all(app, demo.open_demonstration(app), context=JobContext()))
    screenings = [result.screening for outcome in outcomes for result in outcome.results]
    screenings.sort(key=lambda screening: screening.risk)
    rows = (row for screening in screenings for row in records.table_rows(screening))
    shortened = ((Path(row[0]).name, *row[1:]) for row in rows)
    for text in table(shortened, header=records.COLUMNS):
        line(text)
    line("")
    line(f"Score (0-100): {safety('score')} Below threshold: {safety('below_threshold')}")
    line(safety("support"))
    if options.out is not None:
        _write(outcomes, options.out, picture)
    failed = any(outcome.error for outcome in outcomes)
    return 1 if failed or not screenings else 0


def _write(outcomes: list[Outcome], folder: Path, picture: Picture | None) -> None:
    heat_files.prepare_folder(folder)
    lines = [
        json.dumps(records.screening(result.screening), ensure_ascii=False)
        for outcome in outcomes
        for result in outcome.results
    ]
    write_replacing(folder / "results.jsonl", ("\n".join(lines) + "\n").encode())
    for outcome in outcomes:
        heat_files.write(outcome.results, folder)
    drawn = picture is not None and picture(folder / "window.png")
    if not drawn:
        say("no picture of the window: Qt is not installed here")
    line(f"Written to {folder}: results.jsonl, heat maps" + (", window.png" if drawn else ""))
