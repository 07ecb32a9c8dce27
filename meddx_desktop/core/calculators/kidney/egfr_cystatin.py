"""Filtration from cystatin C: CKD-EPI 2012.

133 x min(Scys/0.8, 1)^-0.499 x max(Scys/0.8, 1)^-1.328 x 0.996^age, times 0.932 for women.
"""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import CYSTATIN_C
from meddx_desktop.core.calculators.kidney.kdigo import G_BANDS, g_category
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at


def _egfr(facts: Facts) -> Worked:
    ratio = facts["cystatin_c"] / 0.8
    value = 133 * min(ratio, 1) ** -0.499 * max(ratio, 1) ** -1.328 * 0.996**facts.years
    value *= 0.932 if facts.female else 1.0
    return Worked(value, (g_category(value),))


EGFR_CYSTATIN = Calculator(
    name="egfr_ckd_epi_2012_cystatin_c",
    group="kidney",
    title="eGFR from cystatin C (CKD-EPI 2012)",
    purpose="Estimates how much the kidneys filter where muscle mass makes creatinine mislead.",
    inputs=(CYSTATIN_C,),
    unit="mL/min/{1.73_m2}",
    decimals=0,
    whom=Whom(youngest=18, age=True, sex=True, pregnant=False, steady_creatinine=True),
    formula=_egfr,
    sources=(
        origin("Inker LA, et al.", "N Engl J Med 367:20-29", 2012, "doi:10.1056/NEJMoa1114248"),
        formula_at(
            "National Kidney Foundation",
            "CKD-EPI Cystatin C Equation (2012)",
            "https://www.kidney.org/content/ckd-epi-cystatin-c-equation-2012",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma "
            "packages/biosigma_core/test/calculators/independent_batch2_test.dart",
        ),
    ),
    verified=True,
    bands=G_BANDS,
    notes=("kidney_disease_needs_three_months",),
)
