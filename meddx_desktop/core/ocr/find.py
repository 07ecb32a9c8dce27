"""Text in one picture: where it stands, what it says, how sure that is."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.ocr.places import Place, places
from meddx_desktop.core.ocr.reading import read_line, read_side

LONGEST = 4480
"""Longer side of the closest look: small writing on the largest detectors."""
TILE = 480
"""Side of the squares that a look is made in: much larger, and a short line is lost in them."""
FAINT = 960
"""Longer side of the look for faint writing."""
_FAINT_SURE = 0.7
"""Mean share from which a place counts there: ribs come out as well."""
_AROUND = 0.043
"""Share of the longer side over which the light is taken for even."""
_RISE = 60
_LARGE = 0.2
"""Share of the film's shorter side from which a box is large in both directions ..."""
_LARGE_SQUARE = 0.1
"""... and one that is about as high as wide, as no line of writing is."""
_SQUARE = 2.0
_READ = 0.6
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class TextBox:
    """A line of text, upright rectangle in pixels, ends not included.

    Attributes
    ----------
    text : str
        What it says; empty where there is writing that could not be read.
    score : float
        Mean share of the signs, 0 to 1.
    """

    left: int
    top: int
    right: int
    bottom: int
    text: str
    score: float


def find_text(picture: NDArray[np.uint8]) -> tuple[TextBox, ...]:
    """Find and read all text of a picture, from top to bottom.

    Parameters
    ----------
    picture
        (rows, columns) or (rows, columns, 3) uint8.

    Raises
    ------
    ModelRejected
        ``model_damaged``: a network was changed or is missing.
    BadOutput
        ``model_bad_output``.
    """
    rgb = picture if picture.ndim == 3 else np.repeat(picture[:, :, None], 3, axis=2)
    shorter, found = min(picture.shape[:2]), list[Place]()
    for longest in _looks(max(picture.shape[:2])):
        seen = places(rgb, longest, tile=TILE)
        # Before it is joined with anything: a picture must not take writing within it along.
        found += [one for one in seen if not _is_picture(rgb, one, shorter)]
    faint = [one for one in places(_levelled(rgb), FAINT, tile=TILE) if one.share >= _FAINT_SURE]
    found += [one for one in faint if not _is_picture(rgb, one, shorter)]
    return tuple(_read(rgb, one) for one in sorted(_joined(found)))


def _levelled(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture without its slow changes of light: writing a little brighter than the body."""
    grey = rgb.mean(axis=2, dtype=np.float32)
    around = max(3, round(max(grey.shape) * _AROUND))
    rise = grey - cv2.blur(grey, (around, around))
    most = max(1.0, float(np.percentile(np.abs(rise[::3, ::3]), 99)))
    level = np.clip(128 + rise * (_RISE / most), 0, 255).astype(np.uint8)
    return np.repeat(level[:, :, None], 3, axis=2)


def _looks(longer: int) -> list[int]:
    """Longer sides of all looks: from as large as it is, by halves, until one square holds it.

    Letters too high for one look are right for the next.
    """
    looks = [min(longer, LONGEST)]
    while looks[-1] > TILE:
        looks.append(-(-looks[-1] // 2))
    return looks


def _read(picture: NDArray[np.uint8], place: Place) -> TextBox:
    cut = picture[place.top : place.bottom, place.left : place.right]
    text, score = read_line(cut)
    if len(text) < _SEVERAL and max(cut.shape[:2]) < 3 * min(cut.shape[:2]):
        side = read_side(cut)
        text, score = side if side[0] else (text, score)
    return TextBox(place.left, place.top, place.right, place.bottom, text, score)


def _is_picture(picture: NDArray[np.uint8], place: Place, shorter: int) -> bool:
    """Whether what fills the film is its subject: a head in a ring is no O.

    Writing of that size would be read without doubt.
    """
    upright, long = sorted((place.height, place.width))
    short = min(upright, place.across or upright)  # a line aslant has a square around it
    if short <= (_LARGE_SQUARE if long < _SQUARE * short else _LARGE) * shorter:
        return False
    box = _read(picture, place)
    return box.score < _READ or len(box.text) < _SEVERAL


def _joined(found: list[Place]) -> list[Place]:
    """Both looks' boxes; of two that mean the same line, one that holds both."""
    out: list[Place] = []
    for one in sorted(found, key=lambda place: place.height * place.width, reverse=True):
        twin = next((place for place in out if _overlap(one, place) > 0.5), None)
        if twin is None:
            out.append(one)
            continue
        out.remove(twin)
        out.append(
            Place(
                min(one.top, twin.top),
                min(one.left, twin.left),
                max(one.bottom, twin.bottom),
                max(one.right, twin.right),
                max(one.share, twin.share),
            )
        )
    return out


def _overlap(one: Place, other: Place) -> float:
    """Share of the smaller that lies in the other."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / min(one.height * one.width, other.height * other.width)
