"""From the films to the package of the children's model."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.cxr_pneumonia_children.candidates import (
    FROZEN,
    TUNED,
    Choice,
    build_frozen,
    build_tuned,
    choose,
)
from training.cxr_pneumonia_children.evaluate import evaluate, evaluate_other
from training.cxr_pneumonia_children.operating import Operating, choose_operating
from training.lib.card import write_card
from training.lib.config import Run
from training.lib.films import Film, load_grey, part_of, read_films, squash
from training.lib.items import Item, film_item
from training.lib.package import (
    describe,
    evidence,
    finish_package,
    start_package,
    training_data,
    write_sample,
)
from training.lib.statistics import Floats, Metric
from training.lib.variants import score_variant

FOLDER = Path(__file__).parent
MADE = {
    FROZEN: "A frozen ImageNet EfficientNet-Lite0 with a linear head.",
    TUNED: "An EfficientNet-Lite0 with a linear head. Stem, first blocks and batch-norm\n"
    "statistics are ImageNet's; later blocks and head were fine-tuned on films that were\n"
    "degraded, masked at borders and corners or set into another child's surroundings (never\n"
    "flipped), with a penalty on evidence (|cam|) in the outermost ring of the map.",
}


def film_items(run: Run, films: Sequence[Film], copies: Sequence[int]) -> list[Item]:
    """Return each film in each of the given copies (0 is the film as it is)."""
    settings = run.settings["degrade"]
    return [
        film_item(f, int(f.pneumonia or 0), copy=c, seed=run.seed, settings=settings)
        for c in copies
        for f in films
    ]


def build(run: Run) -> None:
    """Run every step; finished steps are read back from the work folder."""
    films = read_films(run.data / "cxr", ["kermany_paediatric"], limit=run.limit)
    parts = {
        p: [f for f in films if part_of(f, run.settings["split"]) == p]
        for p in ("train", "val", "test")
    }
    train = film_items(run, parts["train"], range(run.settings["head"]["copies"] + 1))
    val = film_items(run, parts["val"], (0, 1))
    rounding = train[:: max(1, len(train) // run.settings["quantize"]["films"])]
    frozen = build_frozen(run, train, val, rounding)
    tuned = build_tuned(run, parts["train"], train, val, rounding=rounding)
    choice = choose(run, val, frozen, tuned)
    shipped = start_package(run, choice.shipped.paths, int8_good=choice.int8_good)
    seen = score_variant(run, choice.shipped.paths[shipped[0]], val, name="validation")
    operating = choose_operating(run, val, seen)
    test = film_items(run, parts["test"], (0, 1))
    metrics = _figures(run, choice, val, test, operating=operating, main=shipped[0])
    _write(run, parts, shipped=shipped, metrics=metrics, operating=operating, choice=choice)


def _figures(
    run: Run,
    choice: Choice,
    val: Sequence[Item],
    test: Sequence[Item],
    *,
    operating: Operating,
    main: str,
) -> list[Metric]:
    """Return the figures of the shipped network, then some of the one that is not."""
    paths, other = choice.shipped.paths, choice.other
    scores = {p: score_variant(run, paths[p], test, name=f"test {p}") for p in paths}
    metrics = evaluate(run, paths, test, scores, operating=operating, main=main)
    model = other.paths["int8"]
    return metrics + evaluate_other(
        run,
        model,
        test,
        score_variant(run, model, test, name=f"test, {other.name}"),
        operating=choose_operating(run, val, other.seen),
        name=other.name,
    )


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
    choice: Choice,
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
        "backbone": {
            **describe(run, shipped, labels=1)["backbone"],
            "frozen": choice.shipped.name == FROZEN,
        },
        "labels": [_label(run, operating, metrics)],
        "not_assessed": run.settings["not_assessed"],
        "out_of_distribution": {
            "output": "atypicality",
            "limit": operating.atypicality_limit,
            "rule": operating.atypicality_rule,
            "refuse_above": operating.refusal_limit,
            "refuse_rule": operating.refusal_rule,
        },
        "evidence": {
            **evidence(run, parts["train"], metrics),
            "training_prevalence": prevalence,
            "calibration_prevalence": round(
                float(np.mean([f.pneumonia or 0 for f in parts["val"]])), 4
            ),
            "rules": operating.rules,
            "head": choice.shipped.head,
            "choice": {"shipped": choice.shipped.name, "validation": choice.figures},
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
        "made": MADE[proof["choice"]["shipped"]],
        "choice": "\n".join(_choice_lines(proof["choice"]["validation"])),
        "head": ", ".join(f"{k} {v}" for k, v in proof["head"].items()),
        "split": "; ".join(
            f"{part}: {n['n_films']} films of {n['n_patients']} patients"
            for part, n in split.items()
        ),
    }


def _choice_lines(figures: dict[str, Any]) -> list[str]:
    return [
        *(
            f"- {name}: AUC {v['auc']:.4f}, on the degraded copies {v['auc_degraded']:.4f}."
            for name, v in figures.items()
            if name != "loss_by_int8"
        ),
        f"- Loss by int8 of the shipped one: {figures['loss_by_int8']:+.4f}.",
    ]
