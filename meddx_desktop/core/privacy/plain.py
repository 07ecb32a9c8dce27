"""A text as the rules read it: plain letters, nothing invisible, each with its place.

Names hide behind letters that look like others (full-width, Cyrillic, bold ones of mathematics),
behind marks (Trần, Żak) and behind signs without width. What is found in the plain text is told
in the places of the text as it was written.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from meddx_desktop.core.privacy.identifiers import Found

_BLANKS = frozenset("\u3000\u00a0\u1680\u202f\u205f") | frozenset(map(chr, range(0x2000, 0x200B)))
_MARKS = {
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc", "'"),
}
_UNSEEN = frozenset("\u00ad\u034f\u180e\ufeff").union(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)))
)
_LOOK_LIKE = str.maketrans(
    "АВЕЗІЈКМНОРСТУХѕаеіјорсухһԁѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABE3IJKMHOPCTYXsaeijopcyxhdvABEZHIKMNOPTYXo",
)
"""Cyrillic and Greek letters that nobody can tell from Latin ones."""
_OWN_LETTERS = str.maketrans("ØøŁłĐđÐðıȷĦħŦŧƏə", "OoLlDdDdijHhTtEe")
"""Letters of Latin writing that Unicode does not take apart; ae and ss stay two things."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text, and where each of its signs begins and ends in the text as written."""

    text: str
    starts: tuple[int, ...] | None = None
    """None where every sign stands in its old place."""
    ends: tuple[int, ...] | None = None

    def written(self, one: Found) -> Found:
        """A find with its places in the text as it was written."""
        if self.starts is None or self.ends is None:
            return one
        return Found(self.starts[one.start], self.ends[one.end - 1], one.kind, one.rule)


def plain(text: str) -> Plain:
    """Read a text with plain letters, digits and marks."""
    if text.isascii():
        return Plain(text)
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, character in enumerate(text):
        if character in _UNSEEN:
            continue
        if "\u0300" <= character <= "\u036f" and signs and signs[-1].isalpha():
            ends[-1] = place + 1  # a mark that stands apart belongs to its letter
            continue
        signs.append(character if character.isascii() else _plain(character))
        starts.append(place)
        ends.append(place + 1)
    return Plain("".join(signs), tuple(starts), tuple(ends))


@cache
def _plain(character: str) -> str:
    """One sign for one sign, so that places stay."""
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    if character in _MARKS:
        return _MARKS[character]
    if 0x1D400 <= ord(character) <= 0x1D7FF:
        return unicodedata.normalize("NFKC", character)
    base = unicodedata.normalize("NFD", character)[0].translate(_OWN_LETTERS)
    if base.isascii() and base.isalpha():
        return base
    return character.translate(_LOOK_LIKE)
