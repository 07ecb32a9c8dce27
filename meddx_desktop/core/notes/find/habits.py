"""Smoking and alcohol: never, former, current, how much (pack-years, cigarettes a day)."""

import re
from collections.abc import Iterator

from meddx_desktop.core.domain.note import Measured, Mention, MentionKind, Span
from meddx_desktop.core.notes.find.numbers import ENGLISH_NUMBER, HAN_NUMBER, NUMBER, number
from meddx_desktop.core.notes.folding import widths

_N = rf"(?:{NUMBER}|{ENGLISH_NUMBER}\b|{HAN_NUMBER})"
_SMOKE = r"(?:smok(?:e[srd]?|ing)|tobacco(?: use)?|cigarettes?|cigs?)"
_DRINK = (
    r"(?:alcohol(?:ic)?(?: use| abuse| intake| consumption| beverages)?"
    r"|drink(?:s|er|ing)?|drank|etoh|liquor|beers?)"
)
_NEVER = (
    r"(?:never(?: been a| a)?|no(?: history of)?|non-?|not"
    r"|denies(?: any)?(?: use of)?|denied(?: any)?|does not|doesn't|nil"
    r"|without|negative for|has never|no use of)"
)
_FORMER = r"(?:former|ex-?|previous(?:ly)?|past|prior|quit|stopped|used to|remote|gave up)"
_LIST = (
    r"(?:(?:alcohol|tobacco|smoking|etoh|drinking|drugs?|illicit drugs?"
    r"|cigarettes)(?:[ \t]?(?:,|/|or|and|nor)[ \t]?(?:any )?){1,2}){0,2}"
)
_SMOKING = re.compile(
    rf"\b(?:(?P<never>{_NEVER}[ \t]{{0,1}}{_LIST}{_SMOKE}(?:d\b)?"
    rf"|non-?[ \t]?smoker|lifelong non-?smoker|never[- ]smoker|(?:tobacco"
    rf"|smoking)[ \t]?(?:use|history|status)?[ \t]?[:=-][ \t]?(?:never|none"
    rf"|no\b|denies|negative|nil))"
    rf"|(?P<former>{_FORMER}[ \t-]{{0,2}}{_SMOKE}|{_SMOKE}[ \t](?:cessation|quit|in the past)"
    r"|smoked\b)"
    rf"|(?P<current>(?:current(?:ly)?|active|heavy|chronic|daily|continues to"
    rf"|still)[ \t]{_SMOKE}|smok(?:es|er|ing)\b|tobacco (?:use|abuse"
    rf"|dependence)|(?:{_N})[ \t-]?pack[- ]?years?(?:[ \t]{_SMOKE})?))",
    re.IGNORECASE,
)
_SMOKING_ZH = re.compile(
    r"(?P<never>(?:否认|无|从不|不"
    r"|未)(?:有)?(?:长期)?(?:吸烟|抽烟|烟酒)(?:史|嗜好|、?饮酒史"
    r"|、饮酒嗜好|等不良嗜好)?|无烟酒嗜好|否认烟酒史"
    r"|吸烟史?[ \t]?[:：][ \t]?(?:无|否|不))"
    r"|(?P<former>(?:已)?戒烟|(?:曾|既往|以前)(?:有)?(?:吸烟|抽烟)(?:史)?)"
    r"|(?P<current>(?:长期|大量|有)?(?:吸烟|抽烟)(?:史|者)?)"
)
_ALCOHOL = re.compile(
    rf"\b(?:(?P<never>{_NEVER}[ \t]{{0,1}}(?:(?:any|tobacco|smoking|smoke"
    rf"|drugs?|illicit drugs?)(?:[ \t]?(?:,|/|or|and"
    rf"|nor)?[ \t]?)){{0,3}}{_DRINK}|nondrinker|teetotal(?:l?er)?|abstinent"
    rf"|(?:alcohol|etoh)[ \t]?(?:use|history"
    rf"|intake)?[ \t]?[:=-][ \t]?(?:never|none|no\b|denies|negative|nil))"
    rf"|(?P<former>{_FORMER}[ \t]{{1,2}}{_DRINK})"
    rf"|(?P<current>(?:social(?:ly)?|occasional(?:ly)?|heavy|moderate|daily"
    rf"|rare(?:ly)?|minimal|light)[ \t](?:{_DRINK}|use of alcohol)|(?:drinks?"
    rf"|consumes|drinking)[ \t](?:{_N}[ \t])?(?:alcohol|beers?|wine|liquor"
    rf"|socially|occasionally|daily|heavily|etoh)|{_N}[ \t](?:beers?|drinks"
    rf"|glasses of wine|units)[ \t](?:per|a|each|/)[ \t]?(?:day|week|night)"
    rf"|alcohol (?:use|abuse|dependence|consumption|intake)|alcoholism"
    rf"|alcoholic\b(?! (?:hepatitis|cirrhosis|liver|beverage))))",
    re.IGNORECASE,
)
_ALCOHOL_ZH = re.compile(
    r"(?P<never>(?:否认|无|从不|不"
    r"|未)(?:有)?(?:长期)?(?:饮酒|喝酒|酗酒)(?:史|嗜好)?"
    r"|(?:否认|无|从不|不)(?:有)?(?:长期)?(?:吸烟|抽烟)史?[、及和或,，/]?(?:饮酒|喝酒|酗酒)(?:史|嗜好)?"
    r"|无烟酒嗜好|(?<=[烟])酒史(?=[:：]无)"
    r"|饮酒史?[ \t]?[:：][ \t]?(?:无|否|不))"
    r"|(?P<former>(?:已)?戒酒|(?:曾|既往|以前)(?:有)?(?:饮酒|喝酒|酗酒)(?:史)?)"
    r"|(?P<current>(?:长期|大量|偶|偶尔|少量|有|间断)?(?:饮酒|喝酒|酗酒|饮白酒|喝白酒)(?:史)?)"
)
_PACK_YEARS = re.compile(rf"(?P<value>{NUMBER})[ \t-]?(?:pack[- ]?years?|包年|年包)", re.IGNORECASE)
_PACKS = re.compile(
    rf"(?P<value>{_N})[ \t]?(?:packs?|ppd"
    rf"|包)[ \t]?(?:(?:per|a|/|each"
    rf"|every)[ \t]?(?:day|d\b|日|天))?",
    re.IGNORECASE,
)
_STICKS = re.compile(
    rf"(?P<value>{_N})[ \t]?(?:-[ \t]?\d{{1,3}}[ \t]?)?(?:cigarettes"
    rf"|cigs|支)[ \t]?(?:(?:per|a|/"
    rf"|each)[ \t]?(?:day|日|天))?",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"(?:for|x|×)?[ \t]?(?P<value>{_N})[ \t]?(?:\+|余|多)?[ \t]?(?:years?|yrs?|年)"
    r"(?![ \t]?(?:ago|前))",
    re.IGNORECASE,
)
_DRINKING_ZH = re.compile(r"(?:饮酒|喝酒|酗酒)")
_SMOKING_WORD_ZH = re.compile(r"吸烟|抽烟")
_SINCE = re.compile(
    r"(?:戒烟[约了已有]*|quit(?:ting)?(?: smoking)?|stopped(?: smoking)?|ex-?[ \t]?smoker"
    r"|abstinent)[ \t]?$",
    re.IGNORECASE,
)
"""Before a number of years: without smoking, not with it."""
_FLUIDS = re.compile(
    r"[ \t]*(?:since|for|well|enough|much|today|milk|water|fluids?|any fluids?|or eating|at all"
    r"|anything|poorly|adequately|as much)\b",
    re.IGNORECASE,
)
"""After "not drinking": a child that drinks nothing, not somebody who never drinks alcohol."""
_REACH = 40


