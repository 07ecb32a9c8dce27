"""FHIR R4 elements that several resources share."""

import uuid
from datetime import datetime
from typing import Any

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.laboratory import Comparator, Quantity
from meddx_desktop.core.reports.clean import line

Resource = dict[str, Any]

SYSTEMS = {
    "LN": "http://loinc.org",
    "SCT": "http://snomed.info/sct",
    "UCUM": "http://unitsofmeasure.org",
    "I10C": "http://hl7.org/fhir/sid/icd-10-cm",
    "HP": "http://human-phenotype-ontology.org",
}
FINDINGS = "urn:meddx:finding"
HL7 = "http://terminology.hl7.org/CodeSystem"


class Names:
    """One name for each resource of a case, the same whenever the case is written again."""

    def __init__(self, case_id: str) -> None:
        self._space = uuid.uuid5(uuid.NAMESPACE_OID, f"meddx case {case_id}")

    def of(self, what: str) -> str:
        """A UUID."""
        return str(uuid.uuid5(self._space, what))

    def url(self, what: str) -> str:
        """The full URL of a resource."""
        return f"urn:uuid:{self.of(what)}"

    def reference(self, what: str) -> dict[str, str]:
        """A Reference to it."""
        return {"reference": self.url(what)}


def coded(*codes: Code, text: str = "") -> Resource:
    """A CodeableConcept."""
    found: Resource = {}
    if codes:
        found["coding"] = [coding(one) for one in codes]
    if line(text):
        found["text"] = line(text)
    return found


def coding(code: Code) -> Resource:
    """A Coding; a scheme that has no address stays with its own name."""
    made = {"code": line(code.value)}
    system = SYSTEMS.get(code.scheme, code.scheme)
    if system:
        made["system"] = system if ":" in system else f"urn:meddx:scheme:{line(system)}"
    if line(code.meaning):
        made["display"] = line(code.meaning)
    return made


def concept(system: str, code: str) -> Resource:
    """A CodeableConcept of one of HL7's own code systems."""
    return {"coding": [{"system": f"{HL7}/{system}", "code": code}]}


def measured(of: Quantity) -> Resource:
    """A Quantity in UCUM; a limit keeps its comparator."""
    made: Resource = {"value": number(of.value), **unit(of.unit)}
    if of.comparator is not None:
        made["comparator"] = Comparator(of.comparator).value
    return made


def unit(ucum: str) -> Resource:
    """The unit of a Quantity."""
    if not ucum:
        return {}
    return {"unit": ucum, "system": SYSTEMS["UCUM"], "code": ucum}


def number(value: float) -> int | float:
    """A number as it is written: 13 and not 13.0."""
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def instant(at: datetime) -> str:
    """A moment with its zone."""
    return at.astimezone().isoformat(timespec="seconds")


def taken(at: datetime) -> str:
    """When a specimen was taken: the day alone where nothing but the day is known."""
    at_midnight = (at.hour, at.minute, at.second, at.microsecond) == (0, 0, 0, 0)
    if at.tzinfo is None and at_midnight:
        return at.date().isoformat()
    return (at if at.tzinfo else at.astimezone()).isoformat()
