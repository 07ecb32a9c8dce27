"""Protects: `meddx validate` as scripts and people see it: figures, lists, codes, plots."""

import json
import os
from functools import partial

import pytest

from meddx_desktop.cli import main
from meddx_desktop.cli import validate as command
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import open_application
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.data.labelled import write_cohort
from tests.data.packages import write_models

STATED = ("--age", "3y", "--view", "AP")


@pytest.fixture(autouse=True)
def tiny_models(tmp_path_factory, monkeypatch):
    folder = write_models(tmp_path_factory.mktemp("m") / "models")
    opened = partial(open_application, models=folder, settings=Settings())
    monkeypatch.setattr(command, "open_application", lambda threads=None: opened(threads=1))


@pytest.fixture
def cohort(tmp_path):
    return write_cohort(tmp_path, positives=8, negatives=7, missed=1)


def run(capsys, cohort, *more):
    folder, labels = cohort
    arguments = [folder, "--labels", labels, "--model", "tiny-finding", *STATED, *more]
    code = main(["validate", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_page_for_reading(capsys, cohort, tmp_path):
    code, out, err = run(capsys, cohort, "--sensitivity", "0.9", "--pictures", tmp_path / "p")
    assert (code, err) == (0, "")
    assert "15 films of 15 patients, 8 with and 7 without" in out
    assert "sensitivity (recall)" in out
    assert "7/8" in out
    assert "[threshold_too_few]" in out
    assert "Not a registered medical device" in out
    assert {path.name for path in (tmp_path / "p").iterdir()} == {"roc.svg", "calibration.svg"}


def test_one_json_object(capsys, cohort):
    code, out, _ = run(capsys, cohort, "--format", "json", "--sensitivity", "0.9", "--jobs", "2")
    record = json.loads(out)
    assert code == 0
    assert record["shipped"]["sensitivity"]["hits"] == 7
    assert record["shipped"]["sensitivity"]["low"] == pytest.approx(0.4735, abs=1e-4)
    assert record["wanted"]["refused"]["code"] == "threshold_too_few"
    assert record["auc"]["low"] < record["auc"]["value"] <= record["auc"]["high"] <= 1
    assert record["site"] is None
    assert record["roc"][-1][1:] == [1.0, 0.0]


def test_a_named_film_that_is_not_there_is_a_failure(capsys, cohort):
    _, labels = cohort
    labels.write_text(labels.read_text() + "\ngone.png,P,1")
    code, out, _ = run(capsys, cohort)
    assert code == 1
    assert "gone.png" in out


def test_wrong_labels_are_wrong_usage(capsys, cohort):
    _, labels = cohort
    labels.write_text("file|pneumonia\na|1")
    code, out, err = run(capsys, cohort)
    assert (code, out) == (2, "")
    assert "comma, semicolon or tab" in err
    code, out, _ = run(capsys, cohort, "--format", "json")
    assert json.loads(out)["error"]["code"] == "labels_delimiter"
    assert code == 2


@pytest.fixture
def nothing_scored(monkeypatch):
    """Fails where films are looked at."""

    def scored(*_, **__):
        raise AssertionError("films were scored")

    monkeypatch.setattr(command.validation, "check", scored)


@pytest.mark.parametrize("wanted", ["95", "0", "-1", "0.49", "nan", "inf"])
def test_a_wrong_share_is_wrong_usage(capsys, cohort, nothing_scored, wanted):
    """0 too, and before minutes are spent on films."""
    code, out, err = run(capsys, cohort, f"--sensitivity={wanted}")
    assert (code, out) == (2, "")
    assert "99.9 %" in err


def _choosing(capsys, cohort, role, *more):
    app = open_application()
    desks.enter(app, role)
    app.access.close()
    reading, writing = os.pipe()
    os.write(writing, (desks.PASSPHRASE + "\n").encode())
    os.close(writing)
    who = ("--user", desks.PEOPLE[role], "--passphrase-fd", str(reading))
    return run(capsys, cohort, "--sensitivity", "0.9", "--choose", *who, "--format", "json", *more)


def test_who_may_not_choose_is_told_before_films_are_scored(
    capsys, cohort, nothing_scored, own_data_folder
):
    code, out, _ = _choosing(capsys, cohort, Role.CLINICIAN)
    assert code == 1
    assert json.loads(out)["error"]["code"] == "not_permitted"


def test_days_that_cannot_be_are_told_before_films_are_scored(
    capsys, cohort, nothing_scored, own_data_folder
):
    code, out, _ = _choosing(capsys, cohort, Role.OWNER, "--days", "731")
    assert code == 2
    assert json.loads(out)["error"]["code"] == "threshold_days_invalid"


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_labels_that_are_no_file_are_refused(capsys, cohort, tmp_path, kind):
    labels = tmp_path / "labels"
    if kind == "pipe":
        os.mkfifo(labels)
    else:
        labels.symlink_to("/dev/zero")
    code, out, _ = run(capsys, (cohort[0], labels), "--format", "json")
    assert code == 2
    assert json.loads(out)["error"]["code"] == "labels_missing"


def test_a_pipe_among_the_films_is_not_waited_for(capsys, cohort):
    os.mkfifo(cohort[0] / "pipe.png")
    code, out, _ = run(capsys, cohort, "--format", "json")
    assert code == 0
    assert json.loads(out)["shipped"]["sensitivity"]["total"] == 8
