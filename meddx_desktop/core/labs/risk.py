"""One risk model asked about one patient: score, interval, contributions, or why there is none."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.calculators.model import Person
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.finding import ModelIdentity, Reason
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.risk import Contribution, CurvePoint, RiskResult
from meddx_desktop.core.inference.explain import Explanation, Linear
from meddx_desktop.core.inference.tabular import BINARY, INTERVAL, OUTPUT, Column, Risk
from meddx_desktop.core.labs.risk_inputs import Known, Taken, Value, take

Floats = NDArray[np.float64]
Run = Callable[[NDArray[np.float32]], Mapping[str, NDArray[np.float32]]]
_CHILDBEARING = range(10, 56)
"""Whole years in which an unknown pregnancy counts as possible."""
_INTERVAL = (2.5, 97.5)
_FORMS: dict[str, Callable[[float], float]] = {
    "value": float,
    "log": math.log,
    "log1p": math.log1p,
}


@dataclass(frozen=True, slots=True)
class RiskModel:
    """A risk model that may be asked.

    Attributes
    ----------
    identity : ModelIdentity
    risk : Risk
        What its manifest says.
    explanation : Explanation
    run : Run
        The network: rows in, log-odds out.
    taught : float | None
        Share of the training rows with the outcome.
    """

    identity: ModelIdentity
    risk: Risk
    explanation: Explanation
    run: Run
    taught: float | None


def ask(
    model: RiskModel, known: Iterable[Known], person: Person, *, share: float | None = None
) -> RiskResult:
    """Ask the model about a patient.

    Parameters
    ----------
    known
        Results and other facts; of several of one input the last counts.
    person
        Age, sex, pregnancy.
    share
        How common the outcome is here, as the owner entered it; None without.

    Raises
    ------
    BadOutput
        ``model_bad_output``.
    """
    risk = model.risk
    taken = take(risk, known, person)
    none = RiskResult(
        model.identity,
        risk.kind,
        refused=taken.refused,
        missing=taken.missing,
        filled=taken.filled,
    )
    refusal = _refusal(risk, taken, person)
    if refusal is not None:
        return replace(none, refusal=refusal)
    row, reference = _row(risk, taken.values), _row(risk, _references(risk))
    answer = replace(
        none,
        contributions=_contributions(model, taken, row, reference),
        cautions=_cautions(risk, person),
    )
    if risk.kind == BINARY:
        return _scored(model, answer, row, reference, share=share)
    return replace(answer, curve=_curve(model, row, reference))


def corrected(score: float, taught: float | None, here: float | None) -> float | None:
    """The score as a probability where the outcome is as common as `here`: the odds are shifted.

    None where nobody entered that, or the model does not tell its own share.
    """
    if taught is None or here is None or not (0 < taught < 1 and 0 < here < 1):
        return None
    score = min(max(score, 1e-12), 1 - 1e-12)
    odds = score / (1 - score) * (here / (1 - here)) / (taught / (1 - taught))
    return odds / (1 + odds)


def _refusal(risk: Risk, taken: Taken, person: Person) -> Reason | None:
    if risk.refuses_pregnancy and person.pregnant is Answer.YES:
        return Reason("risk_not_in_pregnancy")
    if taken.refused:
        return Reason("risk_inputs_refused", {"count": len(taken.refused)})
    if taken.missing:
        return Reason("risk_inputs_missing", {"count": len(taken.missing)})
    if len(taken.filled) > risk.most_missing:
        return Reason(
            "risk_too_many_missing", {"count": len(taken.filled), "limit": risk.most_missing}
        )
    return None


def _cautions(risk: Risk, person: Person) -> tuple[Reason, ...]:
    years = person.years
    possible = (
        risk.refuses_pregnancy
        and person.pregnant is Answer.UNKNOWN
        and person.sex is not Sex.MALE
        and years is not None
        and years in _CHILDBEARING
    )
    return (Reason("risk_pregnancy_unknown"),) if possible else ()


def _references(risk: Risk) -> dict[str, Value]:
    return {one.name: one.reference for one in risk.inputs}


def _row(risk: Risk, values: Mapping[str, Value]) -> Floats:
    """The columns of a person; of a survival model with no year asked about yet."""
    return np.array([_cell(column, values) for column in risk.columns], float)


def _cell(column: Column, values: Mapping[str, Value]) -> float:
    if column.form == INTERVAL:
        return 0.0
    value = values[column.input]
    if column.form == "is":
        return float(value == column.code)
    return _FORMS[column.form](float(value))


def _log_odds(model: RiskModel, rows: Floats) -> Floats:
    found = model.run(rows.astype(np.float32))[OUTPUT]
    return np.asarray(found, float).ravel()


def _scored(
    model: RiskModel, answer: RiskResult, row: Floats, reference: Floats, *, share: float | None
) -> RiskResult:
    risk, taught = model.risk, model.taught
    logits = _log_odds(model, np.array([row, reference]))
    score, usual = (float(v) for v in _sigmoid(risk.slope * logits + risk.intercept))
    low = high = None
    if isinstance(model.explanation, Linear) and len(model.explanation.resamples):
        others = model.explanation.others(row[None])[:, 0]
        ends = np.percentile(_sigmoid(risk.slope * others + risk.intercept), _INTERVAL)
        # The score itself belongs to its interval, however few the refits are.
        low, high = min(float(ends[0]), score), max(float(ends[1]), score)
    return replace(
        answer,
        score=score,
        low=low,
        high=high,
        threshold=risk.threshold,
        above=score >= risk.threshold,
        reference_score=usual,
        share=share,
        probability=corrected(score, taught, share),
        probability_low=None if low is None else corrected(low, taught, share),
        probability_high=None if high is None else corrected(high, taught, share),
    )


def _contributions(
    model: RiskModel, taken: Taken, row: Floats, reference: Floats
) -> tuple[Contribution, ...]:
    """The columns' contributions, summed by input, the largest first."""
    risk = model.risk
    by_column = risk.slope * model.explanation.contributions(row, reference)
    sums = dict.fromkeys((one.name for one in risk.inputs), 0.0)
    for column, part in zip(risk.columns, by_column, strict=True):
        if column.form != INTERVAL:
            sums[column.input] += float(part)
    filled = {one.name for one in taken.filled}
    made = [
        Contribution(
            one.name,
            taken.values[one.name],
            one.reference,
            one.unit,
            sums[one.name],
            filled=one.name in filled,
        )
        for one in risk.inputs
    ]
    return tuple(sorted(made, key=lambda one: -abs(one.log_odds)))


