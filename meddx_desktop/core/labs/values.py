"""Values and reference ranges as they are written, and what can be read from them.

Nothing here knows analytes. What can't be read for certain keeps its text and has no number:
``1,234`` without a known style, ``+1`` (a plus sign or a grade), ``5-2`` (no interval).
"""

import re
from dataclasses import replace

from meddx_desktop.core.domain.laboratory import Comparator, SentRange, SentValue
from meddx_desktop.core.labs.characters import fold, key
from meddx_desktop.core.labs.numbers import NUMBER, POINT, NumberStyle, read_number

LONGEST = 120
"""A longer text is a sentence, not a number."""

_COMPARATORS = {
    "<": Comparator.BELOW,
    "小于": Comparator.BELOW,
    "低于": Comparator.BELOW,
    ">": Comparator.ABOVE,
    "大于": Comparator.ABOVE,
    "高于": Comparator.ABOVE,
    "≤": Comparator.AT_MOST,
    "<=": Comparator.AT_MOST,
    "=<": Comparator.AT_MOST,
    "不大于": Comparator.AT_MOST,
    "不高于": Comparator.AT_MOST,
    "小于等于": Comparator.AT_MOST,
    "≥": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST,
    "不小于": Comparator.AT_LEAST,
    "不低于": Comparator.AT_LEAST,
    "大于等于": Comparator.AT_LEAST,
}
_COMPARATOR = "|".join(sorted(map(re.escape, _COMPARATORS), key=len, reverse=True))
_VALUE = re.compile(
    rf"(?P<comparator>{_COMPARATOR})?\s*(?P<number>{NUMBER})"
    rf"(?:\s*(?P<between>:|/|-{{1,2}}|~{{1,2}}|至|到)\s*(?P<other>{NUMBER}))?"
)
_BOUND = re.compile(rf"({_COMPARATOR})\s*({NUMBER})")
_BETWEEN = re.compile(r"\s*(-{1,2}|~{1,2}|_{1,2}|至|到|\bto\b)\s*")
_NUMBER = re.compile(NUMBER)
_SPACED = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")

_MARK = r"↑{1,4}|↓{1,4}|\*{1,3}|!{1,3}"
_LETTER = r"HH|LL|HI|LO|H|L|偏高|偏低|高|低"
_FLAG_BEHIND = re.compile(
    rf"(?:\s*(?P<mark>{_MARK})|(?<=[0-9)+])\s*(?P<letter>{_LETTER})"
    rf"|\s*[(\[]\s*(?P<enclosed>{_MARK}|{_LETTER})\s*[)\]])\s*$"
)
_FLAG_BEFORE = re.compile(rf"^\s*(?:({_MARK})\s*|(HH|LL|H|L)\s+)(?=[<>≤≥]?\s*[0-9])")

_SIGNS = r"\(\s*(?:\+{1,4}|-{1,2}|±|\+/-|\+-)\s*\)"
_WORDS = (
    r"(?:弱|强)?阳性|阴性|可疑|positive|negative|(?:non-?)?reactive|equivocal|\bpos\b|\bneg\b|"
    + _SIGNS
)
_WORDED = re.compile(_WORDS, re.IGNORECASE)
_GRADE = re.compile(r"\+[1-4]|[1-4]\s*\(\+\)")
"""``+1`` and ``1(+)`` are as often the grade 1+ as a number: no number."""

_NONE = frozenset(
    {"", "-", "--", "---", "—", "/", "//", ".", "...", "na", "n/a", "n.a.", "nd", "notdone", "未做"}
    | {"未检", "待检", "pending", "待报告", "null", "nan", "none", "无结果", "cancelled", "取消"}
)


