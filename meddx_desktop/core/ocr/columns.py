"""Where the columns of a table stand: runs that are written on, with white between them."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.page import Word

_HALF = 0.25
"""Half a sign, between the narrow and the wide ones, in heights of a line."""
_GAP = 0.35
"""Least white between two columns, in heights of a line."""
_TOLERATED = 0.1
"""Share of the lines that may run across the white: words that the network took for one."""
_ENOUGH = 5
"""Lines from which on one of them may run across."""


def columns_of(rows: list[list[Word]], *, headed: bool) -> list[tuple[int, int]]:
    """Left and right end of each column: runs that are written on, with white between them."""
    words = [word for row in rows for word in row]
    if not words:
        return []
    height = float(np.median([word.height for word in words]))
    covered = np.zeros(max(word.right for word in words) + 1, np.int32)
    for row in rows:
        on = np.zeros_like(covered, dtype=np.bool_)
        for word in row:
            left, right = _ink(word)
            on[left:right] = True
        # A column of marks may be empty but for its heading.
        covered += on * (_limit(len(rows)) + 1 if headed and row is rows[0] else 1)
    written = np.flatnonzero(np.diff(np.concatenate(([0], covered > _limit(len(rows)), [0]))))
    columns: list[tuple[int, int]] = []
    for start, end in written.reshape(-1, 2).tolist():
        if columns and start - columns[-1][1] < _GAP * height:
            columns[-1] = (columns[-1][0], end)
        else:
            columns.append((start, end))
    return _parted(columns, rows[0], covered) if headed else columns


def _ink(word: Word) -> tuple[int, int]:
    """From where to where a word is written: boxes reach beyond it, and into each other."""
    places, wide = word.signs.places, word.right - word.left
    half = _HALF * word.height
    left = max(word.left, round(word.left + places[0] * wide - half))
    return left, max(left + 1, min(word.right, round(word.left + places[-1] * wide + half)))


def _parted(
    columns: list[tuple[int, int]], head: list[Word], covered: NDArray[np.int32]
) -> list[tuple[int, int]]:
    """Columns that two headings share, cut between those where fewest lines are written."""
    found = []
    for left, right in columns:
        start = left
        inside = [word for word in head if left <= (word.left + word.right) / 2 < right]
        for one, other in pairwise(inside):
            first, last = _ink(one)[1], _ink(other)[0]
            if last - first < _GAP * one.height:
                continue
            cut = first + int(np.argmin(covered[first:last]))
            found.append((start, max(start + 1, cut)))
            start = cut + 1
        found.append((start, right))
    return found


def _limit(rows: int) -> int:
    return max(int(_TOLERATED * rows), 1 if rows >= _ENOUGH else 0)


def column_at(middle: float, columns: list[tuple[int, int]]) -> int:
    """The column that a place lies in, or the nearest."""
    away = [max(left - middle, middle - right, 0.0) for left, right in columns]
    return away.index(min(away))
