"""Linear ways to learn from frozen features: balanced, projected, residual, worst group.

All of them need nothing of the films but sums of values and of products, kept by stratum and fold;
so a training that leaves some folds and sources out costs one equation, not one pass.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from training.cxr_tuberculosis.films import SOURCES, STRATA, TB

Floats32 = NDArray[np.float32]
Group = tuple[str, int]
"""A stratum and a fold."""
FLOORS = ("statistics", "boosted")
STILL = 1e-3
"""Least variance that a value is scaled by: one that hardly moves must not be blown up."""
NUISANCE = 10.0
"""Ridge of what image statistics explain, in films."""


def is_floor(recipe: Mapping[str, Any]) -> bool:
    """Say whether a recipe knows image statistics only: what a network has to beat."""
    return recipe.get("method") in FLOORS


@dataclass(frozen=True)
class Moments:
    """Mean, second moment about zero and number of films of a group, a copy each."""

    mean: Floats32
    square: Floats32
    count: int


def moments(values: Floats32) -> Moments:
    """Return the moments of some films, (films, width)."""
    count = len(values)
    return Moments(values.mean(axis=0), (values.T @ values) / max(count, 1), count)


def merged(parts: Sequence[Moments], weights: Sequence[float]) -> Moments:
    """Return the moments of a mix whose parts weigh as given."""
    share = np.asarray(weights, np.float32) / np.float32(sum(weights))
    mean = np.sum([w * p.mean for w, p in zip(share, parts, strict=True)], axis=0)
    square = np.zeros_like(parts[0].square)
    for weight, part in zip(share, parts, strict=True):
        square += weight * part.square
    return Moments(mean.astype(np.float32), square, sum(p.count for p in parts))


def even_weights(counts: Mapping[str, int], *, balanced: bool) -> dict[str, float]:
    """Weigh tuberculosis like all negatives together.

    Balanced: every source of negatives alike, and every stratum alike within its source; else by
    their numbers of films.
    """
    negatives = {s: n for s, n in counts.items() if s != TB}
    if not balanced:
        total = sum(negatives.values())
        return {TB: 0.5, **{s: 0.5 * n / total for s, n in negatives.items()}}
    present = [[s for s in STRATA[source] if s in negatives] for source in SOURCES]
    present = [found for found in present if found]
    weights = {s: 0.5 / len(present) / len(found) for found in present for s in found}
    return {TB: 0.5, **weights}


@dataclass(frozen=True)
class Line:
    """A linear score."""

    weight: Floats32
    bias: float

    def judge(self, values: Floats32) -> Floats32:
        """Return the scores of films, (films, width) to (films,)."""
        return np.asarray(values @ self.weight + self.bias, np.float32)


def learn(
    groups: Mapping[Group, Moments], recipe: Mapping[str, Any], settings: Mapping[str, Any]
) -> Line:
    """Learn from the moments of the groups that teach."""
    strata = _by_stratum(groups)
    weights = even_weights(
        {s: m.count for s, m in strata.items()}, balanced=bool(recipe.get("balanced"))
    )
    method, ridge = recipe.get("method"), float(settings["ridge"])
    mix = merged([strata[s] for s in weights], list(weights.values()))
    spread = _spread(mix)
    strata = {s: _scaled(m, mix.mean, spread) for s, m in strata.items()}
    basis = None
    if method == "residual":
        basis = _without_statistics(strata, settings["statistics_width"])
    elif method == "projected":
        basis = _without(source_directions(strata, int(settings["projection"]["rounds"])))
    if basis is not None:
        strata = {s: _through(m, basis) for s, m in strata.items()}
    if method == "dro":
        weights = _worst_group_weights(strata, weights, ridge, settings["dro"])
    weight, bias = _discriminant(strata, weights, ridge)
    whole = (weight if basis is None else basis @ weight) / spread
    return Line(whole.astype(np.float32), bias - float(mix.mean @ whole))


def _scaled(own: Moments, middle: Floats32, spread: Floats32) -> Moments:
    mean = own.mean - middle
    square = own.square - np.outer(own.mean, middle) - np.outer(middle, mean)
    return Moments(mean / spread, square / np.outer(spread, spread), own.count)


def _through(own: Moments, basis: Floats32) -> Moments:
    return Moments(own.mean @ basis, basis.T @ own.square @ basis, own.count)


def _by_stratum(groups: Mapping[Group, Moments]) -> dict[str, Moments]:
    names = dict.fromkeys(stratum for stratum, _ in groups)
    own = {n: [m for (s, _), m in groups.items() if s == n] for n in names}
    return {n: merged(parts, [p.count for p in parts]) for n, parts in own.items()}


def _discriminant(
    strata: Mapping[str, Moments], weights: Mapping[str, float], ridge: float
) -> tuple[Floats32, float]:
    """Fit +1 for tuberculosis and -1 for the rest by ridge regression on scaled values."""
    mix = merged([strata[s] for s in weights], list(weights.values()))
    spread = _spread(mix)
    covariance = (mix.square - np.outer(mix.mean, mix.mean)) / np.outer(spread, spread)
    covariance[np.diag_indices_from(covariance)] += ridge
    # The classes weigh one half each: the covariance with the target is half their distance.
    well = {s: w for s, w in weights.items() if s != TB}
    others = merged([strata[s] for s in well], list(well.values()))
    target = 0.5 * (strata[TB].mean - others.mean) / spread
    weight = cho_solve(cho_factor(covariance, overwrite_a=True), target) / spread
    return weight.astype(np.float32), float(-mix.mean @ weight)


def _spread(mix: Moments) -> Floats32:
    variance = np.diag(mix.square) - mix.mean**2
    return np.sqrt(np.maximum(variance, STILL)).astype(np.float32)


def _without_statistics(strata: Mapping[str, Moments], width: int) -> Floats32:
    """Return the map from features and statistics to features less what statistics explain.

    The last ``width`` values are image statistics; what they explain is learnt from negatives.
    """
    well = [m for s, m in strata.items() if s != TB]
    mix = merged(well, [m.count for m in well])
    covariance = mix.square - np.outer(mix.mean, mix.mean)
    inner = covariance[-width:, -width:]
    inner = inner + np.eye(width, dtype=np.float32) * (NUISANCE / mix.count + 1e-4)
    explained = np.linalg.solve(inner, covariance[-width:, :-width])
    kept = np.eye(len(covariance) - width, dtype=np.float32)
    return np.concatenate([kept, -explained.astype(np.float32)])


def _without(directions: Floats32) -> Floats32 | None:
    """Return the projection that takes some directions away."""
    if not directions.shape[1]:
        return None
    return np.asarray(np.eye(len(directions)) - directions @ directions.T, np.float32)


def source_directions(strata: Mapping[str, Moments], rounds: int) -> Floats32:
    """Return orthonormal directions (width, K) that tell the sources of negatives apart.

    One after the other by ridge regression, each in what the earlier ones leave (null-space
    projection). With one source of negatives there is none.
    """
    present = [[s for s in STRATA[source] if s in strata] for source in SOURCES]
    present = [found for found in present if found]
    width = len(next(iter(strata.values())).mean)
    directions = np.zeros((width, 0), np.float32)
    if len(present) < 2:
        return directions
    each = [merged([strata[s] for s in f], [strata[s].count for s in f]) for f in present]
    mix = merged(each, [1.0] * len(each))
    covariance = mix.square - np.outer(mix.mean, mix.mean)
    ridge = np.eye(width, dtype=np.float32) * (0.1 * np.trace(covariance) / width)
    for number in range(rounds):
        kept = np.eye(width, dtype=np.float32) - directions @ directions.T
        away = kept @ (each[number % len(each)].mean - mix.mean)
        line = kept @ np.linalg.solve(kept @ covariance @ kept + ridge, away)
        line = line / max(float(np.linalg.norm(line)), 1e-12)
        directions = np.concatenate([directions, line[:, None].astype(np.float32)], axis=1)
    return directions


def _worst_group_weights(
    strata: Mapping[str, Moments],
    weights: Mapping[str, float],
    ridge: float,
    settings: Mapping[str, Any],
) -> dict[str, float]:
    """Move weight to the stratum of negatives judged worst, step by step (group DRO)."""
    moved = dict(weights)
    for _ in range(settings["steps"]):
        weight, bias = _discriminant(strata, moved, ridge)
        losses = {s: _loss(strata[s], weight, bias) for s in moved if s != TB}
        pushed = {s: moved[s] * float(np.exp(settings["push"] * v)) for s, v in losses.items()}
        total = sum(pushed.values())
        moved = {TB: 0.5, **{s: 0.5 * v / total for s, v in pushed.items()}}
    return moved


def _loss(own: Moments, weight: Floats32, bias: float) -> float:
    """Return the mean squared distance of a negative's score from -1."""
    middle = float(own.mean @ weight)
    return float(weight @ own.square @ weight) + 2 * (bias + 1) * middle + (bias + 1) ** 2
