"""Several networks in one: the same first blocks, later blocks and heads that learnt apart."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.lib.backbone import Backbone, EarlyBlocks, LateBlocks
from training.lib.network import Head, ScreeningNetwork, TypicalSpace


class EnsembleNetwork(ScreeningNetwork):
    """The mean answer of all members in one pass; logits, maps and embeddings are averaged.

    The first blocks are alike in all members and run once.
    """

    def __init__(
        self,
        backbones: Sequence[Backbone],
        heads: Sequence[Head],
        space: TypicalSpace,
        *,
        frozen: int,
        half: bool,
    ) -> None:
        super().__init__(backbones[0], heads[0], space, half=half)
        typed = [b.half() if half else b for b in backbones]
        self.early = EarlyBlocks(typed[0], frozen)
        self.late = nn.ModuleList(LateBlocks(b, frozen) for b in typed)
        weights = torch.stack([torch.from_numpy(h.weight) for h in heads])
        self.register_buffer("weights", weights[:, :, :, None, None])
        self.register_buffer("biases", torch.stack([torch.from_numpy(h.bias) for h in heads]))

    weights: Tensor
    biases: Tensor

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return logits (N, L), cam (N, L, P, P), embedding (N, 1280), atypicality (N,)."""
        maps = self.early(image.half() if self.half_precision else image)
        features = [late(maps).float() for late in self.late]
        cams = [
            nn.functional.conv2d(f, self.weights[k], self.biases[k]) for k, f in enumerate(features)
        ]
        cam = torch.stack(cams).mean(0)
        embedding = torch.stack(features).mean(0).mean((2, 3))
        return cam.mean((2, 3)), cam, embedding, self._atypicality(embedding)
