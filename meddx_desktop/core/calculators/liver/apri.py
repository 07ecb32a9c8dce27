"""APRI: AST as a multiple of its upper limit, divided by platelets, times 100."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import AST, PLATELETS
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Worked,
    formula_at,
    origin,
    values_at,
)

_LIMIT = Input("ast_upper_limit", "U/L", 15.0, 100.0)
_BANDS = ("fibrosis_unlikely", "fibrosis_indeterminate", "fibrosis_likely", "cirrhosis_likely")


def _apri(facts: Facts) -> Worked:
    value = facts["ast"] / facts["ast_upper_limit"] / facts["platelets"] * 100
    return Worked(value, (_BANDS[sum(value > step for step in (0.5, 1.5, 2.0))],))


APRI = Calculator(
    name="apri",
    group="liver",
    title="APRI",
    purpose="Estimates liver fibrosis from AST and platelets.",
    inputs=(AST, _LIMIT, PLATELETS),
    unit="1",
    decimals=2,
    whom=Whom(youngest=18, pregnant=False),
    formula=_apri,
    sources=(
        origin("Wai CT, et al.", "Hepatology 38:518-526", 2003),
        formula_at(
            "PubMed Central",
            "PMC3286137, table 1",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC3286137/table/T1",
        ),
        formula_at(
            "PubMed Central",
            "PMC3306191, limits 0.5, 1.5 and 2.0",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC3306191",
        ),
        values_at(
            "johnasher",
            "transplantr tests",
            "https://github.com/johnasher/transplantr tests/testthat/test_liver.R",
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
