"""qSOFA: 22 or more breaths a minute, systolic pressure of 100 or less, altered mind."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import RESPIRATORY_RATE, SYSTOLIC, answer
from meddx_desktop.core.calculators.model import (
    Facts,
    Worked,
    formula_at,
    origin,
    scored,
    values_at,
)
from meddx_desktop.core.domain.case import Answer

_BANDS = ("qsofa_negative", "qsofa_positive")


def _qsofa(facts: Facts) -> Worked:
    points = {
        "respiratory_rate": int(facts["respiratory_rate"] >= 22),
        "systolic_pressure": int(facts["systolic_pressure"] <= 100),
        "altered_mind": int(facts.yes("altered_mind")),
    }
    return scored(points, _BANDS[sum(points.values()) >= 2])


QSOFA = Calculator(
    name="qsofa",
    group="acute",
    title="qSOFA",
    purpose="Warns of a bad course when an infection is suspected; it does not rule sepsis out.",
    inputs=(
        answer("suspected_infection", Answer.YES, "needs_suspected_infection"),
        RESPIRATORY_RATE,
        SYSTOLIC,
        answer("altered_mind"),
    ),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18, pregnant=False),
    formula=_qsofa,
    sources=(
        origin(
            "Seymour CW, Liu VX, Iwashyna TJ, et al.",
            "JAMA 315:762-774",
            2016,
            "doi:10.1001/jama.2016.0288; abstract at "
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC5433435/",
            opened=True,
        ),
        formula_at("Brundage Group", "Sepsis-3", "https://brundagegroup.com/tips/sepsis-3/"),
        values_at(
            "JuneYaooo",
            "clinical-calculator tests",
            "https://github.com/JuneYaooo/clinical-calculator "
            "tests/test_common_emergency_scores.py",
        ),
    ),
    verified=True,
    bands=_BANDS,
    notes=("does_not_rule_out_sepsis",),
)
