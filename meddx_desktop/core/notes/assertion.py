"""What a note says of each mention: there, not there, perhaps, only if, earlier, of a relative.

The ConText algorithm (Harkema and others, J Biomed Inform 2009;42:839-51) over triggers in English
and Chinese; where no words decide, the section may.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from meddx_desktop.core.domain.note import (
    Assertion,
    Mention,
    MentionKind,
    Section,
    SectionName,
    Span,
    Trigger,
)
from meddx_desktop.core.notes.assertion_phrases import Hit, Token
from meddx_desktop.core.notes.assertion_rules import TERM, TOKEN, Effect
from meddx_desktop.core.notes.assertion_scopes import Found, scopes
from meddx_desktop.core.notes.plain import Plain

ASSERTED = frozenset(
    {
        MentionKind.PROBLEM,
        MentionKind.SYMPTOM,
        MentionKind.DRUG,
        MentionKind.ALLERGY,
        MentionKind.PROCEDURE,
    }
)
"""Kinds that can be denied or doubted; a number or a date is what it is."""
_ORDER = (
    Assertion.NEGATED,
    Assertion.FAMILY,
    Assertion.CONDITIONAL,
    Assertion.HISTORICAL,
    Assertion.POSSIBLE,
)
"""Which counts where several reach a mention: what is not there is nobody's."""
_BY_SECTION = {
    SectionName.FAMILY_HISTORY: (Assertion.FAMILY, "section_family"),
    SectionName.PAST_HISTORY: (Assertion.HISTORICAL, "section_history"),
    SectionName.SURGICAL_HISTORY: (Assertion.HISTORICAL, "section_history"),
}
_STILL = "possible_still"
_EXCLUDED = frozenset({"excluded", "ruled"})
_NON = "negation_non"
_LASTING = "lasting_after"
_YEARS = "history_years"
_NOT_GIVEN = (
    *("停用", "停服", "停止使用", "已停", "未予", "未使用", "未服", "未应用", "未用"),
    *("未行", "未做", "未接受", "未注射", "未接种"),
)
_EXCEPTED = {"除", "外"}
_TAKEN = frozenset({"on", "takes", "taking", "using", "uses", "服", "用", "予"})
_CAUSE_UNKNOWN = {"待", "查"}
_RESULTS = frozenset({"negative", "neg", "阴", "(-)"})
_FINDINGS = frozenset({MentionKind.PROBLEM, MentionKind.SYMPTOM})
_DIFFERENTIAL = ("differential", "ddx", "鉴别", "working d", "provisional", "tentative", "拟诊")
_OLD = ("陈旧", "old ", "remote ", "previous ", "healed ")
"""A mention that begins like this names what was: 陈旧性心肌梗死."""
_BY_SECTION_KINDS = frozenset({MentionKind.PROBLEM, MentionKind.SYMPTOM, MentionKind.PROCEDURE})


