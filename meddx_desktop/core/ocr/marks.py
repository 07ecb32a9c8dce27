"""What the networks pass over in a number: a point before it, a point gone lost, a line through.

They say a value without a word of doubt where a leading point is blurred into its digit, and where
a pen struck the value out. This looks at the ink itself; it finds most of both, not all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.layout import PageLine

POINT, STRUCK = "point", "struck"
"""A point may stand where none was read; a line runs through."""

_NUMBER = re.compile(r"[<>≤≥]?\s*\d+([.,]\d+)?")
_STRUCK = re.compile(r"[<>≤≥]?\s*[-–]?\s*\d[\d.,:]*\s*[-–A-Za-z↑↓*]?")
_AROUND = 0.3
"""Room looked at on both sides, in heights of the box."""
_CONTRAST = 25
_LOWEST = 6
"""Pixels below which a digit shows nothing of its form."""
_FOOT = 0.3
"""Share of a digit's height in which a point stands."""
_BEFORE, _BEFORE_ONE = 0.12, 0.3
"""From how far left of the digit, in its heights, something low is a point; a 1 has a foot."""
_GAP, _SMALL_GAP, _TIMES = 0.42, 0.3, 1.8
"""White between two digits, in heights, with room for a point: of two; of more, beside others."""
_ALONG = 1.05
"""Length of a stroke, in heights of a digit, that no digit has."""
_INNER = (0.15, 0.85)
_DARK = 0.4
_HIGH, _THIN, _END = 0.6, 0.4, 0.22
"""Heights of ink in a digit's column and in a line's, and how far a line goes beyond, in digits."""
_MOST = 0.8
_TIPPED = "4<≤-–"
"""Signs with a tip of their own on the left."""
_SLOPES = np.linspace(-0.3, 0.3, 13)


@dataclass(frozen=True, slots=True)
class _Ink:
    """The ink of one word on its white, and the rows of its digits."""

    grey: NDArray[np.float32]
    ground: float
    dark: float
    top: int
    foot: int

    @property
    def high(self) -> int:
        return self.foot - self.top

    def at(self, share: float) -> NDArray[np.bool_]:
        """Where it is at least so dark, from white (0) to the darkest (1); digits' rows only."""
        level = self.ground - share * (self.ground - self.dark)
        return np.asarray(self.grey[self.top : self.foot] < level)


def with_marks(picture: NDArray[np.uint8], lines: Sequence[PageLine]) -> tuple[PageLine, ...]:
    """Lines with what the ink of their numbers shows beyond what was read.

    Parameters
    ----------
    picture
        (rows, columns, 3) uint8, the page.
    lines
        As the layout made them.
    """
    return tuple(
        PageLine(
            tuple(
                replace(
                    cell,
                    marks=marks_of(
                        picture, (cell.left, cell.top, cell.right, cell.bottom), cell.text
                    ),
                )
                for cell in line.cells
            )
        )
        for line in lines
    )


def marks_of(
    picture: NDArray[np.uint8], box: tuple[int, int, int, int], text: str
) -> tuple[str, ...]:
    """What stands in and beside a number that its reading does not say.

    Parameters
    ----------
    picture
        (rows, columns, 3) uint8, the page.
    box
        Left, top, right and bottom of the number, ends not included.
    text
        What was read there.
    """
    is_number = _NUMBER.fullmatch(text) is not None
    if not is_number and _STRUCK.fullmatch(text) is None:
        return ()
    ink = _ink(picture, box)
    if ink is None:
        return ()
    found = []
    if _is_struck(ink, text):
        found.append(STRUCK)
    elif is_number and (_has_point_before(ink, text) or _has_room_for_point(ink, text)):
        found.append(POINT)
    return tuple(found)


def _ink(picture: NDArray[np.uint8], box: tuple[int, int, int, int]) -> _Ink | None:
    left, top, right, bottom = box
    beside = round(_AROUND * (bottom - top))
    cut = picture[max(0, top) : bottom, max(0, left - beside) : right + beside]
    if not cut.size:
        return None
    grey = cut.min(axis=2).astype(np.float32)
    ground, dark = (float(one) for one in np.percentile(grey, (85, 3)))
    if ground - dark < _CONTRAST:
        return None
    # The rows about the middle: a rule above or below is apart from them.
    rows = (grey < (ground + dark) / 2).any(axis=1)
    middle = len(rows) // 2
    if not rows[middle]:
        return None
    first = last = middle
    while first > 0 and rows[first - 1]:
        first -= 1
    while last + 1 < len(rows) and rows[last + 1]:
        last += 1
    ink = _Ink(grey, ground, dark, first, last + 1)
    return ink if ink.high >= _LOWEST else None


def _has_point_before(ink: _Ink, text: str) -> bool:
    """Whether the first ink stands low, and the digit above it begins further right."""
    if not text[0].isdecimal():
        return False
    dark = ink.at(0.35)
    low = round(ink.high * (1 - _FOOT))
    upper, lower = np.flatnonzero(dark[:low].any(axis=0)), np.flatnonzero(dark[low:].any(axis=0))
    if not len(upper) or not len(lower):
        return False
    lead = (int(upper[0]) - int(lower[0])) / ink.high
    return lead >= (_BEFORE_ONE if text[0] in "14" else _BEFORE)


def _has_room_for_point(ink: _Ink, text: str) -> bool:
    """Whether two digits stand so far apart that a point may have faded between them."""
    if not text.isdecimal() or len(text) < 2:
        return False
    columns = np.flatnonzero(ink.at(0.4).any(axis=0))
    gaps = np.sort((np.diff(columns) - 1) / ink.high)[::-1][: len(text) - 1]
    if not len(gaps):
        return False
    if "1" in text or len(text) == 2:  # a 1 has white of its own
        return bool(gaps[0] > _GAP and "1" not in text)
    usual = float(np.median(gaps[1:]))
    return bool(gaps[0] > _SMALL_GAP and gaps[0] > _TIMES * max(usual, 0.05))


def _is_struck(ink: _Ink, text: str) -> bool:
    """Whether one stroke runs through the digits and beyond them, level or aslant."""
    dark = ink.at(_DARK).astype(np.uint8)
    across = np.arange(dark.shape[1]) - dark.shape[1] / 2
    for slope in _SLOPES:
        shear = np.array([(1, 0, 0), (slope, 1, slope * across[0])], np.float32)
        level = cv2.warpAffine(dark, shear, dark.shape[::-1], flags=cv2.INTER_NEAREST)
        if _runs_through(level > 0, from_left=text[0] not in _TIPPED):
            return True
    return False


def _runs_through(dark: NDArray[np.bool_], *, from_left: bool) -> bool:
    """Whether a level stroke goes through all that is high and ends where nothing else is."""
    high = len(dark)
    heights = dark.sum(axis=0)
    digits = heights > _HIGH * high
    thin = (heights > 0) & (heights < _THIN * high)
    end = max(2, round(_END * high))
    for row in range(round(_INNER[0] * high), round(_INNER[1] * high)):
        for first, last in _runs(dark[row]):
            if last - first < _ALONG * high or digits[first:last].sum() < _MOST * digits.sum():
                continue
            if thin[last - end : last].all() or (from_left and thin[first : first + end].all()):
                return True
    return False


def _runs(row: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(n, 2): where ink begins and ends in one row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return np.asarray(edges.reshape(-1, 2), np.int64)
