"""Every risk model under models/ is what its manifest says and explains itself exactly."""

import hashlib
import json
import re
from pathlib import Path

import numpy as np
import onnx
import pytest

from meddx_desktop.core.inference import tabular
from meddx_desktop.core.inference.examine import check_sample
from meddx_desktop.core.inference.explain import read_explanation
from meddx_desktop.core.inference.package import open_package, verify_files
from meddx_desktop.core.inference.session import ModelSession, choose_device
from meddx_desktop.core.labs.analytes import by_loinc
from meddx_desktop.core.labs.units import conversion

MODELS = Path(__file__).resolve().parents[2] / "models"
PACKAGES = sorted(
    path.parent
    for path in MODELS.glob("*/manifest.json")
    if json.loads(path.read_text("utf-8"))["task"] == "risk"
)
LARGEST = 3_000_000
STANDARD = {"", "ai.onnx.ml"}
"""Both are domains of the ONNX standard; the second has the operators of tables."""


def _manifest(package):
    return json.loads((package / "manifest.json").read_text("utf-8"))


def _opened(folder):
    package = open_package(folder)
    risk = package.manifest.risk
    explained = read_explanation(
        package.file(tabular.EXPLANATION), package=package.name, width=len(risk.columns)
    )
    return package, risk, explained, ModelSession(package, choose_device("cpu"))


def _rows(risk, seed, count=50):
    """Made-up persons within what the training saw."""
    rng = np.random.default_rng(seed)
    columns = []
    for column in risk.columns:
        if column.form == tabular.INTERVAL:
            columns.append(np.zeros(count))
            continue
        one = risk.input(column.input)
        if column.form == "is":
            columns.append(rng.integers(0, 2, count).astype(float))
            continue
        drawn = rng.uniform(one.low, one.high, count)
        forms = {"value": lambda v: v, "log": np.log, "log1p": np.log1p}
        columns.append(forms[column.form](drawn))
    made = np.column_stack(columns).astype(np.float32).astype(float)
    if risk.years:
        made[np.arange(count), -1 - rng.integers(0, len(risk.years), count)] = 1.0
    return made


