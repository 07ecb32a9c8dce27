"""Fit the linear head and the space of typical films on pooled features."""

import warnings
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from training.lib.network import Head, TypicalSpace
from training.lib.statistics import Floats, Ints

Features = NDArray[np.float32]


def fit_head(features: Features, target: Ints, *, strength: float, balanced: bool) -> Head:
    """Fit a logistic regression (inverse regularisation ``strength``) and fold its scaling in."""
    scaler = StandardScaler().fit(features)
    model = LogisticRegression(
        C=strength, max_iter=300, class_weight="balanced" if balanced else None
    )
    with warnings.catch_warnings():
        # An early stop is one more regulariser; the choice on validation films judges it.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(scaler.transform(features), target)
    weight = model.coef_ / scaler.scale_
    bias = model.intercept_ - weight @ scaler.mean_
    return Head(weight.astype(np.float32), bias.astype(np.float32))


def apply_head(head: Head, features: Features) -> Floats:
    """Return logits (N, L)."""
    return np.asarray(features @ head.weight.T + head.bias, dtype=np.float64)


def choose_head(
    train: tuple[Features, Ints],
    merit: Callable[[Head], float],
    *,
    strengths: Sequence[float],
    balanced: bool,
) -> tuple[Head, float, float]:
    """Return the head with the highest merit on validation films, its strength and merit."""
    tried = []
    for strength in strengths:
        head = fit_head(*train, strength=strength, balanced=balanced)
        tried.append((merit(head), strength, head))
        print(f"C {strength:g}: merit {tried[-1][0]:.5f}", flush=True)
    best = max(tried, key=lambda row: row[0])
    return best[2], best[1], best[0]


def fit_typical_space(features: Features, *, axes: int, seed: int) -> TypicalSpace:
    """Fit the principal axes of the features of training films."""
    axes = min(axes, len(features) - 1)
    pca = PCA(n_components=axes, svd_solver="randomized", random_state=seed).fit(features)
    basis = pca.components_
    centred = features - pca.mean_
    left = (centred**2).sum(1) - ((centred @ basis.T) ** 2).sum(1)
    whitened = basis / np.sqrt(pca.explained_variance_)[:, None]
    return TypicalSpace(
        pca.mean_.astype(np.float32),
        whitened.astype(np.float32),
        basis.astype(np.float32),
        float(max(left.mean(), 1e-6)),
    )
