"""Train risk models of each kind on drawn persons: proves that the pipeline works, no more."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from training import lab_diabetes, lab_pbc_survival, lab_pbc_year
from training.lib import tabular_curve_run, tabular_onnx, tabular_run
from training.lib.config import Run, read_settings
from training.lib.package import sha256
from training.lib.statistics import Floats
from training.lib.tabular import NUMBERS, Table, codes_of, described_inputs

PERSONS = 240
SMALL = {"repeats": 1, "resamples": 5, "bins": 4, "folds": 3}


def check(root: Path) -> None:
    """Build one package of each kind and look at what was written."""
    for package in (lab_pbc_year, lab_diabetes, lab_pbc_survival):
        folder = Path(str(package.__file__)).parent
        settings = {**read_settings(folder), **SMALL}
        if "boosting" in settings:
            settings["boosting"] = {"n_estimators": 5, "max_depth": 2}
        out = root / folder.name
        run = Run(str(settings["name"]), root, out, out, None, settings)
        licence = folder / "LICENSE.txt"
        if "years" in settings:
            tabular_curve_run.build(run, draw(settings, times=True), licence=licence)
        else:
            tabular_run.build(run, draw(settings, times=False), licence=licence)
        _look(out)


def draw(settings: dict[str, Any], *, times: bool) -> Table:
    """Draw persons whose first number decides the outcome, now and then with a missing value."""
    rng = np.random.default_rng(5)
    values: dict[str, Any] = {}
    for one in described_inputs(settings):
        if one["kind"] in NUMBERS:
            column = rng.uniform(20, 90, PERSONS)
            if one["kind"] == "number":
                column[rng.random(PERSONS) < 0.05] = np.nan
            values[one["name"]] = column
        else:
            values[one["name"]] = rng.choice(codes_of(one), PERSONS)
    chance = 1 / (1 + np.exp(-(values["age"] - 55) / 8))
    truth = (rng.random(PERSONS) < chance).astype(np.int64)
    years: Floats = rng.exponential(12 - 8 * chance) if times else np.zeros(0)
    groups = np.array([str(number // 2) for number in range(PERSONS)])
    return Table(values, truth, groups, years, np.array([]), ("Drawn.",))


def _look(out: Path) -> None:
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    for name, digest in manifest["files"].items():
        assert sha256(out / name) == digest, name
    first = manifest["evidence"]["metrics"][0]
    assert first["value"] > 0.7, f"drawn persons are not told apart: {first}"
    rows = json.loads((out / "sample" / "input.json").read_text(encoding="utf-8"))["columns"]
    holes = [[np.nan if value is None else value for value in row] for row in rows]
    session = ort.InferenceSession(str(out / "model.fp32.onnx"), providers=["CPUExecutionProvider"])
    said = session.run([tabular_onnx.OUTPUT], {tabular_onnx.INPUT: np.array(holes, np.float32)})
    expected = json.loads((out / "sample" / "expected.json").read_text(encoding="utf-8"))
    assert np.allclose(np.ravel(said[0]), expected["logits"], atol=expected["tolerance"])
    card = (out / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert card.splitlines()[2] == f"- {manifest['risk']['limits']['en'][0]}"
    assert f"| {first['value']:.4f} |" in card


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        check(Path(name))
    print("risk models: the training works on drawn persons")
