"""What a film is photographed on: the plane in which it lies, lit, and what of it is solid."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.lib.films import Picture

Generator = np.random.Generator
Plane = NDArray[np.float32]

HIGH = 280
"""Pixels of the film's height in its plane."""
AROUND = 210
"""Pixels of the plane around the film."""
WORDS = ("Name:", "ID 20114", "W 255 L 127", "Zoom 100%", "CHEST", "2019-04-11", "Im: 1/1", "File")


@dataclass(frozen=True)
class Scene:
    """A plane with a film in it."""

    light: Plane
    """float32 (rows, columns), 0 dark to 1 white."""
    cover: Plane
    """float32 (rows, columns), 0 where one sees past it, 1 where it is solid."""
    corners: NDArray[np.float32]
    """Where the film's corners lie in the plane (4, 2), clockwise from the upper left."""
    room: tuple[float, float]
    """How bright the room behind may be."""
    spots: float
    """How many reflections to expect."""
    beats: float
    """How likely lines of the screen beat with the camera's."""
    held: float
    """How likely fingers hold it."""


@dataclass(frozen=True)
class _Laid:
    """A film in the middle of an empty plane."""

    light: Plane
    cover: Plane
    box: tuple[int, int, int, int]
    """Left, top, right, bottom of the film."""

    def frame(self, margins: tuple[int, int, int, int]) -> tuple[slice, slice]:
        """Return the rows and columns of a frame so much wider than the film."""
        left, top, right, bottom = self.box
        rows = slice(max(top - margins[1], 0), bottom + margins[3])
        return rows, slice(max(left - margins[0], 0), right + margins[2])


def _lay(film: Picture, rng: Generator) -> _Laid:
    wide = round(HIGH * film.shape[1] / film.shape[0])
    large = cv2.resize(film, (wide, HIGH), interpolation=cv2.INTER_CUBIC).astype(np.float32) / 255
    rows, columns = HIGH + 2 * AROUND, wide + 2 * AROUND
    light, cover = np.zeros((rows, columns), np.float32), np.zeros((rows, columns), np.float32)
    box = (AROUND, AROUND, AROUND + wide, AROUND + HIGH)
    light[box[1] : box[3], box[0] : box[2]] = large * float(rng.uniform(0.65, 1.0))
    cover[box[1] : box[3], box[0] : box[2]] = 1
    return _Laid(light, cover, box)


def _around(laid: _Laid, margins: tuple[int, int, int, int], grey: float) -> None:
    """Fill a frame around the film, never the film."""
    rows, columns = laid.frame(margins)
    left, top, right, bottom = laid.box
    inner = laid.light[top:bottom, left:right].copy()
    free = laid.cover[rows, columns] == 0
    laid.light[rows, columns][free] = grey
    laid.cover[rows, columns] = 1
    laid.light[top:bottom, left:right] = inner


def _margins(rng: Generator, least: float, most: float) -> tuple[int, int, int, int]:
    drawn = rng.uniform(least, most, 4) * HIGH
    return (int(drawn[0]), int(drawn[1]), int(drawn[2]), int(drawn[3]))


def _wider(margins: tuple[int, int, int, int], by: int) -> tuple[int, int, int, int]:
    return (margins[0] + by, margins[1] + by, margins[2] + by, margins[3] + by)


def _scene(
    laid: _Laid, *, room: tuple[float, float], spots: float, beats: float, held: float
) -> Scene:
    left, top, right, bottom = laid.box
    places = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
    return Scene(laid.light, laid.cover, places, room, spots, beats, held)


def _edge(laid: _Laid, rng: Generator) -> tuple[int, int, int, int]:
    """Leave the film a margin of its own: black where it was exposed, clear where it was not."""
    own = _margins(rng, 0.0, 0.05)
    if rng.random() < 0.6:
        _around(laid, own, float(rng.choice((0.02, 0.05, 0.1, 0.75))))
        return own
    return (0, 0, 0, 0)


