"""From the pictures to the package of the gate."""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cxr_gate.before import compared
from training.cxr_gate.evaluate import compare, evaluate, full_size, scored
from training.cxr_gate.faults import FAULTS
from training.cxr_gate.features import WORKERS, prepare
from training.cxr_gate.fit import Table, both, fitted, judge, table_of
from training.cxr_gate.items import Films, dose_items, part_items, strain_items
from training.cxr_gate.lungs import find_lungs
from training.cxr_gate.network import OUTPUTS, GateNetwork, GridHead, atypicality
from training.cxr_gate.not_chest import dicom_item
from training.cxr_gate.operating import Gate, choose_gate
from training.lib.backbone import load_backbone
from training.lib.calibrate import softmax
from training.lib.card import write_card
from training.lib.config import Run
from training.lib.export import export_onnx
from training.lib.films import load_grey, part_of, read_films, squash
from training.lib.head import fit_typical_space
from training.lib.items import Item, file_item
from training.lib.network import TypicalSpace
from training.lib.package import (
    describe,
    evidence,
    finish_package,
    start_package,
    training_data,
    write_sample,
)
from training.lib.quantize import quantize
from training.lib.score import CHUNK, Arrays, Scorer
from training.lib.statistics import Floats, Metric
from training.lib.variants import recipe

FOLDER = Path(__file__).parent
PARTS = ("train", "val", "test")
MOST_PASSING = 0.02
SOME = 24
"""Float variants are compared on every so many-th test picture."""


@dataclass(frozen=True)
class Network:
    """The fitted head, the space of typical films and how the fit went."""

    head: GridHead
    space: TypicalSpace
    chosen: dict[str, float]
    val: Arrays
    """What it says of the validation pictures, computed on the int8 features."""


def build(run: Run) -> None:
    """Run every step; finished steps are read back from the work folder."""
    parts = parts_of(run)
    items = {part: part_items(run, own, part) for part, own in parts.items()}
    step = max(1, len(items["train"]) // run.settings["quantize"]["films"])
    rounding = items["train"][::step]
    network = _fit(run, items, rounding)
    paths = _export(run, network, rounding)
    some = items["test"][::SOME]
    scores = {p: _score(run, paths[p], some, name=p) for p in paths}
    gate = choose_gate(run, items["val"], network.val)
    lost = float((gate.accepted(scores["int8"]) != gate.accepted(scores["fp32"])).mean())
    shipped = start_package(
        run, paths, int8_good=lost <= run.settings["quantize"]["most_calls_changed"]
    )
    main = shipped[0]
    said = {
        "test": items["test"],
        "strains": strain_items(run, parts["test"]),
        "doses": dose_items(run, parts["test"]),
        "full size": _full_size_items(run),
    }
    found = {
        name: scored(gate, own, _score(run, paths[main], own, name=name), variant=main)
        for name, own in said.items()
    }
    metrics = evaluate(run, gate, found["test"], found["strains"], found["doses"])
    metrics += compare(gate, some, scores) + full_size(found["full size"])
    metrics += compared(run, found)
    _write(run, parts, items, shipped=shipped, metrics=metrics, gate=gate, chosen=network.chosen)


def parts_of(run: Run) -> dict[str, Films]:
    """Read the films, find their lungs and divide them by patient."""
    films = read_films(run.data / "cxr", list(run.settings["sources"]), limit=run.limit)
    lungs = find_lungs(films, run.settings["lungs"], run.work)
    return {
        p: Films([f for f in films if part_of(f, run.settings["split"]) == p], lungs) for p in PARTS
    }


def _fit(run: Run, items: Mapping[str, Sequence[Item]], rounding: Sequence[Item]) -> Network:
    """Fit head and typical space on both precisions: rounding is one more degradation to bear."""
    fp32, int8 = prepare(run, rounding)
    settings = run.settings["head"]
    val = table_of(items["val"], int8.of(items["val"], name="val int8"))
    rounded = table_of(items["train"], int8.of(items["train"], name="train int8"))
    few = items["train"][:: settings["exact_every"]]
    exact = table_of(few, fp32.of(few, name="train fp32"))
    train = both(rounded, exact)
    head, chosen = fitted(
        train,
        val,
        settings,
        classes=len(run.settings["classes"]),
        seed=run.seed,
        work=run.work,
    )
    good = _embedding_of_good(train)
    space = fit_typical_space(good, axes=settings["axes"], seed=run.seed)
    logits, mirrored = judge(head, val)
    seen: Arrays = {
        "logits": logits.astype(np.float32),
        "mirrored": mirrored.astype(np.float32),
        "atypicality": atypicality(space, val.features.embedding),
    }
    return Network(head, space, chosen, seen)


def _embedding_of_good(train: Table) -> NDArray[np.float32]:
    return train.features.embedding[(train.target == 0) & (train.mirrored == 0)]


def _export(run: Run, network: Network, rounding: Sequence[Item]) -> dict[str, Path]:
    settings = run.settings["quantize"]
    digest = hashlib.sha256((recipe(run) + repr(settings)).encode())
    for value in network.head.state_dict().values():
        digest.update(value.numpy().tobytes())
    digest.update(network.space.axes.tobytes())
    folder = run.work / f"gate-{digest.hexdigest()[:12]}"
    paths = {p: folder / f"model.{p}.onnx" for p in ("fp32", "int8", "fp16")}
    if paths["int8"].is_file():
        return paths
    for precision in ("fp32", "fp16"):
        net = GateNetwork(load_backbone(), network.head, network.space, half=precision == "fp16")
        export_onnx(net, paths[precision], OUTPUTS)
    quantize(
        paths["fp32"],
        paths["int8"],
        items=rounding,
        method=settings["method"],
        float_convolutions=settings["float_convolutions"],
    )
    return paths


def _score(run: Run, path: Path, items: Sequence[Item], *, name: str) -> Arrays:
    """Score items; several chunks at a time, for rendering and network run on one core each."""
    scorer = Scorer(path, run.work / "scores", recipe=recipe(run))
    chunks = [items[i : i + CHUNK] for i in range(0, len(items), CHUNK)]
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(lambda chunk: scorer.score(chunk, name=name), chunks))
    return scorer.score(items, name=name)


