"""Write docs/laboratory_models.md: every risk model with its figures, read from the manifests.

Run ``python -m training.lib.tabular_overview``; each training of a risk model also ends with it.
"""

import json
from pathlib import Path
from typing import Any

from training.lib.card import table
from training.lib.config import ROOT

TARGET = "laboratory_models.md"
INTRODUCTION = """# Risk models on laboratory results

Written by `python -m training.lib.tabular_overview` from the manifests under `models/`; do not
edit. Each package's `MODEL_CARD.md` has its limits in the first lines, then every figure:
calibration, threshold, subgroups by sex and age.

**Each is off until the owner switches it on, none enters the assessment or a patient's slip, and
none says what would change it.** A score is not the chance of disease: a probability stands beside
it only after the owner entered how common the outcome is here.

    make train-lab-steatosis               # --data DIR, --out DIR; the same for every model below
    meddx models verify lab-steatosis      # hashes, the network's sample, the explanation with it
    meddx models switch lab-steatosis on   # the owner's, in the audit trail; `off` likewise
    meddx models share lab-steatosis 0.25  # how common the outcome is here

The models are fitted with scikit-learn and converted with skl2onnx; the file agrees with
scikit-learn within 1e-5 on every row. They run through the same package code as the models of
films. They come with the program only: a risk model on a stick is refused, as no site could
measure it the way films are measured.
"""
HOW = """
AUC: mean over repeats of the split, 95 % interval by resampling whole groups. Sensitivity and
specificity: at thresholds that were chosen in the training folds, exact intervals. "ECE" is the
mean gap between score and seen share in ten equal groups. "File" is the largest difference to
scikit-learn. "Aim": AUC of a first look at the whole data set, which the model was to come within
0.01 of.
"""
CURVES_HOW = """
C: share of pairs of patients whose order of death was foretold (Harrell), by models that had not
seen the patient. The curve's interval covers the uncertainty of the coefficients.
"""
SCORES = ("model", "outcome", "rows", "events", "AUC", "95 %", "aim")
SCORES += ("sensitivity", "specificity", "Brier", "ECE", "file")


def write_laboratory_models(models: Path, docs: Path) -> None:
    """Write the tables of all risk models in a folder."""
    scores, curves, folders = [], [], []
    for path in sorted(models.glob("*/manifest.json")):
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if manifest["task"] != "risk":
            continue
        folders.append(manifest)
        (scores if manifest["risk"]["kind"] == "binary" else curves).append(manifest)
    parts = [INTRODUCTION, "## Scores", "", table(SCORES, [_score(m) for m in scores]), HOW]
    if curves:
        columns = ("model", "outcome", "persons", "events", "C", "95 %", "C of Cox", "aim", "file")
        parts += ["## Survival curves", "", table(columns, [_curve(m) for m in curves]), CURVES_HOW]
    parts += ["## Before reading any of them", ""]
    for manifest in folders:
        parts.append(f"- **{manifest['title']['en']}** (`{manifest['name']}`, {_asks(manifest)})")
        parts += [f"    - {text}" for text in manifest["risk"]["limits"]["en"]]
    (docs / TARGET).write_text("\n".join(parts) + "\n", encoding="utf-8")


def _first(manifest: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(m for m in manifest["evidence"]["metrics"] if m["name"] == name)
    return found


def _score(manifest: dict[str, Any]) -> tuple[object, ...]:
    auc, brier = _first(manifest, "auc"), _first(manifest, "brier")
    return (
        f"`{manifest['name']}`",
        manifest["risk"]["outcome"]["en"],
        auc["n"],
        auc["n_positive"],
        f"{auc['value']:.3f}",
        _interval(auc),
        manifest["evidence"].get("aim", ""),
        _share(_first(manifest, "sensitivity")),
        _share(_first(manifest, "specificity")),
        f"{brier['value']:.3f}",
        f"{_first(manifest, 'ece')['value']:.3f}",
        _gap(manifest),
    )


def _curve(manifest: dict[str, Any]) -> tuple[object, ...]:
    c = _first(manifest, "c_index")
    return (
        f"`{manifest['name']}`",
        manifest["risk"]["outcome"]["en"],
        c["n"],
        c["n_positive"],
        f"{c['value']:.3f}",
        _interval(c),
        f"{_first(manifest, 'c_index_cox')['value']:.3f}",
        manifest["evidence"].get("aim", ""),
        _gap(manifest),
    )


def _interval(metric: dict[str, Any]) -> str:
    return f"{metric['low']:.3f} to {metric['high']:.3f}"


def _share(metric: dict[str, Any]) -> str:
    return f"{metric['value']:.2f} ({metric['low']:.2f} to {metric['high']:.2f})"


def _gap(manifest: dict[str, Any]) -> str:
    return f"{manifest['evidence']['largest_difference']:.0e}"


def _asks(manifest: dict[str, Any]) -> str:
    names = ", ".join(one["title"]["en"] for one in manifest["risk"]["inputs"])
    return f"asks for {names}"


if __name__ == "__main__":
    write_laboratory_models(ROOT / "models", ROOT / "docs")
