"""`meddx validate`: a model measured on films that were labelled here."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from meddx_desktop.cli import at_store, validate_words
from meddx_desktop.cli.output import json_line, line, say
from meddx_desktop.cli.screen import stated_from
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import open_application, site_thresholds, validation
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.validation import Proposal, Report
from meddx_desktop.words import terminal

_INTERRUPTED = 130


def run(options: argparse.Namespace) -> int:
    """Check the model; returns 1 where a named film could not be looked at."""
    wanted = options.sensitivity
    try:
        _refuse_early(options)
        with _application(options) as app:
            if options.choose:
                site_thresholds.require_may_choose(app, wanted, days=options.days)
            with at_store.progress() as context:
                report = _report(app, options, context)
            if options.choose:
                _choose(app, options, report)
        proposal = validation.propose(report, wanted) if wanted is not None else None
        if options.pictures is not None:
            validation.write_plots(report, options.pictures, *validate_words.plots(report))
    except (KeyboardInterrupt, JobCancelled):
        say(terminal("stopped", validate_words.translate(), n=0))
        return _INTERRUPTED
    except MedDxError as error:
        return at_store.failed(options, error)
    _tell(options, report, proposal)
    return 1 if report.failed else 0


def _choose(app: Application, options: argparse.Namespace, report: Report) -> None:
    """Keep the threshold; where it is refused, people still see the figures they waited for."""
    try:
        site_thresholds.choose(app, report, options.sensitivity, days=options.days)
    except InvalidEntry:
        if options.format != "json":
            _tell(options, report, validation.propose(report, options.sensitivity), plots=False)
        raise
    say(terminal("threshold_waits", validate_words.translate()))


def _refuse_early(options: argparse.Namespace) -> None:
    """What was asked wrongly is told before minutes are spent on films."""
    wanted = options.sensitivity
    if options.choose and (wanted is None or not at_store.is_named(options)):
        raise InvalidEntry("choose_needs_store")
    if wanted is not None:
        validation.require_target(wanted)


@contextmanager
def _application(options: argparse.Namespace) -> Iterator[Application]:
    """The core alone, or with the store whose threshold is to be measured too."""
    app = open_application(threads=1 if options.jobs > 1 else None)
    if not at_store.is_named(options):
        yield app
        return
    with at_store.signed_in(options, app) as opened:
        yield opened


def _report(app: Application, options: argparse.Namespace, context: JobContext) -> Report:
    return validation.check(
        app,
        options.folder,
        options.labels,
        model=options.model,
        finding=options.finding,
        stated=stated_from(options),
        jobs=options.jobs,
        context=context,
    )


def _tell(
    options: argparse.Namespace, report: Report, proposal: Proposal | None, *, plots: bool = True
) -> None:
    if options.format == "json":
        json_line(validate_words.record(report, proposal))
        return
    for text in validate_words.page(report, proposal):
        line(text)
    if plots and options.pictures is not None:
        names = {"roc": validation.ROC, "calibration": validation.CALIBRATION}
        line("")
        line(terminal("check_plots", validate_words.translate(), **names))
