"""Protects: `meddx deidentify` writes what it says, over no file, and prints no identifier."""

import json
import os

import pytest

from meddx_desktop.cli import main
from meddx_desktop.core.domain.people import Role
from tests import clinic, desks
from tests.made_reports import offline_fpdf  # noqa: F401  # before sockets are refused

TEXT = "Patient name: Li Na, MRN 0012345, seen 2024-03-05 by Dr. Brown. T 37.8."


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.txt"
    path.write_text(TEXT, "utf-8")
    return path


def _run(capsys, *arguments):
    code = main(["deidentify", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_note_is_written_without_its_identifiers(capsys, source, tmp_path):
    target = tmp_path / "out.txt"
    code, out, err = _run(capsys, source, target)
    assert code == 0
    assert target.read_text("utf-8") == (
        "Patient name: [NAME 1], MRN [RECORD NUMBER], seen [DATE] by Dr. [NAME 2]. T 37.8."
    )
    assert "4" in out and "Brown" not in out
    assert "beside the original" in err
    assert source.read_text("utf-8") == TEXT


def test_pages_that_were_not_read_are_told(capsys, tmp_path):
    import fpdf  # only once sockets may be refused: see made_reports

    source = tmp_path / "in.pdf"
    made = fpdf.FPDF()
    made.set_font("helvetica", size=12)
    made.add_page()
    made.cell(text="Seen by Dr. Brown.")
    made.add_page()
    source.write_bytes(bytes(made.output()))
    code, _, err = _run(capsys, source, tmp_path / "out.txt")
    assert code == 0 and "Pages of this document (1) hold no text" in err
    assert (tmp_path / "out.txt").read_text("utf-8").startswith("Seen by Dr. [NAME 1].")


def test_json_names_places_and_no_words(capsys, source, tmp_path):
    code, out, _ = _run(capsys, source, tmp_path / "out.txt", "--format", "json")
    record = json.loads(out)
    assert code == 0
    assert [one["kind"] for one in record["replacements"]] == [
        "name",
        "record_number",
        "date",
        "name",
    ]
    assert "Li Na" not in out and "0012345" not in out


def test_names_come_from_a_file(capsys, tmp_path):
    source, names = tmp_path / "in.md", tmp_path / "names.txt"
    source.write_text("okafor came with pinewood, file Q7.", "utf-8")
    names.write_text("Okafor Priya\nQ7\n", "utf-8")
    assert _run(capsys, source, tmp_path / "out.md", "--names", names)[0] == 0
    written = (tmp_path / "out.md").read_text("utf-8")
    assert written == "[PATIENT] came with pinewood, file [RECORD NUMBER]."
    assert _run(capsys, source, tmp_path / "b.md", "--names", tmp_path / "none")[0] == 2


def test_a_file_that_is_there_stays(capsys, source, tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("mine", "utf-8")
    code, _, err = _run(capsys, source, target)
    assert (code, target.read_text("utf-8")) == (2, "mine")
    assert "--force" in err
    assert _run(capsys, source, target, "--force")[0] == 0
    assert target.read_text("utf-8") != "mine"
    assert _run(capsys, source, source, "--force")[0] == 2
    assert source.read_text("utf-8") == TEXT


@pytest.mark.parametrize("name", ["out.docx", "out.pdf", "OUT.DOCX", "out"])
def test_plain_text_gets_no_other_ending(capsys, source, tmp_path, name):
    code, out, _ = _run(capsys, source, tmp_path / name, "--force", "--format", "json")
    assert (code, json.loads(out)["error"]["code"]) == (2, "deidentified_not_text")
    assert not (tmp_path / name).exists()


def test_a_folder_is_no_file_to_write_to(capsys, source, tmp_path):
    (tmp_path / "there").mkdir()
    code, _, err = _run(capsys, source, tmp_path / "there", "--force")
    assert code == 2 and "is a folder" in err


def test_a_name_in_two_sentences_takes_nothing_between(capsys, source, tmp_path):
    (tmp_path / "names").write_text("John Smith\n", "utf-8")
    source.write_text("John Smith denies fever. John Smith fell.", "utf-8")
    assert _run(capsys, source, tmp_path / "o.txt", "--names", tmp_path / "names")[0] == 0
    assert (tmp_path / "o.txt").read_text("utf-8") == "[PATIENT] denies fever. [PATIENT] fell."


def test_dates_can_be_moved(capsys, source, tmp_path):
    assert _run(capsys, source, tmp_path / "out.txt", "--dates", "shift")[0] == 0
    written = (tmp_path / "out.txt").read_text("utf-8")
    assert "2024-03-05" not in written and "[DATE]" not in written


def test_what_is_no_note_is_refused_with_its_reason(capsys, tmp_path):
    (tmp_path / "in.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    code, out, _ = _run(capsys, tmp_path / "in.txt", tmp_path / "o.txt", "--format", "json")
    assert (code, json.loads(out)["error"]["code"]) == (1, "note_picture")
    assert not (tmp_path / "o.txt").exists()


@pytest.mark.parametrize(("role", "code"), [(Role.CLINICIAN, 0), (Role.SCREENING_OFFICER, 1)])
def test_with_a_store_the_role_decides(capsys, source, tmp_path, role, code):
    app = clinic.open_clinic(tmp_path / "store")
    app.access.close()
    reading, writing = os.pipe()
    os.write(writing, f"{desks.PASSPHRASE}\n".encode())
    os.close(writing)
    at = ("--store", app.folder, "--user", desks.PEOPLE[role], "--passphrase-fd", reading)
    assert _run(capsys, source, tmp_path / "out.txt", *at)[0] == code
    assert (tmp_path / "out.txt").exists() is (code == 0)
