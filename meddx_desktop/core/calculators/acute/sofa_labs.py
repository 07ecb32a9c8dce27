"""The laboratory parts of SOFA: platelets, bilirubin and creatinine, 0 to 4 points each.

It is a part of SOFA, never the whole: no breathing, circulation, mind or urine volume.
"""

from bisect import bisect_right

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import BILIRUBIN, CREATININE, PLATELETS
from meddx_desktop.core.calculators.model import (
    Facts,
    Worked,
    formula_at,
    origin,
    scored,
    values_at,
)

_PLATELETS_FALLING = (20.0, 50.0, 100.0, 150.0)
_BILIRUBIN_RISING = (1.2, 2.0, 6.0, 12.0)
_CREATININE_RISING = (1.2, 2.0, 3.5, 5.0)


def _sofa(facts: Facts) -> Worked:
    return scored(
        {
            "platelets": 4 - bisect_right(_PLATELETS_FALLING, facts["platelets"]),
            "bilirubin": bisect_right(_BILIRUBIN_RISING, facts["bilirubin"]),
            "creatinine": bisect_right(_CREATININE_RISING, facts["creatinine"]),
        }
    )


SOFA_LABS = Calculator(
    name="sofa_laboratory_part",
    group="acute",
    title="SOFA, laboratory part",
    purpose="Three of the six parts of SOFA: clotting, liver and kidney.",
    inputs=(PLATELETS, BILIRUBIN, CREATININE),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18, pregnant=False),
    formula=_sofa,
    sources=(
        origin("Vincent JL, Moreno R, Takala J, et al.", "Intensive Care Med 22:707-717", 1996),
        formula_at(
            "PubMed Central",
            "PMC4968574, table 1",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC4968574/table/T1",
        ),
        values_at(
            "u9401066",
            "medical-calc-mcp tests",
            "https://github.com/u9401066/medical-calc-mcp tests/e2e/test_sofa_score.py",
        ),
    ),
    verified=True,
    notes=("part_of_sofa_only",),
)
