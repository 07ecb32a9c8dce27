"""HOMA-IR: fasting insulin x fasting glucose / 405, glucose in mg/dL."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import FASTING, GLUCOSE
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Worked,
    formula_at,
    origin,
    values_at,
)

_INSULIN = Input("insulin", "u[IU]/mL", 0.2, 500.0, "20448-7")


def _homa(facts: Facts) -> Worked:
    return Worked(facts["insulin"] * facts["glucose"] / 405)


HOMA_IR = Calculator(
    name="homa_ir",
    group="sugar",
    title="HOMA-IR",
    purpose="Estimates resistance to insulin from a fasting sample.",
    inputs=(FASTING, _INSULIN, GLUCOSE),
    unit="1",
    decimals=2,
    whom=Whom(youngest=18, pregnant=False),
    formula=_homa,
    sources=(
        origin("Matthews DR, et al.", "Diabetologia 28:412-419", 1985, "doi:10.1007/BF00280883"),
        formula_at("GIHEP", "HOMA", "http://gihep.com/calculators/other/homa/"),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma "
            "packages/biosigma_core/test/calculators/metabolic/insulin_resistance_test.dart",
        ),
    ),
    verified=True,
    notes=("no_agreed_cutoff", "not_while_on_insulin"),
)
