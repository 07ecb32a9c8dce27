"""Which films teach, which set the threshold, and which are judged.

Tuberculosis films of fold f are judged; those of the next fold set the threshold; the rest teach.
A held-out source of negatives teaches nothing.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from training.cxr_tuberculosis.films import SOURCES, Films, Mask

Ints = NDArray[np.int64]
Taught = tuple[str, ...]


def fold_numbers(films: Films) -> list[int]:
    """Return the folds of the tuberculosis films, in order."""
    return sorted({int(f) for f in films.folds[films.tb]})


def validation_fold(films: Films, fold: int) -> int:
    """Return the fold that sets the threshold where ``fold`` is judged."""
    numbers = fold_numbers(films)
    return numbers[(numbers.index(fold) + 1) % len(numbers)]


def teachings() -> Iterator[Taught]:
    """Yield each set of sources of negatives that teaches: one, two, or (seen) all of them."""
    for size in (1, 2, 3):
        yield from combinations(SOURCES, size)


def teaching_rows(films: Films, taught: Taught, fold: int) -> Ints:
    """Return the films that teach.

    Where all sources teach, none is held out: then negatives of the judged fold are kept back.
    """
    kept_back = (fold, validation_fold(films, fold))
    ill = films.tb & ~np.isin(films.folds, kept_back)
    well: Mask = np.any([films.of(source) for source in taught], axis=0)
    if len(taught) == len(SOURCES):
        well = well & (films.folds != fold)
    return np.flatnonzero(ill | well)


def name_of(taught: Taught, fold: int) -> str:
    """Name one training."""
    return f"{' + '.join(taught)} | {fold}"
