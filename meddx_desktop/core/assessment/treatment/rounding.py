"""Rounding a dose to what can be measured: tablets, the lines of a syringe, or round numbers.

All steps are nested (each threshold is a multiple of both its neighbours), so that a heavier
patient never gets a smaller dose. The steps of syringes and of plain amounts are the authors'
choice; those of tablets stand in the plan.
"""

from math import ceil, floor

from meddx_desktop.core.assessment.treatment.plan import DoseRule

_SYRINGE = ((1.0, 0.05), (5.0, 0.2), (20.0, 0.5), (float("inf"), 1.0))
"""Below so many mL, in steps of so many: 1 mL, 5 mL and 20 mL syringes."""
_PLAIN = ((1.0, 0.05), (10.0, 0.5), (100.0, 1.0), (1000.0, 5.0), (float("inf"), 50.0))
_SLACK = 1e-9


def rounded(value: float, step: float, way: str) -> float:
    """To a multiple of `step`: ``nearest``, ``down`` or ``up``; at least one step."""
    pieces = value / step
    if way == "down":
        count = floor(pieces + _SLACK)
    elif way == "up":
        count = ceil(pieces - _SLACK)
    else:
        count = floor(pieces + 0.5 + _SLACK)
    return float(f"{max(count, 1) * step:.10g}")


def millilitres(value: float, way: str) -> float:
    """A volume to the lines of the syringe that is taken for it, mL."""
    return rounded(value, _step(value, _SYRINGE), way)


def measurable(rule: DoseRule, amount: float) -> float:
    """A single dose that can be measured, never above what the rule allows; in its unit."""
    return _capped(rule, _measured(rule, amount, rule.rounding))


def _measured(rule: DoseRule, amount: float, way: str) -> float:
    if rule.strength:
        content = rule.strength.amount / rule.strength.millilitres
        return float(f"{millilitres(amount / content, way) * content:.10g}")
    return rounded(amount, rule.step or _step(amount, _PLAIN), way)


def _capped(rule: DoseRule, amount: float) -> float:
    """Where rounding went above the highest dose, the next measurable one below it."""
    if amount <= rule.ceiling + _SLACK:
        return amount
    return _measured(rule, rule.ceiling, "down")


def _step(value: float, steps: tuple[tuple[float, float], ...]) -> float:
    return next(step for below, step in steps if value < below)
