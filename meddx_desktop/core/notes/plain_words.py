"""Words of which no disease and no chemical is made; a sentence of nothing else needs no network.

The list is made by ``training/notes_ner/plain.py``, which prints what is lost by it.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.notes.lexicon import FOLDER

FILE = FOLDER / "plain_en.txt"
_WORD = re.compile(r"[^\W_]+")


class PlainWords:
    """The list of a file, one word a line in small letters."""

    def __init__(self, file: Path) -> None:
        self._words = frozenset(file.read_text("utf-8").split())

    def are_all(self, text: str, span: Span, known: Sequence[Span]) -> bool:
        """Whether a sentence holds nothing but plain words, numbers, and what is known already.

        Parameters
        ----------
        text, span
            The sentence.
        known
            Places that were found before, in order; what lies in them is not looked at.
        """
        place = 0
        for found in _WORD.finditer(text, span.start, span.end):
            while place < len(known) and known[place].end <= found.start():
                place += 1
            is_known = place < len(known) and known[place].start < found.end()
            if not is_known and not self._is_plain(found[0]):
                return False
        return True

    def _is_plain(self, word: str) -> bool:
        """An abbreviation is none: "AT" is a disease, "at" is not."""
        if word.isdecimal():
            return word.isascii()
        return not (len(word) > 1 and word.isupper()) and word.lower() in self._words


@cache
def plain_words() -> PlainWords:
    """The list that comes with the program."""
    return PlainWords(FILE)
