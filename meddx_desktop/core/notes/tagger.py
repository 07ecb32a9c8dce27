"""Diseases and chemicals in English sentences, found by a network on top of the encoder."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.note import MentionKind, Span
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.notes.encoder import Checkpoint, Encoder, Floats, Opens
from meddx_desktop.core.notes.kept import Kept, phrase_key
from meddx_desktop.core.notes.on_encoder import OnEncoder
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
_BATCH = 32
_KEPT = 8192
"""Sentences whose answers stay, a megabyte or two: the assessment reads a note that was read."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words that are a disease or a chemical, and how sure the network is, 0 to 1."""

    span: Span
    kind: MentionKind
    score: float


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that are tagged together, of the sentence of that number."""

    sentence: int
    text: str
    words: list[Span]


class Tagger(OnEncoder):
    """The tagger of a package of the task ``text-tagging``. Thread-safe.

    Raises
    ------
    ModelRejected
        As `OnEncoder`; its terms are damaged.
    """

    def __init__(self, package: Package, session: Opens, encoder: Encoder) -> None:
        super().__init__(package, session, encoder)
        self._kinds = tuple(MentionKind(label) for label in self._text.labels)
        self._terms = Terms(package.file(self._text.terms), package.name)
        self._known: Kept[tuple[Tagged, ...]] = Kept(_KEPT)

    def tag(self, text: str, span: Span) -> tuple[Tagged, ...]:
        """Diseases and chemicals in one English sentence of a text.

        Raises
        ------
        BadOutput, ModelRejected
            A network can't be opened, or answers with what is no result.
        """
        return self.tag_all(((text, span),))[0]

    def tag_all(
        self, sentences: Sequence[tuple[str, Span]], *, checkpoint: Checkpoint = lambda: None
    ) -> list[tuple[Tagged, ...]]:
        """The same for several sentences, of several texts: those of like length together.

        Parameters
        ----------
        sentences
            Each with the text that it stands in; places count from the start of that text.
        checkpoint
            Called between forward passes.

        Raises
        ------
        BadOutput, ModelRejected
            As `tag`.
        """
        keys = [phrase_key(text[span.start : span.end]) for text, span in sentences]
        together = zip(keys, sentences, strict=True)
        found = self._known.those_of(keys)
        new = {
            key: text[span.start : span.end] for key, (text, span) in together if key not in found
        }
        by_length = sorted(new, key=lambda key: len(new[key]))
        for start in range(0, len(by_length), _BATCH):
            checkpoint()
            group = by_length[start : start + _BATCH]
            made = dict(
                zip(group, self._tagged([new[key] for key in group], checkpoint), strict=True)
            )
            self._known.keep(made)
            found |= made
        return [
            tuple(replace(one, span=_moved(one.span, span.start)) for one in found[key])
            for key, (_, span) in zip(keys, sentences, strict=True)
        ]

    def forget(self) -> None:
        """Forget what was found in every sentence; the network stays loaded."""
        self._known.clear()

    def _tagged(self, texts: Sequence[str], checkpoint: Checkpoint) -> list[tuple[Tagged, ...]]:
        """What stands in each of a few sentences, with places from the start of each."""
        parts = [
            _Part(number, text, words)
            for number, text in enumerate(texts)
            for words in _divided(text)
        ]
        found: list[list[Tagged]] = [[] for _ in texts]
        first = {_words_of(part): part for part in reversed(parts)}
        if first:
            alone = list(first.values())
            answers = dict(zip(first, self._answers(self._rows(alone, checkpoint)), strict=True))
            for part in parts:
                found[part.sentence] += read_answer(
                    part.words, answers[_words_of(part)], self._kinds, self._text.sure_from
                )
        return [tuple(sorted(one, key=lambda tagged: tagged.span)) for one in found]

    def _rows(self, parts: Sequence[_Part], checkpoint: Checkpoint) -> list[Floats]:
        texts = [_words_of(one) for one in parts]
        places = [[_moved(word, -one.words[0].start) for word in one.words] for one in parts]
        rows = self._encoder.words(texts, places, checkpoint=checkpoint)
        return [
            whole_rows(row, [one.text[w.start : w.end] for w in one.words], self._terms)
            for row, one in zip(rows, parts, strict=True)
        ]

    def _answers(self, rows: Sequence[Floats]) -> list[Floats]:
        given = np.zeros((len(rows), max(map(len, rows)), rows[0].shape[1]), np.float32)
        for place, one in enumerate(rows):
            given[place, : len(one)] = one
        logits = self._run(given, "logits") / self._text.temperature
        return [answer[: len(one)] for answer, one in zip(logits, rows, strict=True)]


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


def _divided(text: str) -> list[list[Span]]:
    words = [Span(*found.span()) for found in WORD.finditer(text)]
    return [words[at : at + MOST_WORDS] for at in range(0, len(words), MOST_WORDS)]


def _words_of(part: _Part) -> str:
    """What the network sees of a part: a text that repeats itself is asked of it once."""
    return part.text[part.words[0].start : part.words[-1].end]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
