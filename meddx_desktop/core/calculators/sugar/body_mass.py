"""Body mass index with the Chinese limits: 18.5, 24 and 28 kg/m2."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import HEIGHT, WEIGHT
from meddx_desktop.core.calculators.model import (
    Facts,
    Worked,
    banded,
    formula_at,
    origin,
    values_at,
)

_BANDS = ("underweight", "usual_weight", "overweight", "obese")


def _bmi(facts: Facts) -> Worked:
    value = facts["weight"] / (facts["height"] / 100) ** 2
    under, usual, over, obese = _BANDS
    return Worked(value, (banded(value, (18.5, under), (24, usual), (28, over), last=obese),))


BMI_CHINA = Calculator(
    name="bmi_china",
    group="sugar",
    title="Body mass index (Chinese limits)",
    purpose="Weight for height of adults, with the limits used in China.",
    inputs=(WEIGHT, HEIGHT),
    unit="kg/m2",
    decimals=1,
    whom=Whom(youngest=18, pregnant=False),
    formula=_bmi,
    sources=(
        origin(
            "Working Group on Obesity in China",
            "Predictive values of body mass index and waist circumference, abstract",
            0,
            "https://discovery.researcher.life/article/predictive-values-of-body-mass-index-and-"
            "waist-circumference-for-risk-factors-of-certain-related-diseases-in-chinese-adults-"
            "study-on-optimal-cutoff-points-of-body-mass-index-and-waist-circumference-in-chinese-"
            "adults/f609e3a574513f9da716a9baea0aa12c",
            opened=True,
        ),
        formula_at(
            "China Internet Information Center",
            "Report of 22 June 2002 on the Chinese limits",
            "http://china.org.cn/archive/2002-06/22/content_1035266.htm",
            2002,
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma packages/biosigma_core/test/calculators/"
            "metabolic/anthropometric_and_ratios_test.dart",
        ),
    ),
    verified=True,
    bands=_BANDS,
)
