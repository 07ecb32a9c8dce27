"""The arguments of `meddx report`, without importing anything slow."""

import argparse
from collections.abc import Callable
from pathlib import Path

KINDS = ("report", "slip", "referral")
FORMATS = ("pdf", "fhir", "sr", "sc")


def add(parser: argparse.ArgumentParser, store: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add everything that `meddx report` takes."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = actions.add_parser("export", help="a report, slip or referral letter of one case")
    export.add_argument("case", metavar="CASE", help="the case's id; it stands on every report")
    export.add_argument("--kind", choices=KINDS, default="report", help="report if left out")
    export.add_argument("--as", dest="file_format", choices=FORMATS, default="pdf")
    export.add_argument("--no-films", action="store_true", help="leave the pictures out")
    export.add_argument("--no-heatmap", action="store_true", help="the films without heat maps")
    _out(export)
    store(export)
    listed = actions.add_parser("list", help="the screening list of a day")
    listed.add_argument("--day", metavar="2026-03-02", default="", help="today if left out")
    listed.add_argument("--as", dest="file_format", choices=("pdf", "csv"), default="pdf")
    _out(listed)
    store(listed)
    blank = actions.add_parser("blank", help="the form for a day without power; needs no store")
    _out(blank)
    blank.add_argument("--format", choices=("table", "json"), default="table")
    verify = actions.add_parser("verify", help="is a file the report that this store let out?")
    verify.add_argument("file", type=Path, metavar="FILE")
    store(verify)


def _out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new file")
    parser.add_argument("--lang", choices=("en", "zh"), default="", help="language on paper")
    parser.add_argument("--force", action="store_true", help="write over FILE if it is there")
