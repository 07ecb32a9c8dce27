"""Protects: `meddx report` writes, lists and verifies as the contract says, never over a file."""

import json
import os
from datetime import date

import pytest

from meddx_desktop.cli import main
from meddx_desktop.core.domain.people import Role
from tests import clinic, desks, made_reports

OWNER, CLINICIAN = desks.PEOPLE[Role.OWNER], desks.PEOPLE[Role.CLINICIAN]


@pytest.fixture
def store(tmp_path):
    """A locked store with one case, whose id comes second."""
    app = clinic.open_clinic(tmp_path / "store")
    case = clinic.file(app)
    app.access.close()
    return app.folder, case.case_id


def run(capsys, *arguments):
    reading, writing = os.pipe()
    os.write(writing, (desks.PASSPHRASE + "\n").encode())
    os.close(writing)
    code = main(["report", *map(str, arguments), "--passphrase-fd", str(reading)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def record(capsys, *arguments):
    code, out, _ = run(capsys, *arguments, "--format", "json")
    (line,) = out.splitlines()
    return code, json.loads(line)


def test_export_then_verify(capsys, store, tmp_path):
    folder, case_id = store
    target = tmp_path / "report.pdf"
    at = ("--store", folder, "--user", CLINICIAN)
    code, out, err = run(capsys, "export", case_id, "--out", target, "--no-films", *at)
    assert code == 0 and "SHA-256" in out
    assert "plain copy" in err
    assert "Not reviewed by a clinician." in made_reports.text_of(target.read_bytes())[0]
    code, found = record(capsys, "verify", target, "--store", folder, "--user", OWNER)
    assert (code, found["code"], found["trail"]["whole"]) == (0, "report_unchanged", True)
    assert found["exported"]["case"] == case_id and found["exported"]["by"] == CLINICIAN
    assert found["message"].startswith("This is the file that Dr Lin let out")


def test_a_changed_file_is_answered_with_1(capsys, store, tmp_path):
    target = tmp_path / "x.pdf"
    target.write_bytes(b"%PDF-1.7 another")
    code, found = record(capsys, "verify", target, "--store", store[0], "--user", OWNER)
    assert (code, found["code"], found["exported"]) == (1, "report_unknown", None)


@pytest.mark.parametrize(("as_", "begins"), [("fhir", b"{"), ("sr", b"\0")])
def test_other_formats(capsys, store, tmp_path, as_, begins):
    target = tmp_path / "out"
    at = ("--store", store[0], "--user", CLINICIAN)
    code, made = record(capsys, "export", store[1], "--as", as_, "--out", target, *at)
    assert code == 0 and len(made["sha256"]) == 64
    assert target.read_bytes().startswith(begins)


def test_chinese_on_paper(capsys, store, tmp_path):
    target = tmp_path / "slip.pdf"
    at = ("--store", store[0], "--user", CLINICIAN, "--kind", "slip", "--lang", "zh")
    code, *_ = run(capsys, "export", store[1], "--out", target, *at)
    assert code == 0
    assert "未经医师审核" in made_reports.text_of(target.read_bytes())[0]


def test_a_file_that_is_there_stays(capsys, store, tmp_path):
    target = tmp_path / "report.pdf"
    target.write_text("mine")
    at = ("--store", store[0], "--user", CLINICIAN)
    code, failed = record(capsys, "export", store[1], "--out", target, *at)
    assert (code, failed["error"]["code"]) == (2, "report_exists")
    assert target.read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("export", "nobody"), 2, "case_gone"),
        (("export", "nobody", "--kind", "slip", "--as", "sr"), 2, "report_format_unfit"),
        (("list", "--day", "tomorrow"), 2, "report_day_invalid"),
    ],
)
def test_wrong_use_is_named(capsys, store, tmp_path, arguments, code, error):
    at = ("--store", store[0], "--user", CLINICIAN, "--out", tmp_path / "x")
    found, failed = record(capsys, *arguments, *at)
    assert (found, failed["error"]["code"]) == (code, error)
    assert not (tmp_path / "x").exists()


def test_who_may_not_is_refused(capsys, store, tmp_path):
    at = ("--store", store[0], "--user", desks.PEOPLE[Role.SCREENING_OFFICER])
    code, failed = record(capsys, "export", store[1], "--out", tmp_path / "x", *at)
    assert (code, failed["error"]["code"]) == (1, "not_permitted")


def test_the_list_of_today(capsys, store, tmp_path):
    target = tmp_path / "list.csv"
    at = ("--store", store[0], "--user", CLINICIAN)
    day = date.today().isoformat()
    code, made = record(capsys, "list", "--day", day, "--as", "csv", "--out", target, *at)
    assert code == 0 and made["path"] == str(target)
    assert "Li Xiaoyu" in target.read_text("utf-8-sig")


def test_the_blank_form_asks_for_no_passphrase(capsys, tmp_path):
    target = tmp_path / "blank.pdf"
    assert main(["report", "blank", "--out", str(target), "--lang", "zh"]) == 0
    assert str(target) in capsys.readouterr().out
    assert "手填表" in made_reports.text_of(target.read_bytes())[0]
