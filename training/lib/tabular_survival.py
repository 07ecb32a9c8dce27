"""Survival in discrete time: one logistic regression over person-years, and Cox beside it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

from training.lib.statistics import Floats, Ints
from training.lib.tabular_fit import natural

_STEPS = 30
_STILL = 1e-9


def person_years(years: Floats, event: Ints, edges: Floats) -> tuple[Ints, Ints, Ints]:
    """Return row of the person, whether it ended with the event, and number of the year.

    Whoever left within a year without the event counts for it after its middle, as life tables do.
    """
    persons, ended, numbers = [], [], []
    for number in range(len(edges) - 1):
        start, end = edges[number], edges[number + 1]
        died = (years > start) & (years <= end) & (event == 1)
        rows = np.flatnonzero(died | (years >= (start + end) / 2))
        persons.append(rows)
        ended.append(died[rows].astype(np.int64))
        numbers.append(np.full(len(rows), number, dtype=np.int64))
    return np.concatenate(persons), np.concatenate(ended), np.concatenate(numbers)


def with_years(x: Floats, numbers: Ints, count: int) -> Floats:
    """Return the rows with a column for each year behind them."""
    return np.hstack([x, np.eye(count)[numbers]])


def fit_years(x: Floats, years: Floats, event: Ints, settings: Mapping[str, Any]) -> Pipeline:
    """Fit the chance of the event in each year among those still under observation."""
    edges = np.array([0.0, *settings["years"]])
    persons, ended, numbers = person_years(years, event, edges)
    count = len(settings["years"])
    rows = with_years(x[persons], numbers, count)
    fill = SimpleImputer(strategy="median").fit(with_years(x, np.zeros(len(x), int), count))
    scale = StandardScaler().fit(fill.transform(rows))
    model = LogisticRegression(C=settings["logistic"]["C"], max_iter=2000)
    model.fit(scale.transform(fill.transform(rows)), ended)
    return Pipeline([("fill", fill), ("scale", scale), ("model", model)])


def curves(model: Pipeline, x: Floats, count: int) -> Floats:
    """Return the share alive at the end of each year, persons x years."""
    left = [
        1 - model.predict_proba(with_years(x, np.full(len(x), number), count))[:, 1]
        for number in range(count)
    ]
    return np.cumprod(np.column_stack(left), axis=1)


def resampled_years(
    x: Floats, years: Floats, event: Ints, settings: Mapping[str, Any], *, fill: Floats, seed: int
) -> list[Floats]:
    """Return intercept and coefficients of fits to resampled persons."""
    filled = np.where(np.isnan(x), fill[: x.shape[1]], x)
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(settings["resamples"]):
        rows = rng.integers(0, len(x), len(x))
        made.append(natural(fit_years(filled[rows], years[rows], event[rows], settings)))
    return made


def cox(x: Floats, years: Floats, event: Ints) -> Floats:
    """Return the coefficients of Cox's regression (Breslow's ties), found by Newton's steps."""
    order = np.argsort(-years, kind="stable")
    z, t, d = x[order], years[order], event[order]
    # The last place in this order of everybody who was under observation at the row's time.
    last = np.searchsorted(-t, -t, side="right") - 1
    beta = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        weight = np.exp(z @ beta)
        total = np.cumsum(weight)[last]
        mean = np.cumsum(weight[:, None] * z, axis=0)[last] / total[:, None]
        square = np.cumsum(weight[:, None, None] * z[:, :, None] * z[:, None, :], axis=0)[last]
        slope = (d[:, None] * (z - mean)).sum(axis=0)
        bend = square / total[:, None, None] - mean[:, :, None] * mean[:, None, :]
        step = np.linalg.solve((d[:, None, None] * bend).sum(axis=0), slope)
        # A whole step can lead beyond the summit: halved until it climbs.
        start = _partial(z, d, last, beta)
        while _partial(z, d, last, beta + step) < start and np.abs(step).max() > _STILL:
            step = step / 2
        beta = beta + step
        if np.abs(step).max() < _STILL:
            break
    return np.asarray(beta)


def _partial(z: Floats, d: Ints, last: Ints, beta: Floats) -> float:
    """Return the logarithm of Cox's partial likelihood."""
    risk = z @ beta
    top = risk.max()
    return float((d * (risk - top - np.log(np.cumsum(np.exp(risk - top))[last]))).sum())


def concordance(risk: Floats, years: Floats, event: Ints) -> float:
    """Return Harrell's C: of pairs whose order is known, the share that the risk foretold."""
    known = (years[:, None] < years[None, :]) & (event[:, None] == 1)
    higher = (risk[:, None] > risk[None, :]) + 0.5 * (risk[:, None] == risk[None, :])
    return float(higher[known].sum() / max(known.sum(), 1))


def kaplan_meier(years: Floats, event: Ints, at: Floats) -> Floats:
    """Return the share alive at the given times (Kaplan and Meier)."""
    made, alive = [], 1.0
    times = np.unique(years[event == 1])
    place = 0
    for moment in at:
        while place < len(times) and times[place] <= moment:
            under = (years >= times[place]).sum()
            alive *= 1 - ((years == times[place]) & (event == 1)).sum() / under
            place += 1
        made.append(alive)
    return np.array(made)


def unseen_curves(
    x: Floats, years: Floats, event: Ints, settings: Mapping[str, Any], *, seed: int
) -> tuple[Floats, Floats]:
    """Return curves, and Cox's risk, of persons by models that had not seen them."""
    count = len(settings["years"])
    made, risk = np.zeros((len(x), count)), np.zeros(len(x))
    cutter = StratifiedKFold(settings["folds"], shuffle=True, random_state=seed)
    for train, held in cutter.split(x, event):
        model = fit_years(x[train], years[train], event[train], settings)
        made[held] = curves(model, x[held], count)
        steps = Pipeline([("fill", SimpleImputer(strategy="median")), ("scale", StandardScaler())])
        z = steps.fit_transform(x[train])
        risk[held] = steps.transform(x[held]) @ cox(z, years[train], event[train])
    return made, risk
