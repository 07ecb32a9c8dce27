"""How films look to the network, and what its frozen levels and image statistics say of them.

A rendition is a copy (0 is the film as it is, 1 and on are degraded) with or without
standardising. Each film is rendered from itself alone, so none carries a held-out source along.
"""

import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.cxr_tuberculosis.films import Films, Pictures, save
from training.lib.backbone import CHANNELS, Backbone, LateBlocks, load_backbone, weights_sha256
from training.lib.config import Run
from training.lib.degrade import degrade
from training.lib.export import export_onnx
from training.lib.films import Picture
from training.lib.image_statistics import film_statistics
from training.lib.items import Item, stream
from training.lib.levels import TAPPED, TappedEarly, last_means, late_levels
from training.lib.score import Scorer
from training.lib.surroundings import hide

Floats32 = NDArray[np.float32]
OUTSIDE = 128
WIDTHS = (24, 40, 80, 112, 192, CHANNELS)
"""Channels of the levels that are tapped, the last convolution among them."""


def standardise(picture: Picture, settings: Any) -> Picture:
    """Cut the edges, take fine detail away, keep an oval, and spread its grey levels evenly."""
    side = len(picture)
    edge = int(settings["edge"] * side)
    coarse = (settings["coarse"],) * 2
    inner = cv2.resize(picture[edge : side - edge, edge : side - edge], coarse, interpolation=3)
    kept = np.zeros(coarse, np.uint8)
    middle, axis = coarse[0] // 2, int(settings["oval"] * coarse[0])
    cv2.ellipse(kept, (middle, middle), (axis, axis), 0, 0, 360, 1, -1)
    inside = kept == 1
    counts = np.bincount(inner[inside], minlength=256)
    # The middle of each level's own share, so that a level of many pixels is not moved to an end.
    rank = (np.cumsum(counts) - counts / 2) / max(counts.sum(), 1)
    even = np.where(inside, (rank * 255)[inner], OUTSIDE).astype(np.uint8)
    return np.asarray(cv2.resize(even, (side, side), interpolation=cv2.INTER_LINEAR), np.uint8)


def wear(picture: Picture, key: str, run: Run) -> Picture:
    """Return a film degraded and in part hidden, from the random stream of its key."""
    rng, settings = stream(run.seed, key), run.settings["degrade"]
    worn = degrade(picture, rng, {**settings, "side": len(picture)})
    return hide(worn, lambda: picture, rng, settings)


class _Levels(nn.Module):
    """The frozen backbone as far as the head reads it: every tapped level, pooled."""

    def __init__(self, backbone: Backbone) -> None:
        super().__init__()
        self.count = TAPPED[-1]
        self.early, self.late = TappedEarly(backbone, self.count), LateBlocks(backbone, self.count)

    def forward(self, image: Tensor) -> Tensor:
        """Return (N, width of all levels)."""
        maps, low = self.early(image)
        late, _ = late_levels(self.late, maps, self.count)
        return torch.cat([low, late], 1)


@dataclass(frozen=True)
class Material:
    """What every recipe of a run shares."""

    run: Run
    films: Films
    pictures: Pictures

    def picture(self, row: int, copy: int, *, standard: bool) -> Picture:
        """Render one film."""
        picture = np.asarray(self.pictures[row])
        if copy:
            picture = wear(picture, self.key(row, copy), self.run)
        return standardise(picture, self.run.settings["standard"]) if standard else picture

    def key(self, row: int, copy: int) -> str:
        """Name one copy of a film; its random stream hangs on it."""
        return f"{self.films.files[row]}|tb|{copy}"

    def items(self, rows: Sequence[int], copy: int, *, standard: bool) -> list[Item]:
        """Return some films of one rendition, to be scored."""

        def show(row: int) -> Callable[[], Picture]:
            return lambda: self.picture(row, copy, standard=standard)

        words = "standard" if standard else "grey"
        tb = self.films.tb
        return [
            Item(
                f"{self.key(r, copy)}|{words}",
                str(self.films.patients[r]),
                str(self.films.strata[r]),
                words,
                int(tb[r]),
                show(r),
            )
            for r in rows
        ]

    @property
    def recipe(self) -> str:
        """What decides, beside a film's key, how it looks; it names the caches."""
        settings = self.run.settings
        return repr((self.run.seed, settings["films"], settings["degrade"], settings["standard"]))

    def levels(self, copy: int, *, standard: bool) -> Floats32:
        """Return all pooled levels of every film, (films, width)."""
        mark = hashlib.sha256(f"{weights_sha256()}{TAPPED}".encode()).hexdigest()[:12]
        path = self.run.work / f"levels-{mark}" / "levels.onnx"
        if not path.is_file():
            export_onnx(_Levels(load_backbone()), path, ["levels"])
        scorer = Scorer(path, self.run.work / "features", recipe=self.recipe)
        items = self.items(range(len(self.films)), copy, standard=standard)
        name = f"copy {copy}{', standardised' if standard else ''}"
        return scorer.score(items, name=name)["levels"]

    def statistics(self, copy: int) -> Floats32:
        """Return the image statistics of every film, not standardised; kept on disk."""
        names = "\n".join([self.recipe, *self.films.files])
        mark = hashlib.sha256(names.encode()).hexdigest()[:12]
        path = self.run.work / f"statistics-{mark}" / f"{copy}.npy"
        if not path.is_file():
            rows = range(len(self.films))
            found = [film_statistics(self.picture(r, copy, standard=False)) for r in rows]
            save(path, np.stack(found).astype(np.float32))
            print(f"statistics of copy {copy} done", file=sys.stderr, flush=True)
        return np.asarray(np.load(path))


def features_of(material: Material, copy: int, recipe: Any) -> Floats32:
    """Return what a recipe's head reads of one copy of every film."""
    if recipe.get("method") in ("statistics", "boosted"):
        return material.statistics(copy)
    levels = material.levels(copy, standard=bool(recipe.get("standard")))
    return level_means(levels) if recipe.get("levels") else last_means(levels)


def level_means(levels: Floats32) -> Floats32:
    """Return the means of every level's channels, without their squares."""
    places = np.cumsum([0, *(2 * width for width in WIDTHS)])
    if places[-1] != levels.shape[1]:
        raise ValueError("the backbone's levels have other widths")
    parts = [levels[:, p : p + w] for p, w in zip(places[:-1], WIDTHS, strict=True)]
    return np.concatenate(parts, axis=1)
