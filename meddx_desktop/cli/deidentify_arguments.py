"""The arguments of `meddx deidentify`, without importing anything slow."""

import argparse
from collections.abc import Callable
from pathlib import Path


def add(parser: argparse.ArgumentParser, signing_in: Callable[..., None]) -> None:
    """Add everything that `meddx deidentify` takes."""
    parser.add_argument("source", type=Path, metavar="IN", help="a note: .txt, .md, .docx, .pdf")
    parser.add_argument("target", type=Path, metavar="OUT", help="the text without identifiers")
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
