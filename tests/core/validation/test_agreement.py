"""Protects: agreement beyond chance is what one gets by hand, and never a number without pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.validation.agreement import cohen_kappa
from meddx_desktop.core.validation.rates import exact_interval


def _pairs(*counts):
    return [(one, other) for one, other, number in counts for _ in range(number)]


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [
        # Table 6.1 of the source: 85 of 100 agree, 60 by chance.
        ((("p", "p", 20), ("p", "n", 5), ("n", "p", 10), ("n", "n", 65)), 0.625),
        # By hand: o = 35/50, e = (25*30 + 25*20) / 2500 = 0.5.
        ((("p", "p", 20), ("p", "n", 5), ("n", "p", 10), ("n", "n", 15)), 0.4),
        # Three answers, by hand: o = 6/9, e = (4*3 + 3*4 + 2*2) / 81 = 28/81; 26/53.
        (
            (
                *(("p", "p", 3), ("p", "n", 1), ("n", "n", 2)),
                *(("n", "?", 1), ("?", "?", 1), ("?", "n", 1)),
            ),
            26 / 53,
        ),
        # Each always says the opposite: o = 0, e = 0.5.
        ((("p", "n", 5), ("n", "p", 5)), -1.0),
    ],
)
def test_kappa_by_hand(counts, kappa):
    found = cohen_kappa(_pairs(*counts))
    assert found.kappa == pytest.approx(kappa)
    assert found.total == sum(number for *_, number in counts)
    assert {(one, other): number for one, other, number in found.counts} == {
        (one, other): number for one, other, number in counts
    }


def test_the_interval_is_the_exact_one_of_the_share_carried_over():
    found = cohen_kappa(_pairs(("p", "p", 20), ("p", "n", 5), ("n", "p", 10), ("n", "n", 65)))
    low, high = exact_interval(85, 100)
    assert (found.low, found.high) == pytest.approx(((low - 0.6) / 0.4, (high - 0.6) / 0.4))


def test_few_pairs_that_all_agree_prove_little():
    found = cohen_kappa(_pairs(("p", "p", 2), ("n", "n", 2)))
    assert found.kappa == 1.0
    assert found.low < 0, "four pairs do not even prove more than chance"


def test_where_chance_explains_everything_there_is_no_number():
    for pairs in ([], _pairs(("p", "p", 9))):
        found = cohen_kappa(pairs)
        assert (found.kappa, found.low, found.high) == (None, None, None)
        assert (found.agreed, found.total) == (len(pairs), len(pairs))


@given(st.lists(st.tuples(st.sampled_from("pn?"), st.sampled_from("pn?")), max_size=40))
def test_it_lies_within_its_interval_and_does_not_mind_who_is_first(pairs):
    found = cohen_kappa(pairs)
    turned = cohen_kappa([(other, one) for one, other in pairs])
    if found.kappa is None:
        assert turned.kappa is None
        return
    assert -1 <= found.low <= found.kappa <= found.high <= 1 + 1e-12
    assert turned.kappa == pytest.approx(found.kappa)
