"""Write the package of a text model: network, other files, sample, manifest, card."""

import argparse
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray

from training.lib.card import write_card
from training.lib.config import ROOT, Run, default_data, read_settings
from training.lib.package import SCHEMA_VERSION, finish_package, sha256, write_json
from training.lib.statistics import Metric
from training.lib.sums import write_sums

LEAST_TOLERANCE = 0.001
DIGITS = 6


def parse(folder: Path, *, work: str = "runs") -> Run:
    """Build the run of a text model from its folder and the command line."""
    settings = read_settings(folder)
    parser = argparse.ArgumentParser(prog=f"python -m training.{folder.name}")
    parser.add_argument("--data", type=Path, default=default_data(), help="folder that holds text/")
    parser.add_argument("--out", type=Path, default=ROOT / "models" / settings["name"])
    parser.add_argument("--work", type=Path, default=folder / work, help="cache to resume from")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    return Run(settings["name"], options.data, options.out, options.work, None, settings)


def start(run: Run) -> None:
    """Empty the package's folder."""
    if run.out.is_dir():
        shutil.rmtree(run.out)
    (run.out / "sample").mkdir(parents=True)


def open_network(path: Path, *, plain: bool = False) -> ort.InferenceSession:
    """Open a network on two threads; `plain` leaves out what the runtime would fuse."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 2
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    if plain:
        options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def write_sample(
    run: Run,
    network: str,
    given: NDArray[Any],
    words: Mapping[str, Any],
    *,
    least: float = LEAST_TOLERANCE,
) -> None:
    """Write one input and the network's first output.

    The tolerance covers what differs between processors: at least what differs here between the
    optimised and the plain graph, three times over. One processor can't show what another's own
    instructions round otherwise: `least` is what was seen on several, with room.
    """
    path = run.out / network
    answers = []
    for plain in (False, True):
        session = open_network(path, plain=plain)
        answers.append(session.run(None, {session.get_inputs()[0].name: given})[0])
    spread = float(np.abs(np.asarray(answers[0]) - np.asarray(answers[1])).max())
    stated = given.tolist() if given.dtype == np.int64 else np.round(given, DIGITS).tolist()
    (run.out / "sample" / "input.json").write_text(
        json.dumps({**words, "input": stated}, ensure_ascii=False, allow_nan=False) + "\n", "utf-8"
    )
    expected = {
        "variant": network,
        "output": open_network(path).get_outputs()[0].name,
        "logits": [round(float(v), DIGITS) for v in np.asarray(answers[0]).ravel()],
        "tolerance": round(max(least, 3 * spread), 4),
    }
    write_json(run.out / "sample" / "expected.json", expected)


def manifest(
    run: Run, network: str, precision: str, text: Mapping[str, Any], metrics: Sequence[Metric]
) -> dict[str, Any]:
    """Return the whole manifest but the hashes; tensors are read from the file."""
    settings, path = run.settings, run.out / network
    session = open_network(path)
    [given] = session.get_inputs()
    kind = "int64" if given.type == "tensor(int64)" else "float32"
    return {
        "schema_version": SCHEMA_VERSION,
        "name": run.name,
        "version": settings["version"],
        "title": settings["title"],
        "changelog": settings["changelog"],
        "task": settings["task"],
        "modality": "TEXT",
        "licence": settings["licence"],
        "files": {},
        "applies_to": {"modalities": [], "body_parts": [], "views": []},
        "input": {"name": given.name, "dtype": kind, "shape": given.shape},
        "outputs": {one.name: {"shape": one.shape} for one in session.get_outputs()},
        "opset": _opset(path),
        "variants": [
            {"file": network, "precision": precision, "providers": ["CPUExecutionProvider"]}
        ],
        "text": dict(text),
        "evidence": {
            "training_data": settings["sources"],
            "metrics": [m.as_json() for m in metrics],
            "intended_use": settings["intended_use"],
            "out_of_scope": settings["out_of_scope"],
        },
    }


def _opset(path: Path) -> int:
    model = onnx.load(str(path), load_external_data=False)
    return next(one.version for one in model.opset_import if not one.domain)


def encoder_of(models: Path) -> dict[str, str]:
    """Return what ties a head to the encoder whose vectors it learnt from."""
    content = json.loads((models / "notes-encoder" / "manifest.json").read_text("utf-8"))
    file = content["variants"][0]["file"]
    return {"name": content["name"], "sha256": content["files"][file]}


def finish(run: Run, content: dict[str, Any], *, folder: Path, **card: str) -> None:
    """Write licence, card and manifest, then bring the list of manifests up to date."""
    shutil.copyfile(folder / "LICENSE.txt", run.out / "LICENSE")
    sources = "\n".join(
        f"- {one['name']}: {one['used']}. {one['credit']} Licence: {one['licence']}."
        for one in content["evidence"]["training_data"]
    )
    limits = "\n".join(f"- {text}" for text in run.settings["limits"])
    content["evidence"]["limits"] = run.settings["limits"]
    for_card = {**content, "evidence": {**content["evidence"], "training_data": []}}
    write_card(
        folder / "card.md",
        run.out / "MODEL_CARD.md",
        for_card,
        limits=limits,
        sources=sources,
        **card,
    )
    finish_package(run.out, content)
    if run.out.parent == ROOT / "models":
        write_sums()


def megabytes(path: Path) -> str:
    """Return the size of a file in megabytes."""
    return f"{path.stat().st_size / 1e6:.1f}"


__all__ = [
    "encoder_of",
    "finish",
    "manifest",
    "megabytes",
    "parse",
    "sha256",
    "start",
    "write_sample",
]
