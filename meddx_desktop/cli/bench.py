"""`meddx bench`: speed as ratios to a floor of the same run."""

import argparse

from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import Progress, json_line, line, say, table
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import benchmark, models, open_application
from meddx_desktop.words import terminal

_AIMS = {
    "single_ratio": ("one 3000 x 3000 film, time / floor", "at most 1.25"),
    "single_ms": ("  our time, ms", ""),
    "single_floor_ms": ("  the floor's time, ms", ""),
    "batch_ratio": ("mixed films, throughput / floor's", "at least 0.85"),
    "batch_films": ("  films", ""),
    "batch_jobs": ("  at once", ""),
    "batch_films_per_s": ("  our films per second", ""),
    "first_picture_ms": ("first picture of that film, ms", "decode + 100"),
    "decode_ms": ("  decode, ms", ""),
    "window_step_ms": ("window/level step at 1200 x 1000, ms", "under 16"),
    "peak_mb": ("peak memory of one screening, MB", "under 450"),
    "version_cpu_s": ("meddx --version, CPU seconds", "under 0.25"),
    "window_start_s": ("window drawn after start, seconds", "under 1.5"),
}


def run(options: argparse.Namespace) -> int:
    """Measure and print the table or one JSON object."""
    app = open_application()
    for refusal in models.refused(app):
        raise refusal
    if app.registry.gate is None or not app.registry.screening:
        raise InvalidEntry("no_models")
    say(terminal("measuring", translation()))
    figures = benchmark.screen(
        app, films=options.films, jobs=options.jobs, context=JobContext(Progress())
    )
    record = benchmark.as_record(figures)
    machine = benchmark.machine()
    if options.format == "json":
        json_line({"machine": machine, "screen": record})
        return 0
    line(", ".join(f"{key} {value}" for key, value in machine.items()))
    line("")
    rows = (
        (_AIMS[key][0], "-" if value is None else f"{value:g}", _AIMS[key][1])
        for key, value in record.items()
    )
    for text in table(rows, header=("what", "measured", "aim")):
        line(text)
    return 0
