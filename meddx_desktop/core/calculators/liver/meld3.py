"""MELD 3.0.

1.33 for women + 4.56 ln(bilirubin) + 0.82 (137 - Na) - 0.24 (137 - Na) ln(bilirubin)
+ 9.09 ln(INR) + 11.14 ln(creatinine) + 1.85 (3.5 - albumin)
- 1.83 (3.5 - albumin) ln(creatinine) + 6, rounded, from 6 to 40.
"""

from math import floor, log

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import (
    ALBUMIN,
    BILIRUBIN,
    CREATININE,
    DIALYSIS,
    INR,
    LIVER_DISEASE,
    SODIUM,
)
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at


def within(value: float, low: float, high: float) -> float:
    """`value`, or the end of the range that it lies beyond."""
    return max(low, min(high, value))


def rounded(value: float) -> int:
    """The nearest whole number, halves upward."""
    return floor(value + 0.5 + 1e-9)


def _meld(facts: Facts) -> Worked:
    bilirubin, inr = max(facts["bilirubin"], 1.0), max(facts["inr"], 1.0)
    creatinine = 3.0 if facts.yes("dialysis_twice_last_week") else facts["creatinine"]
    creatinine = within(creatinine, 1.0, 3.0)
    sodium = within(facts["sodium"], 125.0, 137.0)
    albumin = within(facts["albumin"], 1.5, 3.5)
    value = (
        1.33 * facts.female
        + 4.56 * log(bilirubin)
        + 0.82 * (137 - sodium)
        - 0.24 * (137 - sodium) * log(bilirubin)
        + 9.09 * log(inr)
        + 11.14 * log(creatinine)
        + 1.85 * (3.5 - albumin)
        - 1.83 * (3.5 - albumin) * log(creatinine)
        + 6
    )
    used = {"bilirubin": bilirubin, "inr": inr, "creatinine": creatinine}
    return Worked(
        within(rounded(value), 6, 40), used={**used, "sodium": sodium, "albumin": albumin}
    )


MELD3 = Calculator(
    name="meld_3",
    group="liver",
    title="MELD 3.0",
    purpose="How severe a chronic liver disease is, as used to rank for transplantation.",
    inputs=(LIVER_DISEASE, BILIRUBIN, CREATININE, DIALYSIS, INR, SODIUM, ALBUMIN),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18, sex=True),
    formula=_meld,
    sources=(
        origin(
            "Kim WR, et al.",
            "Gastroenterology 161:1887-1895",
            2021,
            "doi:10.1053/j.gastro.2021.08.050",
        ),
        formula_at(
            "patientnotes.ai",
            "MELD score",
            "https://staging.patientnotes.ai/tools/calculators/meld-score",
        ),
        formula_at(
            "CDS platform",
            "MELD 3.0",
            "https://modelling.cds-platform.com/ckm/view/ckm-app-challenge-2023/MELD_3_0/3.1"
            "?language=en",
        ),
        values_at(
            "priyamjyotsna",
            "MELD-CHILD-PUGH validation",
            "https://github.com/priyamjyotsna/MELD-CHILD-PUGH "
            "validation/test-cases/meld3-cases.csv",
        ),
    ),
    verified=True,
)
