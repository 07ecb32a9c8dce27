"""`meddx bench`: speed as ratios to a floor of the same run."""

import argparse
from collections.abc import Callable

from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import Progress, json_line, line, say, table
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import (
    benchmark,
    benchmark_labs,
    benchmark_notes,
    benchmark_store,
    models,
    open_application,
)
from meddx_desktop.words import terminal

Record = dict[str, float | int | None]

_SCREEN = {
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

_STORE = {
    "save_ratio": ("saving a new case, time / write + fsync", "at most 3"),
    "save_ms": ("  our time, ms", ""),
    "save_again_ratio": ("saving it again, time / write + fsync", "at most 3"),
    "save_again_ms": ("  our time, ms", ""),
    "save_floor_ms": ("  the floor's time, ms", ""),
    "case_kb": ("  the case, kB", ""),
    "film_in_ratio": ("storing a film, time / AES-GCM + write + fsync", "at most 1.3"),
    "film_in_ms": ("  our time, ms", ""),
    "film_in_floor_ms": ("  the floor's time, ms", ""),
    "film_out_ratio": ("reading a film, time / read + AES-GCM", "at most 1.3"),
    "film_out_ms": ("  our time, ms", ""),
    "film_out_floor_ms": ("  the floor's time, ms", ""),
    "film_mb": ("  the film, MB", ""),
    "cipher_save_ratio": ("saving, SQLCipher / SQLite without a key", ""),
    "cipher_read_ratio": ("reading, SQLCipher / SQLite without a key", ""),
    "cases": ("cases in the store", ""),
    "fill_s": ("  made in seconds", "under 60"),
    "database_mb": ("  database, MB", ""),
    "open_ms": ("opening that store without the passphrase, ms", "under 1000"),
    "first_page_ms": ("first page of the worklist, ms", ""),
    "search_ms": ("slowest search, ms", "under 100"),
    "search_cold_ms": ("  first search after opening, ms", ""),
    "deep_page_ms": ("page after nine tenths of the cases, ms", ""),
    "paging_mb": ("peak memory of paging through them, MB", "under 40"),
    "paging_again_mb": ("  once more, MB", "under 1"),
}

_LABS = {
    "observations": ("results in a file", ""),
    "hl7_ratio": ("reading them from HL7 v2, time / library's own", "at most 1.5"),
    "hl7_ms": ("  our time, ms", ""),
    "hl7_floor_ms": ("  the library's time, ms", ""),
    "fhir_ratio": ("reading them from FHIR R4, time / library's own", "at most 1.5"),
    "fhir_ms": ("  our time, ms", ""),
    "fhir_floor_ms": ("  the library's time, ms", ""),
    "understood_ms": ("understanding them, ms", ""),
    "patients": ("patients calculated for", ""),
    "calculators_ms": ("  every calculator for all of them, ms", ""),
    "calculators_patient_ms": ("  for one of them, ms", ""),
}

_NOTES = {
    "characters": ("characters of a note", ""),
    "english_ratio": ("reading it in English, time / floor", "at most 1.5"),
    "english_ms": ("  our time, ms", "under 1000"),
    "english_floor_ms": ("  the floor's time, ms", ""),
    "chinese_ratio": ("reading it in Chinese, time / floor", "at most 1.5"),
    "chinese_ms": ("  our time, ms", "under 1000"),
    "chinese_floor_ms": ("  the floor's time, ms", ""),
    "words_first_ms": ("the English one, words first, ms", ""),
    "paragraph_ms": ("again after one changed paragraph, words first, ms", "under 150"),
    "paragraph_whole_ms": ("  and with what the models add, ms", "under 150"),
    "coding_ms": ("nearest codes of a new mention, ms", "under 100"),
    "peak_mb": ("peak memory of reading both notes, MB", "under 600"),
    "with_encoder": ("models took part (1) or not (0)", ""),
}

_ROWS = {"screen": _SCREEN, "store": _STORE, "labs": _LABS, "notes": _NOTES}


def run(options: argparse.Namespace) -> int:
    """Measure and print the tables or one JSON object; all parts where none is named."""
    parts: dict[str, Callable[[argparse.Namespace], Record]] = {
        "screen": _screen,
        "store": _store,
        "labs": _labs,
        "notes": _notes,
    }
    names = [options.what] if options.what else list(parts)
    say(terminal("measuring", translation()))
    records = {name: parts[name](options) for name in names}
    machine = benchmark.machine()
    if options.format == "json":
        json_line({"machine": machine, **records})
    else:
        line(", ".join(f"{key} {value}" for key, value in machine.items()))
        for name, rows in _ROWS.items():
            if name in records:
                _print(rows, records[name])
    return 0


def _screen(options: argparse.Namespace) -> Record:
    app = open_application()
    for refusal in models.refused(app):
        raise refusal
    if app.registry.gate is None or not app.registry.screening:
        raise InvalidEntry("no_models")
    figures = benchmark.screen(
        app, films=options.films, jobs=options.jobs, context=JobContext(Progress())
    )
    return benchmark.as_record(figures)


def _store(_: argparse.Namespace) -> Record:
    return benchmark_store.as_record(
        benchmark_store.store(JobContext(Progress()), cases=benchmark_store.CASES)
    )


def _labs(_: argparse.Namespace) -> Record:
    return benchmark_labs.as_record(benchmark_labs.labs(JobContext(Progress())))


def _notes(_: argparse.Namespace) -> Record:
    return benchmark_notes.as_record(
        benchmark_notes.notes(open_application(), JobContext(Progress()))
    )


def _print(rows: dict[str, tuple[str, str]], record: Record) -> None:
    line("")
    cells = (
        (rows[key][0], "-" if value is None else f"{value:g}", rows[key][1])
        for key, value in record.items()
    )
    for text in table(cells, header=("what", "measured", "aim")):
        line(text)
