"""Every package of films under models/ is what its manifest says."""

import hashlib
import json
import re
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime as ort
import pytest

MODELS = Path(__file__).resolve().parents[2] / "models"
PACKAGES = sorted(
    path.parent
    for path in MODELS.glob("*/manifest.json")
    if json.loads(path.read_text("utf-8"))["task"] in ("multilabel", "gate")
)
LARGEST = 50_000_000
"""Four networks in one file, for the processor and for a graphics card: the adults' package."""
COMMON = {
    "schema_version",
    "name",
    "version",
    "title",
    "changelog",
    "task",
    "modality",
    "licence",
    "files",
    "applies_to",
    "input",
    "preprocessing",
    "outputs",
    "opset",
    "variants",
    "not_assessed",
    "out_of_distribution",
    "evidence",
}
PER_TASK = {
    "multilabel": {"labels"},
    "gate": {"classes", "temperature", "accept_threshold"},
}


def read_manifest(package: Path) -> dict:
    return json.loads((package / "manifest.json").read_text(encoding="utf-8"))


def network_files(package: Path) -> list[Path]:
    return [package / v["file"] for v in read_manifest(package)["variants"]]


def run_network(path: Path, image: np.ndarray) -> dict[str, np.ndarray]:
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    names = [o.name for o in session.get_outputs()]
    return dict(zip(names, session.run(names, {"image": image}), strict=True))


def _sample(package: Path) -> np.ndarray:
    """Prepare the sample with the manifest's numbers alone, as the program does."""
    settings = read_manifest(package)["preprocessing"]
    data = np.fromfile(package / "sample" / "input.png", dtype=np.uint8)
    grey = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    assert grey.ndim == 2 and list(grey.shape) == settings["size"]
    planes = [(grey - m) / s for m, s in zip(settings["mean"], settings["std"], strict=True)]
    return np.stack(planes)[None].astype(np.float32)


def calibrated(manifest: dict, logits: np.ndarray) -> np.ndarray:
    if manifest["task"] == "gate":
        raised = np.exp(logits / manifest["temperature"])
        return raised / raised.sum(axis=1, keepdims=True)
    lines = [label["calibration"] for label in manifest["labels"]]
    slope = np.array([c["slope"] for c in lines])
    intercept = np.array([c["intercept"] for c in lines])
    return 1 / (1 + np.exp(-(slope * logits + intercept)))


def test_there_are_packages():
    assert {"cxr-pneumonia-children", "cxr-gate"} <= {p.name for p in PACKAGES}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.name)
