"""Anion gap, Na - (Cl + HCO3), and the gap corrected for a low albumin.

The correction adds 2.5 for every g/dL that albumin lies under 4.0.
"""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import ALBUMIN, BICARBONATE, CHLORIDE, SODIUM
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at

_SOURCES = (
    origin("Figge J, Jabor A, Kazda A, Fencl V", "Crit Care Med 26:1807-1810", 1998),
    formula_at(
        "Faculty of Intensive Care Medicine",
        "Albumin correction for the anion gap",
        "https://ficm.ac.uk/documents/what-is-the-albumin-correction-for-the-anion-gap",
    ),
    formula_at(
        "freeonlinecal.com",
        "Anion gap",
        "https://freeonlinecal.com/health/anion-gap-calculator",
    ),
    values_at(
        "Modibo",
        "biosigma tests",
        "https://github.com/Modibo/biosigma "
        "packages/biosigma_core/test/calculators/ionogram/anion_gap_test.dart",
    ),
)


def _gap(facts: Facts) -> float:
    return facts["sodium"] - facts["chloride"] - facts["bicarbonate"]


def _plain(facts: Facts) -> Worked:
    return Worked(_gap(facts))


def _corrected(facts: Facts) -> Worked:
    return Worked(_gap(facts) + 2.5 * (4.0 - facts["albumin"]))


ANION_GAP = Calculator(
    name="anion_gap",
    group="salts",
    title="Anion gap",
    purpose="Looks for acids that are not measured.",
    inputs=(SODIUM, CHLORIDE, BICARBONATE),
    unit="mmol/L",
    decimals=0,
    whom=Whom(),
    formula=_plain,
    sources=_SOURCES,
    verified=True,
    notes=("gap_range_of_own_laboratory", "gap_without_potassium"),
)
ANION_GAP_CORRECTED = Calculator(
    name="anion_gap_albumin",
    group="salts",
    title="Anion gap corrected for albumin",
    purpose="Looks for acids that are not measured when albumin is low.",
    inputs=(SODIUM, CHLORIDE, BICARBONATE, ALBUMIN),
    unit="mmol/L",
    decimals=1,
    whom=Whom(),
    formula=_corrected,
    sources=_SOURCES,
    verified=True,
    notes=("gap_range_of_own_laboratory", "gap_without_potassium"),
)
