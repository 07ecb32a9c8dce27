"""A fitted scikit-learn model as an ONNX file, proven equal, and as arrays that explain it."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
from onnx import helper
from skl2onnx import convert_sklearn
from skl2onnx.common.data_types import FloatTensorType
from sklearn.pipeline import Pipeline

from training.lib.statistics import Floats
from training.lib.tabular_fit import BOOSTING, logit_of, natural

OPSET, OPSET_ML = 17, 3
INPUT, OUTPUT = "columns", "logits"
LARGEST_DIFFERENCE = 1e-5
"""Of the probability, between scikit-learn and the file, over every row."""


def export(model: Pipeline, path: Path, *, width: int) -> None:
    """Write one file with one output: the log-odds, N x 1."""
    network = convert_sklearn(
        model,
        initial_types=[(INPUT, FloatTensorType([None, width]))],
        options={id(model.named_steps["model"]): {"raw_scores": True, "zipmap": False}},
        target_opset={"": OPSET, "ai.onnx.ml": OPSET_ML},
    )
    graph = network.graph
    scores = graph.output[-1].name
    # The last score is that of the outcome; scikit-learn's own choice of a class has no use here.
    last = helper.make_tensor("last", onnx.TensorProto.INT64, [1], [-1])
    graph.initializer.append(last)
    graph.node.append(helper.make_node("Gather", [scores, "last"], [OUTPUT], axis=1))
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info(OUTPUT, onnx.TensorProto.FLOAT, ["N", 1]))
    graph.input[0].CopyFrom(
        helper.make_tensor_value_info(INPUT, onnx.TensorProto.FLOAT, ["N", width])
    )
    graph.name = "risk"
    # The converter names the lowest set that its operators need, sometimes one twice.
    versions = {one.domain: one.version for one in network.opset_import} | {"": OPSET}
    del network.opset_import[:]
    network.opset_import.extend(helper.make_opsetid(*one) for one in versions.items())
    onnx.checker.check_model(network)
    path.write_bytes(network.SerializeToString(deterministic=True))


def run(path: Path, x: Floats) -> Floats:
    """Return the log-odds that the file gives."""
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return np.asarray(session.run([OUTPUT], {INPUT: x.astype(np.float32)})[0])[:, 0].astype(float)


def difference(model: Pipeline, path: Path, x: Floats) -> float:
    """Return the largest difference of probabilities between the model and its file.

    Rows with missing values are among `x`, and every row is tried once more with every value
    missing in turn.
    """
    holes = np.tile(x[0], (x.shape[1], 1))
    holes[np.diag_indices(x.shape[1])] = np.nan
    rows = np.vstack([x, holes])

    def probability(logit: Floats) -> Floats:
        return np.asarray(1 / (1 + np.exp(-logit)))

    gap = np.abs(probability(logit_of(model, rows)) - probability(run(path, rows))).max()
    assert gap <= LARGEST_DIFFERENCE, f"the file differs from scikit-learn by {gap:.2e}"
    return float(gap)


def explanation(model: Pipeline, learner: str, resamples: list[Floats]) -> dict[str, Any]:
    """Return what exact contributions need: coefficients, or the arrays of the trees."""
    if learner == BOOSTING:
        return _trees(model)
    intercept, *coefficients = (_short(v) for v in natural(model))
    return {
        "kind": "linear",
        "intercept": intercept,
        "coefficients": coefficients,
        "resamples": [[_short(v) for v in one] for one in resamples],
    }


def _trees(model: Pipeline) -> dict[str, Any]:
    boosted = model.named_steps["model"]
    prior = boosted.init_.class_prior_[1]
    trees = []
    for one in boosted.estimators_[:, 0]:
        tree = one.tree_
        trees.append(
            {
                "column": [int(v) for v in tree.feature],
                "at_most": [float(v) for v in tree.threshold],
                "left": [int(v) for v in tree.children_left],
                "right": [int(v) for v in tree.children_right],
                "value": [_short(boosted.learning_rate * v) for v in tree.value[:, 0, 0]],
            }
        )
    return {"kind": "trees", "base": _short(np.log(prior / (1 - prior))), "trees": trees}


def _short(value: float) -> float:
    return float(f"{float(value):.9g}")
