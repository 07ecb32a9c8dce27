"""Screenings as the records of the command line's contract: JSON objects and table rows."""

import os
from typing import Any

from meddx_desktop.core.domain.finding import Finding, Reason, Screening
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.words import Translate, label, sentence, terminal
from meddx_desktop.words.cells import guarded
from meddx_desktop.words.chance import whole_percent

COLUMNS = ("path", "frame", "result", "finding", "score", "threshold", "model", "notes")
CSV_COLUMNS = (
    "path",
    "patient_id",
    "study_uid",
    "sop_instance_uid",
    "frame",
    "accepted",
    "reasons",
    "model",
    "version",
    "variant",
    "provider",
    "sha256",
    "finding",
    "code",
    "scheme",
    "probability",
    "threshold",
    "call",
    "region",
    "not_assessed",
    "error",
    "on_trial",
    "site_threshold_since",
    "model_threshold",
    "site_share",
    "site_probability",
    "site_ppv",
)
_BY_SITE = ("threshold_since", "model_threshold", "prevalence", "probability_here", "ppv")
"""What the last columns hold, as the JSON record names it."""
_HINTS = {"age_missing": " Here: --age 3y."}


def screening(result: Screening) -> dict[str, Any]:
    """One JSON object per image and model, as the contract has it."""
    instance = result.instance
    return {
        "path": path_text(str(instance.source)),
        "patient_id": result.patient_id,
        "study_uid": result.study_uid,
        "sop_instance_uid": instance.sop_instance_uid,
        "frame": result.frame,
        "model": _model(result),
        "on_trial": result.on_trial,
        "gate": {
            "accepted": result.gate.accepted,
            "reasons": [_reason(reason) for reason in result.gate.reasons],
        },
        "findings": [_finding(found) for found in result.findings],
        "not_assessed": list(result.not_assessed),
        **_correction(result),
        "timing_ms": {
            stage: round(getattr(result.timing, stage), 2)
            for stage in ("read", "preprocess", "infer", "total")
        },
    }


def path_text(path: str) -> str:
    """A path as valid Unicode; bytes that are none show as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def failure(path: str, error: MedDxError) -> dict[str, Any]:
    """One JSON object for an input that failed."""
    return {
        "path": path_text(path),
        "error": {"code": error.code, "message": sentence(error.code, error.parameters)},
    }


def table_rows(result: Screening, translate: Translate) -> list[tuple[str, ...]]:
    """Rows for reading at a terminal, without remarks: one per finding, or one without score."""
    path = str(result.instance.source)
    model = (
        f"{result.model.name} {result.model.version}"
        if result.model
        else terminal("none", translate)
    )
    if result.on_trial:
        model = f"{model} ({label('model.on_trial', translate)})"
    if not result.gate.accepted:
        return [(path, str(result.frame), label("call.refused", translate), "-", "-", "-", model)]
    return [
        (
            path,
            str(result.frame),
            label(f"call.{found.call.value}", translate),
            label(f"finding.{found.name}", translate),
            f"{found.probability * 100:.0f}",
            f"{found.threshold * 100:.0f}",
            model,
        )
        for found in result.findings
    ]


def remarks(result: Screening, translate: Translate) -> list[str]:
    """The sentences that belong to a row: reasons of a refusal, cautions, the site's own."""
    said = [_reason(reason, translate)["message"] for reason in result.gate.reasons]
    if result.on_trial:
        said.insert(0, terminal("result_on_trial", translate))
    for found in result.findings:
        said.extend(_site_words(found, translate))
    return said


def _site_words(found: Finding, translate: Translate) -> list[str]:
    """Where the threshold is this site's own, and what the score means at its share."""
    site, said = found.site, []
    if site is None:
        return []
    if site.since is not None:
        said.append(terminal("site_since", translate, since=site.since.isoformat()))
    if site.probability is not None and site.prevalence is not None:
        facts = {"share": f"{site.prevalence * 100:g}", "chance": whole_percent(site.probability)}
        said.append(terminal("site_chance", translate, **facts))
    return said


def csv_rows(result: Screening) -> list[tuple[str, ...]]:
    """Rows for a spreadsheet: one per finding, or one for a refused frame."""
    record = screening(result)
    model = record["model"] or {}
    head = (
        record["path"],
        record["patient_id"],
        record["study_uid"],
        record["sop_instance_uid"],
        str(record["frame"]),
        str(result.gate.accepted).lower(),
        " ".join(reason["code"] for reason in record["gate"]["reasons"]),
        *(model.get(key, "") for key in ("name", "version", "variant", "provider", "sha256")),
    )
    tail = (" ".join(record["not_assessed"]), "", str(result.on_trial).lower())
    if not record["findings"]:
        return [_harmless((*head, *[""] * 7, *tail, *[""] * len(_BY_SITE)))]
    return [
        _harmless(
            (
                *head,
                found["label"],
                found["code"]["value"],
                found["code"]["scheme"],
                str(found["probability"]),
                str(found["threshold"]),
                found["call"],
                " ".join(map(str, found["region"] or ())),
                *tail,
                *_by_site(found),
            )
        )
        for found in record["findings"]
    ]


def csv_failure(path: str, error: MedDxError) -> tuple[str, ...]:
    """The row of an input that failed."""
    place = CSV_COLUMNS.index("error")
    cells = (path_text(path), *[""] * (len(CSV_COLUMNS) - 1))
    return _harmless((*cells[:place], error.code, *cells[place + 1 :]))


def _by_site(found: dict[str, Any]) -> tuple[str, ...]:
    """The cells of what the site decided or entered, of the record of a finding."""
    site = found.get("site", {})
    return tuple("" if site.get(key) is None else str(site[key]) for key in _BY_SITE)


def _harmless(row: tuple[str, ...]) -> tuple[str, ...]:
    """A spreadsheet must not take a patient's text for a formula."""
    return tuple(map(guarded, row))


def _model(result: Screening) -> dict[str, str] | None:
    model = result.model
    if model is None:
        return None
    return {
        "name": model.name,
        "version": model.version,
        "variant": model.variant,
        "provider": model.provider,
        "sha256": model.sha256,
    }


def _correction(result: Screening) -> dict[str, Any]:
    """What was done to the film first; nothing where it was screened as it is stored."""
    done = result.correction
    if done is None:
        return {}
    return {
        "correction": {
            "turned_clockwise": done.turned_clockwise,
            "inverted": done.inverted,
            "by": done.by,
            "at": done.at.isoformat() if done.at else None,
        }
    }


def _reason(reason: Reason, translate: Translate = str) -> dict[str, str]:
    message = sentence(reason.code, reason.parameters, translate)
    return {"code": reason.code, "message": message + _HINTS.get(reason.code, "")}


def _finding(found: Finding) -> dict[str, Any]:
    region = found.region
    return {
        "code": {
            "value": found.code.value,
            "scheme": found.code.scheme,
            "meaning": found.code.meaning,
        },
        "label": found.name,
        "probability": round(found.probability, 6),
        "threshold": found.threshold,
        "not_sure": list(found.not_sure),
        "call": found.call.value,
        "region": [region.x, region.y, region.width, region.height] if region else None,
        **_site(found),
    }


def _site(found: Finding) -> dict[str, Any]:
    """What the site itself decided; nothing where it decided nothing."""
    site = found.site
    if site is None:
        return {}
    return {
        "site": {
            "threshold_since": site.since.isoformat() if site.since else None,
            "model_threshold": site.shipped,
            "prevalence": site.prevalence,
            "probability_here": site.probability,
            "ppv": site.ppv,
        }
    }
