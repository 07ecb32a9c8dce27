"""Absolute neutrophils: white cells x share of neutrophils / 100.

The share is segmented and band forms counted under a microscope, or what an analyser gives: its
neutrophils hold the band forms already. Each is a calculator of its own, so that the name of the
value says which of them was used.
"""

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

_WHITE_CELLS = Input("white_cells", "10*9/L", 0.01, 500.0, "6690-2")
_SEGMENTED = Input("segmented_neutrophils", "%", 0.0, 100.0)
_BAND_FORMS = Input("band_neutrophils", "%", 0.0, 100.0)
_BY_ANALYSER = Input("neutrophils_fraction", "%", 0.0, 100.0, "770-8")
_BANDS = ("neutropenia_severe", "neutropenia_moderate", "neutropenia_mild", "no_neutropenia")


def _percent(facts: Facts) -> float:
    return facts["segmented_neutrophils"] + facts["band_neutrophils"]


def _limit(facts: Facts) -> Refusal | None:
    percent = _percent(facts)
    return Refusal("more_than_all_cells", {"percent": percent}) if percent > 100 else None


def _neutrophils(facts: Facts) -> Worked:
    return _counted(facts["white_cells"] * _percent(facts) / 100)


def _by_analyser(facts: Facts) -> Worked:
    return _counted(facts["white_cells"] * facts["neutrophils_fraction"] / 100)


def _counted(value: float) -> Worked:
    severe, moderate, mild, none = _BANDS
    band = banded(value, (0.5, severe), (1.0, moderate), (1.5 - 1e-9, mild), last=none)
    return Worked(value, (band,))


NEUTROPHILS = Calculator(
    name="absolute_neutrophils",
    group="blood",
    title="Absolute neutrophils (segmented + bands)",
    purpose="Counts the cells that fight bacteria.",
    inputs=(_WHITE_CELLS, _SEGMENTED, _BAND_FORMS),
    unit="10*9/L",
    decimals=2,
    whom=Whom(youngest=1),
    formula=_neutrophils,
    sources=(
        formula_at("GlobalRPh", "Absolute neutrophil count", "http://www.globalrph.com/anc.htm"),
        values_at(
            "Modibo",
            "biosigma tests",
            "https://github.com/Modibo/biosigma packages/biosigma_core/test/calculators/"
            "hematology/blood_count_indices_test.dart",
        ),
    ),
    verified=True,
    limit=_limit,
    limit_codes=("more_than_all_cells",),
    bands=_BANDS,
)

NEUTROPHILS_BY_ANALYSER = Calculator(
    name="absolute_neutrophils_analyser",
    group="blood",
    title="Absolute neutrophils (analyser)",
    purpose="Counts the cells that fight bacteria, where an analyser made the differential.",
    inputs=(_WHITE_CELLS, _BY_ANALYSER),
    unit="10*9/L",
    decimals=2,
    whom=Whom(youngest=1),
    formula=_by_analyser,
    sources=(
        formula_at(
            "Marrowforums",
            "Computing your ANC (neutrophils without bands: total neutrophils)",
            "http://www.marrowforums.org/tools/anc_computing.html",
        ),
        values_at(
            "Severe Chronic Neutropenia International Registry",
            "Calculating an absolute neutrophil count",
            "https://scnir-neutropenia.uw.edu/?p=220",
        ),
        values_at(
            "easycalculation.com",
            "Absolute neutrophil count tutorial",
            "https://www.easycalculation.com/medical/absolute-neutrophil-count.php",
        ),
    ),
    verified=True,
    bands=_BANDS,
    notes=("analyser_counts_bands_too",),
)
