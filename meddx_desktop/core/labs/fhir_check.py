"""Whether a resource is what FHIR says that it is; the library is the judge.

The library knows R4B, not R4 4.0.1. Of the resources and data types used here the list of changes
between both (https://hl7.org/fhir/R4B/diff.html) names none; a test keeps the elements equal.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.labs.fhir_entries import Resource
from meddx_desktop.core.labs.fhir_json import TWICE, UnusableNumber

READ = frozenset({"Observation", "DiagnosticReport", "Patient", "Specimen"})


@cache
def _judges() -> dict[str, Callable[[Resource], object]]:
    """The library's classes; imported when a first file needs them, since that takes a while."""
    from fhir.resources.R4B.diagnosticreport import DiagnosticReport
    from fhir.resources.R4B.observation import Observation
    from fhir.resources.R4B.patient import Patient
    from fhir.resources.R4B.specimen import Specimen

    kinds = (Observation, DiagnosticReport, Patient, Specimen)
    return {kind.__name__: kind.model_validate for kind in kinds}


def damage(resource: Resource) -> tuple[Reason, ...]:
    """What is wrong with a resource; empty when it is valid."""
    from pydantic import ValidationError

    try:
        _judges()[resource["resourceType"]](resource)
    except ValidationError as error:
        return tuple(_reason(found) for found in error.errors(include_url=False)[:20])
    except RecursionError:
        return (Reason("json_too_deep"),)
    except (ValueError, TypeError, AttributeError, KeyError, ArithmeticError):
        # The library's own checks of single types raise these for values they did not foresee.
        if _holds_unusable_number(resource):
            return (Reason("json_number", {"field": "?"}),)
        return (Reason("resource_invalid", {"field": "?"}),)
    return ()


def _holds_unusable_number(value: object) -> bool:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, UnusableNumber):
            return True
        if isinstance(one, dict | list):
            waiting += one.values() if isinstance(one, dict) else one
    return False


def damaged_fields(reasons: tuple[Reason, ...]) -> set[str]:
    """The top-level elements that reasons of `damage` speak of; ``?`` where none is named."""
    return {str(reason.parameters.get("field", "?")).split(".")[0] for reason in reasons}


def _reason(found: Any) -> Reason:  # noqa: ANN401 - the library's own error record
    place = [str(part) for part in found["loc"]]
    if place and place[-1] == TWICE:
        key = str(found["input"])[:40]
        return Reason("json_key_twice", {"key": key, "field": ".".join(place[:-1]) or "?"})
    path = ".".join(place)[:80] or "?"
    if isinstance(found["input"], UnusableNumber):
        return Reason("json_number", {"field": path})
    return Reason("resource_invalid", {"field": path})
