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
        runs = [(at, end) for at in range(len(low)) for end in _ends(at, len(low))]
        keys = np.array([key(low[at:end]) for at, end in runs], np.uint64)
        singles = [number for number, (at, end) in enumerate(runs) if end == at + 1]
        for kind in range(2):
            terms, parts = self._lists[2 * kind], self._lists[2 * kind + 1]
            found[:, 3 * kind + 2] = _has(parts, keys[singles])
            there = [runs[number] for number in np.flatnonzero(_has(terms, keys))]
            _mark(there, found[:, 3 * kind : 3 * kind + 2])
        return found


def _ends(at: int, count: int) -> range:
    return range(at + 1, min(at + MOST_WORDS, count) + 1)


def _mark(there: Sequence[tuple[int, int]], found: NDArray[np.float32]) -> None:
    """Mark the longest term from each word on, then go on behind it; `there` is by place."""
    longest = dict(there)
    free = 0
    for at in sorted(longest):
        if at >= free:
            free = longest[at]
            found[at, 0] = 1
            found[at + 1 : free, 1] = 1


def key(words: Iterable[str]) -> int:
    """The hash of a term, from its words in small letters."""
    digest = hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _has(sorted_keys: Hashes, keys: Hashes) -> NDArray[np.bool_]:
    if not len(sorted_keys):
        return np.zeros(len(keys), np.bool_)
    place = np.minimum(np.searchsorted(sorted_keys, keys), len(sorted_keys) - 1)
    return np.asarray(sorted_keys[place] == keys)
