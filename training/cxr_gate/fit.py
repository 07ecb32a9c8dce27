"""Fit the gate's head on features that were extracted once."""

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.cxr_gate.features import Features
from training.cxr_gate.network import GridHead, scaling_of
from training.lib.items import Item

SCALED_ON = 4000


@dataclass(frozen=True)
class Table:
    """Features of pictures with their classes and, for good films, whether they are mirrored."""

    features: Features
    target: NDArray[np.int64]
    mirrored: NDArray[np.float32]
    """1 mirrored, 0 not, NaN where it makes no sense."""


def table_of(items: Sequence[Item], features: Features) -> Table:
    """Put classes beside features; only films that are good otherwise can be mirrored."""
    target = np.array([i.target for i in items], dtype=np.int64)
    mirrored = np.array([i.kind.startswith("mirrored") for i in items], dtype=np.float32)
    mirrored[target != 0] = np.nan
    return Table(features, target, mirrored)


def both(one: Table, other: Table) -> Table:
    """Lay two tables below each other."""
    return Table(
        Features(
            np.concatenate([one.features.embedding, other.features.embedding]),
            np.concatenate([one.features.grid, other.features.grid]),
        ),
        np.concatenate([one.target, other.target]),
        np.concatenate([one.mirrored, other.mirrored]),
    )


def _losses(
    head: GridHead, table: Table, rows: NDArray[np.int64], weight: Tensor
) -> tuple[Tensor, Tensor]:
    embedding = torch.from_numpy(table.features.embedding[rows])
    grid = torch.from_numpy(table.features.grid[rows].astype(np.float32))
    logits, mirrored = head(embedding, grid)
    loss = nn.functional.cross_entropy(logits, torch.from_numpy(table.target[rows]), weight)
    wanted = torch.from_numpy(table.mirrored[rows])
    known = ~torch.isnan(wanted)
    flip = nn.functional.binary_cross_entropy_with_logits(
        mirrored[known], wanted[known], reduction="sum"
    )
    return loss, flip / max(int(known.sum()), 1)


def _weights(target: NDArray[np.int64], classes: int) -> Tensor:
    """Weigh rare classes up, by the root of how rare they are."""
    counts = np.bincount(target, minlength=classes).clip(1)
    weight = np.sqrt(counts.mean() / counts)
    return torch.tensor(weight, dtype=torch.float32)


def judge(head: GridHead, table: Table) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return class logits and the logit of a mirrored film."""
    head.eval()
    parts = []
    with torch.no_grad():
        for start in range(0, len(table.target), 1024):
            rows = slice(start, start + 1024)
            parts.append(
                head(
                    torch.from_numpy(table.features.embedding[rows]),
                    torch.from_numpy(table.features.grid[rows].astype(np.float32)),
                )
            )
    logits, mirrored = (torch.cat([p[k] for p in parts]).double().numpy() for k in (0, 1))
    return logits, mirrored


def _merit(head: GridHead, val: Table, classes: int) -> float:
    """Return the log loss of validation pictures, every class counting alike."""
    logits, _ = judge(head, val)
    shifted = logits - logits.max(1, keepdims=True)
    chosen = shifted[np.arange(len(val.target)), val.target] - np.log(np.exp(shifted).sum(1))
    means = [-chosen[val.target == k].mean() for k in range(classes) if (val.target == k).any()]
    return float(np.mean(means))


def fit_head(
    train: Table, val: Table, settings: dict[str, Any], *, classes: int, seed: int
) -> tuple[GridHead, dict[str, float]]:
    """Train with a one-cycle rate; the epoch with the lowest validation loss is kept."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    head = GridHead(
        classes,
        narrow=settings["narrow"],
        hidden=settings["hidden"],
        dropout=settings["dropout"],
    )
    some = rng.choice(len(train.target), min(SCALED_ON, len(train.target)), replace=False)
    head.scale(scaling_of(train.features.embedding, train.features.grid, np.sort(some).tolist()))
    steps = -(-len(train.target) // settings["batch"])
    optimiser = torch.optim.AdamW(
        head.parameters(), lr=settings["rate"], weight_decay=settings["weight_decay"]
    )
    cycle = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings["rate"], total_steps=steps * settings["epochs"], pct_start=0.2
    )
    weight = _weights(train.target, classes)
    mean = AveragedModel(head, multi_avg_fn=get_ema_multi_avg_fn(settings["average"]))
    best, kept, at = np.inf, head.state_dict(), 0
    for epoch in range(settings["epochs"]):
        head.train()
        order = rng.permutation(len(train.target))
        for rows in np.array_split(order, steps):
            loss, flip = _losses(head, train, rows, weight)
            optimiser.zero_grad()
            (loss + settings["mirrored_weight"] * flip).backward()
            optimiser.step()
            cycle.step()
            mean.update_parameters(head)
        merit = _merit(mean.module, val, classes)
        print(f"epoch {epoch + 1}: validation log loss {merit:.4f}", file=sys.stderr, flush=True)
        if merit < best:
            best, at = merit, epoch + 1
            kept = {k: v.clone() for k, v in mean.module.state_dict().items()}
    head.load_state_dict(kept)
    return head.eval(), {"validation_log_loss": round(best, 4), "epoch": at}


def fitted(
    train: Table, val: Table, settings: dict[str, Any], *, classes: int, seed: int, work: Path
) -> tuple[GridHead, dict[str, float]]:
    """Fit once; later runs read the head of the same features and settings back."""
    digest = hashlib.sha256(repr((settings, classes, seed)).encode())
    for table in (train, val):
        digest.update(table.features.embedding[::97].tobytes() + table.target.tobytes())
    path = work / f"head-{digest.hexdigest()[:12]}.pt"
    if not path.is_file():
        head, chosen = fit_head(train, val, settings, classes=classes, seed=seed)
        torch.save({"head": head.state_dict(), "chosen": chosen}, path)
    content = torch.load(path, weights_only=True)
    head = GridHead(
        classes,
        narrow=settings["narrow"],
        hidden=settings["hidden"],
        dropout=settings["dropout"],
    )
    head.load_state_dict(content["head"])
    return head.eval(), content["chosen"]
