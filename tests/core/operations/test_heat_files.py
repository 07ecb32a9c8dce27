"""Protects: heat maps are whole or not there, named without the patient, and say what they are."""

import os

import cv2
import pytest

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.operations import heat_files, images, open_application
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.core.settings import Settings
from tests.data.packages import write_models


@pytest.fixture
def results(tmp_path):
    app = open_application(models=write_models(tmp_path / "models"), settings=Settings(), threads=1)
    return images.screen_source(app, Source(RESOURCES / "demo/1-child-cough.dcm"))


def test_one_picture_for_each_finding(results, tmp_path):
    (path,) = heat_files.write(results, tmp_path)
    picture = cv2.imread(str(path))
    assert picture.shape[1] == 1024
    assert picture.shape[0] > 1024 * 1088 // 1280, "the words stand beneath the film"
    assert "DEMO" not in path.name
    assert results[0].screening.instance.sop_instance_uid not in path.name


def test_a_corrected_film_is_drawn_as_it_was_screened_and_says_so(results, tmp_path, monkeypatch):
    (plain,) = heat_files.write(results, tmp_path)
    before = cv2.imread(str(plain))
    app = open_application(models=tmp_path / "models", settings=Settings(), threads=1)
    source = Source(RESOURCES / "demo/1-child-cough.dcm")
    lines = []
    draw = cv2.putText
    monkeypatch.setattr(cv2, "putText", lambda *a: lines.append(a[1]) or draw(*a))
    turned = images.screen_source(app, source, correction=Correction(90))
    (tmp_path / "turned").mkdir()
    (path,) = heat_files.write(turned, tmp_path / "turned")
    after = cv2.imread(str(path))
    assert after.shape[1] < before.shape[1], "the film stands on its other side"
    assert any("turned 90 degrees clockwise by hand" in line for line in lines)


def test_a_refused_film_has_none(results, tmp_path):
    app = open_application(models=tmp_path / "none", settings=Settings(), threads=1)
    refused = images.screen_source(app, Source(RESOURCES / "demo/1-child-cough.dcm"))
    assert heat_files.write(refused, tmp_path) == []


@pytest.mark.parametrize(
    ("number", "code"), [(28, "disk_full"), (13, "folder_not_writable"), (27, "disk_full")]
)
def test_what_the_disk_says_becomes_a_sentence_and_no_half_file_stays(
    results, tmp_path, monkeypatch, number, code
):
    def failing(descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(CannotWrite) as caught:
        heat_files.write(results, folder)
    assert caught.value.code == code
    assert list(folder.iterdir()) == []


def test_a_folder_that_went_away(results, tmp_path):
    with pytest.raises(CannotWrite) as caught:
        heat_files.write(results, tmp_path / "gone")
    assert caught.value.code == "folder_missing"


def test_a_file_in_the_way_of_the_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite) as caught:
        heat_files.prepare_folder(tmp_path / "file")
    assert caught.value.code == "folder_not_writable"


def test_films_of_one_uid_do_not_share_a_picture(results, tmp_path):
    from dataclasses import replace

    (result,) = results
    instance = replace(result.screening.instance, sha256="other pixels")
    other = replace(result, screening=replace(result.screening, instance=instance))
    heat_files.write((result, other), tmp_path)
    assert len(list(tmp_path.glob("*.png"))) == 2
