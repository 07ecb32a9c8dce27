"""Calibration, threshold and "not sure" band, all from validation films."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression

from training.lib.statistics import Floats, Ints


@dataclass(frozen=True)
class Platt:
    """Probability = sigmoid(slope * logit + intercept) (Platt 1999)."""

    slope: float
    intercept: float

    def probability(self, logit: Floats) -> Floats:
        """Return calibrated probabilities of the training mix."""
        return np.asarray(1 / (1 + np.exp(-(self.slope * logit + self.intercept))))


def fit_platt(logit: Floats, truth: Ints) -> Platt:
    """Fit slope and intercept; the values are rounded as the manifest holds them."""
    model = LogisticRegression(C=1e6).fit(logit[:, None], truth)
    return Platt(round(float(model.coef_[0, 0]), 6), round(float(model.intercept_[0]), 6))


def at_sensitivity(probability: Floats, truth: Ints, share: float) -> float:
    """Return the highest threshold that still finds ``share`` of the positives."""
    positives = np.sort(probability[truth == 1])
    allowed = int(np.floor((1 - share) * len(positives)))
    return float(positives[allowed])


def at_specificity(probability: Floats, truth: Ints, share: float) -> float:
    """Return the lowest threshold that leaves ``share`` of the negatives below it."""
    negatives = np.sort(probability[truth == 0])
    place = min(int(np.ceil(share * len(negatives))), len(negatives) - 1)
    return float(negatives[place])


def fit_temperature(logits: Floats, target: Ints) -> float:
    """Return the temperature that minimises the log loss of softmax(logits / T)."""

    def loss(log_temperature: float) -> float:
        probability = softmax(logits / np.exp(log_temperature))
        chosen = probability[np.arange(len(target)), target]
        return float(-np.log(np.maximum(chosen, 1e-12)).mean())

    found = minimize_scalar(loss, bounds=(-3.0, 3.0), method="bounded")
    return round(float(np.exp(found.x)), 4)


def softmax(logits: Floats) -> Floats:
    """Return class probabilities row by row."""
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True))
