"""Calcium corrected for albumin: calcium + 0.8 x (4.0 - albumin), in mg/dL and g/dL."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import ALBUMIN
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Worked,
    formula_at,
    origin,
    values_at,
)

_CALCIUM = Input("calcium", "mg/dL", 2.0, 25.0, "17861-6")


def _corrected(facts: Facts) -> Worked:
    return Worked(facts["calcium"] + 0.8 * (4.0 - facts["albumin"]))


CORRECTED_CALCIUM = Calculator(
    name="corrected_calcium",
    group="salts",
    title="Calcium corrected for albumin",
    purpose="What the total calcium would be with a usual albumin.",
    inputs=(_CALCIUM, ALBUMIN),
    unit="mg/dL",
    analyte="calcium",
    decimals=1,
    whom=Whom(youngest=18),
    formula=_corrected,
    sources=(
        origin("Payne RB, et al.", "Br Med J 4:643-646", 1973),
        formula_at(
            "easycalculation.com",
            "Corrected calcium formula",
            "https://www.easycalculation.com/formulas/corrected-calcium-formula.html",
        ),
        formula_at(
            "onlinemedicaltools.com",
            "Corrected calcium",
            "https://www.onlinemedicaltools.com/tools/corrected-calcium",
        ),
        values_at(
            "theprimecalculator.com",
            "Corrected calcium",
            "https://theprimecalculator.com/de/health/corrected-calcium/formula",
        ),
        values_at(
            "JuneYaooo",
            "clinical-calculator tests",
            "https://github.com/JuneYaooo/clinical-calculator "
            "tests/test_common_electrolyte_calculators.py",
        ),
    ),
    verified=True,
    notes=("ionised_calcium_is_better",),
)
