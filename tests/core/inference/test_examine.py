"""Protects: a network from elsewhere runs only if it is plain and whole."""

import numpy as np
import pytest
from onnx import TensorProto, external_data_helper, helper, numpy_helper

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.examine import examine
from meddx_desktop.core.inference.network_file import look_into
from meddx_desktop.core.inference.package import open_package
from meddx_desktop.core.paths import MODELS
from tests.data.packages import finding_network, gate_network, manifest, seal
from tests.data.packs import make_folder


def code_of(folder):
    with pytest.raises(ModelRejected) as caught:
        examine(open_package(folder))
    return caught.value.code


def test_a_good_package_passes(tmp_path):
    examine(open_package(make_folder(tmp_path)))


@pytest.mark.parametrize("path", sorted(MODELS.glob("*/*.onnx")), ids=lambda path: path.parent.name)
def test_what_the_program_ships_is_plain(path):
    found = look_into(path.read_bytes(), package="x")
    assert not found.external
    if path.parent.name.startswith("lab-"):  # operators of the standard's own domain for tables
        assert all(name.startswith("ai.onnx.ml") for name in found.foreign)
        return
    if path.parent.name.startswith("notes-"):  # the runtime's own operators for 4 bits
        assert found.foreign <= {
            "com.microsoft",
            "com.microsoft.GatherBlockQuantized",
            "com.microsoft.MatMulNBits",
        }
        assert found.chance == set()
        return
    assert found.foreign == set()
    assert found.nodes > 10
    assert found.chance == set()


def test_operators_of_somebodys_own_are_refused(tmp_path):
    assert code_of(make_folder(tmp_path, network=finding_network(domain="my.ops"))) == (
        "model_custom_operator"
    )


def test_a_domain_that_nothing_uses_is_refused_too(tmp_path):
    network = finding_network()
    network.opset_import.append(helper.make_opsetid("com.somebody", 1))
    assert code_of(make_folder(tmp_path, network=network)) == "model_custom_operator"


def test_functions_are_refused(tmp_path):
    network = finding_network()
    network.functions.append(
        helper.make_function(
            "own",
            "F",
            ["x"],
            ["y"],
            [helper.make_node("Abs", ["x"], ["y"])],
            [helper.make_opsetid("", 17)],
        )
    )
    assert code_of(make_folder(tmp_path, network=network)) == "model_custom_operator"


def test_loops_are_refused(tmp_path):
    """One that never ends would hold every film."""
    network = finding_network()
    body = helper.make_graph(
        [helper.make_node("Identity", ["go"], ["more"])],
        "body",
        [
            helper.make_tensor_value_info("turn", TensorProto.INT64, []),
            helper.make_tensor_value_info("go", TensorProto.BOOL, []),
        ],
        [helper.make_tensor_value_info("more", TensorProto.BOOL, [])],
    )
    yes = numpy_helper.from_array(np.asarray(True), "yes")
    network.graph.initializer.append(yes)
    network.graph.node.append(helper.make_node("Loop", ["", "yes"], [], body=body))
    assert code_of(make_folder(tmp_path, network=network)) == "model_custom_operator"


def test_tensors_in_other_files_are_refused(tmp_path):
    network = finding_network()
    tensor = network.graph.initializer[0]
    external_data_helper.set_external_data(tensor, location="../../secret")
    tensor.ClearField("raw_data")
    assert code_of(make_folder(tmp_path, network=network)) == "model_external_data"


def test_such_tensors_are_found_inside_attributes(tmp_path):
    network = finding_network()
    tensor = numpy_helper.from_array(np.ones(3, np.float32), "inner")
    external_data_helper.set_external_data(tensor, location="secret")
    tensor.ClearField("raw_data")
    network.graph.node.append(helper.make_node("Constant", [], ["inner"], value=tensor))
    assert look_into(network.SerializeToString(), package="x").external


def test_a_tensor_marked_as_being_elsewhere_is_enough(tmp_path):
    """Without a word on where: the mark alone says that the file is not whole."""
    network = finding_network()
    network.graph.initializer[0].data_location = TensorProto.EXTERNAL
    assert code_of(make_folder(tmp_path, network=network)) == "model_external_data"


@pytest.mark.parametrize("stated", [16, 18, None, "17"])
def test_the_operator_set_is_the_stated_one(tmp_path, stated):
    assert code_of(make_folder(tmp_path, opset=stated)) == "model_opset"


