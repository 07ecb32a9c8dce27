"""Static int8 quantization of the backbone; head and atypicality stay in float32."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.lib.export import tidy
from training.lib.items import Item
from training.lib.score import to_tensor

QUANTIZED = ("Conv", "Clip", "Add")


class _Reader(CalibrationDataReader):  # type: ignore[misc]
    def __init__(self, items: Sequence[Item], batch: int = 8) -> None:
        self._batches = self._read(items, batch)

    @staticmethod
    def _read(items: Sequence[Item], batch: int) -> Iterator[dict[str, NDArray[np.float32]]]:
        for start in range(0, len(items), batch):
            yield {"image": to_tensor([i.render() for i in items[start : start + batch]])}

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        return next(self._batches, None)


def _head_nodes(model: onnx.ModelProto) -> Iterator[str]:
    """Name the convolutions that make the activation maps, and what mixes their maps."""
    makers = {name: node for node in model.graph.node for name in node.output}
    waiting = ["cam"]
    while waiting:
        node = makers.get(waiting.pop())
        if node is not None:
            yield node.name
            if node.op_type != "Conv":
                waiting.extend(node.input)


def _float_nodes(model: onnx.ModelProto, convolutions: int) -> list[str]:
    """Name the nodes behind the feature maps, heads, and the first convolutions with clips."""
    maps = next(n for n in model.graph.node if "embedding" in n.output).input[0]
    reached = {maps}
    names = list(_head_nodes(model))
    seen = 0
    for node in model.graph.node:
        seen += node.op_type == "Conv"
        early = seen <= convolutions and node.op_type in QUANTIZED
        if early or reached & set(node.input):
            names.append(node.name)
        if reached & set(node.input):
            reached |= set(node.output)
    return names


def quantize(
    source: Path, target: Path, *, items: Sequence[Item], method: str, float_convolutions: int
) -> None:
    """Quantize per channel, signed 7-bit weights, unsigned 8-bit activations.

    The first convolutions stay in float: their edge filters are large weights that cancel, so
    rounding harms them most, and they cost no time that int8 would save.

    ``reduce_range`` keeps sums of products inside 16 bits on processors without VNNI.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_static(
            str(prepared),
            str(target),
            _Reader(items),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=list(QUANTIZED),
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_float_nodes(onnx.load(str(prepared)), float_convolutions),
            calibrate_method=CalibrationMethod[method],
        )
    tidy(target, source)
