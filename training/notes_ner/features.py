"""The encoder's rows of every sentence, made once and kept in the work folder."""

import hashlib
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.notes.encoder import Encoder
from meddx_desktop.core.notes.tagger import whole_rows
from meddx_desktop.core.notes.tagger_terms import Terms
from training.notes_ner.sentences import Sentence, Written, natural, spaced

Halves = NDArray[np.float16]
WAYS = {"natural": natural, "spaced": spaced}
_TOGETHER = 64
_PART = 640


def rows(
    sentences: Sequence[Sentence], way: str, encoder: Encoder, terms: Terms, path: Path
) -> list[Halves]:
    """Read each sentence's rows of an earlier run, or make them; they lie beside `path`.

    They are kept part by part, so that an interrupted run goes on where it was.
    """
    found: list[Halves] = []
    for at in range(0, len(sentences), _PART):
        part = sentences[at : at + _PART]
        said = [encoder.sha256, way, *(" ".join(one.words) for one in part)]
        mark = hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
        file = path.with_name(f"{path.name}.{way}.{mark}.npy")
        if not file.is_file():
            partial = file.with_suffix(".part.npy")
            np.save(partial, _make(part, way, encoder, terms, f"{path.name} {at}"))
            partial.rename(file)
        values = np.load(file, mmap_mode="r")
        ends = np.cumsum([0, *(len(one.words) for one in part)])
        found += [values[a:b] for a, b in pairwise(ends)]
    return found


def _make(
    sentences: Sequence[Sentence], way: str, encoder: Encoder, terms: Terms, name: str
) -> Halves:
    written: list[Written] = [WAYS[way](one) for one in sentences]
    # Sentences of like length go together: no time is spent on what is not there.
    order = sorted(range(len(written)), key=lambda place: len(written[place].text))
    made: dict[int, Halves] = {}
    started = time.monotonic()
    for at in range(0, len(order), _TOGETHER):
        group = order[at : at + _TOGETHER]
        texts = [written[place].text for place in group]
        places = [[Span(*one) for one in written[place].places] for place in group]
        for place, found in zip(group, encoder.words(texts, places), strict=True):
            whole = whole_rows(found, sentences[place].words, terms)
            made[place] = whole.astype(np.float16)
    print(f"{name} {way}: {len(order)} in {time.monotonic() - started:.0f} s", flush=True)
    return np.concatenate([made[place] for place in range(len(written))])
