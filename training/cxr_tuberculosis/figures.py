"""False-positive rates at the wanted sensitivity, with their intervals, per held-out source."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cxr_tuberculosis.films import ADULTS, CHILDREN, PAKISTAN, STRATA, Films
from training.cxr_tuberculosis.held_out import Taught, fold_numbers, name_of
from training.cxr_tuberculosis.learners import KINDS
from training.cxr_tuberculosis.protocol import Judged, Scores, choose, judge
from training.lib.calibrate import at_sensitivity
from training.lib.statistics import Floats, Ints, Metric, auc, bootstrap, clopper_pearson

ROUNDS = 400
SET, EXACT = "threshold from other TB films", "exactly at the sensitivity of the judged TB films"


@dataclass(frozen=True)
class Trial:
    """A held-out source of negatives and the sources that teach in its place."""

    held_out: str
    taught: Taught

    @property
    def words(self) -> str:
        """In words, for the tables."""
        return f"{self.held_out} held out; taught on {' and '.join(self.taught)}"


TRIALS = (
    Trial(ADULTS, (CHILDREN,)),
    Trial(ADULTS, (CHILDREN, PAKISTAN)),
    Trial(CHILDREN, (ADULTS,)),
    Trial(CHILDREN, (ADULTS, PAKISTAN)),
    Trial(PAKISTAN, (ADULTS, CHILDREN)),
)


def models_of(
    scored: Mapping[str, Scores], taught: Taught, recipes: Mapping[int, str], kind: str
) -> dict[int, NDArray[np.float32]]:
    """Return, by fold, the scores of the fold's recipe where some sources taught."""
    place = KINDS.index(kind)
    return {f: scored[name][name_of(taught, f)][place] for f, name in recipes.items()}


def chosen_recipes(
    films: Films,
    scored: Mapping[str, Scores],
    recipes: Sequence[Mapping[str, Any]],
    held_out: str,
    share: float,
) -> dict[int, str]:
    """Return, by fold, the recipe that inner films chose without the held-out source."""
    return {
        f: choose(films, scored, recipes, held_out, f, share=share) for f in fold_numbers(films)
    }


def trial_metrics(
    films: Films,
    scores: Mapping[int, NDArray[np.float32]],
    trial: Trial,
    kind: str,
    *,
    share: float,
    seed: int,
) -> Iterator[Metric]:
    """Yield the figures of one trial: the sensitivity reached, then each stratum's."""
    present = [s for s in STRATA[trial.held_out] if (films.strata == s).any()]
    for number, stratum in enumerate(present):
        judged = judge(films, scores, np.asarray(films.strata == stratum), share=share)
        data = f"{trial.words}; {kind}; {stratum}"
        if not number:
            yield _share_called(films, judged, f"{trial.words}; {kind}", ill=True, seed=seed)
        yield _share_called(films, judged, data, ill=False, seed=seed)
        yield _exact(films, judged, data, share=share, seed=seed)
        groups = films.patients[judged.rows].tolist()
        low, high = bootstrap(
            auc, judged.margin, judged.truth, groups=groups, seed=seed, rounds=ROUNDS
        )
        area = auc(judged.margin, judged.truth)
        sick = int(judged.truth.sum())
        yield Metric("auc", area, low, high, data, len(judged.truth) - sick, None, "")


def _share_called(films: Films, judged: Judged, data: str, *, ill: bool, seed: int) -> Metric:
    """Return the share called positive: the wider of its exact and its patient-wise interval."""
    own = judged.truth == int(ill)
    called = judged.margin[own] >= 0
    count, total = int(called.sum()), len(called)

    def share(score: Floats, _: Ints) -> float:
        return float(score.mean())

    groups = films.patients[judged.rows[own]].tolist()
    hits, nothing = called.astype(np.float64), np.zeros(total, np.int64)
    drawn = bootstrap(share, hits, nothing, groups=groups, seed=seed, rounds=ROUNDS)
    low, high = _wider(clopper_pearson(count, total), drawn)
    name = "sensitivity" if ill else "false_positive_rate"
    return Metric(name, count / max(total, 1), low, high, data, total, count, SET)


def _exact(films: Films, judged: Judged, data: str, *, share: float, seed: int) -> Metric:
    """Return the rate where exactly the wanted share of the judged TB films is found."""
    figure = exact_rate(share)
    called = judged.exact[judged.truth == 0] >= 0
    count, total = int(called.sum()), len(called)
    groups = films.patients[judged.rows].tolist()
    drawn = bootstrap(figure, judged.exact, judged.truth, groups=groups, seed=seed, rounds=ROUNDS)
    low, high = _wider(clopper_pearson(count, total), drawn)
    value = count / max(total, 1)
    return Metric("false_positive_rate", value, low, high, data, total, count, EXACT)


def exact_rate(share: float) -> Callable[[Floats, Ints], float]:
    """Return what counts false positives where ``share`` of the same draw's TB films is found."""

    def figure(score: Floats, truth: Ints) -> float:
        limit = at_sensitivity(score, truth, share)
        return float(np.mean(score[truth == 0] >= limit))

    return figure


def _wider(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return min(one[0], other[0]), max(one[1], other[1])


def quick_rates(
    films: Films,
    scores: Mapping[int, NDArray[np.float32]],
    negatives: NDArray[np.bool_],
    *,
    share: float,
    seen: bool = False,
) -> tuple[float, float]:
    """Return both false-positive rates without intervals: threshold set before, and exact."""
    judged = judge(films, scores, negatives, share=share, seen=seen)
    well = judged.truth == 0
    return float(np.mean(judged.margin[well] >= 0)), float(np.mean(judged.exact[well] >= 0))
