"""Every figure of the adults' model, from networks that had not seen the film."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime as ort

from training.cxr_findings_adults.figures import (
    ALL_AGES,
    DATA,
    NO_FINDING,
    PNEUMONIA,
    VIEWS,
    above_statistics,
    aucs,
    calls,
    contrast_auc,
    contrasts,
    macro,
    served,
    truth_of,
)
from training.cxr_findings_adults.folds import Material, film_item, out_of_fold
from training.cxr_findings_adults.labels import ABNORMAL, Films, Mask
from training.cxr_findings_adults.operating import Operating
from training.cxr_findings_adults.pointing import pointing_metrics
from training.cxr_findings_adults.precision import precision_metrics
from training.cxr_findings_adults.worn import worn_item
from training.lib.films import load_grey, squash
from training.lib.image_statistics import film_statistics
from training.lib.image_statistics import out_of_fold as statistics_out_of_fold
from training.lib.items import Item
from training.lib.score import Arrays, to_tensor
from training.lib.statistics import Floats, Metric, plain_metric, rate_metric
from training.lib.variants import score_variant
from training.lib.wear import WEARS

AGE_BANDS = ((18, 39), (40, 59), (60, 130))
TIMED = 40
CT = "lung CT patches (no films)"
CHILDREN = "kermany_paediatric (children, out of scope)"


@dataclass(frozen=True)
class Tested:
    """What was scored: by precision the films as they are, and degraded by the main one."""

    material: Material
    networks: dict[int, dict[str, Path]]
    shipped: Mapping[str, Path]
    scores: Mapping[str, Arrays]
    degraded: Arrays
    main: str

    @property
    def films(self) -> Films:
        """Return the table of films."""
        return self.material.films

    @property
    def views(self) -> Sequence[str]:
        """Return the views that the model is offered for."""
        return self.material.run.settings["applies_to"]["views"]  # type: ignore[no-any-return]

    @property
    def seed(self) -> int:
        """Return the seed of the intervals."""
        return self.material.run.seed


def evaluate(tested: Tested, operating: Operating) -> list[Metric]:
    """Return all figures; the first is pneumonia against no finding, adults, all views."""
    statistics = statistics_scores(tested.material)
    metrics = _discrimination(tested)
    metrics += _lead(tested, statistics)
    metrics += _by_group(tested)
    among, words = served(tested.films, tested.views)
    scores = tested.scores[tested.main]
    metrics += calls(
        tested.films,
        scores,
        operating,
        among=among,
        data=words,
        variant=tested.main,
        seed=tested.seed,
    )
    metrics += _worn(tested)
    metrics += pointing_metrics(tested.material, tested.networks, precision=tested.main)
    metrics += precision_metrics(tested.films, tested.scores, operating, among=among)
    metrics += _unlike(tested, operating)
    metrics += _originals(tested, operating)
    metrics.append(_speed(tested))
    return [m for m in metrics if m.n and np.isfinite(m.value)]


def statistics_scores(material: Material) -> dict[str, Floats]:
    """Return, by contrast, each film's score from image statistics of the other folds."""
    films = material.films
    features = np.stack([film_statistics(np.asarray(p)) for p in material.pictures])
    found = {}
    for contrast in contrasts(films, np.ones(len(films), dtype=np.bool_)):
        score = np.full(len(films), np.nan)
        score[contrast.rows] = statistics_out_of_fold(
            features[contrast.rows],
            truth_of(films, contrast),
            films.folds[contrast.rows],
            seed=material.run.seed,
        )
        found[contrast.name] = score
    return found


def _discrimination(tested: Tested) -> list[Metric]:
    films, main = tested.films, tested.main
    every: Mask = np.ones(len(films), dtype=np.bool_)
    parts: list[tuple[Arrays, Mask, str]] = [(tested.scores[main], films.adults, DATA)]
    parts += [
        (tested.scores[main], films.adults & (films.views == view), f"{DATA}, {view}")
        for view in VIEWS
    ]
    parts.append((tested.degraded, films.adults, f"{DATA}, degraded"))
    parts.append((tested.scores[main], every, ALL_AGES))
    agreed = films.adults & ~films.called_normal
    words = f"{DATA}, without films that RSNA radiologists called normal"
    parts.append((tested.scores[main], agreed, words))
    metrics = []
    for scores, among, data in parts:
        metrics += aucs(films, scores, among=among, data=data, variant=main, seed=tested.seed)
        metrics.append(macro(films, scores, among=among, data=data, variant=main, seed=tested.seed))
    return metrics


def _lead(tested: Tested, statistics: Mapping[str, Floats]) -> list[Metric]:
    films = tested.films
    metrics = []
    for view in ("", *VIEWS):
        metrics += above_statistics(
            films,
            tested.scores[tested.main],
            statistics,
            among=films.adults & (films.views == view) if view else films.adults,
            data=f"{DATA}{', ' * bool(view)}{view}",
            variant=tested.main,
            seed=tested.seed,
        )
    return metrics


