"""Protects: a network from elsewhere answers as its sample says, each time, and with numbers."""

import json
import struct
import zlib

import cv2
import numpy as np
import pytest
from onnx import helper, numpy_helper

from meddx_desktop.core.errors import BadOutput, ModelRejected
from meddx_desktop.core.inference import sample
from meddx_desktop.core.inference.examine import examine
from meddx_desktop.core.inference.package import open_package
from meddx_desktop.core.inference.session import ModelSession, choose_device
from tests.core.inference.test_examine import code_of
from tests.data.packages import finding_network, manifest, seal
from tests.data.packs import make_folder


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"logits": [3.9], "tolerance": 0.001}', "model_sample_differs"),
        ('{"logits": [NaN], "tolerance": 0.001}', "model_sample_invalid"),
        ('{"logits": [1e999], "tolerance": 0.001}', "model_sample_invalid"),
        ('{"logits": [1' + "0" * 400 + '], "tolerance": 0.001}', "model_sample_invalid"),
        ('{"logits": [4.0], "tolerance": NaN}', "model_sample_invalid"),
        ('{"logits": [4.0], "tolerance": 1' + "0" * 400 + "}", "model_sample_invalid"),
        ('{"logits": [4.0], "tolerance": 1e999}', "model_tolerance_wide"),
        ('{"logits": [0.0], "tolerance": 1e9}', "model_tolerance_wide"),
        ('{"logits": [4.0], "tolerance": 0.11}', "model_tolerance_wide"),
        ('{"logits": [4.0], "tolerance": -0.01}', "model_tolerance_wide"),
        ('{"logits": [4.0, 4.0], "tolerance": 0.01}', "model_shape_mismatch"),
        ('{"logits": [], "tolerance": 0.01}', "model_shape_mismatch"),
        ('{"logits": [4.0], "logits": [3.0], "tolerance": 0.01}', "model_sample_invalid"),
        ("[]", "model_sample_invalid"),
        ("[" * 9000, "model_sample_invalid"),
    ],
    ids=range(15),
)
def test_a_sample_that_proves_nothing_is_refused(tmp_path, text, code):
    """Each for what it is: only a network that answers otherwise is told to answer otherwise."""
    folder = make_folder(tmp_path)
    (folder / "sample/expected.json").write_text(text)
    seal(folder, manifest("ward-model"))
    assert code_of(folder) == code


def _png(width, height):
    """A picture that claims a size and holds a few bytes."""

    def chunk(kind, content):
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body


def _wide():
    """A whole picture, wider than any sample has to be."""
    _, packed = cv2.imencode(".png", np.zeros((1, 4097), np.uint8))
    return packed.tobytes()


@pytest.mark.parametrize(
    "content",
    [_png(60000, 60000), _png(0, 5), _wide(), b"", b"\x89PNG\r\n\x1a\n", b"II*\0" * 99],
    ids=range(6),
)
def test_a_sample_film_is_measured_before_it_is_read(tmp_path, content):
    folder = make_folder(tmp_path)
    (folder / "sample/input.png").write_bytes(content)
    seal(folder, manifest("ward-model"))
    assert code_of(folder) == "model_sample_invalid"


def _chance(*nodes):
    """The usual network, its logits sent through `nodes`."""
    network = finding_network()
    for node in network.graph.node:
        if node.output[0] == "logits":
            node.output[0] = "plain"
    network.graph.node.extend(nodes)
    return network


@pytest.mark.parametrize(
    "nodes",
    [
        (
            helper.make_node("RandomNormalLike", ["plain"], ["noise"], scale=9.0),
            helper.make_node("Add", ["plain", "noise"], ["logits"]),
        ),
        (helper.make_node("RandomUniformLike", ["plain"], ["logits"]),),
        (helper.make_node("Bernoulli", ["plain"], ["logits"]),),
        (helper.make_node("Dropout", ["plain", "share", "yes"], ["logits"]),),
    ],
)
def test_operators_that_answer_by_chance_are_refused(tmp_path, nodes):
    network = _chance(*nodes)
    network.graph.initializer.append(numpy_helper.from_array(np.float32(0.5), "share"))
    network.graph.initializer.append(numpy_helper.from_array(np.asarray(True), "yes"))
    assert code_of(make_folder(tmp_path, network=network)) == "model_random_operator"


def test_a_dropout_that_stays_off_passes(tmp_path):
    """It is left over in many exports, and does nothing there."""
    network = _chance(helper.make_node("Dropout", ["plain"], ["logits"]))
    examine(open_package(make_folder(tmp_path, network=network)))


def test_two_answers_to_one_film_are_refused():
    """Whatever makes them differ."""
    answers = iter(({"logits": np.float32([[4.0]])}, {"logits": np.float32([[4.1]])}))
    with pytest.raises(ModelRejected) as caught:
        sample.answer_twice(lambda _: next(answers), np.zeros((1, 1), np.float32), "x")
    assert caught.value.code == "model_by_chance"


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        (None, "model_never_finite"),
        (RuntimeError("Failed to allocate memory for requested buffer"), "model_no_memory"),
        (RuntimeError("bad allocation"), "model_no_memory"),
        (RuntimeError("invalid dimensions"), "model_run_fails"),
    ],
)
def test_no_answer_is_told_as_what_it_is(cause, code):
    def run(_):
        raise BadOutput("model_bad_output", name="x") from cause

    with pytest.raises(ModelRejected) as caught:
        sample.answer(run, np.zeros((1, 1), np.float32), "x")
    assert caught.value.code == code


AUC = {"name": "auc", "value": 0.8, "low": 0.74, "high": 0.86, "data": "x", "n": 90}


@pytest.mark.parametrize(
    ("metrics", "fine"),
    [
        ([], True),
        ([AUC], False),
        ([{**AUC, "low": None, "value": 0.7}], False),
        ([{**AUC, "low": 0.75}], True),
        ([{**AUC, "low": 0.75}, {**AUC, "data": "worse films"}], True),
        ([AUC, {**AUC, "low": 0.79}], False),
    ],
)
def test_a_finding_that_does_not_hold_up_is_not_shown(tmp_path, metrics, fine):
    evidence = {**manifest("x")["evidence"], "metrics": metrics}
    package = open_package(make_folder(tmp_path, evidence=evidence))
    if fine:
        examine(package)
        return
    with pytest.raises(ModelRejected) as caught:
        examine(package)
    assert caught.value.parameters["field"] == "labels.shown (AUC)"


def test_numbers_for_its_own_sample_only_are_not_enough(tmp_path):
    """The logarithm of a white film is a number, that of a black one is none."""
    folder = make_folder(tmp_path, network=finding_network(not_a_number=True))
    expected = {"logits": [float(np.log(4.0))], "tolerance": 1e-3}
    (folder / "sample/expected.json").write_text(json.dumps(expected))
    seal(folder, manifest("ward-model"))
    assert code_of(folder) == "model_never_finite"


def test_a_network_that_fails_while_it_runs_gives_no_result(tmp_path):
    """A shape that only some films meet: told as no result, not as a fault of the program."""
    folder = make_folder(tmp_path)
    session = ModelSession(open_package(folder), choose_device("cpu"))
    with pytest.raises(BadOutput):
        session.run(np.zeros((1, 3, 100, 100), np.float32))
