"""Compare recipes on inner films: ``python -m training.cxr_findings_adults.compare``.

Every recipe of the settings is trained on two folds and judged on a third, three times round.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from training.cxr_findings_adults.figures import (
    FINDINGS,
    MACRO_POSITIVES,
    NO_FINDING,
    PNEUMONIA,
    Contrast,
    contrasts,
    logit_of,
    truth_of,
)
from training.cxr_findings_adults.fit import predict
from training.cxr_findings_adults.folds import gather, learn
from training.cxr_findings_adults.labels import ABNORMAL, LABELS, Films, Floats32, Mask, read_table
from training.cxr_findings_adults.renditions import PLAIN
from training.lib.config import Run, changed_settings, parse_run
from training.lib.package import write_json
from training.lib.statistics import auc

FOLDER = Path(__file__).parent
COMPARISON = FOLDER / "comparison.json"


def figures(films: Films, logits: Floats32) -> dict[str, float]:
    """Return the AUCs that decide; films without an answer (NaN) are left out."""
    judged: Mask = np.isfinite(logits[:, 0])
    found = {}
    for view in ("", "PA", "AP"):
        among = judged & (films.views == view) if view else judged
        for contrast in contrasts(films, among):
            if contrast.against == NO_FINDING and contrast.label in (PNEUMONIA, ABNORMAL):
                name = f"{contrast.label}{' ' * bool(view)}{view}"
                found[name] = _auc(films, logits, contrast)
    enough = [f for f in FINDINGS if np.nansum(films.label(f)) >= MACRO_POSITIVES]
    each = [
        _auc(films, logits, c)
        for c in contrasts(films, judged)
        if c.label in enough and c.against != NO_FINDING
    ]
    return {**found, "macro": round(float(np.mean(each)), 4)}


def _auc(films: Films, logits: Floats32, contrast: Contrast) -> float:
    score = logit_of({"logits": logits}, contrast.label)[contrast.rows]
    return round(auc(score, truth_of(films, contrast)), 4)


def compare(run: Run) -> dict[str, Any]:
    """Train and judge every recipe on the inner folds; finished trainings are read back.

    Recipes whose figures stand in the settings were tried before and are not trained again.
    """
    films = read_table(run.data / "cxr", limit=run.limit)
    inner = run.settings["development"]
    results = []
    for recipe in inner["recipes"]:
        if "figures" in recipe or "changes" not in recipe:
            results.append(recipe)
            continue
        own = replace(run, settings=changed_settings(run.settings, recipe["changes"]))
        material = gather(own, films)
        logits = np.full((len(films), len(LABELS)), np.nan, np.float32)
        for fold in inner["folds"]:
            others = [f for f in inner["folds"] if f != fold]
            rows = np.flatnonzero(np.isin(films.folds, others))
            judged = np.flatnonzero(films.folds == fold)
            trained = learn(material, rows, f"recipe {recipe['name']}, fold {fold}")
            logits[judged] = predict(trained.members, material.maps.rendition(PLAIN), judged)
        results.append({**recipe, "figures": figures(films, logits)})
        print(recipe["name"], results[-1]["figures"], flush=True)
    judged_films = int(np.isin(films.folds, inner["folds"]).sum())
    kept = {k: inner[k] for k in ("folds", "chosen")}
    return {**kept, "films": judged_films, "recipes": results}


if __name__ == "__main__":
    write_json(COMPARISON, compare(parse_run(FOLDER)))
