"""A text as the encoder's numbers, and where in the text each number stands."""

import threading
from dataclasses import dataclass
from typing import Any

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.text import Pieces

LONGEST_TEXT = 20_000
"""Letters of one text that are divided at all; the encoder takes a few hundred pieces anyway."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One text for the encoder: its numbers, and the place of each; the prefix has empty ones."""

    numbers: tuple[int, ...]
    places: tuple[Span, ...]


class Tokenizer:
    """Divides texts into the pieces that the encoder knows. Thread-safe.

    Parameters
    ----------
    content
        The pieces, a model of sentencepiece.
    pieces
        What the encoder's manifest says of them.
    name
        Of the package, for refusals.

    Raises
    ------
    ModelRejected
        ``model_damaged``.
    """

    def __init__(self, content: bytes, pieces: Pieces, name: str) -> None:
        import sentencepiece

        self._pieces = pieces
        self._lock = threading.Lock()
        self._processor: Any = sentencepiece.SentencePieceProcessor()
        try:
            self._processor.LoadFromSerializedProto(content)
        except (RuntimeError, TypeError) as error:
            raise ModelRejected("model_damaged", name=name) from error
        self._prefix = [number for number, _ in self._divide(pieces.prefix.strip())]

    @property
    def pad(self) -> int:
        """The number that stands for nothing."""
        return self._pieces.pad

    @property
    def longest(self) -> int:
        """Numbers of one text at most."""
        return self._pieces.longest

    def tokens(self, text: str) -> Tokens:
        """Divide a text; what is too long is cut at its end."""
        room = self._pieces.longest - len(self._prefix) - 2
        found = self._divide(_readable(text[:LONGEST_TEXT]))[:room]
        nowhere = Span(0, 0)
        numbers = [self._pieces.begin, *self._prefix, *(n for n, _ in found), self._pieces.end]
        places = [*[nowhere] * (1 + len(self._prefix)), *(place for _, place in found), nowhere]
        return Tokens(tuple(numbers), tuple(places))

    def _divide(self, text: str) -> list[tuple[int, Span]]:
        with self._lock:
            divided = self._processor.encode(text, return_type="offset_mapping")
        pairs = zip(divided["ids"], divided["offsets"], strict=True)
        return [(int(number), Span(*place)) for number, place in pairs]


def _readable(text: str) -> str:
    """The text without what can't be written as UTF-8 or ends a text in C, letter for letter."""
    return "".join(
        "\ufffd" if "\ud800" <= sign <= "\udfff" or sign == "\0" else sign for sign in text
    )
