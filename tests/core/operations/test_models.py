"""Protects: `verify` proves hashes, shapes and the sample's own result."""

import json

import pytest

from meddx_desktop.core.errors import MedDxError, ModelRejected
from meddx_desktop.core.operations import checkup, models, open_application
from meddx_desktop.core.settings import Settings
from tests.data.packages import manifest, seal, write_models


def _app(folder):
    return open_application(models=folder, settings=Settings(), threads=1)


def test_whole_packages_agree(tmp_path):
    results = models.verify(_app(write_models(tmp_path / "models")))
    assert [(result.name, result.error) for result in results] == [
        ("tiny-finding", None),
        ("tiny-gate", None),
    ]


def test_another_result_than_the_makers_is_told(tmp_path):
    folder = write_models(tmp_path / "models")
    path = folder / "tiny-finding/sample/expected.json"
    path.write_text(json.dumps({"variant": "fp32", "logits": [3.9], "tolerance": 1e-4}))
    seal(folder / "tiny-finding", manifest("tiny-finding"))
    (result, _) = models.verify(_app(folder))
    assert result.error.code == "model_sample_differs"


@pytest.mark.parametrize("text", ["", "{}", '{"logits": "x", "tolerance": 1}', "[]"])
def test_a_broken_sample_is_told(tmp_path, text):
    folder = write_models(tmp_path / "models")
    (folder / "tiny-finding/sample/expected.json").write_text(text)
    seal(folder / "tiny-finding", manifest("tiny-finding"))
    (result, _) = models.verify(_app(folder))
    assert result.error.code == "model_sample_invalid"


def test_one_by_name_and_a_refused_one_by_name(tmp_path):
    folder = write_models(tmp_path / "models")
    (result,) = models.verify(_app(folder), "tiny-gate")
    assert result.error is None
    (folder / "tiny-gate/LICENSE").unlink()
    with pytest.raises(ModelRejected):
        models.verify(_app(folder), "tiny-gate")


def test_the_check_up_names_a_broken_package_and_asks_every_question(tmp_path):
    folder = write_models(tmp_path / "models")
    (folder / "tiny-gate/LICENSE").unlink()
    answers = {answer.question: answer for answer in checkup.examine(_app(folder))}
    assert answers["model"].verdict is checkup.Verdict.BAD
    assert answers["model"].facts["code"] == "model_file_missing"
    assert answers["gate"].verdict is checkup.Verdict.BAD
    assert answers["data_folder"].verdict is checkup.Verdict.GOOD
    assert answers["device"].facts["used"] == "CPUExecutionProvider"
    assert {"program", "system", "memory", "disk", "clock", "fonts"} <= set(answers)


def test_asking_for_a_card_that_is_not_there_is_shown(tmp_path):
    settings = Settings()
    settings.set("device", "cuda")
    app = open_application(models=write_models(tmp_path / "m"), settings=settings, threads=1)
    answers = {answer.question: answer for answer in checkup.examine(app)}
    assert answers["device"].verdict is checkup.Verdict.WARNING


def test_a_broken_file_of_the_assessment_is_named_and_the_rest_goes_on(tmp_path, monkeypatch):
    def broken():
        raise MedDxError("knowledge_invalid", file="gout.toml", entry="x", why="lr")

    app = _app(write_models(tmp_path / "models"))
    good = {answer.question: answer for answer in checkup.examine(app)}["knowledge"]
    assert (good.verdict, good.facts["conditions"] > 20) == (checkup.Verdict.GOOD, True)
    monkeypatch.setattr(checkup.assessment, "check_knowledge", broken)
    bad = {answer.question: answer for answer in checkup.examine(app)}["knowledge"]
    assert bad.verdict is checkup.Verdict.BAD
    assert bad.facts == {"code": "knowledge_invalid", "file": "gout.toml"}
