"""Counts of a table made fit to leave the site: contributions bounded, noise added, small ones out.

What is promised: whether or not one person is in the store, any table comes out with nearly the
same probability, up to a factor of exp(epsilon) (pure epsilon-differential privacy, one person
added or taken away). Three things make it so.

1. One person counts in at most `MOST_CELLS` cells, in each at most once. Which ones follows from
   that person's own contributions alone, so that nobody moves the cells of others. The sum of all
   changes that a person can make (the sensitivity) is therefore `MOST_CELLS`.
2. Every cell that there could be gets noise, an empty one too: the list of cells is made from the
   question, never from the data. The noise is discrete Laplace of scale sensitivity / epsilon.
3. Cells below a limit are left blank *after* the noise. The blank then is made from what may be
   known anyway. To leave them blank before the noise would tell for sure that a true count lies
   below the limit, which no noise takes back.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp
from secrets import randbelow
from typing import Generic, TypeVar

from meddx_desktop.core.privacy.noise import Below, discrete_laplace

Cell = TypeVar("Cell", bound=Hashable)

MOST_CELLS = 2
"""Cells that one person may count in: the film, and one thing that was found on it."""
FEWEST_SHOWN = 10
_BY_NOISE_ALONE = 0.01
_NINETEEN_OF_TWENTY = 0.05


@dataclass(frozen=True, slots=True)
class Release(Generic[Cell]):
    """Counts with noise, in the order of the cells that were asked for; None is left blank."""

    cells: tuple[tuple[Cell, int | None], ...]
    epsilon: Fraction
    limit: int


def release(
    cells: Sequence[Cell],
    people: Iterable[Sequence[Cell]],
    epsilon: Fraction,
    *,
    below: Below = randbelow,
) -> Release[Cell]:
    """Count, add noise, leave small counts blank.

    Parameters
    ----------
    cells
        Every cell that there could be, by the question alone.
    people
        For each person the cells that he or she counts in, the ones to keep first.
    epsilon
        What the release may give away, more than 0.
    below
        Where whole numbers come from, for tests.

    Raises
    ------
    ValueError
        `epsilon` is not more than 0.
    """
    if epsilon <= 0:
        raise ValueError("epsilon must be more than 0")
    counts = dict.fromkeys(cells, 0)
    for wanted in people:
        for cell in clipped(wanted, counts):
            counts[cell] += 1
    scale, limit = MOST_CELLS / epsilon, shown_from(epsilon)
    noisy = ((cell, count + discrete_laplace(scale, below)) for cell, count in counts.items())
    return Release(
        tuple((cell, count if count >= limit else None) for cell, count in noisy), epsilon, limit
    )


def clipped(wanted: Sequence[Cell], known: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells that a person counts in: the first ones, each once, of those that there are."""
    there = known if isinstance(known, dict) else set(known)
    return tuple(dict.fromkeys(cell for cell in wanted if cell in there))[:MOST_CELLS]


def shown_from(epsilon: Fraction) -> int:
    """From which count on a cell is shown: ten, or more where the noise asks for more.

    With much noise an empty cell would often come out above ten; the limit rises until no more
    than one empty cell in a hundred does. It depends on epsilon alone and gives nothing away.
    """
    limit = FEWEST_SHOWN
    while _at_least(limit, epsilon) > _BY_NOISE_ALONE:
        limit += 1
    return limit


def error(epsilon: Fraction) -> int:
    """By how much at most a count is off, up or down, in 19 of 20 cells."""
    reach = 0
    while 2 * _at_least(reach + 1, epsilon) > _NINETEEN_OF_TWENTY:
        reach += 1
    return reach


def _at_least(count: int, epsilon: Fraction) -> float:
    """The probability that the noise alone is `count` (from 1 on) or more."""
    q = exp(-float(epsilon) / MOST_CELLS)
    return q**count / (1 + q)
