"""From the pictures to the package of the gate."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import log_loss
from sklearn.utils.class_weight import compute_sample_weight

from training.cxr_gate.evaluate import evaluate
from training.cxr_gate.items import part_items
from training.cxr_gate.operating import Gate, choose_gate
from training.lib.calibrate import softmax
from training.lib.card import write_card
from training.lib.config import Run
from training.lib.films import Film, load_grey, part_of, read_films, squash
from training.lib.head import apply_head, choose_head, fit_typical_space
from training.lib.items import Item
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


def _fit(
    run: Run, backbones: Backbones, train: Sequence[Item], val: Sequence[Item]
) -> tuple[Head, TypicalSpace, dict[str, float]]:
    settings = run.settings["head"]
    features, target = training_features(backbones, train, exact_every=settings["exact_every"])
    seen = backbones.int8.score(val, name="validation int8")["embedding"]
    truth = np.array([i.target for i in val])
    weight = compute_sample_weight("balanced", truth)
    classes = list(range(len(run.settings["classes"])))

    def merit(head: Head) -> float:
        probability = softmax(apply_head(head, seen))
        return -float(log_loss(truth, probability, sample_weight=weight, labels=classes))

    head, strength, best = choose_head(
        (features, target), merit, strengths=settings["strengths"], balanced=True
    )
    space = fit_typical_space(features[target == 0], axes=settings["axes"], seed=run.seed)
    return head, space, {"C": strength, "validation_log_loss": round(-best, 4)}


def build(run: Run) -> None:
    """Run every step; finished steps are read back from the work folder."""
    films = read_films(run.data / "cxr", list(run.settings["sources"]), limit=run.limit)
    parts = {
        p: [f for f in films if part_of(f, run.settings["split"]) == p]
        for p in ("train", "val", "test")
    }
    items = {part: part_items(run, own, part) for part, own in parts.items()}
    step = max(1, len(items["train"]) // run.settings["quantize"]["films"])
    rounding = items["train"][::step]
    head, space, chosen = _fit(run, prepare_backbones(run, rounding), items["train"], items["val"])
    paths = export_variants(run, head, space, rounding)
    # Float variants are compared on every fourth picture; figures rest on the shipped one.
    scores = {
        p: score_variant(run, paths[p], items["test"][:: 1 if p == "int8" else 4], name=p)
        for p in paths
    }
    int8_good = _auc_loss(items["test"], scores) <= run.settings["quantize"]["largest_auc_loss"]
    if not int8_good:
        scores["fp32"] = score_variant(run, paths["fp32"], items["test"], name="fp32")
    shipped = start_package(run, paths, int8_good=int8_good)
    main = shipped[0]
    gate = choose_gate(
        run, items["val"], score_variant(run, paths[main], items["val"], name="validation")
    )
    metrics = evaluate(run, paths[main], items["test"], scores, gate=gate, main=main)
    _write(run, parts, items, shipped=shipped, metrics=metrics, gate=gate, chosen=chosen)


def _auc_loss(test: Sequence[Item], scores: dict[str, Arrays]) -> float:
    """Return what int8 loses in telling good films from all other pictures."""
    truth = np.array([i.target == 0 for i in test[::4]], dtype=np.int64)
    exact = softmax(scores["fp32"]["logits"].astype(np.float64))[:, 0]
    rounded = softmax(scores["int8"]["logits"][::4].astype(np.float64))[:, 0]
    return auc(exact, truth) - auc(rounded, truth)


def _write(
    run: Run,
    parts: dict[str, list[Film]],
    items: dict[str, list[Item]],
    *,
    shipped: Sequence[str],
    metrics: Sequence[Metric],
    gate: Gate,
    chosen: dict[str, float],
) -> None:
    def probabilities(logits: Floats) -> list[float]:
        return [round(float(v), 5) for v in gate.probability(logits)[0]]

    by_name = {f.path.name: f for f in parts["test"]}
    film = by_name.get(run.settings["sample"]["film"], parts["test"][0])
    write_sample(run, shipped[0], squash(load_grey(film.path)), probabilities={"of": probabilities})
    shutil.copyfile(FOLDER / "LICENSE.txt", run.out / "LICENSE")
    classes = run.settings["classes"]
    counts = {
        part: {name: sum(i.target == k for i in own) for k, name in enumerate(classes)}
        for part, own in items.items()
    }
    manifest: dict[str, Any] = {
        **describe(run, shipped, labels=len(classes)),
        "classes": classes,
        "temperature": gate.temperature,
        "accept_threshold": {classes[0]: gate.threshold},
        "not_assessed": run.settings["not_assessed"],
        "out_of_distribution": {
            "output": "atypicality",
            "limit": gate.atypicality_limit,
            "rule": gate.atypicality_rule,
        },
        "evidence": {
            **evidence(run, parts["train"], metrics),
            "rules": gate.rules,
            "head": chosen,
            "split": {
                part: {row["name"]: row["n_films"] for row in training_data(run, own)}
                for part, own in parts.items()
            },
            "pictures": counts,
        },
    }
    write_card(FOLDER / "card.md", run.out / "MODEL_CARD.md", manifest, **_card_fields(manifest))
    finish_package(run.out, manifest)


def _card_fields(manifest: dict[str, Any]) -> dict[str, str]:
    proof = manifest["evidence"]

    def lines(counts: dict[str, dict[str, int]]) -> str:
        return "\n".join(
            f"- {part}: " + ", ".join(f"{name} {n}" for name, n in own.items())
            for part, own in counts.items()
        )

    return {
        "threshold": str(manifest["accept_threshold"]["frontal_chest"]),
        "temperature": str(manifest["temperature"]),
        "limit": str(manifest["out_of_distribution"]["limit"]),
        "rules": "\n".join(f"- {text}" for text in proof["rules"]),
        "head": ", ".join(f"{k} {v}" for k, v in proof["head"].items()),
        "split": lines(proof["split"]),
        "pictures": lines(proof["pictures"]),
    }
