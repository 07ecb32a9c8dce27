"""Write the tagger as ONNX, then with the weights of its linear layers in 8 bits."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from training.lib.export import OPSET
from training.lib.text_package import open_network
from training.notes_ner.network import Tagger

_LARGEST = 127


def export(tagger: Tagger, width: int, path: Path, work: Path) -> Path:
    """Write the 8-bit file to `path`; the one in full precision stays in the work folder."""
    whole = work / "model.fp32.onnx"
    given = torch.ones(2, 5, width)
    torch.onnx.export(
        tagger.eval(),
        (given,),
        str(whole),
        input_names=["rows"],
        output_names=["logits"],
        opset_version=OPSET,
        dynamic_axes={"rows": {0: "N", 1: "L"}, "logits": {0: "N", 1: "L"}},
        dynamo=False,
    )
    model = onnx.load(str(whole))
    marks = tagger.leave.out_features
    for dimension, size in zip(
        model.graph.output[0].type.tensor_type.shape.dim, ("N", "L", marks), strict=True
    ):
        dimension.Clear()
        if isinstance(size, int):
            dimension.dim_value = size
        else:
            dimension.dim_param = size
    onnx.save(model, str(whole))
    onnx.save(_with_small_weights(model), str(path))
    return whole


def _with_small_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the network with the weights of its linear layers in 8 bits, a scale per column.

    Only weights are rounded: an answer that depended on the largest number in its batch would
    depend on the sentences that it is tagged with.
    """
    small = onnx.ModelProto()
    small.CopyFrom(model)
    graph = small.graph
    weights = {one.name: one for one in graph.initializer}
    nodes = []
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in weights:
            weight = weights[node.input[1]]
            nodes += _restored(graph, weight)
            node.input[1] = f"{weight.name}.whole"
            graph.initializer.remove(weight)
        nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(small, full_check=True)
    return small


def _restored(graph: onnx.GraphProto, weight: onnx.TensorProto) -> list[onnx.NodeProto]:
    values = numpy_helper.to_array(weight)
    scales = np.maximum(np.abs(values).max(0) / _LARGEST, 1e-12).astype(np.float32)
    numbers = np.round(values / scales).astype(np.int8)
    parts = [f"{weight.name}.8", f"{weight.name}.scale"]
    for name, content in zip(parts, (numbers, scales), strict=True):
        graph.initializer.append(numpy_helper.from_array(content, name))
    return [helper.make_node("DequantizeLinear", parts, [f"{weight.name}.whole"], axis=1)]


def difference(tagger: Tagger, path: Path, given: NDArray[np.float32]) -> float:
    """Return the largest difference between torch's logits and the file's."""
    with torch.no_grad():
        wanted = tagger.eval()(torch.from_numpy(given)).numpy()
    [found] = open_network(path).run(["logits"], {"rows": given})
    return float(np.abs(np.asarray(found) - wanted).max())
