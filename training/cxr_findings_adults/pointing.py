"""The pointing game (Zhang 2016): does the hottest place of a map lie in a radiologist's box."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnxruntime as ort

from training.cxr_findings_adults.boxes import Box, hottest_place, read_boxes
from training.cxr_findings_adults.figures import DATA
from training.cxr_findings_adults.folds import Material
from training.cxr_findings_adults.labels import ABNORMAL, LABELS, Floats32
from training.lib.score import to_tensor
from training.lib.statistics import Metric, rate_metric

# Middle of each lung on an average upright film: what pointing without looking would name.
LUNGS = ((0.28, 0.5), (0.72, 0.5))
EVERY_FINDING = "all findings with boxes"
OWN, MIDDLE = RATES = ("pointing_hit_rate", "pointing_hit_rate_middle_of_lung")


def _hit(cam: Floats32, boxes: Sequence[Box]) -> tuple[bool, bool]:
    """Say whether the hottest place lies in a box, and whether the middle of a lung does."""
    x, y = hottest_place(cam)
    # The better lung is named for the baseline, which favours it.
    middle = any(b.holds(*point) for b in boxes for point in LUNGS)
    return any(b.holds(x, y) for b in boxes), middle


def points_better_than_a_guess(metrics: Sequence[Metric], label: str) -> bool:
    """Say whether the map of a label hits boxes more often than the middle of the lungs does."""
    rate = {m.name: m.value for m in metrics if m.data == f"{DATA}, {label}" and m.name in RATES}
    return len(rate) == len(RATES) and rate[OWN] > rate[MIDDLE]


def pointing_metrics(
    material: Material, networks: Mapping[int, Mapping[str, Path]], *, precision: str
) -> list[Metric]:
    """Return the hit rates of the map and of the middle of the lungs, all findings and each.

    The map of "abnormal" hits where its hottest place lies in any box of the film.
    """
    films = material.films
    places = {name: row for row, name in enumerate(films.files)}
    hits: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    by_film: dict[int, dict[str, list[Box]]] = defaultdict(dict)
    for (file, label), boxes in read_boxes(films.folder).items():
        if file in places and label in LABELS:
            by_film[places[file]][label] = list(boxes)
    for row, named in by_film.items():
        network = networks[int(films.folds[row])][precision]
        session = ort.InferenceSession(str(network), providers=["CPUExecutionProvider"])
        cam = session.run(["cam"], {"image": to_tensor([np.asarray(material.pictures[row])])})[0]
        for label, boxes in named.items():
            hit = _hit(np.asarray(cam)[0, LABELS.index(label)], boxes)
            hits[EVERY_FINDING].append(hit)
            hits[label].append(hit)
        every = [box for boxes in named.values() for box in boxes]
        hits[ABNORMAL].append(_hit(np.asarray(cam)[0, LABELS.index(ABNORMAL)], every))
    metrics = []
    for label, found in hits.items():
        data = f"{DATA}, {label}"
        for column, name in enumerate(RATES):
            array = np.array([f[column] for f in found], dtype=np.bool_)
            variant = precision if column == 0 else "no network"
            metrics.append(rate_metric(name, array, data=data, variant=variant))
    return metrics
