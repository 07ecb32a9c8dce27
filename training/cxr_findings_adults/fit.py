"""Fit one multi-label head on several levels of the backbone; if wanted, tune the later blocks.

The first blocks never change: their maps are read from the work folder. Every epoch ends with a
checkpoint; a run cut off goes on from it and ends as it would have.
"""

import hashlib
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.cxr_findings_adults.labels import ABNORMAL, LABELS, Floats32, Mask, Rows
from training.cxr_findings_adults.losses import masked_loss
from training.cxr_findings_adults.renditions import PLAIN, Stored
from training.lib.backbone import CHANNELS, LateBlocks, load_backbone, weights_sha256
from training.lib.config import Run
from training.lib.finetune import one_cycle
from training.lib.levels import late_levels, scaled_head
from training.lib.network import Head
from training.lib.score import THREADS

Draw = Callable[[int], Stored]
LAST = "last"
PREDICTED = 32
PROBE_STEPS, PROBE_RATE = 400, 1e-3
CLIPPED = 1.0
MEMBER_SEED = 1000


@dataclass(frozen=True)
class Lesson:
    """What one training learns from: its films, their labels and weights, and by rendition the
    stored maps and the pooled levels of the backbone it starts from.
    """

    rows: Rows
    truth: Floats32
    weight: Floats32
    maps: Draw
    levels: Callable[[int], Floats32]
    start: Path | None


def even_view_weights(truth: Floats32, views: NDArray[np.str_]) -> Floats32:
    """Weigh films so that abnormal is as frequent in each view; the mean weight is 1."""
    abnormal = truth[:, LABELS.index(ABNORMAL)]
    known = np.isfinite(abnormal)
    overall = {v: float(np.mean(abnormal[known] == v)) for v in (0.0, 1.0)}
    weight = np.ones(len(truth), np.float32)
    for view in np.unique(views):
        for value, share in overall.items():
            own: Mask = known & (views == view)
            same = own & (abnormal == value)
            if same.any():
                weight[same] = share * own.sum() / same.sum()
    return np.asarray(weight / weight.mean(), dtype=np.float32)


class Learner(nn.Module):
    """Later blocks and head: from what the first blocks say to logits."""

    middle: Tensor
    spread: Tensor

    def __init__(
        self, start: Path | None, network: Mapping[str, Any], width: int, *, dropout: float
    ) -> None:
        super().__init__()
        self.frozen, self.dropout = network["frozen_blocks"], dropout
        self.last_only = network["levels"] == LAST
        width = CHANNELS if self.last_only else width
        self.blocks = LateBlocks(load_backbone(start), self.frozen)
        self.head = nn.Linear(width, len(LABELS))
        self.register_buffer("middle", torch.zeros(width))
        self.register_buffer("spread", torch.ones(width))
        nn.init.zeros_(self.head.weight)

    def levels(self, maps: Tensor, low: Tensor) -> Tensor:
        """Return the pooled levels of the whole backbone."""
        inputs = maps.contiguous(memory_format=torch.channels_last)
        return torch.cat([low, late_levels(self.blocks, inputs, self.frozen)[0]], 1)

    def read(self, levels: Tensor) -> Tensor:
        """Return what the head reads of the pooled levels."""
        return levels[:, -2 * CHANNELS : -CHANNELS] if self.last_only else levels

    def answer(self, levels: Tensor) -> Tensor:
        """Return logits from pooled levels."""
        scaled = (self.read(levels) - self.middle) / self.spread
        logits: Tensor = self.head(nn.functional.dropout(scaled, self.dropout, self.training))
        return logits

    def forward(self, maps: Tensor, low: Tensor) -> Tensor:
        """Return logits (N, labels)."""
        return self.answer(self.levels(maps, low))


