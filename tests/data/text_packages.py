"""Small but whole packages of notes, made on the spot: an encoder of pieces, and a coder."""

import hashlib
import io
import json
from pathlib import Path

import numpy as np
import onnxruntime as ort
import sentencepiece
from onnx import TensorProto, helper, numpy_helper

from meddx_desktop.core.notes.code_list import as_lines, packed

WIDTH = 16
ROWS = (("X01", "aaaa bbbb"), ("X02", "cccc dddd"), ("X03", "eeee ffff"))
SEED = 5


def _pieces():
    written = io.BytesIO()
    words = [f"{a * 4} {b * 4}" for a in "abcdef" for b in "abcdefgh"]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(words),
        model_writer=written,
        vocab_size=40,
        hard_vocab_limit=False,
        pad_id=3,
        minloglevel=2,
    )
    return written.getvalue()


def _save(nodes, given, outputs, weights, path):
    graph = helper.make_graph(nodes, "tiny", [given], outputs, weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    path.write_bytes(model.SerializeToString())


def _encoder(path):
    """The mean of a random row for each number."""
    table = np.random.default_rng(SEED).normal(size=(64, WIDTH)).astype(np.float32)
    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["tokens"]),
        helper.make_node("ReduceMean", ["tokens"], ["mean"], axes=[1], keepdims=0),
        helper.make_node("LpNormalization", ["mean"], ["embedding"], axis=-1, p=2),
    ]
    outputs = [
        helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["N", WIDTH]),
        helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["N", "L", WIDTH]),
    ]
    given = helper.make_tensor_value_info("ids", TensorProto.INT64, ["N", "L"])
    _save(nodes, given, outputs, [numpy_helper.from_array(table, "table")], path)


def _coder(path):
    given = helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["N", WIDTH])
    outputs = [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["N", WIDTH])]
    _save([helper.make_node("Identity", ["rows"], ["vectors"])], given, outputs, [], path)


def manifest(name, task, *, given, outputs, text):
    return {
        "schema_version": 1,
        "name": name,
        "version": "1.0.0",
        "title": {"en": "Tiny", "zh_CN": "小"},
        "task": task,
        "modality": "TEXT",
        "licence": "Apache-2.0",
        "files": {},
        "applies_to": {"modalities": [], "body_parts": [], "views": []},
        "input": given,
        "outputs": {key: {"shape": shape} for key, shape in outputs.items()},
        "opset": 17,
        "variants": [
            {"file": "model.onnx", "precision": "fp32", "providers": ["CPUExecutionProvider"]}
        ],
        "text": text,
        "evidence": {
            "training_data": [],
            "metrics": [],
            "intended_use": {"en": "Tests."},
            "out_of_scope": {"en": "All else."},
        },
    }


def encoder_manifest():
    pieces = {"file": "pieces.model", "prefix": "a", "begin": 1, "end": 2, "pad": 3, "longest": 32}
    return manifest(
        "tiny-encoder",
        "text-embedding",
        given={"name": "ids", "dtype": "int64", "shape": ["N", "L"]},
        outputs={"embedding": ["N", WIDTH], "tokens": ["N", "L", WIDTH]},
        text={"languages": ["en"], "pieces": pieces},
    )


def finish(folder, content, given):
    """Sample, card, licence, hashes."""
    network = folder / "model.onnx"
    session = ort.InferenceSession(str(network), providers=["CPUExecutionProvider"])
    [answer, *_] = session.run(None, {session.get_inputs()[0].name: given})
    (folder / "sample").mkdir(exist_ok=True)
    (folder / "sample/input.json").write_text(json.dumps({"input": given.tolist()}))
    stated = {"logits": np.ravel(answer).tolist(), "tolerance": 0.001}
    (folder / "sample/expected.json").write_text(json.dumps(stated))
    for name in ("MODEL_CARD.md", "LICENSE"):
        (folder / name).write_text("Tiny.\n")
    content["files"] = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }
    (folder / "manifest.json").write_text(json.dumps(content), "utf-8")
    write_sums(folder.parent)


def write_sums(models):
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.parent.name}/manifest.json\n"
        for path in sorted(models.glob("*/manifest.json"))
    ]
    (models / "SHA256SUMS").write_text("".join(lines))


def write_encoder(models: Path, **changes) -> Path:
    folder = models / "tiny-encoder"
    folder.mkdir(parents=True)
    (folder / "pieces.model").write_bytes(_pieces())
    _encoder(folder / "model.onnx")
    finish(folder, {**encoder_manifest(), **changes}, np.array([[1, 5, 6, 2], [1, 7, 2, 3]]))
    return folder


def write_coder(models: Path) -> Path:
    """A coder for the encoder that lies beside it; its vectors are made with that encoder."""
    from meddx_desktop.core.inference.package import open_package
    from meddx_desktop.core.inference.session import ModelSession, choose_device
    from meddx_desktop.core.notes.encoder import Encoder

    package = open_package(models / "tiny-encoder")
    session = ModelSession(package, choose_device("cpu"))
    encoder = Encoder(package, lambda _: session)
    folder = models / "tiny-coder"
    folder.mkdir()
    _coder(folder / "model.onnx")
    numbers, scale = packed(encoder.vectors([text for _, text in ROWS]))
    (folder / "codes.tsv").write_bytes(as_lines(ROWS))
    (folder / "vectors.i8").write_bytes(numbers.tobytes())
    codes = {
        "names": "codes.tsv",
        "vectors": "vectors.i8",
        "scheme": "I10C",
        "edition": "tiny (US)",
        "count": len(ROWS),
        "width": WIDTH,
        "scale": scale,
    }
    content = manifest(
        "tiny-coder",
        "text-coding",
        given={"name": "rows", "dtype": "float32", "shape": ["N", WIDTH]},
        outputs={"vectors": ["N", WIDTH]},
        text={
            "languages": ["en"],
            "encoder": {"name": "tiny-encoder", "sha256": encoder.sha256},
            "codes": codes,
        },
    )
    finish(folder, content, np.eye(WIDTH, dtype=np.float32)[:2])
    return folder
