"""KDIGO: category of filtration (G1 to G5), of albuminuria (A1 to A3), and the risk of both."""

from math import floor

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Worked,
    banded,
    formula_at,
    origin,
    values_at,
)

G_BANDS = ("g1", "g2", "g3a", "g3b", "g4", "g5")
A_BANDS = ("a1", "a2", "a3")
RISKS = ("kidney_risk_low", "kidney_risk_moderate", "kidney_risk_high", "kidney_risk_very_high")
_STEPS_DOWN = {"g1": 0, "g2": 0, "g3a": 1, "g3b": 2, "g4": 3, "g5": 3}
_EGFR = Input("egfr", "mL/min/{1.73_m2}", 1.0, 250.0)
_ACR = Input("urine_albumin_creatinine_ratio", "mg/g", 0.1, 20000.0, "9318-7")
_SOURCES = (
    origin("KDIGO CKD Work Group", "Kidney Int Suppl 3:19-62", 2013, "doi:10.1038/kisup.2012.64"),
    formula_at(
        "BMJ Best Practice", "Criteria", "https://bestpractice.bmj.com/topics/en-gb/84/criteria"
    ),
    formula_at(
        "World Journal of Diabetes",
        "8(5):222-229, table 1",
        "https://www.wjgnet.com/1948-9358/full/v8/i5/222-T1.htm",
        2017,
    ),
    values_at(
        "alwinw",
        "epocakir tests",
        "https://github.com/alwinw/epocakir tests/testthat/test-ckd.R",
    ),
    values_at(
        "JuneYaooo",
        "clinical-calculator tests",
        "https://github.com/JuneYaooo/clinical-calculator tests/test_common_lipids_renal_simple.py",
    ),
)


def g_category(egfr: float) -> str:
    """Category of filtration, of the whole number that is reported: 59.6 is 60 and G2."""
    whole = floor(egfr + 0.5)
    return banded(whole, (15, "g5"), (30, "g4"), (45, "g3b"), (60, "g3a"), (90, "g2"), last="g1")


def a_category(ratio: float) -> str:
    """Category of albuminuria from mg albumin per g creatinine; 30 and 300 are A2."""
    if ratio < 30:
        return "a1"
    return "a2" if ratio <= 300 else "a3"


def _filtration(facts: Facts) -> Worked:
    return Worked(facts["egfr"], (g_category(facts["egfr"]),))


def _albuminuria(facts: Facts) -> Worked:
    ratio = facts["urine_albumin_creatinine_ratio"]
    return Worked(ratio, (a_category(ratio),))


def _risk(facts: Facts) -> Worked:
    g = g_category(facts["egfr"])
    a = a_category(facts["urine_albumin_creatinine_ratio"])
    level = min(_STEPS_DOWN[g] + A_BANDS.index(a), len(RISKS) - 1)
    return Worked(float(level + 1), (g, a, RISKS[level]))


KDIGO_G = Calculator(
    name="kdigo_g",
    group="kidney",
    title="KDIGO filtration category",
    purpose="Sorts a filtration rate into G1 to G5.",
    inputs=(_EGFR,),
    unit=_EGFR.unit,
    decimals=0,
    whom=Whom(youngest=18, pregnant=False, steady_creatinine=True),
    formula=_filtration,
    sources=_SOURCES,
    verified=True,
    bands=G_BANDS,
    notes=("kidney_disease_needs_three_months",),
)
KDIGO_A = Calculator(
    name="kdigo_a",
    group="kidney",
    title="KDIGO albuminuria category",
    purpose="Sorts albumin per creatinine in urine into A1 to A3.",
    inputs=(_ACR,),
    unit=_ACR.unit,
    decimals=0,
    whom=Whom(youngest=18, pregnant=False),
    formula=_albuminuria,
    sources=_SOURCES,
    verified=True,
    bands=A_BANDS,
    notes=("kidney_disease_needs_three_months",),
)
KDIGO_RISK = Calculator(
    name="kdigo_risk",
    group="kidney",
    title="KDIGO risk from filtration and albuminuria",
    purpose="Combines both categories into one of four levels of risk.",
    inputs=(_EGFR, _ACR),
    unit="1",
    decimals=0,
    whom=Whom(youngest=18, pregnant=False, steady_creatinine=True),
    formula=_risk,
    sources=_SOURCES,
    verified=True,
    bands=(*G_BANDS, *A_BANDS, *RISKS),
    notes=("kidney_disease_needs_three_months",),
)
