"""Mentzer index: MCV / red cells, for small red cells only."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Refusal,
    Worked,
    formula_at,
    origin,
    values_at,
)

_MCV = Input("mcv", "fL", 40.0, 150.0, "787-2")
_RED_CELLS = Input("red_cells", "10*12/L", 0.5, 10.0, "789-8")
_BANDS = ("thalassemia_more_likely", "mentzer_undecided", "iron_deficiency_more_likely")
_SMALL = 80.0
_LIMIT = 13.0


def _limit(facts: Facts) -> Refusal | None:
    mcv = facts["mcv"]
    return Refusal("needs_small_red_cells", {"mcv": mcv}) if mcv >= _SMALL else None


def _mentzer(facts: Facts) -> Worked:
    value = facts["mcv"] / facts["red_cells"]
    return Worked(value, (_BANDS[(value >= _LIMIT) + (value > _LIMIT)],))


MENTZER = Calculator(
    name="mentzer_index",
    group="blood",
    title="Mentzer index",
    purpose="Which of two causes of small red cells is more likely; a hint, not a test.",
    inputs=(_MCV, _RED_CELLS),
    unit="1",
    decimals=1,
    whom=Whom(),
    formula=_mentzer,
    sources=(
        origin("Mentzer WC", "Lancet 1:882", 1973, "doi:10.1016/s0140-6736(73)91446-3"),
        formula_at(
            "cliot for R",
            "mentzer_index",
            "https://rdrr.io/cran/cliot/man/mentzer_index.html",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma packages/biosigma_core/test/calculators/"
            "hematology/microcytic_indices_test.dart",
        ),
    ),
    verified=True,
    limit=_limit,
    limit_codes=("needs_small_red_cells",),
    bands=_BANDS,
    notes=("confirm_iron_and_hemoglobins",),
)
