"""Protects: a check ends the trial of what it proved, and of nothing else in the package."""

import numpy as np
import pytest
from onnx import TensorProto, helper

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.imaging import Source, View
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import (
    images,
    model_list,
    model_packs,
    site_rules,
    site_thresholds,
    validation,
)
from tests import desks
from tests.core.operations.test_site_thresholds import TODAY, at, change_to
from tests.data import packs
from tests.data.labelled import write_cohort
from tests.data.packages import _constant, _model, manifest

STATED = Stated(age=Age.parse("3y"), view=View.AP)
BOTH = ("pneumonia", "pleural_effusion")


def two_findings():
    """Two logits, both the mean brightness."""
    nodes = [
        helper.make_node("ReduceMean", ["image"], ["grey"], axes=[1], keepdims=1),
        helper.make_node(
            "AveragePool", ["grey"], ["cells"], kernel_shape=[32] * 2, strides=[32] * 2
        ),
        helper.make_node("Mul", ["cells", "slope"], ["cam"]),
        helper.make_node("ReduceMean", ["cam"], ["logits"], axes=[2, 3], keepdims=0),
        helper.make_node("ReduceMean", ["grey"], ["mean_grey"], axes=[1, 2, 3], keepdims=0),
        helper.make_node("Abs", ["mean_grey"], ["atypicality"]),
    ]
    outputs = [
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 2]),
        helper.make_tensor_value_info("cam", TensorProto.FLOAT, ["N", 2, 7, 7]),
        helper.make_tensor_value_info("atypicality", TensorProto.FLOAT, ["N"]),
    ]
    return _model(nodes, outputs, [_constant("slope", np.full((1, 2, 1, 1), 4.0))])


def labels_of_both():
    first = manifest("x")["labels"][0]
    return [{**first, "index": place, "name": name} for place, name in enumerate(BOTH)]


@pytest.fixture
def app(tmp_path, monkeypatch):
    with packs.shop(tmp_path) as made:
        at(monkeypatch, made, TODAY)
        outputs = manifest("x")["outputs"] | {
            "logits": {"shape": ["N", 2]},
            "cam": {"shape": ["N", 2, 7, 7]},
        }
        file = make(tmp_path / "stick", labels=labels_of_both(), outputs=outputs)
        model_packs.install(made, file, typed=packs.NAME)
        yield made


def make(where, **changes):
    import json

    from meddx_desktop.core.inference import pack
    from tests.data.packages import seal

    folder = packs.make_folder(where, network=two_findings(), **changes)
    expected = {"variant": "fp32", "logits": [4.0, 4.0], "tolerance": 1e-4}
    (folder / "sample/expected.json").write_text(json.dumps(expected))
    content = json.loads((folder / "manifest.json").read_text())
    del content["files"]
    seal(folder, content)
    target = where / f"two{pack.SUFFIX}"
    pack.write(folder, target, packs.KEY)
    return target


@pytest.fixture
def cohort(tmp_path):
    folder, labels = write_cohort(tmp_path / "c", positives=32, negatives=32)
    text = labels.read_text()
    other = tmp_path / "effusion.csv"
    other.write_text(text.replace("pneumonia", "pleural_effusion"))
    return folder, {"pneumonia": labels, "pleural_effusion": other}


def agree(app, cohort, finding):
    folder, files = cohort
    report = validation.check(
        app, folder, files[finding], model=packs.NAME, finding=finding, stated=STATED
    )
    change_to(app, Role.OWNER)
    chosen = site_thresholds.choose(app, report, 0.85)
    change_to(app, Role.CLINICIAN)
    return site_thresholds.confirm(app, chosen)


def on_trial(app, cohort):
    """Finding -> whether it is on trial, of a film as it is screened now."""
    results = images.screen_source(app, Source(cohort[0] / "005.png"), stated=STATED)
    said = [one.screening for one in results]
    return {
        found.name: part.on_trial
        for part in said
        if part.model is not None and part.model.name == packs.NAME
        for found in part.findings
    }


def of_package(app):
    return next(one.on_trial for one in model_list.listed(app) if one.name == packs.NAME)


def test_one_finding_ends_its_own_trial_alone(app, cohort):
    assert on_trial(app, cohort) == dict.fromkeys(BOTH, True)
    agree(app, cohort, "pneumonia")
    assert on_trial(app, cohort) == {"pneumonia": False, "pleural_effusion": True}
    assert of_package(app)
    assert "model_validated" not in desks.actions(app)
    agree(app, cohort, "pleural_effusion")
    assert on_trial(app, cohort) == dict.fromkeys(BOTH, False)
    assert not of_package(app)


def test_taking_back_or_a_lapse_puts_it_on_trial_again(app, cohort, monkeypatch):
    agree(app, cohort, "pneumonia")
    agree(app, cohort, "pleural_effusion")
    change_to(app, Role.OWNER)
    site_thresholds.withdraw(app, packs.NAME, "pneumonia")
    assert on_trial(app, cohort) == {"pneumonia": True, "pleural_effusion": False}
    assert of_package(app)
    monkeypatch.setattr(site_rules, "today", lambda: TODAY.replace(year=2032))
    change_to(app, Role.OWNER)
    assert on_trial(app, cohort) == dict.fromkeys(BOTH, True)
