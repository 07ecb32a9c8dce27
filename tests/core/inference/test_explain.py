"""Protects: contributions are exact, for trees as for sums, and damaged ones are refused."""

import itertools
import json
import math

import numpy as np
import pytest

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.explain import Linear, read_explanation

WIDTH = 4


def _tree(rng, depth):
    """Arrays of a random tree that asks about the same column several times."""
    tree = {"column": [], "at_most": [], "left": [], "right": [], "value": []}

    def grow(level):
        place = len(tree["column"])
        for key, value in (
            ("column", int(rng.integers(WIDTH))),
            ("at_most", float(rng.normal())),
            ("left", -1),
            ("right", -1),
            ("value", float(rng.normal())),
        ):
            tree[key].append(value)
        if level < depth:
            tree["left"][place] = grow(level + 1)
            tree["right"][place] = grow(level + 1)
        return place

    grow(0)
    return tree


def _trees(seed=1, count=6):
    rng = np.random.default_rng(seed)
    return {"kind": "trees", "base": 0.25, "trees": [_tree(rng, 3) for _ in range(count)]}


def _read(content):
    return read_explanation(json.dumps(content).encode(), package="tiny", width=WIDTH)


def _brute(explained, row, reference):
    """The Shapley values by their definition, over every set of columns."""
    made = np.zeros(WIDTH)
    for column in range(WIDTH):
        rest = [other for other in range(WIDTH) if other != column]
        for size in range(WIDTH):
            weight = math.factorial(size) * math.factorial(WIDTH - size - 1) / math.factorial(WIDTH)
            for chosen in itertools.combinations(rest, size):
                mixed = reference.copy()
                mixed[list(chosen)] = row[list(chosen)]
                with_it = mixed.copy()
                with_it[column] = row[column]
                made[column] += weight * (explained.value(with_it) - explained.value(mixed))
    return made


@pytest.mark.parametrize("seed", range(8))
def test_contributions_of_trees_are_the_shapley_values(seed):
    explained = _read(_trees(seed))
    rng = np.random.default_rng(seed + 100)
    row, reference = rng.normal(size=WIDTH), rng.normal(size=WIDTH)
    found = explained.contributions(row, reference)
    assert np.allclose(found, _brute(explained, row, reference), atol=1e-12)
    assert found.sum() == pytest.approx(explained.value(row) - explained.value(reference))


def test_a_value_on_the_threshold_goes_left_in_single_precision():
    tree = {"column": [0, 0, 0], "at_most": [0.1, 0, 0], "left": [1, -1, -1]}
    tree |= {"right": [2, -1, -1], "value": [0, 1.0, 2.0]}
    explained = _read({"kind": "trees", "base": 0.0, "trees": [tree]})
    # 0.1 as single precision is a little more than 0.1: the network compares it so.
    assert explained.value(np.array([0.1, 0, 0, 0])) == 2.0
    assert explained.value(np.array([0.09, 0, 0, 0])) == 1.0


def test_contributions_of_a_sum_are_its_parts():
    explained = Linear(1.0, np.array([2.0, -1.0]), np.zeros((0, 3)))
    found = explained.contributions(np.array([3.0, 5.0]), np.array([1.0, 4.0]))
    assert found.tolist() == [4.0, -1.0]


def _circle(content):
    content["trees"][0]["left"][0] = 0


def _unknown_column(content):
    content["trees"][0]["column"][0] = WIDTH


def _short(content):
    content["trees"][0]["value"].pop()


def _no_kind(content):
    del content["kind"]


@pytest.mark.parametrize("damage", [_circle, _unknown_column, _short, _no_kind])
def test_damaged_trees_are_refused(damage):
    content = _trees()
    damage(content)
    with pytest.raises(ModelRejected) as caught:
        _read(content)
    assert caught.value.parameters["field"] == "explanation.json"


@pytest.mark.parametrize("coefficients", [[1.0], [1.0] * 5, [float("nan")] * 4])
def test_a_sum_of_another_width_is_refused(coefficients):
    said = {"kind": "linear", "intercept": 0.0, "coefficients": coefficients, "resamples": []}
    with pytest.raises(ModelRejected):
        _read(said)
