"""Domain values to plain values that a table or a JSON document holds, and back, exactly.

Documents carry a version, so that a later program can read what an earlier one wrote.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.correction import TURNS, Correction
from meddx_desktop.core.domain.finding import (
    Finding,
    Gate,
    ModelIdentity,
    Reason,
    Region,
    Screening,
    SiteFacts,
    Timing,
)
from meddx_desktop.core.domain.imaging import Instance
from meddx_desktop.core.domain.patient import Age

DOCUMENT = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_json(value: object) -> str:
    """Compact JSON. ASCII only: a lone surrogate from an odd file name survives as an escape."""
    return json.dumps(value, separators=(",", ":"))


def day(text: str | None) -> date | None:
    """The date of an ISO text; None stays None."""
    return None if text is None else date.fromisoformat(text)


def day_text(value: date | None) -> str | None:
    """ISO text of a date; None stays None."""
    return None if value is None else value.isoformat()


def moment(text: str | None) -> datetime | None:
    """The moment of an ISO text with its offset; None stays None."""
    return None if text is None else datetime.fromisoformat(text)


def known_moment(text: str) -> datetime:
    """The moment of a text that is never empty."""
    return datetime.fromisoformat(text)


def microseconds(value: datetime) -> int:
    """Microseconds since 1970 in UTC, for sorting; a moment without a zone counts as UTC."""
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    gap = aware - _EPOCH
    return (gap.days * 86_400 + gap.seconds) * 1_000_000 + gap.microseconds


def age(days: int | None, given: str | None) -> Age | None:
    """The age of two columns."""
    return None if days is None else Age(days, given or "")


def age_columns(value: Age | None) -> tuple[int | None, str | None]:
    """The two columns of an age."""
    return (None, None) if value is None else (value.days, value.given)


def path_bytes(path: Path | str) -> bytes:
    """A path as bytes: names that are no text (old Linux disks) keep every byte."""
    return str(path).encode("utf-8", "surrogatepass")


def path_text(kept: bytes) -> str:
    """The inverse of `path_bytes`."""
    return kept.decode("utf-8", "surrogatepass")


def reasons_text(reasons: tuple[Reason, ...]) -> str:
    """JSON of a tuple of reasons."""
    return to_json([_reason_document(reason) for reason in reasons])


def reasons(text: str) -> tuple[Reason, ...]:
    """The inverse of `reasons_text`."""
    return tuple(_reason(part) for part in json.loads(text))


def _reason_document(reason: Reason) -> list[Any]:
    return [reason.code, reason.parameters]


def _reason(part: list[Any]) -> Reason:
    return Reason(part[0], part[1])


def screenings_text(
    screenings: tuple[Screening, ...] | None, places: Mapping[Instance, int]
) -> str | None:
    """One document for all screenings of a film; None while it waits."""
    if screenings is None:
        return None
    return to_json(
        {"version": DOCUMENT, "screenings": [_screening_document(s, places) for s in screenings]}
    )


def screenings(text: str | None, instances: list[Instance]) -> tuple[Screening, ...] | None:
    """The inverse of `screenings_text`."""
    if text is None:
        return None
    return tuple(_screening(part, instances) for part in json.loads(text)["screenings"])


def _screening_document(screening: Screening, places: Mapping[Instance, int]) -> dict[str, Any]:
    model, timing = screening.model, screening.timing
    return {
        "instance": places[screening.instance],
        "study_uid": screening.study_uid,
        "patient_id": screening.patient_id,
        "frame": screening.frame,
        "model": model and [model.name, model.version, model.variant, model.provider, model.sha256],
        "accepted": screening.gate.accepted,
        "reasons": [_reason_document(reason) for reason in screening.gate.reasons],
        "findings": [_finding_document(finding) for finding in screening.findings],
        "not_assessed": screening.not_assessed,
        "timing": [timing.read, timing.preprocess, timing.infer, timing.total],
        "on_trial": screening.on_trial,
        "correction": screening.correction and _correction_document(screening.correction),
    }


def _screening(part: dict[str, Any], instances: list[Instance]) -> Screening:
    return Screening(
        instance=instances[part["instance"]],
        study_uid=part["study_uid"],
        patient_id=part["patient_id"],
        frame=part["frame"],
        model=ModelIdentity(*part["model"]) if part["model"] else None,
        gate=Gate(part["accepted"], tuple(_reason(reason) for reason in part["reasons"])),
        findings=tuple(_finding(finding) for finding in part["findings"]),
        not_assessed=tuple(part["not_assessed"]),
        timing=Timing(*part["timing"]),
        on_trial=bool(part.get("on_trial", False)),  # documents of earlier programs have none
        correction=_correction(part.get("correction")),  # nor this
    )


def correction_text(correction: Correction | None) -> str | None:
    """JSON of what was done to a film; None where it is seen as it is stored."""
    return None if correction is None else to_json(_correction_document(correction))


def correction(text: str | None) -> Correction | None:
    """The inverse of `correction_text`."""
    return None if text is None else _correction(json.loads(text))


def _correction_document(correction: Correction) -> list[Any]:
    at = correction.at and correction.at.isoformat()
    return [correction.turned_clockwise, correction.inverted, correction.by, at]


def _correction(part: list[Any] | None) -> Correction | None:
    if not part:
        return None
    turned, inverted, by, at = part
    return Correction(TURNS[TURNS.index(turned)], bool(inverted), str(by), moment(at))


def _finding_document(finding: Finding) -> dict[str, Any]:
    code, region = finding.code, finding.region
    return {
        "name": finding.name,
        "code": [code.value, code.scheme, code.meaning],
        "probability": finding.probability,
        "threshold": finding.threshold,
        "not_sure": finding.not_sure,
        "region": region and [region.x, region.y, region.width, region.height],
        "site": finding.site and _site_document(finding.site),
    }


def _finding(part: dict[str, Any]) -> Finding:
    low, high = part["not_sure"]
    return Finding(
        name=part["name"],
        code=Code(*part["code"]),
        probability=part["probability"],
        threshold=part["threshold"],
        not_sure=(low, high),
        region=Region(*part["region"]) if part["region"] else None,
        site=_site(part.get("site")),  # documents of earlier programs have none
    )


def _site_document(site: SiteFacts) -> list[Any]:
    return [day_text(site.since), site.shipped, site.prevalence, site.probability, site.ppv]


def _site(part: list[Any] | None) -> SiteFacts | None:
    return SiteFacts(day(part[0]), *part[1:]) if part else None
