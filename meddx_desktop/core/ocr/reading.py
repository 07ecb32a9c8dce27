"""What a line of text says: the recognition network and its signs (CTC, best path)."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.network import READ, network

_HEIGHT = 48
_WIDEST = 2048
_SIDES = ("L", "R")
_SURE = 0.9
_TALL = 1.5
"""A line this much taller than wide was written sideways."""


def read_line(line: NDArray[np.uint8]) -> tuple[str, float]:
    """Read one line.

    Parameters
    ----------
    line
        (rows, columns, 3) uint8, cut out of the picture; sideways lines are turned both ways.

    Returns
    -------
    tuple
        The text, and the mean share of its signs from 0 to 1; nothing read is ``("", 0.0)``.
    """
    rows, columns = line.shape[:2]
    if rows <= columns * _TALL:
        return _read(line)
    turned = [_read(np.ascontiguousarray(np.rot90(line, quarter))) for quarter in (1, 3)]
    return max([_read(line), *turned], key=lambda one: one[1])


def read_side(sign: NDArray[np.uint8]) -> tuple[str, float]:
    """Read a single sign as the side marker it may be, lying on any side or seen from behind.

    Films are turned and flipped, their markers with them; laid flat, an L is no letter at all.

    Returns
    -------
    tuple
        ``L`` or ``R`` and its share where that is sure in one of the eight ways, else nothing
        and 0.
    """
    ways = [np.rot90(side, quarter) for side in (sign, sign[:, ::-1]) for quarter in range(4)]
    read = [_read(np.ascontiguousarray(one)) for one in ways]
    sides = [one for one in read if one[0] in _SIDES and one[1] >= _SURE]
    return max(sides, key=lambda one: one[1], default=("", 0.0))


def _read(line: NDArray[np.uint8]) -> tuple[str, float]:
    rows, columns = line.shape[:2]
    width = min(_WIDEST, max(1, math.ceil(_HEIGHT * columns / rows)))
    scaled = cv2.resize(line, (width, _HEIGHT), interpolation=cv2.INTER_LINEAR)
    # Lines shorter than the network learnt on are filled up on the right, as there.
    filled = np.zeros((1, 3, _HEIGHT, max(width, 320)), np.float32)
    filled[0, :, :, :width] = (np.asarray(scaled, np.float32) / 127.5 - 1).transpose(2, 0, 1)
    reader = network(READ)
    shares = reader.run(filled)[0]
    return _decode(shares.argmax(axis=1), shares.max(axis=1), reader.signs())


def _decode(
    best: NDArray[np.int64], shares: NDArray[np.float32], signs: tuple[str, ...]
) -> tuple[str, float]:
    """Best path: repeated signs count once, the blank between them not at all."""
    kept = best != 0
    kept[1:] &= best[1:] != best[:-1]
    if not kept.any():
        return "", 0.0
    text = "".join(signs[one] for one in best[kept] if one < len(signs))
    return text.strip(), float(shares[kept].mean())
