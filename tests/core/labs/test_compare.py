"""Comparators are kept: ``<10`` is a limit, never the number 10.

A limit that straddles the range may not be called normal, low or high.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.laboratory import Comparator, Interpretation, Quantity
from meddx_desktop.core.domain.laboratory import ReferenceRange as Range
from meddx_desktop.core.labs.compare import judged, span, within

LOW, NORMAL, HIGH = Interpretation.LOW, Interpretation.NORMAL, Interpretation.HIGH


def flag(value, low, high, comparator=None, closed=(True, True)):
    return within(span(Quantity(value, "g/L", comparator)), low, high, closed=closed)


@pytest.mark.parametrize(
    ("value", "comparator", "low", "high", "expected"),
    [
        (10, "<", 5, 20, None),
        (10, "<", 20, 30, LOW),
        (10, "<", 10, 30, LOW),
        (10, "<=", 10, 30, None),
        (10, "<", None, 10, NORMAL),
        (10, "<", None, 20, NORMAL),
        (10, "<", 0, 20, NORMAL),
        (10, "<", None, 5, None),
        (10, ">", 5, 20, None),
        (30, ">", 5, 20, HIGH),
        (20, ">", 5, 20, HIGH),
        (20, ">=", 5, 20, None),
        (60, ">", 60, None, NORMAL),
        (60, ">=", 60, None, NORMAL),
        (60, ">", 90, None, None),
        (10, None, 10, 20, NORMAL),
        (20, None, 10, 20, NORMAL),
        (9.99, None, 10, 20, LOW),
        (20.01, None, 10, 20, HIGH),
        (10, None, None, None, None),
    ],
)
def test_a_value_against_a_range(value, comparator, low, high, expected):
    assert flag(value, low, high, Comparator(comparator) if comparator else None) is expected


def test_a_limit_that_is_not_included_lies_outside():
    assert flag(5, None, 5, closed=(True, False)) is HIGH
    assert flag(5, 5, None, closed=(False, True)) is LOW


def test_critical_goes_first():
    reference = Range(3.5, 5.1, "mmol/L", "", critical_low=2.8, critical_high=6.2)
    flags = [judged(span(Quantity(value, "mmol/L")), reference) for value in (2.8, 3, 4, 6, 6.2)]
    assert [one.value for one in flags] == ["LL", "L", "N", "H", "HH"]


numbers = st.floats(0, 1000)
ranges = st.tuples(numbers, numbers).map(sorted)


@given(numbers, st.sampled_from(Comparator), ranges, numbers)
def test_what_is_said_of_a_limit_holds_for_every_number_behind_it(limit, comparator, ends, other):
    said = flag(limit, *ends, comparator)
    behind = {
        Comparator.BELOW: other < limit,
        Comparator.AT_MOST: other <= limit,
        Comparator.ABOVE: other > limit,
        Comparator.AT_LEAST: other >= limit,
    }[comparator]
    if said and behind and min(abs(other - end) for end in ends) > 1e-5:
        assert flag(other, *ends) is said


@given(numbers, numbers, ranges)
def test_a_greater_value_is_never_flagged_lower(one, other, ends):
    order = [LOW, NORMAL, HIGH]
    small, great = sorted((one, other))
    assert order.index(flag(small, *ends)) <= order.index(flag(great, *ends))