@pytest.mark.parametrize("opset", [1, 12, 24, 99])
def test_operator_sets_that_were_never_tried_are_refused(tmp_path, opset):
    network = finding_network()
    network.opset_import[0].version = opset
    assert code_of(make_folder(tmp_path, network=network, opset=opset)) == "model_opset"


@pytest.mark.parametrize(
    "content", [b"", b"\0", b"rubbish" * 99, b"\x3a\xff\xff\xff\xff\xff", b"\x3a\x02\x0a"]
)
def test_what_is_no_network_is_refused(content):
    with pytest.raises(ModelRejected) as caught:
        look_into(content, package="x")
    assert caught.value.code == "model_damaged"


def test_every_cut_of_a_network_is_read_without_a_crash():
    content = finding_network().SerializeToString()
    for size in range(0, len(content), 7):
        try:
            look_into(content[:size], package="x")
        except ModelRejected as refusal:
            assert refusal.code == "model_damaged"


@pytest.mark.parametrize(
    "changes",
    [
        {"input": {"name": "film", "dtype": "float32", "shape": ["N", 3, 224, 224]}},
        {"outputs": {"logits": {"shape": ["N", 1]}, "cam": {"shape": ["N", 1, 9, 9]}}},
    ],
)
def test_other_tensors_than_stated_are_refused(tmp_path, changes):
    del_ood = {"out_of_distribution": None}
    assert code_of(make_folder(tmp_path, **changes, **del_ood)) == "model_shape_mismatch"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"schema_version": 0}, "schema_version"),
        ({"schema_version": -3}, "schema_version"),
        ({"modality": "LAB"}, "modality"),
        ({"modality": None}, "modality"),
        ({"version": "one"}, "version"),
        ({"version": "1.0.0/../.."}, "version"),
        ({"version": "1.0"}, "version"),
        ({"input": {"name": "image", "shape": ["N", 3, 100, 100]}}, "input.shape"),
        ({"input": {"name": "image", "shape": ["N", 1, 224, 224]}}, "input.shape"),
        ({"outputs": {"cam": {"shape": ["N", 1, 7, 7]}}}, "out_of_distribution"),
        ({"outputs": {"atypicality": {"shape": ["N"]}}}, "outputs.logits"),
        (
            {"outputs": {"logits": {"shape": ["N", 2]}, "atypicality": {"shape": ["N"]}}},
            "outputs.logits",
        ),
        ({"applies_to": {"modalities": ["CR"]}}, "applies_to"),
        ({"applies_to": {"modalities": [], "age_days": {"min": 0, "max": 9}}}, "applies_to"),
    ],
)
def test_a_manifest_that_does_not_fit_together_is_refused(tmp_path, changes, field):
    folder = make_folder(tmp_path)
    seal(folder, manifest("ward-model", **changes))
    with pytest.raises(ModelRejected) as caught:
        examine(open_package(folder))
    assert caught.value.code == "model_manifest_invalid"
    assert caught.value.parameters["field"] == field


@pytest.mark.parametrize(
    "name",
    ["con", "nul", "com1", "lpt9", "Ward", "ward_model", "wärd", "-ward", "ward-", "a" * 61, "a b"],
)
def test_names_that_are_no_plain_words_are_refused(tmp_path, name):
    assert code_of(make_folder(tmp_path, name=name)) == "model_name_invalid"


def test_more_labels_than_outputs_are_refused(tmp_path):
    label = manifest("x")["labels"][0]
    labels = [label, {**label, "index": 1, "name": "other"}]
    assert code_of(make_folder(tmp_path, labels=labels)) == "model_manifest_invalid"


def test_one_name_for_two_labels_is_refused(tmp_path):
    label = manifest("x")["labels"][0]
    assert code_of(make_folder(tmp_path, labels=[label, {**label, "index": 1}])) == (
        "model_manifest_invalid"
    )


def test_a_gate_comes_with_the_program_alone(tmp_path):
    """Another gate could let every picture through to the models that are in use."""
    content = manifest("ward-model", task="gate")
    folder = make_folder(tmp_path, network=gate_network())
    (folder / "sample/expected.json").write_text('{"logits": [9,0,0,0,0,0], "tolerance": 0.1}')
    seal(folder, content)
    assert code_of(folder) == "model_gate_foreign"


def test_remarks_larger_than_the_network_are_refused(tmp_path):
    network = finding_network()
    helper.set_model_props(network, {"note": "x" * (1 << 20)})
    with pytest.raises(ModelRejected) as caught:
        examine(open_package(make_folder(tmp_path, network=network)))
    assert caught.value.parameters["field"] == "model.fp32.onnx: metadata"