def _full_size_items(run: Run) -> list[Item]:
    """Return full-size films and a chest film of another make, as the program meets them."""
    settings = run.settings["dicom"]
    paths = sorted((run.data / "cxr" / "originals").glob("*"))
    found = [p for p in paths if p.suffix in (".png", ".jpeg")]
    return [
        *(file_item(path, "originals", kind="full size") for path in found),
        dicom_item(settings["chest_film"], kind="chest"),
        dicom_item(settings["leg_film"], kind="leg"),
    ]


def _write(
    run: Run,
    parts: Mapping[str, Films],
    items: Mapping[str, Sequence[Item]],
    *,
    shipped: Sequence[str],
    metrics: Sequence[Metric],
    gate: Gate,
    chosen: dict[str, float],
) -> None:
    def probabilities(logits: Floats) -> list[float]:
        return [round(float(v), 5) for v in softmax(logits / gate.temperature)[0]]

    test = parts["test"].films
    film = {f.path.name: f for f in test}.get(run.settings["sample"]["film"], test[0])
    write_sample(run, shipped[0], squash(load_grey(film.path)), probabilities={"of": probabilities})
    shutil.copyfile(FOLDER / "LICENSE.txt", run.out / "LICENSE")
    manifest = _manifest(run, parts, items, shipped=shipped, metrics=metrics, gate=gate)
    manifest["evidence"]["head"] = chosen
    write_card(FOLDER / "card.md", run.out / "MODEL_CARD.md", manifest, **card_fields(manifest))
    finish_package(run.out, manifest)


def _manifest(
    run: Run,
    parts: Mapping[str, Films],
    items: Mapping[str, Sequence[Item]],
    *,
    shipped: Sequence[str],
    metrics: Sequence[Metric],
    gate: Gate,
) -> dict[str, Any]:
    classes = run.settings["classes"]
    outputs: dict[str, Any] = {
        "logits": {"shape": ["N", len(classes)]},
        "mirrored": {"shape": ["N"]},
        "embedding": {"shape": ["N", 1280]},
        "atypicality": {"shape": ["N"]},
    }
    caution = (
        {}
        if gate.mirrored_from is None
        else {"mirrored": {"output": "mirrored", "caution_from": gate.mirrored_from}}
    )
    return {
        **describe(run, shipped, labels=len(classes)),
        "outputs": outputs,
        "classes": classes,
        "temperature": gate.temperature,
        "accept_threshold": {classes[0]: gate.threshold},
        "sure_from": dict(gate.sure_from),
        **caution,
        "not_assessed": run.settings["not_assessed"],
        "out_of_distribution": {
            "output": "atypicality",
            "limit": gate.atypicality_limit,
            "rule": gate.rules[-1],
        },
        "evidence": {
            **evidence(run, parts["train"].films, metrics),
            "rules": gate.rules,
            "split": {
                part: {row["name"]: row["n_films"] for row in training_data(run, own.films)}
                for part, own in parts.items()
            },
            "pictures": {
                part: {
                    name: int(np.sum([i.target == k for i in own]))
                    for k, name in enumerate(classes)
                }
                for part, own in items.items()
            },
        },
    }


def card_fields(manifest: dict[str, Any]) -> dict[str, str]:
    """Return what the card needs beside the manifest's own fields."""
    proof = manifest["evidence"]

    def lines(counts: dict[str, dict[str, int]]) -> str:
        return "\n".join(
            f"- {part}: " + ", ".join(f"{name} {n}" for name, n in own.items())
            for part, own in counts.items()
        )

    return {
        "threshold": str(manifest["accept_threshold"]["frontal_chest"]),
        "temperature": str(manifest["temperature"]),
        "limit": str(manifest["out_of_distribution"]["limit"]),
        "photograph": str(manifest.get("photograph", {}).get("refused_from", "(not asked)")),
        "weak": _weak(proof["metrics"]),
        "previous": next(
            (m["variant"] for m in proof["metrics"] if m["variant"][0].isdigit()), "(none here)"
        ),
        "sure": ", ".join(f"{k} {v}" for k, v in manifest["sure_from"].items()),
        "mirrored": str(manifest.get("mirrored", {}).get("caution_from", "not asked")),
        "rules": "\n".join(f"- {text}" for text in proof["rules"]),
        "head": ", ".join(f"{k} {v}" for k, v in proof["head"].items()),
        "split": lines(proof["split"]),
        "pictures": lines(proof["pictures"]),
    }


def _weak(metrics: Sequence[Mapping[str, Any]]) -> str:
    """Name the faults of which more may pass than anybody wants."""
    found = [
        f"{kind} {m['high']:.1%}"
        for m in metrics
        for kind in [m["data"].partition(" (")[0]]
        if m["name"] == "wrong_accepted" and kind in FAULTS and m["high"] > MOST_PASSING
    ]
    return ", ".join(found) or "none"
