"""Which codes of ICD-10-CM are offered, with their terms."""

import csv
import gzip
import re
from pathlib import Path

OUTSIDE = "VWXY"
"""Chapters of external causes."""
INJURIES = "ST"
_LONGEST_INJURY = 5
_CODE, _CHINESE = 2, 5
"""Columns of the lexicon's own list of everyday words."""
_HAN = re.compile("[\u4e00-\u9fff]")
_SIDE = re.compile(
    r"\b(right|left|bilateral|unspecified (eye|side|ear|limb|hand|foot|knee|hip|shoulder"
    r"|elbow|wrist|ankle|arm|leg|site|thigh|lower leg|upper arm|forearm|finger|toe|breast|kidney"
    r"|lung|ovary|testis|eyelid|upper|lower))\b",
    re.IGNORECASE,
)

Terms = list[tuple[str, str]]


def read_terms(path: Path) -> tuple[Terms, Terms]:
    """Return titles and inclusion terms of the codes that are offered, each with its code."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as packed:
        rows = [
            row for row in csv.DictReader(packed) if is_offered(row["code"], row["description"])
        ]
    titles = [(row["code"], " ".join(row["description"].split())) for row in rows]
    inclusions = [
        (row["code"], " ".join(term.split()))
        for row in rows
        for term in row["inclusion_terms"].split("|")
        if term.strip()
    ]
    return titles, inclusions


def read_chinese(path: Path, offered: set[str]) -> Terms:
    """Return the Chinese words of the lexicon that have a code which is offered, with that code."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) <= _CHINESE or cells[_CODE] not in offered:
            continue
        words = (word.strip() for word in cells[_CHINESE].split(";"))
        found += [(cells[_CODE], word) for word in words if _HAN.search(word)]
    return found


def is_offered(code: str, title: str) -> bool:
    """Say whether a code is offered: no block of codes, no external cause, no side."""
    if "-" in code or code[0] in OUTSIDE or not code[0].isalpha():
        return False
    is_deep = code[0] in INJURIES and len(code.replace(".", "")) > _LONGEST_INJURY
    return not is_deep and not _SIDE.search(title)


def category(code: str) -> str:
    """Return the first three characters."""
    return code[:3]
