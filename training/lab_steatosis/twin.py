"""The same question asked by a small decision tree: rules that can be drawn and read aloud."""

from typing import Any

import numpy as np
from sklearn.tree import DecisionTreeClassifier

from training.lib import tabular_package
from training.lib.config import Run
from training.lib.statistics import Floats, Ints, auc, bootstrap
from training.lib.tabular import Table, described_inputs
from training.lib.tabular_draw import save
from training.lib.tabular_fit import Unseen, splits

FILE, PICTURE = "twin.json", "twin.svg"
WORDS = """## The same question as rules

A decision tree on the same rows (twin.svg), AUC {value} (95 % {low} to {high}) on unseen sampling
units; the score above does better. The shares are those of the training rows, not the chance of
disease elsewhere.

{rules}
"""


def twin(run: Run, table: Table, x: Floats, unseen: Unseen) -> tuple[dict[str, Any], str]:
    """Fit, measure and write the tree; returns what manifest and card tell of it."""
    names = list(run.settings["twin"]["inputs"])
    z = _plain(table, names)
    score = np.zeros(len(table))
    for train, held in splits(
        table.truth, table.groups, folds=run.settings["folds"], seed=run.seed
    ):
        score[held] = _tree(run, z[train], table.truth[train]).predict_proba(z[held])[:, 1]
    low, high = bootstrap(auc, score, table.truth, groups=list(table.groups), seed=run.seed)
    tree = _tree(run, z, table.truth)
    drawn = _node(tree, 0, names, run)
    tabular_package.write_json(run.out / FILE, {"root": drawn})
    _draw(run, drawn)
    value = round(auc(score, table.truth), 4)
    figures = {"value": value, "low": round(low, 4), "high": round(high, 4)}
    return {"twin": {"file": FILE, "auc": figures}}, WORDS.format(**figures, rules=_rules(drawn))


def _plain(table: Table, names: list[str]) -> Floats:
    """Numbers as they are, sex as 0 (F) and 1 (M); the median where a number is missing."""
    columns = []
    for name in names:
        values = table.values[name]
        column = (values == "M").astype(float) if name == "sex" else np.asarray(values, float)
        columns.append(np.where(np.isnan(column), np.nanmedian(column), column))
    return np.column_stack(columns)


def _tree(run: Run, z: Floats, truth: Ints) -> DecisionTreeClassifier:
    settings = run.settings["twin"]
    tree = DecisionTreeClassifier(
        max_depth=settings["depth"],
        min_samples_leaf=settings["least_in_leaf"],
        random_state=run.seed,
    )
    return tree.fit(z, truth)


def _node(tree: DecisionTreeClassifier, at: int, names: list[str], run: Run) -> dict[str, Any]:
    inner = tree.tree_
    node: dict[str, Any] = {
        "n": int(inner.n_node_samples[at]),
        "share": round(float(inner.value[at, 0, 1]), 4),
    }
    if inner.children_left[at] < 0:
        return node
    name = names[inner.feature[at]]
    units = {one["name"]: one["unit"] for one in described_inputs(run.settings)}
    limit = 0.5 if name == "sex" else float(f"{inner.threshold[at]:.4g}")
    return {
        **node,
        "input": name,
        "unit": units[name],
        "at_most": limit,
        "yes": _node(tree, int(inner.children_left[at]), names, run),
        "no": _node(tree, int(inner.children_right[at]), names, run),
    }


def _draw(run: Run, root: dict[str, Any]) -> None:
    import matplotlib.pyplot as plt

    titles = {one["name"]: one["title"]["en"] for one in described_inputs(run.settings)}
    figure, axes = plt.subplots(figsize=(13, 5))
    axes.set_axis_off()
    leaves = _place(root, 0, iter(range(64)))
    _lines(axes, root, titles)
    axes.set(xlim=(-0.6, leaves - 0.4), ylim=(-run.settings["twin"]["depth"] - 0.4, 0.4))
    save(figure, run.out / PICTURE)


def _place(node: dict[str, Any], depth: int, free: Any) -> int:
    """Give every node its place; returns how many leaves there are."""
    if "yes" not in node:
        node["at"] = (float(next(free)), -float(depth))
        return 1
    count = _place(node["yes"], depth + 1, free) + _place(node["no"], depth + 1, free)
    node["at"] = ((node["yes"]["at"][0] + node["no"]["at"][0]) / 2, -float(depth))
    return count


def _lines(axes: Any, node: dict[str, Any], titles: dict[str, str]) -> None:
    x, y = node["at"]
    share = f"{node['share']:.0%} of {node['n']}"
    text = share
    if "yes" in node:
        unit = f" {node['unit']}" if node["unit"] != "1" else ""
        ask = (
            "Woman?"
            if node["input"] == "sex"
            else f"{titles[node['input']]} ≤ {node['at_most']:g}{unit}?"
        )
        text = f"{ask}\n{share}"
        for answer in ("yes", "no"):
            to = node[answer]["at"]
            axes.plot([x, to[0]], [y, to[1]], color="#8a94a0", linewidth=1, zorder=1)
            axes.text((x + to[0]) / 2, (y + to[1]) / 2, answer, fontsize=8, ha="center", zorder=3)
            _lines(axes, node[answer], titles)
    edge = "#1f3a5f" if "yes" in node else "#8a94a0"
    axes.text(
        x, y, text, fontsize=8, ha="center", va="center", zorder=2,
        bbox={"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": edge},
    )  # fmt: skip


def _rules(node: dict[str, Any], path: tuple[str, ...] = ()) -> str:
    """One line for each leaf."""
    if "yes" not in node:
        return f"- {' and '.join(path)}: {node['share']:.0%} of {node['n']}"
    if node["input"] == "sex":
        asked = ("woman", "man")
    else:
        unit = f" {node['unit']}" if node["unit"] != "1" else ""
        asked = (
            f"{node['input']} at most {node['at_most']:g}{unit}",
            f"{node['input']} above {node['at_most']:g}{unit}",
        )
    return "\n".join(
        _rules(node[a], (*path, said)) for a, said in zip(("yes", "no"), asked, strict=True)
    )
