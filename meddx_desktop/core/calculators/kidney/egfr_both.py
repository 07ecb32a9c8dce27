"""Filtration from creatinine and cystatin C together: CKD-EPI 2021.

135 x min(Scr/k, 1)^a x max(Scr/k, 1)^-0.544 x min(Scys/0.8, 1)^-0.323
x max(Scys/0.8, 1)^-0.778 x 0.9961^age, times 0.963 for women;
k is 0.7 for women and 0.9 for men, a is -0.219 and -0.144.
"""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import CREATININE, CYSTATIN_C
from meddx_desktop.core.calculators.kidney.kdigo import G_BANDS, g_category
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at


def _egfr(facts: Facts) -> Worked:
    knot, slope, factor = (0.7, -0.219, 0.963) if facts.female else (0.9, -0.144, 1.0)
    creatinine, cystatin = facts["creatinine"] / knot, facts["cystatin_c"] / 0.8
    value = 135 * min(creatinine, 1) ** slope * max(creatinine, 1) ** -0.544
    value *= min(cystatin, 1) ** -0.323 * max(cystatin, 1) ** -0.778
    value *= 0.9961**facts.years * factor
    return Worked(value, (g_category(value),))


EGFR_BOTH = Calculator(
    name="egfr_ckd_epi_2021_both",
    group="kidney",
    title="eGFR from creatinine and cystatin C (CKD-EPI 2021)",
    purpose="Estimates how much the kidneys filter; closer than either test alone.",
    inputs=(CREATININE, CYSTATIN_C),
    unit="mL/min/{1.73_m2}",
    decimals=0,
    whom=Whom(youngest=18, age=True, sex=True, pregnant=False, steady_creatinine=True),
    formula=_egfr,
    sources=(
        origin("Inker LA, et al.", "N Engl J Med 385:1737-1749", 2021, "doi:10.1056/NEJMoa2102953"),
        formula_at(
            "egfr.app",
            "CKD-EPI 2021 creatinine and cystatin C",
            "https://egfr.app/equations/ckd-epi-2021-cr-cys/",
        ),
        formula_at(
            "scientific-tools-org",
            "kidney.epi",
            "https://github.com/scientific-tools-org/kidney.epi R/egfr_ckdepi2021.R",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma "
            "packages/biosigma_core/test/calculators/ckd_epi_independent_test.dart",
        ),
    ),
    verified=True,
    bands=G_BANDS,
    notes=("kidney_disease_needs_three_months",),
)
