"""Small but whole model packages, made on the spot: brightness stands for disease."""

import hashlib
import json
from pathlib import Path

import cv2
import numpy as np
from onnx import TensorProto, helper, numpy_helper

GATE_CLASSES = (
    "frontal_chest",
    "rotated_90",
    "rotated_180",
    "rotated_270",
    "inverted",
    "not_chest",
)


def _constant(name, value):
    return numpy_helper.from_array(np.asarray(value, np.float32), name)


def _model(nodes, outputs, constants, *, size=224, domain=""):
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 3, size, size])
    graph = helper.make_graph(nodes, "tiny", [image], outputs, constants)
    opsets = [helper.make_opsetid("", 17)]
    if domain:
        opsets.append(helper.make_opsetid(domain, 1))
    return helper.make_model(graph, opset_imports=opsets, ir_version=10)


def finding_network(*, slope=4.0, not_a_number=False, domain=""):
    """Logit = slope x mean brightness (input in -1..1); cam is the same over 7 x 7 cells."""
    nodes = [
        helper.make_node("ReduceMean", ["image"], ["grey"], axes=[1], keepdims=1),
        helper.make_node(
            "AveragePool", ["grey"], ["cells"], kernel_shape=[32, 32], strides=[32, 32]
        ),
        helper.make_node("Mul", ["cells", "slope"], ["cam"], domain=domain),
        helper.make_node("ReduceMean", ["cam"], ["mean"], axes=[2, 3], keepdims=0),
        helper.make_node("Log" if not_a_number else "Identity", ["mean"], ["logits"]),
        helper.make_node("ReduceMean", ["grey"], ["mean_grey"], axes=[1, 2, 3], keepdims=0),
        helper.make_node("Abs", ["mean_grey"], ["atypicality"]),
    ]
    outputs = [
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 1]),
        helper.make_tensor_value_info("cam", TensorProto.FLOAT, ["N", 1, 7, 7]),
        helper.make_tensor_value_info("atypicality", TensorProto.FLOAT, ["N"]),
    ]
    return _model(nodes, outputs, [_constant("slope", slope)], domain=domain)


def gate_network(*, favourite=0):
    """Six logits that name one class whatever the picture: what the gate says is chosen."""
    chosen = np.zeros((1, 6), np.float32)
    chosen[0, favourite] = 9.0
    nodes = [
        helper.make_node("ReduceMean", ["image"], ["mean"], axes=[2, 3], keepdims=0),
        helper.make_node("MatMul", ["mean", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "chosen"], ["logits"]),
    ]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 6])]
    constants = [_constant("zero", np.zeros((3, 6))), _constant("chosen", chosen)]
    return _model(nodes, outputs, constants)


def manifest(name, *, task="multilabel", **changes):
    """A manifest as the contract has it, without its file hashes."""
    content = {
        "schema_version": 1,
        "name": name,
        "version": "1.0.0",
        "title": {"en": name, "zh_CN": name},
        "changelog": [],
        "task": task,
        "modality": "CXR",
        "licence": "Apache-2.0",
        "applies_to": {
            "modalities": ["CR", "DX"],
            "body_parts": ["CHEST"],
            "views": ["AP"],
            "age_days": {"min": 365, "max": 2191},
        },
        "input": {
            "name": "image",
            "dtype": "float32",
            "shape": ["N", 3, 224, 224],
            "value_range": [-1.0, 1.0],
        },
        "preprocessing": {
            "size": [224, 224],
            "resize": "squash",
            "interpolation": "area",
            "channels": 3,
            "source": "display8",
            "mean": [127.5] * 3,
            "std": [127.5] * 3,
        },
        "outputs": {
            "logits": {"shape": ["N", 1]},
            "cam": {"shape": ["N", 1, 7, 7]},
            "atypicality": {"shape": ["N"]},
        },
        "opset": 17,
        "variants": [
            {"file": "model.fp32.onnx", "precision": "fp32", "providers": ["CPUExecutionProvider"]}
        ],
        "labels": [
            {
                "index": 0,
                "name": "pneumonia",
                "title": {"en": "Pneumonia", "zh_CN": "肺炎"},
                "code": {"value": "233604007", "scheme": "SCT", "meaning": "Pneumonia"},
                "calibration": {"slope": 1.0, "intercept": 0.0},
                "threshold": 0.5,
                "not_sure": [0.45, 0.55],
                "shown": True,
            }
        ],
        "not_assessed": ["tuberculosis"],
        "out_of_distribution": {"output": "atypicality", "limit": 0.95, "rule": "made up"},
        "evidence": {
            "training_data": [],
            "training_prevalence": 0.5,
            "metrics": [],
            "intended_use": {"en": "tests"},
            "out_of_scope": {"en": "all else"},
        },
    }
    if task == "gate":
        del content["labels"], content["out_of_distribution"]
        content["outputs"] = {"logits": {"shape": ["N", 6]}}
        content |= {
            "classes": list(GATE_CLASSES),
            "temperature": 1.0,
            "accept_threshold": {"frontal_chest": 0.5},
        }
    return content | changes


def write_package(folder: Path, network, content) -> Path:
    """Write a package whose manifest lists every file with its hash."""
    folder.mkdir(parents=True)
    (folder / "sample").mkdir()
    for variant in content["variants"]:
        (folder / variant["file"]).write_bytes(network.SerializeToString())
    (folder / "MODEL_CARD.md").write_text(f"# {content['name']}\n")
    (folder / "LICENSE").write_text("Apache-2.0\n")
    cv2.imwrite(str(folder / "sample/input.png"), np.full((224, 224), 255, np.uint8))
    size = content["outputs"]["logits"]["shape"][1]
    expected = [4.0] if size == 1 else [9.0, 0, 0, 0, 0, 0]
    (folder / "sample/expected.json").write_text(
        json.dumps({"variant": "fp32", "logits": expected, "tolerance": 1e-4})
    )
    return seal(folder, content)


def seal(folder: Path, content) -> Path:
    """(Re)write the manifest with the hashes of what lies in the folder."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }
    (folder / "manifest.json").write_text(json.dumps({**content, "files": files}))
    write_sums(folder.parent)
    return folder


def write_sums(models: Path) -> None:
    """List every manifest of a models folder, as the program is delivered."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.parent.name}/manifest.json\n"
        for path in sorted(models.glob("*/manifest.json"))
    ]
    (models / "SHA256SUMS").write_text("".join(lines))


def write_models(folder: Path, *, favourite=0, **changes) -> Path:
    """A models folder with a gate and one finding model."""
    write_package(
        folder / "tiny-gate", gate_network(favourite=favourite), manifest("tiny-gate", task="gate")
    )
    write_package(folder / "tiny-finding", finding_network(), manifest("tiny-finding", **changes))
    return folder
