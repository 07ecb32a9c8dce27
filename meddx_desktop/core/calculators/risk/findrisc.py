"""FINDRISC: risk of type 2 diabetes in ten years, without a blood test."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import BMI, answer, choice
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Worked,
    banded,
    formula_at,
    origin,
    scored,
    values_at,
)
from meddx_desktop.core.domain.case import Answer

_WAIST = Input("waist", "cm", 30.0, 250.0)
_FAMILY = {
    "none": 0,
    "grandparent_aunt_uncle_cousin": 3,
    "parent_sibling_child": 5,
}
_BANDS = (
    "risk_low",
    "risk_slightly_raised",
    "risk_moderate",
    "risk_high",
    "risk_very_high",
)


def _score(facts: Facts) -> Worked:
    years, bmi, waist = facts.years, facts["bmi"], facts["waist"]
    narrow, wide = (80, 88) if facts.female else (94, 102)
    points = {
        "age": 2 * (years >= 45) + (years >= 55) + (years >= 65),
        "bmi": (bmi >= 25) + 2 * (bmi > 30),
        "waist": 3 * (waist >= narrow) + (waist > wide),
        "active_30_minutes_daily": 2 * (not facts.yes("active_30_minutes_daily")),
        "vegetables_or_fruit_daily": int(not facts.yes("vegetables_or_fruit_daily")),
        "ever_blood_pressure_medicine": 2 * facts.yes("ever_blood_pressure_medicine"),
        "ever_high_glucose": 5 * facts.yes("ever_high_glucose"),
        "family_diabetes": _FAMILY[facts.choice("family_diabetes")],
    }
    low, slight, moderate, high, very_high = _BANDS
    steps = ((7, low), (12, slight), (15, moderate), (21, high))
    return scored(points, banded(sum(points.values()), *steps, last=very_high))


FINDRISC = Calculator(
    name="findrisc",
    group="sugar",
    title="FINDRISC",
    purpose="Risk of type 2 diabetes in ten years, without a blood test.",
    inputs=(
        answer("known_diabetes", Answer.NO, "not_with_known_diabetes"),
        BMI,
        _WAIST,
        answer("active_30_minutes_daily"),
        answer("vegetables_or_fruit_daily"),
        answer("ever_blood_pressure_medicine"),
        answer("ever_high_glucose"),
        choice("family_diabetes", *_FAMILY),
    ),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18, age=True, sex=True, pregnant=False),
    formula=_score,
    sources=(
        origin(
            "Lindström J, Tuomilehto J",
            "Diabetes Care 26:725-731",
            2003,
            "doi:10.2337/diacare.26.3.725",
        ),
        formula_at(
            "Type 2 diabetes risk assessment form",
            "copy of the original form",
            "https://paperzz.com/doc/6772719/type-2-diabetes-risk-assessment-form",
        ),
        formula_at(
            "webdisplay.be", "Copy of the form", "http://www.webdisplay.be/seha-epoint/Q.html"
        ),
        values_at(
            "induwara.lk",
            "Diabetes risk calculator",
            "https://induwara.lk/tools/diabetes-risk-calculator",
        ),
    ),
    verified=True,
    bands=_BANDS,
    notes=("not_validated_in_chinese",),
)
