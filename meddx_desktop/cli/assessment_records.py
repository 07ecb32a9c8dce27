"""An assessment as a JSON object: codes for scripts, English words beside them for people."""

from collections.abc import Iterable
from math import isinf
from typing import Any

from meddx_desktop.core.domain.assessment import (
    Alert,
    Assessment,
    Ground,
    NextTest,
    Place,
    RankedCondition,
    Ratio,
    Source,
    Weighed,
)
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.words import label, sentence


def assessment(found: Assessment, *, patient_id: str) -> dict[str, Any]:
    """The whole of it, in its order."""
    return {
        "patient_id": patient_id,
        "not_enough": found.not_enough,
        "alerts": [_alert(one) for one in found.alerts],
        "conditions": [_condition(one) for one in found.conditions],
        "others": [_condition(one) for one in found.others],
        "not_for": [
            {"condition": key, "code": why, "message": label(f"not_for.{why}")}
            for key, why in sorted(found.not_for.items())
        ],
        "next_tests": [_test(one) for one in found.next_tests],
        "cautions": [_reason(one) for one in found.cautions],
    }


def _alert(one: Alert) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "name": one.name,
        "message": label(f"alert.{one.kind.value}"),
        "condition": one.condition,
        "title": dict(one.title),
        "what_to_do": dict(one.what_to_do),
        "possible": one.possible,
        "for": [_line(line) for line in one.yes],
        "against": [_line(line) for line in one.no],
        "places": _places(one.places),
        "grounds": [_ground(each) for each in one.grounds],
        "source": one.source,
    }


def _ground(one: Ground) -> dict[str, Any]:
    """What an alert rests on: a value as sent with its day, or the words of the note."""
    return {
        "origin": one.origin.value,
        "name": label(one.label) if one.label else one.english,
        "value": one.value,
        "unit": one.unit,
        "text": one.text,
        "taken": one.taken.isoformat() if one.taken else None,
        "days_before_visit": one.days_before or None,
    }


def _condition(one: RankedCondition) -> dict[str, Any]:
    bands = (one.band, one.band_low, one.band_high)
    return {
        "key": one.key,
        "title": dict(one.title),
        "icd10": one.icd10,
        "standing": {"code": one.standing.value, "message": label(f"standing.{one.standing}")},
        "known": one.is_known,
        "band": [band.value for band in bands if band is not None] or None,
        "prior": None
        if one.prior is None
        else {
            "setting": one.prior.setting,
            "value": one.prior.value,
            "interval": [one.prior.low, one.prior.high],
            "source": _source(one.prior.source),
        },
        "weight": _ratio(one.weight),
        "lines": [_line(line) for line in one.lines],
        "missing": [_test(test) for test in one.missing],
        "cautions": [_reason(caution) for caution in one.cautions],
    }


def _line(one: Weighed) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": dict(one.title),
        "role": one.role.value,
        "truth": one.truth.value,
        "ratio": _ratio(one.ratio),
        "counted": one.counted,
        "why_not": None
        if not one.why_not
        else {"code": one.why_not, "message": label(f"why_not.{one.why_not}")},
        "odds": one.odds,
        "group": one.group,
        "places": _places(one.places),
        "source": _source(one.source),
        "model": one.model,
    }


def _ratio(one: Ratio | None) -> dict[str, Any] | None:
    return None if one is None else {"value": one.value, "interval": [one.low, one.high]}


def _source(one: Source | None) -> dict[str, Any] | None:
    if one is None:
        return None
    opened = None if one.opened is None else one.opened.isoformat()
    return {"title": one.title, "locator": one.locator, "opened": opened}


def _places(places: Iterable[Place]) -> list[dict[str, Any]]:
    return [
        {
            "origin": one.origin.value,
            "name": one.name,
            "span": None if one.span is None else [one.span.start, one.span.end],
            "row": None if one.row is None else list(one.row),
            "film": None if one.film is None else list(one.film),
        }
        for one in places
    ]


def _test(one: NextTest) -> dict[str, Any]:
    """JSON has no infinity: what would meet the criteria says so."""
    return {
        "condition": one.condition,
        "finding": dict(one.finding),
        "test": one.test,
        "raises": None if isinf(one.raises) else one.raises,
        "lowers": one.lowers,
        "meets_criteria": isinf(one.raises),
    }


def _reason(one: Reason) -> dict[str, Any]:
    return {"code": one.code, "message": sentence(one.code, one.parameters)}
