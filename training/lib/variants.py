"""The ONNX files of a model: pooled backbones to extract features with, and what is shipped."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from torch import nn

from training.lib.backbone import load_backbone, weights_sha256
from training.lib.config import Run
from training.lib.export import export_onnx
from training.lib.films import SIDE
from training.lib.head import Features
from training.lib.items import Item
from training.lib.network import Head, PooledBackbone, ScreeningNetwork, TypicalSpace
from training.lib.quantize import quantize
from training.lib.score import Arrays, Scorer
from training.lib.statistics import Ints

OUTPUTS = ("logits", "cam", "embedding", "atypicality")
PRECISIONS = ("fp32", "int8", "fp16")


def recipe(run: Run) -> str:
    """Return what, beside the item's key, decides how a picture looks; it names the cache."""
    return repr((run.seed, run.settings["degrade"], run.settings.get("recipe_version")))


def side_of(run: Run) -> int:
    """Return the side of the network's input in pixels."""
    return int(run.settings.get("network", {}).get("side", SIDE))


def _quantize(run: Run, source: Path, target: Path, items: Sequence[Item]) -> None:
    settings = run.settings["quantize"]
    quantize(
        source,
        target,
        items=items,
        method=settings["method"],
        float_convolutions=settings["float_convolutions"],
    )


@dataclass(frozen=True)
class Backbones:
    """A backbone in float and in int8, as feature extractors."""

    fp32: Scorer
    int8: Scorer


def prepare_backbones(run: Run, items: Sequence[Item], *, weights: Path | None = None) -> Backbones:
    """Export and quantize the pooled backbone once; later runs find it in the work folder."""
    parts = [weights_sha256(), recipe(run), repr(run.settings["quantize"])]
    if weights is not None:
        parts.append(hashlib.sha256(weights.read_bytes()).hexdigest())
    digest = hashlib.sha256("\n".join(parts + [i.key for i in items]).encode()).hexdigest()
    folder = run.work / f"backbone-{digest[:12]}"
    fp32, int8 = folder / "fp32.onnx", folder / "int8.onnx"
    if not int8.is_file():
        export_onnx(PooledBackbone(load_backbone(weights)), fp32, ["embedding"])
        _quantize(run, fp32, int8, items)
    cache = run.work / "features"
    return Backbones(
        Scorer(fp32, cache, recipe=recipe(run)), Scorer(int8, cache, recipe=recipe(run))
    )


def training_features(
    backbones: Backbones, items: Sequence[Item], *, exact_every: int = 1
) -> tuple[Features, Ints]:
    """Return the features of both precisions, one below the other.

    Rounding to int8 is one more degradation that the head has to bear. Float features, three times
    as slow, may be taken from every n-th item only.
    """
    target = np.array([i.target for i in items], dtype=np.int64)
    exact = backbones.fp32.score(items[::exact_every], name="train fp32")["embedding"]
    rounded = backbones.int8.score(items, name="train int8")["embedding"]
    return np.concatenate([exact, rounded]), np.concatenate([target[::exact_every], target])


def export_variants(
    run: Run,
    head: Head,
    space: TypicalSpace,
    items: Sequence[Item],
    *,
    weights: Path | None = None,
    kind: type[ScreeningNetwork] = ScreeningNetwork,
) -> dict[str, Path]:
    """Write the whole network as fp32, int8 and fp16; later runs find it in the work folder."""
    parts = [weights.read_bytes() if weights else weights_sha256().encode()]
    made_of = [v.tobytes() for v in (head.weight, head.bias, space.mean, space.axes, space.basis)]
    return export_network(
        run,
        lambda half: kind(load_backbone(weights), head, space, half=half),
        items,
        first=parts,
        made_of=[*made_of, *(i.key.encode() for i in items), kind.__name__.encode()],
    )


def export_network(
    run: Run,
    build: Callable[[bool], nn.Module],
    items: Sequence[Item],
    *,
    first: Sequence[bytes],
    made_of: Sequence[bytes],
) -> dict[str, Path]:
    """Write a network, built in single or half precision, as fp32, int8 and fp16.

    ``first`` and ``made_of`` name the work folder: everything that the network is made of.
    """
    parts = [*first, recipe(run).encode(), repr(run.settings["quantize"]).encode()]
    parts += [*made_of, str(side_of(run)).encode()]
    folder = f"export-{hashlib.sha256(b'|'.join(parts)).hexdigest()[:12]}"
    paths = {p: run.work / folder / f"model.{p}.onnx" for p in PRECISIONS}
    if paths["int8"].is_file():
        return paths
    for precision in ("fp32", "fp16"):
        network = build(precision == "fp16")
        export_onnx(network, paths[precision], OUTPUTS, side=side_of(run))
    _quantize(run, paths["fp32"], paths["int8"], items)
    return paths


def score_variant(run: Run, path: Path, items: Sequence[Item], *, name: str) -> Arrays:
    """Score items with one shipped file."""
    scorer = Scorer(path, run.work / "scores", recipe=recipe(run))
    return scorer.score(items, name=name)
