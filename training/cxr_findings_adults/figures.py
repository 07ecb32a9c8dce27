"""Out-of-fold figures: each label, within each view, against image statistics, by subgroup."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.cxr_findings_adults.labels import ABNORMAL, FINDINGS, LABELS, Films, Mask
from training.cxr_findings_adults.operating import Operating
from training.lib.score import Arrays
from training.lib.statistics import (
    Floats,
    Ints,
    Metric,
    auc,
    auc_metric,
    bootstrap,
    calibration_metric,
    rate_metric,
)

DATA = "nih_chestxray14 adults, out of fold"
ALL_AGES = "nih_chestxray14 all ages, out of fold"
PNEUMONIA = "pneumonia"
NO_FINDING = "against no finding"
THE_REST = "against films without it"
FEWEST = 5
MACRO_POSITIVES = 50
VIEWS = ("PA", "AP")


@dataclass(frozen=True)
class Contrast:
    """A label and the films it is told from."""

    label: str
    against: str
    rows: Mask

    @property
    def name(self) -> str:
        """In words, for the figures."""
        return f"{self.label} {self.against}"


def served(films: Films, views: Sequence[str]) -> tuple[Mask, str]:
    """Return the adults' films of the views that the model is offered for, and their name."""
    rows: Mask = films.adults & np.isin(films.views, list(views))
    return rows, served_words(views)


def served_words(views: Sequence[str]) -> str:
    """Return the name of the adults' films of some views, as in the figures."""
    return DATA if set(views) >= set(VIEWS) else f"{DATA}, {', '.join(views)}"


def no_finding(films: Films) -> Mask:
    """Return the films known to show nothing."""
    return np.asarray(films.label(ABNORMAL) == 0)


def contrasts(films: Films, among: Mask) -> Iterator[Contrast]:
    """Yield pneumonia and abnormal against no finding, then each finding against the rest."""
    pneumonia = films.label(PNEUMONIA)
    told = np.isfinite(pneumonia) & ((pneumonia == 1) | no_finding(films))
    yield Contrast(PNEUMONIA, NO_FINDING, among & told)
    yield Contrast(ABNORMAL, NO_FINDING, among & np.isfinite(films.label(ABNORMAL)))
    for label in FINDINGS:
        yield Contrast(label, THE_REST, among & np.isfinite(films.label(label)))


def truth_of(films: Films, contrast: Contrast) -> Ints:
    """Return 0 or 1 for the contrast's films."""
    return films.label(contrast.label)[contrast.rows].astype(np.int64)


def logit_of(scores: Arrays, label: str) -> Floats:
    """Return one label's logits for all films."""
    return scores["logits"][:, LABELS.index(label)].astype(np.float64)


def contrast_auc(
    films: Films, scores: Arrays, contrast: Contrast, *, data: str, variant: str, seed: int
) -> Metric | None:
    """Return the AUC of one contrast; none where a class has hardly a film."""
    truth = truth_of(films, contrast)
    if min(truth.sum(), len(truth) - truth.sum()) < FEWEST:
        return None
    return auc_metric(
        logit_of(scores, contrast.label)[contrast.rows],
        truth,
        groups=list(films.patients[contrast.rows]),
        data=f"{data}, {contrast.name}",
        variant=variant,
        seed=seed,
    )


def aucs(
    films: Films, scores: Arrays, *, among: Mask, data: str, variant: str, seed: int
) -> list[Metric]:
    """Return the AUC of every contrast among some films."""
    found = [
        contrast_auc(films, scores, c, data=data, variant=variant, seed=seed)
        for c in contrasts(films, among)
    ]
    return [m for m in found if m is not None]


def macro(
    films: Films, scores: Arrays, *, among: Mask, data: str, variant: str, seed: int
) -> Metric:
    """Return the mean AUC over findings with enough films, with its interval by patient."""
    rows = np.flatnonzero(among & np.isfinite(films.truth).all(axis=1))
    enough = [
        LABELS.index(f) for f in FINDINGS if np.nansum(films.label(f)[among]) >= MACRO_POSITIVES
    ]

    def mean_auc(place: Floats, _: Ints) -> float:
        chosen = rows[place.astype(np.int64)]
        each = [
            auc(
                scores["logits"][chosen, c].astype(np.float64),
                films.truth[chosen, c].astype(np.int64),
            )
            for c in enough
        ]
        return float(np.mean(each)) if each else float("nan")

    places = np.arange(len(rows), dtype=np.float64)
    nothing = np.zeros(len(rows), np.int64)
    groups = list(films.patients[rows])
    low, high = bootstrap(mean_auc, places, nothing, groups=groups, seed=seed)
    words = f"{data}, mean over the {len(enough)} findings with at least {MACRO_POSITIVES} films"
    return Metric(
        "macro_auc", mean_auc(places, nothing), low, high, words, len(rows), None, variant
    )


def above_statistics(
    films: Films,
    scores: Arrays,
    statistics: Mapping[str, Floats],
    *,
    among: Mask,
    data: str,
    variant: str,
    seed: int,
) -> list[Metric]:
    """Return the statistics' AUC and the model's lead over it, resampled in pairs by patient."""
    metrics = []
    for contrast in contrasts(films, among):
        truth = truth_of(films, contrast)
        if contrast.name not in statistics or min(truth.sum(), (1 - truth).sum()) < FEWEST:
            continue
        own = logit_of(scores, contrast.label)[contrast.rows]
        base = statistics[contrast.name][contrast.rows]
        groups = list(films.patients[contrast.rows])
        words = f"{data}, {contrast.name}"
        metrics.append(
            auc_metric(
                base,
                truth,
                groups=groups,
                data=f"{words}, image statistics alone",
                variant="no network",
                seed=seed,
            )
        )

        def lead(place: Floats, drawn: Ints, own: Floats = own, base: Floats = base) -> float:
            rows = place.astype(np.int64)
            return auc(own[rows], drawn) - auc(base[rows], drawn)

        places = np.arange(len(truth), dtype=np.float64)
        low, high = bootstrap(lead, places, truth, groups=groups, seed=seed)
        metrics.append(
            Metric(
                "auc_above_statistics",
                lead(places, truth),
                low,
                high,
                words,
                len(truth),
                int(truth.sum()),
                variant,
            )
        )
    return metrics


def calls(
    films: Films,
    scores: Arrays,
    operating: Operating,
    *,
    among: Mask,
    data: str,
    variant: str,
    seed: int,
) -> list[Metric]:
    """Return sensitivity, specificity, share of "not sure" and calibration of every label."""
    metrics = []
    for label in LABELS:
        rows = among & np.isfinite(films.label(label))
        truth = films.label(label)[rows].astype(np.int64)
        if min(truth.sum(), (1 - truth).sum()) < FEWEST:
            continue
        point = operating.points[label]
        probability = operating.probability(label, scores["logits"])[rows]
        positive = probability >= point.threshold
        unsure = (probability >= point.band_low) & (probability <= point.band_high)
        words = f"{data}, {label}"
        shares: list[tuple[str, NDArray[np.bool_]]] = [
            ("sensitivity", positive[truth == 1]),
            ("specificity", ~positive[truth == 0]),
            ("not_sure_share", unsure),
        ]
        metrics += [rate_metric(n, hits, data=words, variant=variant) for n, hits in shares]
        groups = list(films.patients[rows])
        metrics.append(
            calibration_metric(
                probability, truth, groups=groups, data=words, variant=variant, seed=seed
            )
        )
    return metrics
