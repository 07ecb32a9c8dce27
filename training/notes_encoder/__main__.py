"""``python -m training.notes_encoder`` makes models/notes-encoder."""

from pathlib import Path

import numpy as np

from meddx_desktop.core.notes.encoder import Encoder
from training.lib import text_package
from training.lib.config import Run
from training.lib.encoder import open_encoder
from training.lib.package import finish_package
from training.lib.statistics import Metric
from training.notes_encoder.engine import Engine
from training.notes_encoder.graph import build_network
from training.notes_encoder.original import Original, default_path, read_original
from training.notes_encoder.pieces import kept_pieces, write_pieces
from training.notes_encoder.texts import some_texts

NETWORK, PIECES = "model.int4.onnx", "pieces.model"
PROCESSORS_APART = 0.01
"""Its sums are rounded to whole numbers block by block: AVX2 and AVX-512 VNNI were .0019 apart (a
cosine of .99995), where numbers are up to .14 and those of another network's answer .05 off."""
SAMPLE = ("Denies chest pain and fever.", "既往有高血压病史10年。")


def build(run: Run) -> None:
    """Cut, write, compare with the original, describe."""
    source = default_path()
    original = read_original(source)
    kept = kept_pieces(original)
    text_package.start(run)
    (run.out / PIECES).write_bytes(write_pieces(original, kept))
    network = build_network(original, kept, run.settings["tokens_layers"])
    (run.out / NETWORK).write_bytes(network.SerializeToString())
    text = _described(run, original, kept)
    _draft(run, text)
    encoder = open_encoder(run.out)
    numbers = [encoder.tokenizer.tokens(one).numbers for one in SAMPLE]
    given = np.full((len(numbers), max(map(len, numbers))), encoder.tokenizer.pad, np.int64)
    for row, one in zip(given, numbers, strict=True):
        row[: len(one)] = one
    text_package.write_sample(run, NETWORK, given, {"texts": list(SAMPLE)}, least=PROCESSORS_APART)
    metrics = _compared(run, encoder, Engine(source.parent, original.hidden))
    content = text_package.manifest(run, NETWORK, "int4", text, metrics)
    text_package.finish(
        run,
        content,
        folder=Path(__file__).parent,
        layers=str(original.layers),
        hidden=str(original.hidden),
        pieces=f"{len(kept):,}",
        all_pieces=f"{len(original.pieces):,}",
        network_mb=text_package.megabytes(run.out / NETWORK),
        pieces_mb=text_package.megabytes(run.out / PIECES),
        tokens_layers=" and ".join(map(str, run.settings["tokens_layers"])),
        prefix=run.settings["prefix"],
    )


def _described(run: Run, original: Original, kept: list[int]) -> dict[str, object]:
    return {
        "languages": ["en", "zh"],
        "pieces": {
            "file": PIECES,
            "prefix": run.settings["prefix"],
            "begin": kept.index(original.begin),
            "end": kept.index(original.end),
            "pad": kept.index(original.pad),
            "longest": original.longest,
        },
    }


def _draft(run: Run, text: dict[str, object]) -> None:
    """Write what the program needs to open the package, before its figures are known."""
    for name in ("MODEL_CARD.md", "LICENSE", "sample/expected.json", "sample/input.json"):
        (run.out / name).write_text("draft\n", "utf-8")
    finish_package(run.out, text_package.manifest(run, NETWORK, "int4", text, []))


def _compared(run: Run, encoder: Encoder, engine: Engine) -> list[Metric]:
    metrics = []
    for name, texts in some_texts(run.data, run.settings["compared"], run.seed).items():
        cosines = (encoder.vectors(texts) * engine.vectors(texts)).sum(1)
        for figure, value in (("cosine", cosines.mean()), ("cosine_least", cosines.min())):
            metrics.append(Metric(figure, float(value), None, None, name, len(texts), None, "int4"))
    return metrics


if __name__ == "__main__":
    build(text_package.parse(Path(__file__).parent))
