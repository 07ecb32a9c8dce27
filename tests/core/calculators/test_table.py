"""Protects: each calculator carries its source, units, limits and words; nothing half done."""

import re

import pytest

from meddx_desktop.core.calculators import ALL, Kind, Refusal
from meddx_desktop.core.calculators.calculator import GROUPS

UNITS = {
    *("mg/dL", "mg/L", "g/dL", "ug/dL", "mg/g", "mmol/L", "U/L", "u[IU]/mL", "mosm/kg"),
    *("10*9/L", "10*12/L", "fL", "%", "cm", "kg", "kg/m2", "mm[Hg]", "/min", "Cel"),
    *("mL/min/{1.73_m2}", "mL/min", "{INR}", "{score}", "1"),
}
EACH = pytest.mark.parametrize("calculator", ALL, ids=lambda one: one.name)


@EACH
def test_a_source_that_was_opened(calculator):
    assert calculator.sources
    read = [one for one in calculator.sources if one.opened and one.role == "formula"]
    assert read or not calculator.verified
    for one in calculator.sources:
        assert one.authors
        assert one.role in {"origin", "formula", "test values"}
        if one.opened:
            assert "http" in one.locator
        else:
            assert one.role == "origin"
            assert one.year


@EACH
def test_inputs_with_units_and_ranges(calculator):
    assert calculator.inputs
    assert calculator.unit in UNITS
    for one in calculator.inputs:
        assert re.fullmatch(r"[a-z0-9_]+", one.name)
        assert one.unit in UNITS
        if one.kind is Kind.NUMBER:
            assert one.low < one.high
        assert bool(one.choices) == (one.kind is Kind.CHOICE)
        assert bool(one.otherwise) == (one.must_be.value != "unknown")


@EACH
def test_title_purpose_and_limits(calculator):
    assert calculator.title
    assert calculator.purpose.endswith(".")
    assert calculator.refusal_codes() or calculator.name == "anion_gap"
    assert bool(calculator.limit) == bool(calculator.limit_codes)
    assert calculator.decimals in (0, 1, 2)


@EACH
def test_loinc_codes_have_their_check_digit(calculator):
    for one in calculator.inputs:
        if one.loinc:
            body, _, digit = one.loinc.partition("-")
            doubled = [int(c) * (2 if place % 2 == 0 else 1) for place, c in enumerate(body[::-1])]
            total = sum(number // 10 + number % 10 for number in doubled)
            assert (10 - total % 10) % 10 == int(digit), one.loinc


def test_names_are_unique_and_the_same_input_is_the_same_everywhere():
    assert len({one.name for one in ALL}) == len(ALL)
    assert len({one.title for one in ALL}) == len(ALL)
    units = {}
    for calculator in ALL:
        for one in calculator.inputs:
            assert units.setdefault(one.name, (one.unit, one.kind)) == (one.unit, one.kind)


def test_adult_scores_refuse_the_young():
    free_of_age = {
        *("egfr_schwartz_2009", "anion_gap", "anion_gap_albumin", "osmolal_gap"),
        *("corrected_sodium_katz", "corrected_sodium_hillier", "ldl_friedewald", "ldl_sampson"),
        *("non_hdl_cholesterol", "mentzer_index", "absolute_neutrophils"),
        "absolute_neutrophils_analyser",
    }
    for calculator in ALL:
        youngest = calculator.whom.youngest
        assert calculator.name in free_of_age or (youngest is not None and youngest >= 18)


def test_refusals_compare_by_what_they_say():
    assert Refusal("under_age", {"age": 3}) == Refusal("under_age", {"age": 3})


@EACH
def test_an_organ_to_be_found_under(calculator):
    assert calculator.group in GROUPS
