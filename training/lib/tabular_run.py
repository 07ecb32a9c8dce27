"""From a table to the package of a risk model with a threshold."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.pipeline import Pipeline

from training.lib import tabular_onnx, tabular_package
from training.lib.config import ROOT, Run, default_data, read_settings
from training.lib.statistics import Floats, Metric
from training.lib.sums import write_sums
from training.lib.tabular import Table, columns_of, described_inputs, encode
from training.lib.tabular_draw import draw_calibration
from training.lib.tabular_figures import auc_of_repeats, binary_figures, reliability
from training.lib.tabular_fit import (
    BOOSTING,
    LOGISTIC,
    Unseen,
    logit_of,
    new_model,
    operating_point,
    resampled,
    score_unseen,
    splits,
    unseen_logits,
)
from training.lib.tabular_words import binary_words

Read = Callable[[Path], Table]
More = Callable[[Run, Table, Floats], tuple[list[Metric], str]]
Extra = Callable[[Run, Table, Floats, Unseen], tuple[dict[str, Any], str]]


def parse(folder: Path) -> Run:
    """Build the run of a risk model from its folder and the command line."""
    settings = read_settings(folder)
    parser = argparse.ArgumentParser(prog=f"python -m training.{folder.name}")
    parser.add_argument("--data", type=Path, default=default_data(), help="folder that holds labs/")
    parser.add_argument("--out", type=Path, default=ROOT / "models" / settings["name"])
    options = parser.parse_args()
    if not (options.data / "labs").is_dir():
        parser.error(f"no labs/ under {options.data}; give --data or set MEDDX_TRAINING_DATA")
    return Run(settings["name"], options.data, options.out, options.out, None, settings)


def main(folder: Path, read: Read, more: More | None = None, extra: Extra | None = None) -> None:
    """Train from the command line, then bring sums and overview up to date."""
    from training.lib.tabular_overview import write_laboratory_models

    run = parse(folder)
    build(run, read(run.data), licence=folder / "LICENSE.txt", more=more, extra=extra)
    if run.out.parent == ROOT / "models":
        write_sums()
        write_laboratory_models(ROOT / "models", ROOT / "docs")


def build(
    run: Run, table: Table, *, licence: Path, more: More | None = None, extra: Extra | None = None
) -> None:
    """Score unseen rows, fit on all, export, prove equal, write the package."""
    settings, columns = run.settings, columns_of(run.settings)
    x = encode(table, columns)
    unseen = score_unseen(x, table.truth, table.groups, settings, seed=run.seed)
    figures = binary_figures(table, unseen, data=settings["evaluation"], seed=run.seed)
    figures += [*_other_learner(run, table, x), *_hidden(run, table, x)]
    more_figures, words = more(run, table, x) if more else ([], "")
    tabular_package.start(run)
    model = new_model(settings, run.seed).fit(x, table.truth)
    gap, explained = _files(run, table, x, model)
    platt, threshold = operating_point(unseen.logits[0], table.truth, settings["sensitivity"])
    bins = reliability(unseen.probability, table.truth, settings["bins"])
    draw_calibration(bins, run.out / "calibration.svg", title=settings["title"]["en"])
    extras, more_words = extra(run, table, x, unseen) if extra else ({}, "")
    risk = {
        **describe(run, table, columns, model.named_steps["fill"].statistics_),
        "kind": "binary",
        "explanation": explained,
        "calibration": {"slope": platt.slope, "intercept": platt.intercept},
        "threshold": threshold,
        "sensitivity": settings["sensitivity"],
        "reliability": bins,
        **extras,
    }
    content = tabular_package.manifest(
        run,
        risk,
        [*figures, *more_figures],
        training_prevalence=round(float(table.truth.mean()), 4),
        largest_difference=gap,
    )
    finish(run, content, table, licence=licence, more=words + more_words)


def _files(run: Run, table: Table, x: Floats, model: Pipeline) -> tuple[float, str]:
    """Write network, explanation and sample; return the difference to scikit-learn and the kind."""
    settings, columns = run.settings, columns_of(run.settings)
    path = run.out / tabular_package.NETWORK
    tabular_onnx.export(model, path, width=len(columns))
    gap = tabular_onnx.difference(model, path, x)
    learner, fill = settings["learner"], model.named_steps["fill"].statistics_
    samples: list[Floats] = []
    if learner == LOGISTIC:
        samples = resampled(x, table.truth, table.groups, settings, fill=fill, seed=run.seed)
    explained = tabular_onnx.explanation(model, learner, samples)
    tabular_package.write_json(run.out / tabular_package.EXPLANATION, explained)
    _sample(run, x, path, columns=columns)
    return gap, str(explained["kind"])


def describe(run: Run, table: Table, columns: Sequence[Any], filled: Floats) -> dict[str, Any]:
    """Return the part of the risk block that all kinds share."""
    settings = run.settings
    return {
        "outcome": settings["outcome"],
        "limits": settings["limits"],
        "refuses_pregnancy": bool(settings.get("refuses_pregnancy", False)),
        "inputs": tabular_package.inputs_of(
            settings, table, tabular_package.fills(columns, filled)
        ),
        "columns": tabular_package.columns_json(columns, filled),
        "most_missing": settings["most_missing"],
    }


def finish(
    run: Run,
    content: dict[str, Any],
    table: Table,
    *,
    licence: Path,
    more: str = "",
    words: Mapping[str, str] | None = None,
) -> None:
    """Count the sources and write everything."""
    for one in content["evidence"]["training_data"]:
        one |= {"n": len(table), "n_groups": len(set(table.groups.tolist()))}
    made = words if words is not None else binary_words(content, run.settings)
    notes = "\n".join(f"- {text}" for text in table.notes)
    tabular_package.finish(run, content, licence=licence, more=more, notes=notes, **made)


def _sample(run: Run, x: Floats, path: Path, *, columns: Sequence[Any]) -> None:
    """The person with the median of every column, and the same with its first number missing."""
    whole = np.nanmedian(x, axis=0)
    hole = whole.copy()
    number = next(i for i, c in enumerate(columns) if c.form != "is" and c.input != "age")
    hole[number] = np.nan
    rows = np.array([whole, hole])
    tabular_package.write_sample(run, rows, tabular_onnx.run(path, rows), inputs={})


def _other_learner(run: Run, table: Table, x: Floats) -> list[Metric]:
    """Return the AUC of the learner that is not shipped, on the same splits."""
    other = LOGISTIC if run.settings["learner"] == BOOSTING else BOOSTING
    logits = unseen_logits(x, table.truth, table.groups, run.settings, seed=run.seed, learner=other)
    data = f"{run.settings['evaluation']}, {other} instead (not shipped)"
    return [auc_of_repeats([logits], table.truth, groups=table.groups, data=data, seed=run.seed)]


def _hidden(run: Run, table: Table, x: Floats) -> list[Metric]:
    """Return the AUC when as many values are hidden as may be missing, at random."""
    settings = run.settings
    most, columns = settings["most_missing"], columns_of(settings)
    if not most:
        return []
    needed = {one["name"] for one in described_inputs(settings) if one.get("required")}
    free = [
        i
        for i, c in enumerate(columns)
        if c.form != "is" and c.input != "age" and c.input not in needed
    ]
    rng = np.random.default_rng(run.seed)
    holes = x.copy()
    for row in range(len(x)):
        holes[row, rng.choice(free, min(most, len(free)), replace=False)] = np.nan
    logits = np.zeros(len(x))
    for train, held in splits(table.truth, table.groups, folds=settings["folds"], seed=run.seed):
        model = new_model(settings, run.seed).fit(x[train], table.truth[train])
        logits[held] = logit_of(model, holes[held])
    data = f"{settings['evaluation']}, {most} values of each row hidden at random"
    return [auc_of_repeats([logits], table.truth, groups=table.groups, data=data, seed=run.seed)]
