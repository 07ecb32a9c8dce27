"""Read the tagged sentences, and write them as text in two ways.

The files hold words alone, without the spaces between them. Notes have words with their spaces, and
outside checks may join words by spaces; so each sentence is written both ways, and both train.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = ("Disease", "Chemical")
CORPORA = {"BC5CDR": KINDS, "NCBI-disease": ("Disease",)}
"""What is marked in which corpus: a chemical without a mark in the second one says nothing."""

OPENING, CLOSING = "([{", ")]},.;:%?!"
JOINING = "-/'’_=<>+*^~"
_QUOTE = '"'


@dataclass(frozen=True)
class Sentence:
    """Words with their marks (``B-Disease``, ``O`` ...), and where it is from."""

    corpus: str
    words: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is marked in this corpus."""
        return CORPORA[self.corpus]


@dataclass(frozen=True)
class Written:
    """A sentence as text, and where its words stand in it."""

    text: str
    places: tuple[tuple[int, int], ...]


def read(data: Path, corpus: str, part: str) -> list[Sentence]:
    """Read one part of a corpus: ``train`` or ``devel``."""
    path = data / "text" / "ner" / f"{corpus}_{part}.iob.tsv"
    found, words, marks = [], [], []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip():
            word, mark = line.split("\t")
            words.append(word)
            marks.append(mark)
        elif words:
            found.append(Sentence(corpus, tuple(words), tuple(marks)))
            words, marks = [], []
    return found


def spaced(sentence: Sentence) -> Written:
    """Write the words with a space between any two."""
    return _write(sentence.words, [True] * len(sentence.words))


def natural(sentence: Sentence) -> Written:
    """Write the words as people do; where that can't be known, the more frequent way."""
    return _write(sentence.words, list(_gaps(sentence.words)))


def _gaps(words: Sequence[str]) -> Iterator[bool]:
    """Say of each word whether a space stands before it."""
    quoted = False
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        if word == _QUOTE:
            quoted = not quoted
            yield quoted
        elif before == _QUOTE:
            yield not quoted
        elif _is_decimal(words, place):
            yield False
        else:
            yield not (word in CLOSING or before in OPENING or word in JOINING or before in JOINING)


def _is_decimal(words: Sequence[str], place: int) -> bool:
    """Say whether a word is the end of a number: 0 . 5, 1 , 000."""
    if place < 2 or words[place - 1] not in ".,":
        return False
    return bool(re.match(r"\d", words[place])) and words[place - 2].isdigit()


def _write(words: Sequence[str], gaps: Sequence[bool]) -> Written:
    parts, places, at = [], [], 0
    for word, gap in zip(words, gaps, strict=True):
        if gap and at:
            parts.append(" ")
            at += 1
        parts.append(word)
        places.append((at, at + len(word)))
        at += len(word)
    return Written("".join(parts), tuple(places))


Entity = tuple[int, int, str]


def entities(marks: Sequence[str]) -> set[Entity]:
    """Return first word, word behind the last, and kind of every marked run."""
    found, start, kind = set(), 0, ""
    for place, mark in enumerate([*marks, "O"]):
        head, _, name = mark.partition("-")
        if kind and (head != "I" or name != kind):
            found.add((start, place, kind))
            kind = ""
        if head == "B" or (head == "I" and not kind):
            start, kind = place, name
    return found
