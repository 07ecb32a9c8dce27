"""Items: single pictures to be scored, each rendered on demand from its own random stream."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.lib.degrade import degrade
from training.lib.films import Film, Picture, load_grey, squash


@dataclass(frozen=True)
class Item:
    """One picture: who it is of (group), what it is (target) and how to make it."""

    key: str
    group: str
    source: str
    kind: str
    target: int
    render: Callable[[], Picture]


def stream(seed: int, key: str) -> np.random.Generator:
    """Return the random stream of one item: the same whatever else is drawn."""
    return np.random.default_rng([seed, zlib.crc32(key.encode())])


def file_item(path: Path, source: str, *, kind: str = "as it is", target: int = 0) -> Item:
    """Return a picture file as it is."""

    def render() -> Picture:
        return squash(load_grey(path))

    return Item(path.name, path.name, source, kind, target, render)


def film_item(
    film: Film, target: int, *, copy: int, seed: int, settings: Mapping[str, Any]
) -> Item:
    """Return a film as it is (copy 0) or degraded (copy 1, 2 ...)."""
    key = f"{film.path.name}|upright|{copy}"

    def render() -> Picture:
        picture = load_grey(film.path)
        return squash(picture) if copy == 0 else degrade(picture, stream(seed, key), settings)

    kind = "as it is" if copy == 0 else "degraded"
    return Item(key, film.patient, film.source, kind, target, render)
