"""The terms that the tagger looks up: diseases in MeSH, drugs in DrugBank's open list."""

import csv
import gzip
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from meddx_desktop.core.notes.tagger import WORD
from meddx_desktop.core.notes.tagger_terms import MOST_WORDS, key

_SHORTEST_WORD = 3


def _rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as packed:
        return list(csv.DictReader(packed))


def diseases(data: Path) -> list[str]:
    """Return names and synonyms."""
    rows = _rows(data / "text" / "terminology" / "mesh_disease_synonyms.csv.gz")
    return [row[column] for row in rows for column in ("variant", "canonical")]


def chemicals(data: Path) -> list[str]:
    """Return names and synonyms."""
    rows = _rows(data / "text" / "terminology" / "drugbank_open_vocabulary.csv.gz")
    names = [row["Common name"] for row in rows]
    return [*names, *(one for row in rows for one in row["Synonyms"].split("|"))]


def write_terms(data: Path) -> bytes:
    """Return the four lists as the program reads them."""
    lists = [part for names in (diseases(data), chemicals(data)) for part in _hashed(names)]
    head = np.array([len(one) for one in lists], "<u8")
    return b"".join([head.tobytes(), *(one.tobytes() for one in lists)])


def _hashed(names: Iterable[str]) -> tuple[np.ndarray, np.ndarray]:
    divided = {tuple(WORD.findall(name.strip().lower())) for name in names}
    terms = {one for one in divided if 0 < len(one) <= MOST_WORDS and any(map(_is_word, one))}
    words = {(word,) for one in terms for word in one if _is_word(word)}
    return _sorted(terms), _sorted(words)


def _is_word(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and any(sign.isalpha() for sign in word)


def _sorted(found: Iterable[tuple[str, ...]]) -> np.ndarray:
    return np.array(sorted({key(one) for one in found}), "<u8")
