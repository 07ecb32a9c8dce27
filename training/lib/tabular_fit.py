"""Fitting a risk model, and scores of rows that the fit had not seen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

from training.lib.calibrate import Platt, at_sensitivity, fit_platt
from training.lib.statistics import Floats, Ints
from training.lib.tabular import Texts

BOOSTING = "boosting"
LOGISTIC = "logistic"


@dataclass(frozen=True)
class Unseen:
    """Scores of every row by models that had not seen its group.

    Attributes
    ----------
    probability : Floats
        Calibrated on the training folds alone.
    threshold : Floats
        Of the row's fold, from its training folds alone.
    logits : list[Floats]
        Uncalibrated, one array for each repeat of the split.
    """

    probability: Floats
    threshold: Floats
    logits: list[Floats]


def new_model(settings: Mapping[str, Any], seed: int, learner: str = "") -> Pipeline:
    """Return an unfitted model; both learners put the median where a value is missing."""
    fill = ("fill", SimpleImputer(strategy="median"))
    if (learner or settings["learner"]) == BOOSTING:
        return Pipeline(
            [fill, ("model", GradientBoostingClassifier(random_state=seed, **settings["boosting"]))]
        )
    model = LogisticRegression(C=settings["logistic"]["C"], max_iter=2000)
    return Pipeline([fill, ("scale", StandardScaler()), ("model", model)])


def logit_of(model: Pipeline, x: Floats) -> Floats:
    """Return the log-odds of each row."""
    return np.asarray(model.decision_function(x), dtype=float)


def splits(truth: Ints, groups: Texts, *, folds: int, seed: int) -> Iterator[tuple[Ints, Ints]]:
    """Return training and held-out rows: whole groups, events spread evenly."""
    cutter = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    return cutter.split(np.zeros((len(truth), 1)), truth, groups)


def unseen_logits(
    x: Floats,
    truth: Ints,
    groups: Texts,
    settings: Mapping[str, Any],
    *,
    seed: int,
    learner: str = "",
) -> Floats:
    """Return the log-odds of each row by a model that had not seen its group."""
    logits = np.zeros(len(truth))
    for train, held in splits(truth, groups, folds=settings["folds"], seed=seed):
        model = new_model(settings, seed, learner).fit(x[train], truth[train])
        logits[held] = logit_of(model, x[held])
    return logits


def operating_point(logits: Floats, truth: Ints, share: float) -> tuple[Platt, float]:
    """Return calibration and threshold from log-odds of unseen rows."""
    platt = fit_platt(logits, truth)
    threshold = at_sensitivity(platt.probability(logits), truth, share)
    return platt, float(np.floor(threshold * 1e4) / 1e4)


def score_unseen(
    x: Floats, truth: Ints, groups: Texts, settings: Mapping[str, Any], *, seed: int
) -> Unseen:
    """Score every row; calibration and threshold come from the training folds alone."""
    share = settings["sensitivity"]
    probability, threshold, first = np.zeros(len(truth)), np.zeros(len(truth)), np.zeros(len(truth))
    for train, held in splits(truth, groups, folds=settings["folds"], seed=seed):
        inner = unseen_logits(x[train], truth[train], groups[train], settings, seed=seed)
        platt, threshold[held] = operating_point(inner, truth[train], share)
        model = new_model(settings, seed).fit(x[train], truth[train])
        first[held] = logit_of(model, x[held])
        probability[held] = platt.probability(first[held])
    more = [
        unseen_logits(x, truth, groups, settings, seed=seed + repeat)
        for repeat in range(1, settings["repeats"])
    ]
    return Unseen(probability, threshold, [first, *more])


def natural(model: Pipeline) -> Floats:
    """Return intercept and coefficients of a logistic model for columns that were not scaled."""
    scale, last = model.named_steps["scale"], model.named_steps["model"]
    coefficients = last.coef_[0] / scale.scale_
    intercept = float(last.intercept_[0]) - float(coefficients @ scale.mean_)
    return np.concatenate([[intercept], coefficients])


def resampled(
    x: Floats, truth: Ints, groups: Texts, settings: Mapping[str, Any], *, fill: Floats, seed: int
) -> list[Floats]:
    """Return intercept and coefficients of models fitted to resampled groups."""
    filled = np.where(np.isnan(x), fill, x)
    _, index = np.unique(groups, return_inverse=True)
    members = [np.flatnonzero(index == g) for g in range(index.max() + 1)]
    rng = np.random.default_rng(seed)
    made: list[Floats] = []
    while len(made) < settings["resamples"]:
        rows = np.concatenate([members[g] for g in rng.integers(0, len(members), len(members))])
        if truth[rows].min() == truth[rows].max():
            continue
        model = new_model(settings, seed, LOGISTIC).fit(filled[rows], truth[rows])
        made.append(natural(model))
    return made
