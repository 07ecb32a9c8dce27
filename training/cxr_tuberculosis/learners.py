"""Bring the films of a run to what a recipe learns from, and score all of them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from training.cxr_tuberculosis.films import TB
from training.cxr_tuberculosis.held_out import Ints
from training.cxr_tuberculosis.recipes import Group, Moments, even_weights, learn, moments
from training.cxr_tuberculosis.renditions import Material, features_of

Floats32 = NDArray[np.float32]
KINDS = ("degraded", "as it is")
"""How judged films look; row 0 and 1 of every score array."""
COPIES = {"degraded": 1, "as it is": 0}


class _Looks:
    """The values of every copy of every film, moved and stretched alike for exact sums."""

    def __init__(self, material: Material, recipe: Mapping[str, Any]) -> None:
        copies = range(material.run.settings["teach"]["copies"] + 1 if recipe.get("copies") else 1)
        self.taught, self.films = tuple(copies), material.films
        self.values = {c: self._values(material, c, recipe) for c in {*copies, *COPIES.values()}}
        # A move and a stretch of all films alike change no answer: they keep float32 exact.
        middle = self.values[0].mean(axis=0)
        spread = np.maximum(self.values[0].std(axis=0), 1e-5)
        for copy, values in self.values.items():
            self.values[copy] = (values - middle) / spread

    @staticmethod
    def _values(material: Material, copy: int, recipe: Mapping[str, Any]) -> Floats32:
        features = features_of(material, copy, recipe)
        if recipe.get("method") == "residual":
            features = np.concatenate([features, material.statistics(copy)], axis=1)
        return features


class Linear:
    """A linear recipe; the moments of each stratum and fold are summed up once."""

    def __init__(self, material: Material, recipe: Mapping[str, Any]) -> None:
        looks = _Looks(material, recipe)
        self._looks, self._recipe = looks, recipe
        self._settings = {**material.run.settings, **material.run.settings["teach"]}
        if recipe.get("method") == "residual":
            self._settings["statistics_width"] = material.statistics(0).shape[1]
        films = material.films
        self._strata, self._folds = films.strata, films.folds
        self._moments: dict[Group, Moments] = {}
        for stratum, fold in sorted(
            set(zip(films.strata.tolist(), films.folds.tolist(), strict=True))
        ):
            own = (films.strata == stratum) & (films.folds == fold)
            every = np.concatenate([looks.values[c][own] for c in looks.taught])
            self._moments[stratum, fold] = moments(every)

    def score(self, rows: Ints) -> Floats32:
        """Learn from some films, whole strata of whole folds; return all scores by kind."""
        chosen = set(zip(self._strata[rows].tolist(), self._folds[rows].tolist(), strict=True))
        line = learn({g: self._moments[g] for g in sorted(chosen)}, self._recipe, self._settings)
        return np.stack([line.judge(self._looks.values[COPIES[kind]]) for kind in KINDS])


class Boosted:
    """Boosted trees on image statistics."""

    def __init__(self, material: Material, recipe: Mapping[str, Any]) -> None:
        self._looks, self._strata = _Looks(material, recipe), material.films.strata
        self._balanced, self._seed = bool(recipe.get("balanced")), material.run.seed

    def score(self, rows: Ints) -> Floats32:
        """Learn from some films; return all scores by kind."""
        strata = self._strata[rows]
        counts = {s: int((strata == s).sum()) for s in sorted(set(strata.tolist()))}
        shares = even_weights(counts, balanced=self._balanced)
        weight = np.array([shares[s] / counts[s] for s in strata.tolist()]) * len(rows)
        copies = self._looks.taught
        model = HistGradientBoostingClassifier(
            max_iter=80, learning_rate=0.1, max_leaf_nodes=12, random_state=self._seed
        )
        model.fit(
            np.concatenate([self._looks.values[c][rows] for c in copies]),
            np.tile(strata == TB, len(copies)),
            sample_weight=np.tile(weight, len(copies)),
        )
        scores = [model.decision_function(self._looks.values[COPIES[kind]]) for kind in KINDS]
        return np.stack(scores).astype(np.float32)
