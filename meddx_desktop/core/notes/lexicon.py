"""The lexicon of clinical terms, and the matcher that finds them in a text.

The files under `resources/terms` are made by `training/notes_lexicon` and only mapped here: a trie
of folded forms, a table from form to concept, and the concepts as lines of text.
"""

import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.notes.folding import Folded, fold
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "terms"
FORMS, INDEX, CONCEPTS, PLACES = "forms.trie", "forms.u32", "concepts.tsv", "concepts.u32"
EXACT = "="
"""First sign of the key of a form that counts only as it is written: ``PE``, never ``pe``."""
LONGEST = 80
"""Signs of a folded form; a longer one is not in the lexicon."""
_MAY_CROSS = frozenset("无不未非没")
"""Characters that begin a form, and may deny the one behind as well."""
_SHORT = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]*(?:[/&+][A-Za-z0-9]+)*(?![A-Za-z0-9])")


class TermKind(StrEnum):
    """What a concept of the lexicon is."""

    PROBLEM = "problem"
    SYMPTOM = "symptom"
    DRUG = "drug"
    PROCEDURE = "procedure"
    OTHER = "other"
    """Words that only hold a term (pain clinic, 腹腔): found, and passed over."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept: `rule` names what must be true around its words, `parts` are ingredients."""

    key: str
    kind: TermKind
    name: str
    chinese: str = ""
    codes: tuple[Code, ...] = ()
    rule: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the text that are a form of a concept; `form` is the folded form."""

    span: Span
    form: str
    concept: Concept


def concept_line(concept: Concept) -> str:
    """Write a concept as its line in the table."""
    codes = "|".join(
        f"{c.scheme}:{c.value}" + ("" if c.meaning == concept.name else f"={c.meaning}")
        for c in concept.codes
    )
    parts = "+".join(concept.parts)
    fields = (concept.key, concept.kind, concept.name, concept.chinese, codes, concept.rule, parts)
    return "\t".join(fields).rstrip("\t")


def read_concept(line: str) -> Concept:
    """Read a line of the table."""
    key, kind, name, chinese, codes, rule, parts = (line.split("\t") + [""] * 6)[:7]
    return Concept(
        key,
        TermKind(kind),
        name,
        chinese,
        tuple(_code(one, name) for one in codes.split("|") if one),
        rule,
        tuple(part for part in parts.split("+") if part),
    )


def _code(written: str, name: str) -> Code:
    scheme, _, rest = written.partition(":")
    value, _, meaning = rest.partition("=")
    return Code(value, scheme, meaning or name)


class Lexicon:
    """The terms of one folder, mapped into memory; only the small trie is read as a whole."""

    def __init__(self, folder: Path) -> None:
        import marisa_trie

        # Read, not mapped: on Windows its C++ opens no path with Chinese letters (a user's name).
        self._trie: Any = marisa_trie.Trie().frombytes((folder / FORMS).read_bytes())
        self._index = _mapped(folder / INDEX).cast("I")
        self._places = _mapped(folder / PLACES).cast("I")
        self._lines = _mapped(folder / CONCEPTS)
        self._read = lru_cache(maxsize=4096)(self._concept)

    def __len__(self) -> int:
        """How many forms there are."""
        return len(self._index)

    def __contains__(self, form: str) -> bool:
        """Whether a folded form (or ``=PE``) is in the lexicon."""
        return form in self._trie

    def find(self, form: str) -> Concept | None:
        """Return the concept of a folded form (or of ``=PE``)."""
        number = self._trie.get(form)
        return None if number is None else self._read(self._index[number])

    def matches(self, text: str, folded: Folded | None = None) -> tuple[Match, ...]:
        """Find the terms of a text: the longest from the left, none within another."""
        folded = folded or fold(text)
        found = [*self._exact(text), *self._folded(folded)]
        found.sort(key=lambda one: (one.span.start, -one.span.end))
        kept: list[Match] = []
        for one in found:
            if not kept or one.span.start >= kept[-1].span.end:
                kept.append(one)
        return tuple(kept)

    def _exact(self, text: str) -> Iterator[Match]:
        for match in _SHORT.finditer(text):
            word = match[0]
            number = self._trie.get(EXACT + word)
            if number is None and word.endswith("s"):
                number = self._trie.get(EXACT + word[:-1])
            if number is not None:
                concept = self._read(self._index[number])
                yield Match(Span(*match.span()), EXACT + word, concept)

    def _folded(self, folded: Folded) -> Iterator[Match]:
        text, ends = folded.text, folded.ends
        prefixes = self._trie.prefixes
        free = 0
        for place, start in folded.starts.items():
            if place < free:
                continue
            for form in reversed(prefixes(text[place : place + LONGEST])):
                end = ends.get(place + len(form))
                if end is not None and not self._crossed(text, place, form):
                    concept = self._read(self._index[self._trie[form]])
                    yield Match(Span(start, end), form, concept)
                    free = place + len(form)
                    break

    def _crossed(self, text: str, place: int, form: str) -> bool:
        """Whether a "no" that begins a form denies a term that goes on: 无尿频 is no 无尿."""
        last = place + len(form)
        if form == "性病" and text[last : last + 1] in ("变", "灶", "因", "程"):
            return True  # 实质性病变
        if form[0] not in _MAY_CROSS or len(form) < 2:
            return False
        behind = self._trie.prefixes(text[place + 1 : place + LONGEST])
        return any(place + 1 + len(other) > last for other in behind)

    def _concept(self, number: int) -> Concept:
        begin, end = self._places[number], self._places[number + 1]
        return read_concept(bytes(self._lines[begin : end - 1]).decode("utf-8"))


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    return Lexicon(FOLDER)
