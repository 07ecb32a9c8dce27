"""Every figure of the gate, on patients and original pictures never trained on."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.cxr_gate.not_chest import dicom_item
from training.cxr_gate.operating import Gate
from training.lib.config import Run
from training.lib.items import Item, file_item
from training.lib.score import Arrays
from training.lib.statistics import Metric, auc_metric, plain_metric, rate_metric
from training.lib.variants import score_variant

Mask = NDArray[np.bool_]


def evaluate(
    run: Run,
    model: Path,
    test: Sequence[Item],
    scores: Mapping[str, Arrays],
    *,
    gate: Gate,
    main: str,
) -> list[Metric]:
    """Return all figures of the test part."""
    probability = gate.probability(scores[main]["logits"].astype(np.float64))
    typical = scores[main]["atypicality"] <= gate.atypicality_limit
    accepted = probability[:, 0] >= gate.threshold
    metrics = [_auc(run, test, probability, main)]
    metrics += _refusals(test, accepted, typical, main)
    metrics += _wrong(test, accepted, typical, main)
    metrics += _named(run, test, probability, main)
    metrics += _variants(test, scores, gate, main)
    return metrics + _full_size(run, model, gate, main)


def _auc(run: Run, test: Sequence[Item], probability: NDArray[np.float64], main: str) -> Metric:
    return auc_metric(
        probability[:, 0],
        np.array([i.target == 0 for i in test], dtype=np.int64),
        groups=[i.group for i in test],
        data="good films against all wrong pictures, test part (pooled)",
        variant=main,
        seed=run.seed,
    )


def _rows(test: Sequence[Item], source: str | None, kind: str) -> Mask:
    return np.array([i.kind == kind and source in (None, i.source) for i in test])


def _refusals(test: Sequence[Item], accepted: Mask, typical: Mask, main: str) -> list[Metric]:
    metrics = []
    for kind in ("as it is", "degraded"):
        for source in sorted({i.source for i in test if i.target == 0}):
            rows, data = _rows(test, source, kind), f"{source} test, {kind}"
            metrics += [
                rate_metric("false_refusal", ~accepted[rows], data=data, variant=main),
                rate_metric(
                    "false_refusal_or_atypical",
                    ~(accepted & typical)[rows],
                    data=data,
                    variant=main,
                ),
            ]
    return metrics


def _wrong(test: Sequence[Item], accepted: Mask, typical: Mask, main: str) -> list[Metric]:
    """Count wrong pictures that pass, and where any do, those that the atypicality lets pass too.

    Crops of one original are not independent: the number of originals stands beside each count.
    """
    metrics = []
    for kind in dict.fromkeys(i.kind for i in test if i.target != 0):
        for source in sorted({i.source for i in test if i.kind == kind}):
            rows = _rows(test, source, kind)
            originals = len({i.group for i in test if i.kind == kind and i.source == source})
            name = kind if source == kind else f"{source}, {kind}"
            data = f"{name} ({originals} originals or patients)"
            metrics.append(rate_metric("wrong_accepted", accepted[rows], data=data, variant=main))
            if accepted[rows].any():
                both = (accepted & typical)[rows]
                metrics.append(
                    rate_metric("wrong_accepted_and_typical", both, data=data, variant=main)
                )
    return metrics


def _named(
    run: Run, test: Sequence[Item], probability: NDArray[np.float64], main: str
) -> list[Metric]:
    """Measure how often the reason of a refusal is the right one."""
    best = probability.argmax(axis=1)
    target = np.array([i.target for i in test])
    return [
        rate_metric(
            "class_named_rightly",
            (best == k)[target == k],
            data=f"{name}, all test pictures",
            variant=main,
        )
        for k, name in enumerate(run.settings["classes"])
    ]


def _variants(
    test: Sequence[Item], scores: Mapping[str, Arrays], gate: Gate, main: str
) -> list[Metric]:
    subset = len(test[::4])

    def frontal(variant: str) -> NDArray[np.float64]:
        logits = scores[variant]["logits"].astype(np.float64)
        return gate.probability(logits if len(logits) == subset else logits[::4])[:, 0]

    exact = frontal("fp32")
    metrics = []
    for variant in (v for v in scores if v != "fp32"):
        other = frontal(variant)
        gap = np.abs(other - exact)
        changed = (other >= gate.threshold) != (exact >= gate.threshold)
        data = "every fourth test picture, against fp32 on the CPU"
        metrics += [
            plain_metric(
                "largest_probability_difference", gap.max(), data=data, n=subset, variant=variant
            ),
            plain_metric(
                "mean_probability_difference", gap.mean(), data=data, n=subset, variant=variant
            ),
            rate_metric("call_changed", changed, data=data, variant=variant),
        ]
    return metrics


def _full_size(run: Run, model: Path, gate: Gate, main: str) -> list[Metric]:
    """Score full-size films and a chest film of another make, as the program meets them."""
    settings = run.settings["dicom"]
    paths = [
        p
        for p in sorted((run.data / "cxr" / "originals").glob("*"))
        if p.suffix in (".png", ".jpeg")
    ]
    items = [file_item(path, "originals", kind="full size") for path in paths]
    items += [
        dicom_item(name, kind=kind)
        for kind, name in (("chest", settings["chest_film"]), ("leg", settings["leg_film"]))
    ]
    scores = score_variant(run, model, items, name="full size")
    accepted = gate.probability(scores["logits"].astype(np.float64))[:, 0] >= gate.threshold
    kinds = np.array([i.kind for i in items])
    chest = "one CR chest film of another make (pydicom-data RG1)"
    leg = "one CR film of a leg (pydicom-data RG3)"
    metrics = [
        rate_metric("false_refusal", ~accepted[kinds == "chest"], data=chest, variant=main),
        rate_metric("wrong_accepted", accepted[kinds == "leg"], data=leg, variant=main),
    ]
    if paths:
        full = "full-size films of test patients (NIH and Kermany)"
        metrics.append(
            rate_metric("false_refusal", ~accepted[kinds == "full size"], data=full, variant=main)
        )
    return metrics
