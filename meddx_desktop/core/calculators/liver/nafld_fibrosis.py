"""NAFLD fibrosis score.

-1.675 + 0.037 age + 0.094 BMI + 1.13 (raised glucose or diabetes) + 0.99 AST/ALT
- 0.013 platelets - 0.66 albumin (g/dL)
"""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import ALBUMIN, ALT, AST, BMI, PLATELETS, answer
from meddx_desktop.core.calculators.model import (
    Facts,
    Worked,
    banded,
    formula_at,
    origin,
    values_at,
)

_GLUCOSE = "impaired_fasting_glucose_or_diabetes"
_BANDS = ("fibrosis_unlikely", "fibrosis_indeterminate", "fibrosis_likely")


def _score(facts: Facts) -> Worked:
    value = (
        -1.675
        + 0.037 * facts.years
        + 0.094 * facts["bmi"]
        + 1.13 * facts.yes(_GLUCOSE)
        + 0.99 * facts["ast"] / facts["alt"]
        - 0.013 * facts["platelets"]
        - 0.66 * facts["albumin"]
    )
    band = banded(value, (-1.455, _BANDS[0]), (0.676 + 1e-9, _BANDS[1]), last=_BANDS[2])
    return Worked(value, (band,))


NAFLD_FIBROSIS = Calculator(
    name="nafld_fibrosis_score",
    group="liver",
    title="NAFLD fibrosis score",
    purpose="Estimates advanced fibrosis in a fatty liver.",
    inputs=(BMI, answer(_GLUCOSE), AST, ALT, PLATELETS, ALBUMIN),
    unit="1",
    decimals=2,
    whom=Whom(youngest=18, age=True, pregnant=False),
    formula=_score,
    sources=(
        origin("Angulo P, et al.", "Hepatology 45:846-854", 2007, "doi:10.1002/hep.21496"),
        formula_at(
            "calculatorhunt.com",
            "NAFLD fibrosis score",
            "https://calculatorhunt.com/health/nafld-fibrosis-score",
        ),
        formula_at(
            "cliot for R", "R/neelpackage.R", "https://github.com/cran/cliot R/neelpackage.R"
        ),
        formula_at(
            "khayatibhrdwaj",
            "HepaCheck",
            "https://github.com/khayatibhrdwaj/HepaCheck backend/app/services/scores.py",
        ),
        values_at(
            "JuneYaooo",
            "clinical-calculator tests",
            "https://github.com/JuneYaooo/clinical-calculator "
            "tests/test_common_surgery_liver_more.py",
        ),
    ),
    verified=True,
    bands=_BANDS,
    notes=("not_in_acute_hepatitis",),
)
