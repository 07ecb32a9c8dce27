"""Every figure of the children's model, on films of patients never trained on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.cxr_pneumonia_children.operating import SUBGROUPS, Operating
from training.cxr_pneumonia_children.surroundings import surroundings_metrics
from training.lib.config import Run
from training.lib.films import read_films
from training.lib.items import Item, file_item, film_item, stream
from training.lib.score import Arrays
from training.lib.statistics import (
    Metric,
    auc,
    auc_metric,
    calibration_metric,
    plain_metric,
    rate_metric,
)
from training.lib.variants import score_variant
from training.lib.wear import WEARS

DATA = "kermany_paediatric test fold"
COMPARED = ("sensitivity", "specificity", "ece")
Mask = NDArray[np.bool_]


def evaluate(
    run: Run,
    paths: Mapping[str, Path],
    test: Sequence[Item],
    scores: Mapping[str, Arrays],
    *,
    operating: Operating,
    main: str,
) -> list[Metric]:
    """Return all figures; the first is the AUC of the shipped CPU variant."""
    metrics = _discrimination(run, test, scores, main)
    metrics += _calls(run, test, scores[main], operating, main)
    metrics += _variants(test, scores, operating, main)
    metrics += surroundings_metrics(run, paths[main], test, scores[main], main=main)
    metrics += _worn(run, paths[main], test, operating, main)
    metrics += _adults(run, paths[main], operating, main)
    metrics += _other_pictures(run, paths[main], operating, main)
    metrics += _originals(run, paths[main], operating, main)
    # A small trial slice may lack a subgroup: no films, no figure.
    return [m for m in metrics if m.n and np.isfinite(m.value)]


def evaluate_other(
    run: Run, model: Path, test: Sequence[Item], scores: Arrays, *, operating: Operating, name: str
) -> list[Metric]:
    """Return the figures to set beside those of the shipped network, for one that is not."""
    main = "int8"
    metrics = _discrimination(run, test, {main: scores}, main)
    metrics += [m for m in _calls(run, test, scores, operating, main) if m.name in COMPARED]
    metrics += surroundings_metrics(run, model, test, scores, main=main)
    metrics += _originals(run, model, operating, main)
    return [
        replace(m, data=f"{m.data}; {name}, not shipped")
        for m in metrics
        if m.n and np.isfinite(m.value)
    ]


def _mask(test: Sequence[Item], kind: str) -> Mask:
    return np.array([i.kind == kind for i in test])


def _truth(test: Sequence[Item]) -> NDArray[np.int64]:
    return np.array([i.target for i in test], dtype=np.int64)


def _unlike(scores: Arrays, operating: Operating) -> list[tuple[str, Mask]]:
    """Which pictures the program calls unlike its training films, and which it refuses."""
    distance = scores["atypicality"]
    return [
        ("atypical_share", distance > operating.atypicality_limit),
        ("refused_as_unlike", distance > operating.refusal_limit),
    ]


def _subset(test: Sequence[Item], name: str) -> Mask:
    return np.array([i.target == 0 or f"_{name}_" in i.key for i in test])


def _discrimination(
    run: Run, test: Sequence[Item], scores: Mapping[str, Arrays], main: str
) -> list[Metric]:
    truth, plain = _truth(test), _mask(test, "as it is")
    groups = np.array([i.group for i in test])
    cases = [(main, plain, DATA), (main, ~plain, f"{DATA}, degraded")]
    for name in SUBGROUPS:
        cases.append((main, plain & _subset(test, name), f"{DATA}, {name} against normal"))
    cases += [(p, plain, DATA) for p in scores if p != main]
    return [
        auc_metric(
            scores[variant]["logits"][rows, 0].astype(np.float64),
            truth[rows],
            groups=list(groups[rows]),
            data=data,
            variant=variant,
            seed=run.seed,
        )
        for variant, rows, data in cases
    ]


def _probability(scores: Arrays, operating: Operating) -> NDArray[np.float64]:
    return operating.platt.probability(scores["logits"][:, 0].astype(np.float64))


def _calls(
    run: Run, test: Sequence[Item], scores: Arrays, operating: Operating, main: str
) -> list[Metric]:
    probability, truth = _probability(scores, operating), _truth(test)
    positive = probability >= operating.threshold
    not_low, high = probability >= operating.band_low, probability > operating.band_high
    plain, sick = _mask(test, "as it is"), truth == 1
    metrics = []
    for kind, rows in ((DATA, plain), (f"{DATA}, degraded", ~plain)):
        shares: list[tuple[str, Mask, Mask]] = [
            ("sensitivity", positive, rows & sick),
            ("specificity", ~positive, rows & ~sick),
            ("not_sure_share", not_low & ~high, rows),
            ("sensitivity_not_below_band", not_low, rows & sick),
            ("specificity_not_above_band", ~high, rows & ~sick),
            *((n, m, rows) for n, m in _unlike(scores, operating)),
        ]
        metrics += [rate_metric(n, h[r], data=kind, variant=main) for n, h, r in shares]
        metrics.append(
            calibration_metric(
                probability[rows],
                truth[rows],
                groups=[i.group for i, own in zip(test, rows, strict=True) if own],
                data=kind,
                variant=main,
                seed=run.seed,
            )
        )
    for name in SUBGROUPS:
        rows = plain & sick & _subset(test, name)
        metrics.append(
            rate_metric("sensitivity", positive[rows], data=f"{DATA}, {name}", variant=main)
        )
    return metrics


def _worn_item(item: Item, wear: str, seed: int) -> Item:
    key = f"{item.key}|{wear}"
    return replace(
        item, key=key, kind=wear, render=lambda: WEARS[wear](item.render(), stream(seed, key))
    )


def _worn(
    run: Run, model: Path, test: Sequence[Item], operating: Operating, main: str
) -> list[Metric]:
    """Return how AUC, sensitivity and specificity bear each kind of wear."""
    plain = [i for i in test if i.kind == "as it is"]
    sick, groups = _truth(plain) == 1, [i.group for i in plain]
    metrics = []
    for wear in WEARS:
        items = [_worn_item(i, wear, run.seed) for i in plain]
        scores = score_variant(run, model, items, name=f"test, {wear}")
        probability, data = _probability(scores, operating), f"{DATA}, {wear}"
        positive = probability >= operating.threshold
        metrics += [
            auc_metric(
                probability, _truth(plain), groups=groups, data=data, variant=main, seed=run.seed
            ),
            rate_metric("sensitivity", positive[sick], data=data, variant=main),
            rate_metric("specificity", ~positive[~sick], data=data, variant=main),
        ]
    return metrics


def _variants(
    test: Sequence[Item], scores: Mapping[str, Arrays], operating: Operating, main: str
) -> list[Metric]:
    truth, plain = _truth(test), _mask(test, "as it is")
    exact = _probability(scores["fp32"], operating)[plain]
    exact_auc = auc(exact, truth[plain])
    metrics = []
    for variant in (v for v in scores if v != "fp32"):
        other = _probability(scores[variant], operating)[plain]
        gap = np.abs(other - exact)
        changed = (other >= operating.threshold) != (exact >= operating.threshold)
        data = f"{DATA}, against fp32 on the CPU"
        figures = {
            "auc_loss": exact_auc - auc(other, truth[plain]),
            "largest_probability_difference": gap.max(),
            "mean_probability_difference": gap.mean(),
        }
        metrics += [
            plain_metric(name, value, data=data, n=len(gap), variant=variant)
            for name, value in figures.items()
        ]
        metrics.append(rate_metric("call_changed", changed, data=data, variant=variant))
    return metrics


def _adults(run: Run, model: Path, operating: Operating, main: str) -> list[Metric]:
    """Negative control: what happens where the age gate is ignored."""
    films = read_films(run.data / "cxr", [run.settings["outside"]["adults"]], limit=run.limit)
    films = [f for f in films if f.pneumonia == 1 or f.normal == 1]
    items = [film_item(f, int(f.pneumonia or 0), copy=0, seed=run.seed, settings={}) for f in films]
    if len({i.target for i in items}) < 2:
        return []
    scores = score_variant(run, model, items, name="adults")
    truth, probability = _truth(items), _probability(scores, operating)
    data = "nih_chestxray14 adults (negative control, out of scope)"
    return [
        auc_metric(
            probability,
            truth,
            groups=[i.group for i in items],
            data=data,
            variant=main,
            seed=run.seed,
        ),
        rate_metric(
            "normal_called_positive",
            probability[truth == 0] >= operating.threshold,
            data=data,
            variant=main,
        ),
        *(rate_metric(n, m, data=data, variant=main) for n, m in _unlike(scores, operating)),
    ]


def _picture_items(paths: Sequence[Path], source: str) -> list[Item]:
    return [file_item(path, source) for path in paths]


def _other_pictures(run: Run, model: Path, operating: Operating, main: str) -> list[Metric]:
    paths = sorted((run.data / "lung_ct" / "images").glob("*.jpg"))
    if not paths:
        return []
    step = max(1, len(paths) // run.settings["outside"]["ct_patches"])
    scores = score_variant(run, model, _picture_items(paths[::step], "lung_ct"), name="CT")
    data = "lung CT patches (no films)"
    return [rate_metric(n, m, data=data, variant=main) for n, m in _unlike(scores, operating)]


def _originals(run: Run, model: Path, operating: Operating, main: str) -> list[Metric]:
    """Compare full-size originals, as the program meets them, with the 224 px training copies."""
    prefix = run.settings["outside"]["originals"]
    paths = sorted((run.data / "cxr" / "originals").glob(f"{prefix}*"))
    copies = [_copy_of(run, p, prefix) for p in paths]
    pairs = [(p, c) for p, c in zip(paths, copies, strict=True) if c.is_file()]
    if not pairs:
        return []
    both = [_picture_items(side, "original") for side in zip(*pairs, strict=True)]
    scored = [score_variant(run, model, items, name="originals") for items in both]
    full, small = (_probability(scores, operating) for scores in scored)
    gap = np.abs(full - small)
    data = "full-size originals against their 224 px copies, test patients"
    return [
        plain_metric(
            "largest_probability_difference", gap.max(), data=data, n=len(gap), variant=main
        ),
        plain_metric(
            "mean_probability_difference", gap.mean(), data=data, n=len(gap), variant=main
        ),
        *(rate_metric(n, m, data=data, variant=main) for n, m in _unlike(scored[0], operating)),
    ]


def _copy_of(run: Run, original: Path, prefix: str) -> Path:
    name = original.stem.removeprefix(prefix).replace("NORMAL2-IM", "normal2-im")
    return run.data / "cxr" / "images" / f"kerm_{name}.jpg"
