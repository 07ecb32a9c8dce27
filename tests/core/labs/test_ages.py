"""Protects: an age holds for its own day, and sources that differ are not believed."""

from datetime import UTC, date, datetime

import pytest

from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.labs.ages import StatedAge, agrees, settle
from meddx_desktop.core.labs.subject import Subject

BORN, DAY = date(1980, 3, 5), date(2024, 3, 1)


@pytest.mark.parametrize(
    ("given", "born", "fits"),
    [
        ("43y", BORN, True),
        ("45岁", BORN, True),  # counted from one, as by Chinese custom
        ("41y", BORN, False),
        ("18m", date(2022, 9, 1), True),
        ("18m", date(2022, 5, 1), False),
        ("10d", date(2024, 2, 20), True),
        ("10d", date(2024, 2, 12), False),
        ("10d", date(2024, 3, 5), False),  # not born yet
    ],
)
def test_an_age_agrees_within_its_own_unit(given, born, fits):
    assert agrees(born, StatedAge(Age.parse(given), DAY)) is fits


def test_a_birth_date_goes_before_an_age_that_agrees():
    found = settle([BORN, BORN], [StatedAge(Age.parse("43y"), DAY)])
    assert (found.birth_date, found.age, found.conflict) == (BORN, None, None)


@pytest.mark.parametrize(
    ("births", "ages"),
    [
        ([BORN, date(1981, 3, 5)], []),
        ([BORN], [StatedAge(Age.parse("12y"), DAY)]),
        ([], [StatedAge(Age.parse("43y"), DAY), StatedAge(Age.parse("3y"), DAY)]),
        # As many days old a year later: a year was lost.
        ([], [StatedAge(Age.parse("10d"), DAY), StatedAge(Age.parse("10d"), date(2025, 3, 1))]),
    ],
)
def test_sources_that_contradict_each_other_leave_nothing(births, ages):
    found = settle(births, ages)
    assert (found.birth_date, found.age) == (None, None)
    assert found.conflict.code == "lab_age_conflict"


def test_an_age_is_that_of_its_day():
    person = Subject(age=Age.parse("10d"), age_on=DAY)
    assert person.age_at(datetime(2024, 2, 25, tzinfo=UTC)).days == 5
    assert person.age_at(datetime(2024, 3, 1, tzinfo=UTC)).given == "10d"
    assert person.age_at(datetime(2024, 2, 1, tzinfo=UTC)) is None


def test_a_trimester_is_that_of_its_weeks():
    person = Subject(trimester=2, trimester_on=DAY)
    assert person.trimester_at(datetime(2024, 3, 20, tzinfo=UTC)) == 2
    assert person.trimester_at(datetime(2024, 1, 1, tzinfo=UTC)) == 0