class TestPackage:
    def test_hashes_cover_every_file(self, package):
        present = {
            p.relative_to(package).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in package.rglob("*")
            if p.is_file() and p.name != "manifest.json"
        }
        assert present == read_manifest(package)["files"]

    def test_holds_what_a_package_must_hold_and_is_small(self, package):
        names = set(read_manifest(package)["files"])
        needed = {"MODEL_CARD.md", "LICENSE", "sample/input.png", "sample/expected.json"}
        assert needed <= names
        assert sum(p.stat().st_size for p in package.rglob("*") if p.is_file()) <= LARGEST

    def test_manifest_is_complete(self, package):
        manifest = read_manifest(package)
        assert manifest["schema_version"] == 1
        assert manifest["name"] == package.name
        assert COMMON | PER_TASK[manifest["task"]] <= set(manifest)
        for text in (
            manifest["title"],
            manifest["evidence"]["intended_use"],
            manifest["evidence"]["out_of_scope"],
        ):
            assert text["en"].strip() and text["zh_CN"].strip()
        assert manifest["changelog"][0]["version"] == manifest["version"]
        assert all(d["n_films"] > 0 for d in manifest["evidence"]["training_data"])

    def test_operating_points_are_in_order(self, package):
        manifest = read_manifest(package)
        for label in manifest.get("labels", []):
            low, high = label["not_sure"]
            assert 0 < low <= label["threshold"] <= high < 1
            assert label["calibration"]["slope"] > 0
        for name, threshold in manifest.get("accept_threshold", {}).items():
            assert name in manifest["classes"] and 0 < threshold < 1
        assert manifest["out_of_distribution"]["output"] in manifest["outputs"]
        assert manifest["out_of_distribution"]["limit"] > 0

    def test_a_label_is_shown_only_on_evidence(self, package):
        manifest = read_manifest(package)
        first = manifest["evidence"]["metrics"][0]
        assert first["name"] == "auc" and first["low"] <= first["value"] <= first["high"]
        for label in manifest.get("labels", []):
            if "auc" not in label:
                assert label["shown"] == (first["low"] >= 0.75)
                continue
            # With several labels each one states its own evidence, and may need more of it.
            own = label["auc"]
            assert not label["shown"] or own["low"] >= 0.75
            elsewhere = {"PA", "AP"} - set(manifest["applies_to"]["views"])
            for metric in manifest["evidence"]["metrics"]:
                if label["shown"] and metric["name"] == "auc_above_statistics":
                    outside = any(f", {view}, " in metric["data"] for view in elsewhere)
                    own_lead = f", {label['name']} " in metric["data"] and not outside
                    assert not own_lead or metric["low"] > 0

    def test_graph_is_self_contained_and_standard(self, package):
        manifest = read_manifest(package)
        for path in network_files(package):
            model = onnx.load(str(path), load_external_data=False)
            onnx.checker.check_model(model, full_check=True)
            assert not any(t.external_data for t in model.graph.initializer)
            assert {n.domain for n in model.graph.node} == {""}
            assert [(o.domain, o.version) for o in model.opset_import] == [("", manifest["opset"])]
            assert not model.functions

    def test_inputs_and_outputs_are_those_of_the_manifest(self, package):
        manifest = read_manifest(package)
        for path in network_files(package):
            session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
            [image] = session.get_inputs()
            assert (image.name, image.type) == (manifest["input"]["name"], "tensor(float)")
            assert image.shape == manifest["input"]["shape"]
            shapes = {o.name: o.shape for o in session.get_outputs()}
            assert shapes == {n: o["shape"] for n, o in manifest["outputs"].items()}
            assert {o.type for o in session.get_outputs()} == {"tensor(float)"}

    def test_sample_gives_the_expected_answer(self, package):
        expected = json.loads((package / "sample" / "expected.json").read_text(encoding="utf-8"))
        image = _sample(package)
        low, high = read_manifest(package)["input"]["value_range"]
        assert low <= image.min() and image.max() <= high
        logits = run_network(package / expected["variant"], image)["logits"]
        tolerance = expected["tolerance"]
        assert np.allclose(logits[0], expected["logits"], rtol=0, atol=tolerance)
        probability = calibrated(read_manifest(package), logits)
        assert np.allclose(probability[0], expected["probabilities"], rtol=0, atol=tolerance)

    def test_activation_map_averages_to_the_logits(self, package):
        if read_manifest(package)["task"] == "gate":
            assert (
                "cam" not in read_manifest(package)["outputs"]
            )  # nobody is shown where a gate looked
            return
        image = np.concatenate([_sample(package), _sample(package)[..., ::-1]])
        for path in network_files(package):
            answer = run_network(path, image)
            assert np.allclose(answer["cam"].mean(axis=(2, 3)), answer["logits"], atol=1e-4)

    def test_batch_equals_single_pictures(self, package):
        image = np.concatenate([_sample(package), _sample(package) * 0.5])
        both = run_network(network_files(package)[0], image)["logits"]
        one = [run_network(network_files(package)[0], image[i : i + 1])["logits"] for i in (0, 1)]
        assert np.allclose(both, np.concatenate(one), atol=1e-3)

    def test_variants_agree_on_the_sample(self, package):
        manifest = read_manifest(package)
        allowed = sum(
            m["value"]
            for m in manifest["evidence"]["metrics"]
            if m["name"] == "largest_probability_difference" and "fp32" in m["data"]
        )
        image = _sample(package)
        answers = [
            calibrated(manifest, run_network(path, image)["logits"])
            for path in network_files(package)
        ]
        assert np.abs(answers[0] - answers[-1]).max() <= allowed

    def test_noise_is_atypical_and_the_sample_is_not(self, package):
        limit = read_manifest(package)["out_of_distribution"]["limit"]
        shape = (1, *read_manifest(package)["input"]["shape"][1:])
        noise = np.random.default_rng(1).uniform(-1, 1, shape).astype(np.float32)
        for path in network_files(package):
            assert run_network(path, _sample(package))["atypicality"][0] <= limit
            assert run_network(path, noise)["atypicality"][0] > limit

    def test_card_holds_the_figures_of_the_manifest(self, package):
        card = (package / "MODEL_CARD.md").read_text(encoding="utf-8")
        manifest = read_manifest(package)
        rows = [
            tuple(cell.strip() for cell in line.strip("|").split("|"))
            for line in card.splitlines()
            if re.match(r"\| \w+ \| -?\d", line)
        ]
        figures = [r for r in rows if len(r) == 8]
        assert figures == [_row(m) for m in manifest["evidence"]["metrics"]]
        assert str(manifest["out_of_distribution"]["limit"]) in card
        for label in manifest.get("labels", []):
            assert str(label["threshold"]) in card
        for threshold in manifest.get("accept_threshold", {}).values():
            assert str(threshold) in card

    def test_overview_names_the_package_and_its_version(self, package):
        overview = MODELS.parent / "docs" / "models.md"
        assert f"| {package.name} | {read_manifest(package)['version']} |" in overview.read_text(
            encoding="utf-8"
        )


def _row(metric: dict) -> tuple[str, ...]:
    def figure(value):
        return "" if value is None else f"{value:.4f}"

    count = "" if metric["n_positive"] is None else str(metric["n_positive"])
    return (
        metric["name"],
        figure(metric["value"]),
        figure(metric["low"]),
        figure(metric["high"]),
        metric["data"],
        str(metric["n"]),
        count,
        metric["variant"],
    )
