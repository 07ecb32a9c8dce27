"""Class activation maps: where the model looked, at the resolution the model has.

A 7 x 7 map is shown as what it is: smoothed between its cells by cubic interpolation, which adds
no detail, and on a scale that is the same for all films of a model, so that a film below the
threshold looks cold instead of having its least cold corner painted red.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.finding import Region
from meddx_desktop.core.inference.manifest import Label

_GRID = 64
_PART_OF_PEAK = 0.6


def heat(activation: NDArray[np.float32], label: Label) -> NDArray[np.float32]:
    """Turn a map of logits into 0..1, softly, so that the hottest places still differ.

    Parameters
    ----------
    activation
        float32 (rows, columns) whose mean is the film's logit (Zhou 2016, class activation map).
    label
        Its calibration, and the calibrated logit that counts as fully hot.
    """
    logit = label.slope * activation + label.intercept
    return np.asarray(np.tanh(np.maximum(logit, 0.0) / label.heat_scale), np.float32)


def smooth(heat_map: NDArray[np.float32], *, rows: int, columns: int) -> NDArray[np.float32]:
    """Interpolate a heat map to a picture's size, kept within 0..1."""
    large = cv2.resize(heat_map, (columns, rows), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(large, 0.0, 1.0), np.float32)


def overlay(heat_map: NDArray[np.float32], *, rows: int, columns: int) -> NDArray[np.uint8]:
    """Colour a heat map for laying over a film.

    Returns
    -------
    ndarray
        uint8 RGBA (rows, columns, 4), not premultiplied; inferno, more opaque where hotter.
    """
    large = smooth(heat_map, rows=rows, columns=columns)
    grey = np.round(large * 255.0).astype(np.uint8)
    return np.dstack((_inferno(grey), grey))


def legend(*, width: int, height: int) -> NDArray[np.uint8]:
    """The colour scale from 0 (left) to 1 (right): uint8 RGB (height, width, 3)."""
    ramp = np.linspace(0, 255, width).astype(np.uint8)[None, :]
    return np.repeat(_inferno(ramp), height, axis=0)


def region(heat_map: NDArray[np.float32], *, rows: int, columns: int) -> Region | None:
    """The box, in stored pixels, around the hottest place down to 60 % of its heat."""
    grid = smooth(heat_map, rows=_GRID, columns=_GRID)
    peak = float(grid.max())
    if peak <= 0.0:
        return None
    hot = (grid >= peak * _PART_OF_PEAK).astype(np.uint8)
    _, islands, boxes, _ = cv2.connectedComponentsWithStats(hot)
    row, column = np.unravel_index(int(grid.argmax()), grid.shape)
    x, y, width, height, _ = (int(value) for value in boxes[islands[row, column]])
    return Region(
        x=x * columns // _GRID,
        y=y * rows // _GRID,
        width=max(1, width * columns // _GRID),
        height=max(1, height * rows // _GRID),
    )


def _inferno(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    colours = cv2.applyColorMap(grey, cv2.COLORMAP_INFERNO)
    return np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGR2RGB), np.uint8)
