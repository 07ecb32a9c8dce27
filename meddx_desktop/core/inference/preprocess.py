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


def shrink(picture: NDArray[np.uint8], steps: Preprocessing) -> NDArray[np.uint8]:
    """Bring one grey picture to the size a manifest asks for.

    Parameters
    ----------
    picture
        Display picture, uint8 (rows, columns), bright is dense (MONOCHROME2).

    Returns
    -------
    ndarray
        uint8 (height, width); equal for all manifests of equal `Preprocessing.geometry`.
    """
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


def normalise(small: NDArray[np.uint8], steps: Preprocessing) -> NDArray[np.float32]:
    """Turn a picture of the right size into the tensor.

    Returns
    -------
    ndarray
        float32 (1, 3, height, width): ``(pixel - mean) / std`` for each channel.
    """
    mean = np.asarray(steps.mean, np.float32)[:, None, None]
    std = np.asarray(steps.std, np.float32)[:, None, None]
    return ((small.astype(np.float32)[None] - mean) / std)[None]


def prepare(picture: NDArray[np.uint8], steps: Preprocessing) -> NDArray[np.float32]:
    """`shrink` and `normalise` in one step, float32 (1, 3, height, width)."""
    return normalise(shrink(picture, steps), steps)
