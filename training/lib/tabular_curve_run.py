"""From a table with times to the package of a survival model."""

from pathlib import Path
from typing import Any

import numpy as np
from sklearn.pipeline import Pipeline

from training.lib import tabular_onnx, tabular_package, tabular_run
from training.lib.card import table as markdown
from training.lib.config import ROOT, Run
from training.lib.statistics import Floats, Ints, Metric, plain_metric
from training.lib.sums import write_sums
from training.lib.tabular import Table, columns_of, encode
from training.lib.tabular_draw import draw_curves
from training.lib.tabular_figures import VARIANT, subgroups
from training.lib.tabular_fit import LOGISTIC
from training.lib.tabular_overview import write_laboratory_models
from training.lib.tabular_survival import (
    concordance,
    fit_years,
    kaplan_meier,
    resampled_years,
    unseen_curves,
    with_years,
)
from training.lib.tabular_words import curve_words

ROUNDS = 200
FIFTHS = 5
LEAST = 20
"""A subgroup needs that many deaths for a C."""


def main(folder: Path, read: tabular_run.Read) -> None:
    """Train from the command line, then bring sums and overview up to date."""
    run = tabular_run.parse(folder)
    build(run, read(run.data), licence=folder / "LICENSE.txt")
    if run.out.parent == ROOT / "models":
        write_sums()
        write_laboratory_models(ROOT / "models", ROOT / "docs")


def build(run: Run, table: Table, *, licence: Path) -> None:
    """Score unseen persons, fit on all, export, prove equal, write the package."""
    settings = run.settings
    x = encode(table, columns_of(settings))
    unseen, risk_of_cox = unseen_curves(x, table.years, table.truth, settings, seed=run.seed)
    metrics = _figures(run, table, unseen, risk_of_cox)
    groups = _fifths(table, unseen, settings["years"])
    model = fit_years(x, table.years, table.truth, settings)
    tabular_package.start(run)
    gap = _files(run, table, x, model)
    title = settings["title"]["en"]
    draw_curves(groups, run.out / "calibration.svg", title=title)
    filled = model.named_steps["fill"].statistics_
    risk = {
        **tabular_run.describe(run, table, columns_of(settings), filled[: x.shape[1]]),
        "kind": "survival",
        "explanation": "linear",
        "years": settings["years"],
        "reliability": _reliability(table, unseen, settings),
    }
    risk["columns"] += [
        {"input": "year", "form": "interval", "code": f"{year:g}", "fill": 0.0}
        for year in settings["years"]
    ]
    content = tabular_package.manifest(run, risk, metrics, largest_difference=gap)
    words = curve_words(content, settings, _by_fifths(groups, settings))
    tabular_run.finish(run, content, table, licence=licence, words=words)


def _files(run: Run, table: Table, x: Floats, model: Pipeline) -> float:
    settings, path = run.settings, run.out / tabular_package.NETWORK
    count = len(settings["years"])
    tabular_onnx.export(model, path, width=x.shape[1] + count)
    asked = np.arange(len(x)) % count
    gap = tabular_onnx.difference(model, path, with_years(x, asked, count))
    fill = model.named_steps["fill"].statistics_
    samples = resampled_years(x, table.years, table.truth, settings, fill=fill, seed=run.seed)
    explained = tabular_onnx.explanation(model, LOGISTIC, samples)
    tabular_package.write_json(run.out / tabular_package.EXPLANATION, explained)
    usual = with_years(np.tile(np.nanmedian(x, axis=0), (count, 1)), np.arange(count), count)
    tabular_package.write_sample(run, usual, tabular_onnx.run(path, usual), inputs={})
    return gap


def _figures(run: Run, table: Table, unseen: Floats, risk_of_cox: Floats) -> list[Metric]:
    """Return C of the model and of Cox, by subgroup, and the error of the share alive."""
    risk, data = 1 - unseen[:, -1], run.settings["evaluation"]
    metrics = [
        _c("c_index", risk, table, data, run.seed),
        _c("c_index_cox", risk_of_cox, table, f"{data}, Cox regression (not shipped)", run.seed),
    ]
    for name, rows in subgroups(table, run.settings["age_bands"]):
        own = Table({}, table.truth[rows], table.groups[rows], table.years[rows], np.array([]))
        if own.truth.sum() >= LEAST:
            metrics.append(_c("c_index", risk[rows], own, f"{data}, {name}", run.seed))
    for place, year in enumerate(run.settings["years"]):
        if year in run.settings["told_years"]:
            metrics += _at_year(table, unseen[:, place], year, f"{data}, {year:g} years")
    return metrics


