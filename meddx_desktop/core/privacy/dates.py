"""Dates in a text: found in many forms, moved by a number of days, or masked."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?P<month>0?[1-9]|1[0-2])"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_BEFORE, _AFTER = r"(?<![\d./-])(?<![A-Za-z]-)", r"(?![\d/-]|\.\d)"
_DIGITS = "〇一二三四五六七八九"
_HAN = f"零{_DIGITS}"
_LEAP = 2024
"""Stands for the year of a date that has none, so that 29 February is a day."""

_FORMS: tuple[tuple[str, str], ...] = (
    ("year_first", rf"{_BEFORE}{_YEAR}(?P<s>[-/.]){_MONTH_NUMBER}(?P=s){_DAY}{_AFTER}"),
    ("year_first", rf"{_BEFORE}{_YEAR} ?年 ?{_MONTH_NUMBER} ?月 ?{_DAY} ?[日号]?(?!\d)"),
    (
        "compact",
        rf"{_BEFORE}(?<![A-Za-z]){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
        rf"(?=\D|$)(?![A-Za-z])(?!\.\d)",
    ),
    (
        "year_last",
        rf"{_BEFORE}(?P<a>0?[1-9]|[12]\d|3[01])(?P<s>[-/.])(?P<b>0?[1-9]|[12]\d|3[01])(?P=s)"
        rf"{_YEAR}(?!\d)",
    ),
    (
        "year_last",
        rf"{_BEFORE}(?P<a>0?[1-9]|[12]\d|3[01])(?P<s>/)(?P<b>0?[1-9]|[12]\d|3[01])(?P=s)"
        rf"(?P<short>\d\d){_AFTER}",
    ),
    (
        "year_last",
        rf"{_BEFORE}(?P<a>0[1-9]|[12]\d|3[01])(?P<s>[-.])(?P<b>0[1-9]|[12]\d|3[01])(?P=s)"
        rf"(?P<short>\d\d){_AFTER}(?! ?(?:cm|mm|mg|ml|岁))",
    ),
    ("named", rf"\b{_DAY}(?:st|nd|rd|th)?(?P<s1>[ -]| of ){_MONTH}(?P<s2>,? ?-?){_YEAR}\b"),
    ("named", rf"\b{_DAY}(?P<s1>[/.]){_MONTH}(?P<s2>[/.]){_YEAR}\b"),
    ("named", rf"\b{_DAY}(?P<s1>/){_MONTH}(?P<s2>/)(?P<short>\d\d)\b"),
    ("named", rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)?(?P<s2>,? |,){_YEAR}\b"),
    (
        "named",
        rf"\b{_DAY}[ -]?{_MONTH}[ -]?'?(?P<short>\d\d)\b(?![ ]?(?:[:%/.]\d|mg|ml|min|hours?|"
        rf"days?|weeks?|years?))",
    ),
    ("named_day", rf"\b{_DAY}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?! ?,? ?(?:18|19|20)\d\d)"),
    (
        "named_day",
        rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)?\b(?!,? ?(?:18|19|20)\d\d|[./:%]\d| ?(?:mg|ml|%))",
    ),
    ("named_month", rf"\b{_MONTH},?(?: of)? {_YEAR}\b"),
    ("year_first", rf"(?<![\d第])(?P<short>\d\d) ?年 ?{_MONTH_NUMBER} ?月 ?{_DAY} ?[日号]"),
    ("month", rf"(?<!\d){_YEAR} ?年 ?{_MONTH_NUMBER} ?月(?!\s?[\d])(?!份?[上中下]旬?\d)"),
    ("month", rf"{_BEFORE}{_YEAR}[-/](?P<month>0?[1-9]|1[0-2]){_AFTER}(?! ?年)"),
    ("month", rf"{_BEFORE}(?P<month>0[1-9]|1[0-2])/{_YEAR}(?!\d)"),
    ("day", rf"(?<![\d年]){_MONTH_NUMBER} ?月 ?{_DAY} ?[日号](?!\d)"),
    (
        "day_slash",
        r"(?i:\b(?:on|dated?|since|until|till|from|seen|admitted|discharged|due|visit|review|"
        r"dob)[: ]{1,2})(?P<a>0?[1-9]|[12]\d|3[01])(?P<s>/)(?P<b>0?[1-9]|[12]\d|3[01])"
        r"(?![\d/])(?! ?(?:mg|ml|tabs?|strength|pain|points?|on|scale|power))",
    ),
    (
        "han",
        rf"(?P<hyear>[一二][{_HAN}]{{3}})年(?P<hmonth>[一二三四五六七八九十]{{1,2}})"
        rf"月(?:(?P<hday>[一二三四五六七八九十]{{1,3}})[日号])?",
    ),
    (
        "han_day",
        r"(?<![一二三四五六七八九十年])(?P<hmonth>[一二三四五六七八九十]{1,2})"
        r"月(?P<hday>[一二三四五六七八九十]{1,3})[日号]",
    ),
)
_PATTERNS = tuple((rule, re.compile(form, re.IGNORECASE)) for rule, form in _FORMS)
_HAN_NUMBERS = {sign: place for place, sign in enumerate(_DIGITS)} | {"零": 0}


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a text: its parts, and where they stand in the match.

    `year`, `month` or `day` is None where it is not written.
    """

    rule: str
    start: int
    end: int
    match: re.Match[str]
    year: int | None
    month: int | None
    day: int | None
    orders: tuple[tuple[int, int], ...] = ()
    """(day, month) as it may be meant, where numbers do not say which is which."""


