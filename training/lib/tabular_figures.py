"""Figures of a risk model on rows that it had not seen: whole, by sex and age, calibration."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from training.lib.statistics import (
    Floats,
    Ints,
    Metric,
    auc,
    bootstrap,
    calibration_metric,
    clopper_pearson,
    plain_metric,
    rate_metric,
)
from training.lib.tabular import Table, Texts
from training.lib.tabular_fit import Unseen

VARIANT = "fp32"
NOT_ASKED = "{} not asked"
"""Name in the table of what is known of a row and is no input of the model."""
LEAST = 10
"""A subgroup needs that many with and without the outcome for an AUC."""


def auc_of_repeats(
    logits: Sequence[Floats], truth: Ints, *, groups: Texts, data: str, seed: int
) -> Metric:
    """Return the mean AUC of the repeats of the split, with one interval by group."""
    stacked = np.arange(len(truth), dtype=float)

    def figure(rows: Floats, outcome: Ints) -> float:
        chosen = rows.astype(int)
        return float(np.mean([auc(one[chosen], outcome) for one in logits]))

    low, high = bootstrap(figure, stacked, truth, groups=list(groups), seed=seed)
    value = figure(stacked, truth)
    return Metric("auc", value, low, high, data, len(truth), int(truth.sum()), VARIANT)


def brier_metric(
    probability: Floats, truth: Ints, *, groups: Texts, data: str, seed: int
) -> Metric:
    """Return the mean squared error of the probability, with its interval."""

    def brier(score: Floats, outcome: Ints) -> float:
        return float(np.mean((score - outcome) ** 2))

    low, high = bootstrap(brier, probability, truth, groups=list(groups), seed=seed, rounds=300)
    value = brier(probability, truth)
    return Metric("brier", value, low, high, data, len(truth), int(truth.sum()), VARIANT)


def calibration_line(probability: Floats, truth: Ints) -> tuple[float, float]:
    """Return shift (slope held at 1) and slope of the outcome on the log-odds; ideal is 0 and 1."""
    odds = np.log(np.clip(probability, 1e-6, 1 - 1e-6) / np.clip(1 - probability, 1e-6, 1))
    slope = LogisticRegression(C=1e6).fit(odds[:, None], truth).coef_[0, 0]
    shift = 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(odds + shift)))
        shift += float((truth - p).sum() / max((p * (1 - p)).sum(), 1e-9))
    return shift, float(slope)


def reliability(probability: Floats, truth: Ints, bins: int) -> list[dict[str, Any]]:
    """Return what was predicted and what was seen, in bins of equal counts."""
    order = np.argsort(probability, kind="stable")
    made = []
    for rows in np.array_split(order, bins):
        low, high = clopper_pearson(int(truth[rows].sum()), len(rows))
        made.append(
            {
                "predicted": round(float(probability[rows].mean()), 4),
                "seen": round(float(truth[rows].mean()), 4),
                "low": round(low, 4),
                "high": round(high, 4),
                "n": len(rows),
            }
        )
    return made


def binary_figures(table: Table, unseen: Unseen, *, data: str, seed: int) -> list[Metric]:
    """Return every figure of a model with a threshold."""
    truth, groups = table.truth, table.groups
    p, found = unseen.probability, unseen.probability >= unseen.threshold
    shift, slope = calibration_line(p, truth)
    n = len(truth)
    return [
        auc_of_repeats(unseen.logits, truth, groups=groups, data=data, seed=seed),
        rate_metric("sensitivity", found[truth == 1], data=data, variant=VARIANT),
        rate_metric("specificity", ~found[truth == 0], data=data, variant=VARIANT),
        rate_metric("ppv", truth[found] == 1, data=data, variant=VARIANT),
        brier_metric(p, truth, groups=groups, data=data, seed=seed),
        calibration_metric(p, truth, groups=list(groups), data=data, variant=VARIANT, seed=seed),
        plain_metric("calibration_in_the_large", shift, data=data, n=n, variant=VARIANT),
        plain_metric("calibration_slope", slope, data=data, n=n, variant=VARIANT),
        *_subgroups(table, unseen, data=data, seed=seed),
    ]


def subgroups(table: Table, bands: Sequence[int]) -> list[tuple[str, Any]]:
    """Return names and row masks of the subgroups by sex and age that the table knows."""
    made: list[tuple[str, Any]] = []
    sex = table.values.get("sex", table.values.get(NOT_ASKED.format("sex")))
    if sex is not None:
        made += [(f"sex {s}", sex == s) for s in ("F", "M") if (sex == s).any()]
    age = table.values.get("age", table.values.get(NOT_ASKED.format("age")))
    if age is not None:
        edges = [0, *bands, 200]
        for low, high in pairwise(edges):
            name = f"age under {high}" if low == 0 else f"age {low} and over"
            if low and high < 200:
                name = f"age {low} to {high - 1}"
            made.append((name, (age >= low) & (age < high)))
    return [(name, rows) for name, rows in made if rows.any()]


def _subgroups(table: Table, unseen: Unseen, *, data: str, seed: int) -> list[Metric]:
    found = unseen.probability >= unseen.threshold
    metrics = []
    for name, rows in subgroups(table, (40, 60)):
        truth, of = table.truth[rows], f"{data}, {name}"
        if truth.sum() >= LEAST and (1 - truth).sum() >= LEAST:
            logits = [one[rows] for one in unseen.logits]
            metrics.append(
                auc_of_repeats(logits, truth, groups=table.groups[rows], data=of, seed=seed)
            )
        hits = found[rows]
        metrics += [
            rate_metric("sensitivity", hits[truth == 1], data=of, variant=VARIANT),
            rate_metric("specificity", ~hits[truth == 0], data=of, variant=VARIANT),
            plain_metric(
                "mean_score",
                unseen.probability[rows].mean(),
                data=of,
                n=len(truth),
                variant=VARIANT,
            ),
            rate_metric("share_with_outcome", truth == 1, data=of, variant=VARIANT),
        ]
    return metrics
