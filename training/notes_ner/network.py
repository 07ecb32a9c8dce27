"""The tagger's network: linear layers over shifted copies.

A convolution of width 3 is a linear layer over the word before, the word and the word behind.
"""

import torch
from torch import Tensor, nn

from meddx_desktop.core.notes.tagger_terms import COLUMNS

KNOWN_SIGNS = 97
"""Nothing, any other sign, and the 95 of a keyboard."""


def _shifted(x: Tensor, by: int) -> Tensor:
    """Move along the axis before the last; what comes in is 0."""
    if by == 0:
        return x
    empty = torch.zeros_like(x[..., : abs(by), :])
    return torch.cat([empty, x[..., :-by, :]] if by > 0 else [x[..., -by:, :], empty], dim=-2)


def _around(x: Tensor, reach: int) -> Tensor:
    return torch.cat([_shifted(x, reach), x, _shifted(x, -reach)], dim=-1)


class Signs(nn.Module):
    """A word's signs as one vector."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__()
        self.table = nn.Embedding(KNOWN_SIGNS, width, padding_idx=0)
        self.mix = nn.Linear(3 * width, out)

    def forward(self, numbers: Tensor) -> Tensor:
        """Take the largest answer over all places of the word."""
        there = (numbers > 0).unsqueeze(-1)
        found = torch.relu(self.mix(_around(self.table(numbers), 1)))
        return (found * there).amax(dim=-2)


class Block(nn.Module):
    """Look around, and add what was seen."""

    def __init__(self, width: int, reach: int, drop: float) -> None:
        super().__init__()
        self.reach = reach
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(3 * width, width)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """Add one look to the words that are there."""
        seen = torch.relu(self.mix(_around(self.norm(x) * there, self.reach)))
        return (x + self.drop(seen)) * there


class Tagger(nn.Module):
    """Rows of the encoder with terms and signs of each word in; three marks for each kind out."""

    def __init__(
        self, rows: int, *, width: int, signs: int, reaches: list[int], drop: float, kinds: int
    ) -> None:
        super().__init__()
        self.rows = rows
        self.norm = nn.LayerNorm(rows)
        self.signs = Signs(signs, 2 * signs)
        self.enter = nn.Linear(rows + COLUMNS + 2 * signs, width)
        self.drop = nn.Dropout(drop)
        self.blocks = nn.ModuleList(Block(width, reach, drop) for reach in reaches)
        self.leave = nn.Linear(width, 3 * kinds)

    def forward(self, given: Tensor) -> Tensor:
        """Return the marks' logits for every word."""
        terms = given[..., self.rows : self.rows + COLUMNS]
        numbers = given[..., self.rows + COLUMNS :].long()
        there = (numbers[..., :1] > 0).float()
        known = [self.norm(given[..., : self.rows]), terms, self.signs(numbers)]
        x = torch.relu(self.enter(self.drop(torch.cat(known, dim=-1)))) * there
        for block in self.blocks:
            x = block(x, there)
        return self.leave(self.drop(x))
