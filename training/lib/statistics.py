"""Figures with their 95 % intervals: bootstrap by patient for AUC, exact for rates."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta, rankdata

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
DIGITS = 4


@dataclass(frozen=True)
class Metric:
    """One figure of the manifest; ``low`` and ``high`` bound the 95 % interval."""

    name: str
    value: float
    low: float | None
    high: float | None
    data: str
    n: int
    n_positive: int | None
    variant: str

    def as_json(self) -> dict[str, Any]:
        """Return the figure rounded for the manifest."""
        fields = asdict(self)
        return {k: round(v, DIGITS) if isinstance(v, float) else v for k, v in fields.items()}


def auc(score: Floats, truth: Ints) -> float:
    """Return the area under the ROC curve (ties count half); NaN when a class is missing."""
    positives = int(truth.sum())
    negatives = len(truth) - positives
    if not positives or not negatives:
        return float("nan")
    ranks = rankdata(score)
    wins = ranks[truth == 1].sum() - positives * (positives + 1) / 2
    return float(wins / (positives * negatives))


def bootstrap(
    figure: Callable[[Floats, Ints], float],
    score: Floats,
    truth: Ints,
    *,
    groups: Sequence[str],
    seed: int,
    rounds: int = 1000,
) -> tuple[float, float]:
    """Return the 95 % percentile interval from resampling whole patients."""
    _, index = np.unique(np.asarray(groups), return_inverse=True)
    members = [np.flatnonzero(index == g) for g in range(index.max() + 1)]
    rng = np.random.default_rng(seed)
    values = []
    for _ in range(rounds):
        chosen = rng.integers(0, len(members), len(members))
        rows = np.concatenate([members[g] for g in chosen])
        values.append(figure(score[rows], truth[rows]))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)


def clopper_pearson(hits: int, total: int) -> tuple[float, float]:
    """Return the exact two-sided 95 % interval of a rate (Clopper and Pearson 1934)."""
    if total == 0:
        return 0.0, 1.0
    low = float(beta.ppf(0.025, hits, total - hits + 1)) if hits else 0.0
    high = float(beta.ppf(0.975, hits + 1, total - hits)) if hits < total else 1.0
    return low, high


def auc_metric(
    score: Floats, truth: Ints, *, groups: Sequence[str], data: str, variant: str, seed: int
) -> Metric:
    """Return the AUC with its patient-wise bootstrap interval."""
    low, high = bootstrap(auc, score, truth, groups=groups, seed=seed)
    return Metric("auc", auc(score, truth), low, high, data, len(truth), int(truth.sum()), variant)


def rate_metric(name: str, hits: NDArray[np.bool_], *, data: str, variant: str) -> Metric:
    """Return a share with its exact interval; ``n_positive`` is the number of hits."""
    count, total = int(hits.sum()), len(hits)
    low, high = clopper_pearson(count, total)
    return Metric(name, count / max(total, 1), low, high, data, total, count, variant)


def plain_metric(name: str, value: float, *, data: str, n: int, variant: str) -> Metric:
    """Return a figure that has no interval, such as a largest difference."""
    return Metric(name, float(value), None, None, data, n, None, variant)


def expected_calibration_error(probability: Floats, truth: Ints, bins: int = 10) -> float:
    """Return the mean gap between score and observed share over equal-count bins."""
    order = np.argsort(probability, kind="stable")
    gaps = [
        abs(float(probability[rows].mean() - truth[rows].mean())) * len(rows)
        for rows in np.array_split(order, bins)
        if len(rows)
    ]
    return sum(gaps) / max(len(truth), 1)


def calibration_metric(
    probability: Floats,
    truth: Ints,
    *,
    groups: Sequence[str],
    data: str,
    variant: str,
    seed: int,
) -> Metric:
    """Return the expected calibration error with its patient-wise bootstrap interval."""
    error = expected_calibration_error(probability, truth)
    low, high = bootstrap(
        expected_calibration_error, probability, truth, groups=groups, seed=seed, rounds=300
    )
    return Metric("ece", error, low, high, data, len(truth), int(truth.sum()), variant)
