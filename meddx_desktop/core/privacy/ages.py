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
_SEXED = re.compile(
    rf"(?<![A-Za-z0-9])[MF]/(?P<age>{_HIGH})(?![\d./%])"
    rf"|(?<![\d./])(?P<age2>{_HIGH})/[MF](?![A-Za-z0-9/])"
    rf"|(?<![A-Za-z])(?i:female|male)[,;/]?[ ](?P<age3>{_HIGH})(?=[ \t]*(?:$|[\n,;)]|\.(?!\d)))"
    rf"|(?<=[A-Za-z),]) [MF][, ]{{1,2}}(?P<age4>{_HIGH})(?=[ \t]*(?:$|[\n,;)]|\.(?!\d)))"
    rf"|[男女]性?[ \t]{{0,2}}[/,，、]?[ \t]{{0,2}}(?P<age5>{_HIGH})"
    r"(?![\d.]|[ ]?(?:[a-zA-Z/%℃]|年(?!龄)))"
    rf"|(?:年龄|现年|虚岁|周岁|高龄|享年)[: ]?(?P<age6>{_HIGH}|九十[一二三四五六七八九]?)"
    r"(?![\d.一二三四五六七八九十])"
    rf"|(?i:\b(?:turned|turning|will be|just)[ ])(?P<age7>{_HIGH})(?=[ \t]*(?:$|[\n,;)]|\.(?!\d)))"
)
"""An age without its unit beside a sex: 94/F, female, 94, 女/92."""
_BIRTH_LABEL = (
    r"(?:\bborn(?:[ ](?:in|about|around|circa|c\.))?|\bd\.?o\.?b\b\.?|\bbirth[ ]year"
    r"|\byear[ ]of[ ]birth|\by\.?o\.?b\b\.?|\bb\.|\bbirth[ ]?date|\bdate[ ]of[ ]birth"
    r"|出生年份|出生年月日?|出生日期|出生于|出生|生于)"
)
_BIRTH_YEAR = re.compile(
    rf"{_BIRTH_LABEL}[ \t]{{0,2}}[:=(]?[ \t]{{0,2}}(?P<year>1[89]\d\d)(?!\d|[-/.]\d|年\d)"
    r"|(?<!\d)(?P<year2>1[89]\d\d)(?= ?年?(?:出生|生(?:人|于|[,，。;；)）\s]|$)))",
    re.IGNORECASE,
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
    for match in (*_WITH_SEX.finditer(text), *_SEXED.finditer(text)):
        name = next(key for key, value in match.groupdict().items() if value)
        start, end = match.span(name)
        if not _HEAT.search(text, max(0, start - 16), start):
            yield Found(start, end, IdentifierKind.AGE, "age_over_89")
    for match in _IN_WORDS.finditer(text):
        name = next(key for key, value in match.groupdict().items() if value)
        yield Found(*match.span(name), IdentifierKind.AGE, "age_in_words")
    for match in _BIRTH_YEAR.finditer(text):
        name = "year" if match["year"] else "year2"
        if today.year - int(match[name]) > OLDEST_SHOWN:
            yield Found(*match.span(name), IdentifierKind.AGE, "birth_year_over_89")
