"""Which command runs what; opens the core once and sets up the local log."""

import argparse

from meddx_desktop.cli import Picture
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import say, use_utf8
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.logs import start_logging
from meddx_desktop.core.paths import data_folder
from meddx_desktop.words import sentence

_USAGE = 2


def run(options: argparse.Namespace, *, picture: Picture | None) -> int:
    """Run the command that `options` names; returns the exit code."""
    use_utf8()
    start_logging(data_folder())
    try:
        return _run(options, picture)
    except InvalidEntry as error:
        say(sentence(error.code, error.parameters, translation()))
        return _USAGE
    except MedDxError as error:
        say(f"[{error.code}] {sentence(error.code, error.parameters, translation())}")
        return 1


def _run(options: argparse.Namespace, picture: Picture | None) -> int:
    # Imported here: each command pays only for what it needs.
    if options.command in ("screen", "labs", "note", "deidentify", "validate", "thresholds"):
        return _on_files(options)
    if options.command == "models":
        from meddx_desktop.cli import models

        return models.run(options)
    if options.command in ("doctor", "bench", "cluster"):
        return _on_machines(options)
    if options.command in ("backup", "restore", "audit", "report"):
        return _on_a_store(options)
    from meddx_desktop.cli import demo

    return demo.run(options, picture=picture)


def _on_machines(options: argparse.Namespace) -> int:
    if options.command == "doctor":
        from meddx_desktop.cli import doctor

        return doctor.run(options)
    if options.command == "bench":
        from meddx_desktop.cli import bench

        return bench.run(options)
    from meddx_desktop.cli import cluster_extra

    cluster_extra.require()
    from meddx_desktop.cli import cluster

    return cluster.run(options)


def _on_files(options: argparse.Namespace) -> int:
    if options.command == "labs":
        from meddx_desktop.cli import labs

        return labs.run(options)
    if options.command == "deidentify":
        from meddx_desktop.cli import deidentify

        return deidentify.run(options)
    if options.command == "note":
        from meddx_desktop.cli import note

        return note.run(options)
    if options.command == "screen":
        from meddx_desktop.cli import screen

        return screen.run(options)
    if options.command == "thresholds":
        from meddx_desktop.cli import thresholds

        return thresholds.run(options)
    from meddx_desktop.cli import validate

    return validate.run(options)


def _on_a_store(options: argparse.Namespace) -> int:
    if options.command == "backup":
        from meddx_desktop.cli import backup

        return backup.run(options)
    if options.command == "restore":
        from meddx_desktop.cli import restore

        return restore.run(options)
    if options.command == "report":
        from meddx_desktop.cli import report

        return report.run(options)
    from meddx_desktop.cli import audit

    return audit.run(options)
