"""CURB-65 and CRB-65: how severe a pneumonia is, with and without urea.

One point each: confusion, urea above 7 mmol/L, 30 or more breaths a minute, systolic pressure
under 90 or diastolic of 60 or less, 65 years or older.
"""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import (
    DIASTOLIC,
    PNEUMONIA,
    RESPIRATORY_RATE,
    SYSTOLIC,
    answer,
)
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

_CONFUSION = answer("new_confusion")
_UREA = Input("urea", "mmol/L", 0.3, 100.0, "22664-7")
_BANDS = ("risk_low", "risk_intermediate", "risk_high")
_WHOM = Whom(youngest=18, age=True, pregnant=False)
_ORIGIN = origin("Lim WS, et al.", "Thorax 58:377-382", 2003, "doi:10.1136/thorax.58.5.377")
_VALUES = values_at(
    "JuneYaooo",
    "clinical-calculator tests",
    "https://github.com/JuneYaooo/clinical-calculator tests/test_common_emergency_scores.py",
)


def _bedside(facts: Facts) -> dict[str, int]:
    low = facts["systolic_pressure"] < 90 or facts["diastolic_pressure"] <= 60
    return {
        "new_confusion": int(facts.yes("new_confusion")),
        "respiratory_rate": int(facts["respiratory_rate"] >= 30),
        "systolic_pressure": int(low),
        "age": int(facts.years >= 65),
    }


def _crb65(facts: Facts) -> Worked:
    points = _bedside(facts)
    low, middle, high = _BANDS
    return scored(points, banded(sum(points.values()), (1, low), (3, middle), last=high))


def _curb65(facts: Facts) -> Worked:
    points = _bedside(facts) | {"urea": int(facts["urea"] > 7)}
    low, middle, high = _BANDS
    return scored(points, banded(sum(points.values()), (2, low), (3, middle), last=high))


CRB65 = Calculator(
    name="crb65",
    group="acute",
    title="CRB-65",
    purpose="How severe a pneumonia is, where no blood test is at hand.",
    inputs=(PNEUMONIA, _CONFUSION, RESPIRATORY_RATE, SYSTOLIC, DIASTOLIC),
    unit="{score}",
    decimals=0,
    whom=_WHOM,
    formula=_crb65,
    sources=(
        _ORIGIN,
        formula_at(
            "National Institute for Health and Care Excellence",
            "CG191, recommendations",
            "https://nice.org.uk/guidance/cg191/chapter/Recommendations",
        ),
        _VALUES,
    ),
    verified=True,
    bands=_BANDS,
    notes=("one_pressure_point",),
)
CURB65 = Calculator(
    name="curb65",
    group="acute",
    title="CURB-65",
    purpose="How severe a pneumonia is.",
    inputs=(PNEUMONIA, _CONFUSION, _UREA, RESPIRATORY_RATE, SYSTOLIC, DIASTOLIC),
    unit="{score}",
    decimals=0,
    whom=_WHOM,
    formula=_curb65,
    sources=(
        _ORIGIN,
        formula_at(
            "University of Iowa",
            "CURB-65 severity score",
            "https://www.healthcare.uiowa.edu/familymedicine/fpinfo/curb65.htm",
        ),
        formula_at(
            "sketchymedicine.com",
            "Assessing the severity of pneumonia",
            "https://sketchymedicine.com/tag/pneumonia/",
        ),
        _VALUES,
    ),
    verified=True,
    bands=_BANDS,
    notes=("one_pressure_point",),
)