def _at_year(table: Table, alive: Floats, year: float, data: str) -> list[Metric]:
    figures = {
        "mean_alive": alive.mean(),
        "kaplan_meier": _at(table.years, table.truth, year),
        "brier_weighted": _brier(table, alive, year),
    }
    return [
        plain_metric(name, value, data=data, n=len(table), variant=VARIANT)
        for name, value in figures.items()
    ]


def _c(name: str, risk: Floats, table: Table, data: str, seed: int) -> Metric:
    value = concordance(risk, table.years, table.truth)
    rng = np.random.default_rng(seed)
    values = []
    for _ in range(ROUNDS):
        rows = rng.integers(0, len(risk), len(risk))
        values.append(concordance(risk[rows], table.years[rows], table.truth[rows]))
    low, high = np.percentile(values, [2.5, 97.5])
    events = int(table.truth.sum())
    return Metric(name, value, float(low), float(high), data, len(risk), events, VARIANT)


def _brier(table: Table, alive: Floats, year: float) -> float:
    """Return the mean squared error of the share alive, weighted for those who left before."""
    left = (table.truth == 0).astype(np.int64)
    moments = np.minimum(table.years, year)
    order = np.argsort(moments)
    still = np.empty(len(order))
    still[order] = kaplan_meier(table.years, left, np.sort(moments) - 1e-9)
    died = (table.years <= year) & (table.truth == 1)
    known = died | (table.years > year)
    weight = np.where(known, 1 / np.maximum(still, 0.05), 0.0)
    return float((weight * ((table.years > year) - alive) ** 2).sum() / len(alive))


def _fifths(table: Table, unseen: Floats, years: list[float]) -> list[dict[str, Any]]:
    """Return predicted and seen curves of five equal groups by predicted risk."""
    order = np.argsort(-unseen[:, -1], kind="stable")
    made = []
    for number, rows in enumerate(np.array_split(order, FIFTHS)):
        seen = kaplan_meier(table.years[rows], table.truth[rows], np.array(years))
        made.append(
            {
                "name": f"fifth {number + 1} by predicted risk",
                "years": years,
                "predicted": unseen[rows].mean(axis=0),
                "seen": seen,
                "n": len(rows),
            }
        )
    return made


def _reliability(table: Table, unseen: Floats, settings: Any) -> list[dict[str, Any]]:
    """Return predicted and seen share alive at one told year, in fifths, with its interval."""
    year = settings["told_years"][-1]
    place = settings["years"].index(year)
    made = []
    for rows in np.array_split(np.argsort(unseen[:, place], kind="stable"), FIFTHS):
        seen = _at(table.years[rows], table.truth[rows], year)
        rng = np.random.default_rng(0)
        draws = [rows[rng.integers(0, len(rows), len(rows))] for _ in range(ROUNDS)]
        ends = [_at(table.years[one], table.truth[one], year) for one in draws]
        low, high = np.percentile(ends, [2.5, 97.5])
        values = (unseen[rows, place].mean(), seen, low, high)
        made.append(
            {
                **{
                    key: round(float(value), 4)
                    for key, value in zip(("predicted", "seen", "low", "high"), values, strict=True)
                },
                "n": len(rows),
            }
        )
    return made


def _at(years: Floats, event: Ints, year: float) -> float:
    return float(kaplan_meier(years, event, np.array([year]))[0])


def _by_fifths(groups: list[dict[str, Any]], settings: Any) -> str:
    told = [settings["years"].index(year) for year in settings["told_years"]]
    head = ["group", "n"]
    for year in settings["told_years"]:
        head += [f"{year:g} y predicted", "seen"]
    rows = []
    for one in groups:
        cells = [one["name"], one["n"]]
        for place in told:
            cells += [f"{one['predicted'][place]:.3f}", f"{one['seen'][place]:.3f}"]
        rows.append(cells)
    return markdown(head, rows)
