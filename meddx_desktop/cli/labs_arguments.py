"""The arguments of `meddx labs`, without importing anything slow."""

import argparse
from collections.abc import Callable
from pathlib import Path


def add(parser: argparse.ArgumentParser, signing_in: Callable[..., None]) -> None:
    """Add everything that `meddx labs` takes."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="HL7 v2, FHIR R4 as JSON, CSV, Excel or typed text; - reads standard input",
    )
    parser.add_argument("--age", metavar="45y|18m|10d", help="for files that carry none")
    parser.add_argument("--sex", metavar="F|M", help="for files that carry none")
    parser.add_argument("--pregnant", choices=("yes", "no", "unknown"), default="unknown")
    parser.add_argument(
        "--trimester", type=int, choices=(1, 2, 3), default=0, help="of a pregnancy; implies it"
    )
    parser.add_argument("--weight", type=float, metavar="KG", help="for the scores that need it")
    parser.add_argument("--height", type=float, metavar="CM", help="for the scores that need it")
    parser.add_argument(
        "--altitude", type=float, metavar="METRES", help="where the patient lives, above the sea"
    )
    parser.add_argument(
        "--ranges",
        choices=("international", "china"),
        default="",
        help="published ranges that go first; the setting of this place if left out",
    )
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first", action="store_true", help="03/05/2024 is 3 May, where a file leaves it open"
    )
    order.add_argument("--month-first", action="store_true", help="03/05/2024 is 5 March")
    parser.add_argument(
        "--decimal",
        choices=("comma", "point"),
        help="what 1,234 means, where a file leaves it open: 1.234 or 1234",
    )
    parser.add_argument(
        "--store", type=Path, metavar="DIR", help="the store whose risk models are asked too"
    )
    signing_in(parser, "who you are in that store; the only user if left out")
