"""Wear that a film may have suffered: compression, blur, noise, contrast, turning, half size.

Figures under each say how a network bears it; none of these pictures is trained on as such.
"""

from collections.abc import Callable

import cv2
import numpy as np

from training.lib.films import Picture

Wear = Callable[[Picture, np.random.Generator], Picture]


def _jpeg(picture: Picture, _: np.random.Generator) -> Picture:
    _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 50])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _blur(picture: Picture, _: np.random.Generator) -> Picture:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.2), dtype=np.uint8)


def _noise(picture: Picture, rng: np.random.Generator) -> Picture:
    return np.clip(picture + rng.normal(0, 8, picture.shape), 0, 255).astype(np.uint8)


def _flat(picture: Picture, _: np.random.Generator) -> Picture:
    return np.clip((picture - 127.5) * 0.7 + 127.5, 0, 255).astype(np.uint8)


def _dark(picture: Picture, _: np.random.Generator) -> Picture:
    return np.asarray(255 * (picture / 255.0) ** 1.4, dtype=np.uint8)


def _turned(picture: Picture, _: np.random.Generator) -> Picture:
    rows, columns = picture.shape
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), 5.0, 1.0)
    return np.asarray(cv2.warpAffine(picture, matrix, (columns, rows)), dtype=np.uint8)


def _half(picture: Picture, _: np.random.Generator) -> Picture:
    rows, columns = picture.shape
    small = cv2.resize(picture, (columns // 2, rows // 2), interpolation=cv2.INTER_AREA)
    return np.asarray(
        cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR), dtype=np.uint8
    )


WEARS: dict[str, Wear] = {
    "JPEG quality 50": _jpeg,
    "blur (sigma 1.2 px)": _blur,
    "noise (sigma 8 grey levels)": _noise,
    "contrast 70 %": _flat,
    "darker (gamma 1.4)": _dark,
    "turned by 5 degrees": _turned,
    "half size and back": _half,
}
