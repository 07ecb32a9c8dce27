"""Good films as a clinic sees them: closer or wider, a few degrees off, collimated, degraded."""

from collections.abc import Callable, Mapping
from typing import Any

import cv2
import numpy as np

from training.cxr_gate import geometry
from training.cxr_gate.lungs import Lungs
from training.lib.degrade import degrade
from training.lib.films import SIDE, Film, Picture, load_grey, squash
from training.lib.items import Item, stream

Generator = np.random.Generator
AT_THE_EDGE = ", lungs at the edge"
ROOM = 0.06
"""Share of a side that must be free around the lungs before a film is cropped closer."""


def surroundings(picture: Picture, lungs: Lungs, rng: Generator) -> Picture:
    """Change what lies around the lungs, never the lungs: crop, collimate, mask, pad."""
    spare = {s: max(v, 0.0) for s, v in geometry.margins(lungs).items()}
    inner = {s: float(rng.uniform(0, v)) if rng.random() < 0.6 else 0.0 for s, v in spare.items()}
    how = rng.random()
    if how < 0.45:
        picture = geometry.crop(picture, inner)
    elif how < 0.65:
        picture = geometry.black_out(picture, inner, geometry.shade(picture, rng))
    elif how < 0.72:
        picture = _oval(picture, lungs, rng)
    if rng.random() < 0.3:
        borders = {s: float(rng.uniform(0, 0.15)) for s in geometry.SIDES if rng.random() < 0.6}
        picture = geometry.pad(picture, borders, geometry.shade(picture, rng))
    return picture


def _oval(picture: Picture, lungs: Lungs, rng: Generator) -> Picture:
    """Mask all but an oval around the lungs, as round collimators leave it."""
    rows, columns = picture.shape
    middle = (
        int((lungs.left + lungs.right) / 2 * columns),
        int((lungs.top + lungs.bottom) / 2 * rows),
    )
    wide = 0.72 * float(rng.uniform(1, 1.2))
    axes = (
        int(wide * (lungs.right - lungs.left) * columns),
        int(wide * (lungs.bottom - lungs.top) * rows),
    )
    kept = np.zeros(picture.shape, np.uint8)
    cv2.ellipse(kept, middle, axes, 0, 0, 360, 1, -1)
    return np.where(kept == 1, picture, geometry.shade(picture, rng)).astype(np.uint8)


def vary(picture: Picture, lungs: Lungs, rng: Generator, settings: Mapping[str, Any]) -> Picture:
    """Return a film as good as it was, seen under other circumstances."""
    if lungs.sure and lungs.outside <= 0:
        picture = surroundings(picture, lungs, rng)
    if rng.random() < 0.5:
        roomy = min(geometry.margins(lungs).values()) > ROOM
        picture = geometry.tilt(picture, float(rng.uniform(-7, 7)), rng, closer=roomy)
    return degrade(picture, rng, settings["degrade"]) if rng.random() < 0.8 else squash(picture)


def good_item(
    film: Film,
    lungs: Lungs,
    target: int,
    *,
    copy: int,
    run_seed: int,
    settings: Mapping[str, Any],
    whole: bool = True,
) -> Item:
    """Return a film as it is (copy 0) or varied (copy 1, 2 ...).

    A film whose own lungs reach past its edge, or were not found, is counted apart.
    """
    key = f"{film.path.name}|good|{copy}"

    def render() -> Picture:
        picture = load_grey(film.path)
        if copy == 0:
            return squash(picture)
        return vary(picture, lungs, stream(run_seed, key), settings)

    kind = "as it is" if copy == 0 else "varied"
    return Item(key, film.patient, film.source, _kind(kind, whole), target, render)


def mirrored_item(
    film: Film,
    lungs: Lungs,
    target: int,
    *,
    copy: int,
    run_seed: int,
    settings: Mapping[str, Any],
    whole: bool = True,
) -> Item:
    """Return a film left to right, with its marker or with one written after the flip."""
    key = f"{film.path.name}|mirrored|{copy}"

    def render() -> Picture:
        picture = load_grey(film.path)
        rng = stream(run_seed, key)
        if copy == 0:
            return squash(np.ascontiguousarray(picture[:, ::-1]))
        if rng.random() < 0.5:
            flipped = Lungs(
                1 - lungs.right, lungs.top, 1 - lungs.left, lungs.bottom, lungs.likeness
            )
            return vary(np.ascontiguousarray(picture[:, ::-1]), flipped, rng, settings)
        return np.ascontiguousarray(vary(picture, lungs, rng, settings)[:, ::-1])

    kind = "mirrored" if copy == 0 else "mirrored, varied"
    return Item(key, film.patient, film.source, _kind(kind, whole), target, render)


def _kind(kind: str, whole: bool) -> str:
    return kind if whole else f"{kind}{AT_THE_EDGE}"


def _packed(picture: Picture, quality: int) -> Picture:
    _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _stretched(picture: Picture, gain: float) -> Picture:
    return np.asarray(np.clip((picture - 127.5) * gain + 127.5, 0, 255), dtype=np.uint8)


def _gamma(picture: Picture, gamma: float) -> Picture:
    return np.asarray(np.clip(255 * (picture / 255.0) ** gamma, 0, 255), dtype=np.uint8)


def _half(picture: Picture) -> Picture:
    small = squash(picture, SIDE // 2)
    return np.asarray(
        cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR), dtype=np.uint8
    )


def _grainy(picture: Picture, sigma: float, rng: Generator) -> Picture:
    small = squash(picture)
    noisy = small + rng.normal(0, sigma, small.shape)
    return np.asarray(np.clip(noisy, 0, 255), dtype=np.uint8)


STRAINS: dict[str, Callable[[Picture, Generator], Picture]] = {
    "JPEG quality 50": lambda p, _: _packed(p, 50),
    "blurred (sigma 1.2 px)": lambda p, _: np.asarray(
        cv2.GaussianBlur(squash(p), (0, 0), 1.2), dtype=np.uint8
    ),
    "noise (sigma 8)": lambda p, rng: _grainy(p, 8, rng),
    "contrast x 0.6": lambda p, _: _stretched(p, 0.6),
    "contrast x 1.4": lambda p, _: _stretched(p, 1.4),
    "gamma 0.7": lambda p, _: _gamma(p, 0.7),
    "turned by 5 degrees": lambda p, rng: geometry.tilt(p, 5.0 * float(rng.choice((-1, 1))), rng),
    "half size": lambda p, _: _half(p),
    "black border of 10 %": lambda p, _: geometry.pad(p, dict.fromkeys(geometry.SIDES, 0.1), 0),
}


def strained_item(film: Film, strain: str, target: int, *, seed: int) -> Item:
    """Return a good film under one strain alone, which must not get it refused."""
    key = f"{film.path.name}|strain|{strain}"

    def render() -> Picture:
        return squash(STRAINS[strain](load_grey(film.path), stream(seed, key)))

    return Item(key, film.patient, film.source, strain, target, render)
