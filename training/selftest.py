"""Train every model end to end on drawn films: ``python -m training.selftest``.

It proves that the pipeline works, not that a model is good. Needs the training packages; reads no
data folder and ends in about a minute on two idle cores.
"""

import copy
import csv
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime as ort
import torch

from training import cxr_findings_adults, cxr_gate, cxr_pneumonia_children, cxr_tuberculosis
from training.cxr_findings_adults.checks import check
from training.cxr_findings_adults.labels import COLUMNS, FINDINGS, read_table
from training.cxr_findings_adults.train import build as build_adults
from training.cxr_gate.add_photographs import build_whole as build_gate
from training.cxr_pneumonia_children.train import build as build_children
from training.cxr_tuberculosis import checks as tuberculosis
from training.lib.backbone import MEAN, STD, build_classifier
from training.lib.config import Run, read_settings
from training.lib.films import Picture
from training.lib.package import sha256
from training.lib.score import to_tensor
from training.lib.tabular_selftest import check as check_risks
from training.lib.text_selftest import check as check_texts

FILMS_PER_SOURCE = 30
CAT_CLASSES = range(281, 286)
SOURCES = ("kermany_paediatric", "nih_chestxray14", "mendeley_tb_pakistan")


def _film(rng: np.random.Generator, *, ill: bool) -> Picture:
    """Draw two dark lungs in a light body, one with a light patch if ill."""
    film = np.full((224, 224), 190, dtype=np.uint8)
    for x in (70, 154):
        cv2.ellipse(film, (x, 115), (34, 75), 0, 0, 360, 60, -1)
    if ill:
        cv2.circle(film, (int(rng.choice((70, 154))), int(rng.integers(90, 160))), 24, 170, -1)
    soft = cv2.GaussianBlur(film, (0, 0), 4) + rng.normal(0, 6, film.shape)
    return np.asarray(np.clip(soft, 0, 255), dtype=np.uint8)


def _write_data(folder: Path) -> None:
    rng = np.random.default_rng(1)
    images = folder / "cxr" / "images"
    images.mkdir(parents=True)
    fields = ["file", "source", "patient_id", "fold", "pneumonia", "normal", "subset", "licence"]
    fields += ["view", "sex", "age", "note", *COLUMNS.values(), "tuberculosis"]
    with (folder / "cxr" / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, fields)
        table.writeheader()
        for source in SOURCES:
            for number in range(FILMS_PER_SOURCE):
                ill = bool((number // 5) % 2)
                name = f"{source}_{number}{'_bacteria_' if ill else '_'}1.png"
                cv2.imwrite(str(images / name), _film(rng, ill=ill))
                values = [name, source, name, number % 5, int(ill), int(not ill), "", "drawn"]
                values += [("PA", "AP")[number % 2], "FM"[number % 3 % 2], 20 + number, ""]
                # A cell is empty now and then: unknown.
                values += [int(ill) if number % 7 else "" for _ in FINDINGS]
                values += [int(ill and source == "mendeley_tb_pakistan")]
                table.writerow(dict(zip(fields, values, strict=True)))


def _small(settings: dict[str, Any]) -> dict[str, Any]:
    small = copy.deepcopy(settings)
    small["head"] |= {"strengths": [1e-3], "axes": 8, "copies": 1}
    small["quantize"] |= {"films": 8, "largest_auc_loss": 1.0}
    if "finetune" in small:
        small["finetune"] |= {"epochs": 1, "batch": 6}
        if "draws" in small["finetune"]:
            small["finetune"] |= {"draws": 1, "start": "imagenet"}
            small["probe"]["finetune"]["draws"] = 1
            small["network"]["side"] = small["degrade"]["side"] = 96
            small["degrade"]["smallest_side"] = 48
    if "copies" in small:
        for kind in ("photographs", "dicom", "volumes"):
            for part in ("train", "val", "test"):
                small[kind][part] = small[kind][part][:2]
        one = {"train": 1, "val": 1, "test": 1}
        small["copies"] = {kind: dict(one) for kind in small["copies"]}
        small["faults"] = {"train": {}, "val": {}, "test": {}}
        small["head"] |= {"epochs": 1, "batch": 64, "exact_every": 4}
        small["quantize"]["most_calls_changed"] = 1.0
        small["doses"] |= {"films": 2}
        small["stamps"]["folder"] = ""
        for source in small["sources"].values():
            source |= {"copies": 2, "mirrored": 1, "faults": 0.3, "tested": 0.3}
    return small


def _check_scaling() -> None:
    """Check the input scaling of the backbone on a photograph of a cat."""
    photograph = Path(str(sys.modules["skimage"].__path__[0])) / "data" / "chelsea.png"
    colour = np.asarray(cv2.imread(str(photograph)))[:, 75:375, ::-1]
    square = cv2.resize(colour, (224, 224), interpolation=cv2.INTER_AREA).astype(np.float32)
    image = torch.from_numpy((square - MEAN) / STD).permute(2, 0, 1)[None]
    with torch.no_grad():
        probability = build_classifier()(image).softmax(1)[0]
    share = float(probability[list(CAT_CLASSES)].sum())
    assert share > 0.8, f"the backbone sees a cat with {share:.2f} only: wrong scaling"


def _check_package(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for name, digest in manifest["files"].items():
        assert sha256(folder / name) == digest, name
    expected = json.loads((folder / "sample" / "expected.json").read_text(encoding="utf-8"))
    picture = cv2.imread(str(folder / "sample" / "input.png"), cv2.IMREAD_GRAYSCALE)
    image = to_tensor([np.asarray(picture, dtype=np.uint8)])
    for variant in manifest["variants"]:
        session = ort.InferenceSession(
            str(folder / variant["file"]), providers=["CPUExecutionProvider"]
        )
        [logits] = session.run(["logits"], {"image": image})
        if "cam" in manifest["outputs"]:
            [cam] = session.run(["cam"], {"image": image})
            assert np.allclose(np.asarray(cam).mean((2, 3)), logits, atol=1e-4), variant
        if variant["file"] == expected["variant"]:
            assert np.allclose(np.asarray(logits)[0], expected["logits"], atol=1e-3)
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert f"| {manifest['evidence']['metrics'][0]['value']:.4f} |" in card


def _check_tuberculosis(root: Path) -> None:
    settings = tuberculosis.small(read_settings(Path(str(cxr_tuberculosis.__file__)).parent))
    work, out = root / "work" / "cxr_tuberculosis", root / "results"
    run = Run(str(settings["name"]), root / "data", out, work, None, settings)
    tuberculosis.check(run, out)


def main() -> None:
    """Run all trainings in a temporary folder and check what they wrote."""
    import skimage  # noqa: F401 - its photograph is looked up by path

    started = time.monotonic()
    _check_scaling()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        _write_data(root / "data")
        check(read_table(root / "data" / "cxr"))
        check_risks(root / "risks")
        check_texts(root / "texts")
        _check_tuberculosis(root)
        for package, build in (
            (cxr_findings_adults, build_adults),
            (cxr_pneumonia_children, build_children),
            (cxr_gate, build_gate),
        ):
            folder = Path(str(package.__file__)).parent
            settings = _small(read_settings(folder))
            out, work = root / "models" / folder.name, root / "work" / folder.name
            build(Run(str(settings["name"]), root / "data", out, work, None, settings))
            _check_package(out)
    print(f"training self-test passed in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