def light_box(film: Picture, rng: Generator) -> Scene:
    """A film before a lit panel, with clips above and the box's frame around."""
    laid = _lay(film, rng)
    own = _edge(laid, rng)
    veil = float(rng.uniform(0, 0.12))
    laid.light[laid.cover > 0] = laid.light[laid.cover > 0] * (1 - veil) + veil
    spare = _margins(rng, 0.0, 0.55)
    panel = tuple(a + b for a, b in zip(own, spare, strict=True))
    lit = (panel[0], panel[1], panel[2], panel[3])
    _around(laid, lit, float(rng.uniform(0.75, 1.3)))
    _around(laid, _wider(lit, int(rng.uniform(6, 30))), float(rng.uniform(0.05, 0.7)))
    if rng.random() < 0.5:
        for _ in range(int(rng.integers(1, 4))):
            at = int(rng.uniform(laid.box[0], laid.box[2]))
            clip = slice(max(laid.box[1] - 25, 0), laid.box[1] + int(rng.uniform(4, 16)))
            laid.light[clip, at : at + int(rng.uniform(10, 40))] = float(rng.uniform(0.1, 0.8))
    return _scene(laid, room=(0.0, 0.25), spots=0.4, beats=0.05, held=0.1)


def screen(film: Picture, rng: Generator) -> Scene:
    """A film in a viewer on a screen, with its words, bars and the screen's frame."""
    laid = _lay(film, rng)
    left, top, right, bottom = laid.box
    glow = float(rng.uniform(0, 0.06))
    own = _margins(rng, 0.0, 0.5)
    _around(laid, own, float(rng.choice((0.0, 0.03, 0.12, 0.3, 0.85), p=(0.4, 0.2, 0.2, 0.1, 0.1))))
    rows, columns = laid.frame(own)
    for _ in range(int(rng.integers(0, 9))):
        near = rng.random() < 0.5
        at = (int(rng.uniform(columns.start, right)), int(rng.uniform(rows.start, bottom)))
        if near:
            at = (int(rng.choice((left + 4, right - 70))), int(rng.choice((top + 14, bottom - 8))))
        scale, grey = float(rng.uniform(0.25, 0.5)), float(rng.uniform(0.4, 1))
        words = str(rng.choice(WORDS))
        written = np.zeros(laid.light.shape, np.uint8)
        cv2.putText(written, words, at, cv2.FONT_HERSHEY_SIMPLEX, scale, 255, 1)
        laid.light[:] = np.maximum(laid.light, written.astype(np.float32) / 255 * grey)
    if rng.random() < 0.4:
        bar = int(rng.uniform(8, 40))
        laid.light[rows.start : rows.start + bar, columns] = float(rng.uniform(0.2, 0.95))
    laid.light[rows, columns] = laid.light[rows, columns] * (1 - glow) + glow
    _around(laid, _wider(own, int(rng.uniform(5, 40))), float(rng.choice((0.02, 0.06, 0.15, 0.7))))
    return _scene(laid, room=(0.05, 0.6), spots=0.6, beats=0.6, held=0.03)


def window(film: Picture, rng: Generator) -> Scene:
    """A film held before a window: one sees through it, and fingers hold it."""
    laid = _lay(film, rng)
    _edge(laid, rng)
    laid.cover[laid.cover > 0] = 1 - float(rng.uniform(0.0, 0.2))
    return _scene(laid, room=(0.3, 0.9), spots=0.3, beats=0.0, held=0.8)


def table(film: Picture, rng: Generator) -> Scene:
    """A film or its print on a table, a white edge around it where it is paper."""
    laid = _lay(film, rng)
    if rng.random() < 0.6:
        _around(laid, _margins(rng, 0.01, 0.12), float(rng.uniform(0.5, 0.95)))
    else:
        _edge(laid, rng)
    dull = float(rng.uniform(0.0, 0.2))
    laid.light[:] = laid.light * (1 - dull) + dull * 0.5
    return _scene(laid, room=(0.1, 0.55), spots=1.0, beats=0.0, held=0.25)


SCENES: dict[str, Callable[[Picture, Generator], Scene]] = {
    "light box": light_box,
    "screen": screen,
    "window": window,
    "table": table,
}
"""By name, how a film lies before the camera."""
