"""Several networks in one: the same first blocks, later blocks and heads that learnt apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from training.lib.backbone import Backbone, LateBlocks
from training.lib.levels import stacked, tapped
from training.lib.network import Head, ScreeningNetwork, TypicalSpace


@dataclass(frozen=True)
class Probe:
    """A member of another kind: a backbone that did not learn, its head on several levels.

    ``share`` is its part of the common answer, 0 to 1; the tuned members have the rest.
    """

    backbone: Backbone
    head: Head
    share: float


class LevelBranch(nn.Module):
    """The later blocks of a probe and its head."""

    weight: Tensor
    bias: Tensor

    def __init__(self, probe: Probe, frozen: int) -> None:
        super().__init__()
        self.frozen = frozen
        self.late = LateBlocks(probe.backbone, frozen)
        self.register_buffer("weight", torch.from_numpy(probe.head.weight)[:, :, None, None])
        self.register_buffer("bias", torch.from_numpy(probe.head.bias))

    def forward(self, early: Sequence[Tensor], maps: Tensor) -> Tensor:
        """Return activation maps from the levels and the last maps of the first blocks."""
        levels, maps = tapped(self.late.blocks, maps, first=self.frozen)
        features: Tensor = self.late.clip(self.late.last(maps))
        levels = stacked([*early, *levels, features])
        return nn.functional.conv2d(levels, self.weight, self.bias)


class EnsembleNetwork(ScreeningNetwork):
    """The mean answer of all members in one pass; logits, maps and embeddings are averaged.

    The first blocks are alike in all members and run once. A probe, if there is one, weighs by its
    share and has no part in the embedding.
    """

    weights: Tensor
    biases: Tensor

    def __init__(
        self,
        backbones: Sequence[Backbone],
        heads: Sequence[Head],
        space: TypicalSpace,
        *,
        frozen: int,
        half: bool,
        probe: Probe | None = None,
    ) -> None:
        super().__init__(backbones[0], heads[0], space, half=half)
        typed = [b.half() if half else b for b in backbones]
        self.frozen = frozen
        self.late = nn.ModuleList(LateBlocks(b, frozen) for b in typed)
        weights = torch.stack([torch.from_numpy(h.weight) for h in heads])
        self.register_buffer("weights", weights[:, :, :, None, None])
        self.register_buffer("biases", torch.stack([torch.from_numpy(h.bias) for h in heads]))
        self.share = probe.share if probe else 0.0
        self.probe = LevelBranch(probe, frozen) if probe else None
        if self.probe is not None and half:
            self.probe.late.half()

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return logits (N, L), cam (N, L, P, P), embedding (N, 1280), atypicality (N,)."""
        # Any: the package that defines the network carries no types.
        net: Any = self.backbone.network
        start: Tensor = net._swish(net._conv_stem(image.half() if self.half_precision else image))
        early, maps = tapped(net._blocks[: self.frozen], start)
        features = [late(maps).float() for late in self.late]
        cams = [
            nn.functional.conv2d(f, self.weights[k], self.biases[k]) for k, f in enumerate(features)
        ]
        cam = torch.stack(cams).mean(0)
        if self.probe is not None:
            cam = (1 - self.share) * cam + self.share * self.probe(early, maps)
        embedding = torch.stack(features).mean(0).mean((2, 3))
        return cam.mean((2, 3)), cam, embedding, self._atypicality(embedding)
