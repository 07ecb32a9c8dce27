"""Protects: doses that can be measured, never above the cap, never less for the heavier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment.plan import DoseRule, Strength
from meddx_desktop.core.assessment.treatment.rounding import measurable, millilitres, rounded


def _rule(**more):
    return DoseRule(**({"unit": "mg", "route": "oral", "times": 1, "per_kg_dose": 1.0} | more))


@pytest.mark.parametrize(
    ("value", "way", "result"),
    [
        (0.93, "nearest", 0.95),
        (2.49, "nearest", 2.4),
        (2.5, "nearest", 2.6),
        (7.2, "down", 7.0),
        (7.2, "up", 7.5),
        (19.8, "nearest", 20.0),
        (20.4, "nearest", 20.0),
        (33.6, "nearest", 34.0),
        (0.001, "down", 0.05),
    ],
)
def test_the_lines_of_a_syringe(value, way, result):
    assert millilitres(value, way) == pytest.approx(result)


def test_whole_tablets_and_never_none():
    assert measurable(_rule(step=50.0), 210.0) == 200
    assert measurable(_rule(step=50.0), 225.0) == 250
    assert measurable(_rule(step=50.0), 3.0) == 50


def test_rounding_never_leads_above_the_cap():
    assert measurable(_rule(step=50.0, most_dose=240.0), 239.0) == 200
    liquid = _rule(strength=Strength(250, 5, "250 mg/5 mL"), most_dose=247.0, rounding="up")
    assert measurable(liquid, 246.0) == 240


@given(st.floats(0.05, 5000), st.floats(0.05, 5000), st.sampled_from(["nearest", "down", "up"]))
def test_more_never_becomes_less(first, second, way):
    low, high = sorted((first, second))
    assert millilitres(low, way) <= millilitres(high, way)
    assert measurable(_rule(rounding=way), low) <= measurable(_rule(rounding=way), high)


@given(st.floats(0.01, 5000), st.sampled_from([0.05, 0.2, 2.5, 25.0]))
def test_up_is_not_below_and_down_not_above_and_both_are_multiples(value, step):
    assert rounded(value, step, "up") >= value - 1e-6
    assert rounded(value, step, "down") <= max(value, step) + 1e-6
    assert rounded(value, step, "nearest") / step == pytest.approx(
        round(rounded(value, step, "nearest") / step)
    )
