"""Estimated average glucose: 28.7 x HbA1c (%) - 46.7, in mg/dL."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Worked,
    formula_at,
    origin,
    values_at,
)

_HBA1C = Input("hba1c", "%", 3.0, 20.0, "4548-4")


def _average(facts: Facts) -> Worked:
    return Worked(28.7 * facts["hba1c"] - 46.7)


AVERAGE_GLUCOSE = Calculator(
    name="estimated_average_glucose",
    group="sugar",
    title="Estimated average glucose",
    purpose="Says an HbA1c as an average glucose.",
    inputs=(_HBA1C,),
    unit="mg/dL",
    analyte="glucose",
    decimals=0,
    whom=Whom(youngest=18, pregnant=False),
    formula=_average,
    sources=(
        origin("Nathan DM, et al.", "Diabetes Care 31:1473-1478", 2008, "doi:10.2337/dc08-0545"),
        formula_at(
            "PubMed Central",
            "PMC2742903, abstract",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC2742903",
        ),
        values_at(
            "calculattor.com",
            "A1C to blood sugar",
            "https://calculattor.com/a1c-to-blood-sugar-calculator",
        ),
    ),
    verified=True,
    notes=("hba1c_needs_usual_red_cells",),
)
