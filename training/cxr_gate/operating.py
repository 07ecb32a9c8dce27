"""Every number with which the gate decides, from validation pictures alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.lib.calibrate import fit_temperature, softmax
from training.lib.config import Run
from training.lib.items import Item
from training.lib.score import Arrays
from training.lib.statistics import Floats

DIGITS = 4
FAMILIES = {
    "rotated": ("rotated_90", "rotated_180", "rotated_270", "tilted"),
    "cut_off": ("cut_left", "cut_top", "cut_right", "cut_bottom"),
}
"""Classes of which the gate says only the family where it is not sure."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Gate:
    """How the network's outputs become "accepted", a reason to refuse, or a caution."""

    classes: tuple[str, ...]
    temperature: float
    threshold: float
    sure_from: Mapping[str, float]
    mirrored_from: float | None
    atypicality_limit: float
    rules: tuple[str, ...]

    def probability(self, logits: Floats) -> Floats:
        """Return class probabilities (N, classes)."""
        return softmax(np.asarray(logits, dtype=np.float64) / self.temperature)

    def accepted(self, scores: Arrays) -> Mask:
        """Say which pictures pass, by class and by likeness to the films of training."""
        return self.by_class(scores) & (scores["atypicality"] <= self.atypicality_limit)

    def by_class(self, scores: Arrays) -> Mask:
        """Say which pictures pass by their class alone."""
        return np.asarray(self.probability(scores["logits"])[:, 0] >= self.threshold)

    def named(self, scores: Arrays) -> tuple[NDArray[np.int64], Mask]:
        """Return the likeliest reason to refuse and whether the gate is sure of it."""
        against = self.probability(scores["logits"])[:, 1:]
        best = against.argmax(1)
        share = against[np.arange(len(best)), best] / np.maximum(against.sum(1), 1e-12)
        limits = np.array([self.sure_from.get(name, 0.0) for name in self.classes[1:]])
        return best + 1, share >= limits[best]


def _threshold(run: Run, val: Sequence[Item], frontal: Floats, typical: Mask) -> float:
    """Return the lowest threshold that faulty pictures allow, but never refuse too many films."""
    wanted = run.settings["operating_point"]
    target = np.array([i.target for i in val])
    good = np.array([i.kind in ("as it is", "varied") for i in val])
    sources = np.array([i.source for i in val])
    # A picture refused as atypical is refused whatever the threshold.
    counted = np.where(typical, frontal, -1.0)
    needed = max(
        float(np.quantile(counted[kinds], 1 - wanted["largest_wrong_accepted"]))
        for kinds in _by_kind(val, target != 0)
    )
    highest = min(
        float(np.quantile(frontal[good & (sources == s)], wanted["largest_false_refusal"]))
        for s in sorted(set(sources[good]))
    )
    return round(max(min(highest, needed), 0.02), DIGITS)


def _by_kind(val: Sequence[Item], wrong: Mask) -> list[Mask]:
    kinds = np.array([i.kind for i in val])
    return [wrong & (kinds == kind) for kind in sorted(set(kinds[wrong]))]


def _sure_from(run: Run, val: Sequence[Item], probability: Floats) -> dict[str, float]:
    """Return, for each class of a family, the least share from which it is named rightly."""
    wanted = run.settings["operating_point"]["least_named_rightly"]
    classes = list(run.settings["classes"])
    target = np.array([i.target for i in val])
    against = probability[:, 1:]
    best = against.argmax(1) + 1
    share = against.max(1) / np.maximum(against.sum(1), 1e-12)
    limits = {}
    for name in (n for names in FAMILIES.values() for n in names):
        own = (best == classes.index(name)) & (target != 0)
        order = np.argsort(-share[own])
        right = (target[own] == classes.index(name))[order]
        precision = np.cumsum(right) / np.arange(1, len(right) + 1)
        enough = np.flatnonzero(precision >= wanted)
        least = share[own][order][enough[-1]] if len(enough) else 1.0
        limits[name] = float(np.floor(least * 1000) / 1000)
    return limits


def _mirrored_from(run: Run, val: Sequence[Item], scores: Arrays, accepted: Mask) -> float:
    """Return the logit above which so few unmirrored films of any source lie."""
    share = run.settings["operating_point"]["largest_false_mirrored"]
    upright = np.array([i.kind in ("as it is", "varied") for i in val]) & accepted
    sources = np.array([i.source for i in val])
    return round(
        max(
            float(np.quantile(scores["mirrored"][upright & (sources == s)], 1 - share))
            for s in sorted(set(sources[upright]))
        ),
        DIGITS,
    )


def choose_gate(run: Run, val: Sequence[Item], scores: Arrays) -> Gate:
    """Choose temperature, threshold, limits."""
    wanted = run.settings["operating_point"]
    target = np.array([i.target for i in val])
    logits = scores["logits"].astype(np.float64)
    temperature = fit_temperature(logits, target)
    probability = softmax(logits / temperature)
    good = np.array([i.kind in ("as it is", "varied") for i in val])
    percentile = wanted["atypicality_percentile"]
    limit = round(float(np.percentile(scores["atypicality"][good], percentile)), DIGITS)
    typical = scores["atypicality"] <= limit
    threshold = _threshold(run, val, probability[:, 0], typical)
    accepted = (probability[:, 0] >= threshold) & typical
    return Gate(
        tuple(run.settings["classes"]),
        temperature,
        threshold,
        _sure_from(run, val, probability),
        _mirrored_from(run, val, scores, accepted),
        limit,
        _rules(wanted),
    )


def _rules(wanted: Mapping[str, float]) -> tuple[str, ...]:
    return (
        "All numbers come from validation pictures, of patients that are in no other part.",
        "Probabilities: softmax of logits / temperature, fitted by log loss.",
        f"Threshold: of every kind of faulty picture at most {wanted['largest_wrong_accepted']:.1%}"
        f" pass; lowered, if need be, until at most {wanted['largest_false_refusal']:.1%} of the"
        " good films of any source, as they are and varied, would be refused; never under 0.02.",
        "Named exactly (which way turned, which side cut off) from the share of all refusing"
        f" classes at which {wanted['least_named_rightly']:.1%} of the faulty pictures named so are"
        " named rightly; below it only the family is named.",
        "Possibly mirrored: the logit that at most"
        f" {wanted['largest_false_mirrored']:.1%} of the accepted films of any source exceed.",
        f"Atypical: above the {wanted['atypicality_percentile']}th percentile of good films, as"
        " they are and varied.",
    )
