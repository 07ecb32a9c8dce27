"""HEART: history, ECG, age, risk factors and troponin in chest pain, 0 to 2 points each."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import answer, choice
from meddx_desktop.core.calculators.model import (
    Facts,
    Worked,
    banded,
    formula_at,
    origin,
    scored,
    values_at,
)
from meddx_desktop.core.domain.case import Answer

_CHOICES = {
    "chest_pain_history": ("slightly_suspicious", "moderately_suspicious", "highly_suspicious"),
    "ecg": ("usual", "repolarisation_disturbance", "significant_st_deviation"),
    "heart_risk_factors": ("none", "one_or_two", "three_or_known_atherosclerosis"),
    "troponin_times_limit": ("up_to_1", "1_to_3", "3_or_more"),
}
_BANDS = ("risk_low", "risk_intermediate", "risk_high")


def _heart(facts: Facts) -> Worked:
    points = {name: codes.index(facts.choice(name)) for name, codes in _CHOICES.items()}
    points["age"] = (facts.years >= 45) + (facts.years >= 65)
    low, middle, high = _BANDS
    return scored(points, banded(sum(points.values()), (4, low), (7, middle), last=high))


HEART_SCORE = Calculator(
    name="heart_score",
    group="heart",
    title="HEART score",
    purpose="Sorts chest pain by the risk of a heart attack in the next weeks.",
    inputs=(
        answer("chest_pain", Answer.YES, "needs_chest_pain"),
        *(choice(name, *codes) for name, codes in _CHOICES.items()),
    ),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18, age=True, pregnant=False),
    formula=_heart,
    sources=(
        origin(
            "Six AJ, Backus B, et al.",
            "Neth Heart J 16:191-196",
            2008,
            "abstract at https://pmc.ncbi.nlm.nih.gov/articles/PMC2442661",
            opened=True,
        ),
        formula_at(
            "Emergency Medicine Journal",
            "markup 168800, table 1",
            "https://emj.bmj.com/highwire/markup/168800/expansion",
        ),
        formula_at(
            "Emergency Medicine Journal",
            "markup 154214, table 1",
            "https://emj.bmj.com/highwire/markup/154214/expansion",
        ),
        values_at(
            "u9401066",
            "medical-calc-mcp tests",
            "https://github.com/u9401066/medical-calc-mcp tests/e2e/test_heart_score.py",
        ),
    ),
    verified=True,
    bands=_BANDS,
)
