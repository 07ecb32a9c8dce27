"""Protects: the forecast holds what it promises, allows for uneven weeks, and waits for enough."""

import random
from itertools import pairwise
from math import gamma, pi, sqrt

import pytest

from meddx_desktop.core.domain.site_numbers import Week
from meddx_desktop.core.reports import site_forecast
from meddx_desktop.core.reports.site_forecast import forecast

NOW = Week(2026, 47)


def _share_above(t, df, steps=4000, end=400.0):
    """How much of Student's t lies above `t`: the density added up, on a scale that stretches."""

    def density(x):
        top = gamma((df + 1) / 2) / (sqrt(df * pi) * gamma(df / 2))
        return top * (1 + x * x / df) ** (-(df + 1) / 2)

    ratio = (end / t) ** (1 / steps)
    edges = [t * ratio**n for n in range(steps + 1)]
    return sum((b - a) * density((a + b) / 2) for a, b in pairwise(edges))


@pytest.mark.parametrize("df", sorted(site_forecast._T))
def test_the_table_of_students_t_is_right(df):
    assert _share_above(site_forecast._T[df], df) == pytest.approx(0.025, abs=5e-5)


def test_the_table_goes_as_far_as_the_weeks_do():
    weeks = range(site_forecast.FEWEST_WEEKS, site_forecast.MOST_WEEKS + 1)
    assert set(site_forecast._T) == {n - 1 for n in weeks}


def test_a_worked_example():
    """Mean 25, variance 50 / 3, so no overdispersion; t of 3 is 3.182."""
    got = forecast([20, 30, 25, 25], NOW)
    reach = 3.182 * sqrt(1.25 / 4)
    assert (got.mean, got.dispersion) == (25.0, 1.0)
    assert (got.low, got.high) == pytest.approx(((5 - reach) ** 2, (5 + reach) ** 2))
    assert [str(week) for week in got.weeks] == [
        "2026-W48",
        "2026-W49",
        "2026-W50",
        "2026-W51",
    ]


def test_uneven_weeks_make_the_interval_wider():
    even, uneven = forecast([40, 40, 40, 40], NOW), forecast([10, 70, 5, 75], NOW)
    assert uneven.mean == even.mean
    assert uneven.dispersion > 20
    assert uneven.low < even.low < even.high < uneven.high
    assert uneven.low >= 0


@pytest.mark.parametrize("counts", [[], [5], [5, 6, 7], [0, 0, 0, 0, 0]])
def test_too_few_weeks_or_none_with_a_film_give_no_forecast(counts):
    assert forecast(counts, NOW) is None


def test_only_the_newest_twelve_weeks_count():
    got = forecast([1000] * 5 + [10] * 12, NOW)
    assert (got.mean, len(got.counts)) == (10.0, 12)


def _week(source, mean, dispersion):
    """A count with this mean and variance mean times dispersion: Poisson of a gamma."""
    rate = source.gammavariate(mean / (dispersion - 1), dispersion - 1)
    total, count = source.expovariate(1.0), 0
    while total < rate:
        total += source.expovariate(1.0)
        count += 1
    return count


@pytest.mark.parametrize(("mean", "dispersion"), [(6, 1.3), (30, 2.5)])
def test_the_interval_covers_the_next_week_as_often_as_it_says(mean, dispersion):
    source = random.Random(11)
    hits = 0
    for _ in range(600):
        got = forecast([_week(source, mean, dispersion) for _ in range(8)], NOW)
        after = _week(source, mean, dispersion)
        hits += round(got.low) <= after <= round(got.high)
    assert 0.93 <= hits / 600 <= 0.995, "it errs on the wide side, and not by much"
