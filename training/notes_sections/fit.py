"""Choose and fit the linear layer, and the TF-IDF that it is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from training.lib.statistics import Floats
from training.notes_sections.texts import Texts

_ROUNDS = 200


@dataclass(frozen=True)
class Choice:
    """How the layer is fitted, and what the cross-validation says of it."""

    strength: float
    weights: str | None
    dialogues: bool
    accuracy: float
    logits: Floats
    """Of every training text, from the fold that did not see it."""


def splits(truth: NDArray[np.str_], settings: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    """Return the folds; a kind with fewer texts than folds is spread as far as it goes."""
    folds = StratifiedKFold(settings["folds"], shuffle=True, random_state=settings["seed"])
    return list(folds.split(truth, truth))


def layer(strength: float, weights: str | None) -> Pipeline:
    """Return the layer, not yet fitted; every number of the vectors is brought to one spread."""
    line = LogisticRegression(C=strength, class_weight=weights, max_iter=_ROUNDS)
    return make_pipeline(StandardScaler(), line)


def logits_of(model: Pipeline, vectors: NDArray[np.float32], kinds: Sequence[str]) -> Floats:
    """Return logits in the order of `kinds`; a kind that a fold never saw gets none."""
    found = np.full((len(vectors), len(kinds)), -30.0)
    said = model.decision_function(vectors)
    for column, kind in enumerate(model.classes_):
        found[:, kinds.index(kind)] = said[:, column]
    return found


def choose(
    notes: Texts, dialogues: Texts | None, kinds: Sequence[str], settings: Mapping[str, Any]
) -> Choice:
    """Try every strength, with and without class weights, and the dialogues where wanted.

    A dialogue goes with its note: what was written from it is never in another fold. Whatever
    trained, the accuracy is that on parts of notes.
    """
    best: Choice | None = None
    for dialogue in settings["dialogues_tried"]:
        for weights in (None, "balanced"):
            for strength in settings["strengths"]:
                found = np.zeros((len(notes.texts), len(kinds)))
                for train, held in splits(notes.truth, settings):
                    x, y = stacked(notes, dialogues if dialogue else None, train)
                    model = layer(strength, weights).fit(x, y)
                    found[held] = logits_of(model, notes.vectors[held], kinds)
                right = np.array(kinds)[found.argmax(1)] == notes.truth
                one = Choice(strength, weights, dialogue, float(right.mean()), found)
                print(
                    f"dialogues {dialogue}, {weights}, C {strength}: {one.accuracy:.4f}", flush=True
                )
                if best is None or one.accuracy > best.accuracy:
                    best = one
    assert best is not None
    return best


def stacked(
    notes: Texts, dialogues: Texts | None, rows: NDArray[np.int64] | None = None
) -> tuple[NDArray[np.float32], NDArray[np.str_]]:
    """Return vectors and kinds of some parts of notes, and of their dialogues."""
    chosen = slice(None) if rows is None else rows
    x, y = notes.vectors[chosen], notes.truth[chosen]
    if dialogues is None:
        return x, y
    return np.concatenate([x, dialogues.vectors[chosen]]), np.concatenate([y, y])


def temperature(logits: Floats, truth: NDArray[np.int64]) -> float:
    """Return what logits are divided by so that shares are as frequent as they say."""

    def loss(value: float) -> float:
        scaled = logits / value
        top = scaled.max(1, keepdims=True)
        log_sum = top[:, 0] + np.log(np.exp(scaled - top).sum(1))
        return float((log_sum - scaled[np.arange(len(truth)), truth]).mean())

    return round(float(minimize_scalar(loss, bounds=(0.2, 5.0), method="bounded").x), 3)


def shares(logits: Floats, value: float) -> Floats:
    """Return the softmax."""
    raised = np.exp((logits - logits.max(1, keepdims=True)) / value)
    return np.asarray(raised / raised.sum(1, keepdims=True))


def sure_from(largest: Floats, right: NDArray[np.bool_], wanted: float) -> float:
    """Return the least share from which on the wanted part of the answers is right."""
    for limit in np.arange(0.2, 0.96, 0.01):
        answered = largest >= limit
        if answered.any() and right[answered].mean() >= wanted:
            return round(float(limit), 2)
    return 0.95


def tfidf(strength: float) -> Pipeline:
    """Return the comparison, not yet fitted."""
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2)
    return make_pipeline(words, LogisticRegression(C=strength, max_iter=_ROUNDS))


def choose_tfidf(notes: Texts, settings: Mapping[str, Any]) -> float:
    """Return the strength with the best accuracy in the same folds."""
    found = {}
    for strength in settings["tfidf_strengths"]:
        right = np.zeros(len(notes.texts), bool)
        for train, held in splits(notes.truth, settings):
            model = tfidf(strength).fit([notes.texts[i] for i in train], notes.truth[train])
            right[held] = model.predict([notes.texts[i] for i in held]) == notes.truth[held]
        found[strength] = float(right.mean())
        print(f"TF-IDF, C {strength}: {found[strength]:.4f}", flush=True)
    return max(found, key=lambda strength: found[strength])
