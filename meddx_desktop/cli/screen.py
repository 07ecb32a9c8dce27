"""`meddx screen`: films in, one record per image and model out, as they are done."""

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from meddx_desktop.cli import at_store, cluster_extra, records
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import Progress, json_line, say
from meddx_desktop.cli.screening_table import ScreeningTable
from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Screening
from meddx_desktop.core.domain.imaging import View
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import batch, heat_files, open_application, site_thresholds
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.batch import Outcome
from meddx_desktop.core.settings import Settings
from meddx_desktop.words import label, sentence, terminal

_INTERRUPTED = 130


class Writer(Protocol):
    """One output format."""

    def result(self, screening: Screening) -> None:
        """Write one screening."""

    def failure(self, path: str, error: MedDxError) -> None:
        """Write one failed input."""

    def close(self) -> None:
        """Write what is left."""


def run(options: argparse.Namespace) -> int:
    """Screen what the options name; returns the exit code."""
    if options.cluster is not None:
        return _on_cluster(options)
    if options.out is not None:
        raise InvalidEntry("cluster_out_alone")
    stated = stated_from(options)
    app = _application(options)
    if not at_store.is_named(options):
        return _run(app, options, stated)
    with at_store.signed_in(options, app) as opened:
        for lapsed in site_thresholds.lapsed(opened):
            told = site_thresholds.ended(opened, lapsed)
            finding = label(f"finding.{lapsed.finding}", translation())
            say(sentence(told.code, {**told.parameters, "finding": finding}, translation()))
        return _run(opened, options, stated)


def _on_cluster(options: argparse.Namespace) -> int:
    cluster_extra.require()
    from meddx_desktop.cli import cluster_screen

    return cluster_screen.run(options)


def _run(app: Application, options: argparse.Namespace, stated: Stated) -> int:
    translate = translation()
    if options.model:
        app.registry.for_screening(options.model)  # refuse a wrong name before the first film
    for refusal in app.registry.listing.refused:
        say(sentence(refusal.code, refusal.parameters, translate))
    if options.heatmaps is not None:
        heat_files.prepare_folder(options.heatmaps)
        say(terminal("plain_pictures", translate))
    writer = _WRITERS[options.format]()
    tally = _Tally(writer, options.heatmaps, Progress())
    context = JobContext(tally.progress)
    outcomes = batch.screen_all(
        app,
        options.paths,
        stated=stated,
        model=options.model,
        correction=Correction(options.turn, options.invert),
        jobs=options.jobs,
        context=context,
    )
    try:
        return tally.take(outcomes)
    except (KeyboardInterrupt, JobCancelled):
        context.cancel()
        tally.progress.clear()
        say(terminal("stopped", translate, n=tally.answered))
        return _INTERRUPTED
    finally:
        writer.close()


def stated_from(options: argparse.Namespace) -> Stated:
    """Age, sex and view as typed.

    Raises
    ------
    InvalidEntry
        ``age_invalid``, ``sex_invalid`` or ``view_invalid``.
    """
    return Stated(
        age=Age.parse(options.age) if options.age else None,
        sex=_sex(options.sex) if options.sex else Sex.UNKNOWN,
        view=_view(options.view) if options.view else View.UNKNOWN,
    )


def _sex(text: str) -> Sex:
    if text.upper() not in ("F", "M"):
        raise InvalidEntry("sex_invalid", text=text[:20])
    return Sex(text.upper())


def _view(text: str) -> View:
    if text.upper() not in ("PA", "AP"):
        raise InvalidEntry("view_invalid", text=text[:20])
    return View(text.upper())


def _application(options: argparse.Namespace) -> Application:
    """The core, with this run's device; several films at once share one thread per pass."""
    app = open_application(threads=1 if options.jobs > 1 else None)
    if options.device is None:
        return app
    settings = Settings()
    settings.set("device", options.device)
    return open_application(settings=settings, threads=1 if options.jobs > 1 else None)


class StuckAlarm:
    """What may be wrong with a model as a whole is said once, beside the results."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def look(self, screening: Screening) -> None:
        """Say it where this screening is the first to tell."""
        model = screening.model
        for reason in screening.gate.reasons:
            if reason.code == "score_stuck" and model and model.name not in self._told:
                self._told.add(model.name)
                words = sentence(reason.code, reason.parameters, translation())
                say(f"[{reason.code}] {model.name}: {words}")


class _Tally:
    """Writes outcomes as they come and counts what the exit code and the summary need."""

    def __init__(self, writer: Writer, heat_folder: Path | None, progress: Progress) -> None:
        self._writer = writer
        self._heat_folder = heat_folder
        self.progress = progress
        self.answered = 0
        self._failed = 0
        self._skipped = 0
        self._alarm = StuckAlarm()

    def take(self, outcomes: Iterator[Outcome]) -> int:
        """Write every outcome; returns the exit code."""
        for outcome in outcomes:
            self.progress.clear()
            self._one(outcome)
        self.progress.clear()
        if self._skipped:
            say(terminal("left_out", translation(), n=self._skipped))
        if not self.answered and not self._failed:
            say(sentence("no_input", translate=translation()))
            return 1
        return 1 if self._failed else 0

    def _one(self, outcome: Outcome) -> None:
        path = str(outcome.source)
        if outcome.skipped:
            self._skipped += 1
        elif outcome.error is not None:
            self._fail(path, outcome.error)
        else:
            self.answered += 1
            for result in outcome.results:
                self._alarm.look(result.screening)
                self._writer.result(result.screening)
            self._heat(outcome)

    def _heat(self, outcome: Outcome) -> None:
        if self._heat_folder is None:
            return
        try:
            heat_files.write(outcome.results, self._heat_folder)
        except MedDxError as error:
            self._fail(str(outcome.source), error)

    def _fail(self, path: str, error: MedDxError) -> None:
        self._failed += 1
        self._writer.failure(path, error)


class _Json:
    def result(self, screening: Screening) -> None:
        json_line(records.screening(screening))

    def failure(self, path: str, error: MedDxError) -> None:
        json_line(records.failure(path, error))

    def close(self) -> None:
        """Nothing is held back."""


class _Csv:
    def __init__(self) -> None:
        self._rows = csv.writer(sys.stdout, lineterminator="\n")
        self._rows.writerow(records.CSV_COLUMNS)

    def result(self, screening: Screening) -> None:
        self._rows.writerows(records.csv_rows(screening))
        sys.stdout.flush()

    def failure(self, path: str, error: MedDxError) -> None:
        self._rows.writerow(records.csv_failure(path, error))
        sys.stdout.flush()

    def close(self) -> None:
        """Nothing is held back."""


_WRITERS: dict[str, type[_Json] | type[_Csv] | type[ScreeningTable]] = {
    "json": _Json,
    "csv": _Csv,
    "table": ScreeningTable,
}
