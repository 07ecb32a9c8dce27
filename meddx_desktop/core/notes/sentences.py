"""The sentences of a note: full stops that end one, list items, lines, and headings between."""

import re
from collections.abc import Iterator, Sequence

from meddx_desktop.core.domain.note import Paragraph, Span
from meddx_desktop.core.notes.headings import headings
from meddx_desktop.core.notes.plain import Plain

_END = re.compile(
    r"(?<=\S)(?<![.!?])[.!?]++[\"')\]]*+(?=\s)|[。！？；]+[”’」）)]*|[•●▪■◆①-⑳]|\n[ \t]*(?=[-*•+–])"
)
_ITEM = re.compile(
    r"(?:(?<=^)|(?<=[\s.。;；:：,，、)]))[(（]?(\d{1,2})(?:[.．)）、](?!\d)|\.(?=[^\d\s]))"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z./&-]*$")
_UNITS = frozenset(
    [
        "a.m",
        "appt",
        "cm",
        "dx",
        "etc",
        "fx",
        "hr",
        "hrs",
        "hx",
        "kg",
        "lb",
        "lbs",
        "mg",
        "min",
        "mins",
        "ml",
        "mm",
        "mo",
        "mos",
        "oz",
        "p.m",
        "pts",
        "rx",
        "sec",
        "sx",
        "tx",
        "wk",
        "wks",
        "yr",
        "yrs",
    ]
)
"""Abbreviations that may well be the last word of a sentence."""
_ABBREVIATIONS = _UNITS | frozenset(
    [
        "al",
        "approx",
        "apr",
        "aug",
        "b.i.d",
        "ca",
        "cf",
        "d.o",
        "dec",
        "dept",
        "dr",
        "e.g",
        "eg",
        "feb",
        "fig",
        "figs",
        "h.o",
        "h.s",
        "i.e",
        "i.m",
        "i.v",
        "ie",
        "inc",
        "jan",
        "jr",
        "jul",
        "jun",
        "m.d",
        "mar",
        "max",
        "mr",
        "mrs",
        "ms",
        "no",
        "nos",
        "nov",
        "oct",
        "p.o",
        "p.r.n",
        "ph.d",
        "prof",
        "pt",
        "q.d",
        "q.h.s",
        "q.i.d",
        "r.n",
        "ref",
        "resp",
        "s.c",
        "sep",
        "sept",
        "sr",
        "st",
        "t.i.d",
        "temp",
        "u.s",
        "v",
        "viz",
        "vs",
        "y.o",
    ]
)
_ANSWER = re.compile(r"\s*(?:no|none|yes|denies|denied|negative|positive|nil)\b", re.IGNORECASE)
_FIELD = re.compile(
    r"(?:^|[:：])[ \t]*(?:有|无|否认?|是|未见|没有|阴性|阳性|不详|[（(][-+－＋–±]{1,3}[)）])"
    r"(?:[ \t]?[（(][^()（）\n]{0,40}[)）])?(?=[ \t\u3000]+[^\s:：，,。；;、]{1,16}[:：])"
)
"""A field of a form with its answer, before the next field: 发热：无 咳嗽：有."""
_LONGEST_LOOK = 24


def sentences(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Span, ...]:
    """Cut the paragraphs of a text into sentences, headings left out; in order, none overlap."""
    cuts = headings(text, paragraphs)
    found: list[Span] = []
    number = 0
    for paragraph in paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        while number < len(cuts) and cuts[number].span.start < end:
            heading = cuts[number].span
            found += _cut(text, start, heading.start)
            start = max(start, heading.end)
            number += 1
        found += _cut(text, start, end)
    return tuple(found)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a piece without headings."""
    if start >= end:
        return
    plain = Plain.of(text[start:end])
    items = list(_items(plain.text))
    numbers = {end for _, end in items}
    stops = (place for place in _stops(plain.text) if place not in numbers)
    fields = (match.end() for match in _FIELD.finditer(plain.text))
    places = sorted({*stops, *fields, *(start for start, _ in items), len(plain.text)})
    before = 0
    for place in places:
        piece = plain.text[before:place]
        stripped = piece.strip()
        if stripped:
            first = before + len(piece) - len(piece.lstrip())
            yield Span(start + plain.back(first), start + plain.end(first + len(stripped)))
        before = place


def _stops(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        sign = match[0][0]
        if sign in "•●▪■◆" or "①" <= sign <= "⑳":
            yield match.start()
        elif (sign == "." and _goes_on(text, match)) or (
            sign == "?" and _ANSWER.match(text, match.end(), match.end() + _LONGEST_LOOK)
        ):
            continue
        else:
            yield match.end()


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial."""
    before = text[max(0, match.start() - _LONGEST_LOOK) : match.start()]
    word = _WORD.search(before)
    after = text[match.end() : match.end() + _LONGEST_LOOK].lstrip()[:1]
    if word is None:
        return before.isdigit() and len(before) < 3  # "1." at the start of a line
    key = word[0].lower()
    if key in _UNITS:
        return not (after.isupper() or not after)
    if key == "no":
        return after.isdigit()
    if key in _ABBREVIATIONS:
        return True
    return len(key) == 1 and word[0].isupper() and after.isupper()


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of a numbered list begin and end: 1, 2, 3 in their order."""
    wanted = 1
    waiting: list[tuple[int, int]] = []
    for match in _ITEM.finditer(text):
        number = int(match[1])
        if number == wanted:
            waiting.append(match.span())
            wanted += 1
        elif number == 1:
            waiting = [*waiting, match.span()] if len(waiting) > 1 else [match.span()]
            wanted = 2
    if len(waiting) > 1:
        yield from waiting
