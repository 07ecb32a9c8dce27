"""Converting between UCUM units: by definition, by molar mass, by valence, by a cited equation.

The only module that may ask the unit library (ucumvert on pint), which takes two seconds to load:
the units of laboratories are in resources/units/factors.json, made from that library and compared
with it by a test.
"""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from meddx_desktop.core.domain.laboratory import Conversion
from meddx_desktop.core.labs.unit_text import kinds
from meddx_desktop.core.paths import RESOURCES

BY_DEFINITION = "UCUM"
"""`Conversion.source` where only prefixes and litres change."""
SAME_UNIT = "U and IU name the same unit here"
BY_VALENCE = (
    "mEq = mmol x valence: Merck Manual Professional, Ready Reference Guides, Conversion tables"
)
_GRAMS = 1e-3
"""kg in a gram: the factors of masses are in kg, molar masses in g/mol."""
_AMOUNTS = {
    "mass/volume": "substance/volume",
    "mass/time": "substance/time",
    "mass": "substance",
}
"""Kinds of mass, and the same with an amount of substance instead."""
_SPECIAL = re.compile(r"[\[{]|eq|osm|U")
"""Units that the library would call plain numbers; never handed to it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A published relation between two units of one analyte: ``to = from * factor + offset``."""

    from_unit: str
    to_unit: str
    factor: float
    offset: float
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Substance:
    """What must be known of a substance to convert its quantities; compared by identity, for speed.

    Attributes
    ----------
    molar_mass : float | None
        g/mol.
    source : str
        Where the molar mass comes from.
    valence : int | None
        Charges per ion.
    per_molar_mass : float | None
        g/mol of the substance in the denominator of a ratio (creatinine).
    rules : tuple[Rule, ...]
    """

    molar_mass: float | None = None
    source: str = ""
    valence: int | None = None
    per_molar_mass: float | None = None
    rules: tuple[Rule, ...] = ()


NOTHING_KNOWN = Substance()


@cache
def _factors() -> dict[str, float]:
    path = RESOURCES / "units" / "factors.json"
    by_kind: dict[str, dict[str, float]] = json.loads(path.read_text("utf-8"))
    return {unit: factor for units in by_kind.values() for unit, factor in units.items()}


@lru_cache(maxsize=8192)
def conversion(
    from_unit: str, to_unit: str, substance: Substance = NOTHING_KNOWN
) -> Conversion | None:
    """How a number in `from_unit` becomes one in `to_unit`; None when it cannot.

    Parameters
    ----------
    from_unit, to_unit : str
        UCUM codes, as `unit_text.readings` gives them.
    substance : Substance
        Of the analyte. Without it only units of one kind convert.
    """
    if from_unit == to_unit:
        return Conversion(from_unit, to_unit, 1.0, source=BY_DEFINITION)
    kind, wanted = kinds().get(from_unit, ""), kinds().get(to_unit, "")
    if not kind or not wanted:
        return _by_library(from_unit, to_unit)
    if kind == wanted:
        return _scaled(from_unit, to_unit, 1.0, BY_DEFINITION)
    return (
        _swapped(from_unit, to_unit, kind, wanted)
        or _by_rule(from_unit, to_unit, substance)
        or _by_substance(from_unit, to_unit, substance)
    )


def convert(value: float, how: Conversion) -> float:
    """`value` in the unit that `how` leads to."""
    return value * how.factor + how.offset


def _scaled(from_unit: str, to_unit: str, between: float, source: str) -> Conversion:
    """Through the base units of both kinds; `between` leads from one base to the other."""
    factors = _factors()
    ratio = factors[from_unit] * between / factors[to_unit]
    # The rounding noise of powers of ten would show: 5.000000000000001 mmol/L.
    return Conversion(from_unit, to_unit, float(f"{ratio:.12g}"), source=source)