def split_flags(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the marks of abnormality off a value: ``5.6 ↑``, ``12.3 H``, ``*7.9``, ``8.1(偏高)``.

    Letters are taken off numbers only; a plus sign never is one, since ``3+`` is a value.
    """
    found: list[str] = []
    rest = text.strip()
    while True:
        folded = fold(rest)
        before = _FLAG_BEFORE.search(folded)
        match = before or _FLAG_BEHIND.search(folded)
        if match is None:
            break
        remaining = (rest[match.end() :] if before else rest[: match.start()]).strip()
        if not remaining:
            break
        found.append(next(part for part in match.groups() if part))
        rest = remaining
    return rest, tuple(found)


def parse_value(text: str, style: NumberStyle = POINT) -> SentValue:
    """Read a value; flags stay in its text (`value_and_flags` takes them off).

    Parameters
    ----------
    text
        As sent: ``<10``, ``1:128 (+)``, ``2-5``, ``3.5×10⁹``, ``阳性(+)``, ``5.6 ↑``.
    style
        Decimal mark and thousands of this source.

    Returns
    -------
    SentValue
        ``text`` as given without the spaces around it; numbers only where they are certain.
    """
    stripped = text.strip()
    return replace(value_and_flags(stripped, style)[0], text=stripped)


def value_and_flags(text: str, style: NumberStyle = POINT) -> tuple[SentValue, tuple[str, ...]]:
    """Read a value and the flags attached to it: ``5.6 ↑`` is 5.6 and ``↑``."""
    rest, flags = split_flags(text)
    if len(rest) > LONGEST:
        return SentValue(rest), flags
    folded = fold(rest)
    if _GRADE.fullmatch(folded):
        return SentValue(rest), flags
    value = _numeric(rest, folded, style)
    if value is None and _WORDED.search(folded):
        value = _numeric(rest, _WORDED.sub(" ", folded).strip(" ()"), style)
    return value or SentValue(rest), flags


def says_none(text: str) -> bool:
    """Whether a cell says that there is no value: empty, a dash, ``N/A``, 未做."""
    return key(text) in _NONE


def parse_range(text: str, unit: str = "", style: NumberStyle = POINT) -> SentRange:
    """Read a reference range: ``70-105``, ``70_105``, ``3.5--5.3``, ``(4～10)``, ``< 5``, ``≥3.5``.

    Parameters
    ----------
    text
        As sent. Ranges by sex or age, words and anything doubtful stay text without limits.
    unit
        The unit of the result. A range that names the same unit is read; one that names another
        unit is not, since it can't be laid on the value.
    style
        Decimal mark and thousands of this source.
    """
    sent = text.strip()
    folded = fold(sent)
    if not folded or len(folded) > LONGEST:
        return SentRange(sent)
    bare = _without_unit(_unwrapped(folded), unit)
    bound = _BOUND.fullmatch(bare)
    if bound:
        return _one_sided(sent, _COMPARATORS[bound[1]], _number(bound[2], style))
    readings = set(_intervals(bare, style))
    if len(readings) != 1:
        return SentRange(sent)
    low, high = readings.pop()
    return SentRange(sent, low, high)


def _numeric(sent: str, folded: str, style: NumberStyle) -> SentValue | None:
    if style.thousands == " ":
        folded = _SPACED.sub("", folded)
    match = _VALUE.fullmatch(folded)
    if match is None:
        return None
    number = _number(match["number"], style)
    if number is None:
        return None
    comparator = _COMPARATORS[match["comparator"]] if match["comparator"] else None
    if match["other"] is None:
        return SentValue(sent, number, comparator)
    if match["between"] in ":/":
        other = _number(match["other"], style) or 0.0
        # 120/80 is a blood pressure; a titre written with a stroke starts with 1.
        titre = number >= 0 and (match["between"] == ":" or number == 1)
        return (
            SentValue(sent, number, comparator, denominator=other) if titre and other > 0 else None
        )
    readings = set(_intervals(folded, style)) if comparator is None else set()
    if len(readings) != 1:
        return None
    low, high = readings.pop()
    return SentValue(sent, low, high=high)


def _intervals(text: str, style: NumberStyle) -> list[tuple[float, float]]:
    """Every way to read `text` as two numbers in order; ``-3--1`` has two, so it has none."""
    found = []
    for cut in _BETWEEN.finditer(text):
        separators = {cut.span(), (cut.start(), cut.start(1) + 1)} if cut[1] else set()
        for start, end in separators:
            low = _number(text[:start].strip(), style)
            high = _number(text[end:].strip(), style)
            if low is not None and high is not None and low <= high:
                found.append((low, high))
    return found


def _number(text: str, style: NumberStyle) -> float | None:
    return read_number(text, style) if _NUMBER.fullmatch(text) else None


def _one_sided(sent: str, comparator: Comparator, limit: float | None) -> SentRange:
    if limit is None:
        return SentRange(sent)
    included = comparator in {Comparator.AT_MOST, Comparator.AT_LEAST}
    if comparator in {Comparator.BELOW, Comparator.AT_MOST}:
        return SentRange(sent, high=limit, high_included=included)
    return SentRange(sent, low=limit, low_included=included)


def _unwrapped(text: str) -> str:
    for opening, closing in ("()", "[]"):
        if text.startswith(opening) and text.endswith(closing):
            return text[1:-1].strip()
    return text


def _without_unit(text: str, unit: str) -> str:
    wanted = key(unit)
    if not wanted:
        return text
    # Character by character from the end, because spaces and dashes differ between the two.
    for place in range(len(text) - 1, 0, -1):
        if key(text[place:]) == wanted:
            return text[:place].strip()
    return text
