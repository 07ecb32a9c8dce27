"""Child-Pugh: bilirubin, albumin, INR, ascites and encephalopathy, 1 to 3 points each."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import ALBUMIN, BILIRUBIN, INR, answer, choice
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

_ASCITES = ("none", "mild", "moderate_or_severe")
_ENCEPHALOPATHY = ("none", "grade_1_or_2", "grade_3_or_4")
_BANDS = ("child_pugh_a", "child_pugh_b", "child_pugh_c")


def _from_two_steps(value: float, low: float, high: float) -> int:
    """1 below `low`, 3 above `high`, 2 between them and on both."""
    return 1 + (value >= low) + (value > high)


def _child_pugh(facts: Facts) -> Worked:
    albumin = facts["albumin"]
    points = {
        "bilirubin": _from_two_steps(facts["bilirubin"], 2.0, 3.0),
        "albumin": 1 + (albumin <= 3.5) + (albumin < 2.8),
        "inr": _from_two_steps(facts["inr"], 1.7, 2.3),
        "ascites": 1 + _ASCITES.index(facts.choice("ascites")),
        "encephalopathy": 1 + _ENCEPHALOPATHY.index(facts.choice("encephalopathy")),
    }
    total = sum(points.values())
    return scored(points, banded(total, (7, _BANDS[0]), (10, _BANDS[1]), last=_BANDS[2]))


CHILD_PUGH = Calculator(
    name="child_pugh",
    group="liver",
    title="Child-Pugh class",
    purpose="How severe a cirrhosis is.",
    inputs=(
        answer("cirrhosis", Answer.YES, "needs_cirrhosis"),
        BILIRUBIN,
        ALBUMIN,
        INR,
        choice("ascites", *_ASCITES),
        choice("encephalopathy", *_ENCEPHALOPATHY),
    ),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18),
    formula=_child_pugh,
    sources=(
        origin(
            "Pugh RNH, Murray-Lyon IM, Dawson JL, Pietroni MC, Williams R",
            "Br J Surg 60:646-649",
            1973,
        ),
        formula_at(
            "Cleveland Clinic Journal of Medicine",
            "markup 12320",
            "https://www.ccjm.org/highwire/markup/12320/expansion",
        ),
        values_at(
            "priyamjyotsna",
            "MELD-CHILD-PUGH validation",
            "https://github.com/priyamjyotsna/MELD-CHILD-PUGH "
            "validation/test-cases/child-pugh-cases.csv",
        ),
        values_at(
            "JuneYaooo",
            "clinical-calculator tests",
            "https://github.com/JuneYaooo/clinical-calculator "
            "tests/test_common_hepatology_scores.py",
        ),
    ),
    verified=True,
    bands=_BANDS,
)