def _swapped(from_unit: str, to_unit: str, kind: str, wanted: str) -> Conversion | None:
    if {kind, wanted} != {"activity/volume", "international/volume"}:
        return None
    plain = from_unit.replace("[IU]", "U"), to_unit.replace("[IU]", "U")
    if not set(plain) <= kinds().keys():
        return None
    factor = _scaled(*plain, 1.0, SAME_UNIT).factor
    return Conversion(from_unit, to_unit, factor, source=SAME_UNIT)


def _by_rule(from_unit: str, to_unit: str, substance: Substance) -> Conversion | None:
    for rule in substance.rules:
        there = conversion(from_unit, rule.from_unit), conversion(rule.to_unit, to_unit)
        if there[0] and there[1]:
            return _through(from_unit, to_unit, there[0], rule, there[1])
        back = conversion(from_unit, rule.to_unit), conversion(rule.from_unit, to_unit)
        if back[0] and back[1]:
            inverse = Rule(
                rule.to_unit,
                rule.from_unit,
                1 / rule.factor,
                -rule.offset / rule.factor,
                rule.source,
            )
            return _through(from_unit, to_unit, back[0], inverse, back[1])
    return None


def _through(
    from_unit: str, to_unit: str, first: Conversion, rule: Rule, last: Conversion
) -> Conversion:
    return Conversion(
        from_unit,
        to_unit,
        first.factor * rule.factor * last.factor,
        rule.offset * last.factor,
        rule.source,
    )


def _by_substance(from_unit: str, to_unit: str, substance: Substance) -> Conversion | None:
    kind, wanted = kinds()[from_unit], kinds()[to_unit]
    between = _to_amount(kind, substance), _to_amount(wanted, substance)
    if between[0] is None or between[1] is None or between[0][0] != between[1][0]:
        return None
    is_mass = "mass" in kind + wanted
    source = substance.source if is_mass else BY_VALENCE
    return _scaled(from_unit, to_unit, between[0][1] / between[1][1], source)


def _to_amount(kind: str, substance: Substance) -> tuple[str, float] | None:
    """The kind that `kind` becomes when counted in moles, and the factor from base to base."""
    mass, per, charge = substance.molar_mass, substance.per_molar_mass, substance.valence
    ratios = {
        "mass/mass": (per * _GRAMS if per else None),
        "mass/substance": 1.0,
        "substance/substance": (mass * _GRAMS if mass else None),
    }
    if kind in ratios:
        factor = ratios[kind]
        return ("mass/substance", factor) if factor else None
    if kind in _AMOUNTS:
        return (_AMOUNTS[kind], 1 / (mass * _GRAMS)) if mass else None
    if kind == "equivalents/volume":
        return ("substance/volume", 1 / charge) if charge else None
    return (kind, 1.0) if kind in _AMOUNTS.values() else None


def _by_library(from_unit: str, to_unit: str) -> Conversion | None:
    """For UCUM units that are not in the table, two seconds later."""
    if _SPECIAL.search(from_unit) or _SPECIAL.search(to_unit):
        return None
    sizes = _size(from_unit), _size(to_unit)
    if not sizes[0] or not sizes[1] or not sizes[0][0] or sizes[0][0] != sizes[1][0]:
        return None
    factor = float(f"{sizes[0][1] / sizes[1][1]:.12g}")
    return Conversion(from_unit, to_unit, factor, source=BY_DEFINITION)


@lru_cache(maxsize=1024)
def _size(unit: str) -> tuple[str, float] | None:
    """Dimension and size in base units; None when the library cannot read `unit`."""
    import lark
    import pint

    try:
        quantity = _registry().from_ucum(unit).to_base_units()
    except (lark.exceptions.LarkError, pint.errors.PintError, AttributeError):
        return None
    dimension = " ".join(
        f"{name}{power}" for name, power in sorted(quantity.dimensionality.items())
    )
    return dimension, float(quantity.magnitude)


@cache
def _registry() -> Any:  # noqa: ANN401
    import ucumvert

    return ucumvert.PintUcumRegistry()
