"""How often the right category is among the nearest codes."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.notes.code_list import packed
from training.lib.statistics import Metric
from training.notes_coding.codes import category
from training.notes_coding.projection import Floats, Projection

FIRST, FIVE = 1, 5
_LOOKED_AT = 80


@dataclass(frozen=True)
class Asked:
    """Names, and the categories that count as right for each."""

    data: str
    names: list[str]
    right: list[frozenset[str]]


def read_names(path: Path, data: str) -> Asked:
    """Read a list of names with their categories."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = [frozenset(row["categories"].split()) for row in rows]
    return Asked(data, [row["name"] for row in rows], right)


def ranks(
    layer: Projection, table: Floats, codes: Sequence[str], asked: Asked, rows: Floats
) -> NDArray[np.int64]:
    """Return for each name the place of the first right code, from 1; 0 where none is near."""
    numbers, _ = packed(layer(table))
    found = []
    for vector, right in zip(layer(rows), asked.right, strict=True):
        scores = numbers.astype(np.float32) @ vector
        near = np.argpartition(-scores, _LOOKED_AT)[:_LOOKED_AT]
        order = dict.fromkeys(codes[row] for row in near[np.argsort(-scores[near])])
        places = [n for n, code in enumerate(order, start=1) if category(code) in right]
        found.append(places[0] if places else 0)
    return np.array(found)


def figures(
    ranks_found: NDArray[np.int64], data: str, *, seed: int, resamples: int
) -> list[Metric]:
    """Return the shares with their intervals."""
    made = []
    for name, most in (("first_right", FIRST), ("five_hold_right", FIVE)):
        hits = ((ranks_found > 0) & (ranks_found <= most)).astype(float)
        draw = np.random.default_rng(seed).integers(0, len(hits), (resamples, len(hits)))
        low, high = np.percentile(hits[draw].mean(1), [2.5, 97.5])
        made.append(
            Metric(
                name,
                float(hits.mean()),
                float(low),
                float(high),
                data,
                len(hits),
                int(hits.sum()),
                "int8",
            )
        )
    return made


def top_five(found: NDArray[np.int64]) -> float:
    """Return the share with the right category among five."""
    return float(((found > 0) & (found <= FIVE)).mean())
