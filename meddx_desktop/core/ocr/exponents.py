"""Exponents of units looked at alone: the line's network takes the small 9 of 10⁹/L for a ring.

Only what two close looks agree on is taken, and what the line said stays beside it, so that the
word counts as read in two ways and a person looks at it.
"""

import re

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.signs import Signs, read_signs

_UNIT = re.compile(r"10([^^/\s.][^/\s.]{0,2})/")
_USUAL = ("3", "6", "9", "12")
_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SURE = 0.8
_BANDS = ((0.05, 0.62), (0.1, 0.55), (0.0, 0.68))
"""Shares of the line's height in which an exponent stands, for each look."""
_AGREEING = 2
_ROOM = 12
_LARGER = 3


def with_exponent(line: NDArray[np.uint8], signs: Signs) -> Signs:
    """What a line says, its exponent read from close by; as it was where that is not sure.

    Parameters
    ----------
    line
        (rows, columns, 3) uint8, as it was read.
    signs
        What was read.
    """
    found = _UNIT.search(signs.text)
    if found is None:
        return signs
    start, end = found.span(1)
    left = (signs.places[start - 1] + signs.places[start]) / 2
    right = (signs.places[end - 1] + signs.places[end]) / 2
    looks = [_look(line, left, right, band) for band in _BANDS]
    agreed = _agreed(looks)
    if agreed is None:
        return signs
    exponent, least = agreed
    step = (right - left) / len(exponent)
    places = tuple(left + step * (at + 0.5) for at in range(len(exponent)))
    return Signs(
        signs.text[:start] + exponent.translate(_SMALL) + signs.text[end:],
        (*signs.shares[:start], *(least for _ in exponent), *signs.shares[end:]),
        (*signs.places[:start], *places, *signs.places[end:]),
    )


def _agreed(looks: list[Signs]) -> tuple[str, float] | None:
    """The exponent that two looks are sure of, and how sure; None where one is sure of another."""
    usual = [look for look in looks if look.text in _USUAL and min(look.shares) > _SURE]
    if len(usual) < _AGREEING or len({look.text for look in usual}) != 1:
        return None
    return usual[0].text, min(min(look.shares) for look in usual)


def _look(line: NDArray[np.uint8], left: float, right: float, band: tuple[float, float]) -> Signs:
    rows, columns = line.shape[:2]
    top, bottom = int(band[0] * rows), max(int(band[1] * rows), int(band[0] * rows) + 1)
    first = max(0, int(left * columns) - 2)
    cut = line[top:bottom, first : max(first + 1, int(right * columns) + 3)]
    ground = np.percentile(cut, 95, axis=(0, 1)).astype(np.uint8)
    around = np.empty((cut.shape[0] + 8, cut.shape[1] + 2 * _ROOM, 3), np.uint8)
    around[:] = ground
    around[4:-4, _ROOM:-_ROOM] = cut
    larger = cv2.resize(around, None, fx=_LARGER, fy=_LARGER, interpolation=cv2.INTER_CUBIC)
    return read_signs(np.asarray(larger, np.uint8))
