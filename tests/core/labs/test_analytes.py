"""The table of analytes is complete and consistent, and its LOINC codes are real.

A mistyped code is another test in every system that receives it: each has its check digit and was
seen in a public source (tests/data/labs/loinc_seen.csv).
"""

import csv
import re

import pytest

from meddx_desktop.core.calculators.model import Kind
from meddx_desktop.core.calculators.registry import ALL
from meddx_desktop.core.labs import doubts
from meddx_desktop.core.labs.analytes import FOLDER, analytes, by_loinc
from meddx_desktop.core.labs.molar_mass import molar_mass
from meddx_desktop.core.labs.names import named
from meddx_desktop.core.labs.unit_text import kinds
from meddx_desktop.core.labs.units import conversion
from meddx_desktop.core.paths import ROOT

EVERY = list(analytes().values())
SEEN = (ROOT / "tests/data/labs/loinc_seen.csv").read_text("utf-8")
FROM_ELSEWHERE = {
    "total_cholesterol": "cholesterol",
    "band_neutrophils": "band_neutrophils_fraction",
    "ast_upper_limit": "ast",
    "egfr": "",
    "segmented_neutrophils": "segmented_neutrophils_fraction",
    "oxygen_saturation": "",
}
"""Inputs that are called otherwise, computed, or never taken from a laboratory's row."""
AT_THE_BEDSIDE = (
    "height weight bmi respiratory_rate systolic_pressure diastolic_pressure heart_rate temperature"
)
MEASUREMENTS = [
    one
    for one in {one.name: one for each in ALL for one in each.inputs}.values()
    if one.kind is Kind.NUMBER
    and one.loinc
    and FROM_ELSEWHERE.get(one.name) != ""
    and one.name not in AT_THE_BEDSIDE.split()
]


def check_digit(stem):
    """LOINC's mod 10: the digits doubled from the right, their digits added."""
    doubled = "".join(
        str(int(digit) * (2 if place % 2 == 0 else 1)) for place, digit in enumerate(stem[::-1])
    )
    return -sum(map(int, doubled)) % 10


def test_the_table_has_what_it_promises():
    assert len(EVERY) >= 150
    assert len({one.english for one in EVERY}) == len(EVERY)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_a_row_is_sound(one):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", one.id)
    assert one.english and re.search(r"[A-Za-z]", one.english)
    assert re.search(r"[一-鿿]", one.chinese)
    assert one.unit in kinds()
    assert 0 <= one.decimals <= 4
    assert all(name in kinds().values() for name in one.accepts)
    assert all(unit in kinds() for unit in one.told_apart_by_unit)
    assert one.index in ("", "haemolysis", "lipaemia", "icterus")
    for kind in one.loinc:
        assert kind in ("text", "unit", *kinds().values())


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_limits_are_the_right_way_round(one):
    for limits in (one.impossible_outside, one.ask_outside):
        assert limits is None or limits[0] < limits[1]
    if one.impossible_outside and one.ask_outside:
        assert one.impossible_outside[0] <= one.ask_outside[0]
        assert one.ask_outside[1] <= one.impossible_outside[1]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_it_is_found_by_all_its_names(one):
    for name in (one.english, one.chinese, *one.names):
        assert one in named(name).candidates, name


@pytest.mark.parametrize("code", by_loinc())
def test_the_check_digit_is_right(code):
    stem, digit = code.split("-")
    assert int(digit) == check_digit(stem)


def test_a_mistyped_code_would_be_found():
    assert check_digit("2160") == 0
    assert check_digit("2106") != 0


def test_every_code_was_seen_in_a_source():
    lines = list(csv.DictReader(SEEN.splitlines()))
    assert {line["code"] for line in lines} == set(by_loinc())
    assert all(line["name_there"] and line["seen_in"] for line in lines)


@pytest.mark.parametrize("wanted", MEASUREMENTS, ids=lambda one: one.name)
def test_calculators_can_be_fed(wanted):
    """An input under another name or in an unreachable unit would stay empty for ever."""
    one = analytes()[FROM_ELSEWHERE.get(wanted.name, wanted.name)]
    assert conversion(one.unit, wanted.unit, one.substance)


def test_limits_speak_of_analytes_that_there_are():
    named_there = set(doubts._deltas())
    for way in ("falsely_high", "falsely_low"):
        named_there |= set(doubts._interference()[way])
    assert named_there <= set(analytes())


def test_loinc_is_not_shipped_without_its_notice():
    notice = (FOLDER / "LOINC-NOTICE.txt").read_text("utf-8")
    assert "Regenstrief Institute" in notice


def test_molar_masses_come_from_formulas():
    assert molar_mass("C6H12O6") == pytest.approx(180.156, abs=0.01)
    with pytest.raises(ValueError, match="C6-H12"):
        molar_mass("C6-H12")