def dates(text: str) -> Iterator[Written]:
    """Find dates in a folded text; years alone stay. Forms may overlap."""
    for rule, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            written = _read(rule, match)
            if written is not None:
                yield written


def found(written: Written) -> Found:
    """The words of a date."""
    return Found(written.start, written.end, IdentifierKind.DATE, f"date_{written.rule}")


def day_first(all_written: Iterator[Written] | list[Written]) -> bool | None:
    """Whether the dates of a text put the day before the month; None where none tells."""
    told = set()
    for written in all_written:
        if len(written.orders) == 1 and written.match.groupdict().get("a"):
            day, month = written.orders[0]
            if day != month:
                told.add(int(written.match["a"]) == day)
    return told.pop() if len(told) == 1 else None


def moved(written: Written, days: int, *, first: bool | None) -> str | None:
    """The date `days` later, written the same way; None where it can't be told or written."""
    day, month = written.day, written.month
    if written.orders:
        if len(written.orders) > 1 and first is None:
            return None
        choice = [o for o in written.orders if (int(written.match["a"]) == o[0]) is first]
        day, month = (choice or list(written.orders))[0]
    if month is None:
        return None
    try:
        there = date(written.year or _LEAP, month, day or 15) + timedelta(days=days)
    except (OverflowError, ValueError):
        return None
    return _write(written, there, first=first)


def _read(rule: str, match: re.Match[str]) -> Written | None:
    parts = match.groupdict()
    year = _year(parts)
    if rule.startswith("han"):
        month, day = _han(parts["hmonth"]), _han(parts.get("hday") or "")
    else:
        month = _month(parts.get("word"), parts.get("month"))
        day = int(parts["day"]) if parts.get("day") else None
    orders: tuple[tuple[int, int], ...] = ()
    if parts.get("a"):
        a, b = int(parts["a"]), int(parts["b"])
        orders = tuple(dict.fromkeys((d, m) for d, m in ((a, b), (b, a)) if _is_day(year, m, d)))
        if not orders:
            return None
    elif month is None or not _is_day(year, month, day or 1):
        return None
    start = match.start("a") if rule == "day_slash" else match.start()
    return Written(rule, start, match.end(), match, year, month, day, orders)


def _year(parts: dict[str, str | None]) -> int | None:
    if parts.get("year"):
        return int(parts["year"] or 0)
    if parts.get("short"):
        short = int(parts["short"] or 0)
        return 2000 + short if short < 50 else 1900 + short
    if parts.get("hyear"):
        return int("".join(str(_HAN_NUMBERS[sign]) for sign in parts["hyear"] or ""))
    return None


def _month(word: str | None, number: str | None) -> int | None:
    if word:
        return next(n for n, name in enumerate(_MONTHS, 1) if name[:3] == word[:3].lower())
    return int(number) if number else None


def _is_day(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or _LEAP, month)[1]


def _han(written: str) -> int | None:
    """A number below a hundred: 三, 十二, 二十, 三十一."""
    if not written:
        return None
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _HAN_NUMBERS.get(written)
    return 10 * _HAN_NUMBERS.get(tens or "一", 0) + _HAN_NUMBERS.get(ones or "零", 0)


def _write(written: Written, there: date, *, first: bool | None) -> str:
    """Put the parts of `there` where those of the old date stand."""
    match, parts = written.match, written.match.groupdict()
    put: dict[str, str] = {
        "year": str(there.year),
        "short": f"{there.year % 100:02d}",
        "hyear": "".join(_DIGITS[int(digit)] for digit in str(there.year)),
        "hmonth": _in_han(there.month),
        "hday": _in_han(there.day),
        "month": _as(there.month, parts.get("month")),
        "day": _as(there.day, parts.get("day")),
        "word": _named(there.month, parts.get("word")),
    }
    if written.orders:
        is_first = first if len(written.orders) > 1 else int(match["a"]) == written.orders[0][0]
        a, b = (there.day, there.month) if is_first else (there.month, there.day)
        put["a"], put["b"] = _as(a, match["a"]), _as(b, match["b"])
    text = match.string[written.start : written.end]
    places = sorted((match.span(n), n) for n, v in parts.items() if v and n in put)
    for (start, end), name in reversed(places):
        text = text[: start - written.start] + put[name] + text[end - written.start :]
    return _ordinal(text, there.day)


def _as(value: int, like: str | None) -> str:
    return f"{value:02d}" if like and len(like) == 2 else str(value)


def _named(month: int, like: str | None) -> str:
    name = _MONTHS[month - 1]
    if like and len(like) <= 4 and like.lower() not in _MONTHS:
        name = name[:3]
    if like and like.isupper():
        return name.upper()
    return name.capitalize() if like and like[0].isupper() else name


def _ordinal(text: str, day: int) -> str:
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return re.sub(rf"\b({day})(?:st|nd|rd|th)\b", rf"\g<1>{ending}", text)


def _in_han(value: int) -> str:
    tens, ones = divmod(value, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return lead + (_DIGITS[ones] if ones else "")