def assert_mentions(
    text: str,
    sentences: Sequence[Span],
    sections: Sequence[Section],
    mentions: Sequence[Mention],
) -> tuple[Mention, ...]:
    """Set assertion and trigger of each mention.

    Parameters
    ----------
    text
        The whole note.
    sentences, sections
        Of that note, in order.
    mentions
        Sorted by place. One whose assertion is already decided, a statement that no allergy is
        known, and kinds that can't be denied stay as they are.

    Returns
    -------
    tuple of Mention
        The same mentions in the same order.
    """
    answers: list[Mention] = list(mentions)
    numbers = [number for number, mention in enumerate(mentions) if _is_open(mention)]
    starts = [mentions[number].span.start for number in numbers]
    for sentence in sentences:
        within = numbers[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if within:
            for number, mention in _in_sentence(text, sentence, within, mentions):
                answers[number] = mention
    return by_section(text, sections, answers)


def by_section(
    text: str, sections: Sequence[Section], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Let headings decide what words did not: a disease under "Family history" is a relative's."""
    starts = [section.span.start for section in sections]
    answers = []
    for mention in mentions:
        place = bisect_right(starts, mention.span.start) - 1
        answers.append(_by_section(text, sections[place], mention) if place >= 0 else mention)
    return tuple(answers)


def _is_open(mention: Mention) -> bool:
    if mention.kind not in ASSERTED or mention.trigger is not None:
        return False
    none_known = mention.allergy is not None and mention.allergy.none_known
    return mention.assertion is Assertion.PRESENT and not none_known


def _in_sentence(
    text: str, sentence: Span, within: Sequence[int], mentions: Sequence[Mention]
) -> Iterator[tuple[int, Mention]]:
    plain = Plain.of(text[sentence.start : sentence.end])
    tokens = list(_tokens(plain, sentence.start, [(n, mentions[n].span) for n in within]))
    found = scopes(tokens)
    places = {token.mention: place for place, token in enumerate(tokens) if token.mention >= 0}
    covered = _covered(within, mentions)
    for number in within:
        reached = found.get(covered[number])
        decided = _decided(reached, mentions[number], tokens) if reached else None
        if decided is None and (after := _after_operation(plain, tokens, places, number)):
            decided = Assertion.HISTORICAL, (after, after + 1, "history_after", 0)
        if decided is None and mentions[number].text.lower().startswith(_OLD):
            own = mentions[number]
            yield (
                number,
                replace(
                    own,
                    assertion=Assertion.HISTORICAL,
                    trigger=Trigger(own.span, own.text, "history_own"),
                ),
            )
        elif decided is not None:
            assertion, trigger = decided
            span = Span(
                sentence.start + plain.back(tokens[trigger[0]].start),
                sentence.start + plain.end(tokens[trigger[1] - 1].end),
            )
            words = text[span.start : span.end]
            yield (
                number,
                replace(
                    mentions[number],
                    assertion=assertion,
                    trigger=Trigger(span, words, trigger[2], trigger[3]),
                ),
            )


def _after_operation(
    plain: Plain, tokens: Sequence[Token], places: dict[int, int], number: int
) -> int | None:
    """Where 后 stands right after an operation: 阑尾切除术后."""
    place = places.get(number, len(tokens)) + 1
    if place >= len(tokens) or tokens[place].text != "后":
        return None
    return place if plain.text[tokens[place - 1].end - 1] == "术" else None


def _covered(within: Sequence[int], mentions: Sequence[Mention]) -> dict[int, int]:
    """For each mention the one whose token stands for it: the first of those that overlap."""
    stands: dict[int, int] = {}
    last = -1
    for number in within:
        overlaps = last >= 0 and mentions[number].span.start < mentions[last].span.end
        if not overlaps:
            last = number
        stands[number] = last
    return stands


def _tokens(plain: Plain, offset: int, within: Sequence[tuple[int, Span]]) -> Iterator[Token]:
    """The tokens of a sentence; a mention is one, whatever stands in it."""
    place = 0
    for number, span in within:
        start = plain.there(span.start - offset)
        end = max(plain.there(min(span.end - offset, len(plain.source))), start)
        if start < place:
            continue  # overlaps the one before, which stands for it
        yield from _words(plain.text, place, start)
        yield Token(TERM, start, end, number)
        place = end
    yield from _words(plain.text, place, len(plain.text))


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in TOKEN.finditer(text, start, end):
        yield Token(match[0], match.start(), match.end())


def _decided(
    found: Found, mention: Mention, tokens: Sequence[Token]
) -> tuple[Assertion, tuple[int, int, str, int]] | None:
    kind = mention.kind
    if _is_still_possible(found, tokens):
        hit, distance = found.of[Assertion.POSSIBLE]
        return Assertion.POSSIBLE, (hit.start, hit.end, hit.rule.name, distance)
    for assertion in _ORDER:
        if assertion in found.of:
            hit, distance = found.of[assertion]
            words = {token.text.lower() for token in tokens[hit.start : hit.end]}
            if kind not in _FINDINGS and not words.isdisjoint(_RESULTS):
                continue  # an X-ray that was negative was done
            if hit.rule.name == _NON and (kind is not MentionKind.SYMPTOM or " " in mention.text):
                continue  # non-tender, but neither non-STEMI nor non-ST elevation
            if kind is MentionKind.SYMPTOM and hit.rule.name == _YEARS:
                continue  # 3年前咳嗽: it began then, and may last
            if kind is MentionKind.SYMPTOM and words == _CAUSE_UNKNOWN:
                continue  # 发热待查: the fever is there, its cause is looked for
            if assertion is Assertion.HISTORICAL and _lasts(found, hit):
                continue
            if kind is MentionKind.ALLERGY and words == _EXCEPTED:
                continue  # 无过敏史，青霉素除外
            if assertion is Assertion.NEGATED and _is_worst(mention, hit, distance):
                continue  # no fever/worst headache of life
            if kind in _FINDINGS and _is_of_treatment(tokens, hit):
                continue  # 停用格列美脲（低血糖）: what was stopped is the drug
            is_past_drug = kind is MentionKind.DRUG and assertion is Assertion.HISTORICAL
            if is_past_drug and _is_taken_for(tokens, hit, distance):
                continue  # history of hypertension, on amlodipine
            return assertion, (hit.start, hit.end, hit.rule.name, distance)
    return None


def _is_worst(mention: Mention, hit: Hit, distance: int) -> bool:
    """Whether a mention of its own weight only stands in one list with what is denied."""
    is_far = distance > 1 and hit.rule.effect is Effect.BEFORE
    return is_far and mention.text.lower().startswith(("worst", "thunderclap"))


def _is_of_treatment(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether the words deny that something was done or given: they say nothing of an illness."""
    words = "".join(token.text for token in tokens[hit.start : hit.end])
    return words.startswith(_NOT_GIVEN)


def _is_taken_for(tokens: Sequence[Token], hit: Hit, distance: int) -> bool:
    """Whether between the words of the past and a drug stands the illness that it is taken for."""
    if hit.rule.effect is not Effect.BEFORE:
        return False
    between = tokens[hit.end : hit.end + distance]
    last = max((place for place, token in enumerate(between) if token.mention >= 0), default=-1)
    return last >= 0 and any(token.text.lower() in _TAKEN for token in between[last + 1 :])


def _lasts(found: Found, history: Hit) -> bool:
    """Whether what began earlier lasts: "diagnosed 5 years ago", "history of fever for 3 days"."""
    present, _ = found.of.get(Assertion.PRESENT, (None, 0))
    if present is None:
        return False
    return history.rule.effect is Effect.AFTER or present.rule.name == _LASTING


def _is_still_possible(found: Found, tokens: Sequence[Token]) -> bool:
    """Whether it is said last that it can't be excluded: "no sign of it, but it cannot be ...".

    Right behind a mention that speaks louder than a "no" before others: "no effusion; pneumonia
    cannot be excluded".
    """
    hit, distance = found.of.get(Assertion.POSSIBLE, (None, 0))
    if hit is None or hit.rule.effect is not Effect.AFTER:
        return False
    if hit.rule.name == _STILL:
        return True
    denied, far = found.of.get(Assertion.NEGATED, (None, 0))
    is_of_others = denied is not None and denied.rule.effect is Effect.BEFORE and far > 0
    words = {token.text.lower() for token in tokens[hit.start : hit.end]}
    return is_of_others and distance == 0 and not words.isdisjoint(_EXCLUDED)


def _by_section(text: str, section: Section, mention: Mention) -> Mention:
    """What the heading says, where the words say nothing else."""
    if section.heading is None or mention.kind not in _BY_SECTION_KINDS:
        return mention
    if section.heading.touches(mention.span):
        return mention
    heading = text[section.heading.start : section.heading.end]
    decided = _BY_SECTION.get(section.name)
    if decided is None and any(word in heading.lower() for word in _DIFFERENTIAL):
        decided = (Assertion.POSSIBLE, "section_differential")
    is_free = mention.assertion in (Assertion.PRESENT, Assertion.HISTORICAL, Assertion.POSSIBLE)
    if decided is None or not is_free:
        return mention
    assertion, rule = decided
    if assertion is not Assertion.FAMILY and mention.assertion is not Assertion.PRESENT:
        return mention
    return replace(
        mention, assertion=assertion, trigger=Trigger(section.heading, heading.strip(), rule)
    )
