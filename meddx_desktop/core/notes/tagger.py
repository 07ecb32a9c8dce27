"""Diseases and chemicals in English sentences, found by a network on top of the encoder."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.note import MentionKind, Span
from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.session import ModelSession
from meddx_desktop.core.notes.encoder import Encoder, Floats
from meddx_desktop.core.notes.tagger_terms import Terms

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
"""A word is a run of letters and digits, or one other sign: as in the texts of the training."""
SIGNS = 20
"""Signs of a word that the network sees; of a longer one its beginning and its end."""
OTHER_SIGN = 1
MOST_WORDS = 120
"""Words that are tagged together; a longer sentence is tagged in parts."""
_FIRST_SIGN = 0x20
_MARKS = 3
"""Outside, first word, further word: the order of the network's answers for each kind."""
_NEVER = -1e9
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words that are a disease or a chemical, and how sure the network is, 0 to 1."""

    span: Span
    kind: MentionKind
    score: float


class Tagger:
    """The tagger of a package. Thread-safe.

    Parameters
    ----------
    package
        Of the task ``text-tagging``, which passed its checks.
    session
        Opens a network and remembers it (`SessionPool.session`); called at the first text.
    encoder
        The one that the package was made for.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid``: it was made for another encoder.
    """

    def __init__(
        self, package: Package, session: Callable[[Package], ModelSession], encoder: Encoder
    ) -> None:
        assert package.manifest.text is not None
        self._text = package.manifest.text
        require_encoder(package, encoder)
        self._kinds = tuple(MentionKind(label) for label in self._text.labels)
        self._terms = Terms(package.file(self._text.terms), package.name)
        self._package, self._open, self._encoder = package, session, encoder

    def tag(self, text: str, span: Span) -> tuple[Tagged, ...]:
        """Diseases and chemicals in one English sentence of a text.

        Raises
        ------
        BadOutput, ModelRejected
            A network can't be opened, or answers with what is no result.
        """
        return self.tag_all(text, (span,))

    def tag_all(self, text: str, spans: Sequence[Span]) -> tuple[Tagged, ...]:
        """The same for several sentences, by place; quicker than one after the other.

        Raises
        ------
        BadOutput, ModelRejected
            As `tag`.
        """
        parts = [part for span in spans for part in _parts(text, span)]
        found: list[Tagged] = []
        for start in range(0, len(parts), _BATCH):
            group = parts[start : start + _BATCH]
            for words, answer in zip(group, self._answers(text, group), strict=True):
                found += read_answer(words, answer, self._kinds, self._text.sure_from)
        return tuple(sorted(found, key=lambda one: one.span))

    def _answers(self, text: str, group: Sequence[Sequence[Span]]) -> list[Floats]:
        texts = [text[words[0].start : words[-1].end] for words in group]
        places = [[_moved(word, -words[0].start) for word in words] for words in group]
        rows = self._encoder.words(texts, places)
        made = []
        for one, words in zip(rows, group, strict=True):
            made.append(whole_rows(one, [text[w.start : w.end] for w in words], self._terms))
        width = max(map(len, made))
        given = np.zeros((len(group), width, made[0].shape[1]), np.float32)
        for place, one in enumerate(made):
            given[place, : len(one)] = one
        session = self._open(self._package)
        logits = session.run(given)["logits"] / self._text.temperature
        return [answer[: len(words)] for answer, words in zip(logits, group, strict=True)]


def require_encoder(package: Package, encoder: Encoder) -> None:
    """Refuse a package that learnt from another encoder's numbers.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid``.
    """
    text = package.manifest.text
    if text is None or text.encoder != (encoder.package.name, encoder.sha256):
        raise ModelRejected("model_manifest_invalid", name=package.name, field="text.encoder")


def read_answer(
    words: Sequence[Span], answer: Floats, kinds: Sequence[MentionKind], sure_from: float
) -> list[Tagged]:
    """What the network's answer to some words says; of finds that share words, the surer one."""
    found = []
    for number, kind in enumerate(kinds):
        for first, end, score in decode(answer[:, number * _MARKS : (number + 1) * _MARKS]):
            span = Span(words[first].start, words[end - 1].end)
            if score >= sure_from:
                found.append(Tagged(span, kind, score))
    return without_overlap(found)


def whole_rows(rows: Floats, words: Sequence[str], terms: Terms) -> Floats:
    """The encoder's rows of some words; behind each what terms it is of, and its signs."""
    signs = np.zeros((len(words), SIGNS), np.float32)
    for place, word in enumerate(words):
        shown = word if len(word) <= SIGNS else word[: SIGNS // 2] + word[-SIGNS // 2 :]
        signs[place, : len(shown)] = [_number(sign) for sign in shown]
    return np.concatenate([rows, terms.of(words), signs], axis=1)


def _number(sign: str) -> int:
    """2 and more for what can be typed on any keyboard, 1 for everything else; 0 is no sign."""
    place = ord(sign) - _FIRST_SIGN
    return place + 2 if 0 <= place < 95 else OTHER_SIGN


def decode(logits: Floats) -> list[tuple[int, int, float]]:
    """The runs of words that fit together best: first word, word behind the last, score.

    A further word follows a first or a further word only (Viterbi over three marks).
    """
    shares = _log_shares(logits)
    if not len(shares):
        return []
    best = np.array([shares[0, 0], shares[0, 1], _NEVER])
    came: list[tuple[int, int, int]] = []
    for row in shares[1:]:
        any_mark = int(best.argmax())
        inside = 1 if best[1] >= best[2] else 2
        came.append((any_mark, any_mark, inside))
        best = np.array([best[any_mark] + row[0], best[any_mark] + row[1], best[inside] + row[2]])
    marks = [int(best.argmax())]
    for step in reversed(came):
        marks.append(step[marks[-1]])
    marks.reverse()
    return _runs(marks, shares)


def _runs(marks: Sequence[int], shares: NDArray[np.float64]) -> list[tuple[int, int, float]]:
    found, start = [], -1
    for place, mark in enumerate([*marks, 0]):
        if start >= 0 and mark != 2:
            own = [shares[at, marks[at]] for at in range(start, place)]
            found.append((start, place, float(np.exp(np.mean(own)))))
            start = -1
        if mark == 1:
            start = place
    return found


def _log_shares(logits: Floats) -> NDArray[np.float64]:
    whole = logits.astype(np.float64)
    top = whole.max(axis=-1, keepdims=True)
    return np.asarray(whole - top - np.log(np.exp(whole - top).sum(axis=-1, keepdims=True)))


def without_overlap(found: Sequence[Tagged]) -> list[Tagged]:
    """Of finds that share words, keep the surer one."""
    kept: list[Tagged] = []
    for one in sorted(found, key=lambda one: -one.score):
        if not any(one.span.touches(other.span) for other in kept):
            kept.append(one)
    return kept


def _parts(text: str, span: Span) -> list[list[Span]]:
    words = [Span(*found.span()) for found in WORD.finditer(text, span.start, span.end)]
    return [words[at : at + MOST_WORDS] for at in range(0, len(words), MOST_WORDS)]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
