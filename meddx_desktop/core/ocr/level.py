"""Lines of writing made level, and columns upright, where the sheet's own edges did not help.

A sheet that was photographed from close by shows no edges; one that bends has no corners that
would flatten it. What is left to go by is the writing: lines were printed level, and what stands
below each other in a table began at one place. Lines give the heights, the ends of words the
sideways lean.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.places import Place

_FEWEST = 4
"""Words below which nothing is known of lines."""
_MANY = 12
"""Words from which on lines may bend, and columns be looked for."""
_MOVED = 0.3
"""Heights of a line below which nothing is moved."""
_NEAR = 0.6
"""Heights of a line within which words stand on one."""
_ROUNDS = 3
_RIDGE = (1e-9, 1e-9, 1e-4, 1e-4, 1e-4)
"""How firmly each term is held near none: bends more than slopes."""
_LEANS = np.linspace(-0.4, 0.4, 33)
_FANS = np.linspace(-0.3, 0.3, 13)
_CLEARER = 1.2
"""By how much columns must stand out more upright than they came, before the page is leaned."""
_UNEVEN = 0.35
"""Heights of a line by which words still stand off it, on a page that is not level."""
_STEP = 16
"""Pixels between the points of the page that are worked out; between them it is even."""
_ALLOWANCE = 0.25
"""How far a page may grow, in its width."""

_Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Bend:
    """How the writing of a page has to move; places in half widths from the page's middle.

    Attributes
    ----------
    heights : NDArray[np.float64]
        (5,): shares of x, xy, x², x²y and x³ that are added to y.
    lean : tuple[float, float]
        Shares of y and xy that are added to x.
    off : float
        How far words then still stand off their lines, in heights of a line.
    """

    heights: NDArray[np.float64]
    lean: tuple[float, float]
    off: float

    @property
    def is_uneven(self) -> bool:
        """Whether lines are still not lines: they may be joined wrongly."""
        return self.off > _UNEVEN


def bend_of(found: Sequence[Place], size: tuple[int, int]) -> Bend:
    """What the words of a page say about how it lies.

    Parameters
    ----------
    found
        Words with their `middles`.
    size
        Rows and columns of the page.
    """
    words = [_Word.of(one, size) for one in found if len(one.middles) > 1]
    if len(words) < _FEWEST:
        return Bend(np.zeros(5), (0.0, 0.0), 0.0)
    high = float(np.median([one.high for one in words]))
    heights = _from_slopes(words)
    off = 0.0
    for _ in range(_ROUNDS):
        lines = _lines(words, heights, high)
        heights, off = _from_lines(lines, words, high)
    lean = _lean(words, heights, high) if len(words) >= _MANY else (0.0, 0.0)
    return Bend(heights, lean, off)


def leveled(page: NDArray[np.uint8], bend: Bend, found: Sequence[Place]) -> NDArray[np.uint8]:
    """The page with its lines level; itself where no word would move by a third of a line.

    Parameters
    ----------
    page
        (rows, columns, 3) uint8.
    bend
        As `bend_of` finds it.
    found
        The words it was found from.
    """
    rows, columns = size = page.shape[0], page.shape[1]
    words = [_Word.of(one, size) for one in found if len(one.middles) > 1]
    if not words or _moves(words, bend) < _MOVED:
        return page
    half = columns / 2
    left, top, right, bottom = _window(bend, rows / columns)
    across = np.arange(left * half, right * half + _STEP, _STEP) / half
    down = np.arange(top * half, bottom * half + _STEP, _STEP) / half
    wide, long = np.meshgrid(across, down)
    x, y = _source(wide, long, bend)
    out = round((right - left) * half), round((bottom - top) * half)
    maps = [_even((x + 1) * half - 0.5, out), _even(y * half + rows / 2 - 0.5, out)]
    # Where there was no page, its own ground: an edge drawn out would look like writing.
    ground = [float(one) for one in np.median(page[::7, ::7].reshape(-1, 3), axis=0)]
    made = cv2.remap(
        page,
        maps[0],
        maps[1],
        interpolation=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=ground,
    )
    return np.asarray(made, np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """Points of a word's middle line, and its height."""

    x: _Rows
    y: _Rows
    high: float

    @classmethod
    def of(cls, place: Place, size: tuple[int, int]) -> "_Word":
        rows, columns = size
        half = columns / 2
        count = len(place.middles)
        inner = (np.arange(count) + 0.5) / count
        x = (place.left + inner * place.width) / half - 1
        y = (np.asarray(place.middles) - rows / 2) / half
        rise = abs(float(y[-1] - y[0])) * half
        return cls(x, y, max(4.0, place.height - rise) / half)


