"""Protects: one bad package costs only itself, and says why."""

import shutil

import pytest

from meddx_desktop.core.errors import InvalidEntry, ModelRejected
from meddx_desktop.core.inference.registry import ModelRegistry
from tests.data.packages import write_models, write_sums


def test_gate_and_models_are_told_apart(tmp_path):
    registry = ModelRegistry(write_models(tmp_path / "models"))
    assert registry.gate.name == "tiny-gate"
    assert [package.name for package in registry.screening] == ["tiny-finding"]


def test_a_refused_package_is_listed_with_its_reason(tmp_path):
    models = write_models(tmp_path / "models")
    (models / "broken").mkdir()
    registry = ModelRegistry(models)
    assert [refusal.code for refusal in registry.listing.refused] == ["model_manifest_missing"]
    assert len(registry.listing.packages) == 2
    with pytest.raises(ModelRejected):
        registry.package("broken")


def test_a_delivered_package_that_is_gone_is_told(tmp_path):
    """Without a word, its films would read as films that no model was made for."""
    models = write_models(tmp_path / "models")
    shutil.rmtree(models / "tiny-finding")
    (refusal,) = ModelRegistry(models).listing.refused
    assert (refusal.code, refusal.parameters["name"]) == ("model_manifest_missing", "tiny-finding")


def test_an_unknown_name_is_told_so(tmp_path):
    with pytest.raises(InvalidEntry) as caught:
        ModelRegistry(tmp_path / "nothing").package("x")
    assert caught.value.code == "model_unknown"


def test_a_changed_manifest_is_refused(tmp_path):
    models = write_models(tmp_path / "models")
    manifest = models / "tiny-finding/manifest.json"
    manifest.write_text(manifest.read_text().replace('"threshold": 0.5', '"threshold": 0.54'))
    (refusal,) = ModelRegistry(models).listing.refused
    assert refusal.code == "model_hash_mismatch"
    assert refusal.parameters["file"] == "manifest.json"


@pytest.mark.parametrize("sums", [None, "", "rubbish", "abc  other/manifest.json"])
def test_without_its_line_in_the_list_no_package_is_used(tmp_path, sums):
    models = write_models(tmp_path / "models")
    (models / "SHA256SUMS").unlink()
    if sums is not None:
        (models / "SHA256SUMS").write_text(sums)
    listing = ModelRegistry(models).listing
    assert listing.packages == ()
    here = [refusal for refusal in listing.refused if refusal.parameters["name"] != "other"]
    assert {refusal.code for refusal in here} == {"model_not_listed"}


def test_a_manifest_nested_without_end_is_refused(tmp_path):
    models = write_models(tmp_path / "models")
    (models / "tiny-finding/manifest.json").write_text("[" * 200_000)
    write_sums(models)
    (refusal,) = ModelRegistry(models).listing.refused
    assert refusal.code == "model_manifest_invalid"
