"""``python -m training.notes_ner`` makes models/notes-tagger."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from meddx_desktop.core.notes.tagger_terms import Terms
from training.lib import text_package
from training.lib.config import ROOT, Run
from training.lib.encoder import open_encoder
from training.lib.statistics import Metric, plain_metric
from training.notes_ner import fit
from training.notes_ner.export import difference, export
from training.notes_ner.fit import CALLED, Part
from training.notes_ner.make_rows import blocks, load
from training.notes_ner.network import Tagger
from training.notes_ner.sentences import CORPORA, Entity, Sentence
from training.notes_ner.terms import write_terms

NETWORK, TERMS = "model.int8.onnx", "terms.u64"
_SAMPLE = 3
_LARGEST_DIFFERENCE = 1e-3


def build(run: Run) -> None:
    """Choose epochs on a tenth of the training parts, measure, describe.

    With `refit` all of the training parts train again, for as many epochs; else the network that
    the tenth chose is shipped.
    """
    torch.set_num_threads(2)
    encoder, content = open_encoder(), write_terms(run.data)
    terms = Terms(content, run.name)
    train = load(run, "train", encoder, terms)
    tagger, epochs, watched, sure_from = _choose(run, train)
    whole = _joined(train)
    if run.settings["refit"]:
        tagger, _ = fit.fit(
            whole,
            run.settings["network"],
            epochs=epochs,
            planned=run.settings["network"]["most_epochs"],
            seed=run.seed,
            keep=run.work / f"whole.{epochs}.pt",
        )
    text_package.start(run)
    (run.out / TERMS).write_bytes(content)
    full = export(tagger, whole.width, run.out / NETWORK, run.work)
    sample = whole.ways[0][_SAMPLE].astype(np.float32)[None]
    text_package.write_sample(run, NETWORK, sample, {"words": list(whole.sentences[_SAMPLE].words)})
    metrics = [
        plain_metric(
            "largest_difference",
            difference(tagger, path, sample),
            data=f"logits of the sample, torch against {path.name}",
            n=sample.shape[1],
            variant=variant,
        )
        for path, variant in ((full, "fp32"), (run.out / NETWORK, "int8"))
    ]
    if metrics[0].value > _LARGEST_DIFFERENCE:
        raise ValueError(f"the file differs from torch by {metrics[0].value}")
    devel = load(run, "devel", encoder, terms)
    figures = []
    for corpus, part in devel.items():
        for way, name in enumerate(run.settings["ways"]["devel"]):
            data = f"{corpus} development part, {name} spacing"
            figures += _figures(run, run.out / NETWORK, part, way, sure_from, data=data)
    for corpus, part in devel.items():
        data = f"{corpus} development part, before the layers were made 8 bits (not shipped)"
        figures += _figures(run, full, part, 0, sure_from, data=data)[:1]
    known = {one.words for one in whole.sentences}
    repeated = sum(one.words in known for part in devel.values() for one in part.sentences)
    _finish(
        run,
        [*figures, *metrics],
        sure_from=sure_from,
        epochs=str(epochs),
        watched=f"{watched:.3f}",
        repeated=str(repeated),
        trained=(
            "then all of the training parts trained"
            if run.settings["refit"]
            else "the other nine tenths trained the network"
        ),
    )


def _joined(parts: dict[str, Part]) -> Part:
    first, *others = parts.values()
    for other in others:
        first = first + other
    return first


def _choose(run: Run, train: dict[str, Part]) -> tuple[Tagger, int, float, float]:
    """Return the best network of all epochs, its epoch, its F1, and the limit of its answers."""
    kept, away = {}, {}
    for corpus, part in train.items():
        most, few = blocks(part.sentences, run.settings["kept_share"], run.seed)
        kept[corpus], away[corpus] = part.of(most), part.of(few)
    network, watch = run.settings["network"], _joined(away)
    tagger, seen = fit.fit(
        _joined(kept),
        network,
        epochs=network["most_epochs"],
        planned=network["most_epochs"],
        seed=run.seed,
        watch=watch,
        keep=run.work / "choose.pt",
    )
    epochs = int(np.argmax(seen)) + 1

    def answer(given: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.no_grad():
            return np.asarray(tagger(torch.from_numpy(given)).numpy())

    logits = fit.answers(answer, watch, 0)
    by_limit = {
        limit: fit.f1_of(
            fit.counts([fit.of_answer(one, limit) for one in logits], watch.sentences).sum(0)
        )
        for limit in run.settings["limits_tried"]
    }
    print(f"epochs {epochs}; F1 by limit {by_limit}", flush=True)
    return tagger, epochs, max(seen), max(by_limit, key=lambda limit: by_limit[limit])


def _figures(
    run: Run, path: Path, part: Part, way: int, sure_from: float, *, data: str
) -> list[Metric]:
    session = text_package.open_network(path)

    def answer(given: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(session.run(["logits"], {"rows": given})[0])

    found = [fit.of_answer(one, sure_from) for one in fit.answers(answer, part, way)]
    precision = "int8" if path.name == NETWORK else "fp32"
    metrics = _metrics(run, found, part.sentences, data=data, variant=precision)
    kinds = CORPORA[part.sentences[0].corpus]
    for kind in kinds if len(kinds) > 1 else ():
        only = [{one for one in own if one[2] == kind} for own in found]
        marks = [_only(sentence, kind) for sentence in part.sentences]
        metrics += _metrics(run, only, marks, data=f"{data}, {kind}", variant=precision)
    return metrics


def _only(sentence: Sentence, kind: str) -> Sentence:
    marks = tuple(mark if mark.endswith(kind) else "O" for mark in sentence.marks)
    return Sentence(sentence.corpus, sentence.words, marks)


def _metrics(
    run: Run, found: list[set[Entity]], sentences: list[Sentence], *, data: str, variant: str
) -> list[Metric]:
    counted = fit.counts(found, sentences)
    draw = np.random.default_rng(run.seed)
    sums = np.array(
        [
            counted[draw.integers(0, len(counted), len(counted))].sum(0)
            for _ in range(run.settings["resamples"])
        ]
    )
    hits, said, there = counted.sum(0)
    made = []
    for name, value, drawn in (
        ("f1", 2 * hits / (said + there), 2 * sums[:, 0] / (sums[:, 1] + sums[:, 2])),
        ("precision", hits / said, sums[:, 0] / sums[:, 1]),
        ("recall", hits / there, sums[:, 0] / sums[:, 2]),
    ):
        low, high = map(float, np.percentile(drawn, [2.5, 97.5]))
        made.append(Metric(name, float(value), low, high, data, int(there), int(hits), variant))
    return made


def _finish(run: Run, metrics: list[Metric], *, sure_from: float, **card: str) -> None:
    text = {
        "languages": ["en"],
        "encoder": text_package.encoder_of(ROOT / "models"),
        "labels": [kind.value for kind in CALLED.values()],
        "temperature": 1.0,
        "sure_from": sure_from,
        "terms": TERMS,
    }
    content = text_package.manifest(run, NETWORK, "int8", text, metrics)
    network = run.settings["network"]
    text_package.finish(
        run,
        content,
        folder=Path(__file__).parent,
        reaches=", ".join(map(str, network["reaches"])),
        width=str(network["width"]),
        encoder=text["encoder"]["name"],
        network_mb=text_package.megabytes(run.out / NETWORK),
        sure_from=str(sure_from),
        **card,
    )


if __name__ == "__main__":
    build(text_package.parse(Path(__file__).parent))
