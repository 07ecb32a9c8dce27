"""Texts and words as vectors: the one encoder that coding, tagging and topics share."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.session import ModelSession
from meddx_desktop.core.notes.tokens import Tokenizer, Tokens

Floats = NDArray[np.float32]

EMBEDDING = "embedding"
TOKENS = "tokens"
_ROOM = 1024
"""Numbers of one forward pass: some ten megabytes of passing memory."""
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

    def __init__(self, package: Package, session: Callable[[Package], ModelSession]) -> None:
        assert package.manifest.text is not None and package.manifest.text.pieces is not None
        pieces = package.manifest.text.pieces
        self.package = package
        self.tokenizer = Tokenizer(package.file(pieces.file), pieces, package.name)
        self._open = session
        self._known: OrderedDict[bytes, Floats] = OrderedDict()
        self._lock = threading.Lock()

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
        keys = [_key(text) for text in texts]
        with self._lock:
            found = {key: self._known[key] for key in keys if key in self._known}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if missing:
            made = self._run([self.tokenizer.tokens(text) for text in missing.values()], EMBEDDING)
            found |= dict(zip(missing, made, strict=True))
            self._keep(found)
        width = int(self.package.manifest.outputs[EMBEDDING][1])
        return np.array([found[key] for key in keys], np.float32).reshape(-1, width)

    def words(self, texts: Sequence[str], places: Sequence[Sequence[Span]]) -> list[Floats]:
        """For each text one row a word: the mean of the pieces that the word touches.

        A word behind the encoder's end, or that holds no piece, gets zeros.

        Raises
        ------
        BadOutput, ModelRejected
            As `vectors`.
        """
        tokens = [self.tokenizer.tokens(text) for text in texts]
        rows = self._run(tokens, TOKENS)
        together = zip(rows, tokens, places, strict=True)
        return [_of_words(row, one.places, words) for row, one, words in together]

    def forget(self) -> None:
        """Forget the vectors of every phrase; the network stays loaded."""
        with self._lock:
            self._known.clear()

    def _run(self, tokens: Sequence[Tokens], output: str) -> list[Floats]:
        session, made = self._open(self.package), dict[int, Floats]()
        for group in _groups([len(one.numbers) for one in tokens]):
            width = max(len(tokens[place].numbers) for place in group)
            numbers = np.full((len(group), width), self.tokenizer.pad, np.int64)
            for row, place in enumerate(group):
                numbers[row, : len(tokens[place].numbers)] = tokens[place].numbers
            answer = session.run(numbers)[output]
            for row, place in enumerate(group):
                # A copy: the vector of one phrase must not hold the whole answer in memory.
                made[place] = answer[row].copy()
        return [made[place] for place in range(len(tokens))]

    def _keep(self, found: dict[bytes, Floats]) -> None:
        with self._lock:
            for key, vector in found.items():
                self._known[key] = vector
                self._known.move_to_end(key)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)


def _key(text: str) -> bytes:
    """What stands for a phrase in memory, so that words of notes do not stay there."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


def _groups(lengths: Sequence[int]) -> Iterable[list[int]]:
    """Places of texts of like length, as many together as there is room for."""
    group: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if group and (len(group) + 1) * lengths[place] > _ROOM:
            yield group
            group = []
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
