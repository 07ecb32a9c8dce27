"""Which words stand in terms of the terminologies: what the tagger is told beside the words.

The file holds no words but their hashes: four sorted lists (terms and words of diseases, terms and
words of chemicals), their lengths before them.
"""

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import ModelRejected

LISTS = 4
COLUMNS = 6
"""For each of the two kinds: first word of a term, further word, word of any term."""
MOST_WORDS = 8
"""Words of the longest term that is looked for."""

Hashes = NDArray[np.uint64]


class Terms:
    """The four lists.

    Raises
    ------
    ModelRejected
        ``model_damaged``.
    """

    def __init__(self, content: bytes, name: str) -> None:
        if len(content) % 8 or len(content) < 8 * LISTS:
            raise ModelRejected("model_damaged", name=name)
        numbers = np.frombuffer(content, "<u8")
        ends = LISTS + np.cumsum(numbers[:LISTS].astype(np.int64))
        if int(ends[-1]) != len(numbers) or (np.diff(ends) < 0).any():
            raise ModelRejected("model_damaged", name=name)
        starts = [LISTS, *map(int, ends[:-1])]
        self._lists = [numbers[a:b] for a, b in zip(starts, map(int, ends), strict=True)]

    def of(self, words: Sequence[str]) -> NDArray[np.float32]:
        """For each word six numbers, 0 or 1."""
        found = np.zeros((len(words), COLUMNS), np.float32)
        low = [word.lower() for word in words]
        singles = np.array([key((word,)) for word in low], np.uint64)
        for kind in range(2):
            terms, parts = self._lists[2 * kind], self._lists[2 * kind + 1]
            found[:, 3 * kind + 2] = _has(parts, singles)
            self._mark(low, terms, found[:, 3 * kind : 3 * kind + 2])
        return found

    @staticmethod
    def _mark(words: Sequence[str], terms: Hashes, found: NDArray[np.float32]) -> None:
        """Mark the longest term from each word on, then go on behind it."""
        place = 0
        while place < len(words):
            most = min(MOST_WORDS, len(words) - place)
            keys = [key(words[place : place + size]) for size in range(1, most + 1)]
            there = np.flatnonzero(_has(terms, np.array(keys, np.uint64)))
            size = int(there[-1]) + 1 if len(there) else 0
            if size:
                found[place, 0] = 1
                found[place + 1 : place + size, 1] = 1
            place += max(size, 1)


def key(words: Iterable[str]) -> int:
    """The hash of a term, from its words in small letters."""
    digest = hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _has(sorted_keys: Hashes, keys: Hashes) -> NDArray[np.bool_]:
    if not len(sorted_keys):
        return np.zeros(len(keys), np.bool_)
    place = np.minimum(np.searchsorted(sorted_keys, keys), len(sorted_keys) - 1)
    return np.asarray(sorted_keys[place] == keys)
