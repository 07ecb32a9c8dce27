"""Protects: files made to hurt come in with a word about every line, or are refused by a code.

Each is brought into a case by the same steps as the window takes, on clocks east and west of UTC.
"""

import io
import json
import time
from datetime import date, datetime

import openpyxl
import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.operations import cases, labs, review
from tests.data.result_files import PID, obx, oru

LI_NA = Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.FEMALE)
HEAD = "Test,Result,Unit,Date\n"
POTASSIUM = {"resourceType": "Observation", "status": "final", "code": {"text": "Potassium"}}


def table(*lines):
    return (HEAD + "".join(f"{line},2024-03-01 08:00\n" for line in lines)).encode()


def book(*rows):
    made = openpyxl.Workbook()
    for row in (HEAD.strip().split(","), *rows):
        made.active.append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def observed(moment):
    value = {"value": 4.1, "unit": "mmol/L"}
    return json.dumps({**POTASSIUM, "effectiveDateTime": moment, "valueQuantity": value}).encode()


FIRST, LAST = "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"
NO_YEARS = {
    "table": (HEAD + "K,4.1,mmol/L,9999-12-31 23:59\nNa,140,mmol/L,0001-01-01 00:00\n").encode(),
    "workbook": book(["K", 4.1, "mmol/L", datetime(9999, 12, 31, 23, 59)]),
    "hl7, first year": oru(obx()).replace("20240301081500", "00010101000000").encode(),
    "hl7, last year": oru(obx()).replace("20240301081500", "99991231235959").encode(),
    "fhir, first year": observed(FIRST),
    "fhir, last year": observed(LAST),
}


@pytest.fixture
def clock(monkeypatch):
    """The site's clock: ``clock("America/New_York")``."""

    def at(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield at
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def bring(app):
    """Everything that the window does with a source, up to the signature."""

    def do(source):
        case_id = cases.create(app, LI_NA).case_id
        looked = labs.preview(app, source)
        choices = labs.Choices(despite_difference=True)
        labs.doubts(app, case_id, looked, choices)
        labs.import_into(app, case_id, looked, choices)
        found = labs.observations(app, case_id)
        labs.calculators(app, case_id)
        for line in found.lines:
            labs.explain(line, found)
            labs.trend(app, case_id, line.observation.analyte)
        review.sign(app, case_id)
        return labs.observations(app, case_id)

    return do


def codes(line):
    return {one.code for one in line.observation.cautions}


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Shanghai"])
@pytest.mark.parametrize("source", NO_YEARS.values(), ids=NO_YEARS)
def test_the_years_1_and_9999_are_no_time(bring, clock, source, zone):
    clock(zone)
    found = bring(source)
    assert found.lines
    for line in found.lines:
        assert line.observation.sent.taken is None
        assert "time_unreadable" in codes(line)


@pytest.mark.parametrize("year", ["00010101", "99991231"])
def test_a_birth_in_such_a_year_is_none(bring, year):
    found = bring(oru(obx(), pid=PID.replace("19800305", year)).encode())
    assert len(found.lines) == 1


@pytest.mark.parametrize("value", ["Infinity", "-inf", "1e999", "0x1F", "٤٫١", "१००", "14\u200b0"])
def test_what_only_looks_like_a_number_says_so_and_is_nobodys_number(bring, value):
    (line,) = bring(table(f"Na,{value},mmol/L")).lines
    assert line.observation.quantity is None
    assert line.observation.interpretation is None
    assert "lab_words_not_number" in codes(line)


def test_not_a_number_in_a_table_is_no_value_and_keeps_its_words(bring):
    (line,) = bring(table("Na,NaN,mmol/L")).lines
    assert line.observation.quantity is None
    assert line.observation.sent.absent == "NaN"


def test_numbers_of_other_widths_are_numbers(bring):
    (line,) = bring(table("Na,１４０,mmol/L")).lines
    assert line.observation.quantity.value == 140.0


@pytest.mark.parametrize("value", ["1e308", "-4.1"])
def test_what_no_patient_has_is_kept_and_has_no_flag(bring, value):
    (line,) = bring(table(f"K,{value},mmol/L")).lines
    assert line.observation.interpretation is None
    assert codes(line) & {"lab_impossible", "lab_negative"}


@pytest.mark.parametrize("unit", ["mg/dL/dL", "mmol//L", ";DROP", "mmol/L mg/dL"])
def test_a_unit_that_is_none_gives_no_quantity(bring, unit):
    (line,) = bring(table(f"K,4.1,{unit}")).lines
    assert line.observation.quantity is None
    assert "lab_unit_unknown" in codes(line)


def test_words_that_are_meant_as_words_are_left_alone(bring):
    (line,) = bring(table("Urine protein,1+,")).lines
    assert "lab_words_not_number" not in codes(line)


def test_one_field_of_a_megabyte_is_kept_beside_the_others(bring):
    found = bring(oru(obx("x" * 1_000_000, kind="TX"), obx("4.1")).encode())
    assert len(found.lines) == 2


@pytest.mark.parametrize(
    "source", [b"[" * 200_000, b" [ [" * 50_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000]
)
def test_lists_in_lists_in_lists_are_called_what_they_are(app, source):
    with pytest.raises(UnreadableResults) as refused:
        labs.preview(app, source)
    assert refused.value.code == "json_too_deep"
