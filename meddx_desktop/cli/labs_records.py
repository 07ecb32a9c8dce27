"""Laboratory results as the records of the command line's contract: JSON objects."""

from typing import Any

from meddx_desktop.cli.records import path_text
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import Interpretation, Observation, SentResult
from meddx_desktop.core.domain.risk import RiskResult
from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.labs_file import FileAnswer
from meddx_desktop.words import sentence

_CRITICAL = (Interpretation.CRITICAL_LOW, Interpretation.CRITICAL_HIGH)


def answer(path: str, found: FileAnswer) -> dict[str, Any]:
    """One JSON object per file and patient; ``cautions`` stands only where there are some."""
    return {
        "path": path_text(path),
        "patient": _patient(found),
        "observations": [_observation(one) for one in found.observations],
        "rejected": [
            {"place": one.place, "text": one.text, "reason": reason(one.reason)}
            for one in found.report.rejected
        ],
        "calculators": [_calculator(one) for one in found.calculators.answers],
        "risks": [_risk(one) for one in found.risks],
        **_cautions((*found.subject.doubts, *found.report.cautions)),
    }


def reason(said: Reason | labs.Refusal) -> dict[str, str]:
    """A code and its sentence."""
    return {"code": said.code, "message": sentence(said.code, dict(said.parameters))}


def _cautions(said: tuple[Reason, ...]) -> dict[str, Any]:
    return {"cautions": [reason(one) for one in said]} if said else {}


def _patient(found: FileAnswer) -> dict[str, Any]:
    patient = found.report.patient
    age = found.subject.age
    return {
        "patient_id": patient.patient_id,
        "name": patient.name.shown,
        "birth_date": patient.birth_date.isoformat() if patient.birth_date else None,
        "age_days": age.days if age else None,
        "sex": found.subject.sex.value or None,
        "pregnant": found.subject.pregnant.value,
        "trimester": found.subject.trimester or None,
        "altitude_m": found.subject.altitude_m,
    }


def _observation(one: Observation) -> dict[str, Any]:
    quantity, sent = one.quantity, one.sent
    comparator = quantity.comparator if quantity else None
    return {
        "code": _code(one.code),
        "name": one.name,
        "value": _value(one),
        "comparator": comparator.value if comparator else None,
        "unit": quantity.unit if quantity else None,
        "original": _original(sent),
        "time": sent.taken.isoformat() if sent.taken else None,
        "interpretation": one.interpretation.value if one.interpretation else None,
        "range": _range(one),
        **_cautions(one.cautions),
    }


def _code(code: Code | None) -> dict[str, str] | None:
    if code is None:
        return None
    return {"value": code.value, "scheme": code.scheme, "meaning": code.meaning}


def _value(one: Observation) -> float | str | None:
    """The number in the shown unit, else the text as it was sent."""
    if one.quantity is not None:
        return one.quantity.value
    return one.sent.value.text if one.sent.value else None


def _original(sent: SentResult) -> dict[str, Any]:
    return {
        "place": sent.place,
        "name": sent.name,
        "value": sent.value.text if sent.value else None,
        "unit": sent.unit,
        "range": sent.range.text if sent.range else None,
        "flags": list(sent.flags),
        "status": sent.status.value,
        "time": sent.taken_text,
        **({"absent": sent.absent} if sent.absent else {}),
    }


def _range(one: Observation) -> dict[str, Any] | None:
    """The range that was used; of a critical flag without one the critical limits."""
    used = one.range
    if used is None:
        return None
    if used.low is None and used.high is None:
        if one.interpretation not in _CRITICAL:
            return None
        ends = (used.critical_low, used.critical_high)
        return {"low": ends[0], "high": ends[1], "source": used.critical_source}
    source = "laboratory" if used.is_laboratorys else used.source
    return {"low": used.low, "high": used.high, "source": source}


def _calculator(one: labs.Answered) -> dict[str, Any]:
    head = {"name": one.calculator.name, "title": one.calculator.title}
    outcome = one.outcome
    if isinstance(outcome, labs.Missing):
        return {**head, "value": None, "missing": list(outcome.names)}
    if isinstance(outcome, labs.Refusal):
        return {**head, "value": None, "refused": reason(outcome)}
    return {
        **head,
        "value": round(outcome.value, outcome.decimals),
        "unit": outcome.unit,
        **_site(one.site),
        "bands": list(outcome.bands),
        "notes": [{"code": note, "message": sentence(note)} for note in outcome.notes],
        "inputs": [
            {"name": each.name, "value": _plain(each.value), "used": _plain(each.used)}
            for each in outcome.entered
        ],
        "source": one.calculator.source.locator or one.calculator.source.work,
    }


def _site(site: labs.SiteValue | None) -> dict[str, Any]:
    """The same in the unit that the table shows; ``value`` stays what the formula gave."""
    if site is None:
        return {}
    how = site.conversion
    shown = {"value": round(site.value, site.decimals), "unit": site.unit}
    return {"shown": {**shown, "factor": how.factor, "source": how.source}}


def _plain(value: float | Answer | str) -> float | str:
    return value.value if isinstance(value, Answer) else value


def _risk(one: RiskResult) -> dict[str, Any]:
    model = one.model
    return {
        "model": {
            "name": model.name,
            "version": model.version,
            "variant": model.variant,
            "provider": model.provider,
            "sha256": model.sha256,
        },
        "score": one.score,
        "interval": [one.low, one.high],
        "threshold": one.threshold,
        "probability": one.probability,
        "contributions": [
            {"name": each.name, "value": each.value, "log_odds": each.log_odds}
            for each in one.contributions
        ],
        "filled": [each.name for each in one.filled],
        "missing": list(one.missing),
        "refused": [{"name": each.name, "code": each.code} for each in one.refused],
        "curve": [
            {"years": each.years, "alive": each.alive, "interval": [each.low, each.high]}
            for each in one.curve
        ],
        "refusal": reason(one.refusal) if one.refusal else None,
        **_cautions(one.cautions),
    }
