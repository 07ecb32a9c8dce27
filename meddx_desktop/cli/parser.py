"""The arguments of `meddx`, without importing anything slow."""

import argparse
import os
from pathlib import Path

from meddx_desktop import __version__
from meddx_desktop.cli import (
    cluster_arguments,
    deidentify_arguments,
    labs_arguments,
    model_arguments,
    note_arguments,
    report_arguments,
)

COMMANDS = (
    "screen",
    "cluster",
    "labs",
    "note",
    "deidentify",
    "validate",
    "thresholds",
    "models",
    "report",
    "doctor",
    "demo",
    "bench",
    "backup",
    "restore",
    "audit",
)
_FORMATS = ("table", "json", "csv")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the arguments; wrong usage ends the program with code 2, as argparse does."""
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="meddx",
        description="Screening support for chest films, on this machine alone. "
        "Not a diagnosis; a clinician decides.",
        epilog="Without a command the window opens; files given alone open in it.",
    )
    parser.add_argument("--version", action="version", version=f"meddx {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _screen(commands.add_parser("screen", help="screen films, folders, zip files, DICOMDIRs"))
    cluster_arguments.add(commands.add_parser("cluster", help="machines for `screen --cluster`"))
    labs_arguments.add(commands.add_parser("labs", help="read laboratory results"), _signing_in)
    note_arguments.add(commands.add_parser("note", help="read clinical notes"))
    deidentify_arguments.add(
        commands.add_parser("deidentify", help="write a note or films without what tells whose"),
        _signing_in,
    )
    _validate(commands.add_parser("validate", help="measure a model on films labelled here"))
    _thresholds(commands.add_parser("thresholds", help="the thresholds that a site made its own"))
    _models(commands.add_parser("models", help="look at, install and hand on model packages"))
    report_arguments.add(
        commands.add_parser("report", help="a case on paper, and its proof"), _store
    )
    _demo(commands.add_parser("demo", help="screen the demonstration films"))
    _bench(commands.add_parser("bench", help="measure speed against a floor in the same run"))
    _backup(commands.add_parser("backup", help="back up a store, proven after writing"))
    _restore(commands.add_parser("restore", help="make a store from a backup, in a new folder"))
    _audit(commands.add_parser("audit", help="prove the audit trail of a store"))
    doctor = commands.add_parser("doctor", help="check this installation and print one page")
    _format(doctor, ("table", "json"))
    return parser


def _screen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="DICOM, PNG, JPEG, TIFF or BMP film; folder; zip; DICOMDIR",
    )
    parser.add_argument("--model", metavar="NAME", help="this model alone, whatever it says")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default=None)
    _stated(parser)
    _corrected(parser)
    parser.add_argument("--heatmaps", type=Path, metavar="DIR", help="write heat maps there")
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="films at once")
    parser.add_argument(
        "--store", type=Path, metavar="DIR", help="the store whose site thresholds hold"
    )
    _signing_in(parser, "who you are in that store; the only user if left out", _FORMATS)
    cluster_arguments.add_to_screen(parser)


def _corrected(parser: argparse.ArgumentParser) -> None:
    """What somebody who looked at the films says of all of them; no film is ever mirrored."""
    parser.add_argument(
        "--turn",
        type=int,
        choices=(90, 180, 270),
        default=0,
        help="turn every film named clockwise by so many degrees first; the result says so",
    )
    parser.add_argument(
        "--invert",
        action="store_true",
        help="exchange black and white of every film named first; the result says so",
    )


def _validate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder or zip with the films")
    parser.add_argument(
        "--labels",
        type=Path,
        required=True,
        metavar="CSV",
        help="columns: path, file name or SOPInstanceUID; the finding (1/0, yes/no); patient",
    )
    parser.add_argument("--model", required=True, metavar="NAME")
    parser.add_argument("--finding", metavar="F", default="", help="where the model has several")
    parser.add_argument(
        "--sensitivity", type=float, metavar="0.95", help="look for a threshold that finds so much"
    )
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="write plots there, as SVG")
    parser.add_argument(
        "--choose",
        action="store_true",
        help="owner: keep that threshold in the store, for a clinician to confirm",
    )
    parser.add_argument(
        "--days", type=_positive, default=365, metavar="N", help="for how long it is to hold"
    )
    _stated(parser)
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="films at once")
    parser.add_argument(
        "--store", type=Path, metavar="DIR", help="the store whose site threshold is measured too"
    )
    _signing_in(parser, "who you are in that store; the only user if left out")


def _thresholds(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, words in (
        ("list", "what is chosen, in force or lapsed"),
        ("confirm", "clinician: put a chosen threshold into force"),
        ("withdraw", "owner: back to the model's own"),
        ("share", "owner: how common the finding is among the patients here"),
    ):
        action = actions.add_parser(name, help=words)
        if name != "list":
            action.add_argument("model", metavar="MODEL")
            action.add_argument("finding", metavar="FINDING")
        if name == "share":
            action.add_argument("percent", metavar="PERCENT|none")
        _store(action)


def _stated(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--age", metavar="45y|18m|10d", help="for films that carry none")
    parser.add_argument("--sex", metavar="F|M", help="for films that carry none")
    parser.add_argument("--view", metavar="PA|AP", help="for films that carry none")


def _models(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, words in (
        ("list", "what is installed"),
        ("show", "one package and its model card"),
        ("verify", "hashes, shapes, and each sample's own result"),
    ):
        action = actions.add_parser(name, help=words)
        if name != "list":
            action.add_argument("name", nargs=None if name == "show" else "?", metavar="NAME")
        _format(action, ("table", "json"))
    model_arguments.add(actions, _store)


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        default=None,
        metavar="DIR",
        help="where results, heat maps and a picture of the window go",
    )


def _bench(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        nargs="?",
        choices=("screen", "store", "labs", "notes"),
        help="what to measure, all of it if left out",
    )
    parser.add_argument(
        "--films", type=_positive, default=200, metavar="N", help="films in the batch part"
    )
    parser.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N")
    _format(parser, ("table", "json"))


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", type=Path, metavar="DIR", help="a stick or another disk")
    _store(parser)


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="FROM", help="the stick, or the backup on it")
    parser.add_argument("into", type=Path, metavar="INTO", help="a new or empty folder")
    parser.add_argument("--dry-run", action="store_true", help="look through it, write nothing")
    parser.add_argument(
        "--despite-damage", action="store_true", help="leave out films that are damaged"
    )
    parser.add_argument(
        "--recovery-key", action="store_true", help="open it with the recovery key on paper"
    )
    _signing_in(parser, "an owner named in the backup; the only one if left out")


def _audit(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="read all of it; name the first entry that is wrong")
    verify.add_argument(
        "--head",
        action="append",
        default=[],
        metavar="1204/7KQ2-M0ZD-9PBX-41TA",
        help="audit mark on a report or monthly sheet; may be given again",
    )
    _store(verify)


def _store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--store", type=Path, metavar="DIR", help="another store than your own")
    _signing_in(parser, "who you are; the only user if left out")


def _signing_in(
    parser: argparse.ArgumentParser, who: str, formats: tuple[str, ...] = ("table", "json")
) -> None:
    parser.add_argument("--user", metavar="NAME", default="", help=who)
    parser.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help="read the passphrase from this file descriptor; asked for otherwise",
    )
    _format(parser, formats)


def _format(parser: argparse.ArgumentParser, choices: tuple[str, ...]) -> None:
    parser.add_argument("--format", choices=choices, default="table")


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value
