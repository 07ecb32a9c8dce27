"""A list of codes with their vectors: mapped into memory, searched for what lies nearest.

Two files: names, one line ``code<tab>text`` for each vector (a code's title first, then its other
terms), and vectors, one row of whole numbers of 8 bits for each line.
"""

import hashlib
import mmap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import Coded
from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.notes.encoder import Floats
from meddx_desktop.core.notes.kept import Kept

Bytes = NDArray[np.int8]
LARGEST = 127
_TOGETHER = 256
"""Rows that are made floats at a time: they stay in the processor's cache, and so small a product
starts no threads, which cost more than they do here."""
_ASKED_TOGETHER = 32
"""Vectors that are compared with the list at a time: four megabytes of scores."""
_KEPT = 1024
_LOOKED_AT = 16
"""Rows looked at for each code that is wanted: a code has several terms."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of the files before they are opened."""

    scheme: str
    edition: str
    count: int
    width: int
    scale: float


class CodeList:
    """The codes of one list.

    Parameters
    ----------
    names, vectors
        The files' contents, mapped or read.
    shape
        What they must be.
    name
        Of the list or package, for refusals.

    Raises
    ------
    ModelRejected
        ``model_damaged``.
    """

    def __init__(self, names: mmap.mmap, vectors: mmap.mmap, shape: Shape, *, name: str) -> None:
        self.shape = shape
        self._names = names
        text = np.frombuffer(names, np.uint8)
        ends = np.flatnonzero(text == ord("\n"))
        if len(ends) != shape.count or len(vectors) != shape.count * shape.width:
            raise ModelRejected("model_damaged", name=name)
        self._starts = np.concatenate([[0], ends + 1]).astype(np.int64)
        self._vectors: Bytes = np.frombuffer(vectors, np.int8).reshape(shape.count, shape.width)
        self.known: Kept[tuple[Coded, ...]] = Kept(_KEPT)
        """The nearest codes of phrases that were asked for, with these vectors' encoder."""

    def nearest(self, vector: Floats, count: int) -> tuple[Coded, ...]:
        """The nearest codes, each once, with its similarity from 0 to 1."""
        return self.nearest_all(vector[np.newaxis], count)[0]

    def nearest_all(self, vectors: Floats, count: int) -> list[tuple[Coded, ...]]:
        """The same for several vectors, one a row; the list is gone through once for many."""
        return [
            self._nearest(scores, count)
            for start in range(0, len(vectors), _ASKED_TOGETHER)
            for scores in self._scores(vectors[start : start + _ASKED_TOGETHER])
        ]

    def _scores(self, vectors: Floats) -> Floats:
        """How near each row of the list lies, for each vector."""
        asked = np.ascontiguousarray(vectors.T)
        found = np.empty((len(self._vectors), len(vectors)), np.float32)
        floats = np.empty((_TOGETHER, self.shape.width), np.float32)
        for at in range(0, len(found), _TOGETHER):
            rows = self._vectors[at : at + _TOGETHER]
            np.copyto(floats[: len(rows)], rows)
            np.matmul(floats[: len(rows)], asked, out=found[at : at + len(rows)])
        return np.ascontiguousarray(found.T)

    def _nearest(self, scores: Floats, count: int) -> tuple[Coded, ...]:
        looked = min(count * _LOOKED_AT, len(scores))
        rows = np.argpartition(-scores, looked - 1)[:looked]
        found: dict[str, Coded] = {}
        for row in rows[np.argsort(-scores[rows], kind="stable")]:
            code, _ = self._line(int(row))
            if code not in found:
                similarity = float(np.clip(scores[row] * self.shape.scale, 0.0, 1.0))
                found[code] = Coded(self._titled(code, int(row)), round(similarity, 4))
            if len(found) == count:
                break
        return tuple(found.values())

    def __len__(self) -> int:
        return self.shape.count

    def _titled(self, code: str, row: int) -> Code:
        """The code with its title, which stands in the first of its lines."""
        title = self._line(row)[1]
        while row and self._line(row - 1)[0] == code:
            row -= 1
            title = self._line(row)[1]
        return Code(code, self.shape.scheme, title)

    def _line(self, row: int) -> tuple[str, str]:
        content = self._names[int(self._starts[row]) : int(self._starts[row + 1]) - 1]
        code, _, text = content.decode("utf-8", "replace").partition("\t")
        return code, text


def mapped(path: Path, sha256: str, *, name: str) -> mmap.mmap:
    """Map a file and compare what is mapped with its hash.

    Raises
    ------
    ModelRejected
        ``model_file_missing``, ``model_hash_mismatch``.
    """
    try:
        with path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise ModelRejected("model_file_missing", name=name, file=path.name) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        content.close()
        raise ModelRejected("model_hash_mismatch", name=name, file=path.name)
    return content


def packed(vectors: Floats) -> tuple[Bytes, float]:
    """Vectors as whole numbers of 8 bits, and what one of them is worth."""
    scale = float(np.abs(vectors).max()) / LARGEST or 1.0
    return np.round(vectors / scale).clip(-LARGEST, LARGEST).astype(np.int8), scale


def as_lines(rows: Iterable[tuple[str, str]]) -> bytes:
    """Codes and their texts as the file of names."""
    return "".join(f"{code}\t{' '.join(text.split())}\n" for code, text in rows).encode("utf-8")


def in_order(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The terms of a code behind its title, where they lay apart; repeats are left out."""
    by_code: dict[str, dict[str, None]] = {}
    for code, text in rows:
        by_code.setdefault(code, {})[text] = None
    return [(code, text) for code, texts in by_code.items() for text in texts]
