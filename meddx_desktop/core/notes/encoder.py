"""Texts and words as vectors: the one encoder that coding, tagging and topics share."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.notes.kept import Kept, phrase_key
from meddx_desktop.core.notes.tokens import Tokenizer, Tokens

Floats = NDArray[np.float32]
Checkpoint = Callable[[], None]
"""Called between forward passes; raises where the work is to stop."""


class Network(Protocol):
    """What runs: a `ModelSession`, or what stands before one."""

    def run(self, tensor: NDArray[np.float32] | NDArray[np.int64]) -> dict[str, Floats]:
        """One forward pass, as `ModelSession.run`."""


Opens = Callable[[Package], Network]
EMBEDDING = "embedding"
TOKENS = "tokens"
_ROOM = 768
"""Numbers of one forward pass: a quarter of a second, and some ten megabytes of passing memory."""
_FILLED = 64
"""So many numbers that stand for nothing are cheaper than a forward pass of its own."""
_KEPT = 4096
"""Vectors of phrases that stay, six megabytes: notes repeat their words."""


class Encoder:
    """The encoder of a package. Thread-safe.

    Parameters
    ----------
    package
        Of the task ``text-embedding``, which passed its checks.
    session
        Opens a network and remembers it (`SessionPool.session`); called at the first text.

    Raises
    ------
    ModelRejected
        The pieces are damaged, or not those of the manifest.
    """

    def __init__(self, package: Package, session: Opens) -> None:
        assert package.manifest.text is not None and package.manifest.text.pieces is not None
        pieces = package.manifest.text.pieces
        self.package = package
        self.tokenizer = Tokenizer(package.file(pieces.file), pieces, package.name)
        self._open = session
        self._known: Kept[Floats] = Kept(_KEPT)

    @property
    def sha256(self) -> str:
        """Of the network: vectors of another one can't be compared."""
        manifest = self.package.manifest
        return manifest.files[manifest.variants[0].file]

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One vector of length 1 for each text.

        Raises
        ------
        BadOutput, ModelRejected
            The network can't be opened, or answers with what is no result.
        """
        keys = [phrase_key(text) for text in texts]
        found = self._known.those_of(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if missing:
            tokens = [self.tokenizer.tokens(text) for text in missing.values()]
            made = self._run(tokens, EMBEDDING, lambda: None)
            new = dict(zip(missing, made, strict=True))
            self._known.keep(new)
            found |= new
        width = int(self.package.manifest.outputs[EMBEDDING][1])
        return np.array([found[key] for key in keys], np.float32).reshape(-1, width)

    def words(
        self,
        texts: Sequence[str],
        places: Sequence[Sequence[Span]],
        *,
        checkpoint: Checkpoint = lambda: None,
    ) -> list[Floats]:
        """For each text one row a word: the mean of the pieces that the word touches.

        A word behind the encoder's end, or that holds no piece, gets zeros.

        Raises
        ------
        BadOutput, ModelRejected
            As `vectors`.
        """
        tokens = [self.tokenizer.tokens(text) for text in texts]
        rows = self._run(tokens, TOKENS, checkpoint)
        together = zip(rows, tokens, places, strict=True)
        return [_of_words(row, one.places, words) for row, one, words in together]

    def forget(self) -> None:
        """Forget the vectors of every phrase; the network stays loaded."""
        self._known.clear()

    def _run(self, tokens: Sequence[Tokens], output: str, checkpoint: Checkpoint) -> list[Floats]:
        session, made = self._open(self.package), dict[int, Floats]()
        for group in _groups([len(one.numbers) for one in tokens]):
            checkpoint()
            width = max(len(tokens[place].numbers) for place in group)
            numbers = np.full((len(group), width), self.tokenizer.pad, np.int64)
            for row, place in enumerate(group):
                numbers[row, : len(tokens[place].numbers)] = tokens[place].numbers
            answer = session.run(numbers)[output]
            for row, place in enumerate(group):
                # A copy: the vector of one phrase must not hold the whole answer in memory.
                made[place] = answer[row].copy()
        return [made[place] for place in range(len(tokens))]


def _groups(lengths: Sequence[int]) -> Iterable[list[int]]:
    """Places of texts of like length, as many together as there is room for."""
    group: list[int] = []
    filled = 0
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if group:
            filled += len(group) * (lengths[place] - lengths[group[-1]])
            if filled > _FILLED or (len(group) + 1) * lengths[place] > _ROOM:
                yield group
                group, filled = [], 0
        group.append(place)
    if group:
        yield group


def _of_words(rows: Floats, pieces: Sequence[Span], words: Sequence[Span]) -> Floats:
    found = np.zeros((len(words), rows.shape[1]), np.float32)
    first = 0
    for place, word in enumerate(words):
        while first < len(pieces) and pieces[first].end <= word.start:
            first += 1
        last = first
        while last < len(pieces) and pieces[last].start < word.end:
            last += 1
        own = [n for n in range(first, last) if pieces[n].end > word.start]
        if own:
            found[place] = rows[own].mean(0)
    return found
