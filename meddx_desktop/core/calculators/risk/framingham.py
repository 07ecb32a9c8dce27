"""Framingham 2008: risk of any cardiovascular disease in ten years, from lipids or from BMI."""

from dataclasses import dataclass
from math import exp, log

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import (
    BMI,
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
    """Coefficients of one sex; `logs` go with the natural logarithm of an input."""

    age: float
    logs: dict[str, float]
    pressure: float
    treated_pressure: float
    smoker: float
    diabetes: float
    mean: float
    survival: float


_LIPIDS = {
    True: _Model(
        2.32888,
        {"total_cholesterol": 1.20904, "hdl_cholesterol": -0.70833},
        2.76157,
        2.82263,
        0.52873,
        0.69154,
        26.1931,
        0.95012,
    ),
    False: _Model(
        3.06117,
        {"total_cholesterol": 1.12370, "hdl_cholesterol": -0.93263},
        1.93303,
        1.99881,
        0.65451,
        0.57367,
        23.9802,
        0.88936,
    ),
}
_WEIGHT = {
    True: _Model(2.72107, {"bmi": 0.51125}, 2.81291, 2.88267, 0.61868, 0.77763, 26.0145, 0.94833),
    False: _Model(3.11296, {"bmi": 0.79277}, 1.85508, 1.92672, 0.70953, 0.53160, 23.9388, 0.88431),
}


def _risk(facts: Facts, model: _Model) -> Worked:
    treated = facts.yes("treated_blood_pressure")
    pressure = model.treated_pressure if treated else model.pressure
    total = model.age * log(facts.years) + pressure * log(facts["systolic_pressure"])
    total += sum(weight * log(facts[name]) for name, weight in model.logs.items())
    total += model.smoker * facts.yes("smoker") + model.diabetes * facts.yes("diabetes")
    return Worked(100 * (1 - model.survival ** exp(total - model.mean)))


def _from_lipids(facts: Facts) -> Worked:
    return _risk(facts, _LIPIDS[facts.female])


def _from_weight(facts: Facts) -> Worked:
    return _risk(facts, _WEIGHT[facts.female])


_WHOM = Whom(youngest=30, oldest=74, age=True, sex=True, pregnant=False)
_SOURCES = (
    origin(
        "D'Agostino RB, et al.",
        "Circulation 117:743-753",
        2008,
        "doi:10.1161/CIRCULATIONAHA.107.699579",
    ),
    formula_at("vcastro", "CVrisk", "https://github.com/vcastro/CVrisk data-raw/score_coef.R"),
    formula_at(
        "Framingham Heart Study",
        "Cardiovascular disease, 10-year risk",
        "http://www.framinghamheartstudy.org/risk-functions/cardiovascular-disease/"
        "10-year-risk.php",
    ),
    values_at(
        "vcastro",
        "CVrisk tests",
        "https://github.com/vcastro/CVrisk tests/testthat/test-ascvd_10y_frs.R "
        "and test-ascvd_10y_frs_simple.R",
    ),
    values_at(
        "synthetichealth",
        "synthea tests",
        "https://github.com/synthetichealth/synthea "
        "src/test/java/org/mitre/synthea/modules/calculators/FraminghamTest.java",
    ),
)
FRAMINGHAM_LIPIDS = Calculator(
    name="framingham_2008_lipids",
    group="heart",
    title="Framingham 2008, with lipids",
    purpose="Risk of cardiovascular disease in ten years.",
    inputs=(NO_HEART_DISEASE, CHOLESTEROL, HDL, SYSTOLIC, TREATED_PRESSURE, SMOKER, DIABETES),
    unit="%",
    decimals=1,
    whom=_WHOM,
    formula=_from_lipids,
    sources=_SOURCES,
    verified=True,
    limit=lipids_disagree,
    limit_codes=("lipids_disagree",),
    notes=("not_validated_in_chinese",),
)
FRAMINGHAM_BMI = Calculator(
    name="framingham_2008_bmi",
    group="heart",
    title="Framingham 2008, with BMI",
    purpose="Risk of cardiovascular disease in ten years, where lipids are not known.",
    inputs=(NO_HEART_DISEASE, BMI, SYSTOLIC, TREATED_PRESSURE, SMOKER, DIABETES),
    unit="%",
    decimals=1,
    whom=_WHOM,
    formula=_from_weight,
    sources=_SOURCES,
    verified=True,
    notes=("not_validated_in_chinese",),
)
