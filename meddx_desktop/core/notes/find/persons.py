"""Age and sex of the patient: 45 yo F, 6 months old, 45岁女性, 3月龄, 患儿."""

import re
from collections.abc import Iterator
from dataclasses import replace

from meddx_desktop.core.domain.note import Assertion, Measured, Mention, MentionKind, Span
from meddx_desktop.core.notes.find.dosing_patterns import PARTS
from meddx_desktop.core.notes.find.numbers import ENGLISH_NUMBER, HAN_NUMBER, NUMBER, number
from meddx_desktop.core.notes.folding import widths

_AGE = re.compile(
    rf"(?<![\w.])(?P<value>{NUMBER}|{ENGLISH_NUMBER}\b)[ \t]?-?[ \t]?"
    r"(?:(?P<unit>years?|yrs?|yr|months?|mos?|mth|weeks?|wks?|wk"
    r"|days?)[ \t]?-?[ \t]?(?:old\b|of age\b|/o\b|o\b)"
    r"|(?P<short>y\.?[ \t]?/?o\.?(?![A-Za-z])|y/o\b|yo\b|mo\b(?=[ \t]?(?:old"
    r"|m\b|f\b|male|female|boy|girl))|m/o\b|w/o(?=[ \t]?(?:m\b|f\b|male"
    r"|female|boy|girl))|d/o\b))"
    r"|\baged?[ \t]{0,2}[:：]?[ \t]{0,2}(?P<aged>\d{1,3})\b(?![ \t]?(?:%"
    r"|/))(?:[ \t]?(?P<aunit>years?|yrs?|months?"
    r"|weeks?|days?|y\b|m\b))?",
    re.IGNORECASE,
)
_AGE_ZH = re.compile(
    rf"(?<!\d)(?P<value>\d{{1,3}}(?:\.\d)?"
    rf"|{HAN_NUMBER})[ \t]?(?:(?P<year>周?岁)(?P<half>半)?(?:(?P<months>\d{{1,2}})个?月)?"
    r"|(?P<month>个?月)(?:龄|大)(?:婴儿|儿)?|(?P<week>周)龄|(?P<day>天|日)(?:龄|大))"
    r"|(?:(?:(?<![\u3400-\u9fff])[男女]|男性|女性|[男女][婴孩童])[ \t]?[,，、]?[ \t]?"
    r"|(?:患儿|新生儿|婴儿)[,，、 \t]{0,2}"
    rf"|(?:生后|出生后?|日龄|月龄|年龄)[ \t]?[:：]?[ \t]?)(?P<value2>\d{{1,3}}|{HAN_NUMBER})[ \t]?"
    r"(?:(?P<month2>个?月)|(?P<week2>周)|(?P<day2>天|日))(?=[,，、。;； \t\n]|$)"
    r"|年龄[ \t]?[:：]?[ \t]?(?P<aged>\d{1,3})(?!\d)"
)
_BARE = re.compile(
    r"(?:^|(?<=\n)|(?<=[:.;]))[ \t]{0,3}(?P<value>\d{1,3})(?P<part>/(?:7|52|12))?[ \t]?"
    r"(?P<sex>[MF])(?=[ \t]+[a-z(]|,)",
)
"""At the beginning: "45M with chest pain", "8/12 F, cough" (months)."""
_LIFE = re.compile(r"\b(?:day (?P<a>\d{1,2}) of life|DOL[ #]?(?P<b>\d{1,2}))\b", re.IGNORECASE)
_CHILD = re.compile(r"患儿|婴儿|新生儿|\b(?:infant|newborn|neonate|toddler)\b", re.IGNORECASE)
_AFTER_AGE = re.compile(
    r"[ \t,，、-]{0,2}(?:old[ \t]"
    r"|right[- ]handed[ \t]|white[ \t]"
    r"|black[ \t]|caucasian[ \t]|hispanic[ \t]"
    r"|african[- ]american[ \t]|asian[ \t]"
    r"|chinese[ \t])*"
    r"(?P<sex>[MF]|male|female|man|woman|boy|girl|gentleman|lady)(?![A-Za-z/'])",
    re.IGNORECASE,
)
_SEX = re.compile(
    r"\b(?:sex|gender)[ \t]?[:=][ \t]?(?P<a>male|female|m|f)\b"
    r"|(?<![A-Za-z])(?P<b>male|female|gentleman"
    r"|lady)(?![A-Za-z])(?:[ \t](?=patient))?"
    r"|(?:性别[ \t]?[:：]?[ \t]?)(?P<c>男|女)|(?P<d>男性|女性|男孩|女孩|男婴|女婴|男童|女童)"
    r"|(?:患者|患儿|病人)[,，、 ]{0,2}(?P<e>男"
    r"|女)(?![儿友人朋])|(?:(?<=[,，、：: \t\n])"
    r"|^)(?P<f>男"
    r"|女)(?=[,，、 \t]{1,2}\d{1,3}[ \t]?(?:岁|个?月|周|[天日](?=[,，、。;； \t\n]|$)))",
    re.IGNORECASE,
)
_AFTER_ZH = re.compile(r"[,，、 \t]{0,2}(?P<sex>男|女)(?:性|孩|婴|童)?")
_UCUM = (("y", "a"), ("mo", "mo"), ("mth", "mo"), ("m", "mo"), ("w", "wk"), ("d", "d"))
_RELATIVE = re.compile(
    r"(?:父亲?|母亲?|兄|弟|姐|妹|祖父|祖母|外公|外婆|爷爷|奶奶|配偶|丈夫|妻子?|儿子|女儿|之子|之女)"
    r"[于约,，、:： ]{0,2}$"
)
"""Right before an age: it is not the patient's."""
_NEAR = 8
_UNITS_ZH = (("mo", ("month", "month2")), ("wk", ("week", "week2")), ("d", ("day", "day2")))
_MALE = ("m", "male", "man", "boy", "gentleman")
_OLDEST = {"a": 130.0, "mo": 240.0, "wk": 520.0, "d": 1500.0}


