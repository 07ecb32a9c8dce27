"""Durations and dates: for 3 days, x2/7, 3天, 3 days ago, 2024年3月5日."""

import re
from collections.abc import Iterator
from datetime import date

from meddx_desktop.core.domain.note import Measured, Mention, MentionKind, Span
from meddx_desktop.core.notes.find.dosing import duration_of
from meddx_desktop.core.notes.find.numbers import ENGLISH_NUMBER, HAN_NUMBER, NUMBER
from meddx_desktop.core.notes.folding import widths

_EN_UNIT = r"(?:hours?|hrs?|h|minutes?|mins?|days?|d|weeks?|wks?|wk|months?|mos?|years?|yrs?|yr)"
_ZH_UNIT = r"(?:个?小时|分钟|天|日|周|个?星期|个?月|年)"
_LENGTH = re.compile(
    rf"(?<![\w.])(?P<lead>(?:for|over|x|×|past|last|the past|the last|about"
    rf"|approximately|~)[ \t]{{0,2}})?"
    rf"(?P<value>{NUMBER}|{ENGLISH_NUMBER}\b|an?\b|several\b"
    rf"|few\b)(?P<to>[ \t]?(?:-|–|to)[ \t]?(?:{NUMBER}|{ENGLISH_NUMBER}\b))?"
    rf"[ \t]?-?(?:(?P<unit>{_EN_UNIT})(?![A-Za-z])|/(?P<part>7|52|12|24)(?![\d/]))"
    r"(?P<ago>[ \t](?:ago|prior|earlier|before|previously))?(?P<old>[- ]?(?:old|of age)\b|/o\b)?",
    re.IGNORECASE,
)
_HAN = re.compile(
    rf"(?P<value>{NUMBER}|{HAN_NUMBER}|数"
    rf"|几)(?P<to>[ \t]?(?:-|~|至"
    rf"|到)[ \t]?(?:{NUMBER}"
    rf"|{HAN_NUMBER}))?[ \t]?(?P<more>\+|余|多)?"
    rf"(?P<unit>{_ZH_UNIT})(?P<after>余|多|来)?(?P<half>半)?(?P<ago>之?前|以前)?"
)
_SINCE = re.compile(
    r"\b(?:since (?:yesterday|this morning|last night|last week|last month"
    r"|childhood|birth)|yesterday|today|tonight|last night"
    r"|this morning|last (?:week|month|year))\b"
    r"|昨[日天晚]|今[日天晨早]|前天|上周|上个?月|去年|自幼|昨夜",
    re.IGNORECASE,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d])",
        r"(?P<y>(?:19"
        r"|20)\d\d)[ \t]?年[ \t]?(?P<m>\d{1,2})[ \t]?月(?:[ \t]?(?P<d>\d{1,2})[ \t]?[日号])?",
        rf"(?<![A-Za-z])(?P<mon>{_MONTH})[ \t](?P<d>\d{{1,2}})(?:st|nd|rd"
        rf"|th)?(?:,?[ \t]{{1,2}}(?P<y>(?:19|20)\d\d))(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd"
        rf"|th)?(?:[ \t]of)?[ \t-](?P<mon>{_MONTH})(?:,?[ \t-](?P<y>(?:19"
        rf"|20)\d\d))(?!\d)",
        r"(?<![\d/.])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)?\d\d)(?![\d/])",
        rf"(?<![A-Za-z])(?P<mon>{_MONTH})[ \t](?:of[ \t])?(?P<y>(?:19|20)\d\d)(?!\d)",
        rf"(?<![A-Za-z])(?P<mon>{_MONTH})[ \t](?P<d>\d{{1,2}})(?:st|nd|rd|th)\b(?!\d)",
        r"(?<!\d)(?P<m>\d{1,2})[ \t]?月[ \t]?(?P<d>\d{1,2})[ \t]?[日号]",
    )
)
_ZH = {
    "小时": "h",
    "分钟": "min",
    "天": "d",
    "日": "d",
    "周": "wk",
    "星期": "wk",
    "月": "mo",
    "年": "a",
}
_EN = (("min", "min"), ("mo", "mo"), ("h", "h"), ("d", "d"), ("w", "wk"), ("y", "a"))


