"""Protects: one test is read in one unit, however a formula counts, and the formula's own stays."""

import pytest

from meddx_desktop.core.calculators.model import Refusal, Result
from meddx_desktop.core.calculators.registry import ALL, BY_NAME
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.facts import gather
from meddx_desktop.core.labs.site_units import in_site_unit, site_value
from meddx_desktop.core.operations.labs_calculate import of_results
from tests.sent_results import MAN, meaning, sent

LIPIDS = (
    sent("Cholesterol", 200.0, "mg/dL", loinc="2093-3"),
    sent("HDL cholesterol", 50.0, "mg/dL", loinc="2085-9"),
    sent("Triglycerides", 150.0, "mg/dL", loinc="2571-8"),
)
COUNT = {"panel": "血常规"}


def answers(*results):
    found = of_results(gather(meaning(*results)), MAN, {"pregnant": Answer.NO})
    return {one.calculator.name: one for one in found.answers}


@pytest.mark.parametrize("name", ["ldl_friedewald", "ldl_sampson", "non_hdl_cholesterol"])
def test_cholesterol_is_shown_in_the_unit_of_the_table_and_kept_in_the_formulas(name):
    one = answers(*LIPIDS)[name]
    assert isinstance(one.outcome, Result)
    assert one.outcome.unit == "mg/dL"
    assert (one.site.unit, one.site.decimals) == ("mmol/L", 2)
    # 38.67 mg/dL of cholesterol are 1 mmol/L: NIST, NCEP and every laboratory manual.
    assert one.site.value == pytest.approx(one.outcome.value / 38.67, rel=2e-4)
    assert "molar mass" in one.site.conversion.source


def test_glucose_and_calcium_too():
    found = answers(
        sent("HbA1c", 7.0, "%", loinc="4548-4"),
        sent("Calcium", 8.0, "mg/dL", loinc="17861-6"),
        sent("Albumin", 2.0, "g/dL", loinc="1751-7"),
    )
    glucose, calcium = found["estimated_average_glucose"], found["corrected_calcium"]
    assert round(glucose.outcome.value) == 154
    assert round(glucose.site.value, 1) == 8.6  # as printed beside 154 mg/dL for an HbA1c of 7 %
    assert round(calcium.outcome.value, 2) == 9.6
    assert calcium.site.value == pytest.approx(9.6 * 0.2495, rel=1e-3)


def test_every_value_that_is_an_amount_of_something_names_it():
    """A calculator in mg/dL would otherwise stand beside a table in mmol/L."""
    for one in ALL:
        if one.unit in ("mg/dL", "g/dL"):
            assert one.analyte in analytes(), one.name


def test_scores_and_values_in_the_sites_unit_are_left_as_they_are():
    for name in ("fib4", "anion_gap"):
        assert site_value(BY_NAME[name], Result(3.0, BY_NAME[name].unit, 1, ())) is None


def test_a_value_out_of_range_is_refused_in_the_unit_of_the_table():
    one = answers(*LIPIDS[:2], sent("Triglycerides", 60.0, "mmol/L", loinc="14927-8"))
    refusal = one["ldl_friedewald"].outcome
    if isinstance(refusal, Refusal) and refusal.code == "value_out_of_range":
        assert refusal.parameters["unit"] == "mmol/L"
        assert refusal.parameters["value"] == pytest.approx(60, rel=1e-3)
    said = Refusal(
        "value_out_of_range",
        {"name": "calcium", "value": 30.0, "unit": "mg/dL", "low": 2.0, "high": 25.0},
    )
    shown = in_site_unit(said, "calcium").parameters
    assert (shown["unit"], shown["name"]) == ("mmol/L", "calcium")
    assert shown["high"] == pytest.approx(25 * 0.2495, rel=1e-3)
    assert in_site_unit(said, "") is said


def test_an_analysers_percentage_gives_neutrophils_of_its_own():
    found = answers(
        sent("WBC", 6.0, "10*9/L", loinc="6690-2"),
        sent("NEUT%", 55.0, "%", loinc="770-8", **COUNT),
    )
    one = found["absolute_neutrophils_analyser"]
    assert one.outcome.value == pytest.approx(3.3)
    assert [used.observation.analyte for used in one.used] == [
        "white_cells",
        "neutrophils_fraction",
    ]
    assert "analyser_counts_bands_too" in one.outcome.notes
    assert found["absolute_neutrophils"].outcome.names == (
        "segmented_neutrophils",
        "band_neutrophils",
    )


def test_segmented_and_band_forms_of_a_report_are_counted_together():
    found = answers(
        sent("WBC", 2.0, "10*9/L", **COUNT),
        sent("Segmented neutrophils", 14.8, "%", **COUNT),
        sent("Bands", 5.0, "%", **COUNT),
    )
    assert found["absolute_neutrophils"].outcome.value == pytest.approx(0.396)
    assert found["absolute_neutrophils_analyser"].outcome.names == ("neutrophils_fraction",)