class Training:
    """One training with its checkpoint."""

    def __init__(self, run: Run, lesson: Lesson, name: str, *, member: int = 0) -> None:
        self.settings: Any = run.settings["finetune"]
        self.lesson, self.name = lesson, f"{name}, member {member}" if member else name
        self.seed, self.member = run.seed + MEMBER_SEED * member, member
        own = {k: v for k, v in self.settings.items() if k != "members"}
        parts = [weights_sha256(), repr((self.seed, sorted(own.items()))), name]
        parts += [repr(sorted(run.settings["degrade"].items())), repr(run.settings["network"])]
        contents = [p.encode() for p in parts]
        contents += [lesson.truth[lesson.rows].tobytes(), lesson.weight.tobytes()]
        contents += [lesson.rows.tobytes()]
        mark = hashlib.sha256(b"|".join(contents)).hexdigest()[:12]
        self.checkpoint = run.work / f"fit-{mark}" / "checkpoint.pt"
        torch.manual_seed(self.seed)
        torch.set_num_threads(THREADS)
        width = lesson.levels(PLAIN).shape[1]
        network = run.settings["network"]
        self.learner = Learner(lesson.start, network, width, dropout=self.settings["dropout"])
        self.learner.to(memory_format=torch.channels_last)
        _begin_at_prevalence(self.learner.head, lesson.truth[lesson.rows])
        self.average = {k: v.clone() for k, v in self.learner.state_dict().items()}
        self.optimiser = torch.optim.AdamW(
            [
                {"params": self.learner.blocks.parameters(), "peak": self.settings["rate"]},
                {"params": self.learner.head.parameters(), "peak": self.settings["head_rate"]},
            ],
            weight_decay=self.settings["weight_decay"],
        )
        self.epoch = self.steps = 0

    def finish(self) -> Learner:
        """Train the epochs that are missing; return the learner with its averaged weights."""
        if self.checkpoint.is_file():
            self._load()
        else:
            self._fit_head()
            self.average = {k: v.clone() for k, v in self.learner.state_dict().items()}
            self._save()
        while self.epoch < self.settings["epochs"]:
            self._epoch()
            self._save()
        self.learner.load_state_dict(self.average)
        return self.learner.eval()

    def _loss(self, logits: Tensor, rows: Rows) -> Tensor:
        """Return the masked loss with the penalty that keeps the head's weights small."""
        truth = torch.from_numpy(self.lesson.truth[rows])
        weight = torch.from_numpy(self.lesson.weight[rows])
        smoothing, focus = self.settings["smoothing"], self.settings["focus"]
        loss = masked_loss(logits, truth, weight, smoothing=smoothing, focus=focus)
        size = self.learner.head.weight.square().sum() / len(LABELS)
        return loss + self.settings["probe_decay"] * size

    def _fit_head(self) -> None:
        """Scale the levels; if wanted, fit the head alone before the blocks (Kumar 2022).

        A head that reads the last level alone learns on the features as they are.
        """
        rows = self.lesson.rows
        if self.learner.last_only and not self.settings["head_first"]:
            return
        draws = (PLAIN, *range(self.settings["draws"]))
        levels = torch.from_numpy(np.concatenate([self.lesson.levels(d)[rows] for d in draws]))
        levels = self.learner.read(levels)
        self.learner.middle.copy_(levels.mean(0))
        self.learner.spread.copy_(levels.std(0) + 1e-5)
        scaled = (levels - self.learner.middle) / self.learner.spread
        if not self.settings["head_first"]:
            return
        repeated = np.tile(rows, len(draws))
        optimiser = torch.optim.Adam(self.learner.head.parameters(), lr=PROBE_RATE)
        for _ in range(PROBE_STEPS):
            optimiser.zero_grad()
            torch.autograd.backward(self._loss(self.learner.head(scaled), repeated))
            optimiser.step()
        print(f"{self.name}: head fitted", file=sys.stderr, flush=True)

    def _epoch(self) -> None:
        started, settings, batch = time.monotonic(), self.settings, self.settings["batch"]
        # Each member meets the renditions in another order.
        stored = self.lesson.maps((self.epoch + self.member * 3) % settings["draws"])
        torch.manual_seed(self.seed + self.epoch)
        rng = np.random.default_rng([self.seed, self.epoch])
        order = rng.permutation(self.lesson.rows)
        count = max(len(order) // batch, 1)
        self.learner.train()
        losses = []
        for step in range(count):
            place = (self.epoch + step / count) / settings["epochs"]
            for group in self.optimiser.param_groups:
                group["lr"] = group["peak"] * one_cycle(place)
            losses.append(self._step(stored, np.sort(order[step * batch : (step + 1) * batch])))
        self.epoch += 1
        seconds = time.monotonic() - started
        note = f"{self.name}: epoch {self.epoch}, loss {np.mean(losses):.4f}, {seconds:.0f} s"
        print(note, file=sys.stderr, flush=True)

    def _step(self, stored: Stored, rows: Rows) -> float:
        loss = self._loss(self.learner(*_tensors(stored, rows)), rows)
        self.optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(self.learner.parameters(), CLIPPED)
        self.optimiser.step()
        self.steps += 1
        self._follow(min(self.settings["averaging"], self.steps / (self.steps + 9)))
        return float(loss.detach())

    def _follow(self, kept: float) -> None:
        """Move the averaged weights towards the present ones."""
        for name, value in self.learner.state_dict().items():
            self.average[name].mul_(kept).add_(value, alpha=1 - kept)

    def _save(self) -> None:
        self.checkpoint.parent.mkdir(parents=True, exist_ok=True)
        partial = self.checkpoint.with_suffix(".part")
        content = {
            "learner": self.learner.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "steps": self.steps,
        }
        torch.save(content, partial)
        partial.replace(self.checkpoint)

    def _load(self) -> None:
        content = torch.load(self.checkpoint, weights_only=True)
        self.learner.load_state_dict(content["learner"])
        self.average = content["average"]
        self.optimiser.load_state_dict(content["optimiser"])
        self.epoch, self.steps = content["epoch"], content["steps"]


def _tensors(stored: Stored, rows: Rows) -> tuple[Tensor, Tensor]:
    return torch.from_numpy(stored.maps[rows].astype(np.float32)), torch.from_numpy(
        stored.low[rows]
    )


def embed(blocks: LateBlocks, frozen: int, stored: Stored, rows: Rows) -> Floats32:
    """Return the pooled levels of some films."""
    parts = []
    with torch.inference_mode():
        for start in range(0, len(rows), PREDICTED):
            maps, low = _tensors(stored, rows[start : start + PREDICTED])
            inputs = maps.contiguous(memory_format=torch.channels_last)
            parts.append(torch.cat([low, late_levels(blocks, inputs, frozen)[0]], 1).numpy())
    return np.concatenate(parts)


def predict(members: Sequence[Learner], stored: Stored, rows: Rows) -> Floats32:
    """Return the logits of some films, the mean of the members'."""
    found = []
    with torch.inference_mode():
        for learner in members:
            levels = embed(learner.blocks, learner.frozen, stored, rows)
            found.append(learner.answer(torch.from_numpy(levels)).numpy())
    return np.asarray(np.mean(found, axis=0), dtype=np.float32)


def write_weights(run: Run, learner: Learner, start: Path | None, path: Path) -> Head:
    """Write the whole backbone with the trained later blocks in place; return the head."""
    backbone = load_backbone(start)
    late = LateBlocks(backbone, run.settings["network"]["frozen_blocks"])
    late.load_state_dict(learner.blocks.state_dict())
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(backbone.state_dict(), path)
    return folded_head(learner)


def folded_head(learner: Learner) -> Head:
    """Return the head for features as they come, the scaling folded in."""
    state = {name: value.numpy() for name, value in learner.head.state_dict().items()}
    return scaled_head(
        state["weight"], state["bias"], learner.middle.numpy(), learner.spread.numpy()
    )


def _begin_at_prevalence(head: nn.Linear, truth: Floats32) -> None:
    share = np.clip(np.nanmean(truth, axis=0), 0.01, 0.99)
    with torch.no_grad():
        head.bias.copy_(torch.from_numpy(np.log(share / (1 - share)).astype(np.float32)))
