"""Protects: every code a calculator may answer with has its words."""

import pytest

from meddx_desktop import words
from meddx_desktop.core.calculators import ALL, Refusal
from meddx_desktop.words.calculator_names import CHOICES, INPUTS, TITLES, UNITS
from meddx_desktop.words.calculators import BANDS, NOTES, REFUSALS
from meddx_desktop.words.errors import ERRORS
from meddx_desktop.words.labels import LABELS
from meddx_desktop.words.reasons import REASONS

OWN_NOTES = {"creatinine_assumed_steady", "creatinine_changing", "fib4_under_35"}


def test_every_refusal_and_note_has_a_sentence():
    codes = {code for one in ALL for code in one.refusal_codes()} | {"calculator_unverified"}
    assert codes == set(REFUSALS)
    assert {code for one in ALL for code in one.notes} | OWN_NOTES == set(NOTES)
    assert all(text.endswith(".") for text in (REFUSALS | NOTES).values())


def test_every_name_has_its_words():
    assert {f"calculator.{one.name}": one.title for one in ALL} == TITLES
    inputs = [one for calculator in ALL for one in calculator.inputs]
    person = {"input.age", "input.sex", "input.pregnant"}
    assert {f"input.{one.name}" for one in inputs} | person == set(INPUTS)
    assert {f"choice.{one.name}.{code}" for one in inputs for code in one.choices} == set(CHOICES)
    assert {f"band.{code}" for one in ALL for code in one.bands} == set(BANDS)
    units = {one.unit for one in (*inputs, *ALL)}
    assert {f"unit.{unit}" for unit in units} - set(LABELS) == set(UNITS)


def test_no_code_stands_for_two_things():
    assert not (set(REFUSALS) | set(NOTES)) & (set(ERRORS) | set(REASONS))
    assert not set(REFUSALS) & set(NOTES)
    names = [*LABELS, *TITLES, *INPUTS, *CHOICES, *BANDS, *UNITS]
    assert len(names) == len(set(names))


def test_a_value_out_of_range_names_the_input_and_the_range():
    refusal = Refusal(
        "value_out_of_range",
        {"name": "platelets", "value": 150000, "unit": "10*9/L", "low": 1.0, "high": 2000.0},
    )
    said = words.sentence(refusal.code, refusal.parameters)
    assert said == (
        "Platelets 150000 ×10⁹/L is outside 1 to 2000 ×10⁹/L. Check the value and its unit."
    )


@pytest.mark.parametrize("unit", ["1", "{INR}"])
def test_a_pure_number_has_no_unit(unit):
    assert words.label(f"unit.{unit}") == ""
