"""How recipes are scored, judged and chosen; none is chosen on the films it is judged by.

The tuberculosis films that set the threshold choose the recipe, with the sources of negatives that
are not held out.
"""

import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cxr_tuberculosis.films import SOURCES, Films, Mask
from training.cxr_tuberculosis.held_out import (
    Ints,
    fold_numbers,
    name_of,
    teaching_rows,
    teachings,
    validation_fold,
)
from training.cxr_tuberculosis.learners import Boosted, Linear
from training.cxr_tuberculosis.recipes import is_floor
from training.cxr_tuberculosis.renditions import Material
from training.lib.calibrate import at_sensitivity
from training.lib.statistics import Floats, auc

Recipe = Mapping[str, Any]
Scores = Mapping[str, NDArray[np.float32]]


def score_recipe(material: Material, recipe: Recipe) -> Scores:
    """Train a recipe in every way and score all films; kept in the work folder."""
    run, films = material.run, material.films
    chosen = ("teach", "projection", "dro")
    parts = (material.recipe, dict(recipe), *(run.settings[s] for s in chosen))
    mark = hashlib.sha256("\n".join([repr(parts), *films.files]).encode()).hexdigest()[:12]
    path = run.work / "scores" / f"{mark}.npz"
    if path.is_file():
        with np.load(path) as stored:
            return {name: stored[name] for name in stored.files}
    learner = (Boosted if recipe.get("method") == "boosted" else Linear)(material, recipe)
    found = {
        name_of(taught, fold): learner.score(teaching_rows(films, taught, fold))
        for taught in teachings()
        for fold in fold_numbers(films)
    }
    print(f"{recipe['name']}: done", file=sys.stderr, flush=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part.npz")
    np.savez(partial, **found)  # type: ignore[arg-type]
    partial.replace(path)
    return found


@dataclass(frozen=True)
class Judged:
    """Films judged by models that never saw them.

    ``margin`` is the score above the threshold set on other tuberculosis films; ``exact`` the
    score above that which finds the wanted share of just these tuberculosis films, fold by fold.
    """

    rows: Ints
    truth: Ints
    margin: Floats
    exact: Floats


def judge(
    films: Films,
    scores: Mapping[int, NDArray[np.float32]],
    negatives: Mask,
    *,
    share: float,
    seen: bool = False,
) -> Judged:
    """Judge the tuberculosis films of each fold, and each negative once, by one of the models.

    Where their source taught too (seen), negatives are judged by the model without their fold.
    """
    folds = sorted(scores)
    turn = films.folds if seen else _turns(films, negatives, folds)
    rows, margin, exact = [], [], []
    for fold in folds:
        score = scores[fold].astype(np.float64)
        ill = films.tb & (films.folds == fold)
        own = np.flatnonzero(ill | (negatives & (turn == fold)))
        rows.append(own)
        margin.append(score[own] - _threshold(films, score, validation_fold(films, fold), share))
        exact.append(score[own] - _threshold(films, score, fold, share))
    every = np.concatenate(rows)
    truth = films.tb[every].astype(np.int64)
    return Judged(every, truth, np.concatenate(margin), np.concatenate(exact))


def _turns(films: Films, negatives: Mask, folds: Sequence[int]) -> Ints:
    """Deal the patients of the negatives out to the models, one after the other."""
    turn = np.full(len(films), -1, np.int64)
    _, patient = np.unique(films.patients[negatives], return_inverse=True)
    turn[negatives] = np.asarray(folds)[patient % len(folds)]
    return turn


def _threshold(films: Films, score: Floats, fold: int, share: float) -> float:
    ill = films.tb & (films.folds == fold)
    return at_sensitivity(score[ill], np.ones(int(ill.sum()), np.int64), share)


def inner_merit(
    films: Films, scores: Scores, held_out: str, fold: int, *, share: float
) -> tuple[float, float]:
    """Return the worst false-positive rate and the mean AUC without the held-out source.

    Each other source is held out in turn while the last one teaches alone; the tuberculosis films
    are those of the validation fold. Degraded films only.
    """
    others = [s for s in SOURCES if s != held_out]
    rates, areas = [], []
    ill = films.tb & (films.folds == validation_fold(films, fold))
    for judged in others:
        taught = tuple(s for s in others if s != judged)
        score = scores[name_of(taught, fold)][0].astype(np.float64)
        limit = _threshold(films, score, validation_fold(films, fold), share)
        well = films.healthy(judged)
        rates.append(float(np.mean(score[well] >= limit)))
        rows = ill | well
        areas.append(auc(score[rows], films.tb[rows].astype(np.int64)))
    return max(rates), float(np.mean(areas))


def choose(
    films: Films,
    scored: Mapping[str, Scores],
    recipes: Sequence[Recipe],
    held_out: str,
    fold: int,
    *,
    share: float,
) -> str:
    """Return the recipe whose worst inner source is best; a tie goes to the higher mean AUC."""
    merits = {
        str(r["name"]): inner_merit(films, scored[str(r["name"])], held_out, fold, share=share)
        for r in recipes
        if not is_floor(r)
    }
    return min(merits, key=lambda name: (merits[name][0], -merits[name][1]))
