"""A picture of a page laid straight: quarter turns, and the few degrees of a hand or a scanner."""

import cv2
import numpy as np
from numpy.typing import NDArray

_SMALL = 900
"""Longer side for finding the angle: lines of writing still stand apart."""
_WIDEST = 12.0
_COARSE, _FINE = 1.0, 0.1
_IGNORED = 0.15
"""Degrees that no line of a page moves by more than a pixel or two."""


def straightened(page: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The page turned by its own slant of at most 12 degrees; its edge goes on into the corners.

    Parameters
    ----------
    page
        (rows, columns, 3) uint8, its lines roughly level.
    """
    angle = slant(page)
    if abs(angle) < _IGNORED:
        return page
    rows, columns = page.shape[:2]
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), angle, 1.0)
    cosine, sine = abs(turn[0, 0]), abs(turn[0, 1])
    size = (int(rows * sine + columns * cosine), int(rows * cosine + columns * sine))
    turn[0, 2] += size[0] / 2 - columns / 2
    turn[1, 2] += size[1] / 2 - rows / 2
    # The paper's own edge goes on: a white ground beside a grey page would be an edge of its own.
    beyond = cv2.BORDER_REPLICATE
    return np.asarray(
        cv2.warpAffine(page, turn, size, flags=cv2.INTER_CUBIC, borderMode=beyond), np.uint8
    )


def slant(page: NDArray[np.uint8]) -> float:
    """Degrees, counter-clockwise, by which the page has to be turned so that its lines are level.

    Level lines and the white between them give the sharpest profile from top to bottom
    (Postl, "Detection of linear oblique structures and skew scan in digitized documents", 1986,
    in principle).
    """
    ink = _ink(page)
    if not ink.any():
        return 0.0
    best = max(np.arange(-_WIDEST, _WIDEST + _COARSE, _COARSE), key=lambda one: _sharp(ink, one))
    near = np.arange(best - _COARSE, best + _COARSE + _FINE / 2, _FINE)
    return float(max(near, key=lambda one: (_sharp(ink, one), -abs(one))))


def _ink(page: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Dark on light of its own surroundings: shadows of a photograph are no ink."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    scale = min(1.0, _SMALL / max(grey.shape))
    if scale < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ground = cv2.blur(grey, (41, 41)).astype(np.int16)
    return ((ground - grey) > 20).astype(np.float32)


def _sharp(ink: NDArray[np.float32], angle: float) -> float:
    rows, columns = ink.shape
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), float(angle), 1.0)
    profile = cv2.warpAffine(ink, turn, (columns, rows), flags=cv2.INTER_LINEAR).sum(axis=1)
    return float(np.square(np.diff(profile)).sum())
