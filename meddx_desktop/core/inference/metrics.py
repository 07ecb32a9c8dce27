"""The figures that a manifest states of its model, read strictly."""

from collections.abc import Sequence
from dataclasses import dataclass

from meddx_desktop.core.inference.fields import Fields

AUC = "auc"
LEAST_AUC = 0.75
"""A finding is shown only where the lower end of its AUC's interval is this or more."""
_INSIDE = frozenset({AUC, "c_index", "sensitivity", "specificity", "ppv", "npv", "accuracy"})
"""Shares whose interval holds the value itself."""
_SHARES = _INSIDE | {"brier", "ece"}
"""What lies between 0 and 1 by its nature."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One measured figure with its 95 % interval, where it was measured and on how many."""

    name: str
    value: float
    low: float | None
    high: float | None
    data: str
    n: int


def read_metric(fields: Fields) -> Metric:
    """Read one metric.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid`` with the field that is wrong or can't be.
    """
    metric = Metric(
        name=fields.text("name"),
        value=fields.number("value"),
        low=fields.optional_number("low"),
        high=fields.optional_number("high"),
        data=fields.text("data"),
        n=fields.integer("n"),
    )
    if metric.n < 0:
        raise fields.wrong("n")
    stated = {"value": metric.value, "low": metric.low, "high": metric.high}
    for key, value in stated.items():
        if metric.name in _SHARES and value is not None and not 0.0 <= value <= 1.0:
            raise fields.wrong(key)
    _check_interval(fields, metric)
    return metric


def _check_interval(fields: Fields, metric: Metric) -> None:
    low, value, high = metric.low, metric.value, metric.high
    if low is not None and high is not None and low > high:
        raise fields.wrong("high")
    if metric.name not in _INSIDE:
        return
    if low is not None and low > value:
        raise fields.wrong("low")
    if high is not None and high < value:
        raise fields.wrong("high")


def holds_up(metrics: Sequence[Metric]) -> bool:
    """Whether what is stated allows to show a finding.

    The AUC that counts is the first one in the list; further ones are of parts of the films, of
    worse films, or of films that the model is not for.
    """
    found = next((metric for metric in metrics if metric.name == AUC), None)
    if found is None:
        return True
    return (found.value if found.low is None else found.low) >= LEAST_AUC
