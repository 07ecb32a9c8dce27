"""Allergies with their reaction, and the statement that none is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from meddx_desktop.core.domain.note import (
    AllergyFact,
    Assertion,
    Mention,
    MentionKind,
    Section,
    Span,
    Trigger,
)
from meddx_desktop.core.notes.find.allergens import is_thing, substances
from meddx_desktop.core.notes.find.allergy_lists import Lists, denial, is_as_written, is_dosed
from meddx_desktop.core.notes.folding import fold_term, widths
from meddx_desktop.core.notes.lexicon import Match, TermKind, lexicon

_NONE = re.compile(
    r"(?<![A-Za-z])(?:NKDA|NKA|NKFA)(?![A-Za-z])"
    r"|\bno (?:known )?(?:(?:drug|medication|medicine|food|environmental"
    r"|seasonal|latex|other)(?:,? (?:and|or|nor) |/|, ?)?){0,4} ?allerg(?:y"
    r"|ies)\b(?! to [a-z])"
    r"|\b(?:denies|denied"
    r"|without)(?: having)?(?: any)?(?: known)? (?:(?:drug|medication"
    r"|medicine|food|environmental)(?: and | or |/|, ?)?){0,3} ?allerg(?:y"
    r"|ies)\b(?! to [a-z])"
    r"|\b(?:not|isn't) allergic to (?:any(?:thing| (?:medications?|drugs?|medicines?|foods?))?)"
    r"|\b(?:drug )?allergies(?: to (?:medications?"
    r"|drugs?))?[ \t]?[:：-]?[ \t]{0,2}(?:none(?: known)?"
    r"|nil(?: known)?|no known|negative|denies"
    r"|denied|no)\b(?! to)"
    r"|\bnone known\b(?=[^\n]{0,10}allerg)"
    r"|(?:否认|无|未发现|没有|否认有)(?:明确|明显|已知"
    r"|任何)?(?:的)?(?:(?:药物|食物|食品|其他|花粉|青霉素|及|和|或"
    r"|与|、|，|/|等){0,8})过敏(?:史|反应|物)?"
    r"|(?:药物|食物)?(?:及|和|、)?(?:药物|食物)?过敏史"
    r"[ \t]?[:：][ \t]?(?:无|否认|没有|未发现|暂无)",
    re.IGNORECASE,
)
_WHOLE_LINE = re.compile(
    r"^[ \t]*(?:none(?: known)?|nil|no|denies|无"
    r"|否认|暂无)[ \t.。]*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:allerg(?:ic|y|ies)|anaphyla(?:xis|ctic)|hypersensitiv(?:e|ity)"
    r"|intoleran(?:t|ce)|adverse reaction|reaction|reacts"
    r"|reacted)(?: reactions?)? (?:to|of|from|with)"
    r"|\ballergies[ \t]?(?:include|are|:|：|-)"
    r"|\ballerg(?:y|en)[ \t]?[:：]|过敏(?:史|药物|源"
    r"|原)?[ \t]?[:：]|对)[ \t]*(?:the |both "
    r"|include |several )?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ \t]?(?:类|类药物|类抗生素|制剂|药物|片|针"
    r"|注射液)?[ \t]?(?:\b(?:allerg(?:y|ies)"
    r"|anaphylaxis|hypersensitivity"
    r"|intolerance|intolerant|allergic)\b|过敏(?:史|反应)?|皮试阳性|不耐受)",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"[ \t]*(?:[(（][^()（）\n]{0,60}[)）]|(?:which "
    r"|that )?(?:causes?|caused|causing|gives?"
    r"|gave|->|→|with|leads? to|resulting in|产生"
    r"|引起|出现|导致|表现为"
    r"|[-:：–])[ \t]?[^,;.，；。、\n]{1,50}?)?[ \t]*(?:[,;，；、/&]"
    r"|\band\b|\bor\b|和|及|与|或)+[ \t]*(?:and |or "
    r"|to |the |also |对)*",
    re.IGNORECASE,
)
_REACTION = re.compile(
    r"[ \t]*(?:allerg(?:y|ies)|过敏(?:史"
    r"|反应)?)?[ \t]*(?:[(（\[][ \t]*(?P<in>[^()（）\[\]\n]{1,60})[)）\]]"
    r"|[,，]?[ \t]*(?:which "
    r"|that )?(?:(?:it )?causes?|caused|causing"
    r"|gives? (?:her|him|the patient)?"
    r"|gave (?:her|him)?|->|→|reaction[: ]"
    r"|leads? to|resulting in|with (?=rash|hives"
    r"|swelling|itch|anaph|nausea|urticaria)"
    r"|[-–:：](?=[ \t]?[A-Za-z㐀-鿿])"
    r"|(?:后)?(?:可)?(?:产生|引起|出现|导致|致"
    r"|表现为))[ \t:：]*(?P<out>[^,;.，；。、\n()（）]{1,40}))",
    re.IGNORECASE,
)
_TO_SOMETHING = re.compile(
    r"\b(?<!not )(?<!never )(?:is |was |are |highly |severely )*(?:allergic|intolerant)"
    r" (?:to|of) (?:the )?"
    r"(?P<name>[A-Za-z][A-Za-z-]{2,20}(?: [a-z-]{3,14})?)(?=[ \t]*(?:[,.;(\n]|$|-|–|\band\b))",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"(?:NKDA|NKA|NKFA|allerg(?:y|ies)|过敏史?)[ \t,;，；(（-]{0,3}(?:known )?"
    r"(?:except(?:ing|ion)?(?: for| of)?"
    r"|apart from|other than|aside from|besides|but(?: for)?|excluding|save for|除了?)[ \t:：]*$",
    re.IGNORECASE,
)
"""What stands behind "none" and is one all the same: NKDA except penicillin."""
_SHOCK = "过敏性休克"
_DEGREE = re.compile(
    r"^(?:severe|mild|moderate|yes|y|unknown reaction|具体不详|不详)$", re.IGNORECASE
)


def allergies(
    text: str, matches: Sequence[Match], sections: Sequence[Section] = ()
) -> list[Mention]:
    """Find statements on allergies; a substance under the heading of allergies is one too."""
    narrow = widths(text)
    found = [_none(text, Span(*match.span())) for match in _NONE.finditer(narrow)]
    found += _shocks(text, narrow, matches)
    lists = Lists(narrow, sections)
    for section in lists.sections:
        found += _empty(text, narrow, section)
    ones = [s for s in substances(narrow, matches) if not any(s[0].touches(f.span) for f in found)]
    return [
        *found,
        *_listed(text, narrow, ones, lists),
        *_unlisted(text, narrow, [*found], ones, lists),
    ]


def _listed(
    text: str, narrow: str, ones: Sequence[tuple[Span, str]], lists: Lists
) -> Iterator[Mention]:
    """The substances that are said to be allergens, by words or by where they stand."""
    end_of_last = -1
    for span, name in ones:
        no = denial(narrow, span.end)
        inside = lists.holds(span, is_drug=not is_thing(name)) and not is_dosed(narrow, span.end)
        stated = _stated(narrow, span)
        follows = end_of_last >= 0 and _joined(narrow, end_of_last, span.start)
        follows = follows and not is_dosed(narrow, span.end)
        if not (inside or stated or follows or (no and "过敏" in narrow[no.start : no.end])):
            end_of_last = -1
            continue
        if no is not None:
            yield _denied(text, Span(span.start, no.end), no, name)
            end_of_last = -1
            continue
        after = _AFTER.match(narrow, span.end)
        whole = Span(span.start, after.end() if after else span.end)
        reaction, end = _reaction(text, narrow, span.end)
        whole = Span(span.start, max(whole.end, end))
        written = text[span.start : span.end]
        yield _made(text, whole, AllergyFact(name, reaction, written=written))
        end_of_last = whole.end


def _unlisted(
    text: str,
    narrow: str,
    found: Sequence[Mention],
    ones: Sequence[tuple[Span, str]],
    lists: Lists,
) -> Iterator[Mention]:
    """What is said to be an allergen, and is none that the program knows: kept as written."""
    known = [*(one.span for one in found), *(span for span, _ in ones)]
    for span, name in lists.as_written(known):
        reaction, end = _reaction(text, narrow, span.end)
        fact = AllergyFact(name, reaction, written=text[span.start : span.end])
        yield _made(text, Span(span.start, max(span.end, end)), fact)
        known.append(span)
    for match in _TO_SOMETHING.finditer(narrow):
        span = Span(*match.span("name"))
        name = " ".join(match["name"].lower().split())
        if is_as_written(name) and not any(span.touches(one) for one in known):
            yield _made(text, span, AllergyFact(name, written=text[span.start : span.end]))


def _denied(text: str, span: Span, no: Span, name: str) -> Mention:
    """A substance of which the note says that there is no allergy to it."""
    trigger = Trigger(no, text[no.start : no.end], "allergy_denied")
    made = _made(text, span, AllergyFact(name, written=text[span.start : no.start].strip(" :：-")))
    return replace(made, assertion=Assertion.NEGATED, trigger=trigger)


def _none(text: str, span: Span) -> Mention:
    """The statement that none is known: an allergy that is denied."""
    trigger = Trigger(span, text[span.start : span.end], "allergy_denied")
    made = _made(text, span, AllergyFact(none_known=True))
    return replace(made, assertion=Assertion.NEGATED, trigger=trigger)


def _shocks(text: str, narrow: str, matches: Sequence[Match]) -> Iterator[Mention]:
    """A disease that is named after its cause: 青霉素过敏性休克."""
    for match in matches:
        span = match.span
        cause, shock, _ = narrow[span.start : span.end].partition(_SHOCK)
        concept = lexicon().find(fold_term(cause)) if cause and shock else None
        if concept is not None and concept.kind is TermKind.DRUG:
            name = " + ".join(concept.parts) or concept.key.removeprefix("drug:")
            written = text[span.start : span.start + len(cause)]
            yield _made(text, span, AllergyFact(name, _SHOCK, written=written))


def _made(text: str, span: Span, fact: AllergyFact) -> Mention:
    concept = "allergy:none_known" if fact.none_known else f"allergy:{fact.substance}"
    words = text[span.start : span.end]
    return Mention(span, words, MentionKind.ALLERGY, concept=concept, allergy=fact)


def _stated(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 60) : span.start].rpartition("\n")[2]
    leads = list(_BEFORE.finditer(before))
    lead = leads[-1] if leads else None
    if _EXCEPT.search(before) or ("过敏" in before and text.startswith("除外", span.end)):
        return True
    if lead is not None and lead.end() == len(before):
        return not lead[0].startswith("对") or bool(_closes(text, span.end))
    return bool(_AFTER.match(text, span.end))


def _closes(text: str, place: int) -> bool:
    """Whether 对 ... 过敏 closes: the word stands soon after, in the same sentence."""
    ahead = re.split(r"[。;；\n]", text[place : place + 40])[0]
    return "过敏" in ahead


def _joined(text: str, end: int, start: int) -> bool:
    return start - end <= 80 and bool(_LIST.fullmatch(text, end, start))


def _reaction(text: str, narrow: str, place: int) -> tuple[str | None, int]:
    """What happened, and where the words on it end (with the bracket)."""
    match = _REACTION.match(narrow, place)
    if match is None:
        return None, place
    name = "in" if match["in"] else "out"
    words = text[match.start(name) : match.end(name)].strip(" .。:：")
    if not words:
        return None, place
    end = match.end() if name == "in" else match.start(name) + len(match[name].rstrip())
    return (None if _DEGREE.match(words) else words), end


def _empty(text: str, narrow: str, section: Section) -> Iterator[Mention]:
    begin = section.heading.end if section.heading else section.span.start
    body = narrow[begin : section.span.end]
    words = body.strip(" \t\n:：")
    if _WHOLE_LINE.match(words):
        start = begin + body.index(words)
        yield _none(text, Span(start, start + len(words)))
