"""The two ways to the network, frozen and fine-tuned, and the rule that says which is shipped."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.lib.config import Run
from training.lib.films import Film
from training.lib.finetune import finetune
from training.lib.head import apply_head, choose_head, fit_typical_space
from training.lib.items import Item
from training.lib.network import Head, TypicalSpace
from training.lib.score import Arrays
from training.lib.statistics import auc
from training.lib.surroundings import tuning_item
from training.lib.variants import (
    Backbones,
    export_variants,
    prepare_backbones,
    recipe,
    score_variant,
    training_features,
)

DEGRADED = "degraded"
FROZEN, TUNED = "frozen backbone", "fine-tuned backbone"
SPACE_COPIES, SPACE_EVERY = 2, 2
EXACT_EVERY = 4


@dataclass(frozen=True)
class Candidate:
    """A whole network: its files, int8's scores on validation films, how its head was found."""

    name: str
    paths: dict[str, Path]
    seen: Arrays
    head: dict[str, float]

    def merit(self, val: Sequence[Item], *, kind: str | None = None) -> float:
        """Return the AUC of int8 on validation films, all or of one kind."""
        rows = np.array([kind in (None, i.kind) for i in val])
        return _auc(self.seen, val, rows)

    def loss(self, run: Run, val: Sequence[Item]) -> float:
        """Return what rounding to int8 costs in AUC on validation films."""
        exact = score_variant(run, self.paths["fp32"], val, name="validation fp32")
        return _auc(exact, val, np.ones(len(val), dtype=bool)) - self.merit(val)


@dataclass(frozen=True)
class Choice:
    """What is shipped, what is not, and the figures that decided (validation films only)."""

    shipped: Candidate
    other: Candidate
    figures: dict[str, Any]
    int8_good: bool


def tuning_items(run: Run, films: Sequence[Film], epoch: int) -> list[Item]:
    """Return each film degraded anew, beside another film that may lend its surroundings."""
    others = np.random.default_rng([run.seed, epoch, 1]).permutation(len(films))
    settings = run.settings["finetune"]["degrade"]
    return [
        tuning_item(
            f, films[o], int(f.pneumonia or 0), epoch=epoch, seed=run.seed, settings=settings
        )
        for f, o in zip(films, others, strict=True)
    ]


def build_frozen(
    run: Run, train: Sequence[Item], val: Sequence[Item], rounding: Sequence[Item]
) -> Candidate:
    """Fit a head on the features of the ImageNet backbone."""
    backbones = prepare_backbones(run, rounding)
    head, space, chosen = _frozen_head(run, backbones, train, val)
    paths = export_variants(run, head, space, rounding)
    return _candidate(run, FROZEN, paths, val, chosen)


def build_tuned(
    run: Run,
    films: Sequence[Film],
    train: Sequence[Item],
    val: Sequence[Item],
    *,
    rounding: Sequence[Item],
) -> Candidate:
    """Fine-tune later blocks and head; the space of typical films is that of the new features."""
    tuned = finetune(run, lambda epoch: tuning_items(run, films, epoch))
    backbones = prepare_backbones(run, rounding, weights=tuned.weights)
    some = train[: SPACE_COPIES * len(films) : SPACE_EVERY]
    features, _ = training_features(backbones, some, exact_every=EXACT_EVERY)
    space = fit_typical_space(features, axes=run.settings["head"]["axes"], seed=run.seed)
    paths = export_variants(run, tuned.head, space, rounding, weights=tuned.weights)
    settings = run.settings["finetune"]
    chosen = {k: settings[k] for k in ("frozen_blocks", "epochs", "rate", "outer_penalty")}
    return _candidate(run, TUNED, paths, val, chosen)


def choose(run: Run, val: Sequence[Item], frozen: Candidate, tuned: Candidate) -> Choice:
    """Ship the fine-tuned network only if it is no worse on degraded films and bears rounding."""
    figures: dict[str, Any] = {}
    for candidate in (frozen, tuned):
        values = {"auc": candidate.merit(val), "auc_degraded": candidate.merit(val, kind=DEGRADED)}
        figures[candidate.name] = {k: round(v, 4) for k, v in values.items()}
    largest = run.settings["quantize"]["largest_auc_loss"]
    loss = tuned.loss(run, val)
    no_worse = figures[TUNED]["auc_degraded"] >= figures[FROZEN]["auc_degraded"]
    if no_worse and loss <= largest:
        figures["loss_by_int8"] = round(loss, 4)
        return Choice(tuned, frozen, figures, True)
    loss = frozen.loss(run, val)
    figures["loss_by_int8"] = round(loss, 4)
    return Choice(frozen, tuned, figures, loss <= largest)


def _auc(scores: Arrays, val: Sequence[Item], rows: Any) -> float:
    truth = np.array([i.target for i in val])
    return auc(scores["logits"][:, 0].astype(np.float64)[rows], truth[rows])


def _candidate(
    run: Run, name: str, paths: dict[str, Path], val: Sequence[Item], head: dict[str, float]
) -> Candidate:
    return Candidate(name, paths, score_variant(run, paths["int8"], val, name=name), head)


def _frozen_head(
    run: Run, backbones: Backbones, train: Sequence[Item], val: Sequence[Item]
) -> tuple[Head, TypicalSpace, dict[str, float]]:
    """Fit head and space; the work folder keeps them, since the fit takes minutes."""
    settings = run.settings["head"]
    keys = [recipe(run), repr((settings, run.settings["quantize"]))]
    keys += [i.key for i in (*train, *val)]
    mark = hashlib.sha256("\n".join(keys).encode()).hexdigest()[:12]
    path = run.work / f"frozen-head-{mark}.npz"
    if path.is_file():
        with np.load(path) as kept:
            space = TypicalSpace(kept["mean"], kept["axes"], kept["basis"], float(kept["residual"]))
            chosen = {"C": float(kept["C"]), "validation_auc": float(kept["best"])}
            return Head(kept["weight"], kept["bias"]), space, chosen
    features, target = training_features(backbones, train)
    seen = backbones.int8.score(val, name="validation int8")["embedding"]
    truth = np.array([i.target for i in val])

    def merit(head: Head) -> float:
        return auc(apply_head(head, seen)[:, 0], truth)

    head, strength, best = choose_head(
        (features, target), merit, strengths=settings["strengths"], balanced=False
    )
    space = fit_typical_space(features, axes=settings["axes"], seed=run.seed)
    best = round(best, 4)
    np.savez(path, **vars(head), **vars(space), C=strength, best=best)
    return head, space, {"C": strength, "validation_auc": best}
