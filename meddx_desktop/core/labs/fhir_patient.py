"""Patient: who the observations of a FHIR file belong to."""

from collections.abc import Set
from typing import Any

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.labs.fhir_entries import Resource, parts
from meddx_desktop.core.labs.fhir_values import codes_of
from meddx_desktop.core.labs.hl7_patient import is_ideographic
from meddx_desktop.core.labs.sent_times import read_day

_SEXES = {"female": Sex.FEMALE, "male": Sex.MALE, "other": Sex.OTHER, "unknown": Sex.UNKNOWN}
_WRITING = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation"
_KINDS = {"ABC": "A", "IDE": "I", "SYL": "P"}
_USES = ("official", "usual", "", "maiden", "nickname", "anonymous", "temp")
USED = frozenset({"identifier", "name", "birthDate", "gender"})


def read_patient(resource: Resource, damaged: Set[str]) -> tuple[Patient, tuple[Reason, ...]]:
    """The identity of a Patient resource, without the elements that are `damaged`."""
    bad = USED if "?" in damaged else USED & damaged
    cautions = [Reason("patient_damaged", {"field": name}) for name in sorted(bad)]
    sound = {key: value for key, value in resource.items() if key not in bad}
    birth_text = str(sound.get("birthDate", ""))
    birth, is_readable = read_day(birth_text) if birth_text else (None, True)
    if not is_readable:
        cautions.append(Reason("date_unreadable", {"attribute": "birthDate"}))
    gender = str(sound.get("gender", "unknown"))
    if gender not in _SEXES:
        cautions.append(Reason("sex_unreadable"))
    patient = Patient(
        patient_id=_identifier(parts(sound, "identifier")),
        name=_name(parts(sound, "name")),
        birth_date=birth,
        sex=_SEXES.get(gender, Sex.UNKNOWN),
    )
    return patient, tuple(cautions)


def _identifier(identifiers: list[Resource]) -> str:
    """The medical record number, else the first that is in use."""
    current = [one for one in identifiers if one.get("value") and one.get("use") != "old"]
    for one in current:
        if any(code.value == "MR" for code in codes_of(one.get("type"))):
            return str(one["value"])
    return str(current[0]["value"]) if current else ""


def _name(names: list[Resource]) -> PersonName:
    """Each writing of the name once, the official one first."""
    writings = {"A": "", "I": "", "P": ""}
    known = [one for one in names if one.get("use", "") != "old"]
    for one in sorted(known, key=lambda name: _rank(str(name.get("use", "")))):
        given = [str(word) for word in one.get("given") or [] if word]
        family = str(one.get("family") or "")
        text = "^".join([family, *given]) if family or given else str(one.get("text") or "")
        kind = _writing(one) or ("I" if is_ideographic(text) else "A")
        if text and not writings[kind]:
            writings[kind] = text
    return PersonName(writings["A"], writings["I"], writings["P"])


def _rank(use: str) -> int:
    return _USES.index(use) if use in _USES else len(_USES)


def _writing(name: dict[str, Any]) -> str:
    for extension in parts(name, "extension"):
        if extension.get("url") == _WRITING:
            return _KINDS.get(str(extension.get("valueCode")), "")
    return ""
