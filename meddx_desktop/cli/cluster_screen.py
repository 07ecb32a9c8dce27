"""`meddx screen --cluster`: the films of an archive screened by many machines, into one file.

Imported only where the extra is.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from meddx_desktop.cli import records
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import Progress, say
from meddx_desktop.cli.screen import StuckAlarm, stated_from
from meddx_desktop.cluster import archive, work
from meddx_desktop.cluster.archive import Listed
from meddx_desktop.cluster.connect import Certificates, connected
from meddx_desktop.cluster.crew import Crew, Done, check
from meddx_desktop.cluster.results import Results
from meddx_desktop.cluster.travel import Failure, Rules
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Screening
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.words import sentence, terminal

_INTERRUPTED = 130
_NOT_HERE = ("heatmaps", "store", "user", "passphrase_fd")
"""Pictures don't travel, and what a site decided lies in a store that no worker opens."""


def run(options: argparse.Namespace) -> int:
    """Screen what the options name on the cluster that they name; returns the exit code."""
    _refuse(options)
    rules = _rules(options)
    if options.model:
        work.application(rules.device).registry.for_screening(options.model)
    certificates = Certificates(options.tls_ca, options.tls_cert, options.tls_key)
    with connected(options.cluster, certificates) as client:
        # The file after the connection: what is refused leaves no empty one behind.
        results = Results(options.out, rules.fingerprint)
        try:
            paths = tuple(path.absolute() for path in options.paths)
            workers = check(client, rules, tuple(path for path in paths if path.exists()))
            say(terminal("cluster_begins", translation(), n=workers, file=str(options.out)))
            return _Run(results, Crew(client, rules)).take(options.paths)
        finally:
            results.close()


def _refuse(options: argparse.Namespace) -> None:
    if options.out is None:
        raise InvalidEntry("cluster_out_missing")
    for name in _NOT_HERE:
        if getattr(options, name) not in (None, ""):
            raise InvalidEntry("cluster_option_unfit", option=f"--{name.replace('_', '-')}")
    if options.format == "csv":
        raise InvalidEntry("cluster_option_unfit", option="--format csv")
    if options.jobs != 1:
        raise InvalidEntry("cluster_option_unfit", option="--jobs")


def _rules(options: argparse.Namespace) -> Rules:
    # On their own choice machines with and without a graphics card would run other networks.
    device = options.device or "cpu"
    return Rules(
        work.build(device),
        stated_from(options),
        options.model,
        Correction(options.turn, options.invert),
        device,
    )


class _Run:
    """Takes answers into the file and counts what the exit code and the last line need."""

    def __init__(self, results: Results, crew: Crew) -> None:
        self._results, self._crew = results, crew
        self._progress, self._alarm = Progress(), StuckAlarm()
        self._listed = self._before = self._now = self._failed = self._left_out = 0
        self._whole = False

    def take(self, paths: list[Path]) -> int:
        """Screen what is not done yet; returns the exit code."""
        try:
            for batch in self._crew.screen(self._still_to_do(paths)):
                self._results.add([self._line(done) for done in batch])
                self._show()
        except KeyboardInterrupt:
            self._progress.clear()
            say(terminal("stopped", translation(), n=self._now))
            return _INTERRUPTED
        self._progress.clear()
        return self._end()

    def _still_to_do(self, paths: list[Path]) -> Iterator[Listed]:
        for listed in archive.walk(paths):
            self._listed += 1
            if not self._results.is_done(listed):
                yield listed
                continue
            self._before += 1
            self._failed += self._results.has_failed(listed)
            self._show()
        self._whole = True

    def _line(self, done: Done) -> tuple[Listed, list[dict[str, Any]], int]:
        listed, answer = done
        self._now += 1
        self._left_out += answer.left_out
        self._failed += any(isinstance(one, Failure) for one in answer.results)
        return listed, [self._record(one) for one in answer.results], answer.left_out

    def _record(self, one: Screening | Failure) -> dict[str, Any]:
        if isinstance(one, Screening):
            self._progress.clear()
            self._alarm.look(one)
            return records.screening(one)
        return records.failure(one.path, MedDxError(one.code, **one.parameters))

    def _show(self) -> None:
        self._progress(self._before + self._now, self._listed if self._whole else 0)

    def _end(self) -> int:
        translate = translation()
        if self._left_out:
            say(terminal("left_out", translate, n=self._left_out))
        if not self._listed:
            say(sentence("no_input", translate=translate))
            return 1
        counts = {"now": self._now, "before": self._before, "failed": self._failed}
        say(terminal("cluster_done", translate, **counts))
        return 1 if self._failed else 0