def persons(text: str) -> list[Mention]:
    """Find ages and the sex beside them."""
    narrow = widths(text)
    found: list[Mention] = []
    for match in _AGE.finditer(narrow):
        found += _english(text, narrow, match)
    for match in _AGE_ZH.finditer(narrow):
        found += _chinese(text, narrow, match)
    found += _children(text, narrow)
    for match in _BARE.finditer(narrow):
        unit = PARTS[match["part"][1:]] if match["part"] else "a"
        end = match.end("part") if match["part"] else match.end("value")
        found.append(_age(text, Span(match.start("value"), end), float(match["value"]), unit))
        found.append(_sex(text, Span(*match.span("sex")), match["sex"]))
    for match in _LIFE.finditer(narrow):
        found.append(_age(text, Span(*match.span()), float(match["a"] or match["b"]), "d"))
    for match in _SEX.finditer(narrow):
        word = next(word for word in match.groupdict().values() if word)
        begin = match.start(match.lastgroup or 0)
        found.append(_sex(text, Span(begin, begin + len(word)), word))
    return found


def _children(text: str, narrow: str) -> Iterator[Mention]:
    for match in _CHILD.finditer(narrow):
        span = Span(*match.span())
        yield Mention(span, text[span.start : span.end], MentionKind.AGE, concept="age:child")


def _sex(text: str, span: Span, word: str) -> Mention:
    male = word.lower() in _MALE or word.startswith("男")
    words = text[span.start : span.end]
    return Mention(span, words, MentionKind.SEX, concept="sex:male" if male else "sex:female")


def _age(text: str, span: Span, value: float, unit: str) -> Mention:
    measured = (Measured("age", value, unit),)
    words = text[span.start : span.end]
    if value > _OLDEST[unit]:
        return Mention(span, words, MentionKind.AGE, unused=measured)
    return Mention(span, words, MentionKind.AGE, measured=measured)


def _english(text: str, narrow: str, match: re.Match[str]) -> Iterator[Mention]:
    value = number(match["value"] or match["aged"])
    if value is None:
        return
    word = (match["unit"] or match["short"] or match["aunit"] or "y").lower()
    unit = next(ucum for start, ucum in _UCUM if word.startswith(start))
    begin, end = match.span()
    while narrow[end - 1] in " \t":
        end -= 1
    yield _age(text, Span(begin, end), value, unit)
    after = _AFTER_AGE.match(narrow, match.end())
    if after and not (len(after["sex"]) == 1 and after["sex"].islower()):
        yield _sex(text, Span(*after.span("sex")), after["sex"])


def _chinese(text: str, narrow: str, match: re.Match[str]) -> Iterator[Mention]:
    value = number(match["value"] or match["value2"] or match["aged"])
    if value is None:
        return
    unit = next((u for u, names in _UNITS_ZH if any(match[name] for name in names)), "a")
    if match["half"]:
        value += 0.5
    if match["months"]:
        value = value * 12 + float(match["months"])
        unit = "mo"
    begin = match.start("value2") if match["value2"] else match.start()
    age = _age(text, Span(begin, match.end()), value, unit)
    if _RELATIVE.search(narrow, max(0, begin - _NEAR), begin):
        yield replace(age, assertion=Assertion.FAMILY)
        return
    yield age
    after = _AFTER_ZH.match(narrow, match.end())
    if after:
        span = Span(after.start("sex"), after.end())
        yield _sex(text, span, narrow[span.start : span.end])
