"""What the model is worth at a site that it never saw, as it is and after a correction there."""

from typing import Any

import numpy as np

from training.lib.calibrate import fit_platt
from training.lib.card import table as markdown
from training.lib.config import Run
from training.lib.statistics import Floats, Ints, Metric, auc, bootstrap, plain_metric
from training.lib.tabular import Table
from training.lib.tabular_figures import VARIANT, calibration_line
from training.lib.tabular_fit import BOOSTING, LOGISTIC, logit_of, new_model

WORDS = """## A site that the model never saw

Each site was left out in turn; the model was fitted on the other two. "As it is": mean score
against the share seen. "Share entered": the odds shifted to the site's own share, which is what
the program does once the owner enters it. "Refitted": intercept and slope fitted on one half of the
site and measured on the other, both ways. Intercept 0 and slope 1 are ideal; Brier is the mean
squared error.

{table}

**The calibration drifts from site to site**: without the site's own share the score of a new site
may be far from what is seen there. Switzerland has 8 patients without disease; its figures are
hardly more than a hint.
"""


def by_site(run: Run, table: Table, x: Floats) -> tuple[list[Metric], str]:
    """Return figures and the card's words."""
    metrics: list[Metric] = []
    rows: list[tuple[Any, ...]] = []
    for site in sorted(set(table.sites.tolist())):
        own = table.sites == site
        truth = table.truth[own]
        for learner in (LOGISTIC, BOOSTING):
            model = new_model(run.settings, run.seed, learner).fit(x[~own], table.truth[~own])
            logit = logit_of(model, x[own])
            shipped = learner == run.settings["learner"]
            name = f"{site} left out" + ("" if shipped else f", {learner} instead (not shipped)")
            metrics.append(_auc(logit, truth, name, run.seed))
            if shipped:
                taught = float(table.truth[~own].mean())
                rows += _calibration(site, logit, truth, taught)
                metrics += _told(logit, truth, name)
    head = ("site", "", "mean score", "seen", "intercept", "slope", "Brier")
    return metrics, WORDS.format(table=markdown(head, rows))


def _auc(logit: Floats, truth: Ints, data: str, seed: int) -> Metric:
    groups = [str(number) for number in range(len(truth))]
    low, high = bootstrap(auc, logit, truth, groups=groups, seed=seed)
    return Metric("auc", auc(logit, truth), low, high, data, len(truth), int(truth.sum()), VARIANT)


def _told(logit: Floats, truth: Ints, data: str) -> list[Metric]:
    score = float(_sigmoid(logit).mean())
    return [
        plain_metric("mean_score", score, data=data, n=len(truth), variant=VARIANT),
        plain_metric("share_seen", truth.mean(), data=data, n=len(truth), variant=VARIANT),
    ]


def _calibration(site: str, logit: Floats, truth: Ints, taught: float) -> list[tuple[Any, ...]]:
    here = float(truth.mean())
    shift = float(np.log(here / (1 - here)) - np.log(taught / (1 - taught)))
    return [
        _row(site, "as it is", _sigmoid(logit), truth),
        _row("", "share entered", _sigmoid(logit + shift), truth),
        _row("", "refitted", _refitted(logit, truth), truth),
    ]


def _refitted(logit: Floats, truth: Ints) -> Floats:
    """Each half of the site corrected by the other; halves take turns along the logit."""
    made = np.zeros(len(truth))
    turn = np.zeros(len(truth), dtype=int)
    for outcome in (0, 1):
        rows = np.flatnonzero(truth == outcome)
        turn[rows[np.argsort(logit[rows], kind="stable")]] = np.arange(len(rows)) % 2
    for half in (0, 1):
        own = turn == half
        made[own] = fit_platt(logit[~own], truth[~own]).probability(logit[own])
    return made


def _row(site: str, how: str, score: Floats, truth: Ints) -> tuple[Any, ...]:
    shift, slope = calibration_line(score, truth)
    brier = float(np.mean((score - truth) ** 2))
    numbers = (score.mean(), truth.mean(), shift, slope, brier)
    return (site, how, *(f"{value:.3f}" for value in numbers))


def _sigmoid(logit: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logit)))