def _curve(model: RiskModel, row: Floats, reference: Floats) -> tuple[CurvePoint, ...]:
    """Share alive at the end of each year: the product of what every year leaves.

    Each row asks one year's log-odds of the event among those still alive at its start
    (discrete-time logistic survival); the interval comes from the refits of the model.
    """
    years = model.risk.years
    rows, usual = _asked(row, len(years)), _asked(reference, len(years))
    alive = _alive(_log_odds(model, rows))
    of_reference = _alive(_log_odds(model, usual))
    low = high = alive
    if isinstance(model.explanation, Linear) and len(model.explanation.resamples):
        curves = np.array([_alive(one) for one in model.explanation.others(rows)])
        ends = np.percentile(curves, _INTERVAL, axis=0)
        low, high = np.minimum(ends[0], alive), np.maximum(ends[1], alive)
    return tuple(
        CurvePoint(*(float(v) for v in point))
        for point in zip(years, alive, low, high, of_reference, strict=True)
    )


def _asked(row: Floats, years: int) -> Floats:
    """The person's row once for each year, with that year's column set."""
    rows = np.tile(row, (years, 1))
    rows[:, -years:] = np.eye(years)
    return rows


def _alive(log_odds: Floats) -> Floats:
    return np.asarray(np.cumprod(1.0 - _sigmoid(log_odds)), float)


def _sigmoid(log_odds: Floats) -> Floats:
    made: Floats = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -700, 700)))
    return made
