"""Values against ranges, with the comparator kept: ``<10`` is every number below 10."""

from dataclasses import dataclass
from math import inf

from meddx_desktop.core.domain.laboratory import (
    Comparator,
    Interpretation,
    Quantity,
    ReferenceRange,
)

_ROUNDING = 1e-9
"""A limit of 7 g/dL converted is not exactly 70 g/L."""


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers that a value may be."""

    low: float
    high: float
    low_included: bool = True
    high_included: bool = True


def span(quantity: Quantity, *, negative: bool = False) -> Span:
    """The numbers that `quantity` stands for; below zero only where that can be."""
    least, value = (-inf if negative else 0.0), quantity.value
    match quantity.comparator:
        case Comparator.BELOW:
            return Span(min(least, value), value, high_included=False)
        case Comparator.AT_MOST:
            return Span(min(least, value), value)
        case Comparator.ABOVE:
            return Span(value, inf, low_included=False)
        case Comparator.AT_LEAST:
            return Span(value, inf)
    return Span(value, value)


def within(
    value: Span, low: float | None, high: float | None, *, closed: tuple[bool, bool] = (True, True)
) -> Interpretation | None:
    """Low, normal or high, where every number of `value` is; None where it cannot be said.

    Parameters
    ----------
    value : Span
    low, high : float | None
        Limits of the range; None where it has none on that side.
    closed : tuple[bool, bool]
        Whether the limits themselves lie inside.
    """
    if low is not None and _all_below(value, low, inside=closed[0]):
        return Interpretation.LOW
    if high is not None and _all_above(value, high, inside=closed[1]):
        return Interpretation.HIGH
    if low is None and high is None:
        return None
    over_low = low is None or _reaches(value.low, low, closed[0], value.low_included)
    under_high = high is None or _reaches(-value.high, -high, closed[1], value.high_included)
    return Interpretation.NORMAL if over_low and under_high else None


def _all_below(value: Span, low: float, *, inside: bool) -> bool:
    if value.high < low - _near(low):
        return True
    at_limit = abs(value.high - low) <= _near(low)
    return at_limit and not (inside and value.high_included)


def _all_above(value: Span, high: float, *, inside: bool) -> bool:
    if value.low > high + _near(high):
        return True
    at_limit = abs(value.low - high) <= _near(high)
    return at_limit and not (inside and value.low_included)


def _reaches(end: float, limit: float, inside: bool, included: bool) -> bool:
    if abs(end - limit) <= _near(limit):
        return inside or not included
    return end > limit


def _near(limit: float) -> float:
    return abs(limit) * _ROUNDING


def judged(value: Span, reference: ReferenceRange) -> Interpretation | None:
    """The flag of `value`: critical first, then the range."""
    critical = within(value, reference.critical_low, None, closed=(False, True))
    if critical is Interpretation.LOW:
        return Interpretation.CRITICAL_LOW
    critical = within(value, None, reference.critical_high, closed=(True, False))
    if critical is Interpretation.HIGH:
        return Interpretation.CRITICAL_HIGH
    closed = reference.low_included, reference.high_included
    return within(value, reference.low, reference.high, closed=closed)
