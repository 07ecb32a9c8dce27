"""Which FHIR a resource was written in: R4 is read, others are refused by name.

A resource is checked for the marks of other versions only when it is no valid R4; what a version
shares with R4 means the same in both (https://hl7.org/fhir/R4/observation.html, "R3 Diff";
https://hl7.org/fhir/R5/observation.html, "R4 Diff").
"""

import re
from typing import Any

_FIELDS = {
    "Observation": {
        "STU3": ("context", "comment", "related"),
        "DSTU2": ("comments",),
        "R5": ("triggeredBy", "bodyStructure", "instantiatesCanonical", "instantiatesReference",
               "valueAttachment", "valueReference"),
    },
    "DiagnosticReport": {
        "STU3": ("context", "image", "codedDiagnosis"),
        "DSTU2": (),
        "R5": ("supportingInfo", "composition", "note"),
    },
}  # fmt: skip
_PROFILE = re.compile(r"//hl7\.org/fhir/(DSTU2|STU3|R5|1\.0|3\.0|5\.0)(?:[./]|$)")
_NAMES = {"1.0": "DSTU2", "3.0": "STU3", "5.0": "R5"}


def stated_version(resource: dict[str, Any]) -> str:
    """The version that a resource's profiles name; empty when they name none, or R4."""
    meta = resource.get("meta")
    profiles = meta.get("profile") if isinstance(meta, dict) else None
    for profile in profiles if isinstance(profiles, list) else []:
        match = _PROFILE.search(profile) if isinstance(profile, str) else None
        if match:
            return _NAMES.get(match[1], match[1])
    return ""


def marked_version(resource: dict[str, Any]) -> str:
    """The other version that wrote an invalid resource; empty when nothing tells it."""
    for version, fields in _FIELDS.get(str(resource.get("resourceType")), {}).items():
        if any(name in resource for name in fields):
            return version
    if isinstance(resource.get("category"), dict):
        return "DSTU2"
    performers = resource.get("performer")
    first = performers[0] if isinstance(performers, list) and performers else None
    return "STU3" if isinstance(first, dict) and "actor" in first else ""
