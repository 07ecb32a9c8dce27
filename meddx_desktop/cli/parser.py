"""The arguments of `meddx`, without importing anything slow."""

import argparse
import os
from pathlib import Path

from meddx_desktop import __version__

COMMANDS = ("screen", "models", "doctor", "demo", "bench")
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
    _models(commands.add_parser("models", help="list, show or verify the model packages"))
    _demo(commands.add_parser("demo", help="screen the demonstration films"))
    _bench(commands.add_parser("bench", help="measure speed against a floor in the same run"))
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
    parser.add_argument("--age", metavar="45y|18m|10d", help="for films that carry none")
    parser.add_argument("--sex", metavar="F|M", help="for films that carry none")
    parser.add_argument("--view", metavar="PA|AP", help="for films that carry none")
    parser.add_argument("--heatmaps", type=Path, metavar="DIR", help="write heat maps there")
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="films at once")
    _format(parser, _FORMATS)


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


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        default=None,
        metavar="DIR",
        help="where results, heat maps and a picture of the window go",
    )


def _bench(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=("screen",), default="screen")
    parser.add_argument(
        "--films", type=_positive, default=200, metavar="N", help="films in the batch part"
    )
    parser.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N")
    _format(parser, ("table", "json"))


def _format(parser: argparse.ArgumentParser, choices: tuple[str, ...]) -> None:
    parser.add_argument("--format", choices=choices, default="table")


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value
