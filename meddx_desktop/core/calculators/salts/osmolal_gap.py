"""Osmolal gap: measured osmolality less 2 Na + glucose/18 + urea nitrogen/2.8."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import GLUCOSE, SODIUM, UREA_NITROGEN
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Worked,
    formula_at,
    origin,
    values_at,
)

_MEASURED = Input("osmolality", "mosm/kg", 150.0, 600.0, "2692-2")
_BANDS = ("osmolal_gap_usual", "osmolal_gap_raised")
_RAISED = 10.0


def _gap(facts: Facts) -> Worked:
    expected = 2 * facts["sodium"] + facts["glucose"] / 18 + facts["urea_nitrogen"] / 2.8
    value = facts["osmolality"] - expected
    return Worked(value, (_BANDS[value > _RAISED],))


OSMOLAL_GAP = Calculator(
    name="osmolal_gap",
    group="salts",
    title="Osmolal gap",
    purpose="Looks for alcohols and other small molecules that are not measured.",
    inputs=(_MEASURED, SODIUM, GLUCOSE, UREA_NITROGEN),
    unit="mosm/kg",
    decimals=0,
    whom=Whom(),
    formula=_gap,
    sources=(
        origin("Worthley LI, et al.", "Anaesth Intensive Care 15:199-202", 1987),
        formula_at(
            "Cleveland Clinic Journal of Medicine",
            "markup 1782",
            "https://www.ccjm.org/highwire/markup/1782/expansion",
        ),
        formula_at("Aaushi", "Serum osmolal gap", "https://aaushi.info/A385268"),
        formula_at(
            "Weill Cornell",
            "Osmolality",
            "http://www-users.med.cornell.edu/~spon/picu/calc/osmolal.htm",
        ),
        values_at(
            "JuneYaooo",
            "clinical-calculator tests",
            "https://github.com/JuneYaooo/clinical-calculator "
            "tests/test_common_electrolyte_calculators.py",
        ),
    ),
    verified=True,
    bands=_BANDS,
)
