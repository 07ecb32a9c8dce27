"""Words of danger signs in a note, and what the note says of them: there, perhaps, or not.

Danger signs that are themselves denials ("unable to drink", 无尿) are matched before negation, so
that no "no" in front of them in a list hides them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from meddx_desktop.core.domain.note import (
    Assertion,
    Mention,
    MentionKind,
    Section,
    Span,
)
from meddx_desktop.core.notes.assertion import ASSERTED, assert_mentions
from meddx_desktop.core.notes.by_place import ByPlace
from meddx_desktop.core.notes.red_flag_allergies import (
    SIGNS_OF_TODAY,
    is_known_reaction,
    is_listed,
)
from meddx_desktop.core.notes.red_flag_durations import lasts
from meddx_desktop.core.notes.red_flag_phrases import Phrase, Prepared, folded
from meddx_desktop.core.notes.red_flag_rules import Sign, rule_book

_DENIED_DENIAL = re.compile(
    r"(?:\b(?:not|never|no|denies|denied|denying|without|nor)\s+(?:(?:being|been|be|any|having|"
    r"feeling|that (?:he|she|they) (?:is|was|are)|history of|episodes? of)\s+){0,2}"
    r"|(?:否认|没有|并无|并非|未见|未诉|不存在|从未|从不|无)(?:有|出现|过|曾){0,2}"
    r"|(?:否认|无|未见|没有|未诉)[^。;,!?\n]{0,12}(?:少尿|多尿|尿少)[、或及和,]?)$"
)
"""Right before a danger sign: "denies being unable to drink", 无少尿、无尿."""
_LOOK_BACK = 60
_DOUBT = re.compile(r"\?[\s(]{0,2}$")
_COUNTS = frozenset({Assertion.PRESENT, Assertion.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that say a sign, where, and what the note says of them."""

    name: str
    span: Span
    negative: bool
    sentence: int
    assertion: Assertion = Assertion.PRESENT


@dataclass(frozen=True)
class Reading:
    """A note with what was read in it so far."""

    text: str
    sentences: Sequence[Span]
    sections: Sequence[Section]
    mentions: Sequence[Mention]

    @cached_property
    def prepared(self) -> Prepared:
        """The text as phrases are looked for in it."""
        return Prepared(folded(self.text))

    @cached_property
    def cut(self) -> "Sentences":
        """Its sentences by place."""
        return Sentences(self.sentences, len(self.text))

    @cached_property
    def open(self) -> Sequence[Mention]:
        """The mentions that may be denied, as if nothing were known of them."""
        return [
            replace(one, assertion=Assertion.PRESENT, trigger=None)
            for one in self.mentions
            if one.kind in ASSERTED
        ]

    @cached_property
    def asserted(self) -> ByPlace[tuple[int, Assertion]]:
        """The numbers of the mentions that may be denied, and what is known of them."""
        return ByPlace(
            (one.span, (number, one.assertion))
            for number, one in enumerate(self.mentions)
            if one.kind in ASSERTED
        )

    @cached_property
    def durations(self) -> ByPlace[Mention]:
        """The mentions that are durations."""
        return ByPlace((m.span, m) for m in self.mentions if m.kind is MentionKind.DURATION)


class Sentences:
    """Sentences by place; what lies in none is a sentence of its own."""

    def __init__(self, spans: Sequence[Span], length: int) -> None:
        self.spans = tuple(spans) or (Span(0, length),)
        self._starts = [span.start for span in self.spans]

    def at(self, place: int) -> int:
        """The number of the sentence at a place; below 0 between two."""
        number = bisect_right(self._starts, place) - 1
        if number >= 0 and place < self.spans[number].end:
            return number
        return -2 - number

    def of(self, span: Span) -> int | None:
        """The sentence that holds words; None where they run over its end."""
        first = self.at(span.start)
        return first if first == self.at(span.end - 1) else None


def hits(reading: Reading) -> Iterator[Hit]:
    """Find the words of all signs that count, with what the note says of them."""
    found = list(_hits(reading))
    known = [_known(hit, reading) for hit in found]
    asserted = _asserted(reading, [hit.span for hit in found], _open(found, known))
    text = reading.prepared.text
    said = [
        _said(hit, assertion or asserted[hit.span], text)
        for hit, assertion in zip(found, known, strict=True)
    ]
    reactions = [_is_known_reaction(hit, reading) for hit in found]
    is_today = any(
        one in _COUNTS and hit.name in SIGNS_OF_TODAY and not reaction
        for hit, one, reaction in zip(found, said, reactions, strict=True)
    )
    for hit, one, reaction in zip(found, said, reactions, strict=True):
        if one in _COUNTS and (is_today or not reaction):
            yield replace(hit, assertion=one)


