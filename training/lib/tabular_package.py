"""Write the package of a risk model: manifest, sample, explanation, card."""

import math
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.lib import tabular_onnx
from training.lib.card import write_card
from training.lib.config import Run
from training.lib.package import SCHEMA_VERSION, finish_package, write_json
from training.lib.statistics import Floats, Metric
from training.lib.tabular import BACK, NUMBERS, Column, Table, codes_of, described_inputs

CARD = Path(__file__).with_name("tabular_card.md")
NETWORK = "model.fp32.onnx"
EXPLANATION = "explanation.json"
TOLERANCE = 1e-4


def rounded(value: float, digits: int = 6) -> float:
    """Return a number as the manifest holds it."""
    return float(f"{value:.{digits}g}")


def start(run: Run) -> None:
    """Empty the package's folder."""
    if run.out.is_dir():
        shutil.rmtree(run.out)
    (run.out / "sample").mkdir(parents=True)


def fills(columns: Sequence[Column], filled: Floats) -> dict[str, float]:
    """Return what stands for a missing number, by input, in its own unit."""
    return {
        c.input: rounded(BACK[c.form](float(v)))
        for c, v in zip(columns, filled, strict=True)
        if c.form != "is"
    }


def inputs_of(
    settings: Mapping[str, Any], table: Table, filled: Mapping[str, float]
) -> list[dict[str, Any]]:
    """Return the manifest's inputs: range seen, what stands for a missing value, reference."""
    made = []
    for one in described_inputs(settings):
        entry = {k: one[k] for k in ("name", "title", "kind", "unit", "loinc")}
        entry["required"] = one["kind"] != "number" or bool(one.get("required", False))
        if one["kind"] in NUMBERS:
            seen = np.asarray(table.values[one["name"]], dtype=float)
            low, high = float(np.nanmin(seen)), float(np.nanmax(seen))
            entry |= {"low": rounded(low), "high": rounded(high)}
            if "top" in one:
                # The survey writes every age from there on as this one.
                entry |= {"top": one["top"], "high": one["high"]}
            entry["fill"] = entry["reference"] = filled[one["name"]]
        else:
            codes = codes_of(one)
            entry |= {"choices": one.get("choices", []), "codes": codes, "reference": codes[0]}
        made.append(entry)
    return made


def columns_json(columns: Sequence[Column], filled: Floats) -> list[dict[str, Any]]:
    """Return the columns for the manifest."""
    return [
        {"input": c.input, "form": c.form, "code": c.code, "fill": rounded(float(v), 9)}
        for c, v in zip(columns, filled, strict=True)
    ]


def write_sample(run: Run, x: Floats, logits: Floats, *, inputs: Mapping[str, Any]) -> None:
    """Write one made-up person, the reference one with a hole, and the network's answer."""
    rows = [[None if math.isnan(v) else rounded(float(v), 9) for v in row] for row in x]
    write_json(run.out / "sample" / "input.json", {"columns": rows, "inputs": dict(inputs)})
    write_json(
        run.out / "sample" / "expected.json",
        {
            "variant": NETWORK,
            "logits": [rounded(float(v), 7) for v in logits],
            "tolerance": TOLERANCE,
        },
    )


def manifest(
    run: Run, risk: Mapping[str, Any], metrics: Sequence[Metric], **evidence: Any
) -> dict[str, Any]:
    """Return the whole manifest but the hashes."""
    settings = run.settings
    width = len(risk["columns"])
    return {
        "schema_version": SCHEMA_VERSION,
        "name": run.name,
        "version": settings["version"],
        "title": settings["title"],
        "changelog": settings["changelog"],
        "task": "risk",
        "modality": "LAB",
        "licence": settings["licence"],
        "files": {},
        "applies_to": {"modalities": [], "body_parts": [], "views": []},
        "input": {"name": tabular_onnx.INPUT, "dtype": "float32", "shape": ["N", width]},
        "outputs": {tabular_onnx.OUTPUT: {"shape": ["N", 1]}},
        "opset": tabular_onnx.OPSET,
        "variants": [{"file": NETWORK, "precision": "fp32", "providers": ["CPUExecutionProvider"]}],
        "risk": dict(risk),
        "evidence": {
            "training_data": settings["sources"],
            "metrics": [m.as_json() for m in metrics],
            "intended_use": settings["intended_use"],
            "out_of_scope": settings["out_of_scope"],
            **{key: settings[key] for key in ("aim", "aim_missed") if key in settings},
            **evidence,
        },
    }


def finish(run: Run, content: dict[str, Any], *, licence: Path, **card: str) -> None:
    """Write card, licence and manifest."""
    shutil.copyfile(licence, run.out / "LICENSE")
    limits = "\n".join(f"- {text}" for text in run.settings["limits"]["en"])
    sources = "\n".join(
        f"- {one['name']}: {one['n']} rows, {one['n_groups']} {one['groups']}. {one['credit']} "
        f"Licence: {one['licence']}."
        for one in content["evidence"]["training_data"]
    )
    write_card(
        CARD, run.out / "MODEL_CARD.md", _for_card(content), limits=limits, sources=sources, **card
    )
    finish_package(run.out, content)


def _for_card(content: dict[str, Any]) -> dict[str, Any]:
    """The card's table of films has no use here; `sources` takes its place."""
    return {**content, "evidence": {**content["evidence"], "training_data": []}}
