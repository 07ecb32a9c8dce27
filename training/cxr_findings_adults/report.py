"""Write what a recipe reaches out of fold: ``python -m training.cxr_findings_adults.report``.

Float networks, no package: this is what decides whether a package is worth making.
"""

from pathlib import Path
from typing import Any

import numpy as np

from training.cxr_findings_adults.card import comparison_table
from training.cxr_findings_adults.evaluate import statistics_scores
from training.cxr_findings_adults.figures import (
    DATA,
    NO_FINDING,
    VIEWS,
    above_statistics,
    aucs,
    macro,
)
from training.cxr_findings_adults.fit import predict
from training.cxr_findings_adults.folds import Material, gather, learn, rows_without
from training.cxr_findings_adults.labels import LABELS, Floats32, fold_numbers, read_table
from training.cxr_findings_adults.renditions import PLAIN
from training.lib.card import table
from training.lib.config import Run, parse_run
from training.lib.statistics import Metric

FOLDER = Path(__file__).parent
TARGET = FOLDER / "RESULTS.md"
AIMS = "pneumonia against no finding 0.92, abnormal 0.90, mean over findings 0.78"


def out_of_fold_logits(material: Material) -> Floats32:
    """Return each film's logits from the float network that had not seen its fold."""
    run, films = material.run, material.films
    logits = np.full((len(films), len(LABELS)), np.nan, np.float32)
    stored = material.maps.rendition(PLAIN)
    for fold in fold_numbers(films):
        trained = learn(material, rows_without(run, films, fold), f"without fold {fold}")
        own = np.flatnonzero(films.folds == fold)
        logits[own] = predict(trained.members, stored, own)
    return logits


def measure(material: Material) -> list[Metric]:
    """Return the AUCs of adults, all views and each, and the lead over image statistics."""
    films = material.films
    scores = {"logits": out_of_fold_logits(material)}
    every = statistics_scores(material)
    statistics = {name: score for name, score in every.items() if NO_FINDING in name}
    metrics = []
    for view in ("", *VIEWS):
        among = films.adults & (films.views == view) if view else films.adults
        named: dict[str, Any] = {
            "among": among,
            "data": f"{DATA}{', ' * bool(view)}{view}",
            "variant": "fp32",
            "seed": material.run.seed,
        }
        metrics += aucs(films, scores, **named)
        metrics.append(macro(films, scores, **named))
        metrics += above_statistics(films, scores, statistics, **named)
    return metrics


def write_report(run: Run) -> None:
    """Write the recipes that were compared and the figures of the one in the settings."""
    material = gather(run, read_table(run.data / "cxr", limit=run.limit))
    rows = [
        (m.name, f"{m.value:.3f}", f"{m.low:.3f}", f"{m.high:.3f}", m.data, m.n, m.n_positive or "")
        for m in measure(material)
    ]
    head = ("figure", "value", "95 % low", "95 % high", "data", "n", "of them")
    text = (FOLDER / "results.md.in").read_text(encoding="utf-8")
    members = str(run.settings["finetune"]["members"])
    filled = {
        "$aims": AIMS,
        "$members": members,
        "$figures": table(head, rows),
        "$comparison": comparison_table(),
    }
    for place, words in filled.items():
        text = text.replace(place, words)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_report(parse_run(FOLDER))
