"""Write docs/models.md: every package and its figures per source, read from the manifests.

Run ``python -m training.lib.overview``; each training run also ends with it.
"""

import json
from pathlib import Path
from typing import Any

from training.lib.card import table
from training.lib.config import ROOT, read_settings
from training.lib.wear import WEARS

FIGURES = (
    "auc",
    "macro_auc",
    "auc_above_statistics",
    "sensitivity",
    "specificity",
    "ece",
    "false_refusal",
    "wrong_accepted",
    "added_refusal",
    "photograph_accepted",
    "score_on_other_side",
    "pointing_hit_rate",
    "pointing_hit_rate_middle_of_lung",
)
LEFT_TO_THE_CARD = (*WEARS, "not shipped", "sex ", "age ", "degraded", "(pooled)")
INTRODUCTION = """# Models

Written by `python -m training.lib.overview` from the manifests under `models/`; do not edit.
Each package's `MODEL_CARD.md` says what it is for, what it is not for, and every figure.
Risk models on laboratory results: [laboratory_models.md](laboratory_models.md).

To train again, with the packages of the `train` extra installed:

    python -m training.selftest                  # drawn films only, no data needed
    python -m training.cxr_pneumonia_children    # --data DIR, --out DIR, --work DIR, --limit N
    python -m training.cxr_gate
    python -m training.cxr_findings_adults
    python -m training.cxr_tuberculosis
    python -m training.notes_encoder             # then notes_ner, notes_sections, notes_coding
    python -m training.notes_ner.plain DATA      # the words that the tagger need not be asked of

The data folder is `--data`, else `MEDDX_TRAINING_DATA`, else `../shared/data`. A run that was cut
off goes on from the features and checkpoints in its work folder.
"""

FIGURES_INTRODUCTION = """## Figures, one line for each source

On films of patients that the network had not seen, by the variant for the processor, each with its
95 % interval (AUC: bootstrap by patient; shares: Clopper-Pearson). "of them": positives for an
AUC, hits for a share. Figures under wear (compression, blur, noise, contrast, turning, half
size), in subgroups and of the other variants stand in the card of each package.

The program shows a finding only where the lower end of the interval of its AUC is .75 or more
on such patients. The others stand here, are held back, and are named on every film as not assessed.
"""

TEXTS = """## Models of notes

They add to what the rules read in a note ([notes.md](notes.md)); without them every note is read
all the same. "of them": hits for a share. Whose sentences and terms, and what is not known of real
notes, stands in each card.
"""


def _years(days: int | None) -> str:
    return "any" if days is None else f"{days / 365.25:.0f}"


def _row(manifest: dict[str, Any], size: int) -> tuple[object, ...]:
    ages = manifest["applies_to"]["age_days"]
    return (
        manifest["name"],
        manifest["version"],
        manifest["task"],
        f"{_years(ages['min'])} to {_years(ages['max'])} y",
        ", ".join(manifest["applies_to"]["views"]),
        ", ".join(v["precision"] for v in manifest["variants"]),
        f"{size / 1e6:.1f} MB",
        manifest["licence"],
    )


def _figures(manifest: dict[str, Any]) -> list[tuple[object, ...]]:
    """Return the figures that have an interval, one row for each source; wear and subgroups are
    left to the card.
    """
    main = manifest["variants"][0]["precision"]
    return [
        (
            manifest["name"],
            f"`{m['name']}`",
            m["data"],
            f"{m['value']:.3f}",
            f"{m['low']:.3f}",
            f"{m['high']:.3f}",
            m["n"],
            "" if m["n_positive"] is None else m["n_positive"],
        )
        for m in manifest["evidence"]["metrics"]
        if m["name"] in FIGURES
        and m["low"] is not None
        and m["variant"] in (main, "no network")
        and not any(words in m["data"] for words in LEFT_TO_THE_CARD)
    ]


def _texts(models: Path) -> str:
    """Name the packages that read notes, with the figures that their manifests give an interval."""
    rows, figures = [], []
    for path in sorted(models.glob("*/manifest.json")):
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if not manifest["task"].startswith("text-"):
            continue
        size = sum(f.stat().st_size for f in path.parent.rglob("*") if f.is_file())
        precisions = ", ".join(one["precision"] for one in manifest["variants"])
        languages = ", ".join(manifest["text"]["languages"])
        about = (manifest["name"], manifest["version"], manifest["task"], languages, precisions)
        rows.append((*about, f"{size / 1e6:.1f} MB", manifest["licence"]))
        figures += _text_figures(manifest)
    head = ("model", "version", "task", "languages", "variants", "size", "licence")
    columns = ("model", "figure", "data", "value", "95 % low", "95 % high", "n", "of them")
    return "\n".join([TEXTS, table(head, rows), "", table(columns, figures), ""])


def _text_figures(manifest: dict[str, Any]) -> list[tuple[object, ...]]:
    """Return the figures of what is shipped; the others are left to the card."""
    rows = []
    for one in manifest["evidence"]["metrics"]:
        if "not shipped" in one["data"] or "sample" in one["data"]:
            continue
        low, high = ("" if one[end] is None else f"{one[end]:.3f}" for end in ("low", "high"))
        of_them = "" if one["n_positive"] is None else one["n_positive"]
        said = (f"`{one['name']}`", one["data"], f"{one['value']:.3f}", low, high)
        rows.append((manifest["name"], *said, one["n"], of_them))
    return rows


def _without_package(names: set[str]) -> str:
    """Name the models that were trained and not shipped, and where it says why."""
    lines = []
    for path in sorted((ROOT / "training").glob("*/RESULTS.md")):
        name = str(read_settings(path.parent)["name"])
        if name not in names:
            lines.append(f"- {name}: no package; why: `training/{path.parent.name}/RESULTS.md`.")
            lines += _reason(path.with_name("comparison.json"))
    return "\n".join(["## Trained and not shipped", "", *lines, ""]) if lines else ""


def _reason(comparison: Path) -> list[str]:
    """Return what a comparison itself says of why there is no package, indented."""
    if not comparison.is_file():
        return []
    said = json.loads(comparison.read_text(encoding="utf-8")).get("why", [])
    return [f"  {line}".rstrip() for line in said]


def write_overview(models: Path, target: Path) -> None:
    """Write the tables of all packages in a folder."""
    rows, figures, names = [], [], set()
    for path in sorted(models.glob("*/manifest.json")):
        size = sum(f.stat().st_size for f in path.parent.rglob("*") if f.is_file())
        manifest = json.loads(path.read_text(encoding="utf-8"))
        # Numbers and notes have documents of their own.
        if manifest["task"] not in ("multilabel", "gate"):
            continue
        names.add(manifest["name"])
        rows.append(_row(manifest, size))
        figures += _figures(manifest)
    head = ("model", "version", "task", "age", "views", "variants", "size", "licence")
    columns = ("model", "figure", "data", "value", "95 % low", "95 % high", "n", "of them")
    parts = [INTRODUCTION, table(head, rows), "", FIGURES_INTRODUCTION, table(columns, figures), ""]
    target.parent.mkdir(parents=True, exist_ok=True)
    parts.append(_texts(models))
    target.write_text("\n".join([*parts, _without_package(names)]).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    write_overview(ROOT / "models", ROOT / "docs" / "models.md")
