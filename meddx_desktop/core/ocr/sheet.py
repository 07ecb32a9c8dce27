"""The sheet in a photograph: its four corners, and the sheet laid flat as a scanner would see it.

A sheet is lighter and less coloured than what it lies on. Several levels of light are tried, for a
shadow makes a part of it darker than the table; the four-sided patch whose outline is straightest
wins. Writing that stands beside the sheet is kept: to cut it off would lose lines in silence.
"""

from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

_SMALL = 640
"""Longer side for finding the corners."""
_LEVELS = 12
_LEAST_AREA = 0.15
"""Share of the picture that a sheet takes at least."""
_FOUR_SIDED = 0.94
"""Least share of a patch's hull that four straight sides hold, and ..."""
_WHOLE = 0.88
"""... that the patch itself fills."""
_BORDER = 2
"""Pixels from the picture's own edge where a side is the picture's and not the sheet's."""
_MOST_VERTICES = 12
_MARGIN = 0.012
"""Share of its sides that is kept around a sheet."""
_FARTHEST = 0.6
"""Shares of the sheet that writing beside it may lie away."""
_LONGEST_SIDE, _SHORTEST_SIDE = 4.0, 0.15
"""Limits of a sheet's height in widths and of its shorter side in the picture's."""
_LENS, _LENSES = 0.9, (0.6, 2.0)
"""Distance of the lens in longer sides of the picture: the usual one, and those that there are."""
_LEANS = 0.004
"""From which lean on, both ways, the lens can be told."""
_STRETCHED = 1.8
"""Most that a side is drawn out."""
_SQUARE, _FILLING = 0.006, 0.8
"""How much the sides of a scanned sheet may slant, and what share of its picture it fills."""

Corners = NDArray[np.float64]
"""(4, 2): x and y of upper left, upper right, lower right, lower left."""


def corners_of(picture: NDArray[np.uint8]) -> Corners | None:
    """The corners of the sheet in a photograph; None where no whole sheet stands out.

    Parameters
    ----------
    picture
        (rows, columns, 3) uint8.
    """
    scale = min(1.0, _SMALL / max(picture.shape[:2]))
    small = picture
    if scale < 1:
        small = np.asarray(
            cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )
    # The darkest channel: white paper has none, wood and cloth do.
    light = cv2.blur(small.min(axis=2), (3, 3))
    low, high = np.percentile(light, (2, 98))
    best, most = None, 0.0
    for level in np.linspace(low, high, _LEVELS + 2)[1:-1]:
        found = _four_sided(light > level)
        if found is not None and found[1] > most:
            best, most = found
    return None if best is None else (best + 0.5) / scale - 0.5


def homography(source: Corners, target: Corners) -> NDArray[np.float64]:
    """(3, 3): what takes four points to four others.

    Solved here: OpenCV's own way may call libraries that the installed program has not.
    """
    lines, values = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        lines += [(x, y, 1, 0, 0, 0, -u * x, -u * y), (0, 0, 0, x, y, 1, -v * x, -v * y)]
        values += [u, v]
    solved = np.linalg.solve(np.array(lines, np.float64), np.array(values, np.float64))
    return np.append(solved, 1.0).reshape(3, 3)


