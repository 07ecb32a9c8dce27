"""Protects: a mistyped resident number is noticed, and nothing else is taken for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.resident_id import (
    ResidentId,
    check_character,
    doubts,
    looks_like,
    masked,
)
from meddx_desktop.core.errors import InvalidEntry

STANDARD = "11010519491231002X"
"""The example in GB 11643-1999 itself: a woman born on the last day of 1949."""
STANDARD_MAN = "440524188001010014"
"""Its second example: a man born in 1880."""


def codes(told):
    return [reason.code for reason in told]


@pytest.mark.parametrize(
    ("number", "born", "sex"),
    [
        (STANDARD, date(1949, 12, 31), Sex.FEMALE),
        (STANDARD_MAN, date(1880, 1, 1), Sex.MALE),
        ("11010519491231002x", date(1949, 12, 31), Sex.FEMALE),
        (" 110105 19491231 002X ", date(1949, 12, 31), Sex.FEMALE),
        ("１１０１０５１９４９１２３１００２Ｘ", date(1949, 12, 31), Sex.FEMALE),
    ],
)
def test_what_a_number_says(number, born, sex):
    found = ResidentId.parse(number)
    assert (found.birth_date, found.sex, found.is_old) == (born, sex, False)


def test_the_old_form_is_known_and_says_so():
    found = ResidentId.parse("110105491231002")
    assert (found.birth_date, found.sex, found.is_old) == (date(1949, 12, 31), Sex.FEMALE, True)
    assert codes(doubts("110105491231002")) == ["resident_id_old"]


@pytest.mark.parametrize(
    "number",
    [
        "110105194912310021",
        "110105194902310029",
        "110105299912310020",
        "110105491331002",
        "12345",
        "",
        "11010519491231002XX",
        "1101051949123100٢X",
    ],
)
def test_what_can_not_be_right(number):
    with pytest.raises(InvalidEntry) as told:
        ResidentId.parse(number)
    assert told.value.code == "resident_id_check"
    assert not told.value.parameters, "a number is never put into an error"


@given(st.integers(0, 16), st.integers(1, 9))
def test_every_single_wrong_digit_is_noticed(place, by):
    wrong = str((int(STANDARD[place]) + by) % 10)
    typed = STANDARD[:place] + wrong + STANDARD[place + 1 :]
    assert codes(doubts(typed)) == ["resident_id_check"]


@given(st.integers(0, 16))
def test_two_neighbours_exchanged_are_noticed(place):
    a, b = STANDARD[place], STANDARD[place + 1]
    if a != b and "X" not in (a, b):
        typed = STANDARD[:place] + b + a + STANDARD[place + 2 :]
        assert codes(doubts(typed)) == ["resident_id_check"]


@given(st.text("0123456789", min_size=17, max_size=17))
def test_exactly_one_character_checks(digits):
    fitting = [c for c in "0123456789X" if check_character(digits + c) == c]
    assert len(fitting) == 1


def test_what_was_entered_is_compared_and_silence_is_no_disagreement():
    assert doubts(STANDARD) == ()
    assert doubts(STANDARD, birth_date=date(1949, 12, 31), sex=Sex.FEMALE) == ()
    told = doubts(STANDARD, birth_date=date(1950, 1, 1), sex=Sex.MALE)
    assert codes(told) == ["resident_id_birth", "resident_id_sex"]
    assert told[0].parameters == {"date": "1949-12-31"}
    assert told[1].parameters == {"sex": "F"}


def test_other_ids_are_left_alone():
    for text in ("P-1", "DEMO-001", "1", "", "1234567890123456"):
        assert not looks_like(text)
        assert doubts(text, birth_date=date(1950, 1, 1), sex=Sex.MALE) == ()
        assert masked(text) == text


def test_only_the_tail_is_shown():
    assert masked(STANDARD) == "…002X"
    assert masked("110105491231002") == "…1002"
    assert masked("110105194912310021") == "…0021", "a mistyped one is as private"
