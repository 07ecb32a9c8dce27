"""Doses of a plan's file, each held against what it could be by a slip of the pen.

A unit wrong by 10 or 1,000 is found three times over: against the range of single doses that was
entered a second time for the drug (``resources/treatment/limits.toml``), by the weight at which a
dose per kg meets its cap, and by how many tablets a dose would be.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from meddx_desktop.core.assessment.treatment.plan import Band, DoseRule, Strength
from meddx_desktop.core.assessment.treatment.plan_fields import one_file, optional, refused, whole
from meddx_desktop.core.notes.red_flag_fields import Fields, ages_of
from meddx_desktop.core.paths import RESOURCES

LIMITS = RESOURCES / "treatment" / "limits.toml"
UNITS = ("mg", "g", "ug", "[iU]", "{puff}")
ROUTES = ("oral", "iv", "im", "iv_or_im", "inhaled", "nebulised", "rectal", "subcutaneous")
ROUNDINGS = ("", "nearest", "down", "up")
_STRENGTH = re.compile(r"(\d+(?:\.\d+)?) (mg|g|ug|\[iU\])/(\d+(?:\.\d+)?) mL")
_LIGHTEST_CAPPED, _HEAVIEST_CAPPED = 8.0, 150.0
"""Between these weights, in kg, a dose per kg must meet its cap."""
_FEWEST, _MOST_PIECES = 0.25, 10.0
"""Tablets that anybody takes at once."""
_MOST_TIMES, _LONGEST = 12.0, 400
_DAY = 24.0


@dataclass(frozen=True, slots=True)
class Limit:
    """The lowest and the highest single dose of a drug that any opened source states.

    Attributes
    ----------
    unit : str
    least, most : float
        In `unit`; for a dose by weight `least` is that of the lightest patient it is meant for.
    """

    unit: str
    least: float
    most: float

    def hold(self, amount: float) -> bool:
        """Whether such a dose can be."""
        return self.least <= amount <= self.most


Limits = Mapping[tuple[str, str], Limit]
"""By drug and unit."""


@cache
def limits() -> Limits:
    """The limits that come with the program.

    Raises
    ------
    KnowledgeRejected
        As `read_limits`.
    """
    return read_limits(LIMITS)


def read_limits(path: Path) -> Limits:
    """Read the second entry of every single dose.

    Raises
    ------
    KnowledgeRejected
        ``treatment_unreadable``, ``treatment_invalid`` or ``treatment_key_twice``.
    """
    found: dict[tuple[str, str], Limit] = {}
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("single", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise refused("treatment_unreadable", path.name, "", str(error)) from error
    for row in rows:
        fields = Fields(path.name, str(row.get("drug", "?")), dict(row))
        with one_file(path.name):
            drug, unit = fields.text("drug"), fields.choice("unit", UNITS)
            limit = Limit(unit, fields.decimal("least"), fields.decimal("most"))
            fields.done()
            if not 0 < limit.least <= limit.most:
                raise fields.bad("least and most")
        if (drug, unit) in found:
            raise refused("treatment_key_twice", path.name, f"{drug} {unit}")
        found[drug, unit] = limit
    return found


def dose_of(fields: Fields, drug: str, known: Limits) -> DoseRule:
    """One dose of a drug.

    Raises
    ------
    BadRules
        What is wrong with it.
    KnowledgeRejected
        ``treatment_dose_invalid`` where it can't be.
    """
    times = optional(fields, "times") or 1.0
    per = {key: optional(fields, key) for key in ("amount", "per_kg_dose", "per_kg_day")}
    rule = DoseRule(
        unit=fields.choice("unit", UNITS),
        route=fields.choice("route", ROUTES),
        times=times,
        amount=per["amount"],
        per_kg_dose=per["per_kg_dose"],
        per_kg_day=per["per_kg_day"],
        upper=optional(fields, "upper"),
        most_dose=optional(fields, "most_dose"),
        most_day=optional(fields, "most_day"),
        hours_apart=optional(fields, "hours"),
        days_low=whole(fields, "days"),
        days_high=whole(fields, "days_to") or whole(fields, "days"),
        ages=ages_of(fields),
        weights=_band(fields, "weight"),
        clearances=_band(fields, "clearance"),
        step=optional(fields, "step"),
        strength=_strength(fields),
        tablet=optional(fields, "tablet"),
        rounding=fields.choice("rounding", ROUNDINGS) or "nearest",
        by_age=fields.flag("by_age"),
    )
    fields.done()
    _check_shape(fields, rule)
    why = _impossible(rule, known.get((drug, rule.unit)))
    if why:
        raise refused("treatment_dose_invalid", fields.file, fields.name, why)
    return rule


def _band(fields: Fields, name: str) -> Band | None:
    low, high = optional(fields, f"{name}_from"), optional(fields, f"{name}_to")
    if low is None and high is None:
        return None
    band = Band(low or 0.0, float("inf") if high is None else high)
    if band.low >= band.high:
        raise fields.bad(f"{name}: {band.low} to {band.high}")
    return band


def _strength(fields: Fields) -> Strength | None:
    if "strength" not in fields.row:
        return None
    written = fields.text("strength")
    match = _STRENGTH.fullmatch(written)
    if match is None or match[2] != fields.row.get("unit"):
        raise fields.bad(f"strength: {written}")
    return Strength(float(match[1]), float(match[3]), written)


def _check_shape(fields: Fields, rule: DoseRule) -> None:
    ways = (rule.amount, rule.per_kg_dose, rule.per_kg_day)
    if sum(one is not None for one in ways) != 1:
        raise fields.bad("exactly one of amount, per_kg_dose and per_kg_day")
    given = next(one for one in ways if one is not None)
    if rule.upper is not None and rule.upper <= given:
        raise fields.bad(f"upper: {rule.upper}")
    if not 0 < rule.times <= _MOST_TIMES:
        raise fields.bad(f"times: {rule.times}")
    if rule.times * (rule.hours_apart or _DAY) != _DAY:
        raise fields.bad(f"times and hours: {rule.times:g}, {rule.hours_apart}")
    low, high = rule.days_low, rule.days_high
    if high is not None and (low is None or not 1 <= low <= high <= _LONGEST):
        raise fields.bad("days")
    if rule.strength and (rule.upper or rule.step):
        raise fields.bad("a volume is of one dose of a liquid")
    if rule.tablet and (rule.strength or rule.step not in (rule.tablet, rule.tablet / 2)):
        raise fields.bad("a tablet is one step of the dose, or two")
    if rule.by_age and rule.needs_weight:
        raise fields.bad("by_age and by weight")
    if not rule.unit or not rule.route:
        raise fields.bad("unit and route")


def _impossible(rule: DoseRule, limit: Limit | None) -> str:
    """Why a dose can't be; empty: it can."""
    if limit is None:
        return "no range of single doses in limits.toml"
    if rule.per_kg is None:
        return _impossible_fixed(rule, limit)
    if rule.ceiling == float("inf"):
        return "a dose per kg without a highest dose"
    if not limit.hold(rule.ceiling):
        return f"highest dose {rule.ceiling:g} {rule.unit}"
    met = rule.ceiling / rule.per_kg
    if not _LIGHTEST_CAPPED <= met <= _HEAVIEST_CAPPED:
        return f"the highest dose is met at {met:g} kg"
    return ""


def _impossible_fixed(rule: DoseRule, limit: Limit) -> str:
    amounts = [one for one in (rule.amount, rule.upper) if one is not None]
    for amount in amounts:
        if not limit.hold(amount):
            return f"dose {amount:g} {rule.unit}"
        if amount > rule.ceiling:
            return f"dose {amount:g} {rule.unit} is above the highest dose"
        if rule.step and not _FEWEST <= amount / rule.step <= _MOST_PIECES:
            return f"{amount / rule.step:g} tablets"
    return ""
