"""Faulty films made of good ones: each kind of fault, how strong, and the class it belongs to.

A maker takes the film, its lungs' frame, a strength and a random stream. Strengths are drawn
between the two ends of ``RANGES``; a test of how strong a fault must be fixes them.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.cxr_gate import geometry
from training.cxr_gate.lungs import Lungs
from training.lib.films import SIDE, Picture, squash

Generator = np.random.Generator
Maker = Callable[[Picture, Lungs, float, Generator], Picture]

TURNS = {
    "rotated_90": cv2.ROTATE_90_CLOCKWISE,
    "rotated_180": cv2.ROTATE_180,
    "rotated_270": cv2.ROTATE_90_COUNTERCLOCKWISE,
}
OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


@dataclass(frozen=True)
class Fault:
    """One kind of fault: its class, how it is made and between which strengths.

    The head learns from somewhat weaker faults than those that must be refused.
    """

    label: str
    make: Maker
    weakest: float = 0.0
    strongest: float = 0.0
    must_from: float | None = None
    """From here on a picture counts as faulty in validation and test; else from the weakest."""

    def range_of(self, part: str) -> tuple[float, float]:
        """Return the strengths between which those of a part are drawn."""
        if part == "train" or self.must_from is None:
            return self.weakest, self.strongest
        return self.must_from, self.strongest


def _bytes(values: NDArray[np.floating]) -> Picture:
    return np.asarray(np.clip(values, 0, 255), dtype=np.uint8)


def turn(picture: Picture, name: str) -> Picture:
    """Turn an upright film clockwise by the angle in the name of the class."""
    return np.asarray(cv2.rotate(picture, TURNS[name]), dtype=np.uint8)


def _turner(name: str) -> Maker:
    def make(picture: Picture, _: Lungs, strength: float, rng: Generator) -> Picture:
        sloping = rng.random() < 0.3
        return turn(geometry.tilt(picture, strength, rng) if sloping else picture, name)

    return make


def _tilted(picture: Picture, _: Lungs, strength: float, rng: Generator) -> Picture:
    return geometry.tilt(picture, strength * float(rng.choice((-1, 1))), rng)


def _tilted_turned(picture: Picture, _: Lungs, strength: float, rng: Generator) -> Picture:
    turned = turn(picture, str(rng.choice(list(TURNS))))
    return geometry.tilt(turned, strength * float(rng.choice((-1, 1))), rng)


def _inverted(picture: Picture, _: Lungs, __: float, ___: Generator) -> Picture:
    return 255 - picture


def _inverted_turned(picture: Picture, _: Lungs, __: float, rng: Generator) -> Picture:
    return 255 - turn(picture, str(rng.choice(list(TURNS))))


def _cutter(side: str) -> Maker:
    """Cut a share of the lungs' extent off, in one of three ways that real films show."""

    def make(picture: Picture, lungs: Lungs, strength: float, rng: Generator) -> Picture:
        gone = {side: min(geometry.reach(lungs, side, strength), 0.85)}
        how = rng.random()
        if how < 0.35:  # a collimator's or a screen's edge: the size stays
            return geometry.black_out(picture, gone, geometry.shade(picture, rng))
        cut = geometry.crop(picture, gone)
        if how < 0.65:  # the patient stood too far to one side: empty film opposite
            return geometry.pad(cut, {OPPOSITE[side]: gone[side]}, geometry.shade(picture, rng))
        across = ("left", "right") if side in ("top", "bottom") else ("top", "bottom")
        spare = geometry.margins(lungs)
        if how < 0.85:  # a closer crop of the whole
            closer = {s: float(rng.uniform(0, max(spare[s], 0.0))) for s in across}
            return geometry.crop(cut, closer)
        return cut

    return make


