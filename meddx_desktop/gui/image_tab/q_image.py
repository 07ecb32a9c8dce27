"""Arrays as pictures of Qt."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

_FORMATS = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBA8888,
}


def image_of(levels: NDArray[np.uint8]) -> QImage:
    """A picture that looks into `levels` without copying them; keep the array as long.

    Parameters
    ----------
    levels
        C-contiguous uint8 (rows, columns) grey, or (rows, columns, 3 or 4) RGB or RGBA.
    """
    rows, columns = levels.shape[:2]
    kind = _FORMATS[levels.shape[2] if levels.ndim == 3 else 1]
    return QImage(levels.data, columns, rows, levels.strides[0], kind)
