"""LDL cholesterol after Friedewald: total - HDL - triglycerides/5, below 400 mg/dL only."""

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

_TOO_HIGH = 400.0


def _limit(facts: Facts) -> Refusal | None:
    if facts["triglycerides"] >= _TOO_HIGH:
        return triglycerides_too_high(facts, _TOO_HIGH)
    return lipids_disagree(facts, _ldl(facts).value)


def _ldl(facts: Facts) -> Worked:
    return Worked(
        facts["total_cholesterol"] - facts["hdl_cholesterol"] - facts["triglycerides"] / 5
    )


LDL_FRIEDEWALD = Calculator(
    name="ldl_friedewald",
    group="lipids",
    title="LDL cholesterol (Friedewald)",
    purpose="Computes LDL where it was not measured; for triglycerides under 400 mg/dL.",
    inputs=(CHOLESTEROL, HDL, TRIGLYCERIDES),
    unit="mg/dL",
    analyte="ldl_cholesterol",
    decimals=0,
    whom=Whom(),
    formula=_ldl,
    sources=(
        origin("Friedewald WT, Levy RI, Fredrickson DS", "Clin Chem 18:499-502", 1972),
        formula_at(
            "LDLcalc for R",
            "Equation_functions.R",
            "https://rdrr.io/cran/LDLcalc/src/R/Equation_functions.R",
        ),
        values_at(
            "JuneYaooo",
            "clinical-calculator tests",
            "https://github.com/JuneYaooo/clinical-calculator "
            "tests/test_common_lipids_renal_simple.py",
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
    notes=("better_fasting",),
)