def laid_flat(
    picture: NDArray[np.uint8], corners: Corners, writing: NDArray[np.float64]
) -> NDArray[np.uint8] | None:
    """The sheet as seen from above, with the writing beside it.

    Parameters
    ----------
    picture
        (rows, columns, 3) uint8.
    corners
        As `corners_of` finds them.
    writing
        (n, 2): x and y of the corners of all writing in the picture.

    Returns
    -------
    NDArray[np.uint8] or None
        (rows, columns, 3). None where writing lies too far from the sheet to be laid flat too.
    """
    wide, high = _unsqueezed(corners, picture.shape[:2])
    square = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float64)
    flat = homography(corners, square)
    margin = _MARGIN * np.array((wide, high))
    window = [-margin, np.array((wide, high)) + margin]
    if len(writing):
        put = np.column_stack((writing, np.ones(len(writing)))) @ flat.T
        if (put[:, 2] <= 0).any():
            return None
        places = put[:, :2] / put[:, 2:]
        window = [np.minimum(window[0], places.min(0)), np.maximum(window[1], places.max(0))]
    beyond = max(
        float((-window[0] / (wide, high)).max()), float((window[1] / (wide, high)).max() - 1)
    )
    if beyond > _FARTHEST:
        return None
    shift = np.array([(1, 0, -window[0][0]), (0, 1, -window[0][1]), (0, 0, 1)], np.float64)
    columns, rows = np.ceil(window[1] - window[0]).astype(int)
    made = cv2.warpPerspective(
        picture,
        shift @ flat,
        (int(columns), int(rows)),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(made, np.uint8)


def size_of(corners: Corners) -> tuple[float, float]:
    """Width and height of the sheet in pixels: the longer of opposite sides, none loses detail."""
    top, right, bottom, left = (
        float(np.hypot(*(corners[(at + 1) % 4] - corners[at]))) for at in range(4)
    )
    return max(top, bottom), max(left, right)


def _unsqueezed(corners: Corners, size: tuple[int, ...]) -> tuple[float, float]:
    """Width and height as the sheet has them, where a slanting look made one of them short.

    The sides of a rectangle are at right angles in space; with the eye before the middle of the
    picture that gives its proportions. How far away the eye is follows from sheets that lean two
    ways; for others a telephone's usual lens is taken.
    """
    rows, columns = size
    wide, high = size_of(corners)
    own = np.column_stack((corners - (columns / 2, rows / 2), np.ones(4)))
    first, second, last, third = own / (max(rows, columns), max(rows, columns), 1)
    across = _share(first, last, third, second) * second - first
    down = _share(first, last, second, third) * third - first
    lens = _LENS
    if abs(across[2] * down[2]) > _LEANS:
        square = -(across[0] * down[0] + across[1] * down[1]) / (across[2] * down[2])
        lens = float(np.sqrt(square)) if _LENSES[0] ** 2 < square < _LENSES[1] ** 2 else _LENS
    sides = [float(np.hypot(np.hypot(*one[:2]) / lens, one[2])) for one in (across, down)]
    ratio = sides[0] / max(1e-6, sides[1])
    if wide / high > ratio:
        return wide, min(wide / ratio, high * _STRETCHED)
    return min(high * ratio, wide * _STRETCHED), high


def _share(
    one: NDArray[np.float64],
    opposite: NDArray[np.float64],
    other: NDArray[np.float64],
    wanted: NDArray[np.float64],
) -> float:
    """How much nearer than the first corner another one is."""
    beside = np.cross(one, opposite) @ other
    return float(beside / (np.cross(wanted, opposite) @ other))


def is_square(corners: Corners, size: tuple[int, ...]) -> bool:
    """Whether a sheet fills its picture and lies square in it, as on a scanner."""
    rows, columns = size[:2]
    sides = [corners[(at + 1) % 4] - corners[at] for at in range(4)]
    slants = [min(abs(one)) / max(1.0, *abs(one)) for one in sides]
    return max(slants) < _SQUARE and _area(corners) > _FILLING * rows * columns


def _four_sided(lit: NDArray[np.bool_]) -> tuple[Corners, float] | None:
    """Corners of the largest lit patch, and how well four straight sides hold it."""
    rows, columns = lit.shape
    # Writing leaves holes and may cut a sheet in two: closed by growing and shrinking again.
    grown = cv2.dilate(lit.astype(np.uint8), np.ones((5, 5), np.uint8))
    closed = 1 - cv2.dilate(1 - grown, np.ones((5, 5), np.uint8))
    outlines, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not outlines:
        return None
    outline = max(outlines, key=lambda one: _area(one.reshape(-1, 2).astype(np.float64)))
    own = _area(outline.reshape(-1, 2).astype(np.float64))
    if own < _LEAST_AREA * rows * columns:
        return None
    hull = _hull(np.asarray(outline))
    whole = _area(hull)
    found = _largest_four(hull)
    if found is None or whole <= 0:
        return None
    held, filled = _area(found) / whole, own / whole
    if held < _FOUR_SIDED or filled < _WHOLE or _on_border(found, rows, columns):
        return None
    wide, high = size_of(found)
    if not _SHORTEST_SIDE < high / max(1.0, wide) < _LONGEST_SIDE:
        return None
    # Of two patches that fit, the larger: the lit part of a sheet is four-sided too.
    return found, held * filled * _area(found)


def _hull(outline: NDArray[np.int32]) -> NDArray[np.float64]:
    hull = cv2.convexHull(outline)
    step = 1.0
    while len(hull) > _MOST_VERTICES:
        hull = cv2.approxPolyDP(hull, step, closed=True)
        step *= 1.5
    return np.asarray(hull.reshape(-1, 2), np.float64)


def _largest_four(hull: NDArray[np.float64]) -> Corners | None:
    """The four points of a hull that hold most of it, from the upper left on clockwise."""
    if len(hull) < 4:
        return None
    best = max(combinations(range(len(hull)), 4), key=lambda four: _area(hull[list(four)]))
    four = hull[list(best)]
    middle = four.mean(axis=0)
    turned = np.argsort(np.arctan2(four[:, 1] - middle[1], four[:, 0] - middle[0]))
    ordered = four[turned]
    first = int(np.argmin(ordered.sum(axis=1)))
    return np.roll(ordered, -first, axis=0)


def _area(points: NDArray[np.float64]) -> float:
    """Of a polygon, by its outline (Gauss)."""
    x, y = points[:, 0], points[:, 1]
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def _on_border(corners: Corners, rows: int, columns: int) -> bool:
    """Whether a side is the picture's edge: what lies beyond it nobody knows."""
    x, y = corners[:, 0], corners[:, 1]
    at = np.stack(
        (x <= _BORDER, y <= _BORDER, x >= columns - 1 - _BORDER, y >= rows - 1 - _BORDER), axis=1
    )
    return bool((at & np.roll(at, -1, axis=0)).any())
