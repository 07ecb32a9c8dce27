"""Ages over 89 in figures and words, and years of birth that tell one."""

import re
from collections.abc import Iterator
from datetime import date

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind

_HIGH = r"9\d|1[0-4]\d"
_ONES = r"one|two|three|four|five|six|seven|eight|nine"
_WORDS = (
    rf"ninety(?:[ -](?:{_ONES}))?"
    rf"|(?:a|one)[ -]hundred(?:[ -](?:and[ -])?(?:{_ONES}|ten|eleven|twelve))?"
)
_YEARS = r"[ -]?(?:years?|yrs?|yr|y)\b(?:[ -]?(?:old|of age|o)\b)?|[ -]?y[./]?o\b|-year"
_NOT_AGO = r"(?! (?:ago|history|earlier|later|smok))"
_OLD = re.compile(
    rf"(?<![\d.])(?P<age>{_HIGH})(?=(?:{_YEARS}){_NOT_AGO})"
    rf"|\b(?:aged?|age is|age was)[: ]{{1,3}}(?P<age2>{_HIGH})(?![\d%]|\.\d| ?(?:days?|months?|"
    r"weeks?|hours?))"
    rf"|(?<![\d.])(?P<age3>{_HIGH})(?: ?(?:周?岁|歲))"
    r"|(?<![一二三四五六七八九十百])(?P<age4>九十[一二三四五六七八九]?|"
    r"一百(?:零?[一二三四五六七八九十]{1,2})?)(?:周?岁|歲)"
    rf"|年龄[: ]{{1,3}}(?P<age5>{_HIGH})(?![\d.])(?: ?周?岁)?",
    re.IGNORECASE,
)
_PERSON = (
    r"[ ](?:with|w/|who|presents?|presenting|presented|c/o|complaining|admitted|brought|found|here|"
    r"known|adm|h/o|hx|PMH|s/p|from|had|has|fell|lives|seen|is|was)\b"
)
_STARTS = r"(?m:^)[ \t]{0,4}|(?i:\b(?:this|a|an|the|pt|patient|is))[ \t]|(?<=[A-Za-z\]])[ ]?\("
_WITH_SEX = re.compile(
    rf"(?:{_STARTS}|[.;][ ]|(?<=[A-Za-z\]]),?[ ])(?P<age>{_HIGH})[ ]?M(?![A-Za-z0-9°])"
    rf"|(?:{_STARTS})(?P<age2>{_HIGH})[ ]?F(?![A-Za-z0-9°])(?=[ \t]*(?:$|[\n,;)]|\.(?!\d))|"
    rf"{_PERSON})"
    rf"|(?:{_STARTS}|[.;][ ]|(?<=[A-Za-z\]]),?[ ])(?P<age3>{_HIGH})[ ]?F(?={_PERSON})"
)
"""97F: an age where a note of a person begins, a temperature elsewhere."""
_HEAT = re.compile(
    r"(?i:\b(?:t|temp|temperature|fever|febrile|afebrile|tmax|t max|to|of|at|was|obs|"
    r"vitals)[ .,:;(=]{0,3})$"
)
_IN_WORDS = re.compile(
    rf"\b(?:aged?|age is|age was)[: ]{{1,2}}(?P<age>{_WORDS})\b"
    rf"|\b(?P<age2>{_WORDS})(?=(?:{_YEARS}){_NOT_AGO})"
    r"|\bin (?:his|her|their)(?: (?:early|mid|late)[ -]?)?[ ]?(?P<age3>nineties|90'?s)\b"
    r"|\b(?P<age4>ninet(?:ieth|y[ -]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth))"
    r"|(?:one[ -])?hundredth|(?:9\d|1[0-4]\d)(?:st|nd|rd|th))(?= birthday)"
    r"|\b(?P<age5>nonagenarian|centenarian)\b|(?P<age6>九旬|百岁)",
    re.IGNORECASE,
)
_BIRTH_YEAR = re.compile(
    r"(?:\bborn(?: in)?|出生于|生于)[: ]{0,2}(?P<year>1[89]\d\d)(?!\d|[-/.年]\d)", re.IGNORECASE
)
OLDEST_SHOWN = 89


def ages(text: str, today: date) -> Iterator[Found]:
    """Find ages over 89, and years of birth that tell one."""
    for match in _OLD.finditer(text):
        name = next(key for key, value in match.groupdict().items() if value)
        end = match.end() if name in ("age3", "age4", "age5") else match.end(name)
        age = match[name]
        if name == "age4" or int(age) > OLDEST_SHOWN:
            yield Found(match.start(name), end, IdentifierKind.AGE, "age_over_89")
    for match in _WITH_SEX.finditer(text):
        name = next(key for key, value in match.groupdict().items() if value)
        start, end = match.span(name)
        if not _HEAT.search(text, max(0, start - 16), start):
            yield Found(start, end, IdentifierKind.AGE, "age_over_89")
    for match in _IN_WORDS.finditer(text):
        name = next(key for key, value in match.groupdict().items() if value)
        yield Found(*match.span(name), IdentifierKind.AGE, "age_in_words")
    for match in _BIRTH_YEAR.finditer(text):
        if today.year - int(match["year"]) > OLDEST_SHOWN:
            yield Found(*match.span("year"), IdentifierKind.AGE, "birth_year_over_89")
