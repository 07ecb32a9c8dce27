"""Protects: a weight that somebody of this age can't have, or that is too old, is found."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment.weights import (
    completed_years,
    expected_kg,
    is_plausible,
    is_recent,
)
from meddx_desktop.core.domain.patient import Age

DAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("age", "kg"),
    [
        ("0d", 4.0),
        ("6m", 7.0),
        ("12m", 10.0),
        ("4y", 16.0),
        ("5y", 18.0),
        ("6y", 25.0),
        ("12y", 43.0),
    ],
)
def test_expected_weights_by_the_formula_of_the_course(age, kg):
    """(months / 2) + 4, 2 x years + 8, 3 x years + 7, worked by hand."""
    assert expected_kg(Age.parse(age)) == pytest.approx(kg, abs=0.01)


@pytest.mark.parametrize(
    ("age", "kg", "plausible"),
    [
        ("2y", 12.0, True),
        ("2y", 9.0, True),  # a thin child
        ("2y", 26.4, False),  # 12 kg in pounds
        ("2y", 1.2, False),  # a slipped point
        ("2y", 120.0, False),
        ("2y", 12_000.0, False),  # grams
        ("30y", 70.0, True),
        ("30y", 7.0, False),
        ("", 700.0, True),  # nothing to hold it against
    ],
)
def test_plausible_weights(age, kg, plausible):
    assert is_plausible(Age.parse(age) if age else None, kg) is plausible


@given(st.integers(0, 100 * 365))
def test_ten_times_and_a_tenth_of_a_usual_weight_are_always_found(days):
    age = Age(days, "")
    usual = expected_kg(age) or 60.0
    assert is_plausible(age, usual)
    assert not is_plausible(age, usual * 10)
    assert not is_plausible(age, usual / 10)
    assert not is_plausible(age, usual * 1000)


@pytest.mark.parametrize(("age", "days"), [("1y", 30), ("8y", 90), ("40y", 365)])
def test_how_long_a_weight_counts(age, days):
    known = Age.parse(age)
    assert is_recent(known, DAY - timedelta(days=days), DAY)
    assert not is_recent(known, DAY - timedelta(days=days + 1), DAY)


def test_no_date_a_date_to_come_and_no_age_are_not_recent():
    assert not is_recent(Age.parse("8y"), None, DAY)
    assert not is_recent(Age.parse("8y"), DAY + timedelta(days=1), DAY)
    assert not is_recent(None, DAY, DAY)


@pytest.mark.parametrize("years", range(1, 100))
def test_a_birthday_counts_whatever_the_leap_years(years):
    born = date(1921, 3, 1)
    on_the_day = (date(1921 + years, 3, 1) - born).days
    assert completed_years(Age(on_the_day, "")) == years
