"""The gate's network: a frozen backbone read at three levels, place by place, and a small head.

Where something lies decides here: which side is cut off, which way a film is turned. The head
therefore reads a grid of 7 x 7 places and not their mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.lib.backbone import CHANNELS, Backbone
from training.lib.network import TypicalSpace

FINE, MIDDLE, LATE = 4, 10, 15
"""Blocks behind which the grid is read: 40, 112 and 320 channels."""
GRID = 40 + 40 + 112 + 320
PLACES = 7

OUTPUTS = ("logits", "mirrored", "embedding", "atypicality")

Floats32 = NDArray[np.float32]


def _read(net: Any, image: Tensor) -> tuple[Tensor, Tensor]:
    """Return the grid (N, GRID, 7, 7) and the last maps."""
    maps: Tensor = net._swish(net._conv_stem(image))
    kept = []
    for number, block in enumerate(net._blocks):
        maps = block(maps)
        if number == FINE:
            fine = maps.float()
            kept += [nn.functional.avg_pool2d(v, 4) for v in (fine, fine * fine)]
        elif number == MIDDLE:
            kept.append(nn.functional.avg_pool2d(maps.float(), 2))
        elif number == LATE:
            kept.append(maps.float())
    last: Tensor = net._swish(net._conv_head(maps))
    return torch.cat(kept, 1), last


class TappedBackbone(nn.Module):
    """What feature extraction runs: the pooled last maps and the grid."""

    def __init__(self, backbone: Backbone) -> None:
        super().__init__()
        self.backbone = backbone

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """Return the embedding (N, 1280) and the grid (N, GRID, 7, 7)."""
        grid, last = _read(self.backbone.network, image)
        return last.float().mean((2, 3)), grid


@dataclass(frozen=True)
class Scaling:
    """Mean and spread of grid channels and embedding over the training pictures."""

    grid_mean: Floats32
    grid_spread: Floats32
    mean: Floats32
    spread: Floats32


class GridHead(nn.Module):
    """Places are mixed by a narrow layer, laid in a row with the embedding, and weighed."""

    def __init__(self, classes: int, *, narrow: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.register_buffer("grid_mean", torch.zeros(GRID))
        self.register_buffer("grid_spread", torch.ones(GRID))
        self.register_buffer("mean", torch.zeros(CHANNELS))
        self.register_buffer("spread", torch.ones(CHANNELS))
        self.narrow = nn.Linear(GRID, narrow)
        self.brief = nn.Linear(CHANNELS, narrow)
        self.hidden = nn.Linear(PLACES * PLACES * narrow + narrow, hidden)
        self.last = nn.Linear(hidden, classes + 1)
        self.dropout = nn.Dropout(dropout)

    def scale(self, scaling: Scaling) -> None:
        """Take over the scaling of the training pictures."""
        for name in ("grid_mean", "grid_spread", "mean", "spread"):
            getattr(self, name).copy_(torch.from_numpy(getattr(scaling, name)))

    def forward(self, embedding: Tensor, grid: Tensor) -> tuple[Tensor, Tensor]:
        """Return class logits (N, classes) and the logit of a mirrored film (N,)."""
        # Any: buffers carry no types.
        own: Any = self
        rows = (grid.flatten(2).transpose(1, 2) - own.grid_mean) / own.grid_spread
        count = rows.shape[-1]
        places = torch.relu(self.narrow(rows.reshape(-1, count)))
        places = places.reshape(-1, self.hidden.in_features - self.brief.out_features)
        brief = torch.relu(self.brief((embedding - own.mean) / own.spread))
        joined = self.dropout(torch.cat([places, brief], 1))
        values = self.last(self.dropout(torch.relu(self.hidden(joined))))
        return values[:, :-1], values[:, -1]


class GateNetwork(nn.Module):
    """One forward pass: class logits, logit of a mirrored film, embedding, atypicality."""

    axes: Tensor
    basis: Tensor
    middle: Tensor

    def __init__(
        self, backbone: Backbone, head: GridHead, space: TypicalSpace, *, half: bool
    ) -> None:
        super().__init__()
        self.backbone = backbone.half() if half else backbone
        self.half_precision = half
        self.head = head.eval()
        self.register_buffer("middle", torch.from_numpy(space.mean))
        self.register_buffer("axes", torch.from_numpy(space.axes.T.copy()))
        self.register_buffer("basis", torch.from_numpy(space.basis.T.copy()))
        self.residual = space.residual

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return logits (N, L), mirrored (N,), embedding (N, 1280), atypicality (N,)."""
        net = self.backbone.network
        grid, last = _read(net, image.half() if self.half_precision else image)
        embedding = last.float().mean((2, 3))
        logits, mirrored = self.head(embedding, grid)
        centred = embedding - self.middle
        inside = (centred @ self.axes).square().mean(1)
        kept = (centred @ self.basis).square().sum(1)
        outside = (centred.square().sum(1) - kept).clamp_min(0.0) / self.residual
        return logits, mirrored, embedding, (0.5 * (inside + outside)).sqrt()


def scaling_of(embedding: Floats32, grid: NDArray[np.float16], rows: Sequence[int]) -> Scaling:
    """Measure the scaling on some rows of the training pictures."""
    some = grid[rows].astype(np.float32).transpose(1, 0, 2, 3).reshape(grid.shape[1], -1)
    few = embedding[rows]
    return Scaling(some.mean(1), some.std(1) + 1e-3, few.mean(0), few.std(0) + np.float32(1e-2))


def atypicality(space: TypicalSpace, embedding: Floats32) -> Floats32:
    """Return how far features lie from those of the training, as the network computes it."""
    centred = embedding - space.mean
    inside = np.square(centred @ space.axes.T).mean(1)
    kept = np.square(centred @ space.basis.T).sum(1)
    outside = np.maximum(np.square(centred).sum(1) - kept, 0) / space.residual
    return np.asarray(np.sqrt(0.5 * (inside + outside)), dtype=np.float32)
