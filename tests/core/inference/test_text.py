"""Protects: packages of notes are read strictly, prove themselves, and never meet a film."""

import json

import pytest

from meddx_desktop.core.errors import InvalidEntry, ModelRejected
from meddx_desktop.core.inference.examine import check_sample, examine
from meddx_desktop.core.inference.manifest import parse
from meddx_desktop.core.inference.package import open_package, verify_files
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.inference.session import ModelSession, choose_device
from tests.data import packages, text_packages


def _session(package):
    return ModelSession(package, choose_device("cpu"))


def _refused(call, *arguments):
    with pytest.raises(ModelRejected) as caught:
        call(*arguments)
    return caught.value


def test_an_encoder_and_a_coder_prove_themselves(tmp_path):
    text_packages.write_encoder(tmp_path)
    text_packages.write_coder(tmp_path)
    registry = ModelRegistry(tmp_path)
    assert registry.listing.refused == ()
    for task in ("text-embedding", "text-coding"):
        package = registry.of_text(task)
        verify_files(package)
        check_sample(package, _session(package))
    assert registry.of_text("text-tagging") is None


def test_another_answer_than_stated_is_refused(tmp_path):
    folder = text_packages.write_encoder(tmp_path)
    path = folder / "sample/expected.json"
    said = json.loads(path.read_text())
    said["logits"][3] += 0.01
    path.write_text(json.dumps(said))
    content = json.loads((folder / "manifest.json").read_text())
    del content["files"]["sample/expected.json"]
    content["files"]["sample/expected.json"] = packages.hashlib.sha256(
        path.read_bytes()
    ).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(content))
    package = open_package(folder)
    assert _refused(check_sample, package, _session(package)).code == "model_sample_differs"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"input": []}', "model_sample_invalid"),
        ('{"input": [[1, "x"]]}', "model_sample_invalid"),
        ('{"input": 4}', "model_sample_invalid"),
        ("[]", "model_sample_invalid"),
        ("\u0000", "model_sample_invalid"),
    ],
)
def test_a_sample_that_is_none_is_refused(tmp_path, content, code):
    from meddx_desktop.core.inference.text import sample_input

    with pytest.raises(ModelRejected) as caught:
        sample_input(content.encode(), "x", whole=True)
    assert caught.value.code == code


def test_a_tolerance_that_proves_nothing_is_refused(tmp_path):
    folder = text_packages.write_encoder(tmp_path)
    path = folder / "sample/expected.json"
    said = {**json.loads(path.read_text()), "tolerance": 0.5}
    path.write_text(json.dumps(said))
    content = json.loads((folder / "manifest.json").read_text())
    content["files"]["sample/expected.json"] = packages.hashlib.sha256(
        path.read_bytes()
    ).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(content))
    package = open_package(folder)
    assert _refused(check_sample, package, _session(package)).code == "model_tolerance_wide"


def test_one_from_elsewhere_is_refused(tmp_path):
    package = open_package(text_packages.write_encoder(tmp_path))
    assert _refused(examine, package).code == "model_text_foreign"


def test_films_never_meet_a_model_of_notes(tmp_path):
    packages.write_models(tmp_path)
    text_packages.write_encoder(tmp_path)
    registry = ModelRegistry(tmp_path)
    assert registry.listing.refused == ()
    assert [package.name for package in registry.screening] == ["tiny-finding"]
    assert registry.risks == ()
    with pytest.raises(InvalidEntry) as caught:
        registry.for_screening("tiny-encoder")
    assert caught.value.code == "model_is_text"


def test_a_file_that_the_words_need_must_be_there(tmp_path):
    folder = text_packages.write_encoder(tmp_path)
    content = json.loads((folder / "manifest.json").read_text())
    del content["files"]["pieces.model"]
    (folder / "manifest.json").write_text(json.dumps(content))
    (folder / "pieces.model").unlink()
    refusal = _refused(open_package, folder)
    assert (refusal.code, refusal.parameters["file"]) == ("model_file_missing", "pieces.model")


def _coding():
    return text_packages.manifest(
        "x",
        "text-coding",
        given={"name": "rows", "dtype": "float32", "shape": ["N", 4]},
        outputs={"vectors": ["N", 4]},
        text={
            "languages": ["en"],
            "encoder": {"name": "e", "sha256": "0"},
            "codes": {
                "names": "a",
                "vectors": "b",
                "scheme": "I10C",
                "edition": "US",
                "count": 3,
                "width": 4,
                "scale": 0.01,
            },
        },
    )


def _tagging():
    content = _coding()
    content["task"] = "text-tagging"
    content["text"] = {
        "languages": ["en"],
        "encoder": {"name": "e", "sha256": "0"},
        "labels": ["problem"],
        "temperature": 1.0,
        "sure_from": 0.5,
        "terms": "terms.u64",
    }
    return content


def test_what_is_whole_is_read():
    said = parse(json.dumps(_coding()).encode(), package="x")
    assert (said.text.codes.count, said.is_for_films, said.labels) == (3, False, ())
    assert parse(json.dumps(_tagging()).encode(), package="x").text.terms == "terms.u64"


@pytest.mark.parametrize(
    ("made", "path", "value", "field"),
    [
        (_coding, ("codes", "count"), 0, "text.codes.count"),
        (_coding, ("codes", "count"), 10**9, "text.codes.count"),
        (_coding, ("codes", "width"), 0, "text.codes.width"),
        (_coding, ("codes", "scale"), 0.0, "text.codes.scale"),
        (_coding, ("encoder",), None, "text.encoder"),
        (_coding, ("languages",), "en", "text.languages"),
        (_tagging, ("sure_from",), 1.5, "text.sure_from"),
        (_tagging, ("temperature",), 0.0, "text.temperature"),
        (_tagging, ("terms",), "", "text.terms"),
        (text_packages.encoder_manifest, ("pieces", "longest"), 2, "text.pieces.longest"),
        (text_packages.encoder_manifest, ("pieces", "longest"), 4096, "text.pieces.longest"),
    ],
)
def test_an_impossible_field_is_named(made, path, value, field):
    content = made()
    place = content["text"]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    refusal = _refused(lambda: parse(json.dumps(content).encode(), package=content["name"]))
    assert refusal.parameters["field"].startswith(field)
