"""Pooled cohort equations of 2013: heart attack or stroke in ten years.

Only the coefficients for white and other persons; the paper has others for black Americans.
"""

from dataclasses import dataclass
from math import exp, log

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import (
    CHOLESTEROL,
    DIABETES,
    HDL,
    NO_HEART_DISEASE,
    SMOKER,
    SYSTOLIC,
    TREATED_PRESSURE,
)
from meddx_desktop.core.calculators.lipids.checks import lipids_disagree
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at


@dataclass(frozen=True, slots=True)
class _Model:
    """Coefficients of one sex; pairs are the weight itself and its change with ln(age)."""

    age: float
    age_squared: float
    total: tuple[float, float]
    hdl: tuple[float, float]
    treated_pressure: float
    pressure: float
    smoker: tuple[float, float]
    diabetes: float
    mean: float
    survival: float


_WOMEN = _Model(
    age=-29.799,
    age_squared=4.884,
    total=(13.54, -3.114),
    hdl=(-13.578, 3.149),
    treated_pressure=2.019,
    pressure=1.957,
    smoker=(7.574, -1.665),
    diabetes=0.661,
    mean=-29.18,
    survival=0.9665,
)
_MEN = _Model(
    age=12.344,
    age_squared=0.0,
    total=(11.853, -2.664),
    hdl=(-7.99, 1.769),
    treated_pressure=1.797,
    pressure=1.764,
    smoker=(7.837, -1.795),
    diabetes=0.658,
    mean=61.18,
    survival=0.9144,
)


def _risk(facts: Facts) -> Worked:
    model, age = _WOMEN if facts.female else _MEN, log(facts.years)
    treated = facts.yes("treated_blood_pressure")

    def weight(pair: tuple[float, float]) -> float:
        return pair[0] + pair[1] * age

    total = (
        model.age * age
        + model.age_squared * age**2
        + weight(model.total) * log(facts["total_cholesterol"])
        + weight(model.hdl) * log(facts["hdl_cholesterol"])
        + (model.treated_pressure if treated else model.pressure) * log(facts["systolic_pressure"])
        + weight(model.smoker) * facts.yes("smoker")
        + model.diabetes * facts.yes("diabetes")
    )
    return Worked(100 * (1 - model.survival ** exp(total - model.mean)))


POOLED_COHORT = Calculator(
    name="pooled_cohort_2013",
    group="heart",
    title="Pooled cohort equations 2013",
    purpose="Risk of heart attack or stroke in ten years.",
    inputs=(NO_HEART_DISEASE, CHOLESTEROL, HDL, SYSTOLIC, TREATED_PRESSURE, SMOKER, DIABETES),
    unit="%",
    decimals=1,
    whom=Whom(youngest=40, oldest=79, age=True, sex=True, pregnant=False),
    formula=_risk,
    sources=(
        origin(
            "Goff DC, et al.",
            "Circulation 129(25 Suppl 2):S49-S73",
            2014,
            "doi:10.1161/01.cir.0000437741.48606.98",
        ),
        formula_at("vcastro", "CVrisk", "https://github.com/vcastro/CVrisk data-raw/score_coef.R"),
        values_at(
            "bcjaeger",
            "PooledCohort",
            "https://github.com/bcjaeger/PooledCohort README.md",
        ),
        values_at(
            "vcastro",
            "CVrisk tests",
            "https://github.com/vcastro/CVrisk tests/testthat/test-ascvd_10y_accaha.R",
        ),
    ),
    verified=True,
    limit=lipids_disagree,
    limit_codes=("lipids_disagree",),
    notes=("not_validated_in_chinese", "pooled_cohort_other_than_black"),
)
