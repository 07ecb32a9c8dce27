"""A network whose linear head reads several levels of the backbone, not the last one alone.

Of each level the head takes the channels and their squares, averaged over the film: fine texture
and exposure stand in the early levels, shapes in the late ones.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.lib.backbone import CHANNELS, Backbone, LateBlocks
from training.lib.network import Head, ScreeningNetwork

TAPPED = (2, 4, 7, 10, 14)
"""Blocks behind which the head reads, beside the last convolution."""


def pooled(maps: Tensor) -> Tensor:
    """Return mean and mean square of each channel, (N, 2 C)."""
    return torch.cat([maps.mean((2, 3)), maps.square().mean((2, 3))], 1)


def tapped(
    blocks: Iterable[nn.Module], maps: Tensor, *, first: int = 0
) -> tuple[list[Tensor], Tensor]:
    """Return the maps behind each tapped block, and those behind the last block.

    ``first`` is the number of the first of these blocks in the whole backbone.
    """
    levels = []
    for number, block in enumerate(blocks, start=first):
        maps = block(maps)
        if number in TAPPED:
            levels.append(maps)
    return levels, maps


def stacked(levels: Sequence[Tensor]) -> Tensor:
    """Return values and squares of all levels as channels, (N, C, places, places).

    Every level is averaged to the places of the last one, so that the mean of a place is `pooled`.
    """
    places, stack = int(levels[-1].shape[-1]), []
    for level in levels:
        exact = level.float()
        side = int(level.shape[-1]) // places
        for values in (exact, exact * exact):
            stack.append(nn.functional.avg_pool2d(values, side) if side > 1 else values)
    return torch.cat(stack, 1)


def last_means(levels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return, of all pooled levels, the means of the last maps."""
    return levels[:, -2 * CHANNELS : -CHANNELS]


class TappedEarly(nn.Module):
    """Stem and first blocks: their maps, and what the head reads of the levels before those."""

    def __init__(self, backbone: Backbone, count: int) -> None:
        super().__init__()
        self.network = backbone.network
        self.count = count

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """Return the maps behind block ``count - 1`` and the pooled earlier levels."""
        # Any: the package that defines the network carries no types.
        net: Any = self.network
        maps: Tensor = net._swish(net._conv_stem(image))
        levels, maps = tapped(net._blocks[: self.count], maps)
        return maps, torch.cat([pooled(level) for level in levels], 1)


def late_levels(late: LateBlocks, maps: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """Return the pooled levels behind the first ``count`` blocks, and the last maps."""
    levels, maps = tapped(late.blocks, maps, first=count)
    features: Tensor = late.clip(late.last(maps))
    return torch.cat([pooled(level) for level in (*levels, features)], 1), features


class LevelNetwork(ScreeningNetwork):
    """One forward pass gives logits, class activation maps, embedding and atypicality."""

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return logits (N, L), cam (N, L, P, P), embedding (N, 1280), atypicality (N,)."""
        net: Any = self.backbone.network
        maps: Tensor = net._swish(net._conv_stem(image.half() if self.half_precision else image))
        levels, maps = tapped(net._blocks, maps)
        features: Tensor = net._swish(net._conv_head(maps))
        cam = nn.functional.conv2d(stacked([*levels, features]), self.weight, self.bias)
        embedding = features.float().mean((2, 3))
        return cam.mean((2, 3)), cam, embedding, self._atypicality(embedding)


def scaled_head(
    weight: NDArray[np.float32],
    bias: NDArray[np.float32],
    middle: NDArray[np.float32],
    spread: NDArray[np.float32],
) -> Head:
    """Fold the scaling of the features into a head."""
    folded = weight / spread
    return Head(folded.astype(np.float32), (bias - folded @ middle).astype(np.float32))