def _groups(films: Films) -> Iterable[tuple[str, Mask]]:
    for sex in ("F", "M"):
        yield f"sex {sex}", films.adults & (films.sexes == sex)
    for low, high in AGE_BANDS:
        yield f"age {low} to {high}", (films.ages >= low) & (films.ages <= high)


def _by_group(tested: Tested) -> list[Metric]:
    films = tested.films
    metrics = []
    offered, words = served(films, tested.views)
    for name, among in _groups(films):
        scores = tested.scores[tested.main]
        metrics += _main_contrasts(tested, scores, among & offered, f"{words}, {name}")
    return metrics


def _main_contrasts(tested: Tested, scores: Arrays, among: Mask, data: str) -> list[Metric]:
    """Return the AUC of pneumonia and of abnormal against no finding."""
    found = [
        contrast_auc(tested.films, scores, c, data=data, variant=tested.main, seed=tested.seed)
        for c in contrasts(tested.films, among)
        if c.label in (PNEUMONIA, ABNORMAL) and c.against == NO_FINDING
    ]
    return [m for m in found if m is not None]


def _worn(tested: Tested) -> list[Metric]:
    films, metrics = tested.films, []
    for name in WEARS:
        items = [worn_item(tested.material, row, name) for row in range(len(films))]
        scores = out_of_fold(tested.material, tested.networks, items, precision=tested.main)
        among, words = served(films, tested.views)
        data = f"{words}, {name}"
        metrics += _main_contrasts(tested, scores, among, data)
        metrics.append(
            macro(
                films,
                scores,
                among=among,
                data=data,
                variant=tested.main,
                seed=tested.seed,
            )
        )
    return metrics


def _unlike(tested: Tested, operating: Operating) -> list[Metric]:
    """Return which share of pictures the program calls unlike its training films, or refuses."""
    run = tested.material.run
    among, words = served(tested.films, tested.views)
    parts = [
        (words, tested.scores[tested.main]["atypicality"][among]),
        (f"{words}, degraded", tested.degraded["atypicality"][among]),
    ]
    sources = (
        (CT, sorted((run.data / "lung_ct" / "images").glob("*.jpg"))),
        (CHILDREN, sorted((run.data / "cxr" / "images").glob("kerm_*.jpg"))),
    )
    for name, paths in sources:
        step = max(1, len(paths) // run.settings["outside"]["pictures"])
        items = [_picture_item(tested, path) for path in paths[::step]]
        if items:
            model = tested.shipped[tested.main]
            parts.append((name, score_variant(run, model, items, name=name)["atypicality"]))
    limits = {
        "atypical_share": operating.atypicality_limit,
        "refused_as_unlike": operating.refusal_limit,
    }
    return [
        rate_metric(name, distance > limit, data=data, variant=tested.main)
        for data, distance in parts
        for name, limit in limits.items()
    ]


def _picture_item(tested: Tested, path: Path) -> Item:
    side = tested.material.run.settings["network"]["side"]
    return Item(
        f"{path.name}|{side}",
        path.name,
        "outside",
        "as it is",
        0,
        lambda: squash(load_grey(path), side),
    )


def _originals(tested: Tested, operating: Operating) -> list[Metric]:
    """Compare full-size originals, as the program meets them, with the copies learnt from."""
    material = tested.material
    rows, items = [], []
    for path in sorted((material.run.data / "cxr" / "originals").glob("nih_*")):
        copy = f"nih_{'_'.join(path.stem.split('_')[-2:])}.jpg"
        if copy in material.films.files:
            rows.append(material.films.files.index(copy))
            items.append(_picture_item(tested, path))
    if not items:
        return []
    model = tested.shipped[tested.main]
    full = score_variant(material.run, model, items, name="originals")["logits"]
    copies = [film_item(material, row) for row in rows]
    small = score_variant(material.run, model, copies, name="copies")["logits"]
    gaps = [
        np.abs(operating.probability(label, full) - operating.probability(label, small))
        for label in operating.points
    ]
    data = "full-size originals against their small copies, all labels, shipped network"
    return [
        plain_metric(name, value, data=data, n=len(rows), variant=tested.main)
        for name, value in (
            ("largest_probability_difference", float(np.max(gaps))),
            ("mean_probability_difference", float(np.mean(gaps))),
        )
    ]


def _speed(tested: Tested) -> Metric:
    """Return the shortest time of one film on one thread, which other work disturbs least."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = str(tested.shipped[tested.main])
    session = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    image = {"image": to_tensor([np.asarray(tested.material.pictures[0])])}
    took = []
    for _ in range(TIMED):
        started = time.perf_counter()
        session.run(None, image)
        took.append(1000 * (time.perf_counter() - started))
    data = f"one film on one thread, shortest of {TIMED}, on the machine of the training"
    return plain_metric("milliseconds", min(took), data=data, n=TIMED, variant=tested.main)
