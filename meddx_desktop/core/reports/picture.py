"""The film for paper: upright as it was screened, whole, with the heat map laid over it or not.

Nothing is cropped or mirrored, so that side markers stay where they are (SAFETY 4).
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.report import FilmPicture
from meddx_desktop.core.imaging import correct, heatmap, pixels
from meddx_desktop.core.imaging.pixels import Frame

LONGEST = 1000
"""Pixels of the longer side: about 280 dots an inch at half the width of A4."""
_STRENGTH = 0.45


def film_picture(
    frame: Frame,
    *,
    number: int = 1,
    heat: NDArray[np.float32] | None = None,
    finding: str = "",
    correction: Correction | None = None,
) -> FilmPicture:
    """Make a PNG file of a frame.

    Parameters
    ----------
    frame
        As it is to be seen, already turned.
    number
        Of the frame, from 1.
    heat
        Map of the finding in the geometry of the stored film, 0 to 1.
    correction
        What was done to the film, so that the map is turned with it.
    """
    picture = rgb(frame, heat=heat, correction=correction)
    _, content = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    shown = finding if heat is not None else ""
    return FilmPicture(content.tobytes(), picture.shape[1], picture.shape[0], shown, number)


def rgb(
    frame: Frame,
    *,
    heat: NDArray[np.float32] | None = None,
    correction: Correction | None = None,
) -> NDArray[np.uint8]:
    """The same as pixels: uint8 RGB (rows, columns, 3), the longer side at most `LONGEST`."""
    grey = pixels.to_display8(frame)
    scale = min(1.0, LONGEST / max(grey.shape))
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    base = np.asarray(cv2.cvtColor(small, cv2.COLOR_GRAY2RGB), np.uint8)
    if heat is None:
        return base
    seen = correct.seen_map(heat, correction)
    colour = heatmap.overlay(seen, rows=size[1], columns=size[0])
    weight = colour[..., 3:].astype(np.float32) / 255.0 * _STRENGTH
    mixed = base * (1.0 - weight) + colour[..., :3] * weight
    return np.asarray(np.round(mixed), np.uint8)
