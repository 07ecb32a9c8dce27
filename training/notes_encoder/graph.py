"""Write the encoder as one ONNX file: 4-bit matrices as they are, pooling and norm inside.

``MatMulNBits`` and ``GatherBlockQuantized`` are operators of ONNX Runtime (domain com.microsoft);
a package that comes with the program may use them.
"""

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.notes_encoder.original import BLOCK, Blocks, Original

OPSET = 21
IR_VERSION = 10
RUNTIME = "com.microsoft"
_INT8_SUMS = 4
"""Of MatMulNBits: activations are quantized to 8 bits too, as the original's own engine does."""


class Graph:
    """Nodes and weights as they are added; each method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._count = 0

    def add(
        self, kind: str, *inputs: str, domain: str = "", name: str = "", **given: object
    ) -> str:
        """Add a node with one output."""
        self._count += 1
        output = name or f"v{self._count}"
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **given))
        return output

    def weight(self, name: str, value: NDArray) -> str:
        """Add a weight."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def raw(self, name: str, kind: int, shape: Sequence[int], content: bytes) -> str:
        """Add a weight whose bytes are given."""
        self.weights.append(helper.make_tensor(name, kind, shape, content, raw=True))
        return name


def _pairs(numbers: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Put two numbers of 4 bits into each byte, the first into its low half."""
    return numbers[..., 0::2] | (numbers[..., 1::2] << 4)


def _linear(graph: Graph, source: str, name: str, weights: Blocks, bias: NDArray) -> str:
    rows, blocks = weights.scales.shape
    packed = _pairs(weights.numbers).reshape(rows, blocks, BLOCK // 2)
    return graph.add(
        "MatMulNBits",
        source,
        graph.weight(f"{name}.w", packed),
        graph.weight(f"{name}.s", weights.scales.astype(np.float32).reshape(-1)),
        "",
        "",
        graph.weight(f"{name}.b", bias.astype(np.float32)),
        domain=RUNTIME,
        K=blocks * BLOCK,
        N=rows,
        bits=4,
        block_size=BLOCK,
        accuracy_level=_INT8_SUMS,
    )


def _words(graph: Graph, words: Blocks) -> str:
    """Look the pieces up in the quantized table."""
    signed = _pairs(words.numbers ^ 8)
    rows, width = words.numbers.shape
    table = graph.raw("words", TensorProto.INT4, (rows, width), signed.tobytes())
    found = graph.add(
        "GatherBlockQuantized",
        table,
        "ids",
        graph.weight("words.s", words.scales),
        domain=RUNTIME,
        gather_axis=0,
        quantize_axis=1,
        block_size=BLOCK,
    )
    return graph.add("Cast", found, to=TensorProto.FLOAT)


def _norm(graph: Graph, source: str, name: str, original: Original) -> str:
    return graph.add(
        "LayerNormalization",
        source,
        graph.weight(f"{name}.w", original.vectors[f"{name}.w"]),
        graph.weight(f"{name}.b", original.vectors[f"{name}.b"]),
        epsilon=original.eps,
    )


def _start(graph: Graph, original: Original, words: Blocks) -> str:
    places = original.vectors["emb.pos"].reshape(original.longest, -1)
    kind = original.vectors["emb.type"].reshape(-1, original.hidden)[0]
    length = graph.add("Gather", graph.add("Shape", "ids"), graph.weight("one", np.array([1])))
    table = graph.weight("places", places + kind)
    own = graph.add("Slice", table, graph.weight("zero", np.array([0])), length, "zero")
    return _norm(graph, graph.add("Add", _words(graph, words), own), "emb.ln", original)


def _layer(graph: Graph, x: str, hidden_keys: str, number: int, original: Original) -> str:
    """Add attention and the inner layer, each with its norm."""

    def linear(source: str, part: str) -> str:
        name = f"l{number}.{part}"
        return _linear(
            graph, source, name, original.matrices[f"{name}.w"], original.vectors[f"{name}.b"]
        )

    def heads(source: str, order: Sequence[int]) -> str:
        return graph.add("Transpose", graph.add("Reshape", source, "split"), perm=order)

    q, k = heads(linear(x, "q"), (0, 2, 1, 3)), heads(linear(x, "k"), (0, 2, 3, 1))
    v = heads(linear(x, "v"), (0, 2, 1, 3))
    scores = graph.add("Mul", graph.add("MatMul", q, k), "root")
    share = graph.add("Softmax", graph.add("Add", scores, hidden_keys), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", share, v), perm=(0, 2, 1, 3))
    joined = linear(graph.add("Reshape", mixed, "join"), "ao")
    x = _norm(graph, graph.add("Add", x, joined), f"l{number}.aln", original)
    inner = graph.add("Gelu", linear(x, "fi"))
    return _norm(graph, graph.add("Add", x, linear(inner, "fo")), f"l{number}.oln", original)


def _pool(graph: Graph, x: str, mask: str) -> None:
    """Take the mean of the tokens that are there, of length 1."""
    wide = graph.add("Unsqueeze", mask, graph.weight("last", np.array([-1])))
    total = graph.add("ReduceSum", graph.add("Mul", x, wide), "one", keepdims=0)
    mean = graph.add("Div", total, graph.add("ReduceSum", wide, "one", keepdims=0))
    graph.add("LpNormalization", mean, axis=-1, p=2, name="embedding")


def build_network(
    original: Original, kept: Sequence[int], layers: Sequence[int]
) -> onnx.ModelProto:
    """Return the network: ``ids`` in; ``embedding`` and the ``tokens`` of some layers out."""
    graph = Graph()
    words = original.matrices["emb.word"]
    rows = np.asarray(kept)
    pad = graph.weight("pad", np.array(kept.index(original.pad)))
    mask = graph.add("Cast", graph.add("Not", graph.add("Equal", "ids", pad)), to=TensorProto.FLOAT)
    size = original.hidden // original.heads
    graph.weight("split", np.array([0, 0, original.heads, size]))
    graph.weight("join", np.array([0, 0, original.hidden]))
    graph.weight("root", np.array(size**-0.5, np.float32))
    x = _start(graph, original, Blocks(words.numbers[rows], words.scales[rows]))
    inverse = graph.add("Sub", graph.weight("unit", np.array(1, np.float32)), mask)
    far = graph.add("Mul", inverse, graph.weight("far", np.array(-1e9, np.float32)))
    hidden_keys = graph.add("Unsqueeze", far, graph.weight("middle", np.array([1, 2])))
    wanted = []
    for number in range(original.layers):
        x = _layer(graph, x, hidden_keys, number, original)
        if number + 1 in layers:
            wanted.append(x)
    _pool(graph, x, mask)
    graph.add("Concat", *wanted, axis=-1, name="tokens")
    return _model(graph, original.hidden, len(wanted))


def _model(graph: Graph, hidden: int, layers: int) -> onnx.ModelProto:
    shapes = {"embedding": ["N", hidden], "tokens": ["N", "L", layers * hidden]}
    made = helper.make_graph(
        graph.nodes,
        "notes_encoder",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["N", "L"])],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in shapes.items()],
        graph.weights,
    )
    sets = [helper.make_opsetid("", OPSET), helper.make_opsetid(RUNTIME, 1)]
    return helper.make_model(made, opset_imports=sets, ir_version=IR_VERSION)
