"""Protects: every box of a plan's tree is drawn once, and no line runs through a box."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment import knowledge_plans
from meddx_desktop.core.domain.treatment import Node
from meddx_desktop.gui.treatment import tree_layout

GAP, DROP, WIDTH = 24.0, 44.0, 200.0


def drawn(nodes, heights):
    rows = tree_layout.levels(nodes)
    places = tree_layout.spots(rows, heights, width=WIDTH, gap=GAP, drop=DROP)
    return rows, places, tree_layout.lines(nodes, rows, places, gap=GAP, drop=DROP)


def crosses(one, two, spot):
    """Whether a piece of a line, level or upright, runs through the inside of a box."""
    left, right = sorted((one[0], two[0]))
    top, bottom = sorted((one[1], two[1]))
    inside = 0.5
    return (
        left < spot.left + spot.width - inside
        and right > spot.left + inside
        and top < spot.bottom - inside
        and bottom > spot.top + inside
    )


def sound(nodes, heights):
    rows, places, lines = drawn(nodes, heights)
    assert sorted(key for row in rows for key in row) == sorted(node.key for node in nodes)
    assert len(lines) == sum(len(node.answers) for node in nodes)
    level = {key: number for number, row in enumerate(rows) for key in row}
    for line in lines:
        assert level[line.end] > level[line.start], "a way leads down"
        for one, two in zip(line.points, line.points[1:], strict=False):
            assert one[0] == two[0] or one[1] == two[1]
            assert not any(crosses(one, two, spot) for spot in places.values())
    for one, two in ((a, b) for a in places.values() for b in places.values() if a is not b):
        assert (
            one.left + one.width <= two.left
            or two.left + two.width <= one.left
            or (one.bottom <= two.top or two.bottom <= one.top)
        )


@pytest.mark.parametrize("plan", knowledge_plans.plans().values(), ids=lambda one: one.key)
def test_every_plan_of_the_program(plan):
    nodes = tuple(
        Node(rule.key, rule.title, rule.answers, choices=rule.choices)
        for rule in plan.nodes.values()
    )
    sound(nodes, {node.key: 60.0 + 7 * place for place, node in enumerate(nodes)})


@st.composite
def trees(draw):
    """Boxes whose answers lead to later boxes, each reached by one at least."""
    count = draw(st.integers(1, 9))
    answers = {number: [] for number in range(count)}
    for number in range(1, count):
        answers[draw(st.integers(0, number - 1))].append(number)
    for number in range(count - 1):
        for more in draw(st.lists(st.integers(number + 1, count - 1), max_size=1)):
            answers[number].append(more)
    return tuple(
        Node(str(n), {}, tuple((str(i), {}, str(to)) for i, to in enumerate(answers[n])))
        for n in range(count)
    )


@settings(max_examples=60, deadline=None)
@given(trees(), st.lists(st.floats(20, 300), min_size=9, max_size=9))
def test_any_tree_without_circles(nodes, heights):
    sound(nodes, {node.key: heights[place] for place, node in enumerate(nodes)})


def test_nothing_to_draw():
    assert tree_layout.levels(()) == ()
