"""FIB-4: age x AST / (platelets x square root of ALT)."""

from math import sqrt

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import ALT, AST, PLATELETS
from meddx_desktop.core.calculators.model import (
    Facts,
    Worked,
    banded,
    formula_at,
    origin,
    values_at,
)

_OLD = 65
_BANDS = ("fibrosis_unlikely", "fibrosis_indeterminate", "fibrosis_likely")


def _fib4(facts: Facts) -> Worked:
    value = facts.years * facts["ast"] / (facts["platelets"] * sqrt(facts["alt"]))
    low = 2.0 if facts.years >= _OLD else 1.30
    band = banded(value, (low, _BANDS[0]), (2.67 + 1e-9, _BANDS[1]), last=_BANDS[2])
    return Worked(value, (band,), notes=("fib4_under_35",) if facts.years < 35 else ())


FIB4 = Calculator(
    name="fib4",
    group="liver",
    title="FIB-4",
    purpose="Sorts out who is unlikely to have advanced liver fibrosis.",
    inputs=(AST, ALT, PLATELETS),
    unit="1",
    decimals=2,
    whom=Whom(youngest=18, age=True, pregnant=False),
    formula=_fib4,
    sources=(
        origin("Sterling RK, et al.", "Hepatology 43:1317-1325", 2006, "doi:10.1002/hep.21178"),
        formula_at(
            "PubMed Central",
            "PMC3286137, table 1",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC3286137/table/T1",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma "
            "packages/biosigma_core/test/calculators/independent_batch2_test.dart",
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
    notes=("not_in_acute_hepatitis",),
)
