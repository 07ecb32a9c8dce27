"""Transferrin saturation: iron / total iron-binding capacity, in percent."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Refusal,
    Worked,
    banded,
    formula_at,
    values_at,
)

_IRON = Input("iron", "ug/dL", 2.0, 1000.0, "2498-4")
_CAPACITY = Input("iron_binding_capacity", "ug/dL", 50.0, 1000.0, "2500-7")
_BANDS = ("saturation_low", "saturation_usual", "saturation_high")


def _limit(facts: Facts) -> Refusal | None:
    iron, capacity = facts["iron"], facts["iron_binding_capacity"]
    above = iron > capacity
    return Refusal("iron_above_capacity", {"iron": iron, "capacity": capacity}) if above else None


def _saturation(facts: Facts) -> Worked:
    value = 100 * facts["iron"] / facts["iron_binding_capacity"]
    return Worked(value, (banded(value, (20, _BANDS[0]), (50 + 1e-9, _BANDS[1]), last=_BANDS[2]),))


TRANSFERRIN_SATURATION = Calculator(
    name="transferrin_saturation",
    group="blood",
    title="Transferrin saturation",
    purpose="How much of the iron transport is in use; low with too little iron.",
    inputs=(_IRON, _CAPACITY),
    unit="%",
    decimals=0,
    whom=Whom(youngest=18),
    formula=_saturation,
    sources=(
        formula_at(
            "GlobalRPh",
            "Percent transferrin saturation",
            "https://globalrph.com/medcalcs/percent-transferrin-saturation/",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma packages/biosigma_core/test/calculators/"
            "ionogram/misc_biochemistry_test.dart",
        ),
    ),
    verified=True,
    limit=_limit,
    limit_codes=("iron_above_capacity",),
    bands=_BANDS,
)
