"""The texts of MTS-Dialog with their kinds, and their vectors."""

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.notes.encoder import Encoder

KINDS = ("section_text", "dialogue")
"""The part of the note, and the dialogue that it was written from."""
_TOGETHER = 100


@dataclass(frozen=True)
class Texts:
    """One part of the data, of one kind of text."""

    texts: list[str]
    truth: NDArray[np.str_]
    vectors: NDArray[np.float32]


def load(data: Path, part: str, kind: str, encoder: Encoder, work: Path) -> Texts:
    """Read ``Training`` or ``Validation``; vectors are kept in the work folder."""
    path = data / "text" / f"mts_dialog_{part}Set.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [row[kind] for row in rows]
    truth = np.array([row["section_header"] for row in rows])
    return Texts(texts, truth, _vectors(texts, encoder, work / f"{part}_{kind}"))


def _vectors(texts: list[str], encoder: Encoder, stem: Path) -> NDArray[np.float32]:
    mark = hashlib.sha256("\n".join([encoder.sha256, *texts]).encode()).hexdigest()[:12]
    path = stem.with_name(f"{stem.name}.{mark}.npy")
    if not path.is_file():
        made = []
        for at in range(0, len(texts), _TOGETHER):
            made.append(encoder.vectors(texts[at : at + _TOGETHER]))
            print(f"{stem.name}: {at}/{len(texts)}", flush=True)
        np.save(path, np.concatenate(made))
    return np.asarray(np.load(path))
