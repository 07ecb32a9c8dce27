"""Words that are a name of the lexicon but for one slip of the keyboard."""

from collections.abc import Iterator

from meddx_desktop.core.notes.folding import fold_term
from meddx_desktop.core.notes.lexicon import Concept, TermKind, lexicon

SHORTEST = 7
"""Letters; shorter words are too near to each other."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KINDS = (TermKind.PROBLEM, TermKind.SYMPTOM)


def nearly(word: str) -> Concept | None:
    """The problem or symptom that a word is with one letter wrong; None where it is not clear.

    Swapped, missing, doubled and changed letters are tried, never the first one. Nothing is
    remembered: the words are a patient's.
    """
    small = word.lower()
    if len(small) < SHORTEST or not (small.isascii() and small.isalpha()):
        return None
    words = lexicon()
    found = {
        concept.key: concept
        for form in _slips(small)
        if (concept := words.find(fold_term(form))) is not None and concept.kind in _KINDS
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _slips(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after[1:]
            yield before + letter + after
    for letter in _LETTERS:
        yield word + letter
