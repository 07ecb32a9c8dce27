"""Non-HDL cholesterol: total less HDL."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import CHOLESTEROL, HDL
from meddx_desktop.core.calculators.lipids.checks import lipids_disagree
from meddx_desktop.core.calculators.model import Facts, Worked, formula_at, values_at


def _non_hdl(facts: Facts) -> Worked:
    return Worked(facts["total_cholesterol"] - facts["hdl_cholesterol"])


NON_HDL = Calculator(
    name="non_hdl_cholesterol",
    group="lipids",
    title="Non-HDL cholesterol",
    purpose="All cholesterol that can harm the vessels; needs no fasting.",
    inputs=(CHOLESTEROL, HDL),
    unit="mg/dL",
    analyte="non_hdl_cholesterol",
    decimals=0,
    whom=Whom(),
    formula=_non_hdl,
    sources=(
        formula_at(
            "doctorcalc.com",
            "Non-HDL cholesterol",
            "https://doctorcalc.com/calculators/non-hdl-cholesterol-calculator",
        ),
        values_at(
            "calculatorlib.com",
            "Non-HDL cholesterol",
            "https://calculatorlib.com/non-hdl-cholesterol-calculator",
        ),
    ),
    verified=True,
    limit=lipids_disagree,
    limit_codes=("lipids_disagree",),
)
