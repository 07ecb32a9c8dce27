"""Protects: one bad package costs only itself, and says why."""

import pytest

from meddx_desktop.core.errors import InvalidEntry, ModelRejected
from meddx_desktop.core.inference.registry import ModelRegistry
from tests.data.packages import write_models


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


def test_an_unknown_name_is_told_so(tmp_path):
    with pytest.raises(InvalidEntry) as caught:
        ModelRegistry(tmp_path / "nothing").package("x")
    assert caught.value.code == "model_unknown"
