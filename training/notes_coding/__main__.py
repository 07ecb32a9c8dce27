"""``python -m training.notes_coding`` makes models/notes-coding."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from meddx_desktop.core.notes.code_list import as_lines, in_order, packed
from training.lib import text_package
from training.lib.config import ROOT, Run
from training.lib.encoder import open_encoder
from training.lib.statistics import Metric
from training.notes_coding import evaluate
from training.notes_coding.codes import Terms, category, read_chinese, read_terms
from training.notes_coding.evaluate import Asked
from training.notes_coding.projection import Floats, Projection, principal, pulled
from training.notes_coding.vectors import vectors

NETWORK, NAMES, VECTORS = "model.fp32.onnx", "codes.tsv", "vectors.i8"
OPSET = 17
FOLDER = Path(__file__).parent
LEXICON = ROOT / "resources" / "terms" / "common.tsv"


class Bench:
    """Terms with their vectors, and the questions that both layers are asked."""

    def __init__(self, run: Run) -> None:
        self.run = run
        encoder = open_encoder()
        titles, inclusions = read_terms(run.data / "text" / "terminology" / run.settings["file"])
        draw = np.random.default_rng(run.seed)
        away = set(draw.choice(len(inclusions), run.settings["unseen"], replace=False).tolist())
        self.titles = titles
        # Words of the lexicon in Chinese: a name in Chinese is nearer to them than to English.
        self.words = read_chinese(LEXICON, {code for code, _ in titles})
        self.unseen: Terms = [one for n, one in enumerate(inclusions) if n in away]
        self.seen: Terms = [one for n, one in enumerate(inclusions) if n not in away]
        self.rows = {
            name: vectors([text for _, text in terms], encoder, run.work)
            for name, terms in (
                ("titles", self.titles),
                ("seen", self.seen),
                ("unseen", self.unseen),
                ("words", self.words),
            )
        }
        self.english = Asked(
            "inclusion terms that were kept out, English",
            [text for _, text in self.unseen],
            [frozenset((category(code),)) for code, _ in self.unseen],
        )
        self.chinese = {
            part: evaluate.read_names(FOLDER / f"chinese_{part}.csv", f"Chinese names, {called}")
            for part, called in (
                ("dev", "by which the layer was chosen"),
                ("test", "looked at twice"),
            )
        }
        self.asked_rows = {
            part: vectors(asked.names, encoder, run.work) for part, asked in self.chinese.items()
        }

    @property
    def table(self) -> tuple[Floats, list[str]]:
        """Rows and codes of all terms but those kept out."""
        rows = np.concatenate([self.rows[name] for name in ("titles", "seen", "words")])
        return rows, [code for code, _ in [*self.titles, *self.seen, *self.words]]

    def pairs(self) -> tuple[Floats, Floats]:
        """Rows of inclusion terms, and of the titles that they belong to."""
        place = {code: n for n, (code, _) in enumerate(self.titles)}
        return self.rows["seen"], self.rows["titles"][[place[code] for code, _ in self.seen]]

    def ranks(self, layer: Projection, asked: Asked, rows: Floats) -> np.ndarray:
        """Return the places of the right categories."""
        table, codes = self.table
        return evaluate.ranks(layer, table, codes, asked, rows)

    def figures(self, layer: Projection, *, data: str = "", test: bool) -> list[Metric]:
        """Return the figures of a layer; the test names only where they are asked for.

        Of the Chinese names those that are no word of the lexicon are counted apart as well.
        """
        parts = [(self.english, self.rows["unseen"])]
        known = {word for _, word in self.words}
        for part in ("dev", "test") if test else ("dev",):
            asked, rows = self.chinese[part], self.asked_rows[part]
            parts.append((asked, rows))
            new = [n for n, name in enumerate(asked.names) if name not in known]
            names, right = [asked.names[n] for n in new], [asked.right[n] for n in new]
            said = f"{asked.data}, no word of the lexicon"
            parts.append((Asked(said, names, right), rows[new]))
        return [
            metric
            for asked, rows in parts
            for metric in evaluate.figures(
                self.ranks(layer, asked, rows),
                asked.data + data,
                seed=self.run.seed,
                resamples=self.run.settings["resamples"],
            )
        ]


def build(run: Run) -> None:
    """Choose the layer, write vectors of all terms, describe."""
    bench, settings = Bench(run), run.settings
    plain = principal(bench.rows["titles"], settings["width"])
    layers = {
        "principal components": plain,
        "principal components, then pulled so that terms of one code lie together": pulled(
            plain, *bench.pairs(), settings["contrast"], run.seed
        ),
    }
    scores = {}
    for name, layer in layers.items():
        english = evaluate.top_five(bench.ranks(layer, bench.english, bench.rows["unseen"]))
        chinese = evaluate.top_five(
            bench.ranks(layer, bench.chinese["dev"], bench.asked_rows["dev"])
        )
        scores[name] = english + chinese
        print(f"{name}: English {english:.4f}, Chinese {chinese:.4f}", flush=True)
    best = max(scores, key=lambda name: scores[name])
    metrics = bench.figures(layers[best], test=True)
    for name, layer in layers.items():
        if name != best:
            metrics += bench.figures(layer, data=f", {name} (not shipped)", test=False)
    _write(run, bench, layers[best], best, metrics)


def _write(run: Run, bench: Bench, layer: Projection, method: str, metrics: list[Metric]) -> None:
    text_package.start(run)
    (run.out / NETWORK).write_bytes(_network(layer).SerializeToString())
    by_term = {}
    parts = {
        "titles": bench.titles,
        "seen": bench.seen,
        "unseen": bench.unseen,
        "words": bench.words,
    }
    for name, terms in parts.items():
        by_term |= dict(zip(terms, bench.rows[name], strict=True))
    ordered = in_order([one for terms in parts.values() for one in terms])
    numbers, scale = packed(layer(np.array([by_term[one] for one in ordered])))
    (run.out / NAMES).write_bytes(as_lines(ordered))
    (run.out / VECTORS).write_bytes(numbers.tobytes())
    given = bench.asked_rows["dev"][:3].astype(np.float32)
    text_package.write_sample(run, NETWORK, given, {"texts": bench.chinese["dev"].names[:3]})
    text = {
        "languages": ["en", "zh"],
        "encoder": text_package.encoder_of(ROOT / "models"),
        "codes": {
            "names": NAMES,
            "vectors": VECTORS,
            "scheme": run.settings["scheme"],
            "edition": run.settings["edition"],
            "count": len(ordered),
            "width": int(numbers.shape[1]),
            "scale": scale,
        },
    }
    content = text_package.manifest(run, NETWORK, "fp32", text, metrics)
    text_package.finish(
        run,
        content,
        folder=FOLDER,
        rows=f"{len(ordered):,}",
        codes=f"{len({code for code, _ in ordered}):,}",
        edition=run.settings["edition"],
        width=str(numbers.shape[1]),
        vectors_mb=text_package.megabytes(run.out / VECTORS),
        names_mb=text_package.megabytes(run.out / NAMES),
        method=method,
        encoder=text["encoder"]["name"],
    )


def _network(layer: Projection) -> onnx.ModelProto:
    bias = -(layer.mean @ layer.weights)
    weights = [
        numpy_helper.from_array(layer.weights.astype(np.float32), "w"),
        numpy_helper.from_array(bias.astype(np.float32), "b"),
    ]
    width = layer.weights.shape
    graph = helper.make_graph(
        [
            helper.make_node("Gemm", ["rows", "w", "b"], ["long"]),
            helper.make_node("LpNormalization", ["long"], ["vectors"], axis=-1, p=2),
        ],
        "notes_coding",
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["N", width[0]])],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["N", width[1]])],
        weights,
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(made, full_check=True)
    return made


if __name__ == "__main__":
    build(text_package.parse(FOLDER))