def _terms(x: _Rows, y: _Rows) -> _Rows:
    return np.stack((x, x * y, x * x, x * x * y, x**3), axis=-1)


def _slopes(x: _Rows, y: _Rows) -> _Rows:
    """How the terms change from left to right."""
    return np.stack((np.ones_like(x), y, 2 * x, 2 * x * y, 3 * x * x), axis=-1)


def _count(words: Sequence[_Word]) -> int:
    """How many terms so many words can tell."""
    return 5 if len(words) >= _MANY else 2


def _from_slopes(words: Sequence[_Word]) -> _Rows:
    """A first answer, from how much each long word rises."""
    x, y, rise, weight = [], [], [], []
    for one in words:
        wide = float(one.x[-1] - one.x[0])
        if wide < 2 * one.high:
            continue
        x.append(float(one.x.mean()))
        y.append(float(one.y.mean()))
        rise.append(float(np.polyfit(one.x, one.y, 1)[0]))
        weight.append(wide)
    if len(x) < _FEWEST:
        return np.zeros(5)
    terms = _slopes(np.array(x), np.array(y))[:, : _count(words)]
    return _fitted(terms, -np.array(rise), np.array(weight))


def _lines(words: Sequence[_Word], heights: _Rows, high: float) -> list[list[int]]:
    """Words that stand on one line as far as is known, each beside the one before it."""
    put = [one.y + _terms(one.x, one.y) @ heights for one in words]
    lines: list[list[int]] = []
    for number in sorted(range(len(words)), key=lambda at: float(words[at].x[0])):
        away = [abs(float(put[line[-1]][-1] - put[number][0])) for line in lines]
        if away and min(away) < _NEAR * high:
            lines[away.index(min(away))].append(number)
        else:
            lines.append([number])
    return lines


def _from_lines(lines: list[list[int]], words: Sequence[_Word], high: float) -> tuple[_Rows, float]:
    """The answer for which words of a line have one height, and how far they stand off it."""
    count = _count(words)
    terms, values, weights, spans = [], [], [], []
    for line in lines:
        x = np.concatenate([words[at].x for at in line])
        y = np.concatenate([words[at].y for at in line])
        made = _terms(x, y)
        terms.append((made - made.mean(axis=0))[:, :count])
        values.append(y.mean() - y)
        weights.append(np.ones(len(x)))
        spans.append(len(x))
    heights = _fitted(np.concatenate(terms), np.concatenate(values), np.concatenate(weights))
    off = np.concatenate(values) - np.concatenate(terms) @ heights[:count]
    return heights, float(np.sqrt(np.mean(np.minimum(np.square(off / high), 4.0))))


def _fitted(terms: _Rows, values: _Rows, weights: _Rows) -> _Rows:
    """Least squares, what stands far off counted less; terms nobody needs stay near none."""
    solved = np.zeros(terms.shape[1])
    own = weights.copy()
    for _ in range(_ROUNDS):
        left = terms * own[:, None]
        held = own.sum() * np.diag(_RIDGE[: len(solved)])
        solved = np.linalg.solve(left.T @ terms + held, left.T @ values)
        off = np.abs(values - terms @ solved)
        usual = 1.5 * float(np.median(off)) + 1e-9
        own = weights * np.minimum(1.0, usual / np.maximum(off, 1e-12))
    return np.concatenate((solved, np.zeros(5 - len(solved))))


