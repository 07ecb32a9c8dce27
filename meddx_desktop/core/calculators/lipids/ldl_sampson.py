"""LDL cholesterol after Sampson (NIH equation 2), triglycerides up to 800 mg/dL.

total/0.948 - HDL/0.971 - (TG/8.56 + TG x nonHDL/2140 - TG^2/16100) - 9.44
"""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import CHOLESTEROL, HDL, TRIGLYCERIDES
from meddx_desktop.core.calculators.lipids.checks import (
    CODES,
    lipids_disagree,
    triglycerides_too_high,
)
from meddx_desktop.core.calculators.model import (
    Facts,
    Refusal,
    Worked,
    formula_at,
    origin,
    values_at,
)

_TOO_HIGH = 800.0


def _limit(facts: Facts) -> Refusal | None:
    if facts["triglycerides"] > _TOO_HIGH:
        return triglycerides_too_high(facts, _TOO_HIGH)
    return lipids_disagree(facts, _ldl(facts).value)


def _ldl(facts: Facts) -> Worked:
    total, hdl, fat = (
        facts["total_cholesterol"],
        facts["hdl_cholesterol"],
        facts["triglycerides"],
    )
    remnant = fat / 8.56 + fat * (total - hdl) / 2140 - fat**2 / 16100
    return Worked(total / 0.948 - hdl / 0.971 - remnant - 9.44)


LDL_SAMPSON = Calculator(
    name="ldl_sampson",
    group="lipids",
    title="LDL cholesterol (Sampson)",
    purpose="Computes LDL where it was not measured; for triglycerides up to 800 mg/dL.",
    inputs=(CHOLESTEROL, HDL, TRIGLYCERIDES),
    unit="mg/dL",
    analyte="ldl_cholesterol",
    decimals=0,
    whom=Whom(),
    formula=_ldl,
    sources=(
        origin("Sampson M, Ling C, Sun Q, et al.", "JAMA Cardiology", 2020),
        formula_at(
            "ldl-calculator.com",
            "LDL cholesterol, NIH equation",
            "https://ldl-calculator.com/ldl-cholesterol-calculated-nih.php",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma "
            "packages/biosigma_core/test/calculators/metabolic/lipids_test.dart",
        ),
    ),
    verified=True,
    limit=_limit,
    limit_codes=CODES,
)
