"""Laboratory results, vital signs and calculators as FHIR Observations, so that none loses a bit.

Our own reader (`core.labs.read_fhir`) reads them back with code, value, comparator, unit, range
and time unchanged; a test holds both against each other.
"""

from collections.abc import Callable

from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.laboratory import (
    LOINC,
    ReferenceRange,
    ResultStatus,
    SentRange,
    SentResult,
    Specimen,
)
from meddx_desktop.core.domain.late_entry import LatePart
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.report_parts import LabPart
from meddx_desktop.core.labs.fhir_results import CAUTION
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.fhir_parts import (
    Names,
    Resource,
    coded,
    concept,
    instant,
    measured,
    number,
    taken,
    unit,
)
from meddx_desktop.core.reports.speech import Speech, of

Said = Callable[[LabPart], str]
_STATUS = {
    ResultStatus.PRELIMINARY: "preliminary",
    ResultStatus.FINAL: "final",
    ResultStatus.CORRECTED: "corrected",
    ResultStatus.CANCELLED: "cancelled",
    ResultStatus.UNKNOWN: "unknown",
}
_VITALS = {
    "weight_kg": ("29463-7", "Body weight", "kg"),
    "height_cm": ("8302-2", "Body height", "cm"),
    "temperature_c": ("8310-5", "Body temperature", "Cel"),
    "respiratory_rate": ("9279-1", "Respiratory rate", "/min"),
    "spo2_percent": ("2708-6", "Oxygen saturation in Arterial blood", "%"),
    "pulse": ("8867-4", "Heart rate", "/min"),
}
"""LOINC codes of the FHIR value set observation-vitalsignresult, units in UCUM."""
_PRESSURE = ("85354-9", "Blood pressure panel with all children optional")
_PARTS = {
    "systolic": ("8480-6", "Systolic blood pressure"),
    "diastolic": ("8462-4", "Diastolic blood pressure"),
}


def observation(one: LabPart, place: int, names: Names, speech: Speech) -> Resource:
    """One laboratory result."""
    seen = one.observation
    sent = seen.sent
    made: Resource = {
        "resourceType": "Observation",
        "id": names.of(f"lab {place}"),
        "status": _status(one),
        "category": [concept("observation-category", "laboratory")],
        "code": coded(*_codes(one), text=of(one.name, speech) or sent.name),
        "subject": names.reference("patient"),
        **_value(one),
    }
    if not made["code"]:
        made["code"] = {"text": speech.say("paper_unnamed_test")}
    if sent.taken is not None:
        made["effectiveDateTime"] = taken(sent.taken)
    if seen.interpretation is not None:
        made["interpretation"] = [
            concept("v3-ObservationInterpretation", seen.interpretation.value)
        ]
    limits = _range(seen.range, sent.range)
    if limits:
        made["referenceRange"] = [limits]
    return made | _around(one, sent, speech)


def _around(one: LabPart, sent: SentResult, speech: Speech) -> Resource:
    """Specimen, method, laboratory, and what to beware of."""
    made: Resource = {}
    specimen = one.observation.specimen
    text = line(sent.specimen_text) or (
        specimen.value.replace("_", " ") if specimen is not Specimen.UNKNOWN else ""
    )
    if text:
        inner = {"resourceType": "Specimen", "id": "specimen", "type": {"text": text}}
        made |= {"contained": [inner], "specimen": {"reference": "#specimen"}}
    if line(sent.method):
        made["method"] = {"text": line(sent.method)}
    if line(sent.laboratory):
        made["performer"] = [{"type": "Organization", "display": line(sent.laboratory)}]
    notes: list[Resource] = [
        {
            "text": speech.sentence(each.code, each.parameters),
            "extension": [{"url": CAUTION, "valueCode": each.code}],
        }
        for each in one.observation.cautions
    ]
    if one.observation.conversion is not None and sent.value is not None:
        notes.append({"text": f"{line(sent.value.text)} {line(sent.unit)}"})
    if one.excluded or one.replaced:
        notes.append({"text": speech.say("paper_does_not_count")})
    if line(sent.note):
        notes.append({"text": line(sent.note)})
    if notes:
        made["note"] = notes
    return made


def _status(one: LabPart) -> str:
    """What does not count any more must not be taken for a result by another program."""
    if one.excluded or one.replaced:
        return "entered-in-error"
    return _STATUS[one.observation.sent.status]


