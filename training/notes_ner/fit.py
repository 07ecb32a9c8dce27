"""Fit the tagger. How many epochs is chosen on sentences of the training parts alone."""

import copy
import math
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from meddx_desktop.core.domain.note import MentionKind, Span
from meddx_desktop.core.notes.tagger import SIGNS, read_answer
from meddx_desktop.core.notes.tagger_terms import COLUMNS
from training.notes_ner.features import Halves
from training.notes_ner.network import Tagger
from training.notes_ner.sentences import KINDS, Entity, Sentence, entities

State = dict[str, Any]
Run = Callable[[NDArray[np.float32]], NDArray[np.float32]]
CALLED = {"Disease": MentionKind.PROBLEM, "Chemical": MentionKind.DRUG}
"""What the program calls the kinds."""
IGNORED = -100
"""Mark of a kind that nobody marked in a corpus."""


@dataclass
class Part:
    """Sentences with their rows, written in one or two ways."""

    sentences: list[Sentence]
    ways: list[list[Halves]]
    marks: list[NDArray[np.int64]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.marks = [numbered(one) for one in self.sentences]

    def __len__(self) -> int:
        return len(self.sentences)

    @property
    def width(self) -> int:
        """Numbers of a word."""
        return int(self.ways[0][0].shape[1])

    def of(self, places: Sequence[int]) -> "Part":
        """Return some of the sentences."""
        ways = [[way[place] for place in places] for way in self.ways]
        return Part([self.sentences[place] for place in places], ways)

    def __add__(self, other: "Part") -> "Part":
        both = [a + b for a, b in zip(self.ways, other.ways, strict=True)]
        return Part(self.sentences + other.sentences, both)


def numbered(sentence: Sentence) -> NDArray[np.int64]:
    """Return the marks as numbers: a row a word, a column a kind."""
    made = np.zeros((len(sentence.words), len(KINDS)), np.int64)
    for column, kind in enumerate(KINDS):
        if kind not in sentence.kinds:
            made[:, column] = IGNORED
            continue
        for place, mark in enumerate(sentence.marks):
            head, _, name = mark.partition("-")
            made[place, column] = (1 if head == "B" else 2) if name == kind else 0
    return made


def new_tagger(settings: Mapping[str, Any], rows: int) -> Tagger:
    """Build the network that the settings describe."""
    return Tagger(
        rows,
        width=settings["width"],
        signs=settings["signs"],
        reaches=settings["reaches"],
        drop=settings["drop"],
        kinds=len(KINDS),
    )


def _batches(part: Part, size: int, draw: random.Random | None) -> Iterator[list[int]]:
    """Yield sentences of like length together, in random order while training."""
    order = list(range(len(part)))
    if draw:
        draw.shuffle(order)
    run = size * 20
    groups = []
    for at in range(0, len(order), run):
        near = sorted(order[at : at + run], key=lambda place: len(part.marks[place]))
        groups += [near[start : start + size] for start in range(0, len(near), size)]
    if draw:
        draw.shuffle(groups)
    yield from groups


def _stacked(part: Part, group: Sequence[int], ways: Sequence[int]) -> tuple[Tensor, Tensor]:
    longest = max(len(part.marks[place]) for place in group)
    given = np.zeros((len(group), longest, part.width), np.float32)
    marks = np.full((len(group), longest, len(KINDS)), IGNORED, np.int64)
    for row, (place, way) in enumerate(zip(group, ways, strict=True)):
        own = part.ways[way][place]
        given[row, : len(own)] = own
        marks[row, : len(own)] = part.marks[place]
    return torch.from_numpy(given), torch.from_numpy(marks)


def _loss(logits: Tensor, marks: Tensor) -> Tensor:
    split = logits.reshape(-1, len(KINDS), 3)
    return nn.functional.cross_entropy(
        split.reshape(-1, 3), marks.reshape(-1), ignore_index=IGNORED, label_smoothing=0.02
    )


def fit(
    part: Part,
    settings: Mapping[str, Any],
    *,
    epochs: int,
    planned: int,
    seed: int,
    watch: Part | None = None,
    keep: Path | None = None,
) -> tuple[Tagger, list[float]]:
    """Train for some epochs; the rate falls towards `planned` epochs.

    With a part to watch, its F1 after every epoch comes back too, and the network is that of the
    best epoch. With a file to keep, an interrupted run goes on after its last whole epoch.
    """
    torch.manual_seed(seed)
    draw = random.Random(seed)
    tagger = new_tagger(settings, part.width - COLUMNS - SIGNS)
    optimizer = torch.optim.AdamW(
        tagger.parameters(), lr=settings["rate"], weight_decay=settings["decay"]
    )
    seen: list[float] = []
    done, best = _resume(keep, tagger, optimizer, seen)
    for epoch in range(epochs):
        groups = list(_batches(part, settings["batch"], draw))
        ways = [[draw.randrange(len(part.ways)) for _ in group] for group in groups]
        if epoch < done:
            continue
        started, total = time.monotonic(), 0.0
        tagger.train()
        for number, (group, way) in enumerate(zip(groups, ways, strict=True)):
            share = (epoch + number / len(groups)) / planned
            _set_rate(optimizer, settings["rate"], share)
            given, marks = _stacked(part, group, way)
            rows = given[..., : tagger.rows]
            rows += torch.randn_like(rows) * settings["noise"]
            loss = _loss(tagger(given), marks)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            total += float(loss)
        figures = [watched(tagger, watch, way) for way in range(len(watch.ways))] if watch else []
        seen.append(sum(figures) / len(figures) if figures else 0.0)
        if seen[-1] >= max(seen) or best is None:
            best = copy.deepcopy(tagger.state_dict())
        _keep(keep, tagger, optimizer, seen, best)
        print(
            f"epoch {epoch + 1}/{epochs}: loss {total / len(groups):.4f}, watched "
            f"{', '.join(f'{v:.4f}' for v in figures)}, {time.monotonic() - started:.0f} s",
            flush=True,
        )
    if watch and best is not None:
        tagger.load_state_dict(best)
    return tagger.eval(), seen


def _set_rate(optimizer: torch.optim.Optimizer, rate: float, share: float) -> None:
    """Rise over the first twentieth, then fall as a cosine."""
    warm = min(1.0, share / 0.05)
    for group in optimizer.param_groups:
        group["lr"] = rate * warm * (0.5 + 0.5 * math.cos(math.pi * min(share, 1.0))) + 1e-6


def _keep(
    path: Path | None,
    tagger: Tagger,
    optimizer: torch.optim.Optimizer,
    seen: list[float],
    best: State,
) -> None:
    if path is not None:
        state = {
            "tagger": tagger.state_dict(),
            "optimizer": optimizer.state_dict(),
            "seen": seen,
            "best": best,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)


def _resume(
    path: Path | None, tagger: Tagger, optimizer: torch.optim.Optimizer, seen: list[float]
) -> tuple[int, State | None]:
    if path is None or not path.is_file():
        return 0, None
    state = torch.load(path, weights_only=True)
    tagger.load_state_dict(state["tagger"])
    optimizer.load_state_dict(state["optimizer"])
    seen += state["seen"]
    return len(seen), state["best"]


def watched(tagger: Tagger, part: Part, way: int) -> float:
    """Return F1 of a network on a part."""
    tagger.eval()

    def run(given: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.no_grad():
            return np.asarray(tagger(torch.from_numpy(given)).numpy())

    found = [of_answer(answer) for answer in answers(run, part, way)]
    return f1_of(counts(found, part.sentences).sum(0))


def answers(run: Run, part: Part, way: int) -> list[NDArray[np.float32]]:
    """Return the logits of every sentence."""
    found: list[NDArray[np.float32]] = [np.zeros(0, np.float32)] * len(part)
    for group in _batches(part, 64, None):
        given, _ = _stacked(part, group, [way] * len(group))
        for place, answer in zip(group, run(given.numpy()), strict=True):
            found[place] = answer[: len(part.marks[place])]
    return found


def of_answer(answer: NDArray[np.float32], sure_from: float = 0.0) -> set[Entity]:
    """Return what the marks of one sentence say, read as the program does."""
    words = [Span(place, place + 1) for place in range(len(answer))]
    found = read_answer(words, answer, tuple(CALLED.values()), sure_from)
    names = {kind: name for name, kind in CALLED.items()}
    return {(one.span.start, one.span.end, names[one.kind]) for one in found}


def counts(found: Sequence[set[Entity]], sentences: Sequence[Sentence]) -> NDArray[np.int64]:
    """Return for each sentence how many are right, said, there; of kinds that its corpus marks."""
    made = []
    for own, sentence in zip(found, sentences, strict=True):
        true = entities(sentence.marks)
        mine = {one for one in own if one[2] in sentence.kinds}
        made.append((len(mine & true), len(mine), len(true)))
    return np.array(made)


def f1_of(sums: NDArray[np.int64]) -> float:
    """Return F1 from the sums of `counts`."""
    return float(2 * sums[0] / max(sums[1] + sums[2], 1))
