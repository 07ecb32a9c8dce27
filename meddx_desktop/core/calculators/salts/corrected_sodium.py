"""Sodium corrected for a high glucose: 1.6 (Katz) or 2.4 (Hillier) per 100 mg/dL above 100."""

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import GLUCOSE, SODIUM
from meddx_desktop.core.calculators.model import (
    Facts,
    Refusal,
    Worked,
    formula_at,
    origin,
    values_at,
)

_USUAL = 100.0
_READ_AT = (
    formula_at(
        "MDCalc",
        "Sodium correction for hyperglycemia",
        "http://www.mdcalc.com/sodium-correction-for-hyperglycemia/",
    ),
    formula_at(
        "Family Practice Notebook",
        "Serum sodium",
        "https://mobile.fpnotebook.com/Renal/Lab/SrmSdm.htm",
    ),
    values_at(
        "Modibo",
        "biosigma tests",
        "https://github.com/Modibo/biosigma "
        "packages/biosigma_core/test/calculators/ionogram/sodium_correction_test.dart",
    ),
)


def _glucose_not_high(facts: Facts) -> Refusal | None:
    glucose = facts["glucose"]
    return Refusal("needs_high_glucose", {"glucose": glucose}) if glucose < _USUAL else None


def _katz(facts: Facts) -> Worked:
    return Worked(facts["sodium"] + 0.016 * (facts["glucose"] - _USUAL))


def _hillier(facts: Facts) -> Worked:
    return Worked(facts["sodium"] + 0.024 * (facts["glucose"] - _USUAL))


CORRECTED_SODIUM_KATZ = Calculator(
    name="corrected_sodium_katz",
    group="salts",
    title="Sodium corrected for glucose (Katz)",
    purpose="What the sodium would be with a usual glucose.",
    inputs=(SODIUM, GLUCOSE),
    unit="mmol/L",
    decimals=0,
    whom=Whom(),
    formula=_katz,
    sources=(origin("Katz MA", "N Engl J Med 289:843-844", 1973), *_READ_AT),
    verified=True,
    limit=_glucose_not_high,
    limit_codes=("needs_high_glucose",),
)
CORRECTED_SODIUM_HILLIER = Calculator(
    name="corrected_sodium_hillier",
    group="salts",
    title="Sodium corrected for glucose (Hillier)",
    purpose="What the sodium would be with a usual glucose; the larger correction.",
    inputs=(SODIUM, GLUCOSE),
    unit="mmol/L",
    decimals=0,
    whom=Whom(),
    formula=_hillier,
    sources=(origin("Hillier TA, et al.", "Am J Med 106:399-403", 1999), *_READ_AT),
    verified=True,
    limit=_glucose_not_high,
    limit_codes=("needs_high_glucose",),
)
