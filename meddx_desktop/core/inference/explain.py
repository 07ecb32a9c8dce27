"""Exact contributions of columns to a log-odds, against a reference row.

Linear: coefficient times distance. Trees: the Shapley values of the game in which a set of
columns takes the row's values and all others the reference's. With one reference row they are a
sum over leaves: a leaf is reached by those sets that hold every column on its path where only the
row fits (`ours`) and none where only the reference does (`theirs`); such a game has the closed
form below. Either way the contributions add up to the difference of the two log-odds.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import factorial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import ModelRejected

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Linear:
    """A log-odds that is a weighted sum; `resamples` are other fits to the same persons."""

    intercept: float
    coefficients: Floats
    resamples: Floats
    """One row for each: intercept, then coefficients. May have no rows."""

    def value(self, row: Floats) -> float:
        """The log-odds of a row without holes."""
        return self.intercept + float(self.coefficients @ row)

    def contributions(self, row: Floats, reference: Floats) -> Floats:
        """What each column adds to the reference's log-odds."""
        return self.coefficients * (row - reference)

    def others(self, rows: Floats) -> Floats:
        """The log-odds of rows by each of the other fits, fits x rows."""
        made: Floats = self.resamples[:, :1] + self.resamples[:, 1:] @ rows.T
        return made


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree: node 0 is the root, a leaf has no `left`; left is "at most"."""

    column: tuple[int, ...]
    at_most: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trees:
    """A log-odds that is a sum of trees."""

    base: float
    trees: tuple[Tree, ...]
    width: int

    def value(self, row: Floats) -> float:
        """The log-odds of a row without holes."""
        return self.base + sum(_leaf(tree, _single(row)) for tree in self.trees)

    def contributions(self, row: Floats, reference: Floats) -> Floats:
        """The exact Shapley values with the reference as the only background."""
        made = np.zeros(self.width)
        for tree in self.trees:
            for ours, theirs, value in _leaves(tree, _single(row), _single(reference)):
                together = len(ours) + len(theirs)
                if not together:
                    continue
                all_orders = factorial(together)
                for column in ours:
                    made[column] += (
                        value * factorial(len(ours) - 1) * factorial(len(theirs)) / all_orders
                    )
                for column in theirs:
                    made[column] -= (
                        value * factorial(len(ours)) * factorial(len(theirs) - 1) / all_orders
                    )
        return made


Explanation = Linear | Trees


def read_explanation(content: bytes, *, package: str, width: int) -> Explanation:
    """Read a package's ``explanation.json``.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid`` naming the file.
    """
    try:
        said = json.loads(content)
        made = _linear(said) if said["kind"] == "linear" else _trees(said, width)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _wrong(package) from error
    if isinstance(made, Linear) and len(made.coefficients) != width:
        raise _wrong(package)
    return made


def _wrong(package: str) -> ModelRejected:
    return ModelRejected("model_manifest_invalid", name=package, field="explanation.json")


def _linear(said: Any) -> Linear:  # noqa: ANN401
    coefficients = np.array(said["coefficients"], float)
    resamples = np.array(said["resamples"], float).reshape(-1, len(coefficients) + 1)
    made = Linear(float(said["intercept"]), coefficients, resamples)
    if not (np.isfinite(coefficients).all() and np.isfinite(resamples).all()):
        raise ValueError("not finite")
    return made


def _trees(said: Any, width: int) -> Trees:  # noqa: ANN401
    trees = tuple(
        Tree(
            column=tuple(int(v) for v in one["column"]),
            at_most=tuple(float(v) for v in one["at_most"]),
            left=tuple(int(v) for v in one["left"]),
            right=tuple(int(v) for v in one["right"]),
            value=tuple(float(v) for v in one["value"]),
        )
        for one in said["trees"]
    )
    for tree in trees:
        _check_tree(tree, width)
    return Trees(float(said["base"]), trees, width)


def _check_tree(tree: Tree, width: int) -> None:
    """Children come after their parent, so that no walk ever turns in a circle."""
    nodes = len(tree.column)
    if not all(len(part) == nodes for part in (tree.at_most, tree.left, tree.right, tree.value)):
        raise ValueError("arrays of one tree differ in length")
    for node in range(nodes):
        if tree.left[node] < 0:
            continue
        if not (node < tree.left[node] < nodes and node < tree.right[node] < nodes):
            raise ValueError("a child before its parent")
        if not 0 <= tree.column[node] < width:
            raise ValueError("an unknown column")


def _single(row: Floats) -> Floats:
    """Values as the trees were grown on them; the limits between them are in double precision."""
    return row.astype(np.float32).astype(float)


def _leaf(tree: Tree, row: Floats) -> float:
    node = 0
    while tree.left[node] >= 0:
        goes_left = row[tree.column[node]] <= tree.at_most[node]
        node = tree.left[node] if goes_left else tree.right[node]
    return tree.value[node]


def _leaves(
    tree: Tree, row: Floats, reference: Floats
) -> Iterator[tuple[frozenset[int], frozenset[int], float]]:
    """Every leaf that some mixture of row and reference reaches, with what it needs of each."""
    waiting = [(0, frozenset[int](), frozenset[int]())]
    while waiting:
        node, ours, theirs = waiting.pop()
        if tree.left[node] < 0:
            yield ours, theirs, tree.value[node]
            continue
        column, limit = tree.column[node], tree.at_most[node]
        row_left, reference_left = bool(row[column] <= limit), bool(reference[column] <= limit)
        for child, to_left in ((tree.left[node], True), (tree.right[node], False)):
            ours_fits, theirs_fits = row_left is to_left, reference_left is to_left
            if ours_fits and theirs_fits:
                waiting.append((child, ours, theirs))
            elif ours_fits and column not in theirs:
                waiting.append((child, ours | {column}, theirs))
            elif theirs_fits and column not in ours:
                waiting.append((child, ours, theirs | {column}))
