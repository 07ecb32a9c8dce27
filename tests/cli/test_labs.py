"""Protects the contract of `meddx labs`: one record per file and patient, codes, exit codes."""

import io
import json
import random
import sys

import pytest

from meddx_desktop.cli import main
from meddx_desktop.core.paths import ROOT
from tests.data.result_files import PID, bundle, observation, obx, oru

DATA = ROOT / "tests" / "data" / "labs"
KEYS = ["path", "patient", "observations", "rejected", "calculators", "risks"]
OBSERVATION = ["code", "name", "value", "comparator", "unit", "original", "time"]
TABLE = (
    "Test,Result,Unit,Range,Date\nK,6.9,mmol/L,3.5-5.3,2024-03-01 08:00\nCRP,<5,mg/L,<10,\n?,,,,\n"
)


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("MEDDX_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def write(tmp_path):
    def _write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return _write


def run(capsys, *arguments):
    code = main(["labs", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def records(capsys, *arguments):
    code, out, err = run(capsys, *arguments, "--format", "json")
    return code, [json.loads(line) for line in out.split("\n") if line], err


def test_the_record_holds_what_the_contract_says(capsys, write):
    code, (record,), err = records(capsys, write("k.csv", TABLE), "--age", "45y", "--sex", "F")
    assert (code, err) == (0, "")
    assert list(record) == KEYS
    potassium, crp = record["observations"]
    assert list(potassium)[: len(OBSERVATION)] == OBSERVATION
    assert potassium["code"] is None  # no specimen is stated: nothing is coded
    assert (potassium["name"], potassium["value"], potassium["unit"]) == (
        "Potassium",
        6.9,
        "mmol/L",
    )
    assert (potassium["interpretation"], potassium["time"]) == ("HH", "2024-03-01T08:00:00")
    assert potassium["range"] == {"low": 3.5, "high": 5.3, "source": "laboratory"}
    assert (crp["comparator"], crp["value"], crp["original"]["value"]) == ("<", 5.0, "<5")
    assert [(line["place"], line["reason"]["code"]) for line in record["rejected"]] == [
        ("row 4", "value_missing")
    ]
    assert record["risks"] == []
    by_name = {one["name"]: one for one in record["calculators"]}
    assert by_name["egfr_ckd_epi_2021"]["missing"] == ["pregnant", "creatinine"]


def plain(record):
    """Without sentences and sources, which may be worded anew."""
    if isinstance(record, dict):
        told = ("message", "title", "source")
        return {key: plain(value) for key, value in record.items() if key not in told}
    return [plain(one) for one in record] if isinstance(record, list) else record


def test_what_was_printed_before_is_printed_again(capsys):
    """Golden records: a change here is a change of the contract."""
    for source in sorted(DATA.glob("answer_*.*")):
        if source.suffix == ".jsonl":
            continue
        code, found, _ = records(capsys, source, "--age", "45y", "--pregnant", "no")
        for record in found:
            record["path"] = source.name
        found = [plain(record) for record in found]
        wanted = source.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
        assert (code, found) == (0, [json.loads(line) for line in wanted]), source.name


def test_a_line_for_each_patient_and_one_for_each_file_that_fails(capsys, write):
    two = oru(obx()) + oru(obx(), pid=PID.replace("4711", "9").replace("Li^Na", "Wu^Bo"))
    code, found, _ = records(capsys, write("two.hl7", two), "/nowhere", write("p.pdf", b"%PDF-1.7"))
    assert code == 1
    assert [one["patient"]["name"] for one in found[:2]] == ["Li Na", "Wu Bo"]
    assert [one["error"]["code"] for one in found[2:]] == ["file_missing", "results_pdf"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "results_empty"),
        (b"\x89PNG\r\n\x1a\n000", "results_picture"),
        (bytes(128) + b"DICM", "results_film"),
        (b"<html><table>", "results_page"),
        (b"<?xml version='1.0'?><a/>", "results_xml"),
        (b"\x1f\x8b\x08abc", "results_archive"),
        (b"{\\rtf1 K 4.1}", "results_document"),
        (b"PK\x03\x04abc", "workbook_damaged"),
        (b'{"a": 1}', "fhir_not_fhir"),
        (bytes(range(256)), "table_not_text"),
    ],
)
def test_every_refused_kind_has_its_name(capsys, write, content, code):
    rc, (record,), _ = records(capsys, write("x.csv", content))
    assert (rc, record["error"]["code"]) == (1, code)


def test_standard_input_is_read_and_the_kind_is_told_by_content(capsys, monkeypatch):
    for content, name in (
        (b"Na 128 mmol/L", "Sodium"),
        (oru(obx(name="2951-2^Na^LN")).encode(), "Sodium"),
        (bundle(observation()), "Glucose"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        code, (record,), _ = records(capsys, "-")
        assert (code, record["observations"][0]["name"]) == (0, name)


def test_dates_and_marks_that_are_open_are_said_and_settled(capsys, write):
    source = write("d.csv", 'Test,Result,Unit,Date\nK,"4,123",mmol/L,03/05/2024\n')
    _, (record,), err = records(capsys, source)
    assert record["observations"][0]["time"] is None
    assert "date_order_unclear" in err
    assert "number_style_unclear" in err
    _, (record,), err = records(capsys, source, "--day-first", "--decimal", "comma")
    (one,) = record["observations"]
    assert (one["time"], one["value"], err) == ("2024-05-03T00:00:00", 4.123, "")
    _, (record,), _ = records(capsys, source, "--month-first", "--decimal", "point")
    (one,) = record["observations"]
    assert (one["time"], one["value"]) == ("2024-03-05T00:00:00", 4123.0)


def test_wrong_usage_is_two(capsys, write):
    source = write("k.csv", TABLE)
    assert run(capsys, source, "--age", "old")[0] == 2
    assert run(capsys, source, "--sex", "x")[0] == 2
    for wrong in (["--pregnant", "maybe"], ["--day-first", "--month-first"], ["--decimal", "dot"]):
        with pytest.raises(SystemExit) as ended:
            main(["labs", str(source), *wrong])
        assert ended.value.code == 2


def test_the_table_reads_in_both_languages(capsys, write, monkeypatch):
    source = write("k.csv", TABLE)
    code, out, _ = run(capsys, source, "--age", "45y")
    assert code == 0
    assert "Potassium" in out and "critically high" in out and "3.5-5.3 (laboratory's)" in out
    assert "Critical below" in out
    assert "row 4" in out
    assert "Screening support, not a diagnosis." in out
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    _, out, _ = run(capsys, source, "--age", "45y")
    assert "钾" in out and "危急值" in out and "仅供筛查辅助" in out


def test_age_of_the_file_goes_before_the_one_that_was_typed(capsys, write):
    _, (record,), _ = records(capsys, write("a.hl7", oru(obx())), "--age", "3y", "--sex", "M")
    assert (record["patient"]["birth_date"], record["patient"]["sex"]) == ("1980-03-05", "F")
    assert record["patient"]["age_days"] is None


def mutated(content, rng):
    """One or a few bytes otherwise, a cut, or a piece twice."""
    data = bytearray(content)
    for _ in range(rng.randint(1, 6)):
        way, at = rng.randrange(4), rng.randrange(len(data) or 1)
        if way == 0:
            data[at : at + 1] = bytes([rng.randrange(256)])
        elif way == 1:
            del data[at : at + rng.randint(1, 40)]
        elif way == 2:
            data[at:at] = data[rng.randrange(len(data) or 1) :][: rng.randint(1, 60)]
        else:
            data[at:at] = rng.choice(
                [b"\0", b"|", b"\xff\xfe", b"\r", b'"', b"1e999", b"\xed\xa0\x80"]
            )
        if not data:
            data = bytearray(b"x")
    return bytes(data)


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_answered_or_refused_and_never_a_bug(capsys, write, seed):
    """Whatever stands in a file: a record or a code, valid JSON, no traceback."""
    rng = random.Random(seed)
    sources = [
        path.read_bytes() for path in sorted(DATA.glob("answer_*")) if path.suffix != ".jsonl"
    ]
    sources += [TABLE.encode(), bundle(observation()), oru(obx()).encode()]
    paths = [write(f"{n}.x", mutated(rng.choice(sources), rng)) for n in range(40)]
    code, found, err = records(capsys, *paths)
    assert code in (0, 1)
    assert {one["path"] for one in found} == set(map(str, paths))
    assert "Traceback" not in err
    assert all(("error" in one) != ("observations" in one) for one in found)
    assert run(capsys, *paths)[0] == code


def test_without_a_store_no_risk_model_is_asked(capsys, write):
    """There is nobody who switched anything on."""
    _, (record,), _ = records(capsys, write("k.csv", TABLE))
    assert record["risks"] == []


def test_pregnancy_altitude_and_the_choice_of_ranges_are_taken_and_shown(capsys, write):
    path = write("hb.csv", "Test,Result,Unit,Date\nHb,112,g/L,2024-03-01 08:00\nCa,2.54,mmol/L,\n")
    more = ("--age", "30y", "--sex", "F", "--trimester", "2", "--altitude", "2300")
    code, (record,), _ = records(capsys, path, *more, "--ranges", "china")
    assert code == 0
    haemoglobin = record["observations"][0]
    assert record["patient"]["pregnant"] == "yes"
    assert (record["patient"]["trimester"], record["patient"]["altitude_m"]) == (2, 2300.0)
    assert "trimester" in haemoglobin["range"]["source"].casefold()
    assert "lab_altitude" in [one["code"] for one in haemoglobin["cautions"]]
    _, out, _ = run(capsys, path, "--age", "30y", "--sex", "F", "--ranges", "china")
    assert "Published reference ranges first: Chinese (WS/T)" in out
    _, out, _ = run(capsys, path, "--age", "30y", "--sex", "F")
    assert "Published reference ranges first: International" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--trimester", "1", "--sex", "M"), "without a pregnancy"),
        (("--trimester", "1", "--pregnant", "no"), "without a pregnancy"),
        (("--altitude", "9000"), "-450 to 6000 metres"),
        (("--altitude", "nan"), "-450 to 6000 metres"),
        (("--weight", "4000"), "400"),
        (("--height", "nan"), "260"),
    ],
)
def test_what_cannot_be_of_a_person_is_refused(capsys, write, arguments, words):
    status, out, err = run(capsys, write("k.csv", TABLE), *arguments)
    assert (status, out) == (2, "")
    assert words in err


def test_what_the_file_says_goes_before_what_was_typed_and_that_is_told(capsys, write):
    path = write("a.hl7", oru(obx("9.1")))
    _, (record,), _ = records(capsys, path, "--age", "3y", "--sex", "M")
    told = [one["code"] for one in record["cautions"]]
    assert {"labs_typed_age_unused", "labs_typed_sex_unused"} <= set(told)
    assert record["patient"]["sex"] == "F"


def test_weight_and_height_serve_the_scores_that_need_them(capsys, write):
    path = write("cr.csv", "Test,Result,Unit,Specimen\nCreatinine,88.4,umol/L,Serum\n")
    more = ("--age", "60y", "--sex", "M", "--weight", "72", "--height", "175")
    _, (record,), _ = records(capsys, path, *more)
    by_name = {one["name"]: one for one in record["calculators"]}
    # (140 - 60) x 72 / (72 x 1 mg/dL)
    assert by_name["creatinine_clearance_cockcroft_gault"]["value"] == 80
    assert by_name["bmi_china"]["value"] == 23.5


def test_one_field_of_a_megabyte_does_not_flood_the_table(capsys, write):
    path = write("long.hl7", oru(obx("x" * 1_000_000, kind="TX"), obx("4.1")))
    code, out, _ = run(capsys, path)
    assert code == 0
    assert "x…" in out and len(out) < 10_000
    _, (record,), _ = records(capsys, path)
    assert len(record["observations"][0]["value"]) == 1_000_000


def test_what_a_formula_gives_is_shown_in_the_unit_of_the_table(capsys, write):
    lipids = (
        "Test,Result,Unit\nTotal cholesterol,200,mg/dL\nHDL-C,50,mg/dL\nTriglycerides,150,mg/dL\n"
    )
    path = write("lipids.csv", lipids)
    _, out, _ = run(capsys, path)
    assert "3.10 mmol/L (120 mg/dL)" in out
    _, (record,), _ = records(capsys, path)
    ldl = next(one for one in record["calculators"] if one["name"] == "ldl_friedewald")
    assert (ldl["value"], ldl["unit"]) == (120, "mg/dL")
    assert (ldl["shown"]["value"], ldl["shown"]["unit"]) == (3.1, "mmol/L")


CREATININES = (
    "Name,ID,Sex,Birth date,Test,Result,Unit,Specimen,Taken\n"
    "A B,X1,F,1968-01-30,Creatinine,104,umol/L,serum,2026-03-02 08:05\n"
    "A B,X1,F,1968-01-30,Creatinine,148,umol/L,serum,2026-03-0{day} 08:{minute}\n"
)


def test_why_there_is_no_filtration_rate_is_said(capsys, write):
    path = write("cr.csv", CREATININES.format(day=4, minute="00"))
    _, out, _ = run(capsys, path)
    assert "eGFR from creatinine (CKD-EPI 2021)" in out
    assert "The creatinine is moving, as in acute kidney injury" in out


def test_a_filtration_rate_of_a_creatinine_that_changes_says_so(capsys, write):
    path = write("cr.csv", CREATININES.format(day=4, minute="30"))
    more = ("--weight", "72", "--height", "175")
    _, out, _ = run(capsys, path, *more)
    assert "35 mL/min" in out and "The creatinine is changing" in out
    _, (record,), _ = records(capsys, path, *more)
    by_name = {one["name"]: one for one in record["calculators"]}
    for name in ("egfr_ckd_epi_2021", "creatinine_clearance_cockcroft_gault"):
        assert "creatinine_changing" in str(by_name[name])
