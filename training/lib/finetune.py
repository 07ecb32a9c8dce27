"""Fine-tune the later blocks of the backbone together with a linear head.

The first blocks stay as they are and run as ONNX. Batch norm is folded into the convolutions, so
its statistics stay too. Every epoch ends with a checkpoint; a run cut off goes on from it.
"""

import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
import torch
from torch import Tensor, nn

from training.lib.backbone import CHANNELS, Backbone, EarlyBlocks, LateBlocks, weights_sha256
from training.lib.config import Run
from training.lib.export import export_onnx
from training.lib.items import Item
from training.lib.network import Head
from training.lib.score import THREADS, to_tensor

Draw = Callable[[int], Sequence[Item]]
WARM_UP = 0.3


@dataclass(frozen=True)
class Tuned:
    """Where the backbone's new weights lie, and the head that learnt with them."""

    weights: Path
    head: Head


class _State:
    """What a checkpoint holds: late blocks, head, optimiser and the epochs behind it."""

    def __init__(self, blocks: LateBlocks, settings: Any, device: torch.device) -> None:
        self.blocks = blocks.to(device, memory_format=torch.channels_last)
        self.head = nn.Conv2d(CHANNELS, 1, 1).to(device)
        nn.init.zeros_(self.head.weight)
        groups = [
            {"params": self.blocks.parameters(), "peak": settings["rate"]},
            {"params": self.head.parameters(), "peak": settings["head_rate"]},
        ]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=settings["weight_decay"])
        self.epoch = 0

    def save(self, path: Path) -> None:
        content = {
            "blocks": self.blocks.state_dict(),
            "head": self.head.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
        }
        partial = path.with_suffix(".part")
        torch.save(content, partial)
        partial.replace(path)

    def load(self, path: Path) -> None:
        content = torch.load(path, weights_only=True)
        self.blocks.load_state_dict(content["blocks"])
        self.head.load_state_dict(content["head"])
        self.optimiser.load_state_dict(content["optimiser"])
        self.epoch = content["epoch"]


def one_cycle(place: float) -> float:
    """Return the share of the peak rate at a place 0..1 of the training: cosine up, then down."""
    if place < WARM_UP:
        return float(0.04 + 0.96 * (1 - np.cos(np.pi * place / WARM_UP)) / 2)
    return float((1 + np.cos(np.pi * (place - WARM_UP) / (1 - WARM_UP))) / 2)


def outer_share(cam: Tensor) -> Tensor:
    """Return, per film, the share of |cam| that lies in the outermost ring of its places."""
    strength = cam.abs()
    inside = strength[..., 1:-1, 1:-1].sum((1, 2, 3))
    return 1 - inside / strength.sum((1, 2, 3)).clamp_min(1e-6)


def finetune(run: Run, draw: Draw) -> Tuned:
    """Train for the epochs of the settings; ``draw`` returns the items of an epoch."""
    settings = run.settings["finetune"]
    names = "\n".join(i.key for i in draw(0))
    mark = f"{weights_sha256()}{run.seed}{settings}{names}"
    folder = run.work / f"finetune-{hashlib.sha256(mark.encode()).hexdigest()[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(run.seed)
    torch.set_num_threads(THREADS)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    backbone = Backbone()
    state = _State(LateBlocks(backbone, settings["frozen_blocks"]), settings, device)
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.is_file():
        state.load(checkpoint)
    early = folder / "early.onnx"
    if not early.is_file():
        export_onnx(EarlyBlocks(Backbone(), settings["frozen_blocks"]), early, ["maps"])
    session = ort.InferenceSession(str(early), providers=["CPUExecutionProvider"])
    while state.epoch < settings["epochs"]:
        _epoch(run, state, draw(state.epoch), session, device)
        state.save(checkpoint)
    return _finish(folder, backbone, state)


def _epoch(
    run: Run,
    state: _State,
    items: Sequence[Item],
    session: ort.InferenceSession,
    device: torch.device,
) -> None:
    settings = run.settings["finetune"]
    batch = settings["batch"]
    order = np.random.default_rng([run.seed, state.epoch]).permutation(len(items))
    steps = max(len(items) // batch, 1)
    state.epoch += 1
    seen = []
    for step in range(steps):
        place = (state.epoch - 1 + step / steps) / settings["epochs"]
        for group in state.optimiser.param_groups:
            group["lr"] = group["peak"] * one_cycle(place)
        chosen = [items[i] for i in order[step * batch : (step + 1) * batch]]
        seen.append(_step(state, chosen, session, device, settings))
        if step % 20 == 19 or step == steps - 1:
            loss, share = np.mean(seen[-20:], axis=0)
            note = f"epoch {state.epoch}, {step + 1}/{steps}: loss {loss:.4f}, outer {share:.3f}"
            print(note, file=sys.stderr, flush=True)


def _step(
    state: _State,
    items: Sequence[Item],
    session: ort.InferenceSession,
    device: torch.device,
    settings: Any,
) -> tuple[float, float]:
    pictures = to_tensor([i.render() for i in items])
    maps = torch.from_numpy(np.asarray(session.run(["maps"], {"image": pictures})[0])).to(device)
    truth = torch.tensor([float(i.target) for i in items], device=device)
    smooth = truth * (1 - settings["smoothing"]) + settings["smoothing"] / 2
    cam = state.head(state.blocks(maps.contiguous(memory_format=torch.channels_last)))
    loss = nn.functional.binary_cross_entropy_with_logits(cam.mean((1, 2, 3)), smooth)
    share = outer_share(cam).mean()
    state.optimiser.zero_grad()
    (loss + settings["outer_penalty"] * share).backward()
    state.optimiser.step()
    return float(loss.detach()), float(share.detach())


def _finish(folder: Path, backbone: Backbone, state: _State) -> Tuned:
    """Write the whole backbone, its late blocks replaced in place by the trained ones."""
    weights = folder / "backbone.pt"
    backbone.cpu()
    torch.save(backbone.state_dict(), weights)
    weight = state.head.weight.detach().cpu().numpy()[:, :, 0, 0]
    bias = state.head.state_dict()["bias"].cpu().numpy()
    return Tuned(weights, Head(weight.astype(np.float32), bias.astype(np.float32)))
