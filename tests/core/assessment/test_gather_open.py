"""Protects: results that wait for an answer are told, and a danger they may be is raised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.assessment.gather_open import is_open, possible_numbers
from meddx_desktop.core.domain.assessment import AlertKind
from meddx_desktop.core.domain.patient import Sex
from tests.assessments import assessed, facts

GIRL = {"age": "6y", "sex": Sex.FEMALE}
SICK = "Vomiting, drowsy, breathing deep and fast, acetone breath."
TYPED = [
    ("Glucose", "31", ""),
    ("Ketones", "6.2", "mmol/L"),
    ("pH", "7.08", ""),
    ("Bicarbonate", "6", ""),
]


def _alerts(found):
    return {one.name: one for one in found.alerts}


def test_ketoacidosis_is_possible_before_anybody_answers():
    raised = _alerts(assessed(SICK, TYPED, **GIRL))
    assert raised["suspected_dka"].possible
    waiting = raised["open_result"]
    assert waiting.kind is AlertKind.OPEN_RESULT
    assert waiting.title["en"] == "Glucose 31; pH 7.08; Bicarbonate 6"
    assert len(waiting.places) == 3
    assert all(place.row for place in waiting.places)


def test_sure_results_meet_the_criteria_of_a_child():
    labs = [("RBS", "31", "mmol/L"), ("Blood ketones", "6.2", "mmol/L"), ("Venous pH", "7.08", "")]
    found = assessed(SICK, labs, **GIRL)
    assert found.conditions[0].key == "dka_hhs"
    assert not _alerts(found)["suspected_dka"].possible
    assert "open_result" not in _alerts(found)


def test_an_open_result_lowers_nothing_and_is_no_sure_finding():
    low = assessed(SICK, [("Glucose", "5", "")], **GIRL)
    assert "suspected_dka" not in _alerts(low)
    sure = assessed(SICK, [*TYPED, ("RBS", "5", "mmol/L")], **GIRL)
    assert all(one.key != "dka_hhs" or not one.band for one in sure.conditions)


def test_a_sure_result_is_not_covered_by_an_open_one():
    labs = [("Blood ketones", "0.2", "mmol/L"), ("BHB", "6.2", "")]
    (read,) = [one for one in facts("", labs, **GIRL).results if is_open(one)]
    assert possible_numbers(read)["blood_ketones"].is_doubtful
    assert "suspected_dka" not in _alerts(assessed("", [*labs, ("RBS", "31", "mmol/L")], **GIRL))


@pytest.mark.parametrize(
    ("name", "value"), [("Creatinine", "1.2"), ("Glucose", "126"), ("Glucose", ">30")]
)
def test_a_number_that_no_unit_fits_stays_out(name, value):
    (row,) = facts("", [(name, value, "")], **GIRL).results
    assert possible_numbers(row) == {}


@given(st.text(max_size=12), st.text(max_size=6))
def test_whatever_was_typed_is_read(value, unit):
    for row in facts("", [("Glucose", value, unit)], **GIRL).results:
        possible_numbers(row)
        is_open(row)