def _codes(one: LabPart) -> list[Code]:
    own = [one.observation.code] if one.observation.code else []
    known = {code.value for code in own}
    kept = [code for code in one.observation.sent.codes if code.value not in known]
    # Another LOINC code than the one that is believed would send the reader elsewhere.
    return own + [code for code in kept if not (own and code.scheme == LOINC)]


def _value(one: LabPart) -> Resource:
    sent, quantity = one.observation.sent, one.observation.quantity
    if sent.value is None:
        absent = concept("data-absent-reason", "unknown")
        return {"dataAbsentReason": absent | ({"text": line(sent.absent)} if sent.absent else {})}
    if quantity is not None:
        return {"valueQuantity": measured(quantity)}
    if sent.value.is_plain and sent.value.number is not None:
        made: Resource = {"value": number(sent.value.number)}
        made |= unit(sent.unit) if sent.unit_is_ucum else {}
        if line(sent.unit) and "unit" not in made:
            made["unit"] = line(sent.unit)
        return {"valueQuantity": made}
    if sent.value.codes:
        return {"valueCodeableConcept": coded(*sent.value.codes, text=sent.value.text)}
    return {"valueString": line(f"{sent.value.text} {sent.unit}") or "–"}


def _range(used: ReferenceRange | None, sent: SentRange | None) -> Resource:
    if used is None or (used.low is None and used.high is None):
        return {"text": line(sent.text)} if sent and line(sent.text) else {}
    if not (used.low_included and used.high_included):
        return {"text": _written(used)}
    made: Resource = {"text": f"{_written(used)} ({line(used.source)})" if used.source else ""}
    for name, end in (("low", used.low), ("high", used.high)):
        if end is not None:
            made[name] = {"value": number(end), **unit(used.unit)}
    return {key: value for key, value in made.items() if value}


def _written(used: ReferenceRange) -> str:
    """A range whose end lies outside has no element of its own: it is written out."""
    if used.high is None:
        sign = ">=" if used.low_included else ">"
        return f"{sign}{used.low!r}"
    if used.low is None:
        sign = "<=" if used.high_included else "<"
        return f"{sign}{used.high!r}"
    return f"{used.low!r}-{used.high!r}"


def vital_signs(report: Report, names: Names) -> list[tuple[str, Resource]]:
    """What was measured at the bedside; what was not has no resource."""
    found = []
    for name, (code, meaning, ucum) in _VITALS.items():
        value = getattr(report.vitals, name)
        if value is not None:
            made = _vital(report, names, name, Code(code, LOINC, meaning))
            found.append((name, made | {"valueQuantity": {"value": number(value), **unit(ucum)}}))
    parts = _pressure(report.vitals)
    if parts:
        made = _vital(report, names, "pressure", Code(_PRESSURE[0], LOINC, _PRESSURE[1]))
        found.append(("pressure", made | {"component": parts}))
    return found


def _vital(report: Report, names: Names, name: str, code: Code) -> Resource:
    return {
        "resourceType": "Observation",
        "id": names.of(f"vital {name}"),
        "status": "final" if report.is_signed else "preliminary",
        "category": [concept("observation-category", "vital-signs")],
        "code": coded(code),
        "subject": names.reference("patient"),
        **_when(report),
    }


def _when(report: Report) -> Resource:
    """The day of the visit; of vital signs that were on paper when they were measured."""
    late = report.late_of(LatePart.VITALS)
    if late is None or late.changed:
        return {"effectiveDateTime": report.day.isoformat()}
    made: Resource = {"effectiveDateTime": instant(late.said.happened)}
    return made | ({"issued": instant(late.said.at)} if late.said.at else {})


def _pressure(vitals: Vitals) -> list[Resource]:
    return [
        {
            "code": coded(Code(code, LOINC, meaning)),
            "valueQuantity": {"value": number(value), **unit("mm[Hg]")},
        }
        for name, (code, meaning) in _PARTS.items()
        if (value := getattr(vitals, name)) is not None
    ]


def report_of_results(report: Report, names: Names, count: int) -> Resource:
    """The DiagnosticReport that holds the laboratory results together."""
    return {
        "resourceType": "DiagnosticReport",
        "id": names.of("laboratory"),
        "status": "final" if report.is_signed else "preliminary",
        "category": [concept("v2-0074", "LAB")],
        "code": coded(Code("11502-2", LOINC, "Laboratory report")),
        "subject": names.reference("patient"),
        "issued": instant(report.made_at),
        "result": [names.reference(f"lab {place}") for place in range(count)],
    }
