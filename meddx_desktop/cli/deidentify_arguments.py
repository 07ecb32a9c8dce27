"""The arguments of `meddx deidentify`, without importing anything slow."""

import argparse
from collections.abc import Callable
from pathlib import Path


def add(parser: argparse.ArgumentParser, signing_in: Callable[..., None]) -> None:
    """Add everything that `meddx deidentify` takes."""
    parser.add_argument(
        "source",
        type=Path,
        metavar="IN",
        help="a note (.txt, .md, .docx, .pdf), or DICOM: a film, a folder, a zip, a DICOMDIR",
    )
    parser.add_argument(
        "target",
        type=Path,
        metavar="OUT",
        help="the text (.txt) or film (.dcm); for several films or without an ending a new folder",
    )
    parser.add_argument(
        "--names",
        type=Path,
        metavar="FILE",
        help="names and numbers of the patient to look for, one a line",
    )
    parser.add_argument(
        "--dates",
        choices=("mask", "shift"),
        default="mask",
        help="mask them, or move them all by the same secret number of weeks",
    )
    same = parser.add_mutually_exclusive_group()
    same.add_argument(
        "--shift-dates", action="store_const", const="shift", dest="dates", help="as --dates shift"
    )
    same.add_argument(
        "--remove-dates", action="store_const", const="mask", dest="dates", help="as --dates mask"
    )
    _films(parser)
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first", action="store_true", help="03/05/2024 is 3 May, where the note is silent"
    )
    order.add_argument("--month-first", action="store_true", help="03/05/2024 is 5 March")
    parser.add_argument("--force", action="store_true", help="write over OUT if it is there")
    parser.add_argument(
        "--case", metavar="ID", default="", help="the case in the store whose patient it is"
    )
    parser.add_argument(
        "--store", type=Path, metavar="DIR", help="the store that knows the patient and is told"
    )
    signing_in(parser, "who you are in that store; the only user if left out")


def _films(parser: argparse.ArgumentParser) -> None:
    films = parser.add_argument_group("films")
    films.add_argument(
        "--retain-uids", action="store_true", help="UIDs stay; otherwise new ones, the same for all"
    )
    films.add_argument(
        "--keep-characteristics",
        action="store_true",
        help="age (over 89 as 90), sex, height, weight, smoking and pregnancy status stay",
    )
    films.add_argument(
        "--clean-descriptors",
        action="store_true",
        help="descriptions stay, their text cleaned; otherwise they go",
    )
    films.add_argument(
        "--keep-views",
        action="store_true",
        help="writing such as PA, ERECT stays in the picture, as side markers (L, R) always do",
    )
    films.add_argument(
        "--strip",
        type=Path,
        metavar="FOLDER",
        help="pictures of every changed frame, before and after; they show the originals",
    )
    films.add_argument(
        "--look", action="store_true", help="with --strip: only show what would be covered"
    )
