"""Protects: a creatinine that moves is noticed before a filtration rate is made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.calculators import creatinine_moves
from meddx_desktop.core.calculators.aki import creatinine_changes
from meddx_desktop.core.domain.case import Answer


@pytest.mark.parametrize(
    ("first", "second", "hours", "moves"),
    [
        (1.0, 1.3, 48, Answer.YES),
        (1.0, 1.29, 48, Answer.NO),
        (1.0, 1.3, 49, Answer.NO),
        (1.0, 1.5, 168, Answer.YES),
        (1.0, 1.49, 168, Answer.NO),
        (0.4, 0.6, 100, Answer.YES),
        (5.0, 5.3, 24, Answer.YES),
        (1.0, 1.0, 1, Answer.NO),
        (1.0, 3.0, 169, Answer.UNKNOWN),
    ],
)
def test_the_criteria(first, second, hours, moves):
    assert creatinine_moves(first, second, hours) is moves
    assert creatinine_moves(second, first, hours) is moves


@pytest.mark.parametrize(
    ("first", "second", "hours", "changes"),
    [
        (1.0, 1.3, 49, True),
        (1.3, 1.0, 168, True),
        (1.0, 1.29, 49, False),
        (1.0, 3.0, 169, False),
        (1.0, 2.0, 0, False),
    ],
)
def test_a_slow_change_is_no_injury_by_the_criteria_and_still_a_change(
    first, second, hours, changes
):
    assert creatinine_changes(first, second, hours) is changes


@pytest.mark.parametrize("wrong", [(0, 1, 1), (1, -1, 1), (1, 1, 0), (1, 1, -5)])
def test_impossible_pairs(wrong):
    with pytest.raises(ValueError, match="creatinine"):
        creatinine_moves(*wrong)


@given(st.floats(0.2, 15), st.floats(0.2, 15), st.floats(0.1, 168), st.floats(0.0, 5))
def test_a_larger_step_never_moves_less(first, second, hours, more):
    if creatinine_moves(first, second, hours) is Answer.YES:
        further = second + more if second >= first else max(second - more, 0.05)
        assert creatinine_moves(first, further, hours) is Answer.YES
