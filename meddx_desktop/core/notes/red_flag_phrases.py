"""The small language in which danger signs are written, and how it finds words in a note.

A phrase is a regular expression without anything that could run away: letters, digits, spaces,
alternatives ``(a|b|)``, an optional character ``x?``, and ``..``, a few words or characters of the
same clause. ``<name>`` stands for a macro of the same file folder. A blank stands for blanks,
hyphens and line ends.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from meddx_desktop.core.domain.note import Span

_ALLOWED = re.compile(r"[a-z0-9\u3400-\u9fff ()|?'/%.,、&<>_:-]+")
_MACRO = re.compile(r"<([a-z_]+)>")
_QUANTIFIED = re.compile(r"(?<=[(|?])\?|^\?|\)\?")
_GAP_EN = r"(?P<gap{n}>(?:[^\w.;!?]+[^\W_]+){{0,4}}?)[^\w.;!?]+"
_GAP_ZH = r"(?P<gap{n}>[^。;!?\n]{{0,8}}?)"
_BLANK = r"[\s-]+"
_DEPTH = 3
_NO_IN_GAP = re.compile(
    r"\b(?:no|not|without|never|denies|denied|nor|neither|none|nil|free)\b|n't\b"
    r"|[没未否]|(?<!无)不(?!能|清|稳|适)|无(?!力|法|诱因)|排除"
)
"""What in a gap says that the sign is not there; 无力 (weakness) and 无法 (unable) say nothing."""
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})


class BadPhrase(ValueError):
    """A phrase that the language does not allow."""


def folded(text: str) -> str:
    """`text` in small letters and plain punctuation, every character in its old place."""
    return "".join(map(_folded, text)) if not text.isascii() else text.lower()


@cache
def _folded(character: str) -> str:
    if "\uff01" <= character <= "\uff5e":
        character = chr(ord(character) - 0xFEE0)
    elif character == "\u3000":
        return " "
    small = character.translate(_QUOTES).lower()
    return small if len(small) == 1 else character


@dataclass(frozen=True)
class Prepared:
    """A folded text with what it is made of, so that most phrases need not be looked for."""

    text: str

    @cached_property
    def pieces(self) -> frozenset[str]:
        """All runs of one, two and three characters."""
        text = self.text
        return frozenset(text[i : i + n] for n in (1, 2, 3) for i in range(len(text) - n + 1))

    def may_hold(self, needle: str) -> bool:
        """Whether `needle` can stand in the text at all."""
        if len(needle) <= 3:
            return needle in self.pieces
        return all(needle[i : i + 3] in self.pieces for i in range(len(needle) - 2))


@dataclass(frozen=True)
class Phrase:
    """One way to say something."""

    source: str
    """With its macros written out."""

    @classmethod
    def parse(cls, text: str, macros: Mapping[str, str]) -> "Phrase":
        """Read a phrase.

        Raises
        ------
        BadPhrase
            A character that is not allowed, an unknown macro, or brackets that do not match.
        """
        source = text.lower()
        for _ in range(_DEPTH):
            source = _MACRO.sub(lambda found: _macro(found[1], macros), source)
        source = source.replace(" ?", "( |)")
        plain = source.replace("..", "")
        bad = _ALLOWED.fullmatch(source) is None or "<" in source or "." in plain
        bad = bad or _at_top(source, "|") or _at_depth(source, "..")
        if bad or _QUANTIFIED.search(plain):
            raise BadPhrase(text)
        phrase = cls(source)
        try:
            re.compile(phrase._expression())
        except re.error as error:
            raise BadPhrase(text) from error
        return phrase

    @cached_property
    def is_chinese(self) -> bool:
        """Whether it holds a Chinese character, so that words have no blanks around them."""
        return any("\u3400" <= c <= "\u9fff" for c in self.source)

    @cached_property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """What a text must hold: of each row at least one run of characters."""
        return tuple(row for row in _needs(self.source) if row)

    def _expression(self) -> str:
        gap, parts = _GAP_ZH if self.is_chinese else _GAP_EN, self.source.split("..")
        made = []
        for number, part in enumerate(parts):
            inner = part.strip() if len(parts) > 1 else part
            inner = inner.replace("(", "(?:").replace(" ", _BLANK)
            made.append((gap.format(n=number) if number else "") + inner)
        return "".join(made) + ("" if self.is_chinese else r"(?![^\W_])")

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression, made when it is first needed."""
        return re.compile(self._expression())

    def find(self, prepared: Prepared) -> Iterator[Span]:
        """Every place where a text says it, without those whose gap denies it."""
        if not all(any(map(prepared.may_hold, row)) for row in self.needs):
            return
        for found in self.pattern.finditer(prepared.text):
            start, end = found.span()
            if start == end or _in_word(prepared.text, start):
                continue
            if self.is_chinese and _in_latin(prepared.text, end):
                continue
            if any(gap and _NO_IN_GAP.search(gap) for gap in found.groups()):
                continue
            yield Span(start, end)


def _needs(source: str) -> list[tuple[str, ...]]:
    """Rows of runs of a phrase without alternatives at its top."""
    rows: list[tuple[str, ...]] = []
    run, place = "", 0
    while place < len(source):
        c = source[place]
        optional = source[place + 1 : place + 2] == "?"
        if c not in "( .?" and not optional:
            run += c
        elif run:
            rows.append((run,))
            run = ""
        if c == "(":
            end = _closing(source, place)
            rows.append(_of_alternatives(source[place + 1 : end]))
            place = end
        place += 1
    return [*rows, (run,)] if run else rows


def _of_alternatives(inner: str) -> tuple[str, ...]:
    """Of each alternative its longest run; nothing where one has none."""
    cuts = [-1, *(p for p, deep in _depths(inner) if deep == 0 and inner[p] == "|"), len(inner)]
    found: list[str] = []
    for first, last in pairwise(cuts):
        rows = [row for row in _needs(inner[first + 1 : last]) if row]
        if not rows:
            return ()
        found += max(rows, key=lambda row: min(map(len, row)))
    return tuple(found)


def _closing(source: str, place: int) -> int:
    deep = 0
    for end in range(place, len(source)):
        deep += (source[end] == "(") - (source[end] == ")")
        if deep == 0:
            return end
    return len(source)


def _depths(source: str) -> Iterator[tuple[int, int]]:
    deep = 0
    for place, c in enumerate(source):
        deep += (c == "(") - (c == ")")
        yield place, deep


def _at_top(source: str, mark: str) -> bool:
    return any(deep == 0 and source[place] == mark for place, deep in _depths(source))


def _at_depth(source: str, mark: str) -> bool:
    return any(deep and source.startswith(mark, place) for place, deep in _depths(source))


def _in_word(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    first = text[start]
    return before.isascii() and before.isalnum() and first.isascii() and first.isalnum()


def _in_latin(text: str, end: int) -> bool:
    """Whether Latin letters go on behind a Chinese phrase: the hiv in "shivers" is none."""
    last, after = text[end - 1], text[end : end + 1]
    return last.isascii() and last.isalpha() and after.isascii() and after.isalpha()


def _macro(name: str, macros: Mapping[str, str]) -> str:
    if name not in macros:
        raise BadPhrase(name)
    return macros[name]
