"""The arguments of `meddx note`, without importing anything slow."""

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Add everything that `meddx note` takes."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=".txt, .md, .docx, .pdf, FHIR DocumentReference, C-CDA; - reads standard input",
    )
    parser.add_argument(
        "--lang", choices=("auto", "en", "zh"), default="auto", help="of the whole note"
    )
    parser.add_argument("--age", metavar="45y|18m|10d", help="some danger signs depend on it")
    parser.add_argument("--sex", metavar="F|M", help="some danger signs depend on it")
    parser.add_argument("--pregnant", choices=("yes", "no", "unknown"), default="unknown")
    parser.add_argument("--format", choices=("table", "json"), default="table")
