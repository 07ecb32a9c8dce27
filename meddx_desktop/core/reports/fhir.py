"""A report as a FHIR R4 document: a Bundle whose Composition says what stands where.

R4 4.0.1 as published at hl7.org/fhir/R4 (documents, Composition); validated in tests with the
library that our reader uses.
"""

import json
from typing import Any

from meddx_desktop.core.domain.paper import Block, Paragraph
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.reports import (
    clinical,
    fhir_drugs,
    fhir_films,
    fhir_genes,
    fhir_labs,
    identity,
)
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.fhir_parts import Names, Resource, coded, concept, instant
from meddx_desktop.core.reports.narrative import xhtml
from meddx_desktop.core.reports.speech import Speech

_GENDER = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.OTHER: "other", Sex.UNKNOWN: "unknown"}
_WRITING = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation"
_KINDS = {"ABC": "alphabetic", "IDE": "ideographic", "SYL": "phonetic"}
_TITLE = "11503-0"
"""LOINC "Medical records", of the FHIR value set doc-typecodes."""


def document(report: Report, speech: Speech) -> dict[str, Any]:
    """The Bundle."""
    names = Names(report.case_id)
    resources = dict(_resources(report, names, speech))
    composition = _composition(report, names, speech, list(resources))
    entries = {"composition": composition, **resources}
    return {
        "resourceType": "Bundle",
        "id": names.of("bundle"),
        "meta": {"lastUpdated": instant(report.made_at)},
        "identifier": {
            "system": "urn:ietf:rfc:3986",
            "value": names.url(f"bundle {instant(report.made_at)}"),
        },
        "type": "document",
        "timestamp": instant(report.made_at),
        "entry": [
            {"fullUrl": names.url(what), "resource": resource} for what, resource in entries.items()
        ],
    }


def render(report: Report, speech: Speech) -> bytes:
    """The document as JSON in UTF-8."""
    made = json.dumps(document(report, speech), ensure_ascii=False, indent=1, allow_nan=False)
    return made.encode("utf-8", "replace")


def _resources(report: Report, names: Names, speech: Speech) -> list[tuple[str, Resource]]:
    labs = [
        (f"lab {place}", fhir_labs.observation(one, place, names, speech))
        for place, one in enumerate(report.labs)
    ]
    scores = list(fhir_films.observations(report, names, speech))
    vitals = [(f"vital {n}", made) for n, made in fhir_labs.vital_signs(report, names)]
    found = [("patient", _patient(report.patient, names)), ("author", _author(report, names))]
    if labs:
        found.append(("laboratory", fhir_labs.report_of_results(report, names, len(labs))))
    if scores:
        results = [what for what, _ in scores]
        found.append(("imaging", fhir_films.report_of_films(report, names, results)))
    found += fhir_films.studies(report, names)
    found += fhir_films.devices(report, names)
    found += [*scores, *vitals, *labs]
    found += fhir_genes.genes(report, names, speech)
    found += fhir_films.conditions(report, names, speech)
    found += fhir_drugs.allergies(report, names, speech)
    found += fhir_drugs.taken(report, names, speech)
    return found


def _patient(patient: Patient, names: Names) -> Resource:
    made: Resource = {
        "resourceType": "Patient",
        "id": names.of("patient"),
        "gender": _GENDER[patient.sex],
    }
    if line(patient.patient_id):
        kind = concept("v2-0203", "MR")
        made["identifier"] = [{"type": kind, "value": line(patient.patient_id)}]
    written = [
        _name(getattr(patient.name, field), kind)
        for kind, field in _KINDS.items()
        if line(getattr(patient.name, field))
    ]
    if written:
        made["name"] = written
    if patient.birth_date is not None:
        made["birthDate"] = patient.birth_date.isoformat()
    return made


def _name(text: str, kind: str) -> Resource:
    """One writing of a name; DICOM's parts become family and given names."""
    family, *given = (line(part) for part in text.split("^"))
    made: Resource = {
        "extension": [{"url": _WRITING, "valueCode": kind}],
        "use": "official",
        "text": line(PersonName(alphabetic=text).shown),
    }
    if given:
        made |= {"family": family} if family else {}
        made |= {"given": kept} if (kept := [one for one in given if one]) else {}
    return made


def _author(report: Report, names: Names) -> Resource:
    signature = report.signature
    by = signature.by if signature else report.made_by
    return {
        "resourceType": "Practitioner",
        "id": names.of("author"),
        "name": [{"text": line(by) or "–"}],
    }


def _composition(report: Report, names: Names, speech: Speech, resources: list[str]) -> Resource:
    made: Resource = {
        "resourceType": "Composition",
        "id": names.of("composition"),
        "language": "zh-CN" if speech.language == "zh" else "en",
        "status": "final" if report.is_signed else "preliminary",
        "type": {
            "coding": [{"system": "http://loinc.org", "code": _TITLE}],
            "text": speech.say("paper_title"),
        },
        "subject": names.reference("patient"),
        "date": instant(report.made_at),
        "author": [names.reference("author")],
        "title": f"{speech.say('paper_title')}. {identity.stamp(report, speech)}",
        "section": _sections(report, names, speech, resources),
    }
    signature = report.signature
    if signature is not None:
        made["attester"] = [
            {
                "mode": "professional",
                "time": instant(signature.at),
                "party": names.reference("author"),
            }
        ]
    return made


def _sections(report: Report, names: Names, speech: Speech, resources: list[str]) -> list[Resource]:
    """The report in words, each part beside the resources that say the same."""
    of_part = {
        "films": [one for one in resources if one.startswith(("imaging", "study ", "film "))],
        "labs": [one for one in resources if one.startswith(("laboratory", "lab "))],
        "genes": [one for one in resources if one.startswith("gene ")],
        "vitals": [one for one in resources if one.startswith("vital ")],
        "assessment": [one for one in resources if one.startswith(("condition ", "problem "))],
        "note": [one for one in resources if one.startswith(("allergy ", "drug "))],
        "models": [one for one in resources if one.startswith("model ")],
    }
    support = {
        "title": speech.say("paper_title"),
        "text": {"status": "generated", "div": xhtml(_first(report, speech))},
    }
    found = [support]
    for section in clinical.sections(report, speech):
        made: Resource = {
            "title": section.title,
            "code": coded(text=section.key),
            "text": {"status": "generated", "div": xhtml(section.blocks[1:])},
        }
        entries = of_part.get(section.key, [])
        if entries:
            made["entry"] = [names.reference(one) for one in entries]
        found.append(made)
    return found


def _first(report: Report, speech: Speech) -> list[Block]:
    words = [speech.safety("support"), identity.stamp(report, speech)]
    if report.demonstration:
        words.append(speech.say("paper_demonstration"))
    words += [speech.sentence(one.code, one.parameters) for one in report.alerts]
    return [*map(Paragraph, words), identity.facts(report, speech)]
