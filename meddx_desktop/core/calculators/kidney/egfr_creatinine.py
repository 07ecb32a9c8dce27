"""Filtration from creatinine: CKD-EPI 2021, without race.

142 x min(Scr/k, 1)^a x max(Scr/k, 1)^-1.200 x 0.9938^age, times 1.012 for women;
k is 0.7 for women and 0.9 for men, a is -0.241 and -0.302.
"""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import CREATININE
from meddx_desktop.core.calculators.kidney.kdigo import G_BANDS, g_category
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at


def _egfr(facts: Facts) -> Worked:
    knot, slope, factor = (0.7, -0.241, 1.012) if facts.female else (0.9, -0.302, 1.0)
    ratio = facts["creatinine"] / knot
    value = 142 * min(ratio, 1) ** slope * max(ratio, 1) ** -1.200 * 0.9938**facts.years * factor
    return Worked(value, (g_category(value),))


EGFR_CREATININE = Calculator(
    name="egfr_ckd_epi_2021",
    group="kidney",
    title="eGFR from creatinine (CKD-EPI 2021)",
    purpose="Estimates how much the kidneys filter, from creatinine, age and sex.",
    inputs=(CREATININE,),
    unit="mL/min/{1.73_m2}",
    decimals=0,
    whom=Whom(youngest=18, age=True, sex=True, pregnant=False, steady_creatinine=True),
    formula=_egfr,
    sources=(
        origin("Inker LA, et al.", "N Engl J Med 385:1737-1749", 2021, "doi:10.1056/NEJMoa2102953"),
        formula_at(
            "National Kidney Foundation",
            "CKD-EPI Creatinine Equation (2021)",
            "https://kidney.org/ckd-epi-creatinine-equation-2021",
        ),
        formula_at(
            "scientific-tools-org",
            "kidney.epi",
            "https://github.com/scientific-tools-org/kidney.epi R/egfr_ckdepi2021.R",
        ),
        values_at(
            "pharmaverse",
            "admiral tests",
            "https://github.com/pharmaverse/admiral tests/testthat/test-compute_kidney.R",
        ),
    ),
    verified=True,
    bands=G_BANDS,
    notes=("kidney_disease_needs_three_months",),
)
