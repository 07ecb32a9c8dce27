"""Published ranges: every line has its source, and holds only for whom it says.

A newborn judged by adults, or a woman by men, is flagged wrongly without anybody noticing.
"""

import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.laboratory import SentRange
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.reference import (
    SETS,
    critical,
    has_pregnancy,
    laboratorys,
    lines,
    needed,
    published,
    with_critical,
)
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.labs.units import conversion
from meddx_desktop.core.paths import RESOURCES
from tests.sent_results import MAN, TAKEN, WOMAN

FILES = (*SETS, "critical")
RAW = [
    (name, row)
    for name in FILES
    for row in tomllib.loads((RESOURCES / "reference_ranges" / f"{name}.toml").read_text())["range"]
]
FIELDS = {"analyte", "low", "high", "unit", "source", "place", "sex", "age", "pregnancy"} | {
    "low_included",
    "high_included",
}


def of(analyte, subject=MAN, sets=SETS):
    return published(analytes()[analyte], subject, TAKEN, sets)


def born(**ago):
    return Subject(birth_date=(TAKEN - timedelta(**ago)).date(), sex=Sex.MALE)


@pytest.mark.parametrize(("name", "row"), RAW)
def test_a_line_is_sound(name, row):
    assert set(row) <= FIELDS
    assert row["place"]
    assert "low" in row or "high" in row
    assert row.get("low", 0) < row.get("high", float("inf"))
    assert row.get("sex", "") in ("", "M", "F")
    assert row.get("pregnancy", "") in ("", "1", "2", "3", "any")
    one = analytes()[row["analyte"]]
    assert conversion(row["unit"], one.unit, one.substance)
    assert not (one.own_range_only and name != "critical")


@pytest.mark.parametrize("name", FILES)
def test_every_source_says_where_it_stands_and_is_used(name):
    table = tomllib.loads((RESOURCES / "reference_ranges" / f"{name}.toml").read_text())
    sources = {one["id"] for one in table["source"]}
    assert all(one["title"] and one["locator"] for one in table["source"])
    assert sources == {row["source"] for row in table["range"]}


@pytest.mark.parametrize("name", FILES)
def test_no_person_has_two_ranges_of_one_set(name):
    for analyte, ones in lines(name).items():
        for one in ones:
            same = [
                other
                for other in ones
                if other is not one
                and (other.sex, other.pregnancy) == (one.sex, one.pregnancy)
                and other.from_days < one.to_days
                and one.from_days < other.to_days
            ]
            assert not same, analyte


@pytest.mark.parametrize("analyte", lines("critical"))
def test_critical_values_lie_outside_the_ranges_of_adults(analyte):
    """A critical limit inside a normal range would be a slip of the unit."""
    for who in (MAN, WOMAN):
        limits = critical(analytes()[analyte], who, TAKEN)
        for reference in of(analyte, who):
            if limits and limits.low is not None and reference.low is not None:
                assert limits.low < reference.low
            if limits and limits.high is not None and reference.high is not None:
                assert limits.high > reference.high


def test_ranges_lie_within_what_is_plausible():
    for name in SETS:
        for analyte, ones in lines(name).items():
            wide = analytes()[analyte].impossible_outside
            for one in ones:
                ends = [end for end in (one.range.low, one.range.high) if end]
                assert not wide or all(wide[0] <= end <= wide[1] for end in ends), analyte


def test_newborns_have_ranges_of_days():
    (first,), (second,) = (
        of("calcium", born(days=3), ("china",)),
        of("calcium", born(days=10), ("china",)),
    )
    assert (first.low, first.high) == (1.98, 2.61)
    assert (second.low, second.high) == (2.24, 2.79)
    assert of("calcium", born(days=100), ("china",)) == ()


def test_sex_and_its_being_unknown():
    (man,), (woman,) = of("haemoglobin", sets=("china",)), of("haemoglobin", WOMAN, ("china",))
    unknown = Subject(birth_date=MAN.birth_date)
    assert man.low > woman.low
    assert of("haemoglobin", unknown) == ()
    assert needed(analytes()["haemoglobin"], unknown, TAKEN) == ("sex",)


def test_an_unknown_age_gets_no_range_by_age():
    assert of("haemoglobin", Subject(sex=Sex.MALE)) == ()
    assert "age" in needed(analytes()["haemoglobin"], Subject(sex=Sex.MALE), TAKEN)


def test_a_range_of_pregnancy_is_only_for_the_pregnant_and_no_other_stands_in():
    pregnant = replace(WOMAN, pregnant=Answer.YES)
    assert has_pregnancy(analytes()["haemoglobin"])
    assert of("haemoglobin", pregnant) == ()
    assert needed(analytes()["haemoglobin"], pregnant, TAKEN) == ("trimester",)
    lows = [of("haemoglobin", replace(pregnant, trimester=one))[0].low for one in (1, 2, 3)]
    assert all(low < of("haemoglobin", WOMAN)[0].low for low in lows)
    assert not any("pregnancy" in one.whom for one in of("haemoglobin", WOMAN))


@pytest.mark.parametrize("years", [17, 18, 19, 40])
def test_a_birthday_begins_the_next_band(years):
    """Ages in days and bands in years meet on the birthday, leap years or not."""
    day = TAKEN.replace(year=TAKEN.year - years)
    old = bool(of("haemoglobin", Subject(birth_date=day.date(), sex=Sex.MALE), SETS[:1]))
    assert old == (years >= 18)


def test_the_sets_come_in_the_order_of_choice():
    chinese, other = of("potassium", sets=("china", "international"))[:2]
    assert "WS/T" in chinese.source
    assert "WS/T" not in other.source


@pytest.mark.parametrize(
    "analyte", ["troponin_i", "troponin_t", "tsh", "testosterone", "estradiol"]
)
def test_hormones_and_troponin_have_only_the_laboratorys(analyte):
    assert of(analyte, WOMAN) == ()


def test_the_laboratorys_range_is_converted_with_the_value():
    how = conversion("g/dL", "g/L")
    own = laboratorys(SentRange("< 5", None, 5, high_included=False), how, "g/L")
    assert (own.low, own.high, own.high_included) == (None, 50, False)
    assert own.is_laboratorys
    assert own.source == "< 5"
    assert laboratorys(SentRange("see report"), how, "g/L") is None


def test_critical_values_stand_alone_where_there_is_no_range():
    limits = critical(analytes()["potassium"], Subject(), TAKEN)
    alone = with_critical(None, limits)
    assert (alone.low, alone.high) == (None, None)
    assert (alone.critical_low, alone.critical_high) == (2.8, 6.2)
    assert alone.critical_source
