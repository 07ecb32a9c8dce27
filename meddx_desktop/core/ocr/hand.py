"""Numbers that look written by hand: printed digits of one word are equally high and stand level.

The network reads handwriting too and is as sure of it when it is wrong. This finds most of it, not
all: a single digit, and a hand as even as print, look like print.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.signs import Signs

_UNEQUAL = 0.08
"""Of a digit's height, by which tops or feet of printed digits never differ ..."""
_RASTER = 1.7
"""... and so many pixels, for small print falls on the raster as it will."""
_BESIDE = frozenset(" .,:;<>≤≥~～-–+=/()%*↑↓")
"""What stands beside digits in a number; small exponents and letters are no digits' height."""
_FEWEST, _SLOPING = 2, 4
"""Digits that can be compared, and those from which on a slope of the line is known."""
_HALF = 0.35
"""Half the room of a digit, in heights of the line."""
_CONTRAST = 25
_LOWEST = 5


def is_by_hand(line: NDArray[np.uint8], signs: Signs) -> bool:
    """Whether a number looks written by hand.

    Parameters
    ----------
    line
        (rows, columns, 3) uint8, as it was read.
    signs
        What was read.
    """
    if not all(sign.isdecimal() or sign in _BESIDE for sign in signs.text):
        return False
    ends = np.array(list(_ends(line, signs)), np.float64).reshape(-1, 3)
    if len(ends) < _FEWEST:
        return False
    high = float(np.median(ends[:, 2] - ends[:, 1]))
    if high < _LOWEST:
        return False
    apart = max(_apart(ends[:, 0], ends[:, side]) for side in (1, 2))
    return apart > max(_UNEQUAL * high, _RASTER)


def _ends(line: NDArray[np.uint8], signs: Signs) -> Iterator[tuple[float, int, int]]:
    """Place, top and foot of each digit."""
    grey = line.min(axis=2).astype(np.float32)
    ground, dark = np.percentile(grey, (85, 3))
    if ground - dark < _CONTRAST:
        return
    ink = grey < (ground + dark) / 2
    middles = np.array(signs.places) * line.shape[1]
    half = _HALF * line.shape[0]
    for at, sign in enumerate(signs.text):
        if not sign.isdecimal():
            continue
        left = right = middles[at]
        left = max(left - half, (middles[at - 1] + left) / 2) if at else left - half
        last = at + 1 == len(middles)
        right = right + half if last else min(right + half, (middles[at + 1] + right) / 2)
        rows = np.flatnonzero(ink[:, max(0, round(left)) : max(1, round(right))].any(axis=1))
        if len(rows) > 1:
            yield float(middles[at]), int(rows[0]), int(rows[-1])


def _apart(places: NDArray[np.float64], heights: NDArray[np.float64]) -> float:
    """How far heights differ, beyond the slope of their line."""
    if len(places) >= _SLOPING:
        heights = heights - np.polyval(np.polyfit(places, heights, 1), places)
    return float(np.ptp(heights))
