"""Protects: a network may be missing only where nothing in this build could run it, and is told."""

import importlib.machinery

import pytest

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference import package as packages
from meddx_desktop.core.inference import providers, session
from meddx_desktop.core.inference.package import open_package, verify_files
from meddx_desktop.core.inference.providers import CPU, CUDA
from tests.data.packages import finding_network, manifest, seal, write_package

CARD_ONLY = "model.fp16.onnx"
BOTH = [
    {"file": "model.fp32.onnx", "precision": "fp32", "providers": [CPU]},
    {"file": CARD_ONLY, "precision": "fp16", "providers": [CUDA]},
]


@pytest.fixture
def folder(tmp_path):
    content = manifest("tiny", variants=BOTH)
    folder = write_package(tmp_path / "tiny", finding_network(), content)
    (folder / CARD_ONLY).write_bytes((folder / "model.fp32.onnx").read_bytes())
    return seal(folder, content)


@pytest.fixture
def build(monkeypatch):
    """Let the build be one that brought these providers."""

    def brings(*names):
        monkeypatch.setattr(packages.providers, "brought", lambda: frozenset(names))
        monkeypatch.setattr(session, "brought", lambda: frozenset(names))

    return brings


def test_a_build_for_the_processor_does_without_the_cards_network(folder, build):
    build(CPU)
    (folder / CARD_ONLY).unlink()
    opened = open_package(folder, delivered=True)
    verify_files(opened)
    assert opened.left_out == (CARD_ONLY,)
    assert opened.variant_for(CUDA).file == "model.fp32.onnx"


def test_a_build_for_cards_must_have_it(folder, build):
    build(CPU, CUDA)
    assert open_package(folder, delivered=True).left_out == ()
    (folder / CARD_ONLY).unlink()
    with pytest.raises(ModelRejected, check=lambda one: one.code == "model_file_missing"):
        open_package(folder, delivered=True)


def test_what_comes_from_elsewhere_must_be_whole(folder, build):
    build(CPU)
    (folder / CARD_ONLY).unlink()
    with pytest.raises(ModelRejected, check=lambda one: one.code == "model_file_missing"):
        open_package(folder)


@pytest.mark.parametrize("file", ["model.fp32.onnx", "LICENSE", "sample/input.png"])
def test_anything_else_that_is_missing_is_refused(folder, build, file):
    build(CPU)
    (folder / CARD_ONLY).unlink()
    (folder / file).unlink()
    with pytest.raises(ModelRejected) as caught:
        open_package(folder, delivered=True)
    assert caught.value.parameters["file"] == file


def test_a_network_that_is_there_is_checked_although_nothing_runs_it(folder, build):
    build(CPU)
    (folder / CARD_ONLY).write_bytes(b"other")
    with pytest.raises(ModelRejected, check=lambda one: one.code == "model_hash_mismatch"):
        verify_files(open_package(folder, delivered=True))


def test_a_package_for_cards_alone_is_not_left_without_any_network(folder, build):
    build()
    (folder / CARD_ONLY).unlink()
    with pytest.raises(ModelRejected, check=lambda one: one.code == "model_file_missing"):
        open_package(folder, delivered=True)


@pytest.mark.parametrize("there", [False, True])
def test_the_library_tells_whether_cuda_came_along(tmp_path, monkeypatch, there):
    (tmp_path / "capi").mkdir()
    if there:
        (tmp_path / "capi" / providers._CUDA_LIBRARY).write_bytes(b"")
    found = importlib.machinery.ModuleSpec("onnxruntime", None, is_package=True)
    found.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(providers.importlib.util, "find_spec", lambda _: found)
    assert (CUDA in providers.brought.__wrapped__()) is there


def test_a_build_without_cuda_does_not_try_it_and_says_why(monkeypatch, build):
    monkeypatch.setattr(session.ort, "get_available_providers", lambda: [CUDA, CPU])
    monkeypatch.setattr(session, "_has_card", lambda: True)
    build(CPU)
    for asked in ("auto", "cuda"):
        assert session.choose_device(asked) == session.Device(
            asked, CPU, session.NoGpu.NOT_IN_BUILD
        )
    build(CPU, CUDA)
    assert session.choose_device("auto").why is session.NoGpu.TRIED
    monkeypatch.setattr(session, "_has_card", lambda: False)
    assert session.choose_device("auto").why is session.NoGpu.NO_CARD
