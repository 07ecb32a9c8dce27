"""Protects: a FHIR file is read in every wrapping, refused with its reason, and never half read."""

import json
import random

import pytest
from fhir.resources.R4B.diagnosticreport import DiagnosticReport
from fhir.resources.R4B.observation import Observation, ObservationComponent
from fhir.resources.R4B.observation import ObservationReferenceRange as Range
from fhir.resources.R4B.quantity import Quantity
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.errors import MedDxError, UnreadableResults
from meddx_desktop.core.labs.read_fhir import looks_like_fhir, read_fhir
from tests.data.result_files import bundle, observation, patient

WHOLE = bundle(patient(), observation(), observation(id="o2"))


def counted(data: bytes) -> int:
    return sum(len(report.results) for report in read_fhir(data))


WRAPPINGS = {
    "bundle": (WHOLE, 2),
    "transaction": (bundle(patient(), observation(), kind="transaction"), 1),
    "bundle in a bundle": (bundle(json.loads(WHOLE)), 2),
    "one resource": (json.dumps(observation()).encode(), 1),
    "array": (json.dumps([patient(), observation()]).encode(), 1),
    "lines": (b"\n".join(json.dumps(one).encode() for one in (patient(), observation())), 1),
    "bom": (b"\xef\xbb\xbf" + WHOLE, 2),
    "utf-16": (WHOLE.decode().encode("utf-16"), 2),
    "indented": (json.dumps(json.loads(WHOLE), indent=2).encode(), 2),
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_wrappings(wrapping):
    data, number = WRAPPINGS[wrapping]
    assert looks_like_fhir(data) and counted(data) == number


REFUSED = {
    "results_empty": b"",
    "fhir_not_fhir": b'{"results": [5, 6]}',
    "fhir_no_results": bundle(patient()),
    "fhir_xml": b'<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"></Bundle>',
    "cda_document": b'<ClinicalDocument xmlns="urn:hl7-org:v3"></ClinicalDocument>',
    "json_truncated": WHOLE[:-40],
    "json_damaged": WHOLE.replace(b'"entry":', b'"entry"'),
    "json_not_utf8": WHOLE.replace(b"Glucose", "血糖".encode("gb18030")),
    "json_key_twice": WHOLE.replace(b'"entry":', b'"entry": [], "entry":'),
    "json_too_deep": b"[" * 100_000,
}


@pytest.mark.parametrize("code", REFUSED)
def test_files_that_are_refused_whole(code):
    with pytest.raises(UnreadableResults) as caught:
        read_fhir(REFUSED[code])
    assert caught.value.code == code


def test_damage_is_told_with_its_place():
    data = b'{"resourceType": "Bundle",\n "entry" [] }'
    with pytest.raises(UnreadableResults) as caught:
        read_fhir(data)
    assert caught.value.parameters == {"line": 2, "column": 10}


@pytest.mark.parametrize(("fields", "version"), [
    ({"comment": "x"}, "STU3"), ({"context": {"reference": "Encounter/1"}}, "STU3"),
    ({"comments": "x"}, "DSTU2"), ({"category": {"text": "lab"}}, "DSTU2"),
    ({"triggeredBy": []}, "R5"), ({"bodyStructure": {"reference": "BodyStructure/1"}}, "R5"),
    ({"meta": {"profile": ["http://hl7.org/fhir/3.0/StructureDefinition/Observation"]}}, "STU3"),
])  # fmt: skip
def test_other_versions_are_refused_by_name(fields, version):
    with pytest.raises(UnreadableResults) as caught:
        read_fhir(bundle(patient(), observation(**fields)))
    assert caught.value.code == "fhir_other_version"
    assert caught.value.parameters == {"version": version}


def test_one_foreign_entry_among_many_is_rejected_alone():
    (report,) = read_fhir(bundle(patient(), observation(), observation(id="b"),
                                 observation(id="c", comment="x")))  # fmt: skip
    assert len(report.results) == 2
    assert [line.reason.code for line in report.rejected] == ["fhir_other_version"]


def test_a_damaged_line_among_lines():
    lines = [json.dumps(patient()), json.dumps(observation()), '{"resourceType": "Obs']
    (report,) = read_fhir("\n".join(lines).encode())
    assert len(report.results) == 1
    assert [(line.place, line.reason.code) for line in report.rejected] == [
        ("line 3", "json_line_damaged")
    ]


def test_what_does_not_look_like_fhir():
    for data in (b"", b"{}", b"[1]", b"MSH|^~\\&|", b"Glucose;5", b"<html></html>"):
        assert not looks_like_fhir(data)


R4 = {
    Observation: "identifier basedOn partOf status category code subject focus encounter "
    "effectiveDateTime effectivePeriod effectiveTiming effectiveInstant issued performer "
    "valueQuantity valueCodeableConcept valueString valueBoolean valueInteger valueRange "
    "valueRatio valueSampledData valueTime valueDateTime valuePeriod dataAbsentReason "
    "interpretation note bodySite method specimen device referenceRange hasMember derivedFrom "
    "component",
    ObservationComponent: "code valueQuantity valueCodeableConcept valueString valueBoolean "
    "valueInteger valueRange valueRatio valueSampledData valueTime valueDateTime valuePeriod "
    "dataAbsentReason interpretation referenceRange",
    Range: "low high type appliesTo age text",
    Quantity: "value comparator unit system code",
    DiagnosticReport: "identifier basedOn status category code subject encounter effectiveDateTime "
    "effectivePeriod issued performer resultsInterpreter specimen result imagingStudy media "
    "conclusion conclusionCode presentedForm",
}
"""Elements of R4 4.0.1 (hl7.org/fhir/R4: observation.html, diagnosticreport.html,
datatypes.html#Quantity)."""
_INHERITED = {
    "fhir_comments", "id", "implicitRules", "language", "meta", "contained", "extension",
    "modifierExtension", "text", "resource_type",
}  # fmt: skip


@pytest.mark.parametrize("kind", R4, ids=lambda kind: kind.__name__)
def test_the_librarys_r4b_has_the_elements_of_r4(kind):
    names = {field.alias or name for name, field in kind.model_fields.items()}
    own = {name for name in names if not name.startswith("_")} - _INHERITED
    expected = set(R4[kind].split())
    assert own - expected - {"text"} == set() and expected - own - _INHERITED == set()


def survive(data: bytes) -> None:
    looks_like_fhir(data)
    try:
        reports = read_fhir(data)
    except MedDxError:
        return
    assert reports


NASTY = [b"NaN", b"{", b"}", b"[", b"]", b'"', b",", b":", b"null", b"[]", b"{}", b"\\ud800",
         b"\0", b"\xff", b"1e999", b'"a":1,', b"true", b'{"reference":"#"}', b"-1"]  # fmt: skip


def damaged(chance: random.Random, data: bytes) -> bytes:
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(spoiled) + 1)
        if chance.random() < 0.5:
            spoiled[place : place + chance.randrange(3)] = chance.choice(NASTY)
        else:
            del spoiled[place : place + chance.randint(1, 20)]
    return bytes(spoiled)


