"""Where in a picture text stands: the detection network and what its map of probability means.

After "Real-time Scene Text Detection with Differentiable Binarization": the network paints shrunk
text lines; they are outlined and grown back. Our boxes are upright rectangles around the outline,
for they are there to be covered, not to be cut out finely.
"""

from dataclasses import dataclass, field
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.network import FIND, network

_LEVEL = 0.3
"""Share above which a point of the map belongs to text."""
_LEAST = 0.4
"""Mean share of a line that counts: text that is not covered harms more than a covered rib."""
_GROWN = 1.6
"""By how much outlines are grown back: area times this, through the perimeter."""
_STEP = 32
_SMALLEST = 3
_OVERLAP = 0.2
"""Share of a square that its neighbour sees too: no letter is cut in both."""
_PARTS = 12
"""Most parts of a line whose middles are told."""

_Grown = tuple[float, float, float, float, float, tuple[float, ...], float]
"""Left, top, right, bottom, mean share, middles and thickness."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An upright rectangle in pixels of the picture, ends not included, and the mean share.

    Attributes
    ----------
    middles : tuple[float, ...]
        Height of the writing's middle, evenly from its left to its right end: lines may bend.
    across : float
        How thick the line is by itself: aslant, its rectangle is much higher. 0 where not known.
    """

    top: int
    left: int
    bottom: int
    right: int
    share: float
    middles: tuple[float, ...] = field(default=(), compare=False)
    across: float = field(default=0.0, compare=False)

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left


def places(picture: NDArray[np.uint8], longest: int, *, tile: int = 0) -> list[Place]:
    """Find lines of text.

    Parameters
    ----------
    picture
        (rows, columns, 3) uint8.
    longest
        The longer side is brought down to so many pixels, never up.
    tile
        Side of the squares that it is looked at in; 0 looks at the whole. The network weighs what
        it sees by the mean over all of it: one line alone on a large film is lost in the whole.
    """
    rows, columns = picture.shape[:2]
    scale = min(1.0, longest / max(rows, columns))
    small = picture
    if scale < 1:
        size = (max(1, round(columns * scale)), max(1, round(rows * scale)))
        small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    share = _share(small, tile or max(small.shape[:2]))
    found = [_grown(contour, share) for contour in _outlines(share)]
    back = (rows / small.shape[0], columns / small.shape[1])
    return [_place(one, back, (rows, columns)) for one in found if one is not None]


def _share(picture: NDArray[np.uint8], tile: int) -> NDArray[np.float32]:
    """The map of the whole; where squares overlap the surer one counts, so that lines go on."""
    rows, columns = picture.shape[:2]
    share = np.zeros((rows, columns), np.float32)
    for top in _starts(rows, tile):
        for left in _starts(columns, tile):
            cut = picture[top : top + tile, left : left + tile]
            if cut.min() == cut.max():
                continue
            high, wide = cut.shape[:2]
            here = share[top : top + high, left : left + wide]
            np.maximum(here, network(FIND).run(tensor(cut))[0, 0, :high, :wide], out=here)
    return share


def _starts(length: int, tile: int) -> list[int]:
    """Where squares begin: evenly, from edge to edge, each over a part of the one before."""
    if length <= tile:
        return [0]
    step = tile - round(_OVERLAP * tile)
    count = -(-(length - tile) // step) + 1
    return [round(number * (length - tile) / (count - 1)) for number in range(count)]


def tensor(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(1, 3, rows, columns) float32 from -1 to 1, filled up with black to whole steps of 32."""
    rows, columns = picture.shape[:2]
    shape = (-(-rows // _STEP) * _STEP, -(-columns // _STEP) * _STEP, 3)
    filled = np.zeros(shape, np.uint8)
    filled[:rows, :columns] = picture
    return np.ascontiguousarray((filled.astype(np.float32) / 127.5 - 1).transpose(2, 0, 1)[None])


def _outlines(share: NDArray[np.float32]) -> list[NDArray[np.int32]]:
    mask = cv2.dilate((share > _LEVEL).astype(np.uint8), np.ones((2, 2), np.uint8))
    found, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    return [np.asarray(one, np.int32) for one in found]


def _grown(contour: NDArray[np.int32], share: NDArray[np.float32]) -> _Grown | None:
    """One outline grown; None for a speck."""
    _, (width, height), _ = turned = cv2.minAreaRect(contour)
    if min(width, height) < _SMALLEST:
        return None
    left, top, wide, high = cv2.boundingRect(contour)
    inside = np.zeros((high, wide), np.uint8)
    corners = cv2.boxPoints(turned) - (left, top)
    cv2.fillPoly(inside, [np.round(corners).astype(np.int32)], (1,))
    under = share[top : top + high, left : left + wide]
    mean = float(cv2.mean(under, inside)[0])
    if mean < _LEAST:
        return None
    by = width * height * _GROWN / (2 * (width + height))
    middles = tuple(top + 0.5 + at for at in _middles(under * inside))
    across = min(width, height) + 2 * by
    return left - by, top - by, left + wide + by, top + high + by, mean, middles, across


def _middles(share: NDArray[np.float32]) -> tuple[float, ...]:
    """Where the shares of each part of a line have their middle, from the left end to the right."""
    high, wide = share.shape
    parts = int(np.clip(wide // max(1, high), 2, _PARTS))
    steps = np.linspace(0, wide, parts + 1).astype(int)
    found = []
    for start, end in pairwise(steps.tolist()):
        weights = share[:, start : max(end, start + 1)].sum(axis=1)
        whole = float(weights.sum())
        found.append(float(weights @ np.arange(high)) / whole if whole > 0 else (high - 1) / 2)
    return tuple(found)


def _place(one: _Grown, back: tuple[float, float], limits: tuple[int, int]) -> Place:
    left, top, right, bottom, mean, middles, across = one
    rows, columns = limits
    return Place(
        max(0, int(np.floor(top * back[0]))),
        max(0, int(np.floor(left * back[1]))),
        min(rows, int(np.ceil(bottom * back[0]))),
        min(columns, int(np.ceil(right * back[1]))),
        mean,
        tuple(at * back[0] for at in middles),
        across * max(back),
    )