def habits(text: str) -> list[Mention]:
    """Find what a text says of smoking and alcohol."""
    narrow = widths(text)
    found = []
    for patterns, kind in (
        ((_SMOKING, _SMOKING_ZH), MentionKind.SMOKING),
        ((_ALCOHOL, _ALCOHOL_ZH), MentionKind.ALCOHOL),
    ):
        for pattern in patterns:
            found += [
                _habit(text, narrow, match, kind)
                for match in pattern.finditer(narrow)
                if not _is_of_fluids(narrow, match, kind)
            ]
    found.sort(key=lambda one: one.span)
    return [one for place, one in enumerate(found) if not _said_before(found[:place], one)]


def _is_of_fluids(narrow: str, match: re.Match[str], kind: MentionKind) -> bool:
    is_drinking = kind is MentionKind.ALCOHOL and match[0].lower().endswith(("drink", "drinking"))
    return is_drinking and _FLUIDS.match(narrow, match.end()) is not None


def _said_before(before: list[Mention], one: Mention) -> bool:
    """Whether it is only the amount that belongs to the words before it."""
    return (
        bool(before)
        and one.text[:1].isdigit()
        and bool(set(before[-1].measured) & set(one.measured))
        and one.span.start - before[-1].span.end <= _REACH
    )


def _habit(text: str, narrow: str, match: re.Match[str], kind: MentionKind) -> Mention:
    status = match.lastgroup or "current"
    begin, end = _own(match, kind)
    stop = re.search(r"[.;。；\n]", narrow[end : end + _REACH])
    reach = end + (stop.start() if stop else _REACH)
    measured = tuple(_amounts(narrow, begin, reach)) if kind is MentionKind.SMOKING else ()
    if status == "current" and re.search(r"quit|(?<![未不没])戒|stopped|ex-", narrow[end:reach]):
        status = "former"
    return Mention(
        Span(begin, end), text[begin:end], kind, concept=f"{kind}:{status}", measured=measured
    )


def _own(match: re.Match[str], kind: MentionKind) -> tuple[int, int]:
    """Return the words of one habit where a statement denies both (无烟酒嗜好)."""
    begin, end = match.span()
    both = match[0].find("烟酒")
    if both >= 0:
        middle = begin + both + 1
        return (begin, middle) if kind is MentionKind.SMOKING else (middle, end)
    if (drinking := _DRINKING_ZH.search(match[0])) and _SMOKING_WORD_ZH.search(match[0]):
        middle = begin + drinking.start()
        return (begin, middle) if kind is MentionKind.SMOKING else (middle, end)
    own, other = (_SMOKE, _DRINK) if kind is MentionKind.SMOKING else (_DRINK, _SMOKE)
    words = [one.start() for one in re.finditer(own, match[0], re.IGNORECASE)]
    if words and re.search(other, match[0][: words[-1]], re.IGNORECASE):
        begin += words[-1]
    return begin, end


def _amounts(text: str, begin: int, end: int) -> Iterator[Measured]:
    for pattern, name, unit in (
        (_PACK_YEARS, "pack_years", "{pack}.a"),
        (_PACKS, "packs_per_day", "{pack}/d"),
        (_STICKS, "cigarettes_per_day", "{cigarette}/d"),
        (_YEARS, "smoking_years", "a"),
    ):
        match = pattern.search(text, begin, end)
        value = number(match["value"]) if match else None
        if match is None or value is None:
            continue
        if name == "packs_per_day" and _PACK_YEARS.search(text, begin, end):
            continue
        if name == "smoking_years" and _SINCE.search(text, begin, match.start()):
            continue
        if value <= 150:
            yield Measured(name, value, unit)
