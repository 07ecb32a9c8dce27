"""Names that were found once, wherever they stand again: whole or in part, in any letters.

A part that is a word of medicine too (Walker, Wells) goes only where it is written as a name is;
one that is an ordinary word (Long, May) only where the sentence treats it as a person.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind
from meddx_desktop.core.privacy.names_written import COMMON, NAMES_FIRST, pattern_of_eponym, single
from meddx_desktop.core.privacy.surnames import EPONYMS, ORDINARY_WORDS, THINGS, TITLES
from meddx_desktop.core.privacy.word_lists import word_list

_WORD = re.compile(r"(?<![A-Za-z0-9'])[A-Za-z][A-Za-z'-]{1,24}(?![A-Za-z0-9])")
_BETWEEN = re.compile(r"[ \t]{1,3}|,[ \t]{0,2}|,?[ \t]{0,4}\r?\n[ \t]{0,8}|\^")
_STARTS = re.compile(r"(?:^|[.!?;:\n]|[*-][ \t])[ \t\"'(]{0,3}$")
_SHORT = 3
_SURE = 5


def repeated_names(text: str, found: list[Found]) -> Iterator[Found]:
    """Find the words of names that were found once wherever they stand alone."""
    parts = _parts(text, found)
    ordinary = {part for part in parts if part in ORDINARY_WORDS}
    open_parts = parts - ordinary
    if open_parts:
        yield from _runs(text, open_parts)
    for part in sorted(ordinary):
        for match in single(part).finditer(text):
            if not pattern_of_eponym(text, match):
                yield Found(*match.span(), IdentifierKind.NAME, "name_repeated")


def _parts(text: str, found: list[Found]) -> frozenset[str]:
    parts: set[str] = set()
    for one in found:
        if one.kind is IdentifierKind.NAME:
            words = re.findall(r"[A-Za-z][A-Za-z'-]{2,24}", text[one.start : one.end])
            parts.update(word.lower().removesuffix("'s") for word in words)
    return frozenset(parts - TITLES - THINGS - {"van", "von", "der", "den", "bin", "binti"})


def _runs(text: str, parts: frozenset[str]) -> Iterator[Found]:
    """Words that are parts of names; those that follow each other are one name."""
    start = end = -1
    for match in _WORD.finditer(text):
        if match[0].lower().removesuffix("'s") not in parts or not _is_meant(text, match):
            continue
        stop = match.end() - (2 if match[0].endswith("'s") else 0)
        if start >= 0 and _BETWEEN.fullmatch(text, end, match.start()):
            end = stop
            continue
        if start >= 0:
            yield Found(start, end, IdentifierKind.NAME, "name_repeated")
        start, end = match.start(), stop
    if start >= 0:
        yield Found(start, end, IdentifierKind.NAME, "name_repeated")


def _is_meant(text: str, match: re.Match[str]) -> bool:
    word = match[0].removesuffix("'s")
    small = word.lower()
    if pattern_of_eponym(text, match) or _is_in_eponym(text, match):
        return False
    is_word = small in COMMON or (small in word_list("words") and small not in NAMES_FIRST)
    if word[0].islower():
        is_listed = small in word_list("given") or small in word_list("surnames")
        return not is_word and (is_listed or len(small) >= _SURE)
    if is_word and _STARTS.search(text, max(0, match.start() - 4), match.start()):
        return bool(
            re.match(
                r"[ ](?:was|is|has|had|reports|denies|states|says|said)\b",
                text[match.end() : match.end() + 9],
            )
        )
    return True


def _is_in_eponym(text: str, match: re.Match[str]) -> bool:
    """Whether the word is half of two that stand for an illness: Stevens-Johnson."""
    around = re.findall(r"[A-Za-z]+", text[max(0, match.start() - 20) : match.end() + 20].lower())
    return any(f"{one}_{two}" in EPONYMS for one, two in pairwise(around))
