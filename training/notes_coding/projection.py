"""The linear layer that makes short vectors: principal components, or pulled from there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Projection:
    """Take the mean off, multiply, make the length 1."""

    mean: Floats
    weights: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Return the short vectors."""
        short = (rows - self.mean) @ self.weights
        return np.asarray(short / np.linalg.norm(short, axis=1, keepdims=True), np.float32)


def principal(rows: Floats, width: int) -> Projection:
    """Return the axes along which the codes differ most."""
    mean = rows.mean(0)
    _, axes = np.linalg.eigh(np.cov((rows - mean).T))
    return Projection(mean, np.ascontiguousarray(axes[:, ::-1][:, :width], np.float32))


def pulled(
    start: Projection, left: Floats, right: Floats, settings: Mapping[str, Any], seed: int
) -> Projection:
    """Return a layer under which the two texts of a pair are nearest to each other.

    Contrastive loss over the pairs of a batch, in both directions; the weights are held near where
    they began (`pull`), as pairs in one language must not spoil the other.
    """
    torch.manual_seed(seed)
    weights = torch.tensor(start.weights, requires_grad=True)
    origin = torch.tensor(start.weights)
    pairs = [torch.tensor(side - start.mean) for side in (left, right)]
    optimizer = torch.optim.Adam([weights], lr=settings["rate"])
    for epoch in range(settings["epochs"]):
        total = 0.0
        groups = torch.randperm(len(left)).split(settings["batch"])
        for group in groups:
            a, b = (torch.nn.functional.normalize(side[group] @ weights) for side in pairs)
            scores = a @ b.T / settings["heat"]
            truth = torch.arange(len(group))
            loss = torch.nn.functional.cross_entropy(scores, truth)
            loss = loss + torch.nn.functional.cross_entropy(scores.T, truth)
            loss = loss + settings["pull"] * (weights - origin).square().mean() * len(origin)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += float(loss)
        print(f"pull {epoch + 1}: {total / len(groups):.4f}", flush=True)
    return Projection(start.mean, weights.detach().numpy())
