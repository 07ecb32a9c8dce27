"""What a line of text says: the recognition network and its signs (CTC, best path)."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.network import READ, network

_HEIGHT = 48
_WIDEST = 2048
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
