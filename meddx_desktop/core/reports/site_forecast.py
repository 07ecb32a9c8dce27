"""How many films a week to reckon with: the mean of the last weeks, with an interval.

A site's weeks vary more than chance alone would have it: market days, holidays, an outbreak. So
the variance may exceed the mean by a factor (quasi-Poisson). For weeks y1 .. yn with mean m and
variance v (divided by n - 1):

    dispersion d = max(1, v / m)
    variance of a week to come, about the estimated mean = d m (1 + 1/n)
    on the scale of the square root: d (1 + 1/n) / 4, whatever m is (delta method)
    interval = (sqrt(m) -+ t sqrt(d (1 + 1/n) / 4)) squared, t of Student with n - 1 degrees of
    freedom, 97.5 %; a lower end below nothing is nothing

There is no trend and no season in it: with a few weeks either would be guessed.

Source of the variance: Menssen et al., Prediction intervals for overdispersed Poisson data,
https://arxiv.org/abs/2404.05282, supplement section 3.1; opened 2026-11-22. The square root is
this program's own step; `tests` hold the interval against simulated weeks.
"""

from collections.abc import Sequence
from math import sqrt
from statistics import mean, variance

from meddx_desktop.core.domain.site_numbers import Forecast, Week

FEWEST_WEEKS = 4
MOST_WEEKS = 12
AHEAD = 4
_T = {
    3: 3.182,
    4: 2.776,
    5: 2.571,
    6: 2.447,
    7: 2.365,
    8: 2.306,
    9: 2.262,
    10: 2.228,
    11: 2.201,
}
"""Student's t, 97.5 %, by degrees of freedom; a test integrates the density to each."""


def forecast(counts: Sequence[int], now: Week) -> Forecast | None:
    """What the four weeks after `now` may bring.

    Parameters
    ----------
    counts
        Films of the full weeks that lie behind, oldest first; the newest twelve count.
    now
        The current week, which is not over and counts for nothing.

    Returns
    -------
    Forecast | None
        None with fewer than four full weeks, or where none of them had a film.
    """
    used = tuple(counts[-MOST_WEEKS:])
    n = len(used)
    if n < FEWEST_WEEKS or not any(used):
        return None
    level = mean(used)
    dispersion = max(1.0, variance(used) / level)
    reach = _T[n - 1] * sqrt(dispersion * (1 + 1 / n) / 4)
    middle = sqrt(level)
    return Forecast(
        mean=float(level),
        low=max(0.0, middle - reach) ** 2,
        high=(middle + reach) ** 2,
        dispersion=dispersion,
        counts=used,
        weeks=tuple(now.after(step) for step in range(1, AHEAD + 1)),
    )
