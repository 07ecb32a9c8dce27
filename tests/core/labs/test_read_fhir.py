"""Protects: what a FHIR Observation says is repeated exactly, and belongs to whom it names."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    ResultStatus,
    SentRange,
    SentReport,
    SentResult,
    SentValue,
    Specimen,
)
from meddx_desktop.core.domain.patient import PersonName, Sex
from meddx_desktop.core.labs.read_fhir import read_fhir
from tests.data.result_files import bundle, observation, patient, quantity

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"


def only(*resources: dict[str, Any]) -> SentReport:
    (report,) = read_fhir(bundle(patient(), *resources))
    return report


def result(**fields: Any) -> SentResult:
    (found,) = only(observation(**fields)).results
    return found


def codes(reasons) -> list[str]:
    return [reason.code for reason in reasons]


def rejections(report: SentReport) -> list[tuple[str, str]]:
    return [(line.place, line.reason.code) for line in report.rejected]


def concept(*codings: tuple[str, str, str], text: str | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "coding": [{"system": s, "code": c, "display": d} for s, c, d in codings]
    }
    return made | ({"text": text} if text else {})


def test_one_result_with_everything():
    specimen = {
        "resourceType": "Specimen", "id": "s1",
        "type": concept((SNOMED, "119364003", "Serum specimen")),
        "collection": {"collectedDateTime": "2024-03-01T08:15:00Z"},
        "condition": [{"text": "haemolysed"}],
    }  # fmt: skip
    laboratory = {"resourceType": "Organization", "id": "o1", "name": "Clinic Laboratory"}
    one = observation(
        code=concept((LOINC, "2345-7", "Glucose [Moles/volume]"), ("urn:local", "GLU", "血糖"),
                     text="Glucose"),
        effectiveDateTime="2024-03-01T09:00:00Z",
        valueQuantity=quantity("5.10", "mmol/L"),
        referenceRange=[{"low": quantity("3.9", "mmol/L"), "high": quantity("6.1", "mmol/L")}],
        interpretation=[concept(("urn:x", "H", "High"))],
        specimen={"reference": "Specimen/s1"},
        performer=[{"reference": "Organization/o1"}],
        method={"text": "Hexokinase"},
        note=[{"text": "fasting"}],
    )  # fmt: skip
    assert only(one, specimen, laboratory).results == (SentResult(
        place="entry 2",
        names=("Glucose", "Glucose [Moles/volume]", "血糖"),
        codes=(Code("2345-7", "LN", "Glucose [Moles/volume]"), Code("GLU", "urn:local", "血糖")),
        value=SentValue("5.1", 5.1),
        unit="mmol/L",
        unit_is_ucum=True,
        range=SentRange("3.9-6.1 mmol/L", 3.9, 6.1),
        flags=("H",),
        status=ResultStatus.FINAL,
        taken=datetime(2024, 3, 1, 8, 15, tzinfo=UTC),
        taken_text="2024-03-01T08:15:00Z",
        specimen=Specimen.SERUM,
        specimen_text="Serum specimen",
        laboratory="Clinic Laboratory",
        method="Hexokinase",
        note="fasting\nhaemolysed",
    ),)  # fmt: skip


def test_digits_are_kept_as_sent():
    data = bundle(patient(), observation()).replace(b"5.1", b"5.100")
    assert read_fhir(data)[0].results[0].value == SentValue("5.100", 5.1)


POSITIVE = (SNOMED, "10828004", "Positive")
VALUES = {
    "valueQuantity": [
        (quantity("10", "mg/L", comparator="<"), SentValue("<10.0", 10.0, Comparator.BELOW)),
        ({"value": 5, "unit": "g"}, SentValue("5", 5.0)),
    ],
    "valueString": [
        (">1000", SentValue(">1000", 1000.0, Comparator.ABOVE)),
        ("1:128", SentValue("1:128", 1.0, denominator=128.0)),
        ("阴性", SentValue("阴性")),
    ],
    "valueCodeableConcept": [
        (concept(POSITIVE), SentValue("Positive", codes=(Code("10828004", "SCT", "Positive"),))),
        ({"text": "trace"}, SentValue("trace")),
    ],
    "valueInteger": [(7, SentValue("7", 7.0))],
    "valueBoolean": [(True, SentValue("true")), (False, SentValue("false"))],
    "valueRange": [
        ({"low": {"value": 2}, "high": {"value": 5}}, SentValue("2-5", 2.0, high=5.0)),
        ({"low": {"value": 2}}, SentValue(">=2", 2.0, Comparator.AT_LEAST)),
    ],
    "valueRatio": [
        ({"numerator": {"value": 1}, "denominator": {"value": 128}},
         SentValue("1:128", 1.0, denominator=128.0)),
    ],
    "valueDateTime": [("2024-03-01", SentValue("2024-03-01"))],
    "valueTime": [("08:15:00", SentValue("08:15:00"))],
    "valuePeriod": [({"start": "2024-03-01", "end": "2024-03-02"},
                     SentValue("2024-03-01 - 2024-03-02"))],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "sent", "value"),
    [(name, sent, value) for name, cases in VALUES.items() for sent, value in cases],
)
def test_every_type_of_value(name, sent, value):
    assert result(**{name: sent}).value == value


def test_no_value_has_the_sources_reason():
    absent = result(dataAbsentReason=concept(("urn:x", "not-performed", "Not performed")))
    assert (absent.value, absent.absent) == (None, "not-performed")
    assert result(valueQuantity={"unit": "g/L"}).absent == "unknown"


RANGES = {
    "text only": ([{"text": "70_105"}], SentRange("70_105", 70.0, 105.0)),
    "another unit": ([{"low": quantity("70", "mg/dL")}], SentRange(">=70.0 mg/dL")),
    "for a group": (
        [{"low": {"value": 4}, "high": {"value": 6}, "appliesTo": [{"text": "women"}]}],
        SentRange("4-6 (women)")),
    "for an age": (
        [{"high": {"value": 6}, "age": {"low": {"value": 18, "unit": "a"}}}],
        SentRange("<=6 (18 a-)")),
    "several": (
        [{"low": {"value": 4}}, {"low": {"value": 3}}], SentRange(">=4; >=3")),
    "normal beside critical": (
        [{"low": {"value": 4}, "high": {"value": 6},
          "type": concept(("urn:x", "normal", "Normal"))},
         {"high": {"value": 2}, "type": concept(("urn:x", "critical", "Critical"))}],
        SentRange("4-6 (Normal); <=2 (Critical)", 4.0, 6.0)),
}  # fmt: skip


@pytest.mark.parametrize("case", RANGES)
def test_ranges(case):
    sent, expected = RANGES[case]
    assert result(referenceRange=sent).range == expected


STATUSES = {
    "registered": ResultStatus.PRELIMINARY, "preliminary": ResultStatus.PRELIMINARY,
    "final": ResultStatus.FINAL, "amended": ResultStatus.CORRECTED,
    "corrected": ResultStatus.CORRECTED, "cancelled": ResultStatus.CANCELLED,
    "entered-in-error": ResultStatus.CANCELLED, "unknown": ResultStatus.UNKNOWN,
}  # fmt: skip


@pytest.mark.parametrize("sent", STATUSES)
def test_every_status(sent):
    found = result(status=sent)
    assert found.status is STATUSES[sent] and not found.cautions


def test_an_unknown_status_is_told():
    assert codes(result(status="released").cautions) == ["status_unknown"]


@pytest.mark.parametrize(("fields", "taken", "caution"), [
    ({"effectiveDateTime": "2024-03-01T08:15:00Z"}, datetime(2024, 3, 1, 8, 15, tzinfo=UTC), None),
    ({"effectiveInstant": "2024-03-01T08:15:00Z"}, datetime(2024, 3, 1, 8, 15, tzinfo=UTC), None),
    ({"effectivePeriod": {"start": "2024-03-01"}}, datetime(2024, 3, 1), "time_day_only"),
    ({"effectiveDateTime": "2024-03"}, None, "time_partial"),
    ({"issued": "2024-03-01T08:15:00Z"}, None, None),
])  # fmt: skip
def test_times(fields, taken, caution):
    found = result(**fields)
    assert found.taken == taken and codes(found.cautions) == ([caution] if caution else [])


def test_each_component_is_a_result_of_its_panel():
    parts = [{"code": {"text": name}, "valueQuantity": quantity("5", "g/L")} for name in "ab"]
    report = only(observation(code={"text": "Panel"}, component=parts))
    assert [(one.place, one.name, one.panel) for one in report.results] == [
        ("entry 2, component 1", "a", "Panel"), ("entry 2, component 2", "b", "Panel"),
    ]  # fmt: skip


def test_a_panel_names_its_members_and_is_no_result_itself():
    members = [observation(id="o1"), observation(id="o2")]
    refs = [{"reference": "Observation/o1"}, {"reference": "Observation/o2"}]
    report = only(observation(code={"text": "Blood count"}, hasMember=refs), *members)
    assert [one.panel for one in report.results] == ["Blood count"] * 2 and not report.rejected


def test_a_member_that_is_not_in_the_file_is_told():
    report = only(observation(hasMember=[{"reference": "Observation/gone"}]))
    assert rejections(report) == [("entry 2, member 1", "reference_missing")]


def report_of(*references: str, **fields: Any) -> dict[str, Any]:
    return {
        "resourceType": "DiagnosticReport", "status": "final", "code": {"text": "Chemistry"},
        "subject": {"reference": "Patient/p1"},
        "result": [{"reference": reference} for reference in references], **fields,
    }  # fmt: skip


def test_a_report_gives_panel_and_specimen_and_withdraws_its_results():
    specimen = {"resourceType": "Specimen", "id": "s1", "type": {"text": "urine"}}
    held = observation(id="o1", category=None)
    report = only(
        held, specimen, report_of("Observation/o1", specimen=[{"reference": "Specimen/s1"}])
    )
    (found,) = report.results
    assert (found.panel, found.specimen, found.status) == (
        "Chemistry", Specimen.URINE, ResultStatus.FINAL)  # fmt: skip
    assert not report.cautions
    (found,) = only(held, report_of("Observation/o1", status="entered-in-error")).results
    assert found.status is ResultStatus.CANCELLED and codes(found.cautions) == ["report_withdrawn"]


def test_a_report_without_results_and_one_with_a_missing_result():
    assert rejections(only(report_of())) == [("entry 2", "report_without_results")]
    assert rejections(only(report_of("Observation/gone"))) == [
        ("entry 2, result 1", "reference_missing")
    ]


def test_contained_results_and_patient():
    whole = report_of("#o1", contained=[
        patient(id="p9"), observation(id="o1", subject={"reference": "#p9"}),
    ])  # fmt: skip
    whole["subject"] = {"reference": "#p9"}
    (report,) = read_fhir(json.dumps(whole).encode())
    assert report.patient.patient_id == "4711"
    assert [(one.place, one.panel) for one in report.results] == [
        ("resource, contained 2", "Chemistry")
    ]


def test_contained_patients_of_one_local_name_are_two_people():
    def one(family: str) -> dict[str, Any]:
        inner = patient(id="p", identifier=[], name=[{"family": family}])
        return observation(subject={"reference": "#p"}, contained=[inner])

    reports = read_fhir(bundle(one("Li"), one("Wang"), one("Li")))
    assert [(one.patient.name.shown, len(one.results)) for one in reports] == [
        ("Li", 2), ("Wang", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("reference", [
    "Patient/p1", "http://server/fhir/Patient/p1", "urn:uuid:77", "Patient/p1/_history/3",
])  # fmt: skip
def test_references(reference):
    data = json.loads(bundle(patient(), observation(subject={"reference": reference})))
    data["entry"][0]["fullUrl"] = "urn:uuid:77"
    (report,) = read_fhir(json.dumps(data).encode())
    assert report.patient.patient_id == "4711"


def test_two_different_patients_of_one_name_are_nobody():
    report = only(patient(gender="male"), observation())
    assert not report.patient.is_identified
    assert "patient_not_in_file" in codes(report.cautions)


def test_each_patient_has_a_report_and_nobody_one_of_its_own():
    second = patient(id="p2", identifier=[{"value": "4712"}])
    reports = read_fhir(bundle(
        patient(), second, observation(), observation(subject={"reference": "Patient/p2"}),
        observation(subject=None), observation(subject={"reference": "Patient/gone"}),
    ))  # fmt: skip
    assert [one.patient.patient_id for one in reports] == ["4711", "4712", "", ""]
    assert [codes(one.cautions) for one in reports[2:]] == [
        ["patient_missing"], ["patient_not_in_file"],
    ]  # fmt: skip


PATIENTS = {
    "record number first": (
        {"identifier": [{"value": "1"}, {"value": "2", "type": concept(("u:x", "MR", "Record"))}]},
        ("2", PersonName("Li^Na"), date(1980, 3, 5), Sex.FEMALE), []),
    "two writings": (
        {"name": [{"text": "李娜"}, {"family": "Li", "given": ["Na"]}]},
        ("4711", PersonName("Li^Na", "李娜"), date(1980, 3, 5), Sex.FEMALE), []),
    "only a year": (
        {"birthDate": "1980"}, ("4711", PersonName("Li^Na"), None, Sex.FEMALE),
        ["date_unreadable"]),
    "a damaged name": (
        {"name": "Li Na"}, ("4711", PersonName(), date(1980, 3, 5), Sex.FEMALE),
        ["patient_damaged"]),
    "an unknown field": (
        {"nationality": "CN"}, ("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.FEMALE), []),
}  # fmt: skip


@pytest.mark.parametrize("case", PATIENTS)
def test_patients(case):
    fields, expected, cautions = PATIENTS[case]
    (report,) = read_fhir(bundle(patient(**fields), observation()))
    one = report.patient
    assert (one.patient_id, one.name, one.birth_date, one.sex) == expected
    assert codes(report.cautions) == cautions


def test_what_is_no_laboratory_result_is_counted():
    vital = observation(category=[{"coding": [{"code": "vital-signs"}]}])
    report = only(observation(), vital, vital | {"id": "v2"}, {"resourceType": "Encounter"})
    assert len(report.results) == 1
    assert [(one.code, one.parameters) for one in report.cautions] == [
        ("not_laboratory", {"category": "vital-signs", "number": 2}),
        ("other_resources", {"number": 1, "kinds": "Encounter"}),
    ]


def test_a_missing_category_is_told():
    assert codes(only(observation(category=None)).cautions) == ["category_missing"]


REJECTED = {
    "resource_invalid": {"made_up": 1},
    "modifier_extension": {"modifierExtension": [{"url": "urn:x", "valueBoolean": True}]},
    "result_unnamed": {"code": {"extension": [{"url": "urn:x", "valueString": "?"}]}},
    "encapsulated_data": {"valueSampledData": {
        "origin": {"value": 0}, "period": 1, "dimensions": 1, "data": "1 2 3"}},
}  # fmt: skip


@pytest.mark.parametrize("code", REJECTED)
def test_one_bad_entry_is_rejected_and_the_rest_is_read(code):
    report = only(observation(**REJECTED[code]), observation(id="good"))
    assert rejections(report) == [("entry 2", code)] and len(report.results) == 1


@pytest.mark.parametrize(("damage", "code"), [
    (b'"value": NaN', "json_number"), (b'"value": Infinity', "json_number"),
    (b'"value": 1, "value": 2', "json_key_twice"), (b'"value": 1e999', "number_too_large"),
    (b'"value": "5,1"', "resource_invalid"), (b'"value": ' + b"9" * 900, "json_number"),
    (b'"value": 5, "unit": "\\ud83d"', "characters_damaged"),
    (b'"value": 5, "extension": ' + b'[{"url":"a","extension":' * 300 + b"[]" + b"}]" * 300,
     "json_too_deep"),
])  # fmt: skip
def test_damage_inside_one_entry(damage, code):
    bad = observation(valueQuantity={"value": 77})
    data = bundle(patient(), bad, observation(id="good")).replace(b'"value": 77', damage)
    (report,) = read_fhir(data)
    assert rejections(report) == [("entry 2", code)] and len(report.results) == 1


def test_the_same_resource_twice_and_a_newer_version():
    one = observation(id="o1")
    report = only(one, one)
    assert len(report.results) == 1 and rejections(report) == [("entry 3", "resource_repeated")]
    old = one | {"meta": {"lastUpdated": "2024-03-01T08:00:00Z"}}
    new = one | {"meta": {"lastUpdated": "2024-03-02T08:00:00Z"}, "status": "corrected"}
    for pair, lost in (((old, new), "entry 2"), ((new, old), "entry 3")):
        report = only(*pair)
        assert [found.status for found in report.results] == [ResultStatus.CORRECTED]
        assert rejections(report) == [(lost, "result_replaced")]