def replaced(chance: random.Random, value, odd):
    """The same document with some parts turned into something else of valid JSON."""
    if chance.random() < 0.03:
        return chance.choice(odd)
    if isinstance(value, dict):
        return {key: replaced(chance, item, odd) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(chance, item, odd) for item in value]
    return value


FULL = json.loads(bundle(
    patient(),
    observation(id="o1", specimen={"reference": "Specimen/s"}, note=[{"text": "x"}],
                referenceRange=[{"low": {"value": 1}, "text": "a", "age": {"low": {"value": 1}}}],
                interpretation=[{"text": "H"}], performer=[{"display": "x"}],
                hasMember=[{"reference": "Observation/o2"}]),
    observation(id="o2", component=[{"code": {"text": "a"}, "valueRatio": {
        "numerator": {"value": 1}, "denominator": {"value": 2}}}]),
    {"resourceType": "Specimen", "id": "s", "type": {"text": "urine"},
     "collection": {"collectedDateTime": "2024"}, "condition": [{"text": "x"}]},
    {"resourceType": "Organization", "id": "org", "name": "Lab"},
    {"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "r"},
     "subject": {"reference": "Patient/p1"}, "specimen": [{"reference": "Specimen/s"}],
     "result": [{"reference": "Observation/o1"}]},
))  # fmt: skip
ODD = [None, 0, -1.5, True, "", "x", [], {}, [None], [[]], {"a": 1}, "Observation", "\0", [1, "x"]]


def test_damaged_bytes_give_results_or_reasons():
    chance = random.Random(4)
    data = json.dumps(FULL).encode()
    for _ in range(250):
        survive(damaged(chance, data))


def test_odd_values_anywhere_give_results_or_reasons():
    chance = random.Random(5)
    for _ in range(250):
        survive(json.dumps(replaced(chance, FULL, ODD)).encode())


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_damage_at_length():
    chance = random.Random(6)
    data = json.dumps(FULL).encode()
    for _ in range(4000):
        survive(damaged(chance, data))
        survive(json.dumps(replaced(chance, FULL, ODD)).encode())


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=120))
def test_any_bytes(data):
    survive(data)
    survive(b'{"resourceType":' + data)
