"""From the films to the package of the children's model."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.cxr_pneumonia_children.evaluate import evaluate
from training.cxr_pneumonia_children.operating import Operating, choose_operating
from training.lib.card import write_card
from training.lib.config import Run
from training.lib.films import Film, load_grey, part_of, read_films, squash
from training.lib.head import apply_head, choose_head, fit_typical_space
from training.lib.items import Item, film_item
from training.lib.network import Head, TypicalSpace
from training.lib.package import (
    describe,
    evidence,
    finish_package,
    start_package,
    training_data,
    write_sample,
)
from training.lib.score import Arrays
from training.lib.statistics import Floats, Metric, auc
from training.lib.variants import (
    Backbones,
    export_variants,
    prepare_backbones,
    score_variant,
    training_features,
)

FOLDER = Path(__file__).parent


def film_items(run: Run, films: Sequence[Film], copies: Sequence[int]) -> list[Item]:
    """Return each film in each of the given copies (0 is the film as it is)."""
    settings = run.settings["degrade"]
    return [
        film_item(f, int(f.pneumonia or 0), copy=c, seed=run.seed, settings=settings)
        for c in copies
        for f in films
    ]


def _fit(
    run: Run, backbones: Backbones, train: Sequence[Item], val: Sequence[Item]
) -> tuple[Head, TypicalSpace, dict[str, float]]:
    settings = run.settings["head"]
    features, target = training_features(backbones, train)
    seen = backbones.int8.score(val, name="validation int8")["embedding"]
    truth = np.array([i.target for i in val])

    def merit(head: Head) -> float:
        return auc(apply_head(head, seen)[:, 0], truth)

    head, strength, best = choose_head(
        (features, target), merit, strengths=settings["strengths"], balanced=False
    )
    space = fit_typical_space(features, axes=settings["axes"], seed=run.seed)
    return head, space, {"C": strength, "validation_auc": round(best, 4)}


def build(run: Run) -> None:
    """Run every step; finished steps are read back from the work folder."""
    films = read_films(run.data / "cxr", ["kermany_paediatric"], limit=run.limit)
    parts = {
        p: [f for f in films if part_of(f, run.settings["split"]) == p]
        for p in ("train", "val", "test")
    }
    train = film_items(run, parts["train"], range(run.settings["head"]["copies"] + 1))
    val = film_items(run, parts["val"], (0, 1))
    step = max(1, len(train) // run.settings["quantize"]["films"])
    rounding = train[::step]
    head, space, chosen = _fit(run, prepare_backbones(run, rounding), train, val)
    paths = export_variants(run, head, space, rounding)
    test = film_items(run, parts["test"], (0, 1))
    scores = {p: score_variant(run, paths[p], test, name=f"test {p}") for p in paths}
    int8_good = _auc_loss(test, scores) <= run.settings["quantize"]["largest_auc_loss"]
    shipped = start_package(run, paths, int8_good=int8_good)
    seen = score_variant(run, paths[shipped[0]], val, name="validation")
    operating = choose_operating(run, val, seen)
    metrics = evaluate(run, paths, test, scores, operating=operating, main=shipped[0])
    _write(run, parts, shipped=shipped, metrics=metrics, operating=operating, chosen=chosen)


def _auc_loss(test: Sequence[Item], scores: dict[str, Arrays]) -> float:
    truth = np.array([i.target for i in test])
    exact, rounded = (
        auc(scores[p]["logits"][:, 0].astype(np.float64), truth) for p in ("fp32", "int8")
    )
    return exact - rounded


def _label(run: Run, operating: Operating, metrics: Sequence[Metric]) -> dict[str, Any]:
    low = next(m.low for m in metrics if m.name == "auc")
    wanted = run.settings["operating_point"]["shown_if_auc_low_at_least"]
    return {
        "index": 0,
        **run.settings["label"],
        "calibration": {
            "slope": operating.platt.slope,
            "intercept": operating.platt.intercept,
        },
        "threshold": operating.threshold,
        "not_sure": [operating.band_low, operating.band_high],
        "heat_scale": operating.heat_scale,
        "shown": bool(low is not None and low >= wanted),
    }


def _write(
    run: Run,
    parts: dict[str, list[Film]],
    *,
    shipped: Sequence[str],
    metrics: Sequence[Metric],
    operating: Operating,
    chosen: dict[str, float],
) -> None:
    def probabilities(logits: Floats) -> list[float]:
        return [round(float(v), 5) for v in operating.platt.probability(logits)[0]]

    by_name = {f.path.name: f for f in parts["test"]}
    film = by_name.get(run.settings["sample"]["film"], parts["test"][0])
    write_sample(run, shipped[0], squash(load_grey(film.path)), probabilities={"of": probabilities})
    shutil.copyfile(FOLDER / "LICENSE.txt", run.out / "LICENSE")
    prevalence = round(float(np.mean([f.pneumonia or 0 for f in parts["train"]])), 4)
    manifest = {
        **describe(run, shipped, labels=1),
        "labels": [_label(run, operating, metrics)],
        "not_assessed": run.settings["not_assessed"],
        "out_of_distribution": {
            "output": "atypicality",
            "limit": operating.atypicality_limit,
            "rule": operating.atypicality_rule,
            "refuse_above": operating.refusal_limit,
            "refuse_rule": "above every validation film, each as it is and once degraded",
        },
        "evidence": {
            **evidence(run, parts["train"], metrics),
            "training_prevalence": prevalence,
            "calibration_prevalence": round(
                float(np.mean([f.pneumonia or 0 for f in parts["val"]])), 4
            ),
            "rules": operating.rules,
            "head": chosen,
            "split": {
                part: {k: v for k, v in training_data(run, films)[0].items() if k[:2] == "n_"}
                for part, films in parts.items()
            },
        },
    }
    write_card(FOLDER / "card.md", run.out / "MODEL_CARD.md", manifest, **_card_fields(manifest))
    finish_package(run.out, manifest)


def _card_fields(manifest: dict[str, Any]) -> dict[str, str]:
    label, proof = manifest["labels"][0], manifest["evidence"]
    split = proof["split"]
    return {
        "prevalence": f"{proof['training_prevalence']:.1%}",
        "threshold": str(label["threshold"]),
        "band_low": str(label["not_sure"][0]),
        "band_high": str(label["not_sure"][1]),
        "heat_scale": str(label["heat_scale"]),
        "slope": str(label["calibration"]["slope"]),
        "intercept": str(label["calibration"]["intercept"]),
        "limit": str(manifest["out_of_distribution"]["limit"]),
        "refusal": str(manifest["out_of_distribution"]["refuse_above"]),
        "rules": "\n".join(f"- {text}" for text in proof["rules"]),
        "head": ", ".join(f"{k} {v}" for k, v in proof["head"].items()),
        "split": "; ".join(
            f"{part}: {n['n_films']} films of {n['n_patients']} patients"
            for part, n in split.items()
        ),
    }
