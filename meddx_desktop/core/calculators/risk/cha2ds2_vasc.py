"""CHA2DS2-VASc: risk of stroke in atrial fibrillation."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import ATRIAL_FIBRILLATION, DIABETES, answer
from meddx_desktop.core.calculators.model import (
    Facts,
    Worked,
    formula_at,
    origin,
    scored,
    values_at,
)

_WEIGHTS = {
    "heart_failure": 1,
    "hypertension": 1,
    "diabetes": 1,
    "stroke_or_embolism": 2,
    "vascular_disease": 1,
}


def _score(facts: Facts) -> Worked:
    points = {name: weight * facts.yes(name) for name, weight in _WEIGHTS.items()}
    points["age"] = (facts.years >= 65) + (facts.years >= 75)
    points["sex"] = int(facts.female)
    return scored(points)


CHA2DS2_VASC = Calculator(
    name="cha2ds2_vasc",
    group="heart",
    title="CHA2DS2-VASc",
    purpose="Risk of stroke in atrial fibrillation.",
    inputs=(
        ATRIAL_FIBRILLATION,
        answer("heart_failure"),
        answer("hypertension"),
        DIABETES,
        answer("stroke_or_embolism"),
        answer("vascular_disease"),
    ),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18, age=True, sex=True, pregnant=False),
    formula=_score,
    sources=(
        origin("Lip GYH, et al.", "Chest 137:263-272", 2010, "doi:10.1378/chest.09-1584"),
        formula_at(
            "Journal of the American Board of Family Medicine",
            "markup 9470, table 1",
            "https://www.jabfm.org/highwire/markup/9470/expansion",
        ),
        formula_at(
            "GlobalRPh",
            "CHA2DS2-VASc score",
            "http://globalrph.com/medcalcs/chads2-vasc-score-stroke-risk-assessment-in-a-fib/",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma packages/biosigma_core/test/calculators/"
            "hemostasis/afib_risk_scores_test.dart",
        ),
    ),
    verified=True,
)
