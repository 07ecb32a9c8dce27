"""Small HL7 and FHIR result files, made up for the tests."""

import json
from collections.abc import Iterable
from typing import Any

PID = "PID|1||4711^^^LAB^MR||Li^Na||19800305|F"
OBR = "OBR|1|P1|F1|24323-8^Panel^LN|||20240301081500"


def header(kind: str = "ORU^R01", control: str = "1", charset: str = "") -> str:
    return f"MSH|^~\\&|LIS|LAB|||20240301120000||{kind}|{control}|P|2.5.1||||||{charset}"


def obx(
    value: str = "5.1",
    kind: str = "NM",
    name: str = "2345-7^Glucose^LN",
    sub: str = "",
    unit: str = "mmol/L",
    limits: str = "",
    flags: str = "",
    status: str = "F",
    time: str = "",
    rest: str = "",
) -> str:
    return f"OBX|1|{kind}|{name}|{sub}|{value}|{unit}|{limits}|{flags}|||{status}|||{time}{rest}"


def oru(*segments: str, control: str = "1", charset: str = "", pid: str = PID) -> str:
    """One ORU^R01 message with `segments` below PID and OBR."""
    return "\r".join([header(control=control, charset=charset), pid, OBR, *segments]) + "\r"


def observation(**fields: Any) -> dict[str, Any]:
    """A laboratory Observation that is valid R4."""
    made: dict[str, Any] = {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"code": "laboratory"}]}],
        "code": {"coding": [{"system": "http://loinc.org", "code": "2345-7"}], "text": "Glucose"},
        "subject": {"reference": "Patient/p1"},
    }
    if not any(key.startswith(("value", "component", "hasMember", "dataAbsent")) for key in fields):
        made["valueQuantity"] = quantity("5.1", "mmol/L")
    return {key: value for key, value in {**made, **fields}.items() if value is not None}


def quantity(value: str, unit: str, **fields: Any) -> dict[str, Any]:
    ucum = {"system": "http://unitsofmeasure.org", "code": unit}
    return {"value": float(value), "unit": unit, **ucum, **fields}


def patient(**fields: Any) -> dict[str, Any]:
    made = {
        "resourceType": "Patient",
        "id": "p1",
        "identifier": [{"value": "4711"}],
        "name": [{"family": "Li", "given": ["Na"]}],
        "birthDate": "1980-03-05",
        "gender": "female",
    }
    return {**made, **fields}


def bundle(*resources: dict[str, Any], kind: str = "collection") -> bytes:
    """A Bundle of `resources`, as a file."""
    entries: Iterable[dict[str, Any]] = ({"resource": resource} for resource in resources)
    made = {"resourceType": "Bundle", "type": kind, "entry": list(entries)}
    return json.dumps(made, ensure_ascii=False).encode()
