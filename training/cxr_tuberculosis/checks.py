"""What must hold of weights, directions and pictures; part of ``python -m training.selftest``."""

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cxr_tuberculosis.experiment import run_experiment
from training.cxr_tuberculosis.films import ADULTS, CHILDREN, PAKISTAN, STRATA, TB
from training.cxr_tuberculosis.recipes import even_weights, learn, moments, source_directions
from training.cxr_tuberculosis.renditions import OUTSIDE, standardise
from training.lib.config import Run

METHODS = (None, "projected", "residual", "dro", "statistics", "boosted")


def small(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings that end in seconds: one recipe for each method."""
    less = copy.deepcopy(dict(settings))
    less["dro"]["steps"] = 2
    less["projection"]["rounds"] = 2
    # Drawn films hardly differ: without more of it their covariance has no inverse.
    less["teach"]["ridge"] = 10.0
    first = {r.get("method"): r for r in reversed(less["recipes"])}
    less["recipes"] = [first[m] for m in METHODS]
    return less


def check(run: Run, folder: Path) -> None:
    """Run every check, then the whole experiment on the films of the run."""
    _weights_are_even()
    _sums_do_what_a_pass_over_the_films_does()
    _directions_tell_sources_apart()
    _standardised_films_are_flat(run.settings["standard"])
    findings = run_experiment(run, folder)
    text = (folder / "RESULTS.md").read_text(encoding="utf-8")
    assert "$" not in text, "a mark of the template was left"
    written = json.loads((folder / "comparison.json").read_text(encoding="utf-8"))
    assert set(written["chosen"]) == set(findings.chosen)
    assert "statistics" not in json.dumps(written["chosen"]), "the floor is no recipe to choose"


def _weights_are_even() -> None:
    adults, children = STRATA[ADULTS], STRATA[CHILDREN]
    counts = {TB: 50, adults[0]: 8, adults[1]: 32, children[0]: 20, STRATA[PAKISTAN][0]: 4}
    share = even_weights(counts, balanced=True)
    assert abs(share[TB] - 1 / 2) < 1e-9
    for source in (ADULTS, CHILDREN, PAKISTAN):
        own = [share[s] for s in STRATA[source] if s in share]
        assert abs(sum(own) - 1 / 6) < 1e-9
        assert max(own) - min(own) < 1e-9
    assert abs(even_weights(counts, balanced=False)[adults[1]] - 1 / 4) < 1e-9


def _example() -> dict[str, NDArray[np.float32]]:
    """Return films in which one value tells the sources apart and another tuberculosis."""
    rng = np.random.default_rng(1)
    names = (TB, STRATA[ADULTS][0], STRATA[CHILDREN][0])
    values = {n: rng.normal(size=(200, 12)).astype(np.float32) for n in names}
    values[STRATA[CHILDREN][0]][:, 3] += 9
    values[TB][:, 5] += 2
    return values


def _sums_do_what_a_pass_over_the_films_does() -> None:
    values = _example()
    groups = {(n, f): moments(v[f::2]) for n, v in values.items() for f in (0, 1)}
    line = learn(groups, {}, {"ridge": 0.1})
    every = np.concatenate(list(values.values())).astype(np.float64)
    ill = np.arange(len(every)) < 200
    weight = np.where(ill, 0.5 / 200, 0.5 / 400)
    middle = weight @ every
    spread = np.sqrt(weight @ (every - middle) ** 2)
    scaled = (every - middle) / spread
    square = (scaled * weight[:, None]).T @ scaled + 0.1 * np.eye(12)
    wanted = scaled @ np.linalg.solve(square, scaled.T @ (weight * np.where(ill, 1, -1)))
    assert np.allclose(line.judge(every.astype(np.float32)), wanted, atol=1e-3)


def _directions_tell_sources_apart() -> None:
    strata = {n: moments(v) for n, v in _example().items()}
    found = source_directions(strata, 3)
    assert np.allclose(found.T @ found, np.eye(3), atol=1e-3)
    assert np.linalg.norm(found[3]) > 0.9
    del strata[STRATA[ADULTS][0]]
    assert source_directions(strata, 3).shape == (12, 0)


def _standardised_films_are_flat(settings: Mapping[str, Any]) -> None:
    ramp = np.tile(np.linspace(90, 110, 224).astype(np.uint8), (224, 1))
    made = standardise(ramp, settings)
    assert made.shape == ramp.shape
    assert made[0, 0] == OUTSIDE
    inside = made[60:164, 60:164]
    assert int(inside.max()) - int(inside.min()) > 100, "grey levels were not spread"
    brighter = standardise((ramp + 60).astype(np.uint8), settings)
    assert np.array_equal(made, brighter), "brightness must not be seen any more"
