"""TyG index: natural logarithm of triglycerides x glucose / 2, both fasting, in mg/dL."""

from math import log

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import FASTING, GLUCOSE, TRIGLYCERIDES
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, origin, values_at


def _tyg(facts: Facts) -> Worked:
    return Worked(log(facts["triglycerides"] * facts["glucose"] / 2))


TYG = Calculator(
    name="tyg_index",
    group="sugar",
    title="TyG index",
    purpose="Estimates resistance to insulin where insulin was not measured.",
    inputs=(FASTING, TRIGLYCERIDES, GLUCOSE),
    unit="1",
    decimals=2,
    whom=Whom(youngest=18, pregnant=False),
    formula=_tyg,
    sources=(
        origin("Simental-Mendía LE, et al.", "Metab Syndr Relat Disord 6:299-304", 2008),
        formula_at(
            "medicalalgorithms.com",
            "Triglyceride-glucose index",
            "https://www.medicalalgorithms.com/triglyceride-glucose-index-tyg",
        ),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma "
            "packages/biosigma_core/test/calculators/metabolic/insulin_resistance_test.dart",
        ),
    ),
    verified=True,
    notes=("no_agreed_cutoff", "tyg_two_conventions"),
)
