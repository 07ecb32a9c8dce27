"""From a display picture to the tensor a manifest asks for."""

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.inference.manifest import Preprocessing

_INTERPOLATION = {
    "area": cv2.INTER_AREA,
    "linear": cv2.INTER_LINEAR,
    "cubic": cv2.INTER_CUBIC,
}


def prepare(picture: NDArray[np.uint8], steps: Preprocessing) -> NDArray[np.float32]:
    """Resize and normalise one grey picture.

    Parameters
    ----------
    picture
        Display picture, uint8 (rows, columns), bright is dense (MONOCHROME2).
    steps
        What the manifest asks for.

    Returns
    -------
    ndarray
        float32 (1, 3, height, width).
    """
    small = _resize(picture, steps).astype(np.float32)
    mean = np.asarray(steps.mean, np.float32)[:, None, None]
    std = np.asarray(steps.std, np.float32)[:, None, None]
    return ((small[None] - mean) / std)[None]


def _resize(picture: NDArray[np.uint8], steps: Preprocessing) -> NDArray[np.uint8]:
    how = _INTERPOLATION[steps.interpolation]
    size = (steps.width, steps.height)
    if steps.resize == "squash":
        return np.asarray(cv2.resize(picture, size, interpolation=how), np.uint8)
    rows, columns = picture.shape
    scale = min(steps.width / columns, steps.height / rows)
    inner = (max(1, round(columns * scale)), max(1, round(rows * scale)))
    small = cv2.resize(picture, inner, interpolation=how)
    framed = np.zeros((steps.height, steps.width), np.uint8)
    top, left = (steps.height - inner[1]) // 2, (steps.width - inner[0]) // 2
    framed[top : top + inner[1], left : left + inner[0]] = small
    return framed
