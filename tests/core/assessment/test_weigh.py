"""Protects: what is weighed, by how much, once per group, and in no order.

Supporting evidence never lowers; a denial moves only by its own published ratio; what nobody
mentioned does nothing.
"""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.assessment.assess import assess
from meddx_desktop.core.assessment.gather import gather
from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.assessment.stand import ORDER, band_of, probability
from meddx_desktop.core.assessment.weigh import lines_of, model_ratio, weight
from meddx_desktop.core.domain.assessment import Band, Operating, Setting, Standing
from meddx_desktop.core.domain.finding import Call
from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.domain.patient import Sex
from tests.assessments import (
    EVERYTHING,
    condition,
    line,
    said,
    sample,
    with_mentions,
)

NEGATED = Assertion.NEGATED
CONCEPTS = sorted(
    {name for one in knowledge().values() for look in one.looks.values() for name in look.mentions}
)


def _weight(one, *mentions, **more):
    return weight(lines_of(one, gather(with_mentions(*mentions, **more)))).value


def test_not_mentioned_is_one():
    assert _weight(sample()) == 1.0


def test_present_and_denied_each_have_their_own_ratio():
    assert _weight(sample(), said("cough")) == pytest.approx(2.0)
    assert _weight(sample(), said("cough", NEGATED)) == pytest.approx(0.5)


def test_a_denial_without_a_ratio_of_its_own_does_nothing():
    row = {"if": "cough", "role": "weighed", "source": "s", "lr": 9.0, "low": 8.0, "high": 10.0}
    assert _weight(sample(evidence=[row]), said("cough", NEGATED)) == 1.0


def test_a_denial_may_raise():
    """No vaginal discharge makes a urinary infection likelier (3.1, Bent 2002)."""
    one = knowledge()["urinary_infection"]
    woman = {"sex": Sex.FEMALE, "age": "30y"}
    assert _weight(one, said("vaginal_discharge", NEGATED), **woman) == pytest.approx(3.1)
    assert _weight(one, said("vaginal_discharge"), **woman) == pytest.approx(0.3)


@pytest.mark.parametrize(
    "assertion", [Assertion.POSSIBLE, Assertion.CONDITIONAL, Assertion.FAMILY, Assertion.HISTORICAL]
)
def test_doubt_relatives_and_the_past_are_not_now(assertion):
    assert _weight(sample(), said("cough", assertion)) == 1.0


def test_said_and_denied_counts_as_nothing():
    assert _weight(sample(), said("cough"), said("cough", NEGATED, 9)) == 1.0


def test_one_group_counts_once_the_strongest():
    rows = [
        {"if": "cough", "role": "weighed", "source": "s", "lr": 2.0, "low": 1.5, "high": 3.0},
        {"if": "fever", "role": "weighed", "source": "s", "lr": 5.0, "low": 4.0, "high": 6.0},
    ]
    apart = sample(evidence=rows)
    together = sample(evidence=[{**row, "group": "one"} for row in rows])
    both = (said("cough"), said("fever"))
    assert _weight(apart, *both) == pytest.approx(10.0)
    assert _weight(together, *both) == pytest.approx(5.0)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(CONCEPTS), st.sampled_from(list(Assertion))), max_size=5))
def test_order_never_matters(mentions):
    facts = [said(name, how, 10 * place) for place, (name, how) in enumerate(mentions)]
    first = assess(with_mentions(*facts), knowledge(), EVERYTHING)
    for order in list(permutations(facts))[:3]:
        again = assess(with_mentions(*order), knowledge(), EVERYTHING)
        assert again.conditions == first.conditions
        assert again.alerts == first.alerts


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.sampled_from(CONCEPTS), st.booleans()), max_size=4),
    st.sampled_from(CONCEPTS),
)
def test_supporting_evidence_never_lowers(before, concept):
    """A concept that only supports a condition never makes it stand worse."""
    rest = [
        said(name, Assertion.PRESENT if there else NEGATED, 10 * place)
        for place, (name, there) in enumerate(before)
        if name != concept
    ]
    without = assess(with_mentions(*rest), knowledge(), EVERYTHING)
    more = assess(with_mentions(*rest, said(concept, place=500)), knowledge(), EVERYTHING)
    for key, one in knowledge().items():
        if not _only_supports(one, concept):
            continue
        now, then = condition(more, key), condition(without, key)
        if then is not None and now is not None:
            assert now.weight.value >= then.weight.value - 1e-9, key
            assert ORDER.index(now.standing) <= ORDER.index(then.standing), key


