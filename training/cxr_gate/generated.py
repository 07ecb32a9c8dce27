"""Drawn pictures that are no films: blanks, gradients, noise, pages, patterns, drawings."""

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from training.lib.films import SIDE, Picture

Generator = np.random.Generator
WORDS = ("report", "patient", "123", "sodium", "mmol/L", "normal", "page", "total", "date", "Hb")


def _bytes(values: NDArray[np.floating[Any]]) -> Picture:
    return np.asarray(np.clip(values, 0, 255), dtype=np.uint8)


def _canvas(shade: float) -> Picture:
    return np.full((SIDE, SIDE), int(shade), dtype=np.uint8)


def blank(rng: Generator) -> Picture:
    """Draw one shade, almost without noise."""
    return _bytes(rng.integers(0, 256) + rng.normal(0, rng.uniform(0, 3), (SIDE, SIDE)))


def gradient(rng: Generator) -> Picture:
    """Draw a linear or radial gradient between two shades."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] / (SIDE - 1)
    angle, low, high = rng.uniform(0, 2 * np.pi), rng.uniform(0, 255), rng.uniform(0, 255)
    linear = (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle) + 0.5
    radial = np.hypot(x - rng.uniform(0.3, 0.7), y - rng.uniform(0.3, 0.7)) * 1.4
    return _bytes(low + (high - low) * (radial if rng.random() < 0.5 else linear))


def noise(rng: Generator) -> Picture:
    """Draw white noise, even or normal, some of it sparse."""
    if rng.random() < 0.3:
        return _bytes((rng.random((SIDE, SIDE)) < rng.uniform(0.01, 0.5)) * 255.0)
    sigma = rng.uniform(10, 90)
    return _bytes(rng.uniform(60, 200) + rng.normal(0, sigma, (SIDE, SIDE)))


def clouds(rng: Generator) -> Picture:
    """Draw smooth noise of one or several scales."""
    total = np.zeros((SIDE, SIDE))
    for sigma in rng.choice((2, 4, 8, 16, 32), size=int(rng.integers(1, 4)), replace=False):
        layer = cv2.GaussianBlur(rng.normal(0, 1, (SIDE, SIDE)), (0, 0), float(sigma))
        total += layer / layer.std()
    return _bytes(127 + total / total.std() * rng.uniform(20, 70))


def text_page(rng: Generator) -> Picture:
    """Draw lines of words, dark on light or light on dark."""
    dark = rng.random() < 0.4
    page = _canvas(rng.uniform(0, 40) if dark else rng.uniform(215, 255))
    step, scale = int(rng.integers(9, 22)), float(rng.uniform(0.25, 0.6))
    for y in range(step, SIDE, step):
        words = " ".join(rng.choice(WORDS, int(rng.integers(1, 8))))
        ink = 235 if dark else 25
        cv2.putText(page, words, (int(rng.integers(0, 40)), y), rng_font(rng), scale, ink, 1)
    return page


def rng_font(rng: Generator) -> int:
    """Choose one of the fonts that come with OpenCV."""
    fonts = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_PLAIN, cv2.FONT_HERSHEY_COMPLEX)
    return int(rng.choice(fonts))


def pattern(rng: Generator) -> Picture:
    """Draw a checkerboard, stripes or a grid."""
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    width, kind = int(rng.integers(4, 60)), rng.integers(0, 4)
    cells = {
        0: (x // width + y // width) % 2,
        1: (x // width) % 2,
        2: (y // width) % 2,
        3: (x % width < 2) | (y % width < 2),
    }[int(kind)]
    low, high = rng.uniform(0, 120), rng.uniform(130, 255)
    return _bytes(np.where(cells, high, low) + rng.normal(0, rng.uniform(0, 8), x.shape))


def drawing(rng: Generator) -> Picture:
    """Draw random lines, circles, boxes and filled shapes."""
    page = _canvas(rng.choice((0, 20, 128, 240, 255)))
    for _ in range(int(rng.integers(3, 30))):
        a, b = (tuple(int(v) for v in rng.integers(0, SIDE, 2)) for _ in range(2))
        shade, thick = int(rng.integers(0, 256)), int(rng.choice((-1, 1, 2, 4)))
        kind = rng.integers(0, 3)
        if kind == 0:
            cv2.line(page, a, b, shade, abs(thick))
        elif kind == 1:
            cv2.circle(page, a, int(rng.integers(3, 70)), shade, thick)
        else:
            cv2.rectangle(page, a, b, shade, thick)
    return page


def ellipses(rng: Generator) -> Picture:
    """Draw soft nested ellipses: body-like, but nobody's body."""
    page = _canvas(rng.choice((0, 0, 10, 200)))
    for _ in range(int(rng.integers(1, 7))):
        centre = tuple(int(v) for v in rng.integers(50, SIDE - 50, 2))
        size = tuple(int(v) for v in rng.integers(12, 100, 2))
        angle, shade = float(rng.uniform(0, 180)), int(rng.integers(0, 256))
        cv2.ellipse(page, centre, size, angle, 0, 360, shade, -1)
    soft = cv2.GaussianBlur(page, (0, 0), float(rng.uniform(0.5, 8)))
    return _bytes(soft + rng.normal(0, rng.uniform(0, 10), soft.shape))


GENERATED: dict[str, Callable[[Generator], Picture]] = {
    "blank": blank,
    "gradient": gradient,
    "noise": noise,
    "clouds": clouds,
    "text_page": text_page,
    "pattern": pattern,
    "drawing": drawing,
    "ellipses": ellipses,
}
