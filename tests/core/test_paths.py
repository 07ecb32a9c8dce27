"""Protects: resources and models are found from the source tree, data where the user says."""

from pathlib import Path

from meddx_desktop.core import paths


def test_resources_and_models_are_there():
    assert (paths.RESOURCES / "demo").is_dir()
    assert paths.MODELS.is_dir()


def test_data_folder_follows_the_override(monkeypatch, tmp_path):
    monkeypatch.setenv("MEDDX_DATA", str(tmp_path))
    assert paths.data_folder() == tmp_path


def test_data_folder_is_never_beside_the_program(monkeypatch):
    monkeypatch.delenv("MEDDX_DATA")
    assert not paths.data_folder().is_relative_to(paths.ROOT)


def test_private_folder_is_the_owners_alone(tmp_path):
    folder = paths.private_folder(tmp_path / "a" / "b")
    assert folder.stat().st_mode & 0o077 == 0
    assert isinstance(folder, Path)
