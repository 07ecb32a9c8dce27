"""Protects: a network runs as its manifest says, on what was asked for or not silently else."""

import numpy as np
import onnx
import pytest

from meddx_desktop.core.errors import BadOutput, InvalidEntry, ModelRejected
from meddx_desktop.core.inference import session as session_module
from meddx_desktop.core.inference.package import open_package
from meddx_desktop.core.inference.session import CPU, CUDA, Device, ModelSession, choose_device
from tests.data.packages import finding_network, manifest, write_package

ON_CPU = Device("cpu", CPU)
WHITE = np.ones((1, 3, 224, 224), np.float32)


def _package(tmp_path, network=None, **changes):
    return open_package(
        write_package(tmp_path / "tiny", network or finding_network(), manifest("tiny", **changes))
    )


def test_one_pass_gives_every_output(tmp_path):
    outputs = ModelSession(_package(tmp_path), ON_CPU).run(WHITE)
    assert outputs["logits"] == pytest.approx(4.0)
    assert outputs["cam"].shape == (1, 1, 7, 7)
    assert outputs["cam"].mean() == pytest.approx(outputs["logits"].item())


def test_the_files_bytes_do_not_stay_in_memory_beside_the_weights(tmp_path):
    kept = vars(ModelSession(_package(tmp_path), ON_CPU)._session).values()
    assert not [one for one in kept if isinstance(one, bytes) and one]


def test_what_is_not_a_number_is_no_result(tmp_path):
    session = ModelSession(_package(tmp_path, finding_network(not_a_number=True)), ON_CPU)
    with pytest.raises(BadOutput) as caught:
        session.run(-WHITE)
    assert caught.value.code == "model_bad_output"


def _refusal(tmp_path, network=None, **changes):
    with pytest.raises(ModelRejected) as caught:
        ModelSession(_package(tmp_path, network, **changes), ON_CPU)
    return caught.value.code


def test_other_shapes_than_the_manifest_says_are_refused(tmp_path):
    outputs = {"logits": {"shape": ["N", 2]}, "cam": {"shape": ["N", 1, 7, 7]}}
    assert _refusal(tmp_path, outputs=outputs) == "model_shape_mismatch"


def test_another_input_name_is_refused(tmp_path):
    other = {**manifest("tiny")["input"], "name": "film"}
    assert _refusal(tmp_path, input=other) == "model_shape_mismatch"


def test_foreign_operators_are_refused(tmp_path):
    assert _refusal(tmp_path, finding_network(domain="evil.example")) == "model_damaged"


def test_tensors_outside_of_the_network_are_refused(tmp_path):
    network = finding_network()
    tensor = network.graph.initializer[0]
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../secret")
    assert _refusal(tmp_path, network) == "model_external_data"


def test_rubbish_is_refused(tmp_path):
    class Rubbish:
        def SerializeToString(self):
            return b"\x08\x01rubbish"

    assert _refusal(tmp_path, Rubbish()) == "model_damaged"


def test_a_provider_that_is_not_there_falls_back_and_says_so(tmp_path):
    session = ModelSession(_package(tmp_path), Device("cuda", CUDA))
    assert session.provider == CPU
    assert session.fell_back


def test_device_words():
    assert choose_device("cpu").provider == CPU
    with pytest.raises(InvalidEntry):
        choose_device("tpu")


def test_automatic_takes_the_card_only_where_its_driver_is(monkeypatch):
    monkeypatch.setattr(session_module.ort, "get_available_providers", lambda: [CUDA, CPU])
    monkeypatch.setattr(session_module, "brought", lambda: {CUDA, CPU})
    monkeypatch.setattr(session_module, "_has_card", lambda: False)
    assert choose_device("auto").provider == CPU
    assert choose_device("cuda").provider == CUDA, "what was asked for is tried, and then told"
    monkeypatch.setattr(session_module, "_has_card", lambda: True)
    assert choose_device("auto").provider == CUDA
    assert choose_device("cpu").provider == CPU
