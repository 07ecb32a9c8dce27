"""A calculator's value in the unit that the site shows the same thing in: LDL in mmol/L.

Formulas keep the unit they were published in; a person reads one unit for one test.
"""

from dataclasses import dataclass

from meddx_desktop.core.calculators.calculator import Calculator
from meddx_desktop.core.calculators.model import Refusal, Result
from meddx_desktop.core.domain.laboratory import Conversion
from meddx_desktop.core.labs.analytes import Analyte, analytes
from meddx_desktop.core.labs.units import conversion, convert


@dataclass(frozen=True, slots=True)
class SiteValue:
    """The value as it is shown, and how it came from the calculator's own."""

    value: float
    unit: str
    decimals: int
    conversion: Conversion


def site_value(calculator: Calculator, result: Result) -> SiteValue | None:
    """The value in the site's unit; None where that is the calculator's own."""
    analyte = analytes().get(calculator.analyte)
    how = _leading_to(analyte, result.unit)
    if analyte is None or how is None:
        return None
    return SiteValue(convert(result.value, how), analyte.unit, analyte.decimals, how)


def in_site_unit(refusal: Refusal, analyte: str) -> Refusal:
    """A value out of range said in the unit that stands in the table of results."""
    known = analytes().get(analyte)
    said = refusal.parameters
    how = _leading_to(known, str(said.get("unit", "")))
    if known is None or how is None or refusal.code != "value_out_of_range":
        return refusal
    numbers = {
        name: float(f"{convert(float(said[name]), how):.4g}") for name in ("value", "low", "high")
    }
    return Refusal(refusal.code, {**said, **numbers, "unit": known.unit})


def _leading_to(analyte: Analyte | None, unit: str) -> Conversion | None:
    if analyte is None or not unit or unit == analyte.unit:
        return None
    return conversion(unit, analyte.unit, analyte.substance)