def _only_supports(one, concept):
    lines = lines_of(one, gather(with_mentions(said(concept))))
    uses = [
        look
        for look in one.looks.values()
        if concept in look.mentions and Assertion.NEGATED not in look.assertions
    ]
    groups = {each.group for each in lines if each.supports}
    opposing = [each for each in one.evidence if each.ratio and each.ratio.value < 1]
    return (
        bool(uses)
        and bool(groups)
        and not any(one.looks[each.look].name in {look.name for look in uses} for each in opposing)
        and not any(each.opposes for each in lines)
    )


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(CONCEPTS), max_size=4, unique=True),
    st.sampled_from(CONCEPTS),
    st.sampled_from(sorted(knowledge())),
)
def test_a_denial_moves_only_by_its_own_published_ratio(present, concept, key):
    rest = [said(name, place=10 * place) for place, name in enumerate(present) if name != concept]
    one = knowledge()[key]
    denied = said(concept, NEGATED, 500)
    absent = [
        each.ratio.value
        for each in one.evidence
        if each.ratio
        and any(
            concept in look.mentions
            for look in _below(one, each.look)
            if each.when.value == "absent" or NEGATED in look.assertions
        )
    ]
    before, after = _weight(one, *rest), _weight(one, *rest, denied)
    if not absent:
        assert after == pytest.approx(before)
    else:
        assert after / before <= max([1.0, *absent]) * 50


def _below(one, name):
    look = one.looks[name]
    yield look
    for part in look.parts:
        yield from _below(one, part)


# Models


@pytest.mark.parametrize("low", [0.0, 0.3, 0.5, 0.9, 0.99, 1.0])
@pytest.mark.parametrize("other", [0.0, 0.3, 0.5, 0.9, 0.99, 1.0])
def test_a_model_stays_within_its_limits_and_keeps_its_direction(low, other):
    figures = Operating(low, other)
    assert 1.0 <= model_ratio(Call.POSITIVE, figures).value <= 5.0
    assert 0.3 <= model_ratio(Call.NEGATIVE, figures).value <= 1.0
    assert model_ratio(Call.NOT_SURE, figures).value == 1.0


def test_the_bound_nearer_to_one_is_taken():
    assert model_ratio(Call.POSITIVE, Operating(0.6, 0.8)).value == pytest.approx(3.0)
    assert model_ratio(Call.NEGATIVE, Operating(0.6, 0.8)).value == pytest.approx(0.5)


def test_a_validated_model_may_say_more():
    assert model_ratio(Call.POSITIVE, Operating(0.9, 0.9, is_validated=True)).value > 5.0


# Probabilities


def test_probabilities_are_capped_and_banded():
    assert probability(0.1, 1e9) == 0.95
    assert probability(0.1, 1e-9) == 0.02
    assert band_of(0.049) is Band.UNDER_5
    assert band_of(0.2) is Band.FROM_20
    assert band_of(0.95) is Band.OVER_80


def test_without_a_prior_there_is_no_probability():
    found = assess(with_mentions(said("dullness_percussion")), knowledge(), EVERYTHING)
    one = condition(found, "pleural_effusion")
    assert (one.prior, one.band, one.standing) == (None, None, Standing.CONSIDERABLE)


def test_with_a_prior_every_line_has_the_odds_after_it():
    facts = with_mentions(said("cough"), said("dullness_percussion", place=9))
    found = assess(facts, knowledge(), EVERYTHING)
    dull = line(found, "pneumonia_adult", "dull.present")
    assert dull.odds == pytest.approx(0.1 / 0.9 * 2.62)
    assert condition(found, "pneumonia_adult").band is Band.FROM_20


def test_the_site_may_enter_its_own_prior():
    facts = with_mentions(said("cough"), said("dullness_percussion", place=9))
    ours = Setting(priors={"pneumonia_adult": 0.5})
    assert condition(assess(facts, knowledge(), ours), "pneumonia_adult").band is Band.FROM_50
