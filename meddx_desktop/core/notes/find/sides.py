"""The side of the body, given to the mention that its word belongs to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from meddx_desktop.core.domain.note import Mention, MentionKind, Side
from meddx_desktop.core.notes.folding import widths

_WORD = re.compile(
    r"\b(?P<both>bilateral(?:ly)?|both|b/l|bibasal|bibasilar)\b"
    r"|\b(?P<left>left(?:-sided)?|L(?=[ -](?:sided|lower|upper|arm|leg|knee"
    r"|hip|shoulder|chest|flank|eye|ear)\b))\b"
    r"|\b(?P<right>right(?:-sided)?|R(?=[ -](?:sided|lower|upper|arm|leg"
    r"|knee|hip|shoulder|chest|flank|eye|ear)\b))\b"
    r"|(?P<zboth>双侧?|两侧?|左右)(?=[㐀-鿿])|(?P<zleft>左)|(?P<zright>右)",
    re.IGNORECASE,
)
_NO_SIDE = re.compile(
    r"\b(?:left (?:the|for|without|against|work|home|ama)|was left|is left"
    r"|has left|he left|she left|right (?:now|away|after|before)|all right"
    r"|left[- ]handed|right[- ]handed|left ventric\w*|right ventric\w*"
    r"|left atri\w*|right atri\w*|both (?:of|the parents|parents))"
    r"|左心|右心|两次|两天|两周|两年|两月|两个|两种|左右(?![侧肺肾眼耳肢下上])|左氧|左旋|左甲|左乙",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:。；：\n!?！？]|,|，|\b(?:and|but|with|or)\b", re.IGNORECASE)
_JOIN = re.compile(
    r"[ \t]*(?:(?:in|of|over|at|on|to|into|affecting|involving|around|within"
    r"|down|along)[ \t]+)?(?:the[ \t]+|his[ \t]+|her[ \t]+|my[ \t]+)?$",
    re.IGNORECASE,
)
_KINDS = (MentionKind.PROBLEM, MentionKind.SYMPTOM, MentionKind.PROCEDURE)
_AHEAD = 34
_LONGEST = 100
_AHEAD_HAN = 8


def give_sides(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give each problem, symptom or procedure the side that is written at it."""
    narrow = widths(text)
    skipped = [match.span() for match in _NO_SIDE.finditer(narrow)]
    words = [
        (match.start(), match.end(), _side(match))
        for match in _WORD.finditer(narrow)
        if not any(begin <= match.start() < end for begin, end in skipped)
    ]
    given = sorted(mentions, key=lambda one: one.span)
    starts = [one.span.start for one in given]
    for begin, end, side in words:
        near = range(bisect_left(starts, begin - _LONGEST), bisect_left(starts, end + _AHEAD + 1))
        place = _owner(narrow, given, near, begin, end)
        if place is not None:
            old = given[place].side
            both = old is not None and old is not side
            given[place] = replace(given[place], side=Side.BOTH if both else side)
    return given


def _side(match: re.Match[str]) -> Side:
    name = (match.lastgroup or "").removeprefix("z")
    return {"both": Side.BOTH, "left": Side.LEFT, "right": Side.RIGHT}[name]


def _owner(text: str, mentions: Sequence[Mention], near: range, begin: int, end: int) -> int | None:
    """Index of the mention that a side word belongs to: around it, after it, else before it."""
    han = "㐀" <= text[begin] <= "鿿"
    after: tuple[int, int] | None = None
    before: tuple[int, int] | None = None
    for place in near:
        one = mentions[place]
        if one.kind not in _KINDS:
            continue
        if one.span.start <= begin and end <= one.span.end:
            return place
        if one.span.start >= end:
            gap = one.span.start - end
            limit = _AHEAD_HAN if han else _AHEAD
            if gap <= limit and not _CLAUSE.search(text, end, one.span.start):
                after = min(after or (gap, place), (gap, place))
        elif not han and 0 <= begin - one.span.end <= 20 and _joins(text, one, begin):
            before = (begin - one.span.end, place)
    if before is not None and (after is None or before[0] <= after[0] + 8):
        return before[1]
    return after[1] if after else None


def _joins(text: str, one: Mention, begin: int) -> bool:
    """Whether the words from a mention to the side word say that it lies there."""
    return bool(_JOIN.fullmatch(text, one.span.end, begin))