def test_there_are_packages():
    assert "lab-steatosis" in {path.name for path in PACKAGES}


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda path: path.name)
class TestRiskPackage:
    def test_files_sample_and_explanation_agree(self, folder):
        package = open_package(folder)
        verify_files(package)
        check_sample(package, ModelSession(package, choose_device("cpu")))
        present = {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*")
            if path.is_file() and path.name != "manifest.json"
        }
        assert present == _manifest(folder)["files"]
        assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < LARGEST

    def test_the_graph_is_self_contained_and_standard(self, folder):
        manifest = _manifest(folder)
        for variant in manifest["variants"]:
            assert variant["precision"] == "fp32"
            model = onnx.load(str(folder / variant["file"]), load_external_data=False)
            onnx.checker.check_model(model, full_check=True)
            assert {node.domain for node in model.graph.node} <= STANDARD
            assert not any(tensor.external_data for tensor in model.graph.initializer)
            assert not model.functions
            opsets = {one.domain: one.version for one in model.opset_import}
            assert opsets[""] == manifest["opset"] and set(opsets) <= STANDARD

    def test_contributions_add_up_to_what_the_network_says(self, folder):
        _, risk, explained, session = _opened(folder)
        rows = _rows(risk, 4)
        logits = session.run(rows.astype(np.float32))["logits"].ravel()
        assert np.allclose([explained.value(row) for row in rows], logits, atol=2e-4)
        reference = rows[0]
        for row, logit in zip(rows, logits, strict=True):
            total = explained.contributions(row, reference).sum()
            assert total == pytest.approx(logit - logits[0], abs=4e-4)

    def test_a_hole_is_filled_as_the_manifest_says(self, folder):
        _, risk, _, session = _opened(folder)
        row = _rows(risk, 5, 1)[0]
        for place, column in enumerate(risk.columns):
            if column.form in ("is", tabular.INTERVAL):
                continue
            hole, whole = row.copy(), row.copy()
            hole[place], whole[place] = np.nan, column.fill
            both = session.run(np.array([hole, whole], np.float32))["logits"].ravel()
            assert both[0] == pytest.approx(both[1], abs=1e-5), column.input
            one = risk.input(column.input)
            if not one.required:
                back = {"value": float, "log": np.exp, "log1p": np.expm1}[column.form]
                assert back(column.fill) == pytest.approx(one.fill, rel=1e-4)

    def test_inputs_are_those_of_the_table_of_analytes(self, folder):
        _, risk, _, _ = _opened(folder)
        for one in risk.inputs:
            assert one.title["en"].strip() and one.title["zh_CN"].strip()
            if one.is_number:
                assert one.low < one.high
                reference = one.reference
                assert one.low <= reference <= one.high
            analyte = by_loinc().get(one.loinc) if one.loinc else None
            if analyte is not None:
                assert conversion(analyte.unit, one.unit, analyte.substance) is not None, one.name
        names = {one.name for one in risk.inputs}
        assert names.isdisjoint({"osmolality", "hba1c"})

    def test_it_is_offered_only_on_evidence(self, folder):
        manifest = _manifest(folder)
        first = manifest["evidence"]["metrics"][0]
        assert first["name"] == ("auc" if manifest["risk"]["kind"] == "binary" else "c_index")
        assert 0.5 < first["low"] <= first["value"] <= first["high"]
        if manifest["risk"]["kind"] == "binary":
            assert first["low"] >= 0.75
            assert 0 < manifest["evidence"]["training_prevalence"] < 1
        assert manifest["evidence"]["largest_difference"] <= 1e-5
        assert abs(first["value"] - manifest["evidence"]["aim"]) <= 0.01 or (
            first["value"] > manifest["evidence"]["aim"] or "aim_missed" in manifest["evidence"]
        )

    def test_the_card_begins_with_the_limits_and_holds_every_figure(self, folder):
        card = (folder / "MODEL_CARD.md").read_text("utf-8")
        manifest = _manifest(folder)
        limits = manifest["risk"]["limits"]
        assert len(limits["en"]) == len(limits["zh_CN"]) >= 2
        lines = card.splitlines()
        for place, text in enumerate(limits["en"]):
            assert lines[2 + place] == f"- {text}"
        rows = [
            tuple(cell.strip() for cell in line.strip("|").split("|"))
            for line in lines
            if re.match(r"\| \w+ \| -?\d", line)
        ]
        figures = [(row[0], row[1]) for row in rows if len(row) == 8]
        metrics = manifest["evidence"]["metrics"]
        assert figures == [(m["name"], f"{m['value']:.4f}") for m in metrics]
        if manifest["risk"]["kind"] == "binary":
            assert str(manifest["risk"]["threshold"]) in card

    def test_the_overview_names_it(self, folder):
        page = (MODELS.parent / "docs" / "laboratory_models.md").read_text("utf-8")
        value = _manifest(folder)["evidence"]["metrics"][0]["value"]
        line = next(line for line in page.splitlines() if line.startswith(f"| `{folder.name}` |"))
        assert f"| {value:.3f} |" in line


class TestTwin:
    def test_the_tree_sorts_everybody_and_draws_itself(self):
        folder = MODELS / "lab-steatosis"
        root = json.loads((folder / "twin.json").read_text("utf-8"))["root"]

        def leaves(node):
            if "yes" not in node:
                return node["n"]
            assert node["n"] == node["yes"]["n"] + node["no"]["n"]
            return leaves(node["yes"]) + leaves(node["no"])

        assert leaves(root) == root["n"] == _manifest(folder)["evidence"]["training_data"][0]["n"]
        assert (folder / "twin.svg").read_text("utf-8").startswith("<?xml")
