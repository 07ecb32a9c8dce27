"""Protects: a manifest is read strictly, and a wrong field is named."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference import manifest as manifests
from tests.data.packages import manifest

WHOLE = {**manifest("tiny"), "files": {}}


def _parse(content):
    return manifests.parse(json.dumps(content).encode(), package="tiny")


def test_a_right_manifest_is_read():
    read = _parse(WHOLE)
    assert read.labels[0].not_sure == (0.45, 0.55)
    assert read.applies_to.age_days == (365, 2191)
    assert read.atypicality_limit == 0.95


def _changed(path, value):
    content = copy.deepcopy(WHOLE)
    inner = content
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return content


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("name",), "other", "name"),
        (("version",), 1, "version"),
        (("task",), "magic", "task"),
        (("files",), ["a"], "files"),
        (("labels", 0, "threshold"), 1.5, "labels[0].threshold"),
        (("labels", 0, "threshold"), "high", "labels[0].threshold"),
        (("labels", 0, "not_sure"), [0.6, 0.7], "labels[0].not_sure"),
        (("out_of_distribution", "refuse_above"), 0.1, "out_of_distribution.refuse_above"),
        (("labels", 0, "heat_scale"), 0, "labels[0].heat_scale"),
        (("labels", 0, "heat_shown"), "no", "labels[0].heat_shown"),
        (("labels", 0, "index"), 1, "labels.index"),
        (("labels",), [], "labels.index"),
        (("preprocessing", "std"), [0, 1, 1], "preprocessing.std"),
        (("preprocessing", "size"), [224], "preprocessing.size"),
        (("applies_to", "age_days", "min"), "1y", "applies_to.age_days.min"),
        (("variants", 0, "precision"), "int2", "variants[0].precision"),
        (("evidence",), None, "evidence"),
        (("input", "shape"), "any", "input.shape"),
    ],
)
def test_a_wrong_field_is_named(path, value, field):
    with pytest.raises(ModelRejected) as caught:
        _parse(_changed(path, value))
    assert caught.value.code == "model_manifest_invalid"
    assert caught.value.parameters["field"] == field


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("labels", 0, "threshold"), 10**400, "labels[0].threshold"),
        (("labels", 0, "calibration", "slope"), 0.0, "labels[0].calibration.slope"),
        (("labels", 0, "calibration", "slope"), -1.0, "labels[0].calibration.slope"),
        (("labels", 0, "calibration", "slope"), 101, "labels[0].calibration.slope"),
        (("labels", 0, "calibration", "intercept"), -100.5, "labels[0].calibration.intercept"),
        (("evidence", "training_prevalence"), 0, "evidence.training_prevalence"),
        (("evidence", "training_prevalence"), 1, "evidence.training_prevalence"),
        (("applies_to", "age_days", "min"), 3000, "applies_to.age_days.max"),
        (("applies_to", "age_days", "min"), -1, "applies_to.age_days.min"),
        (("out_of_distribution", "output"), "cam", "out_of_distribution.output"),
        (("out_of_distribution", "output"), None, "out_of_distribution.output"),
        (("variants", 0, "providers"), ["MagicExecutionProvider"], "variants[0].providers"),
        (("title", "en"), "x" * 201, "title.en"),
        (("title", "en"), "a\x1b[31mb", "title.en"),
        (("title", "en"), "a\nb", "title.en"),
        (("title", "zh_CN"), "\ud800", "title.zh_CN"),
        (("title", "en"), "\u202ednuof", "title.en"),
        (("labels", 0, "title", "en"), "x" * 201, "labels[0].title.en"),
        (("labels", 0, "code", "meaning"), "a\0b", "labels[0].code.meaning"),
        (("licence",), "MIT\x07", "licence"),
        (("not_assessed",), ["a\tb"], "not_assessed"),
    ],
)
def test_an_impossible_field_is_named(path, value, field):
    """What no honest package states, or what would read otherwise than it is."""
    with pytest.raises(ModelRejected) as caught:
        _parse(_changed(path, value))
    assert caught.value.code == "model_manifest_invalid"
    assert caught.value.parameters["field"] == field


AUC = {"name": "auc", "value": 0.9, "low": 0.8, "high": 0.95, "data": "x", "n": 9}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"value": 1.2, "high": 1.3}, "value"),
        ({"value": 91, "low": None, "high": None}, "value"),
        ({"low": -0.1}, "low"),
        ({"high": 1.01}, "high"),
        ({"low": 0.96}, "high"),
        ({"low": 0.91}, "low"),
        ({"high": 0.85}, "high"),
        ({"n": -1}, "n"),
        ({"value": 10**400}, "value"),
        ({"name": "calibration_slope", "low": 2, "high": 1}, "high"),
    ],
)
def test_a_figure_that_cannot_be_is_named(changes, field):
    with pytest.raises(ModelRejected) as caught:
        _parse(_changed(("evidence", "metrics"), [{**AUC, **changes}]))
    assert caught.value.parameters["field"] == f"evidence.metrics[0].{field}"


def test_figures_that_are_no_shares_may_be_anything():
    metric = {**AUC, "name": "calibration_in_the_large", "value": -0.1, "low": None, "high": None}
    assert _parse(_changed(("evidence", "metrics"), [metric])).metrics[0].value == -0.1


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (b'{"name": "tiny", "name": "tiny"}', "name (2x)"),
        (b'{"a": {"b": 1, "b": 1}}', "b (2x)"),
        (json.dumps(WHOLE).encode("utf-16"), "UTF-8"),
        (b'{"name": "w\xe4rd"}', "UTF-8"),
        (b'{"schema_version": NaN}', "JSON"),
        (b"{", "JSON"),
        (b"[" * 9000, "JSON"),
        (b'{"a": 1' + b"0" * 9000 + b"}", "JSON"),
    ],
    ids=range(8),
)
def test_a_text_that_is_no_plain_json_is_refused(content, field):
    with pytest.raises(ModelRejected) as caught:
        manifests.parse(content, package="tiny")
    assert caught.value.parameters["field"] == field


GATE = {**manifest("tiny", task="gate"), "files": {}}


def test_a_gate_of_before_is_read():
    classes = _parse(GATE).classes
    assert (classes.sure_from, classes.mirrored_from) == ({}, None)
    assert classes.photograph_from is None


def test_what_a_gate_says_of_its_certainty_is_read():
    outputs = {"logits": {"shape": ["N", 6]}, "mirrored": {"shape": ["N"]}}
    more = {"sure_from": {"rotated_90": 0.9}, "mirrored": {"caution_from": 2.5}}
    classes = _parse(GATE | more | {"outputs": outputs}).classes
    assert classes.sure_from == {"rotated_90": 0.9}
    assert classes.mirrored_from == 2.5


def test_from_where_a_picture_is_a_photograph_is_read():
    outputs = {"logits": {"shape": ["N", 6]}, "photograph": {"shape": ["N"]}}
    more = {"photograph": {"output": "photograph", "refused_from": 1.5}, "outputs": outputs}
    assert _parse(GATE | more).classes.photograph_from == 1.5


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"sure_from": {"unknown": 0.9}}, "sure_from"),
        ({"sure_from": {"rotated_90": 1.5}}, "sure_from.rotated_90"),
        ({"sure_from": [0.9]}, "sure_from"),
        ({"mirrored": {"caution_from": 2.5}}, "mirrored"),
        ({"photograph": {"refused_from": 2.5}}, "photograph"),
    ],
)
def test_a_wrong_field_of_a_gate_is_named(more, field):
    with pytest.raises(ModelRejected) as caught:
        _parse(GATE | more)
    assert caught.value.parameters["field"] == field


def test_a_newer_schema_is_refused_as_such():
    with pytest.raises(ModelRejected) as caught:
        _parse(_changed(("schema_version",), 2))
    assert caught.value.code == "model_newer_schema"


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b"\xff", b"null", b'{"schema_version": NaN}'])
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(ModelRejected):
        manifests.parse(text, package="tiny")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(max_examples=200)
@given(field=st.sampled_from(sorted(WHOLE)), value=_JSON)
def test_any_value_anywhere_is_read_or_refused(field, value):
    try:
        _parse({**WHOLE, field: value})
    except ModelRejected as refusal:
        assert refusal.parameters["name"] == "tiny"