def times(text: str) -> list[Mention]:
    """Find the durations and dates of a text."""
    narrow = widths(text)
    return [*_dates(text, narrow), *_lengths(text, narrow)]


def _lengths(text: str, narrow: str) -> Iterator[Mention]:
    for match in _LENGTH.finditer(narrow):
        if match["old"] or (match["value"].lower() in ("a", "an") and not _counts(match)):
            continue
        unit = next(
            (u for start, u in _EN if (match["unit"] or "").lower().startswith(start)), None
        )
        if match["part"]:
            unit = {"7": "d", "52": "wk", "12": "mo", "24": "h"}[match["part"]]
            if not match["lead"]:
                continue
        if (match["unit"] or "").lower() == "h" and not match["lead"]:
            continue
        yield _length(text, match, unit)
    for match in _HAN.finditer(narrow):
        if _is_no_length(narrow, match):
            continue
        unit = _ZH[match["unit"].removeprefix("个")]
        yield _length(text, match, unit)
    for match in _SINCE.finditer(narrow):
        yield _made(text, match, MentionKind.DATE, ())


def _counts(match: re.Match[str]) -> bool:
    """``a day`` is mostly how often; ``a day ago`` and ``for a week`` are lengths."""
    return bool(match["ago"] or (match["lead"] or "").strip().lower() in ("for", "over", "past"))


def _is_no_length(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() :][:2]
    month = match["unit"] == "月" and match["value"][-1:].isdigit()
    if before.endswith(("每", "第", "分/", "次/")) or match["value"] == "半" == match["unit"]:
        return True
    if match["unit"] in ("日", "天") and (
        before.endswith("月") or after.startswith(("次", "一次"))
    ):
        return True
    if match["unit"] == "月" and (before.endswith("年") or after.startswith(("份", "初", "底"))):
        return True  # 二〇二五年三月 is a month of the calendar
    if month and (after[:1].isdigit() or after.startswith(("份", "初", "底"))):
        return True
    if match["unit"] == "年" and len(match["value"]) == 4:
        return True
    return after.startswith(("龄", "大", "级"))


def _length(text: str, match: re.Match[str], unit: str | None) -> Mention:
    measured = duration_of(match["value"], "d", None, match[0].strip())
    ago = match["ago"] is not None
    if measured is None or match["to"] or unit is None:
        values: tuple[Measured, ...] = ()
    else:
        half = 0.5 if match.groupdict().get("half") else 0.0
        name = "ago" if ago else "duration"
        values = (Measured(name, measured.value + half, unit, None, match[0].strip()),)
    return _made(text, match, MentionKind.DATE if ago else MentionKind.DURATION, values)


def _made(
    text: str, match: re.Match[str], kind: MentionKind, measured: tuple[Measured, ...]
) -> Mention:
    begin, end = match.span()
    while text[begin : begin + 1].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Mention(Span(begin, end), text[begin:end], kind, measured=measured)


def _dates(text: str, narrow: str) -> Iterator[Mention]:
    for pattern in _DATES:
        for match in pattern.finditer(narrow):
            known = _date(match.groupdict())
            if known is not None:
                concept = f"date:{known}" if known else None
                span = Span(*match.span())
                words = text[span.start : span.end]
                yield Mention(span, words, MentionKind.DATE, concept=concept)


def _date(parts: dict[str, str | None]) -> str | None:
    """ISO date of what was matched; "" where day and month can't be told apart, None for none."""
    year, month, day = parts.get("y"), parts.get("m"), parts.get("d")
    if parts.get("mon"):
        month = str(_MONTHS.index((parts["mon"] or "")[:3].lower()) + 1)
    if parts.get("a"):
        first, second = int(parts["a"] or 0), int(parts["b"] or 0)
        if first > 31 or second > 31 or not first or not second or min(first, second) > 12:
            return None
        if first <= 12 and second <= 12 and first != second:
            return ""
        month, day = (str(first), str(second)) if first <= 12 else (str(second), str(first))
    try:
        date(
            int(year or 2024) if len(year or "2024") == 4 else 2000, int(month or 1), int(day or 1)
        )
    except ValueError:
        return None
    if not year:
        return ""
    if len(year) == 2:
        return ""
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