def _covered(picture: Picture, lungs: Lungs, strength: float, rng: Generator) -> Picture:
    """Cover a share of the lungs' frame: a half, a box or an oval of one shade."""
    if rng.random() < 0.3:
        side = str(rng.choice(geometry.SIDES))
        gone = {side: min(geometry.reach(lungs, side, max(strength, 0.45)), 0.85)}
        return geometry.black_out(picture, gone, geometry.shade(picture, rng))
    rows, columns = picture.shape
    width, height = lungs.right - lungs.left, lungs.bottom - lungs.top
    share = float(np.sqrt(strength)) * float(np.exp(rng.uniform(-0.3, 0.3)))
    wide, high = min(share, 1.0), min(strength / min(share, 1.0), 1.0)
    left = lungs.left + float(rng.uniform(0, 1 - wide)) * width
    top = lungs.top + float(rng.uniform(0, 1 - high)) * height
    covered, grey = picture.copy(), geometry.shade(picture, rng)
    a = (int(left * columns), int(top * rows))
    b = (int((left + wide * width) * columns), int((top + high * height) * rows))
    if rng.random() < 0.7:
        cv2.rectangle(covered, a, b, grey, -1)
    else:
        middle = ((a[0] + b[0]) // 2, (a[1] + b[1]) // 2)
        axes = (int((b[0] - a[0]) * 0.56), int((b[1] - a[1]) * 0.56))
        cv2.ellipse(covered, middle, axes, 0, 0, 360, grey, -1)
    return covered


def _too_dark(picture: Picture, lungs: Lungs, strength: float, rng: Generator) -> Picture:
    """Sink a share of the lungs' pixels into black: clipped, or crushed to under 8 levels."""
    level = max(float(np.quantile(lungs.of(picture), strength)), 8.0)
    values = picture.astype(np.float64)
    if rng.random() < 0.5:
        gain = 255 / max(float(picture.max()) - level, 24.0) * float(rng.uniform(0.7, 1.2))
        return _bytes((values - level) * gain)
    gamma = np.log(8 / 255) / np.log(min(level, 250.0) / 255)
    return _bytes(255 * (values / 255) ** max(float(gamma), 1.0))


def _too_bright(picture: Picture, lungs: Lungs, strength: float, rng: Generator) -> Picture:
    """Raise a share of the lungs' pixels into white: clipped, or crushed to over 247 levels."""
    level = min(float(np.quantile(lungs.of(picture), 1 - strength)), 247.0)
    values = picture.astype(np.float64)
    if rng.random() < 0.5:
        low = float(rng.uniform(0, 0.6)) * max(level - 24.0, 0.0)
        return _bytes((values - low) * 255 / max(level - low, 8.0))
    gamma = np.log(247 / 255) / np.log(max(level, 4.0) / 255)
    return _bytes(255 * (values / 255) ** min(float(gamma), 1.0))


def _flat(picture: Picture, lungs: Lungs, strength: float, rng: Generator) -> Picture:
    """Leave so many grey levels between the 5th and 95th percentile of the lungs' frame."""
    low, high = np.quantile(lungs.of(picture), (0.05, 0.95))
    gain = min(strength / max(float(high - low), 1.0), 1.0)
    middle = float(rng.uniform(50, 205))
    return _bytes((picture - float(low + high) / 2) * gain + middle)


def _noisy(picture: Picture, _: Lungs, strength: float, rng: Generator) -> Picture:
    """Add grain of so many grey levels at the network's size, coarse or fine."""
    small = squash(picture).astype(np.float64)
    grain = rng.normal(0, 1, small.shape)
    if rng.random() < 0.4:
        grain = cv2.GaussianBlur(grain, (0, 0), float(rng.uniform(0.5, 1.0)))
        grain /= grain.std()
    return _bytes(small + strength * grain)


def _small(picture: Picture, _: Lungs, strength: float, rng: Generator) -> Picture:
    """Place the film small in an empty frame."""
    side = int(strength * SIDE)
    frame = np.full((SIDE, SIDE), int(rng.choice((0, 0, 30, 128, 255))), dtype=np.uint8)
    top, left = (int(rng.integers(0, SIDE - side)) for _ in range(2))
    frame[top : top + side, left : left + side] = squash(picture, side)
    return frame


def _tile(picture: Picture, rng: Generator) -> Picture:
    how = rng.integers(0, 6)
    if how == 0:
        return picture[:, ::-1]
    if how == 1:
        return 255 - picture
    if how == 2:
        return turn(picture, str(rng.choice(list(TURNS))))
    return _bytes(255 * (picture / 255.0) ** float(np.exp(rng.normal(0, 0.3))))


def _collage(picture: Picture, _: Lungs, __: float, rng: Generator) -> Picture:
    """Lay several renderings of the film side by side, as on a contact sheet."""
    columns = int(rng.integers(1, 4))
    rows = int(rng.integers(1 if columns > 1 else 2, 4))
    high, wide = SIDE // rows, SIDE // columns
    sheet = np.zeros((SIDE, SIDE), dtype=np.uint8)
    for row in range(rows):
        for column in range(columns):
            tile = cv2.resize(_tile(picture, rng), (wide, high), interpolation=cv2.INTER_AREA)
            sheet[row * high : (row + 1) * high, column * wide : (column + 1) * wide] = tile
    return sheet


def _part(picture: Picture, _: Lungs, strength: float, rng: Generator) -> Picture:
    """Cut a small part from anywhere."""
    rows, columns = picture.shape
    height, width = (int(rng.uniform(0.2, strength) * size) for size in (rows, columns))
    top, left = int(rng.integers(0, rows - height)), int(rng.integers(0, columns - width))
    return picture[top : top + height, left : left + width]


def _lateral_like(picture: Picture, lungs: Lungs, strength: float, rng: Generator) -> Picture:
    """Keep one lung and the middle alone, as narrow as a lateral film."""
    side = str(rng.choice(("left", "right")))
    gone = {side: min(geometry.reach(lungs, side, strength), 0.85)}
    spare = max(geometry.margins(lungs)[OPPOSITE[side]], 0.0)
    gone[OPPOSITE[side]] = float(rng.uniform(0, spare))
    kept = geometry.crop(picture, gone)
    return kept[:, ::-1] if rng.random() < 0.5 else kept


FAULTS: dict[str, Fault] = {
    "rotated_90": Fault("rotated_90", _turner("rotated_90"), -8, 8),
    "rotated_180": Fault("rotated_180", _turner("rotated_180"), -8, 8),
    "rotated_270": Fault("rotated_270", _turner("rotated_270"), -8, 8),
    "tilted": Fault("tilted", _tilted, 12, 45),
    "tilted_little": Fault("tilted", _tilted, 11, 18, 12),
    "tilted_turned": Fault("tilted", _tilted_turned, 14, 45),
    "inverted": Fault("inverted", _inverted),
    "inverted_turned": Fault("inverted", _inverted_turned),
    **{
        f"cut_{side}": Fault(f"cut_{side}", _cutter(side), 0.12, 0.42, 0.18)
        for side in geometry.SIDES
    },
    "lateral_like": Fault("one_lung", _lateral_like, 0.46, 0.62),
    "covered": Fault("covered", _covered, 0.2, 0.7),
    "too_dark": Fault("too_dark", _too_dark, 0.5, 0.85),
    "too_bright": Fault("too_bright", _too_bright, 0.5, 0.85),
    "flat": Fault("flat", _flat, 4, 16),
    "noisy": Fault("noisy", _noisy, 30, 70),
    "film_small": Fault("film_small", _small, 0.2, 0.5),
    "film_collage": Fault("film_collage", _collage),
    "film_part": Fault("not_chest", _part, 0.25, 0.42),
}
