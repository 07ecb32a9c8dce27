"""Protects: one person moves a bounded number of counts, and small counts go after the noise."""

import random
from fractions import Fraction
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.privacy import release as releasing
from meddx_desktop.core.privacy.release import MOST_CELLS, clipped, error, release, shown_from

CELLS = tuple("abcdefgh")
PEOPLE = st.lists(st.lists(st.sampled_from([*CELLS, "unknown"]), max_size=6), max_size=8)


def _counts(people):
    counts = dict.fromkeys(CELLS, 0)
    for wanted in people:
        for cell in clipped(wanted, CELLS):
            counts[cell] += 1
    return counts


@given(PEOPLE, st.lists(st.sampled_from(CELLS), max_size=8))
def test_one_more_person_moves_the_counts_by_no_more_than_the_sensitivity(people, one):
    """Wherever the person stands among the others."""
    before = _counts(people)
    for place in (0, len(people)):
        after = _counts([*people[:place], one, *people[place:]])
        assert sum(abs(after[cell] - before[cell]) for cell in CELLS) <= MOST_CELLS


def test_the_first_cells_count_each_once_and_unknown_ones_never():
    assert clipped(("x", "c", "c", "a", "b"), CELLS) == ("c", "a")


def _without_noise(monkeypatch):
    seen = []

    def none(scale, _below):
        seen.append(scale)
        return 0

    monkeypatch.setattr(releasing, "discrete_laplace", none)
    return seen


def test_every_cell_gets_noise_of_the_scale_that_the_sensitivity_asks_for(monkeypatch):
    seen = _without_noise(monkeypatch)
    release(CELLS, [["a"]], Fraction(1, 2))
    assert seen == [Fraction(MOST_CELLS) * 2] * len(CELLS)


def test_small_counts_are_left_out_and_others_stay(monkeypatch):
    _without_noise(monkeypatch)
    made = release(CELLS, [["a"]] * 9 + [["b"]] * 10, Fraction(1))
    assert made.limit == 10
    assert dict(made.cells) == dict.fromkeys(CELLS) | {"b": 10}
    assert [cell for cell, _ in made.cells] == list(CELLS), "every cell, in its order"


def test_what_is_left_out_follows_from_the_noisy_count(monkeypatch):
    """A true count below the limit shows when the noise lifts it, and the other way round."""
    steps = iter([+3, -3, *[0] * 6])
    monkeypatch.setattr(releasing, "discrete_laplace", lambda *_: next(steps))
    made = release(CELLS, [["a"]] * 8 + [["b"]] * 12, Fraction(1))
    assert dict(made.cells) == dict.fromkeys(CELLS) | {"a": 11}


@pytest.mark.parametrize("epsilon", [Fraction(1, 4), Fraction(1, 2), Fraction(1)])
def test_an_empty_cell_shows_in_no_more_than_one_of_a_hundred(epsilon):
    q = exp(-float(epsilon) / MOST_CELLS)
    limit, reach = shown_from(epsilon), error(epsilon)
    assert limit >= 10
    assert q**limit / (1 + q) <= 0.01
    assert limit == 10 or q ** (limit - 1) / (1 + q) > 0.01, "no higher than it has to be"
    assert 2 * q ** (reach + 1) / (1 + q) <= 0.05 < 2 * q**reach / (1 + q)


def test_the_same_question_twice_gives_two_answers():
    source = random.Random(7)
    one, two = (
        release(CELLS, [["a", "b"]] * 40, Fraction(1, 4), below=source.randrange) for _ in range(2)
    )
    assert one.cells != two.cells


@pytest.mark.parametrize("epsilon", [Fraction(0), Fraction(-1)])
def test_nothing_leaves_without_a_price(epsilon):
    with pytest.raises(ValueError, match="epsilon"):
        release(CELLS, [], epsilon)
