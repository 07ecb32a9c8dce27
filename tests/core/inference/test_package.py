"""Protects: nothing of a package is used unless all of it is what its manifest says."""

import pytest

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.package import open_package, verify_files
from tests.data.packages import finding_network, manifest, seal, write_package


@pytest.fixture
def folder(tmp_path):
    return write_package(tmp_path / "tiny", finding_network(), manifest("tiny"))


def _refusal(folder):
    with pytest.raises(ModelRejected) as caught:
        verify_files(open_package(folder))
    return caught.value


def test_a_whole_package_opens(folder):
    package = open_package(folder)
    verify_files(package)
    assert package.name == "tiny"
    assert package.card().startswith("# tiny")


def test_a_changed_network_is_refused_by_name(folder):
    path = folder / "model.fp32.onnx"
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    refusal = _refusal(folder)
    assert refusal.code == "model_hash_mismatch"
    assert refusal.parameters == {"name": "tiny", "file": "model.fp32.onnx"}


def test_a_network_changed_after_opening_is_refused(folder):
    package = open_package(folder)
    (folder / "model.fp32.onnx").write_bytes(b"other")
    with pytest.raises(ModelRejected) as caught:
        package.network(package.manifest.variants[0])
    assert caught.value.code == "model_hash_mismatch"


@pytest.mark.parametrize("file", ["model.fp32.onnx", "LICENSE", "MODEL_CARD.md"])
def test_a_missing_file_is_refused_by_name(folder, file):
    (folder / file).unlink()
    refusal = _refusal(folder)
    assert (refusal.code, refusal.parameters["file"]) == ("model_file_missing", file)


def test_a_file_that_the_manifest_does_not_list_is_refused(folder):
    (folder / "extra.py").write_text("print()")
    assert _refusal(folder).code == "model_unlisted_file"


def test_a_folder_without_manifest_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    assert _refusal(tmp_path / "empty").code == "model_manifest_missing"


def test_a_name_that_leaves_the_folder_is_refused(folder, tmp_path):
    content = manifest("tiny")
    (tmp_path / "outside").write_text("x")
    sealed = seal(folder, content)
    text = (sealed / "manifest.json").read_text()
    (sealed / "manifest.json").write_text(text.replace('"LICENSE"', '"../outside"'))
    assert _refusal(folder).code in ("model_unlisted_file", "model_file_missing")


def test_a_link_out_of_the_folder_is_refused(folder, tmp_path):
    outside = tmp_path / "outside"
    outside.write_bytes((folder / "LICENSE").read_bytes())
    (folder / "LICENSE").unlink()
    (folder / "LICENSE").symlink_to(outside)
    assert _refusal(folder).code == "model_unlisted_file"


def test_a_huge_manifest_is_refused_unread(folder):
    (folder / "manifest.json").write_bytes(b" " * (2**20 + 1))
    assert _refusal(folder).code == "model_too_large"
