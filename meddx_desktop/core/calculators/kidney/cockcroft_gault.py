"""Creatinine clearance for drug labels: (140 - age) x kg / (72 x Scr), times 0.85 for women.

It gives the clearance only. No dose is computed here.
"""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import CREATININE, WEIGHT
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at


def _clearance(facts: Facts) -> Worked:
    value = (140 - facts.years) * facts["weight"] / (72 * facts["creatinine"])
    return Worked(value * (0.85 if facts.female else 1.0))


COCKCROFT_GAULT = Calculator(
    name="creatinine_clearance_cockcroft_gault",
    group="kidney",
    title="Creatinine clearance (Cockcroft-Gault)",
    purpose="The clearance that many drug labels refer to; not a stage of kidney disease.",
    inputs=(WEIGHT, CREATININE),
    unit="mL/min",
    decimals=0,
    whom=Whom(youngest=18, oldest=120, age=True, sex=True, pregnant=False, steady_creatinine=True),
    formula=_clearance,
    sources=(
        origin("Cockcroft DW, Gault MH", "Nephron 16:31-41", 1976),
        formula_at(
            "Taber's Medical Dictionary",
            "Cockcroft-Gault formula",
            "https://www.tabers.com/tabersonline/view/Tabers-Dictionary/738131/all/"
            "Cockcroft_Gault_formula",
        ),
        formula_at(
            "superglobalcalculator.com",
            "Creatinine clearance",
            "https://superglobalcalculator.com/formulas/health/creatinine-clearance",
        ),
        values_at(
            "pharmaverse",
            "admiral tests",
            "https://github.com/pharmaverse/admiral tests/testthat/test-compute_kidney.R",
        ),
    ),
    verified=True,
    notes=("for_drug_labels_only", "actual_body_weight"),
)
