"""Protects the command line's contract: one record per image and model, codes, exit codes."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from functools import partial

import pytest

from meddx_desktop.cli import main
from meddx_desktop.cli import screen as screen_command
from meddx_desktop.core.operations import open_application
from meddx_desktop.core.paths import RESOURCES, ROOT
from meddx_desktop.core.settings import Settings
from tests.data.packages import write_models

DEMO = RESOURCES / "demo"
CHILD, ADULT = DEMO / "1-child-cough.dcm", DEMO / "3-adult.dcm"
PHANTOM = DEMO / "4-head-phantom.dcm"


@pytest.fixture(autouse=True)
def tiny_models(tmp_path_factory, monkeypatch):
    folder = write_models(tmp_path_factory.mktemp("m") / "models")
    opened = partial(open_application, models=folder, settings=Settings())
    monkeypatch.setattr(
        screen_command, "open_application", lambda settings=None, threads=None: opened(threads=1)
    )


def _run(capsys, *arguments):
    code = main(["screen", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def _records(capsys, *arguments):
    code, out, err = _run(capsys, *arguments, "--format", "json")
    return code, [json.loads(line) for line in out.splitlines()], err


def test_a_film_turned_by_hand_says_so(capsys, tmp_path):
    """What was done stands in the record beside the caution; the film and its UID stay."""
    maps = tmp_path / "maps"
    _, (plain,), _ = _records(capsys, CHILD)
    code, (record,), _ = _records(capsys, CHILD, "--turn", "90", "--invert", "--heatmaps", maps)
    assert code == 0
    assert record["correction"] == {
        "turned_clockwise": 90,
        "inverted": True,
        "by": "",
        "at": None,
    }
    assert "correction" not in plain
    (told,) = [one for one in record["gate"]["reasons"] if one["code"] == "film_corrected"]
    assert "turned 90° to the right and un-inverted" in told["message"]
    assert record["gate"]["accepted"]
    assert record["sop_instance_uid"] == plain["sop_instance_uid"]
    assert len(list(maps.iterdir())) == 1


def test_no_other_turn_and_no_mirror(capsys):
    for wrong in (("--turn", "45"), ("--turn", "left"), ("--flip",)):
        with pytest.raises(SystemExit) as ended:
            _run(capsys, CHILD, *wrong)
        assert ended.value.code == 2


def test_one_record_as_the_contract_has_it(capsys):
    code, (record,), err = _records(capsys, CHILD)
    assert code == 0
    assert err == ""
    assert set(record) == {
        "path",
        "patient_id",
        "study_uid",
        "sop_instance_uid",
        "frame",
        "model",
        "on_trial",
        "gate",
        "findings",
        "not_assessed",
        "timing_ms",
    }
    assert (record["frame"], record["on_trial"]) == (1, False)
    assert set(record["model"]) == {"name", "version", "variant", "provider", "sha256"}
    assert record["gate"] == {"accepted": True, "reasons": []}
    (finding,) = record["findings"]
    assert set(finding) == {
        "code",
        "label",
        "probability",
        "threshold",
        "not_sure",
        "call",
        "region",
    }
    assert finding["code"] == {"value": "233604007", "scheme": "SCT", "meaning": "Pneumonia"}
    assert finding["call"] in ("positive", "negative", "not_sure")
    assert set(record["timing_ms"]) == {"read", "preprocess", "infer", "total"}


def test_a_refusal_with_a_reason_is_an_answer(capsys):
    code, (record,), _ = _records(capsys, PHANTOM)
    assert code == 0
    assert record["model"] is None
    assert record["findings"] == []
    assert not record["gate"]["accepted"]
    assert record["gate"]["reasons"][0]["code"] == "no_model_applies"
    assert all(reason["message"].endswith(".") for reason in record["gate"]["reasons"])


def test_a_named_input_that_fails_is_a_record_and_exit_code_1(capsys, tmp_path):
    broken = tmp_path / "broken.dcm"
    broken.write_bytes(CHILD.read_bytes()[:2000])
    code, records, _ = _records(capsys, broken, CHILD)
    assert code == 1
    assert set(records[0]) == {"path", "error"}
    assert set(records[0]["error"]) == {"code", "message"}
    assert records[1]["gate"]["accepted"]


def test_what_is_no_picture_inside_a_folder_is_counted_not_failed(capsys):
    code, records, err = _records(capsys, DEMO)
    assert code == 0
    assert len(records) == 4
    others = [path for path in DEMO.iterdir() if path.suffix != ".dcm"]
    assert f"{len(others)} files inside folders or archives are no pictures" in err


def test_an_empty_folder_says_so(capsys, tmp_path):
    code, records, err = _records(capsys, tmp_path)
    assert (code, records) == (1, [])
    assert "No film was found" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--age", "45"],
        ["--sex", "X"],
        ["--view", "UP"],
        ["--model", "nothing"],
        ["--model", "tiny-gate"],
    ],
)
def test_wrong_usage_is_exit_code_2_with_a_sentence(capsys, arguments):
    code, out, err = _run(capsys, CHILD, *arguments)
    assert code == 2
    assert out == ""
    assert err.startswith("meddx: ")


@pytest.mark.parametrize(
    "arguments", [[], ["x", "--jobs", "0"], ["x", "--device", "tpu"], ["x", "--format", "xml"]]
)
def test_unknown_options_end_as_argparse_ends_them(arguments):
    with pytest.raises(SystemExit) as caught:
        main(["screen", *arguments])
    assert caught.value.code == 2


def test_age_and_view_serve_films_that_carry_none(capsys, tmp_path):
    from tests.core.imaging.test_analyze import _picture

    path = _picture(tmp_path, 200)
    _, (asking,), _ = _records(capsys, path)
    assert [reason["code"] for reason in asking["gate"]["reasons"]] == ["age_missing"]
    _, (told,), _ = _records(capsys, path, "--age", "3y", "--view", "AP", "--sex", "F")
    assert told["gate"]["accepted"]
    assert told["findings"]


def test_table_puts_what_has_no_score_on_top_and_ends_with_the_words(capsys, tmp_path):
    (tmp_path / "x.dcm").write_bytes(b"")
    code, out, _ = _run(capsys, CHILD, PHANTOM, tmp_path / "x.dcm")
    lines = out.splitlines()
    assert code == 1
    assert "Failed" in lines[2]
    assert "No score" in lines[3]
    assert "Not the chance of disease." in out
    assert lines[-1].startswith("Screening support, not a diagnosis.")


def test_csv_is_one_row_a_finding_and_no_formula(capsys, tmp_path, monkeypatch):
    named = tmp_path / "=cmd.dcm"
    shutil.copy(CHILD, named)
    monkeypatch.chdir(tmp_path)
    code, out, _ = _run(capsys, "=cmd.dcm", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert rows[0]["path"] == "'=cmd.dcm"
    assert rows[0]["finding"] == "pneumonia"
    assert rows[0]["not_assessed"] == "tuberculosis"


def test_csv_of_a_failure_fills_the_last_column(capsys, tmp_path):
    (tmp_path / "x.dcm").write_bytes(b"")
    _, out, _ = _run(capsys, tmp_path / "x.dcm", PHANTOM, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows[0]["error"] == "file_empty"
    assert rows[1]["accepted"] == "false"
    assert rows[1]["reasons"].startswith("no_model_applies")


def test_names_with_emoji_newline_and_broken_utf8(capsys, tmp_path):
    folder = tmp_path / "films"
    folder.mkdir()
    shutil.copy(CHILD, folder / "胸片 🩻\nsecond line.dcm")
    shutil.copy(CHILD, os.fsencode(folder) + b"/\xff\xfe.dcm")
    code, records, _ = _records(capsys, folder)
    assert code == 0
    assert len(records) == 2
    assert any("🩻\nsecond line" in record["path"] for record in records)
    code, out, _ = _run(capsys, folder)
    assert "\\nsecond line" in out, "a name can't break the table"


def test_jobs_answer_the_same_in_the_same_order(capsys, tmp_path):
    for index in range(5):
        shutil.copy(CHILD if index % 2 else ADULT, tmp_path / f"{index}.dcm")
    _, one, _ = _records(capsys, tmp_path)
    _, three, _ = _records(capsys, tmp_path, "--jobs", "3")
    for record in (*one, *three):
        del record["timing_ms"]
    assert one == three


def test_heat_maps_are_written_and_a_full_disk_is_told(capsys, tmp_path, monkeypatch):
    folder = tmp_path / "maps"
    code, records, err = _records(capsys, CHILD, "--heatmaps", folder)
    assert code == 0
    assert len(list(folder.glob("*.png"))) == 1
    assert "keep the folder safe" in err

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, records, _ = _records(capsys, CHILD, "--heatmaps", folder)
    assert code == 1
    assert records[0]["findings"], "the result itself is not lost"
    assert records[1]["error"]["code"] == "disk_full"


def test_heat_map_folder_that_can_not_be_made(capsys, tmp_path):
    (tmp_path / "file").write_text("")
    code, _, err = _run(capsys, CHILD, "--heatmaps", tmp_path / "file")
    assert code == 1
    assert "[folder_not_writable]" in err


def test_interrupt_keeps_what_is_done(capsys, monkeypatch, tmp_path):
    from meddx_desktop.core.operations import batch

    real = batch.screen_all

    def interrupted(*args, **kwargs):
        yield next(real(*args, **kwargs))
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "screen_all", interrupted)
    code, records, err = _records(capsys, CHILD, ADULT)
    assert code == 130
    assert len(records) == 1
    assert "1 answered" in err


def test_a_closed_pipe_is_no_crash():
    command = f"{sys.executable} -m meddx_desktop screen --help | head -1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
