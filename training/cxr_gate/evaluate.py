"""Every figure of the gate, on patients and original pictures never trained on."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.cxr_gate.faults import FAULTS, TURNS
from training.cxr_gate.good_films import AT_THE_EDGE, STRAINS
from training.cxr_gate.operating import FAMILIES, Gate
from training.lib.config import Run
from training.lib.items import Item
from training.lib.score import Arrays
from training.lib.statistics import Metric, auc_metric, plain_metric, rate_metric

Mask = NDArray[np.bool_]
DRAWN = "generated"
CHILD = 18


@dataclass(frozen=True)
class Scored:
    """Pictures, what the network said of them, and which pass."""

    items: Sequence[Item]
    scores: Arrays
    passes: Mask

    variant: str
    """Which file of the model said it."""

    def where(self, holds: Callable[[Item], bool]) -> Mask:
        """Return the rows of the pictures for which something holds."""
        return np.array([holds(i) for i in self.items], dtype=bool)

    def of(self, *kinds: str, source: str | None = None) -> Mask:
        """Return the rows of some kinds, of one source if one is named."""
        return self.where(lambda i: i.kind in kinds and source in (None, i.source))

    def sources(self, rows: Mask) -> list[str]:
        """Return the sources among some rows."""
        return sorted({i.source for i, own in zip(self.items, rows, strict=True) if own})

    def originals(self, rows: Mask) -> int:
        """Count the patients or original pictures among some rows."""
        return len({i.group for i, own in zip(self.items, rows, strict=True) if own})


def scored(gate: Gate, items: Sequence[Item], scores: Arrays, *, variant: str) -> Scored:
    """Let the gate decide on pictures."""
    return Scored(items, scores, gate.accepted(scores), variant)


def evaluate(run: Run, gate: Gate, test: Scored, strained: Scored, doses: Scored) -> list[Metric]:
    """Return all figures of the test part."""
    return [
        _auc(run, gate, test),
        *_refusals(test),
        *_strains(strained),
        *_groups(run, test),
        *_wrong(test),
        *_named(run, gate, test),
        *_directions(run, gate, test),
        *_mirrored(gate, test),
        *_doses(doses),
    ]


def _auc(run: Run, gate: Gate, test: Scored) -> Metric:
    rows = test.where(lambda i: i.target != 0 or i.kind == "as it is")
    return auc_metric(
        gate.probability(test.scores["logits"])[rows, 0],
        np.array([i.target == 0 for i in test.items], dtype=np.int64)[rows],
        groups=[i.group for i, own in zip(test.items, rows, strict=True) if own],
        data="good films as they are against all wrong pictures, test part (pooled)",
        variant=test.variant,
        seed=run.seed,
    )


def _counted(name: str, said: Scored, rows: Mask, hits: Mask, label: str) -> list[Metric]:
    """Return a share over all sources and, where there are several, over each."""
    sources = said.sources(rows)
    whole = f"{label} ({said.originals(rows)} originals or patients)"
    metrics = [rate_metric(name, hits[rows], data=whole, variant=said.variant)]
    if len(sources) > 1:
        for source in sources:
            own = rows & np.array([i.source == source for i in said.items])
            data = f"{label}, {source} ({said.originals(own)} patients)"
            metrics.append(rate_metric(name, hits[own], data=data, variant=said.variant))
    return metrics


def _refusals(test: Scored) -> list[Metric]:
    metrics: list[Metric] = []
    for kind in ("as it is", "varied", f"as it is{AT_THE_EDGE}", "mirrored"):
        rows = test.of(kind)
        if rows.any():
            metrics += _counted("false_refusal", test, rows, ~test.passes, kind)
    return metrics


def _strains(strained: Scored) -> list[Metric]:
    metrics: list[Metric] = []
    for strain in STRAINS:
        rows = strained.of(strain)
        metrics += _counted("false_refusal", strained, rows, ~strained.passes, strain)
    return metrics


def _stated(run: Run) -> dict[str, dict[str, str]]:
    with (run.data / "cxr" / "labels.csv").open(newline="", encoding="utf-8") as file:
        return {Path(row["file"]).name: row for row in csv.DictReader(file)}


def _groups(run: Run, test: Scored) -> list[Metric]:
    """Return false refusals by view, sex and age, where the collection states them."""
    stated = _stated(run)

    def row(item: Item) -> Mapping[str, str]:
        return stated.get(item.key.partition("|")[0], {})

    def years(item: Item) -> float:
        text = str(row(item).get("age", ""))
        return float(text) if text.replace(".", "", 1).isdigit() else -1.0

    groups: dict[str, Callable[[Item], bool]] = {
        "NIH, PA": lambda i: row(i).get("view") == "PA",
        "NIH, AP": lambda i: row(i).get("view") == "AP",
        "NIH, women": lambda i: row(i).get("sex") == "F",
        "NIH, men": lambda i: row(i).get("sex") == "M",
        "NIH, under 18 years": lambda i: 0 <= years(i) < CHILD,
        "NIH, 18 to 59 years": lambda i: CHILD <= years(i) < 60,
        "NIH, 60 years and older": lambda i: years(i) >= 60,
    }
    metrics = []
    for name, holds in groups.items():
        rows = test.of("as it is", "varied", source="nih_chestxray14") & test.where(holds)
        data = f"{name}, as they are and varied ({test.originals(rows)} patients)"
        metrics.append(
            rate_metric("false_refusal", ~test.passes[rows], data=data, variant=test.variant)
        )
    return metrics


def _wrong(test: Scored) -> list[Metric]:
    """Count wrong pictures that pass.

    Crops of one original are not independent: the number of originals stands beside each count.
    """
    metrics: list[Metric] = []
    for kind in FAULTS:
        rows = test.of(kind)
        if rows.any():
            metrics += _counted("wrong_accepted", test, rows, test.passes, kind)
    for source in dict.fromkeys(i.source for i in test.items if i.kind not in FAULTS and i.target):
        kinds = dict.fromkeys(i.kind for i in test.items if i.source == source)
        for kind in kinds if source == DRAWN else [source]:
            rows = test.of(*(kinds if kind == source else (kind,)), source=source)
            label = kind if kind == source else f"{source}, {kind}"
            metrics += _counted("wrong_accepted", test, rows, test.passes, label)
    return metrics


def _named(run: Run, gate: Gate, test: Scored) -> list[Metric]:
    """Measure how often the reason of a refusal is the right one, or of the right family."""
    classes = run.settings["classes"]
    best, _ = gate.named(test.scores)
    target = np.array([i.target for i in test.items])
    refused = ~test.passes
    metrics = []
    for number, name in enumerate(classes):
        rows = refused & (target == number)
        if number and rows.any():
            metrics.append(
                rate_metric(
                    "class_named_rightly", (best == target)[rows], data=name, variant=test.variant
                )
            )
    for family, names in FAMILIES.items():
        numbers = [classes.index(n) for n in names]
        rows = refused & np.isin(target, numbers)
        right = np.isin(best, numbers)[rows]
        metrics.append(
            rate_metric("family_named_rightly", right, data=family, variant=test.variant)
        )
    return metrics


def _directions(run: Run, gate: Gate, test: Scored) -> list[Metric]:
    """Measure what a fix rests on: how often the exact name is given, and is then right.

    ``exact_name_right`` counts over all pictures of the test that were named so, whatever they are.
    """
    classes = run.settings["classes"]
    best, sure = gate.named(test.scores)
    target = np.array([i.target for i in test.items])
    said = ~test.passes & sure
    metrics = []
    for name in (*(n for names in FAMILIES.values() for n in names), "inverted"):
        number = classes.index(name)
        own, so = ~test.passes & (target == number), said & (best == number)
        metrics += [
            rate_metric(
                "exact_name_given", (said & (best == number))[own], data=name, variant=test.variant
            ),
            rate_metric(
                "exact_name_right", (target == number)[so], data=name, variant=test.variant
            ),
        ]
    turns = [classes.index(name) for name in TURNS]
    quarter = said & np.isin(best, turns) & np.isin(target, turns)
    metrics.append(
        rate_metric(
            "direction_right",
            (best == target)[quarter],
            data="films turned by quarters and named so exactly",
            variant=test.variant,
        )
    )
    return metrics


def _mirrored(gate: Gate, test: Scored) -> list[Metric]:
    """Measure the caution: how many mirrored films get it, and how many that are not."""
    if gate.mirrored_from is None:
        return []
    told = test.scores["mirrored"] >= gate.mirrored_from
    metrics: list[Metric] = []
    for name, kinds in (
        ("mirrored_noticed", ("mirrored",)),
        ("mirrored_false_caution", ("as it is", "varied")),
    ):
        rows = test.passes & test.of(*kinds)
        metrics += _counted(name, test, rows, told, " and ".join(kinds))
    return metrics


def _doses(doses: Scored) -> list[Metric]:
    """Return the share refused at each strength of a fault."""
    kinds = dict.fromkeys(i.kind for i in doses.items)
    return [
        rate_metric("refused_at_strength", ~doses.passes[rows], data=kind, variant=doses.variant)
        for kind in kinds
        for rows in [doses.of(kind)]
    ]


def compare(gate: Gate, items: Sequence[Item], scores: Mapping[str, Arrays]) -> list[Metric]:
    """Return what the shipped variants change against fp32 on the CPU."""
    exact = gate.probability(scores["fp32"]["logits"])[:, 0]
    calls = gate.accepted(scores["fp32"])
    metrics = []
    data = "some test pictures of every kind, against fp32 on the CPU"
    for variant in (v for v in scores if v != "fp32"):
        gap = np.abs(gate.probability(scores[variant]["logits"])[:, 0] - exact)
        changed = gate.accepted(scores[variant]) != calls
        metrics += [
            plain_metric(
                "largest_probability_difference",
                gap.max(),
                data=data,
                n=len(items),
                variant=variant,
            ),
            plain_metric(
                "mean_probability_difference", gap.mean(), data=data, n=len(items), variant=variant
            ),
            rate_metric("call_changed", changed, data=data, variant=variant),
        ]
    return metrics


def full_size(films: Scored) -> list[Metric]:
    """Return the figures of full-size films and a chest film of another make."""
    labels = {
        "chest": ("false_refusal", "one CR chest film of another make (pydicom-data RG1)"),
        "leg": ("wrong_accepted", "one CR film of a leg (pydicom-data RG3)"),
        "full size": ("false_refusal", "full-size films of test patients (NIH and Kermany)"),
    }
    metrics = []
    for kind, (name, data) in labels.items():
        rows = films.of(kind)
        hits = films.passes if name == "wrong_accepted" else ~films.passes
        if rows.any():
            metrics.append(rate_metric(name, hits[rows], data=data, variant=films.variant))
    return metrics