def _lean(words: Sequence[_Word], heights: _Rows, high: float) -> tuple[float, float]:
    """How the page has to lean so that the ends of words stand below each other."""
    y = np.array([float((one.y + _terms(one.x, one.y) @ heights).mean()) for one in words])
    ends = np.array([(one.x[0], one.x[-1], one.x.mean()) for one in words])
    order = sorted(
        ((lean, fan) for lean in _LEANS for fan in _FANS), key=lambda one: abs(one[0]) + abs(one[1])
    )
    scores = [_clear(ends, y, lean, fan, high) for lean, fan in order]
    best = int(np.argmax(scores))
    if scores[best] < _CLEARER * scores[0]:
        return 0.0, 0.0
    lean, fan = order[best]
    near = [
        (lean + a, fan + b)
        for a in np.linspace(-0.025, 0.025, 11)
        for b in np.linspace(-0.05, 0.05, 11)
    ]
    found = max(near, key=lambda one: _clear(ends, y, one[0], one[1], high / 2))
    return float(found[0]), float(found[1])


def _clear(ends: _Rows, y: _Rows, lean: float, fan: float, high: float) -> float:
    """How many ends of words stand together."""
    put = ends + lean * y[:, None] + fan * ends * y[:, None]
    score = 0.0
    for side in range(ends.shape[1]):
        counted, _ = np.histogram(put[:, side], bins=np.arange(-2.0, 2.0, high / 3))
        together = np.convolve(counted, (0.5, 1.0, 0.5), "same")
        score += float(np.square(together).sum())
    return score


def _moves(words: Sequence[_Word], bend: Bend) -> float:
    """The farthest that a word moves against the others, in heights of a line."""
    x, y = np.concatenate([one.x for one in words]), np.concatenate([one.y for one in words])
    high = float(np.median([one.high for one in words]))
    up = _terms(x, y) @ bend.heights
    aside = bend.lean[0] * y + bend.lean[1] * x * y
    return float(max(np.ptp(up), np.ptp(aside) / 2)) / high


def _window(bend: Bend, high: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the page when it is level."""
    side = np.linspace(-1, 1, 21)
    x, y = np.meshgrid(side, side * high)
    level = y + _terms(x, y) @ bend.heights
    upright = x + bend.lean[0] * level + bend.lean[1] * x * level
    return (
        max(float(upright.min()), -1 - _ALLOWANCE),
        max(float(level.min()), -high - _ALLOWANCE),
        min(float(upright.max()), 1 + _ALLOWANCE),
        min(float(level.max()), high + _ALLOWANCE),
    )


def _source(x: _Rows, y: _Rows, bend: Bend) -> tuple[_Rows, _Rows]:
    """Where on the page as it came a place of the level page lies."""
    own = (x - bend.lean[0] * y) / np.maximum(0.2, 1 + bend.lean[1] * y)
    level = y.copy()
    for _ in range(8):
        level = y - _terms(own, level) @ bend.heights
    return own, level


def _even(points: _Rows, size: tuple[int, int]) -> NDArray[np.float32]:
    """A value for every pixel from those of each sixteenth one."""
    columns, rows = size
    x = np.arange(columns) / _STEP
    y = np.arange(rows) / _STEP
    left, top = (
        np.minimum(x.astype(int), points.shape[1] - 2),
        np.minimum(y.astype(int), points.shape[0] - 2),
    )
    over, under = (x - left)[None], (y - top)[:, None]
    upper = points[top][:, left] * (1 - over) + points[top][:, left + 1] * over
    lower = points[top + 1][:, left] * (1 - over) + points[top + 1][:, left + 1] * over
    return np.asarray(upper * (1 - under) + lower * under, np.float32)
