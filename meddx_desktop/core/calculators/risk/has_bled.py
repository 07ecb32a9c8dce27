"""HAS-BLED: risk of bleeding under anticoagulants, one point each, 3 or more is high."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import ATRIAL_FIBRILLATION, answer
from meddx_desktop.core.calculators.model import (
    Facts,
    Worked,
    formula_at,
    origin,
    scored,
    values_at,
)

_ANSWERS = (
    "systolic_pressure_above_160",
    "abnormal_kidney_function",
    "abnormal_liver_function",
    "stroke",
    "bleeding_or_tendency",
    "labile_inr",
    "antiplatelet_or_nsaid",
    "alcohol_8_or_more_a_week",
)
_BANDS = ("risk_not_high", "risk_high")


def _score(facts: Facts) -> Worked:
    points = {name: int(facts.yes(name)) for name in _ANSWERS}
    points["age"] = int(facts.years > 65)
    return scored(points, _BANDS[sum(points.values()) >= 3])


HAS_BLED = Calculator(
    name="has_bled",
    group="heart",
    title="HAS-BLED",
    purpose="Points to what makes bleeding more likely in atrial fibrillation.",
    inputs=(ATRIAL_FIBRILLATION, *(answer(name) for name in _ANSWERS)),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18, age=True, pregnant=False),
    formula=_score,
    sources=(
        origin("Pisters R, et al.", "Chest 138:1093-1100", 2010),
        formula_at(
            "PubMed Central",
            "PMC3418985, table 3",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC3418985/table/t3-0580850",
        ),
        formula_at(
            "Journal of the American Board of Family Medicine",
            "markup 9515, table 2",
            "https://www.jabfm.org/highwire/markup/9515/expansion",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma packages/biosigma_core/test/calculators/"
            "hemostasis/afib_risk_scores_test.dart",
        ),
    ),
    verified=True,
    bands=_BANDS,
    notes=("not_a_reason_to_withhold",),
)