def _is_known_reaction(hit: Hit, reading: Reading) -> bool:
    """Whether the words only say what kind a known allergy is."""
    number, _ = min(reading.asserted.holding(hit.span), default=(-1, None))
    if number < 0:
        return False
    around = reading.cut.spans[hit.sentence] if hit.sentence >= 0 else hit.span
    return is_known_reaction(reading.text, around, reading.mentions[number])


def _said(hit: Hit, said: Assertion, text: str) -> Assertion:
    """What the words say as a danger sign: one that is a denial itself is not denied by it."""
    if hit.negative:
        if _DENIED_DENIAL.search(text[max(0, hit.span.start - _LOOK_BACK) : hit.span.start]):
            return Assertion.NEGATED
        said = Assertion.PRESENT if said is Assertion.NEGATED else said
    if said is Assertion.HISTORICAL and rule_book().signs[hit.name].also_historical:
        said = Assertion.PRESENT
    if said is Assertion.PRESENT and _is_doubted(text, hit.span):
        said = Assertion.POSSIBLE
    return said


def _hits(reading: Reading) -> Iterator[Hit]:
    for name, sign in rule_book().signs.items():
        found = [(span, False) for span in _places(sign.phrases, reading.prepared)]
        found += [(span, True) for span in _places(sign.negative, reading.prepared)]
        if not found:
            continue
        excepted = ByPlace((span, None) for span in _places(sign.excepted, reading.prepared))
        for span, negative in found:
            sentence = reading.cut.of(span)
            if sentence is None or any(excepted.touching(span)):
                continue
            if sign.lasting_days and not _lasts(sign, span, reading):
                continue
            yield Hit(name, span, negative, sentence)


def _places(phrases: Iterable[Phrase], prepared: Prepared) -> Iterator[Span]:
    for phrase in phrases:
        yield from phrase.find(prepared)


def _lasts(sign: Sign, span: Span, reading: Reading) -> bool:
    number = reading.cut.at(span.start)
    around = reading.cut.spans[number] if number >= 0 else span
    return lasts(reading.prepared.text, around, span, reading.durations, sign.lasting_days)


def _known(hit: Hit, reading: Reading) -> Assertion | None:
    """What is already known of a mention that holds the words, corrections by hand included."""
    if hit.negative:
        return None
    number, known = min(reading.asserted.holding(hit.span), default=(0, None))
    if known is Assertion.PRESENT and is_listed(reading.mentions[number], reading.sections):
        return Assertion.HISTORICAL
    return known


def _open(found: Sequence[Hit], known: Sequence[Assertion | None]) -> frozenset[int]:
    """The sentences whose words have to be read in their context."""
    return frozenset(hit.sentence for hit, said in zip(found, known, strict=True) if said is None)


def _asserted(
    reading: Reading, found: Sequence[Span], numbers: frozenset[int]
) -> dict[Span, Assertion]:
    """Read the context of each hit in some sentences among the other mentions of the note.

    Hits of other signs stay out of each other's way: overlapping words would stand for one
    another, so that a long phrase with a "no" in it could speak for a short one before it.
    """
    answers: dict[Span, Assertion] = {}
    cut = reading.cut
    waiting = [span for span in _in_order(found) if cut.at(span.start) in numbers]
    others = [one for one in reading.open if cut.at(one.span.start) in numbers]
    while waiting:
        row, waiting = _row(waiting)
        here = {cut.at(span.start) for span in row}
        made = [
            Mention(span, reading.text[span.start : span.end], MentionKind.SYMPTOM) for span in row
        ]
        free = [m for m in others if cut.at(m.span.start) in here and _is_free(m.span, row)]
        sorted_ones = sorted([*made, *free], key=lambda one: one.span)
        around = [cut.spans[number] for number in sorted(here)]
        for mention in assert_mentions(reading.text, around, reading.sections, sorted_ones):
            answers.setdefault(mention.span, mention.assertion)
    return answers


def _in_order(spans: Iterable[Span]) -> list[Span]:
    """By place, the longer one first; none twice."""
    return sorted(set(spans), key=lambda span: (span.start, -span.end))


def _row(waiting: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Those of `waiting` that do not overlap, taken from the left, and those that are left."""
    row, left, end = [], [], 0
    for span in waiting:
        if span.start >= end:
            row.append(span)
            end = span.end
        else:
            left.append(span)
    return row, left


def _is_free(span: Span, row: Sequence[Span]) -> bool:
    number = bisect_right(row, span)
    return not any(span.touches(other) for other in row[max(0, number - 1) : number + 1])


def _is_doubted(text: str, span: Span) -> bool:
    """Whether a question mark stands right before the words ("? stroke") or after (脑梗死？)."""
    before = text[max(0, span.start - 3) : span.start]
    return bool(_DOUBT.search(before)) or text[span.end : span.end + 1] == "?"
