"""Wrong pictures made of films: turned, inverted, a part only, too small, a collage."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import cv2
import numpy as np

from training.lib.degrade import degrade
from training.lib.films import SIDE, Film, Picture, load_grey, squash
from training.lib.items import Item, stream

TURNS = {
    "rotated_90": cv2.ROTATE_90_CLOCKWISE,
    "rotated_180": cv2.ROTATE_180,
    "rotated_270": cv2.ROTATE_90_COUNTERCLOCKWISE,
}
Generator = np.random.Generator


def turn(picture: Picture, name: str) -> Picture:
    """Turn an upright film clockwise by the angle in the name of the class."""
    return np.asarray(cv2.rotate(picture, TURNS[name]), dtype=np.uint8)


def _turner(name: str) -> Callable[[Picture, Generator], Picture]:
    return lambda picture, _: turn(picture, name)


def _inverted(picture: Picture, _: Generator) -> Picture:
    return 255 - picture


def _inverted_turned(picture: Picture, rng: Generator) -> Picture:
    return 255 - turn(picture, str(rng.choice(list(TURNS))))


def _part(picture: Picture, rng: Generator) -> Picture:
    """Cut a corner, or a quarter or less from anywhere."""
    rows, columns = picture.shape
    height, width = (int(rng.uniform(0.2, 0.42) * size) for size in (rows, columns))
    top, left = int(rng.integers(0, rows - height)), int(rng.integers(0, columns - width))
    if rng.random() < 0.5:
        top, left = int(rng.choice((0, rows - height))), int(rng.choice((0, columns - width)))
    return picture[top : top + height, left : left + width]


def _small(picture: Picture, rng: Generator) -> Picture:
    """Place the film small in an empty frame."""
    side = int(rng.uniform(0.2, 0.42) * SIDE)
    frame = np.full((SIDE, SIDE), int(rng.choice((0, 30, 128, 255))), dtype=np.uint8)
    top, left = (int(rng.integers(0, SIDE - side)) for _ in range(2))
    frame[top : top + side, left : left + side] = squash(picture, side)
    return frame


def _collage(picture: Picture, rng: Generator) -> Picture:
    """Repeat the film side by side, as on a contact sheet."""
    count = int(rng.integers(2, 4))
    tile = squash(picture, SIDE // count)
    return np.tile(tile, (int(rng.integers(1, count + 1)), count))


MAKERS: dict[str, tuple[str, Callable[[Picture, Generator], Picture]]] = {
    **{name: (name, _turner(name)) for name in TURNS},
    "inverted": ("inverted", _inverted),
    "inverted_turned": ("inverted", _inverted_turned),
    "film_part": ("not_chest", _part),
    "film_small": ("not_chest", _small),
    "film_collage": ("not_chest", _collage),
}


def wrong_film_items(
    films: Sequence[Film], kind: str, *, seed: int, settings: Mapping[str, Any], part: str
) -> list[Item]:
    """Return one kind of wrong picture from a random share of the films of a part."""
    label = MAKERS[kind][0]
    share = settings["wrong_films"][part][kind]
    target = settings["classes"].index(label)
    return [
        _item(film, kind, target, seed=seed, settings=settings["degrade"])
        for film in films
        if stream(seed, f"{film.path.name}|{kind}|choice").random() < share
    ]


def _item(
    film: Film,
    kind: str,
    target: int,
    *,
    seed: int,
    settings: Mapping[str, Any],
) -> Item:
    key = f"{film.path.name}|{kind}"
    make = MAKERS[kind][1]

    def render() -> Picture:
        rng = stream(seed, key)
        # Half stay undegraded: a turned film is a good film, turned.
        picture = make(load_grey(film.path), rng)
        return degrade(picture, rng, settings) if rng.random() < 0.5 else squash(picture)

    return Item(key, film.patient, film.source, kind, target, render)
