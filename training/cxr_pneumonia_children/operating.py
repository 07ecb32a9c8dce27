"""Calibration, threshold, "not sure" band and atypicality limit, from validation films only."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.lib.calibrate import Platt, at_sensitivity, at_specificity, fit_platt
from training.lib.config import Run
from training.lib.items import Item
from training.lib.score import HOTTEST, Arrays
from training.lib.statistics import Floats, Ints

DIGITS = 4
SUBGROUPS = ("bacteria", "virus")


@dataclass(frozen=True)
class Operating:
    """How a logit becomes a call; the rules say in words how each number was found."""

    platt: Platt
    threshold: float
    band_low: float
    band_high: float
    heat_scale: float
    atypicality_limit: float
    atypicality_rule: str
    refusal_limit: float
    refusal_rule: str
    rules: tuple[str, ...]


def choose_operating(run: Run, val: Sequence[Item], scores: Arrays) -> Operating:
    """Choose everything that the program applies to a logit."""
    wanted = run.settings["operating_point"]
    truth = np.array([i.target for i in val])
    logit = scores["logits"][:, 0].astype(np.float64)
    platt = fit_platt(logit, truth)
    probability = platt.probability(logit)
    threshold = round(_threshold(val, probability, wanted["sensitivity"]), DIGITS)
    low = round(at_sensitivity(probability, truth, wanted["band_sensitivity"]), DIGITS)
    high = round(at_specificity(probability, truth, wanted["band_specificity"]), DIGITS)
    percentile, refusal = wanted["atypicality_percentile"], wanted["refusal_percentile"]
    limit = round(float(np.percentile(scores["atypicality"], percentile)), DIGITS)
    films = "validation films, each as it is and once degraded"
    return Operating(
        platt,
        threshold,
        min(low, threshold),
        max(high, threshold),
        _heat_scale(platt, scores, truth),
        limit,
        f"{percentile}th percentile of validation films",
        round(float(np.percentile(scores["atypicality"], refusal)), DIGITS),
        f"above the {refusal}th percentile of {films}",
        (
            f"Calibration: Platt scaling on {films}.",
            f"Threshold: the highest that finds {wanted['sensitivity']:.1%} of the bacterial and of"
            f" the viral pneumonia films among the {films}.",
            f"Not sure, lower end: the score that still finds {wanted['band_sensitivity']:.1%} of"
            " all pneumonia films among them.",
            f"Not sure, upper end: the score below which {wanted['band_specificity']:.1%} of the"
            " normal films lie, never below the threshold.",
            "Heat map: fully hot is the hottest place of the middle pneumonia film among them.",
            f"Atypical (said so): above the {percentile}th percentile of the {films}.",
            f"Refused as unlike: above the {refusal}th percentile of the {films}.",
        ),
    )


def _threshold(val: Sequence[Item], probability: Floats, share: float) -> float:
    """Return the highest threshold that finds its share of every subgroup of pneumonia films."""
    truth = np.array([i.target for i in val])
    found = [at_sensitivity(probability, truth, share)]
    for name in SUBGROUPS:
        own = np.array([int(i.target == 1 and f"_{name}_" in i.key) for i in val])
        if own.any():
            found.append(at_sensitivity(probability, own, share))
    return min(found)


def _heat_scale(platt: Platt, scores: Arrays, truth: Ints) -> float:
    """Calibrated logit at which a place of the map is drawn fully hot."""
    hottest = scores[HOTTEST][truth == 1, 0].astype(np.float64)
    return round(float(np.median(platt.slope * hottest + platt.intercept)), 2)
