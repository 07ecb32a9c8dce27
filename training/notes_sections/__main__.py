"""``python -m training.notes_sections`` makes models/notes-sections."""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from sklearn.pipeline import Pipeline

from training.lib import text_package
from training.lib.card import table
from training.lib.config import ROOT, Run
from training.lib.encoder import open_encoder
from training.lib.statistics import Floats, Metric
from training.notes_sections import fit
from training.notes_sections.fit import Choice
from training.notes_sections.texts import KINDS, Texts, load

NETWORK = "model.fp32.onnx"
OPSET = 17
_CALLED = {"section_text": "parts of notes", "dialogue": "dialogues"}


def build(run: Run) -> None:
    """Choose by cross-validation, fit on all, look at the validation set once, describe."""
    encoder, settings = open_encoder(), run.settings
    tried = KINDS if True in settings["dialogues_tried"] else KINDS[:1]
    train = {kind: load(run.data, "Training", kind, encoder, run.work) for kind in tried}
    held = {kind: load(run.data, "Validation", kind, encoder, run.work) for kind in KINDS}
    notes, dialogues = train["section_text"], train.get("dialogue")
    kinds = sorted(settings["names"], key=lambda kind: -int((notes.truth == kind).sum()))
    choice = fit.choose(notes, dialogues, kinds, settings)
    truth = np.array([kinds.index(kind) for kind in notes.truth])
    heat = fit.temperature(choice.logits, truth)
    shares = fit.shares(choice.logits, heat)
    limit = fit.sure_from(shares.max(1), shares.argmax(1) == truth, settings["sure_share"])
    x, y = fit.stacked(notes, dialogues if choice.dialogues else None)
    model = fit.layer(choice.strength, choice.weights).fit(x, y)
    compared = fit.choose_tfidf(notes, settings)
    text_package.start(run)
    (run.out / NETWORK).write_bytes(_network(model, kinds).SerializeToString())
    text_package.write_sample(run, NETWORK, notes.vectors[:3].astype(np.float32), {})
    metrics = _cross_validated(run, choice, notes, shares=shares, limit=limit, kinds=kinds)
    for kind, own in held.items():
        found = fit.shares(_run(run.out / NETWORK, own.vectors), heat)
        plain = fit.tfidf(compared).fit(notes.texts, notes.truth).predict(own.texts)
        data = f"MTS-Dialog validation set, {_CALLED[kind]}"
        metrics += _held(run, own, found, kinds, limit=limit, plain=plain, data=data)
    _finish(run, metrics, choice, kinds, notes.truth, heat=heat, limit=limit)


def _network(model: Pipeline, kinds: list[str]) -> onnx.ModelProto:
    """Return mean, spread and layer as one matrix."""
    scaler, line = model[0], model[-1]
    order = [list(line.classes_).index(kind) for kind in kinds]
    matrix = (line.coef_[order] / scaler.scale_).T
    bias = line.intercept_[order] - scaler.mean_ @ matrix
    weights = [
        numpy_helper.from_array(matrix.astype(np.float32), "w"),
        numpy_helper.from_array(bias.astype(np.float32), "b"),
    ]
    width = len(matrix)
    graph = helper.make_graph(
        [helper.make_node("Gemm", ["rows", "w", "b"], ["logits"])],
        "notes_sections",
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["N", width])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", len(kinds)])],
        weights,
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(made, full_check=True)
    return made


def _run(path: Path, rows: NDArray[np.float32]) -> Floats:
    found = text_package.open_network(path).run(["logits"], {"rows": rows.astype(np.float32)})
    return np.asarray(found[0], dtype=np.float64)


def _share(name: str, right: NDArray[np.bool_], data: str, run: Run) -> Metric:
    """Return a share with its interval, from resampled texts."""
    low, high = _interval(right.astype(float), run)
    return Metric(name, float(right.mean()), low, high, data, len(right), int(right.sum()), "fp32")


def _interval(values: Floats, run: Run) -> tuple[float, float]:
    draw = np.random.default_rng(run.seed)
    rows = draw.integers(0, len(values), (run.settings["resamples"], len(values)))
    low, high = np.percentile(values[rows].mean(1), [2.5, 97.5])
    return float(low), float(high)


def _cross_validated(
    run: Run, choice: Choice, notes: Texts, *, shares: Floats, limit: float, kinds: list[str]
) -> list[Metric]:
    data = "MTS-Dialog training set, parts of notes, cross-validation that also chose"
    right = np.array(kinds)[choice.logits.argmax(1)] == notes.truth
    answered = shares.max(1) >= limit
    return [
        _share("accuracy", right, data, run),
        _share("answered", answered, data, run),
        _share("accuracy_answered", right[answered], data, run),
    ]


def _held(
    run: Run,
    held: Texts,
    shares: Floats,
    kinds: list[str],
    *,
    limit: float,
    plain: NDArray[np.str_],
    data: str,
) -> list[Metric]:
    right = np.array(kinds)[shares.argmax(1)] == held.truth
    other = plain == held.truth
    answered = shares.max(1) >= limit
    gap = right.astype(float) - other.astype(float)
    low, high = _interval(gap, run)
    return [
        _share("accuracy", right, data, run),
        _share("accuracy", other, f"{data}, TF-IDF instead (not shipped)", run),
        Metric("accuracy_above_tfidf", float(gap.mean()), low, high, data, len(gap), None, "fp32"),
        _share("answered", answered, data, run),
        _share("accuracy_answered", right[answered], data, run),
    ]


def _finish(
    run: Run,
    metrics: list[Metric],
    choice: Choice,
    kinds: list[str],
    truth: NDArray[np.str_],
    *,
    heat: float,
    limit: float,
) -> None:
    names = run.settings["names"]
    text = {
        "languages": ["en"],
        "encoder": text_package.encoder_of(ROOT / "models"),
        "labels": [names[kind] for kind in kinds],
        "temperature": heat,
        "sure_from": limit,
    }
    content = text_package.manifest(run, NETWORK, "fp32", text, metrics)
    rows = [(kind, names[kind], int((truth == kind).sum())) for kind in kinds]
    text_package.finish(
        run,
        content,
        folder=Path(__file__).parent,
        strength=f"{choice.strength:g}",
        weights=choice.weights or "none",
        fitted_on="parts of notes and their dialogues" if choice.dialogues else "parts of notes",
        encoder=text["encoder"]["name"],
        temperature=str(heat),
        sure_from=str(limit),
        folds=str(run.settings["folds"]),
        sure_share=f"{run.settings['sure_share']:.0%}",
        classes=table(("kind in the data", "section", "training texts"), rows),
    )


if __name__ == "__main__":
    build(text_package.parse(Path(__file__).parent))
