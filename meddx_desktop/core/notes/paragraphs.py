"""The paragraphs of a note, each with its language.

A line is a paragraph of its own unless it goes on in the next, as lines of a text do that was
wrapped at a width.
"""

import re
from collections.abc import Iterator

from meddx_desktop.core.domain.note import Language, Paragraph, Span
from meddx_desktop.core.notes.headings import starts_like_heading
from meddx_desktop.core.notes.tables import is_answered

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_OTHER = re.compile("[\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]+")
_WRAPPED_FROM = 50
"""Width from which on a line may have been ended by that of the page; Chinese signs count two."""
_CLOSED = tuple(".!?:;。！？：；|")
_OPEN_END = re.compile(
    r"(?:[,、，(（]|\b(?:and|or|of|the|no|with|without|for|to|in|a|an|nor))$", re.I
)
_ITEM = re.compile(r"\s*(?:[-*•·●▪‣–+]|\(?\d{1,2}[.)、．]|[①-⑳])")
_LISTED = re.compile(r"(?:or|nor|and(?!\s+(?:is|was|has|had|he|she)\b)) [a-z]")
"""A line that begins so closes the list of the line before."""
_GOES_ON = re.compile(r"[a-z(（,，、\u3400-\u9fff]")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs; blank ones are left out and nothing overlaps."""
    return tuple(Paragraph(span, language_of(text[span.start : span.end])) for span in _spans(text))


def language_of(text: str) -> Language:
    """Say in which language most of a text is; a Chinese character tells as much as a word."""
    han = len(_HAN.findall(text))
    latin = len(_LATIN.findall(text))
    other = len(_OTHER.findall(text))
    if han == latin == 0 or other > han + latin:
        return Language.UNKNOWN
    # English notes quote no Chinese, but Chinese notes are full of CT, WBC and mmol/L.
    return Language.CHINESE if 3 * han >= latin else Language.ENGLISH


def _spans(text: str) -> Iterator[Span]:
    start = end = -1
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if not stripped:
            continue
        first = match.start() + len(line) - len(line.lstrip())
        if start >= 0 and not _joins(text[start:end], text[end:first], stripped):
            yield Span(start, end)
            start = -1
        if start < 0:
            start = first
        end = first + len(stripped)
    if start >= 0:
        yield Span(start, end)


def _joins(before: str, gap: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the one before."""
    if gap.count("\n") + gap.count("\r") - gap.count("\r\n") != 1 or _ITEM.match(line):
        return False
    last = before[-200:].splitlines()[-1].rstrip() if before else ""
    if last and line.startswith(","):
        return True
    if not last or last.endswith(_CLOSED) or starts_like_heading(line):
        return False
    if is_answered(last):
        return False
    if _OPEN_END.search(last) or _LISTED.match(line):
        return True
    width = len(last) + len(_HAN.findall(last))
    return width >= _WRAPPED_FROM and bool(_GOES_ON.match(line))
