"""All sentences with their rows: parts of each corpus, written both ways."""

import random

from meddx_desktop.core.notes.encoder import Encoder
from meddx_desktop.core.notes.tagger_terms import Terms
from training.lib.config import Run
from training.notes_ner.features import rows
from training.notes_ner.fit import Part
from training.notes_ner.sentences import CORPORA, Sentence, read

BLOCK = 40
"""Sentences that stay together when the training part is divided: about four abstracts."""


def load(run: Run, name: str, encoder: Encoder, terms: Terms) -> dict[str, Part]:
    """Return one part, ``train`` or ``devel``, of each corpus."""
    found: dict[str, Part] = {}
    for corpus in CORPORA:
        sentences, place = read(run.data, corpus, name), run.work / f"{corpus}_{name}"
        ways = run.settings["ways"][name]
        found[corpus] = Part(
            sentences, [rows(sentences, way, encoder, terms, place) for way in ways]
        )
    return found


def blocks(sentences: list[Sentence], share: float, seed: int) -> tuple[list[int], list[int]]:
    """Divide places into two, whole blocks of neighbours together, so that abstracts are."""
    starts = list(range(0, len(sentences), BLOCK))
    random.Random(seed).shuffle(starts)
    away = set(starts[: round(len(starts) * share)])
    both: tuple[list[int], list[int]] = ([], [])
    for place in range(len(sentences)):
        both[place // BLOCK * BLOCK in away].append(place)
    return both
