"""Protects: in samples of other projects every result is counted, and HL7 and FHIR agree.

The small samples lie in ``tests/data/interchange`` with their credits. Where the folder with the
whole samples is there as well, the slow test counts those too.
"""

import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.labs.read_fhir import looks_like_fhir, read_fhir
from meddx_desktop.core.labs.read_hl7 import looks_like_hl7, read_hl7

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "data" / "interchange"
WHOLE = Path(os.environ.get("MEDDX_TRAINING_DATA", ROOT.parent / "shared" / "data")) / "interchange"
OBX = re.compile(rb"(?:^|[\r\n])OBX\|")
REFUSED = {
    "lfh_sample_unix.hl7": "hl7_other_message",
    "lfh_sample_win.hl7": "hl7_other_message",
    "msfc_LAB-ORM-1.hl7": "hl7_other_message",
    "msfc_stu3_Observation.json": "fhir_other_version",
    "msfc_stu3_DiagnosticReport.json": "fhir_other_version",
    "msfc_CCD.ccda.xml": "cda_document",
}
NUMBERS = {
    "lfh_ORU-multiline-short-mixed.hl7": (1, 3),
    "lfh_ORU-multiline-short.hl7": (0, 3),
    "lfh_java_oru_2.hl7": (2, 0),
    "lfh_java_oru_3.hl7": (1, 0),
    "msfc_LAB-ORU-1.hl7": (10, 0),
    "msfc_LRI_2.0-NG_CBC_Typ_Message.hl7": (28, 0),
    "msfc_ORU-R01-01.hl7": (2, 3),
    "msfc_ORU-R01-RMGEAD.hl7": (1, 0),
    "msfc_OUL-R24-01.hl7": (2, 5),
    "synthea_trimmed.json": (30, 0),
}
PAIRS = ("msfc_LAB-ORU-1", "msfc_LRI_2.0-NG_CBC_Typ_Message", "msfc_ORU-R01-RMGEAD")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix in {".hl7", ".json", ".xml"})


def read(path: Path) -> tuple[SentReport, ...]:
    data = path.read_bytes()
    is_hl7 = path.suffix == ".hl7"
    assert (looks_like_hl7(data), looks_like_fhir(data)) == (is_hl7, not is_hl7)
    return read_hl7(data) if is_hl7 else read_fhir(data)


def places(reports: tuple[SentReport, ...]) -> list[str]:
    """Where results and rejected lines stand, components of one Observation as one."""
    found = [one.place for report in reports for one in (*report.results, *report.rejected)]
    return list(dict.fromkeys(place.split(", component")[0] for place in found))


def account(path: Path) -> None:
    """Every OBX and every Observation is a result, a rejected line, or counted as another kind."""
    if path.name in REFUSED:
        with pytest.raises(MedDxError) as caught:
            read(path)
        assert caught.value.code == REFUSED[path.name]
        return
    reports = read(path)
    if path.suffix == ".hl7":
        assert len(places(reports)) == len(OBX.findall(path.read_bytes()))
        return
    entries = json.loads(path.read_bytes())["entry"]
    kinds = Counter(entry["resource"]["resourceType"] for entry in entries)
    others = sum(
        int(reason.parameters["number"])
        for report in reports for reason in report.cautions if reason.code == "not_laboratory"
    )  # fmt: skip
    assert len(places(reports)) + others == kinds["Observation"]


@pytest.mark.parametrize("path", files(SAMPLES), ids=lambda path: path.name)
def test_every_result_of_a_sample_is_accounted_for(path):
    account(path)


@pytest.mark.parametrize("name", NUMBERS)
def test_how_many_results_a_sample_holds(name):
    reports = read(SAMPLES / name)
    results = sum(len(report.results) for report in reports)
    assert (results, sum(len(report.rejected) for report in reports)) == NUMBERS[name]
    assert len(reports) == 1


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_result_of_all_samples_is_accounted_for():
    for path in files(WHOLE) or files(SAMPLES):
        account(path)


@pytest.mark.parametrize("name", PAIRS)
def test_hl7_and_the_fhir_made_from_it_agree(name):
    """Values, LOINC codes, units, ranges, flags and patient, wherever both carry them."""
    (sent,) = read(SAMPLES / f"{name}.hl7")
    (made,) = read(SAMPLES / f"{name}-expected_r4_bundle.json")
    assert len(sent.results) == len(made.results)
    for one, other in zip(sent.results, made.results, strict=True):
        assert {c.value for c in one.codes} == {c.value for c in other.codes}, one.place
        assert one.name == other.name
        assert (one.value is None) == (other.value is None), one.place
        if one.value and other.value:
            assert (one.value.number, one.value.high) == (other.value.number, other.value.high)
            assert {c.value for c in one.value.codes} == {c.value for c in other.value.codes}
            if one.value.number is None:
                assert one.value.text == other.value.text
            assert (one.unit, one.unit_is_ucum) == (other.unit, other.unit_is_ucum)
        assert one.range == other.range
        assert one.flags == other.flags
        assert one.panel == other.panel
    assert not sent.patient.contradicts(made.patient)
    assert sent.patient.patient_id == made.patient.patient_id
