"""Embedding and grid of every picture, kept on disk in chunks so that a run can be resumed."""

import hashlib
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from training.cxr_gate.network import TappedBackbone
from training.lib.backbone import load_backbone, weights_sha256
from training.lib.config import Run
from training.lib.export import export_onnx
from training.lib.items import Item
from training.lib.quantize import quantize
from training.lib.score import to_tensor
from training.lib.variants import recipe

CHUNK = 512
BATCH = 16
WORKERS = int(os.environ.get("MEDDX_TRAINING_THREADS", "2"))


@dataclass(frozen=True)
class Features:
    """What the head reads: pooled last maps and the grid of places."""

    embedding: NDArray[np.float32]
    grid: NDArray[np.float16]


class Extractor:
    """The tapped backbone in one precision and its cache."""

    def __init__(self, model: Path, cache: Path, *, recipe: str) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = ort.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        digest = hashlib.sha256(model.read_bytes() + recipe.encode()).hexdigest()
        self._cache = cache / digest[:16]

    def of(self, items: Sequence[Item], *, name: str) -> Features:
        """Return the features of items; several workers render and run side by side."""
        cv2.setNumThreads(1)
        chunks = [items[i : i + CHUNK] for i in range(0, len(items), CHUNK)]
        embedding = np.zeros((len(items), 1280), np.float32)
        grid = np.zeros((len(items), 512, 7, 7), np.float16)
        with ThreadPoolExecutor(WORKERS) as pool:
            for number, found in enumerate(pool.map(self._chunk, chunks)):
                rows = slice(number * CHUNK, number * CHUNK + len(chunks[number]))
                embedding[rows], grid[rows] = found
                print(f"{name}: {number + 1}/{len(chunks)}", file=sys.stderr, flush=True)
        return Features(embedding, grid)

    def _chunk(self, items: Sequence[Item]) -> tuple[NDArray[np.float32], NDArray[np.float16]]:
        keys = hashlib.sha256("\n".join(i.key for i in items).encode()).hexdigest()
        path = self._cache / f"{keys[:24]}.npz"
        if path.is_file():
            with np.load(path) as stored:
                return stored["embedding"], stored["grid"]
        parts = []
        for start in range(0, len(items), BATCH):
            image = to_tensor([i.render() for i in items[start : start + BATCH]])
            parts.append(self._session.run(["embedding", "grid"], {"image": image}))
        embedding = np.concatenate([p[0] for p in parts])
        grid = np.concatenate([p[1] for p in parts]).astype(np.float16)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part.npz")
        np.savez(partial, embedding=embedding, grid=grid)
        partial.replace(path)
        return embedding, grid


def prepare(run: Run, items: Sequence[Item]) -> tuple[Extractor, Extractor]:
    """Export the tapped backbone in float and in int8; later runs find it in the work folder."""
    settings = run.settings["quantize"]
    parts = [weights_sha256(), recipe(run), repr(settings), *(i.key for i in items)]
    folder = run.work / f"tapped-{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:12]}"
    fp32, int8 = folder / "fp32.onnx", folder / "int8.onnx"
    if not int8.is_file():
        export_onnx(TappedBackbone(load_backbone()), fp32, ["embedding", "grid"])
        quantize(
            fp32,
            int8,
            items=items,
            method=settings["method"],
            float_convolutions=settings["float_convolutions"],
        )
    cache = run.work / "grids"
    return Extractor(fp32, cache, recipe=recipe(run)), Extractor(int8, cache, recipe=recipe(run))
