"""From the text of a note to its reading: paragraph by paragraph, then the note as a whole.

Each paragraph is read alone, within the section it stands in, so that typing in one of them leaves
the others as they were read before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.note import (
    AllergyFact,
    Language,
    Mention,
    NoteReading,
    Paragraph,
    Section,
    Span,
    Trigger,
)
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.notes.as_read import as_read
from meddx_desktop.core.notes.assertion import by_section
from meddx_desktop.core.notes.enrich import name_sections
from meddx_desktop.core.notes.limits import LONGEST
from meddx_desktop.core.notes.paragraphs import language_of, paragraphs
from meddx_desktop.core.notes.parts import Helpers, Key, Memory, read_parts
from meddx_desktop.core.notes.red_flags import find_flags
from meddx_desktop.core.notes.sections import find_sections

NO_HELPERS = Helpers()


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of the patient; danger signs may depend on it."""

    age_days: int | None = None
    sex: Sex | None = None
    pregnant: bool | None = None


def analyze(
    text: str,
    *,
    previous: Memory | None = None,
    person: Person | None = None,
    language: Language | None = None,
    helpers: Helpers = NO_HELPERS,
) -> NoteReading:
    """Read a note.

    Parameters
    ----------
    text
        Of at most `limits.LONGEST` characters.
    previous
        Of the same note a moment ago; it is brought up to date.
    person
        The patient, where known.
    language
        Of all paragraphs, where somebody says so; found for each otherwise.
    helpers
        What is asked beside the rules. A `previous` belongs to one set of them.

    Returns
    -------
    NoteReading
        Empty for a text without words; never an error for any text of that length.

    Raises
    ------
    ValueError
        For a longer text; whoever takes text in refuses that with a sentence.
    BadOutput, ModelRejected
        A model can't be opened any more, or answers with what is no result.
    Exception
        Whatever the checkpoint of `helpers` raises; `previous` keeps what was read so far.
    """
    if len(text) > LONGEST:
        raise ValueError(len(text))
    memory = previous if previous is not None else Memory()
    written, text = text, as_read(text)
    cut = paragraphs(text)
    if language is not None:
        cut = tuple(replace(one, language=language) for one in cut)
    sections = find_sections(text, cut)
    keys = [
        Key(text[paragraph.span.start : paragraph.span.end], paragraph.language, around)
        for paragraph, around in zip(cut, _sections_within(cut, sections), strict=True)
    ]
    starts = [paragraph.span.start for paragraph in cut]
    parts = list(zip(starts, read_parts(keys, memory, helpers), strict=True))
    said = tuple(_moved(span, start) for start, part in parts for span in part.sentences)
    found = tuple(_shifted(one, start) for start, part in parts for one in part.mentions)
    mentions = _as_written(written, text, by_section(text, sections, found))
    known = person or Person()
    flags = find_flags(
        text,
        said,
        mentions,
        sections=sections,
        age_days=known.age_days,
        sex=known.sex,
        pregnant=known.pregnant,
    )
    spoken = language or language_of(text)
    named = name_sections(text, sections, None if helpers.later else helpers.models)
    memory.waits = helpers.later and helpers.models is not None and helpers.models.are_here
    return NoteReading(spoken, cut, named, mentions, flags)


def _as_written(written: str, text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with the words of the note itself, not of what was read in its place."""
    if written == text:
        return mentions
    return tuple(
        replace(
            one,
            text=written[one.span.start : one.span.end],
            trigger=replace(
                one.trigger, text=written[one.trigger.span.start : one.trigger.span.end]
            )
            if one.trigger is not None
            else None,
            allergy=_substance_as_written(written, one),
        )
        for one in mentions
    )


def _substance_as_written(written: str, one: Mention) -> AllergyFact | None:
    """The allergy with the words of the note for its substance, which the mention begins with."""
    fact = one.allergy
    if fact is None or not fact.written:
        return fact
    start = one.span.start
    return replace(fact, written=written[start : start + len(fact.written)])


def _sections_within(
    cut: Sequence[Paragraph], sections: Sequence[Section]
) -> Iterator[tuple[Section, ...]]:
    """The sections of each paragraph, cut to it, with offsets from its start."""
    number = 0
    for paragraph in cut:
        start, end = paragraph.span.start, paragraph.span.end
        while number < len(sections) and sections[number].span.end <= start:
            number += 1
        around = []
        for section in sections[number:]:
            if section.span.start >= end:
                break
            around.append(_cut_to(section, start, end))
        yield tuple(around)


def _cut_to(section: Section, start: int, end: int) -> Section:
    span = Span(max(section.span.start, start) - start, min(section.span.end, end) - start)
    heading = section.heading
    is_here = heading is not None and heading.start >= start and heading.end <= end
    return Section(section.name, span, _moved(heading, -start) if heading and is_here else None)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _shifted(mention: Mention, by: int) -> Mention:
    if not by:
        return mention
    trigger = mention.trigger
    if trigger is not None:
        trigger = Trigger(_moved(trigger.span, by), trigger.text, trigger.rule, trigger.distance)
    return replace(mention, span=_moved(mention.span, by), trigger=trigger)
