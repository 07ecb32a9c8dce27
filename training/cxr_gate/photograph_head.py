"""The output that tells photographs of films: fitted on what the gate's head reads, then added.

The network stays as it is: a further small branch begins where its head has laid the places in a
row, so that every other output is the same to the last digit.
"""

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.lib.config import Run
from training.lib.items import Item
from training.lib.score import CHUNK, Arrays, Scorer
from training.lib.variants import recipe

OUTPUT = "photograph"
READ = "/head/Concat_2_output_0"
"""Where the network's head has laid places and embedding in a row."""
WORKERS = 2
BATCH = 256

Floats32 = NDArray[np.float32]


@dataclass(frozen=True)
class Branch:
    """Two layers: weights as (in, out), biases as (out,)."""

    weights: tuple[Floats32, Floats32]
    biases: tuple[Floats32, Floats32]

    def logit(self, read: NDArray[np.floating]) -> Floats32:
        """Return the logit of a photograph (N,)."""
        hidden = np.maximum(read.astype(np.float32) @ self.weights[0] + self.biases[0], 0)
        return np.asarray((hidden @ self.weights[1] + self.biases[1])[:, 0], dtype=np.float32)


def without_branch(path: Path) -> onnx.ModelProto:
    """Load a network of the gate and take the output away if an earlier run added it."""
    model = onnx.load(str(path))
    graph = model.graph
    for part in (graph.node, graph.initializer, graph.output):
        for one in [o for o in part if o.name.startswith(OUTPUT)]:
            part.remove(one)
    return model


def tapped(path: Path, work: Path) -> Path:
    """Write a copy of a network that also hands out what the branch reads."""
    model = without_branch(path)
    width = next(
        numpy_helper.to_array(i).shape[1]
        for i in model.graph.initializer
        if i.name == "head.hidden.weight"
    )
    model.graph.output.append(
        helper.make_tensor_value_info(READ, TensorProto.FLOAT, ["N", int(width)])
    )
    content = model.SerializeToString(deterministic=True)
    tap = work / f"tapped-{hashlib.sha256(content).hexdigest()[:12]}.onnx"
    work.mkdir(parents=True, exist_ok=True)
    tap.write_bytes(content)
    return tap


def reads(run: Run, tap: Path, items: Sequence[Item], *, name: str) -> Arrays:
    """Return what the network says of items, and what the branch reads (`READ`)."""
    cv2.setNumThreads(1)
    scorer = Scorer(tap, run.work / "photographs", recipe=recipe(run))
    chunks = [items[i : i + CHUNK] for i in range(0, len(items), CHUNK)]
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(lambda chunk: scorer.score(chunk, name=name), chunks))
    return scorer.score(items, name=name)


def fit(read: Floats32, target: NDArray[np.int64], settings: Any, *, seed: int) -> Branch:
    """Fit the branch; photographs and films weigh alike."""
    torch.manual_seed(seed)
    mean, spread = read.mean(0), read.std(0) + np.float32(0.05)
    net = nn.Sequential(
        nn.Dropout(settings["dropout"]),
        nn.Linear(read.shape[1], settings["hidden"]),
        nn.ReLU(),
        nn.Dropout(settings["dropout"]),
        nn.Linear(settings["hidden"], 1),
    )
    rate, decay, epochs = settings["rate"], settings["weight_decay"], settings["epochs"]
    tuner = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=decay)
    steps = epochs * -(-len(read) // BATCH)
    plan = torch.optim.lr_scheduler.OneCycleLR(tuner, max_lr=rate, total_steps=steps)
    weight = torch.tensor((target == 0).sum() / max((target == 1).sum(), 1), dtype=torch.float32)
    loss = nn.BCEWithLogitsLoss(pos_weight=weight)
    seen = torch.from_numpy(((read - mean) / spread).astype(np.float32))
    order, truth = np.random.default_rng(seed), torch.from_numpy(target.astype(np.float32))
    for _ in range(epochs):
        rows = order.permutation(len(read))
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            chosen = torch.from_numpy(batch)
            tuner.zero_grad()
            loss(net(seen[chosen])[:, 0], truth[chosen]).backward()
            tuner.step()
            plan.step()
    return _folded(net, mean, spread)


def _folded(net: nn.Sequential, mean: Floats32, spread: Floats32) -> Branch:
    """Take the scaling into the first layer."""
    # Any: layers of a Sequential carry no types.
    first, last = (getattr(net, name) for name in ("1", "4"))
    matrix = first.weight.detach().numpy().T / spread[:, None]
    bias = first.bias.detach().numpy() - mean @ matrix
    return Branch(
        (matrix.astype(np.float32), last.weight.detach().numpy().T.copy()),
        (bias.astype(np.float32), last.bias.detach().numpy().copy()),
    )


def attach(path: Path, branch: Branch) -> None:
    """Write the branch into a network of the gate; its other outputs stay what they are."""
    model = without_branch(path)
    graph = model.graph
    values = {
        f"{OUTPUT}.hidden.weight": branch.weights[0],
        f"{OUTPUT}.hidden.bias": branch.biases[0],
        f"{OUTPUT}.last.weight": branch.weights[1],
        f"{OUTPUT}.last.bias": branch.biases[1],
        f"{OUTPUT}.column": np.array(0, np.int64),
    }
    graph.initializer.extend(numpy_helper.from_array(v, k) for k, v in values.items())
    inner = [f"/{OUTPUT}/{step}" for step in ("hidden", "relu", "last")]
    layers = {
        "hidden": ("Gemm", [READ, f"{OUTPUT}.hidden.weight", f"{OUTPUT}.hidden.bias"], inner[0]),
        "relu": ("Relu", [inner[0]], inner[1]),
        "last": ("Gemm", [inner[1], f"{OUTPUT}.last.weight", f"{OUTPUT}.last.bias"], inner[2]),
    }
    for name, (kind, inputs, output) in layers.items():
        graph.node.append(helper.make_node(kind, inputs, [output], name=f"{OUTPUT}/{name}"))
    graph.node.append(
        helper.make_node(
            "Gather", [inner[2], f"{OUTPUT}.column"], [OUTPUT], name=f"{OUTPUT}/column", axis=1
        )
    )
    graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["N"]))
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))
