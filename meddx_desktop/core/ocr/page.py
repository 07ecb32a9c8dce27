"""A page of paper read: laid straight, its words found and read sign by sign."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.ocr.exponents import with_exponent
from meddx_desktop.core.ocr.hand import is_by_hand
from meddx_desktop.core.ocr.level import bend_of, leveled
from meddx_desktop.core.ocr.places import Place, places
from meddx_desktop.core.ocr.sheet import corners_of, is_square, laid_flat, size_of
from meddx_desktop.core.ocr.signs import Signs, read_again, read_signs
from meddx_desktop.core.ocr.straighten import straightened

LONGEST = 3000
"""Longer side that a page is kept and read in; A4 at 250 dpi."""
_LOOK = 1920
"""Longer side that lines are looked for in."""
_GLANCE = 960
"""Longer side that writing beside the sheet is looked for in."""
_TALL = 1.5
_LEVELINGS = 2
"""The second finds what the first brought near enough to be seen."""
_SAMPLE = 6
WIDE_GAP = 0.95
"""Distance of two neighbours' middles in heights of the box; Chinese signs stand 0.65 apart."""
_WIDEST_GAP = 1.6
_PITCHES = 1.5
"""A gap is so many times wider than a word's others: seen from the side all of them are wide."""
_FEWEST_SIGNS = 4
_UPSIDE_DOWN = 0.1
"""By how much a line must read better upside down."""


@dataclass(frozen=True, slots=True)
class Word:
    """Writing that stands together, in pixels of the page, ends not included.

    Attributes
    ----------
    signs : Signs
    second : str
        What a second look reads; equal to the text where both agree, and where none was taken.
    by_hand : bool
        Whether it is a number that looks written by hand.
    """

    left: int
    top: int
    right: int
    bottom: int
    signs: Signs
    second: str
    by_hand: bool = False

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A straight page and its words.

    Attributes
    ----------
    picture : NDArray[np.uint8]
        (rows, columns, 3), RGB; boxes are in its pixels.
    words : tuple[Word, ...]
        From top to bottom.
    is_uneven : bool
        Whether its lines could not be made level: words may stand on the wrong one.
    """

    picture: NDArray[np.uint8]
    words: tuple[Word, ...]
    is_uneven: bool = False


def read_page(picture: NDArray[np.uint8], context: JobContext | None = None) -> Page:
    """Read the writing of one page.

    Parameters
    ----------
    picture
        (rows, columns) or (rows, columns, 3) uint8; its shades as they are seen.
    context
        For progress and cancel; asked after every word.

    Raises
    ------
    ModelRejected
        ``model_damaged``.
    BadOutput
        ``model_bad_output``.
    JobCancelled
    """
    job = context or JobContext()
    page = straightened(_flat(picture))
    found = places(page, _LOOK)
    page, found = _turned(page, found)
    page, found, is_uneven = _level(page, found)
    words = []
    for number, place in enumerate(sorted(found)):
        job.progress(number, len(found))
        word = _word(page, place)
        if word.signs.text:
            words.append(word)
    return Page(page, tuple(words), is_uneven)


def _flat(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The sheet of a photograph as a scanner sees it; else the picture, as large as it is read."""
    rgb = picture if picture.ndim == 3 else np.repeat(picture[:, :, None], 3, axis=2)
    corners = corners_of(rgb)
    if corners is None or is_square(corners, rgb.shape[:2]):
        return _sized(rgb, max(rgb.shape[:2]))
    # As large as the sheet alone is read: the table around it needs no pixels.
    sized = _sized(rgb, max(size_of(corners)))
    beside = places(sized, _GLANCE)
    writing = [
        (x, y) for one in beside for x in (one.left, one.right) for y in (one.top, one.bottom)
    ]
    by = np.array((sized.shape[1] / rgb.shape[1], sized.shape[0] / rgb.shape[0]))
    made = laid_flat(sized, corners * by, np.array(writing, np.float64).reshape(-1, 2))
    made = sized if made is None else made
    return _sized(made, max(made.shape[:2]))


def _level(
    page: NDArray[np.uint8], found: list[Place]
) -> tuple[NDArray[np.uint8], list[Place], bool]:
    """Lines that still rise or bend made level, and whether some could not be."""
    for _ in range(_LEVELINGS):
        bend = bend_of(found, page.shape[:2])
        made = leveled(page, bend, found)
        if made is page:
            return page, found, bend.is_uneven
        page, found = made, places(made, _LOOK)
    return page, found, bend_of(found, page.shape[:2]).is_uneven


def _sized(rgb: NDArray[np.uint8], longest: float) -> NDArray[np.uint8]:
    scale = min(1.0, LONGEST / longest)
    if scale < 1:
        rgb = np.asarray(
            cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )
    return np.ascontiguousarray(rgb)


def _turned(page: NDArray[np.uint8], found: list[Place]) -> tuple[NDArray[np.uint8], list[Place]]:
    """A page that lies on its side or stands on its head is set upright, and looked at again."""
    tall = [one for one in found if one.height > _TALL * one.width]
    if len(tall) * 2 > len(found) > 0:
        page = straightened(np.ascontiguousarray(np.rot90(page)))
        found = places(page, _LOOK)
    if _reads_better_turned(page, found):
        page = np.ascontiguousarray(page[::-1, ::-1])
        found = places(page, _LOOK)
    return page, found


def _reads_better_turned(page: NDArray[np.uint8], found: list[Place]) -> bool:
    sample = sorted(found, key=lambda one: one.width, reverse=True)[:_SAMPLE]
    cuts = [page[one.top : one.bottom, one.left : one.right] for one in sample]
    upright = sum(read_signs(cut).mean for cut in cuts)
    turned = sum(read_signs(np.ascontiguousarray(cut[::-1, ::-1])).mean for cut in cuts)
    return turned > upright + _UPSIDE_DOWN * len(cuts)


def _word(page: NDArray[np.uint8], place: Place) -> Word:
    cut = page[place.top : place.bottom, place.left : place.right]
    signs = read_signs(cut)
    has_digit = any(sign.isdigit() for sign in signs.text)
    second = read_again(cut).text if has_digit else signs.text
    close = with_exponent(cut, signs)
    spaced = _spaced(close, wide_gap(close.places, place.height / place.width))
    if second == close.text:
        second = spaced.text
    by_hand = has_digit and is_by_hand(cut, signs)
    return Word(place.left, place.top, place.right, place.bottom, spaced, second, by_hand)


def wide_gap(places: Sequence[float], height: float) -> float:
    """From which distance on two signs are two words, as a share of the line's width.

    Parameters
    ----------
    places
        Middles of the signs, as shares of the line's width.
    height
        Of the line, as a share of its width.
    """
    if len(places) < _FEWEST_SIGNS:
        return WIDE_GAP * height
    usual = float(np.median(np.diff(places)))
    return min(max(WIDE_GAP * height, _PITCHES * usual), _WIDEST_GAP * height)


def _spaced(signs: Signs, wide: float) -> Signs:
    """With a space where the paper leaves room for one: the network drops most of them.

    Parameters
    ----------
    signs
        As read.
    wide
        From which distance between two signs, as a share of the line's width.
    """
    text, shares, places = signs.text[:1], [*signs.shares[:1]], [*signs.places[:1]]
    for sign, share, at in zip(signs.text[1:], signs.shares[1:], signs.places[1:], strict=True):
        if at - places[-1] > wide and " " not in (sign, text[-1]):
            text += " "
            shares.append(1.0)
            places.append((at + places[-1]) / 2)
        text += sign
        shares.append(share)
        places.append(at)
    return Signs(text, tuple(shares), tuple(places))
