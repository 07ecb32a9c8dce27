"""Protects the main job: a real film in, a real model's findings, map and window out."""

import json
import os
import subprocess
import sys

import cv2
import pytest

from meddx_desktop.core.paths import ROOT


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """What `meddx demo --out` leaves behind, started as a user starts it."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {**os.environ, "MEDDX_DATA": str(folder / "data"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "meddx_desktop", "demo", "--out", str(folder / "out")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
    )
    return done, folder / "out"


@pytest.fixture(scope="module")
def records(demo):
    lines = (demo[1] / "results.jsonl").read_text("utf-8").splitlines()
    return {record["patient_id"]: record for record in map(json.loads, lines)}


def test_it_ends_well_and_says_nothing_unexpected(demo):
    done, _ = demo
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Screening support, not a diagnosis." in done.stdout


def test_the_sick_child_is_found_and_the_healthy_one_is_below(records):
    sick, well = records["DEMO-001"], records["DEMO-002"]
    assert sick["gate"]["accepted"]
    assert well["gate"]["accepted"]
    assert sick["findings"][0]["label"] == "pneumonia"
    assert sick["findings"][0]["call"] != "negative"
    assert well["findings"][0]["call"] != "positive"
    assert sick["findings"][0]["probability"] > well["findings"][0]["probability"]


def test_the_adult_is_read_by_the_adults_model_and_the_phantom_gets_a_reason(records):
    adult, head = records["DEMO-003"], records["DEMO-004"]
    assert adult["model"]["name"] == "cxr-findings-adults"
    assert [finding["label"] for finding in adult["findings"]] == ["abnormal"]
    held_back = {"pneumonia", "mass", "pneumothorax", "tuberculosis"}
    assert held_back <= set(adult["not_assessed"]), "no score without evidence, and said so"
    assert adult["findings"][0]["region"] is None, "its map points no better than a guess"
    assert "modality_outside" in {reason["code"] for reason in head["gate"]["reasons"]}
    assert head["findings"] == []


def test_tuberculosis_is_named_as_not_looked_for(records):
    assert all("tuberculosis" in record["not_assessed"] for record in records.values())


def test_every_score_names_what_made_it(records):
    model = records["DEMO-001"]["model"]
    assert model["name"] == "cxr-pneumonia-children"
    assert model["provider"] == "CPUExecutionProvider"
    assert len(model["sha256"]) == 64


def test_pictures_are_there_and_not_blank(demo):
    pictures = sorted(demo[1].glob("*.png"))
    assert len(pictures) == 3, (
        "two heat maps and the window: the adults' map points no better than a guess"
    )
    for path in pictures:
        assert cv2.imread(str(path)).std() > 10, path.name


def test_the_sick_child_is_assessed_with_what_to_do(demo):
    lines = (demo[1] / "assessments.jsonl").read_text("utf-8").splitlines()
    (child,) = map(json.loads, lines)
    assert child["patient_id"] == "DEMO-001"
    assert child["conditions"][0]["key"] == "pneumonia_child"
    assert "child_pneumonia" in {alert["name"] for alert in child["alerts"]}
    film = [line for line in child["conditions"][0]["lines"] if line["group"] == "film"]
    assert film[0]["places"][0]["film"], "the film's line leads to the film"
