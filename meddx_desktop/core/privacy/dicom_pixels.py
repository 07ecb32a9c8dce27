"""Writing in the pixels: which of it is covered, which stays, and how a frame looks afterwards.

Knows arrays and boxes, neither who finds the writing nor how pixels are stored in a file.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

SURE = 0.6
"""Score from which writing counts as read."""
_CLEAR, _FEW = 0.9, 4
_GROWN = 0.2
"""Share of its height by which a box is covered beyond its edges, for what stands at its rim."""
_LEAST_GROWN = 3
_ALONG = 1.0
"""Share of its height by which a line of words is covered beyond its ends: in faint writing the
first word may be missed where the others were found."""
_WORDS, _LONG = 4, 2
"""Signs from which writing is words and no marker; and how much longer than high a line is."""
_SIDES = frozenset({"L", "R", "左", "右"})
_VIEW_WORDS = """
PA AP LAT LL RL LATERAL LAO RAO LPO RPO ERECT UPRIGHT STANDING SUPINE PRONE SEMIERECT SITTING
PORTABLE MOBILE DECUB LLD RLD INSP EXP 正位 侧位 后前位 前后位 立位 卧位 左侧位 右侧位
"""
_VIEWS = frozenset(_VIEW_WORDS.split())
_PUNCTUATION = re.compile(r"[\s.()\[\]/_:：-]+")


class Markers(StrEnum):
    """Which writing stays: side markers always do."""

    SIDES = "sides"
    """L, R, 左, 右 standing alone."""
    VIEWS = "views"
    """Also how the film was taken: PA, AP, LAT, ERECT, SUPINE ..."""


class Writing(Protocol):
    """What finds writing gives: a box in pixels, ends not included, with what it says."""

    @property
    def left(self) -> int: ...  # noqa: D102

    @property
    def top(self) -> int: ...  # noqa: D102

    @property
    def right(self) -> int: ...  # noqa: D102

    @property
    def bottom(self) -> int: ...  # noqa: D102

    @property
    def text(self) -> str: ...  # noqa: D102

    @property
    def score(self) -> float: ...  # noqa: D102


FindText = Callable[[NDArray[np.uint8]], Sequence[Writing]]


@dataclass(frozen=True, slots=True)
class Region:
    """A box with writing, or one that a person drew, in stored pixels, ends not included.

    Attributes
    ----------
    text : str
        What it says; the patient's name perhaps: never logged, never written.
    frame : int
        From 0; -1 for all frames.
    covered : bool
        Whether it will be blacked out.
    drawn : bool
        By a person: covered whatever lies there, a side marker too.
    """

    left: int
    top: int
    right: int
    bottom: int
    text: str = ""
    score: float = 0.0
    frame: int = -1
    covered: bool = True
    drawn: bool = False

    def turned(self) -> "Region":
        """The other way round: covered instead of kept, kept instead of covered."""
        return replace(self, covered=not self.covered)

    def box(self, shape: tuple[int, ...]) -> tuple[slice, slice]:
        """Rows and columns to be covered: the box and a little beyond, more at its ends."""
        high, wide = self.bottom - self.top, self.right - self.left
        by = max(_LEAST_GROWN, round(_GROWN * high))
        along = max(by, round(_ALONG * min(high, wide))) if len(self.text) >= _WORDS else by
        down = along if high >= _LONG * wide else by
        across = along if wide >= _LONG * high else by
        rows = slice(max(0, self.top - down), min(shape[0], self.bottom + down))
        return rows, slice(max(0, self.left - across), min(shape[1], self.right + across))


def is_marker(text: str, markers: Markers) -> bool:
    """Whether writing is nothing but a side marker, or with `VIEWS` a word of how it was taken.

    One side alone: "L R" or "LL" are no marker that the program could vouch for.
    """
    if text.strip().upper() in _SIDES:
        return True
    words = [one for one in _PUNCTUATION.split(text.upper()) if one]
    if markers is Markers.SIDES or not words:
        return False
    return all(one in _VIEWS or one in _SIDES for one in words)


def may_hide_side(region: Region) -> bool:
    """Whether a side marker may be lost under what is covered.

    "R KM", a single letter that is not surely a side, a small square of a few unclear signs: that
    is what turned markers with initials look like.
    """
    if not region.covered or region.drawn:
        return False
    words = [one for one in _PUNCTUATION.split(region.text.upper()) if one]
    if any(one in _SIDES for one in words) or len(region.text) == 1:
        return True
    short, long = sorted((region.right - region.left, region.bottom - region.top))
    return region.score < _CLEAR and len(region.text) <= _FEW and long < 2 * short


def regions(
    found: Sequence[Sequence[Writing]], markers: Markers = Markers.SIDES
) -> tuple[Region, ...]:
    """What to do with the writing of all frames.

    Parameters
    ----------
    found
        Per frame. What is read in one frame is covered in all: a clock or a name that fades stays
        legible in the frames where it was missed. Unclear spots are covered where they are.
    """
    out: dict[tuple[int, int, int, int, int], Region] = {}
    alone = len(found) == 1
    for number, writings in enumerate(found):
        for one in writings:
            stays = one.score >= SURE and is_marker(one.text, markers)
            spread = alone or (one.score >= SURE and not stays)
            region = Region(
                one.left,
                one.top,
                one.right,
                one.bottom,
                one.text,
                one.score,
                frame=-1 if spread else number,
                covered=not stays,
            )
            out.setdefault(
                (region.left, region.top, region.right, region.bottom, region.frame), region
            )
    return tuple(out.values())


def cover(
    frame: NDArray[Any], number: int, found: Sequence[Region], *, black: float | int
) -> NDArray[Any]:
    """The frame with every covered box filled; what stays is put back over it.

    Parameters
    ----------
    frame
        (rows, columns) or (rows, columns, 3) stored values.
    black
        The stored value that is shown black.

    Returns
    -------
    ndarray
        The frame itself where nothing is covered, else a copy.
    """
    here = [one for one in found if one.frame in (-1, number)]
    if not any(one.covered for one in here):
        return frame
    out = frame.copy()
    for one in here:
        if one.covered and not one.drawn:
            out[one.box(frame.shape)] = black
    for one in here:
        if not one.covered:
            inside = (slice(one.top, one.bottom), slice(one.left, one.right))
            out[inside] = frame[inside]
    for one in here:
        if one.covered and one.drawn:
            out[one.top : one.bottom, one.left : one.right] = black
    return out


def changed_frames(found: Sequence[Region], frames: int) -> tuple[int, ...]:
    """Frames in which something is covered, from 0."""
    here = {one.frame for one in found if one.covered}
    return tuple(range(frames)) if -1 in here else tuple(sorted(here))


def beside(before: NDArray[np.uint8], after: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Before and after side by side with a bright line between, for a person to compare."""
    line = np.full((before.shape[0], 4, *before.shape[2:]), 255, np.uint8)
    return np.concatenate([before, line, after], axis=1)
