"""Protects: what was done to a film is one of a few turns, adds up, and never a mirror image."""

from dataclasses import fields
from datetime import UTC, datetime
from itertools import product

import pytest

from meddx_desktop.core.domain.correction import TURNS, Correction, done

ALL = [Correction(turn, inverted) for turn, inverted in product(TURNS, (False, True))]


@pytest.mark.parametrize("first", ALL)
def test_a_turn_and_the_rest_of_the_circle_are_nothing(first):
    back = Correction(TURNS[-first.quarter_turns], first.inverted)
    assert first.then(back).is_nothing
    assert back.then(first) == Correction()


def test_two_turns_add_up_and_belong_to_nobody_before_somebody_states_them():
    noon = datetime(2024, 5, 1, 12, tzinfo=UTC)
    once = Correction(270, True).stated("Dr Lin", noon)
    assert once.then(Correction(180)) == Correction(90, True)
    assert (once.by, once.at) == ("Dr Lin", noon)


def test_each_has_a_name_of_its_own_that_tells_nobody():
    names = [one.done for one in ALL]
    assert len(set(names)) == len(ALL) and done(None) == done(Correction()) == ""
    assert Correction(270, True, "Dr Lin").done == "270_inverted"


@pytest.mark.parametrize("angle", [45, -90, 360])
def test_no_other_angle(angle):
    with pytest.raises(ValueError, match=str(angle)):
        Correction(angle)


def test_nothing_mirrors():
    assert {field.name for field in fields(Correction)} == {
        "turned_clockwise",
        "inverted",
        "by",
        "at",
    }
