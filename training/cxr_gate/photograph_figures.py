"""Figures of the output that tells photographs: what it lets pass, and what it wrongly refuses."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cxr_gate.photograph_items import PLAIN, shot_of
from training.cxr_gate.photographs import edges_seen
from training.lib.calibrate import softmax
from training.lib.config import Run
from training.lib.films import load_grey
from training.lib.items import Item
from training.lib.score import Arrays, Scorer
from training.lib.statistics import Metric, rate_metric
from training.lib.variants import recipe

Mask = NDArray[np.bool_]
VARIANT = "int8"
BEFORE = "without the output for photographs"
SLANTS = ((0, 5), (5, 10), (10, 20), (20, 40))
FEWEST = 10
"""Figures of a group need so many pictures."""


@dataclass(frozen=True)
class Told:
    """Pictures, which pass all the rest of the gate, and which are told for photographs."""

    items: Sequence[Item]
    passes: Mask
    photographs: Mask

    def share(self, name: str, hits: Mask, rows: Mask, data: str) -> Metric:
        """Return a share among some rows, with the number of patients."""
        patients = len({i.group for i, own in zip(self.items, rows, strict=True) if own})
        return rate_metric(name, hits[rows], data=f"{data} ({patients} patients)", variant=VARIANT)


def passing(manifest: Mapping[str, Any], scores: Arrays) -> Mask:
    """Say which pictures pass classes and likeness, as the program decides."""
    [(_, threshold)] = manifest["accept_threshold"].items()
    shares = softmax(scores["logits"].astype(np.float64) / manifest["temperature"])
    typical = scores["atypicality"] <= manifest["out_of_distribution"]["limit"]
    return np.asarray((shares[:, 0] >= threshold) & typical)


def of_films(told: Told, kinds: Sequence[str]) -> list[Metric]:
    """Count films that pass all the rest and are refused as photographs, by kind and source."""
    metrics = []
    kind_of = np.array([i.kind for i in told.items])
    source_of = np.array([i.source for i in told.items])
    for kind in kinds:
        rows = told.passes & (kind_of == kind)
        if not rows.any():
            continue
        metrics.append(told.share("added_refusal", told.photographs, rows, kind))
        for source in sorted(set(source_of[rows])):
            own = rows & (source_of == source)
            metrics.append(told.share("added_refusal", told.photographs, own, f"{kind}, {source}"))
    return metrics


def of_photographs(run: Run, told: Told) -> list[Metric]:
    """Count photographs that pass: before, and now by scene, slant, edges in sight and source."""
    every = np.ones(len(told.items), dtype=bool)
    now = told.passes & ~told.photographs
    metrics = [
        told.share("photograph_accepted", told.passes, every, f"photographs, {BEFORE}"),
        told.share("photograph_accepted", now, every, "photographs"),
    ]
    for name, rows in _groups(run, told.items).items():
        if int(rows.sum()) >= FEWEST:
            metrics += [
                told.share("photograph_accepted", told.passes, rows, f"{name}, {BEFORE}"),
                told.share("photograph_accepted", now, rows, name),
            ]
    return metrics


def of_plain(told: Told) -> list[Metric]:
    """Count photographs without a fault of light or lens that pass: before, and now."""
    every = np.ones(len(told.items), dtype=bool)
    now = told.passes & ~told.photographs
    data = f"photographs, {PLAIN}"
    return [
        told.share("photograph_accepted", told.passes, every, f"{data}, {BEFORE}"),
        told.share("photograph_accepted", now, every, data),
    ]


def unseen(told: Told, scene: str) -> Metric:
    """Count photographs of a scene that pass a branch which never saw one of that scene."""
    every = np.ones(len(told.items), dtype=bool)
    data = f"photographs, {scene}, fitted on a sixth of the pictures, none of that scene"
    return told.share("photograph_accepted", told.passes & ~told.photographs, every, data)


def _groups(run: Run, items: Sequence[Item]) -> dict[str, Mask]:
    shots = [shot_of(run, i.key) for i in items]
    aspects: dict[str, float] = {}
    for item in items:
        name = item.key.partition("|")[0]
        if name not in aspects:
            rows, columns = load_grey(run.data / "cxr" / "images" / name).shape
            aspects[name] = columns / rows
    slant = np.array([s.slant for s in shots])
    edges = np.array(
        [edges_seen(s, aspects[i.key.partition("|")[0]]) for s, i in zip(shots, items, strict=True)]
    )

    def those(holds: Callable[[Item], bool]) -> Mask:
        return np.array([holds(i) for i in items], dtype=bool)

    return {
        **{
            f"photographs, {scene}": those(lambda i, scene=scene: i.kind == scene)  # type: ignore[misc]
            for scene in sorted({i.kind for i in items})
        },
        **{
            f"photographs, slanted by {low} to {high} degrees": (slant >= low) & (slant < high)
            for low, high in SLANTS
        },
        "photographs, all four edges in sight": edges == 4,
        "photographs, two or three edges in sight": (edges == 2) | (edges == 3),
        "photographs, one edge or none in sight": edges < 2,
        **{
            f"photographs, {source}": those(lambda i, source=source: i.source == source)  # type: ignore[misc]
            for source in sorted({i.source for i in items})
        },
    }


def other_side(
    run: Run, children: Path, told: Told, films: Mapping[str, Item], *, source: str
) -> list[Metric]:
    """Count photographs whose score lies on the other side of the threshold than their film's.

    Of children's films and the model for children alone.
    """
    manifest = json.loads((children / "manifest.json").read_text(encoding="utf-8"))
    scorer = Scorer(
        children / manifest["variants"][0]["file"], run.work / "photographs", recipe=recipe(run)
    )
    label = manifest["labels"][0]
    rows = told.passes & np.array([i.source == source for i in told.items])
    taken = [i for i, own in zip(told.items, rows, strict=True) if own]
    same = [films[i.key.partition("|")[0]] for i in taken]

    def above(items: Sequence[Item], name: str) -> Mask:
        logit = scorer.score(items, name=name)["logits"][:, 0].astype(np.float64)
        line = label["calibration"]
        score = 1 / (1 + np.exp(-(logit * line["slope"] + line["intercept"])))
        return np.asarray(score >= label["threshold"])

    crossed = np.zeros(len(rows), dtype=bool)
    crossed[rows] = above(taken, "photographs, children") != above(same, "their films")
    data = f"{source}, {manifest['name']} {manifest['version']}"
    still = rows & ~told.photographs
    metrics = [
        told.share("score_on_other_side", crossed, rows, f"photographs that pass, {BEFORE}, {data}")
    ]
    if still.any():
        metrics.append(
            told.share("score_on_other_side", crossed, still, f"photographs that pass, {data}")
        )
    return metrics
