"""Protects: the manifest of a risk model is read strictly, and its sample proves the machine."""

import copy
import json

import pytest

from meddx_desktop.core.errors import InvalidEntry, ModelRejected
from meddx_desktop.core.inference import manifest as manifests
from meddx_desktop.core.inference.examine import check_sample, examine
from meddx_desktop.core.inference.package import open_package
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.inference.session import ModelSession, choose_device
from tests.data import packages, risk_packages

WHOLE = {**risk_packages.content(risk_packages.risk(), name="tiny"), "files": {}}


def _parse(content):
    return manifests.parse(json.dumps(content).encode(), package="tiny")


def test_a_right_manifest_is_read():
    read = _parse(WHOLE)
    assert read.task == manifests.RISK and read.labels == ()
    assert read.risk is not None
    assert read.risk.input("creatinine").loinc == "2160-0"
    assert read.risk.input("age").top == 80
    assert read.risk.input("oedema").code_titles["some"]["zh_CN"] == "有"
    assert (read.risk.slope, read.risk.threshold) == (1.2, 0.3)


def _changed(path, value):
    content = copy.deepcopy(WHOLE)
    inner = content["risk"]
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return content


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("kind",), "magic", "risk.kind"),
        (("threshold",), 1.5, "risk.threshold"),
        (("inputs", 2, "high"), 0.1, "risk.inputs[2].high"),
        (("inputs", 2, "fill"), None, "risk.inputs[2].fill"),
        (("inputs", 1, "required"), False, "risk.inputs[1].required"),
        (("inputs", 1, "reference"), "X", "risk.inputs[1].reference"),
        (("inputs", 4, "choices"), [], "risk.inputs[4].choices"),
        (("columns", 0, "input"), "shoe_size", "risk.columns"),
        (("columns", 1, "code"), "X", "risk.columns"),
        (("columns", 2, "form"), "is", "risk.columns"),
        (("columns", 2, "form"), "interval", "risk.columns"),
        (("columns", 2, "form"), "sine", "risk.columns[2].form"),
        (("most_missing",), "1", "risk.most_missing"),
        (("reliability", 0, "seen"), 2, "risk.reliability[0].seen"),
    ],
)
def test_a_wrong_field_is_named(path, value, field):
    with pytest.raises(ModelRejected) as caught:
        _parse(_changed(path, value))
    assert caught.value.parameters["field"] == field


@pytest.mark.parametrize("years", [[], [2, 1, 3], [1, 2], [0, 1, 2], "soon"])
def test_years_that_are_none_are_refused(years):
    content = {**WHOLE, "risk": {**risk_packages.survival(), "years": years}}
    with pytest.raises(ModelRejected):
        _parse(content)


def _session(package):
    return ModelSession(package, choose_device("cpu"))


def test_the_sample_proves_network_and_explanation(tmp_path):
    package = open_package(risk_packages.write(tmp_path))
    check_sample(package, _session(package))


@pytest.mark.parametrize("file", ["sample/input.json", "explanation.json"])
def test_a_package_without_its_proof_is_refused(tmp_path, file):
    folder = risk_packages.write(tmp_path)
    (folder / file).unlink()
    packages.seal(folder, risk_packages.content(risk_packages.risk()))
    with pytest.raises(ModelRejected) as caught:
        open_package(folder)
    assert caught.value.code == "model_file_missing"


def test_an_explanation_of_another_network_is_refused(tmp_path):
    other = {
        "kind": "linear",
        "intercept": risk_packages.INTERCEPT,
        "coefficients": [*risk_packages.COEFFICIENTS[:-2], 0.04, 1.0],
        "resamples": [],
    }
    package = open_package(risk_packages.write(tmp_path, explained=other))
    with pytest.raises(ModelRejected) as caught:
        check_sample(package, _session(package))
    assert caught.value.code == "model_sample_differs"


def test_a_risk_model_from_elsewhere_is_refused(tmp_path):
    package = open_package(risk_packages.write(tmp_path))
    with pytest.raises(ModelRejected) as caught:
        examine(package)
    assert caught.value.code == "model_risk_foreign"


def test_films_never_meet_a_risk_model(tmp_path):
    packages.write_models(tmp_path)
    risk_packages.write(tmp_path)
    registry = ModelRegistry(tmp_path)
    assert registry.listing.refused == ()
    assert [package.name for package in registry.risks] == [risk_packages.NAME]
    assert [package.name for package in registry.screening] == ["tiny-finding"]
    with pytest.raises(InvalidEntry) as caught:
        registry.for_screening(risk_packages.NAME)
    assert caught.value.code == "model_is_risk"


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("expected", '{"logits": [0, 0], "tolerance": 1e9}', "model_tolerance_wide"),
        ("expected", '{"logits": [0, 0], "tolerance": Infinity}', "model_sample_invalid"),
        ("expected", '{"logits": [0, 1' + "0" * 400 + '], "tolerance": 0}', "model_sample_invalid"),
        ("expected", '{"logits": [0], "tolerance": 0.0001}', "model_shape_mismatch"),
        ("input", '{"columns": [[1' + "0" * 400 + "]]}", "model_sample_invalid"),
        ("input", '{"columns": [1, 2]}', "model_sample_invalid"),
    ],
    ids=range(6),
)
def test_a_sample_that_proves_nothing_is_refused(tmp_path, file, text, code):
    folder = risk_packages.write(tmp_path)
    (folder / f"sample/{file}.json").write_text(text)
    packages.seal(folder, risk_packages.content(risk_packages.risk()))
    package = open_package(folder)
    with pytest.raises(ModelRejected) as caught:
        check_sample(package, _session(package))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("calibration", "slope"), 0.0, "risk.calibration.slope"),
        (("calibration", "slope"), -1.0, "risk.calibration.slope"),
        (("calibration", "intercept"), 101, "risk.calibration.intercept"),
        (("threshold",), 10**400, "risk.threshold"),
        (("inputs", 2, "title", "en"), "x" * 201, "risk.inputs[2].title.en"),
    ],
)
def test_an_impossible_field_is_named(path, value, field):
    with pytest.raises(ModelRejected) as caught:
        _parse(_changed(path, value))
    assert caught.value.parameters["field"] == field
