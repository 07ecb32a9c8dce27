"""Filtration of children: the bedside equation of 2009, 0.413 x height (cm) / creatinine."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import CREATININE, HEIGHT
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at


def _egfr(facts: Facts) -> Worked:
    return Worked(0.413 * facts["height"] / facts["creatinine"])


SCHWARTZ = Calculator(
    name="egfr_schwartz_2009",
    group="kidney",
    title="eGFR of children (bedside Schwartz 2009)",
    purpose="Estimates how much a child's kidneys filter, from height and creatinine.",
    inputs=(HEIGHT, CREATININE),
    unit="mL/min/{1.73_m2}",
    decimals=0,
    whom=Whom(youngest=1, oldest=17, pregnant=False, steady_creatinine=True),
    formula=_egfr,
    sources=(
        origin(
            "Schwartz GJ, Munoz A, Schneider MF, et al.",
            "J Am Soc Nephrol 20:629-637",
            2009,
            "doi:10.1681/ASN.2008030287",
        ),
        formula_at(
            "National Kidney Foundation",
            "Creatinine-based Bedside Schwartz Equation (2009)",
            "https://www.kidney.org/content/"
            "creatinine-based-%E2%80%9Cbedside-schwartz%E2%80%9D-equation-2009",
        ),
        formula_at(
            "nephro for R",
            "Schwartz.Bedside",
            "https://rdrr.io/cran/nephro/man/Schwartz.Bedside.html",
        ),
        values_at(
            "johnasher",
            "transplantr tests",
            "https://github.com/johnasher/transplantr tests/testthat/test_egfr.R",
        ),
    ),
    verified=True,
    notes=("enzymatic_creatinine",),
)
