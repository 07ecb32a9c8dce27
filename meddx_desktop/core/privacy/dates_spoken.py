"""Dates that can only be masked: of the Chinese calendar, in words, short after a label."""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind

_LUNAR = re.compile(
    r"(?:农历|阴历|旧历)(?:[一二三四五六七八九十冬腊正闰]{1,3}月)?(?:初[一二三四五六七八九十]|"
    r"[十廿二三][一二三四五六七八九十]{0,2})?日?"
    r"|[正冬腊]月(?:初|廿|十|二十|三十)[一二三四五六七八九十]{0,1}"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_ONES = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_ORDINAL = (
    rf"(?:{_ONES}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|"
    rf"eighteenth|nineteenth|twentieth|thirtieth|twenty[ -]{_ONES}|thirty[ -]first)"
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONE = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_YEAR = (
    rf"(?:,?[ ]\d{{4}}\b|,?[ ](?:nineteen|twenty)[ -](?:oh[ -])?{_TENS}?(?:[ -]?{_ONE})?\b"
    rf"|,?[ ]two thousand(?:(?: and)? (?:{_ONE}|ten|eleven|twelve|{_TENS}(?:[ -]{_ONE})?))?)?"
)
_SPOKEN = re.compile(
    rf"\b(?:the )?{_ORDINAL}(?: day)? of {_MONTH}\b{_YEAR}"
    rf"|\b(?=(?-i:[A-Z])){_MONTH}(?: the)? {_ORDINAL}\b{_YEAR}",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(?:\bd\.?o\.?b\b\.?|\bdate of birth|\bbirth ?date|\bborn(?: on)?|\bdied(?: on)?|"
    r"\bd\.?o\.?a\b\.?"
    r"|出生日期|生日|出生)[ \t]{0,3}[:=(]?[ \t]{0,3}"
    r"(?P<value>\d{1,2}(?P<s>[ ./-])\d{1,2}(?P=s)(?:\d{4}|\d{2})|\d{2}(?:\d{4}|\d{6}))"
    r"(?![\d/-]|\.\d)",
    re.IGNORECASE,
)


def unmoved_dates(text: str) -> Iterator[Found]:
    """Find dates in a folded text that have no form to write another date in."""
    for match in _LUNAR.finditer(text):
        if match.end() - match.start() > 2:  # more than the word for the calendar
            yield Found(*match.span(), IdentifierKind.DATE, "date_lunar")
    for match in _SPOKEN.finditer(text):
        yield Found(*match.span(), IdentifierKind.DATE, "date_spoken")
    for match in _BIRTH.finditer(text):
        yield Found(*match.span("value"), IdentifierKind.DATE, "date_of_birth")
