"""Protects: the way of a patient through a tree; what is not known is asked, never taken for no."""

from itertools import permutations

import pytest

from meddx_desktop.core.assessment.gather import gather
from meddx_desktop.core.assessment.treatment.knowledge_plans import plans
from meddx_desktop.core.assessment.treatment.tree import walk
from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.errors import InvalidEntry
from tests.assessments import said, with_mentions
from tests.treatments import small

NOTHING = gather(with_mentions())
FEVER = gather(with_mentions(said("fever")))
NO_FEVER = gather(with_mentions(said("fever", Assertion.NEGATED)))
MAYBE = gather(with_mentions(said("fever", Assertion.POSSIBLE)))
BOTH = gather(with_mentions(said("fever"), said("fever", Assertion.NEGATED, 9)))


def _path(way):
    return [node.key for node in way.nodes if node.on_path]


def test_the_case_answers_what_it_knows():
    way = walk(small(), NO_FEVER, {})
    assert (_path(way), way.choices, way.open_questions) == (["root", "end"], ("one",), ())


@pytest.mark.parametrize("observed", [NOTHING, MAYBE, BOTH])
def test_silence_and_doubt_are_asked(observed):
    way = walk(small(), observed, {})
    assert (_path(way), way.choices, way.open_questions) == (["root"], (), ("root",))
    assert way.nodes[0].chosen == ""


def test_a_person_answers_what_no_finding_can():
    way = walk(small(), FEVER, {})
    assert (way.open_questions, way.choices) == (("asked",), ())
    assert walk(small(), FEVER, {"asked": "b"}).choices == ("two",)


def test_a_person_counts_instead_of_the_case():
    assert walk(small(), NO_FEVER, {"root": "yes"}).open_questions == ("asked",)
    assert walk(small(), FEVER, {"root": "no"}).choices == ("one",)


@pytest.mark.parametrize("answers", [{"nowhere": "yes"}, {"root": "perhaps"}, {"end": "yes"}])
def test_an_answer_that_does_not_belong(answers):
    with pytest.raises(InvalidEntry, match="treatment_answer_unknown"):
        walk(small(), NOTHING, answers)


def test_all_boxes_are_shown_with_their_words_and_ways():
    way = walk(small(), NOTHING, {})
    assert [node.key for node in way.nodes] == ["root", "asked", "end", "other"]
    assert way.nodes[0].answers[0] == ("yes", {"en": "Yes", "zh": "是"}, "asked")


def test_the_order_of_the_words_of_a_note_does_not_matter():
    words = (said("fever"), said("cough"), said("seizure"))
    orders = [gather(with_mentions(*order, age="2y")) for order in permutations(words)]
    found = [walk(plans()["pneumonia_child"], observed, {}) for observed in orders]
    assert len({_key(one) for one in found}) == 1


def _key(way):
    return way.choices, way.open_questions, tuple(_path(way))


@pytest.mark.parametrize("key", sorted(plans()))
def test_every_end_of_every_plan_can_be_reached_by_answers(key):
    plan = plans()[key]
    ways = [({}, next(iter(plan.nodes)))]
    ends = set()
    while ways:
        answers, at = ways.pop()
        node = plan.nodes[at]
        if not node.answers:
            way = walk(plan, NOTHING, answers)
            assert way.choices == node.choices
            assert not way.open_questions
            ends.add(at)
        ways += [({**answers, at: one}, to) for one, _, to in node.answers]
    assert ends == {one.key for one in plan.nodes.values() if one.choices}
