"""Small packages of risk models, made of standard operators: no training packages are needed."""

import json

import numpy as np
import onnx
from onnx import TensorProto, helper

from tests.data import packages

NAME = "tiny-risk"
CHOICES = [
    {"code": "none", "title": {"en": "None", "zh_CN": "无"}},
    {"code": "some", "title": {"en": "Some", "zh_CN": "有"}},
]


def number(name, *, low, high, fill, unit="mg/dL", loinc="", required=False, **more):
    return {
        "name": name,
        "title": {"en": name, "zh_CN": name},
        "kind": "number",
        "unit": unit,
        "loinc": loinc,
        "required": required,
        "low": low,
        "high": high,
        "fill": fill,
        "reference": fill,
        **more,
    }


def coded(name, kind, codes, **more):
    return {
        "name": name,
        "title": {"en": name, "zh_CN": name},
        "kind": kind,
        "unit": "1",
        "loinc": "",
        "required": True,
        "codes": codes,
        "choices": [],
        "reference": codes[0],
        **more,
    }


INPUTS = [
    number("age", low=18, high=100, fill=50, unit="a", kind="age", required=True, top=80),
    coded("sex", "sex", ["F", "M"]),
    number("creatinine", low=0.2, high=12.0, fill=0.8, loinc="2160-0"),
    number("waist", low=50, high=170, fill=98, unit="cm"),
    coded("oedema", "choice", ["none", "some"], choices=CHOICES),
]
COLUMNS = [
    {"input": "age", "form": "value", "code": "", "fill": 50.0},
    {"input": "sex", "form": "is", "code": "M", "fill": 0.0},
    {"input": "creatinine", "form": "log", "code": "", "fill": float(np.log(0.8))},
    {"input": "waist", "form": "value", "code": "", "fill": 98.0},
    {"input": "oedema", "form": "is", "code": "some", "fill": 0.0},
]
COEFFICIENTS = [0.02, 0.5, 1.5, 0.03, 1.0]
INTERCEPT = -4.0


def network(coefficients, intercept, fills):
    """Holes filled, then a weighted sum."""
    width = len(coefficients)

    def constant(name, values):
        return helper.make_tensor(
            name, TensorProto.FLOAT, np.shape(values), np.ravel(values).astype(float)
        )

    nodes = [
        helper.make_node("IsNaN", ["columns"], ["holes"]),
        helper.make_node("Where", ["holes", "fills", "columns"], ["whole"]),
        helper.make_node("MatMul", ["whole", "weights"], ["sum"]),
        helper.make_node("Add", ["sum", "intercept"], ["logits"]),
    ]
    graph = helper.make_graph(
        nodes,
        "risk",
        [helper.make_tensor_value_info("columns", TensorProto.FLOAT, ["N", width])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 1])],
        [
            constant("fills", fills),
            constant("weights", np.reshape(coefficients, (width, 1))),
            constant("intercept", [intercept]),
        ],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def risk(**changes):
    return {
        "kind": "binary",
        "outcome": {"en": "trouble", "zh_CN": "麻烦"},
        "limits": {"en": ["Drawn."], "zh_CN": ["虚构。"]},
        "refuses_pregnancy": True,
        "explanation": "linear",
        "inputs": INPUTS,
        "columns": COLUMNS,
        "most_missing": 1,
        "calibration": {"slope": 1.2, "intercept": -0.1},
        "threshold": 0.3,
        "sensitivity": 0.9,
        "reliability": [{"predicted": 0.2, "seen": 0.25, "low": 0.1, "high": 0.4, "n": 30}],
        **changes,
    }


def survival(**changes):
    """Three years of the same linear model: each year has a column of its own at the end."""
    years = [
        {"input": "year", "form": "interval", "code": str(year), "fill": 0.0} for year in (1, 2, 3)
    ]
    return risk(kind="survival", years=[1, 2, 3], columns=[*COLUMNS, *years], **changes)


def content(block, *, name=NAME, prevalence=0.4, **changes):
    """A whole manifest but the hashes."""
    made = packages.manifest(name, task="risk", **changes)
    for key in ("labels", "preprocessing", "out_of_distribution", "not_assessed"):
        made.pop(key, None)
    evidence = {**made["evidence"], "training_prevalence": prevalence}
    if prevalence is None:
        del evidence["training_prevalence"]
    return {
        **made,
        "modality": "LAB",
        "applies_to": {"modalities": [], "body_parts": [], "views": []},
        "input": {"name": "columns", "dtype": "float32", "shape": ["N", len(block["columns"])]},
        "outputs": {"logits": {"shape": ["N", 1]}},
        "risk": block,
        "evidence": evidence,
    }


def write(models, block=None, *, name=NAME, coefficients=None, explained=None, **changes):
    """Write a package into a models folder; returns its folder."""
    block = risk() if block is None else block
    folder = models / name
    (folder / "sample").mkdir(parents=True)
    fills = [column["fill"] for column in block["columns"]]
    weights = list(coefficients or COEFFICIENTS)
    weights += [-2.0, -1.5, -1.0][: len(fills) - len(weights)]
    made = network(weights, INTERCEPT, fills)
    (folder / "model.fp32.onnx").write_bytes(made.SerializeToString())
    (folder / "MODEL_CARD.md").write_text(f"# {name}\n")
    (folder / "LICENSE").write_text("Apache-2.0\n")
    hole = [None, *fills[1:]]
    logit = INTERCEPT + float(np.dot(weights, fills))
    (folder / "sample/input.json").write_text(json.dumps({"columns": [fills, hole]}))
    (folder / "sample/expected.json").write_text(
        json.dumps({"variant": "fp32", "logits": [logit, logit], "tolerance": 1e-4})
    )
    rng = np.random.default_rng(3)
    exact = np.array([INTERCEPT, *weights])
    others = exact + rng.normal(0, 0.05, (40, len(exact)))
    says = {
        "kind": "linear",
        "intercept": INTERCEPT,
        "coefficients": weights,
        "resamples": [list(one) for one in others],
    }
    (folder / "explanation.json").write_text(json.dumps(explained or says))
    packages.seal(folder, content(block, name=name, **changes))
    onnx.checker.check_model(made)
    return folder
