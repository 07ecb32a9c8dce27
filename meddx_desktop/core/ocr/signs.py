"""One line of writing read sign by sign: what each is, how sure that is, and where it stands.

Writing on films is covered whatever it says; writing on paper is a result, and one doubtful digit
of it must not hide behind the mean of the line.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.network import READ, network

_HEIGHT = 48
_NARROWEST, _WIDEST = 320, 3200
_SECOND = 0.9
"""The second look takes the line so much higher: another raster, another answer where in doubt."""


@dataclass(frozen=True, slots=True)
class Signs:
    """A line read.

    Attributes
    ----------
    text : str
    shares : tuple[float, ...]
        Of each sign, 0 to 1.
    places : tuple[float, ...]
        Middle of each sign, as a share of the line's width.
    """

    text: str
    shares: tuple[float, ...] = ()
    places: tuple[float, ...] = ()

    @property
    def mean(self) -> float:
        """Mean share; 0 where nothing was read."""
        return sum(self.shares) / len(self.shares) if self.shares else 0.0


def read_signs(line: NDArray[np.uint8]) -> Signs:
    """Read one upright line.

    Parameters
    ----------
    line
        (rows, columns, 3) uint8.

    Raises
    ------
    ModelRejected, BadOutput
        As `network`.
    """
    rows, columns = line.shape[:2]
    width = min(_WIDEST, max(1, math.ceil(_HEIGHT * columns / rows)))
    scaled = cv2.resize(line, (width, _HEIGHT), interpolation=cv2.INTER_LINEAR)
    filled = np.zeros((1, 3, _HEIGHT, max(width, _NARROWEST)), np.float32)
    filled[0, :, :, :width] = (np.asarray(scaled, np.float32) / 127.5 - 1).transpose(2, 0, 1)
    reader = network(READ)
    shares = reader.run(filled)[0]
    step = filled.shape[3] / len(shares)
    return _decoded(shares, reader.signs(), step / width)


def read_again(line: NDArray[np.uint8]) -> Signs:
    """Read the same line once more on another raster: what is clear says the same again."""
    rows = line.shape[0]
    cut = max(1, round(rows * (1 - _SECOND) / 2))
    inner = line[cut:-cut] if rows > 4 * cut else line
    return read_signs(np.ascontiguousarray(inner))


def _decoded(shares: NDArray[np.float32], signs: tuple[str, ...], step: float) -> Signs:
    """Best path: repeated signs count once, the blank between them not at all."""
    best = shares.argmax(axis=1)
    text: list[str] = []
    sure: list[float] = []
    places: list[float] = []
    at = 0
    while at < len(best):
        end = at + 1
        while end < len(best) and best[end] == best[at]:
            end += 1
        if 0 < best[at] < len(signs):
            text.append(signs[best[at]])
            sure.append(float(shares[at:end, best[at]].max()))
            places.append(min(1.0, (at + end) / 2 * step))
        at = end
    return _trimmed(text, sure, places)


def _trimmed(text: list[str], sure: list[float], places: list[float]) -> Signs:
    """Without the spaces at both ends; each sign is one character."""
    kept = [at for at, sign in enumerate(text) if sign.strip()]
    if not kept:
        return Signs("")
    inner = slice(kept[0], kept[-1] + 1)
    return Signs("".join(text[inner]), tuple(sure[inner]), tuple(places[inner]))
