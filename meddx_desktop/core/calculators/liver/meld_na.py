"""MELD with sodium, as the United States allocated livers from 2016 on.

MELD is 0.957 ln(creatinine) + 0.378 ln(bilirubin) + 1.120 ln(INR) + 0.643, rounded to one
decimal, times ten. Above 11, sodium enters: MELD + 1.32 (137 - Na) - 0.033 MELD (137 - Na).
"""

from math import log

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import (
    BILIRUBIN,
    CREATININE,
    DIALYSIS,
    INR,
    LIVER_DISEASE,
    SODIUM,
)
from meddx_desktop.core.calculators.liver.meld3 import rounded, within
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at

_SODIUM_FROM = 11


def _meld(facts: Facts) -> Worked:
    bilirubin, inr = max(facts["bilirubin"], 1.0), max(facts["inr"], 1.0)
    creatinine = 4.0 if facts.yes("dialysis_twice_last_week") else facts["creatinine"]
    creatinine = within(creatinine, 1.0, 4.0)
    sodium = within(facts["sodium"], 125.0, 137.0)
    raw = 0.957 * log(creatinine) + 0.378 * log(bilirubin) + 1.120 * log(inr) + 0.643
    score = float(rounded(10 * raw))
    if score > _SODIUM_FROM:
        score = rounded(score + 1.32 * (137 - sodium) - 0.033 * score * (137 - sodium))
    used = {"bilirubin": bilirubin, "inr": inr, "creatinine": creatinine, "sodium": sodium}
    return Worked(within(score, 6, 40), used=used)


MELD_NA = Calculator(
    name="meld_na",
    group="liver",
    title="MELD-Na (2016)",
    purpose="How severe a chronic liver disease is; older than MELD 3.0 and still quoted.",
    inputs=(LIVER_DISEASE, BILIRUBIN, CREATININE, DIALYSIS, INR, SODIUM),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18),
    formula=_meld,
    sources=(
        origin("Kim WR, et al.", "N Engl J Med 359:1018-1026", 2008),
        origin("Kamath PS, et al.", "Hepatology 33:464-470", 2001),
        formula_at(
            "MIT-LCP",
            "mimic-code",
            "https://github.com/MIT-LCP/mimic-code mimic-iv/concepts/organfailure/meld.sql",
        ),
        formula_at(
            "calculatorhub.com",
            "MELD-Na score",
            "https://calculatorhub.com/tools/meld-na-score-calculator/",
        ),
        values_at(
            "priyamjyotsna",
            "MELD-CHILD-PUGH validation",
            "https://github.com/priyamjyotsna/MELD-CHILD-PUGH "
            "validation/test-cases/meld-na-cases.csv",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma "
            "packages/biosigma_core/test/calculators/ionogram/hepatic_scores_test.dart",
        ),
    ),
    verified=True,
)
