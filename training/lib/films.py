"""Prepare: read the film table and divide it by patient into train, validation and test."""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Part = Literal["train", "val", "test"]
SIDE = 224


@dataclass(frozen=True)
class Film:
    """One row of ``labels.csv``; ``None`` means unknown, never "no"."""

    path: Path
    source: str
    patient: str
    fold: int
    pneumonia: int | None
    normal: int | None
    subset: str
    licence: str


def _known(cell: str) -> int | None:
    return int(cell) if cell else None


def read_films(folder: Path, sources: Sequence[str], *, limit: int | None = None) -> list[Film]:
    """Read the films of some sources, evenly thinned to ``limit`` a source."""
    films: dict[str, list[Film]] = defaultdict(list)
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["source"] not in sources:
                continue
            film = Film(
                folder / "images" / row["file"],
                row["source"],
                row["patient_id"],
                int(row["fold"]),
                _known(row["pneumonia"]),
                _known(row["normal"]),
                row["subset"],
                row["licence"],
            )
            films[row["source"]].append(film)
    return [film for source in sources for film in _thin(films[source], limit)]


def _thin(films: list[Film], limit: int | None) -> list[Film]:
    if limit is None or len(films) <= limit:
        return films
    places = np.linspace(0, len(films) - 1, limit).astype(int)
    return [films[i] for i in places]


def part_of(film: Film, split: Mapping[str, Any]) -> Part:
    """Say which part a film belongs to.

    Patients in ``always_test`` are those of the films the program ships as a demonstration:
    a demonstration on training films would flatter the model.
    """
    folds = split[film.source]
    if film.patient in split["always_test"] or film.fold == folds["test_fold"]:
        return "test"
    return "val" if film.fold == folds["validation_fold"] else "train"


def load_grey(path: Path) -> Picture:
    """Read a picture as 8-bit grey, shape (rows, columns)."""
    data = np.fromfile(path, dtype=np.uint8)
    picture = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    if picture is None:
        raise ValueError(f"not a picture: {path}")
    return np.asarray(picture, dtype=np.uint8)


def squash(picture: Picture, side: int = SIDE) -> Picture:
    """Resize to a square by area, as the program does before a model; aspect is not kept."""
    if picture.shape == (side, side):
        return picture
    resized = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
    return np.asarray(resized, dtype=np.uint8)
