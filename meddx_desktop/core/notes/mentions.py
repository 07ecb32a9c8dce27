"""All that a note mentions: every finder's finds, overlaps settled, sorted by place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from meddx_desktop.core.domain.note import Mention, MentionKind, Paragraph, Section, Span
from meddx_desktop.core.notes.find.allergies import allergies
from meddx_desktop.core.notes.find.drugs import drugs
from meddx_desktop.core.notes.find.habits import habits
from meddx_desktop.core.notes.find.labs import labs
from meddx_desktop.core.notes.find.persons import persons
from meddx_desktop.core.notes.find.sides import give_sides
from meddx_desktop.core.notes.find.terms import terms
from meddx_desktop.core.notes.find.times import times
from meddx_desktop.core.notes.find.vitals import vitals
from meddx_desktop.core.notes.lexicon import lexicon

_FIRST = (
    MentionKind.ALLERGY,
    MentionKind.VITAL_SIGN,
    MentionKind.LAB_VALUE,
    MentionKind.SMOKING,
    MentionKind.ALCOHOL,
    MentionKind.DRUG,
    MentionKind.PROBLEM,
    MentionKind.SYMPTOM,
    MentionKind.PROCEDURE,
    MentionKind.AGE,
    MentionKind.SEX,
    MentionKind.DATE,
    MentionKind.DURATION,
)
"""Where two finds share words, the earlier kind keeps them; of one kind, the longer find."""
_RANK = {kind: place for place, kind in enumerate(_FIRST)}


def find_mentions(
    text: str, paragraphs: Sequence[Paragraph], sections: Sequence[Section]
) -> tuple[Mention, ...]:
    """Find the mentions of a text; no two of them share a character."""
    words = lexicon()
    matches = words.matches(text)
    taken = drugs(text, matches)
    extents = [extent for _, extent in taken]
    found = settle(
        [
            *allergies(text, matches, sections),
            *vitals(text),
            *labs(text, words),
            *habits(text),
            *(one for one, _ in taken),
            *terms(text, matches),
            *persons(text),
            *_outside(times(text), extents),
        ]
    )
    return tuple(_spoken(give_sides(text, found), paragraphs))


def _outside(found: Iterable[Mention], extents: Sequence[Span]) -> Iterator[Mention]:
    """Leave out the durations of a prescription: they say nothing of the illness."""
    starts = [extent.start for extent in extents]
    for one in found:
        place = bisect_right(starts, one.span.start) - 1
        if place < 0 or extents[place].end < one.span.end or one.kind is not MentionKind.DURATION:
            yield one


def settle(found: Iterable[Mention]) -> list[Mention]:
    """Keep of mentions that share words the one that says more; sort them by place."""
    ranked = sorted(
        found, key=lambda one: (_RANK[one.kind], one.span.start - one.span.end, one.span)
    )
    taken: set[int] = set()
    kept: list[Mention] = []
    for one in ranked:
        places = range(one.span.start, one.span.end)
        if one.span.start < one.span.end and taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def _spoken(mentions: Iterable[Mention], paragraphs: Sequence[Paragraph]) -> Iterator[Mention]:
    """Give each mention the language of its paragraph."""
    starts = [paragraph.span.start for paragraph in paragraphs]
    for one in mentions:
        place = bisect_right(starts, one.span.start) - 1
        inside = place >= 0 and one.span.start < paragraphs[place].span.end
        yield replace(one, language=paragraphs[place].language) if inside else one
