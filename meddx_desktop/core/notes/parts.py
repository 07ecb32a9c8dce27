"""The paragraphs of a note, each read alone within its sections: by the rules, then by the models.

The rules read one paragraph after the other. The networks are asked of many paragraphs together,
since sentences of like length are quicker side by side, and only of those that are new.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from meddx_desktop.core.domain.note import Language, Mention, Paragraph, Section, Span
from meddx_desktop.core.notes.assertion import assert_mentions
from meddx_desktop.core.notes.code_list import CodeList
from meddx_desktop.core.notes.enrich import Asked, add_codes, tagged
from meddx_desktop.core.notes.mentions import find_mentions
from meddx_desktop.core.notes.models import NoteModels
from meddx_desktop.core.notes.sentences import sentences

_TOGETHER = 8_000
"""Letters whose paragraphs the networks are asked of together; a reading that is stopped keeps
what was finished before."""


@dataclass(frozen=True, slots=True)
class Key:
    """What the reading of a paragraph depends on; offsets of its sections are from its start."""

    words: str
    language: Language
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What was read in one paragraph, with offsets from its start."""

    sentences: tuple[Span, ...]
    found: tuple[Mention, ...]
    """By the rules, before anything was said of them."""
    mentions: tuple[Mention, ...]
    by_rules: bool = False
    """Read by the rules alone; the models are asked in a later reading."""


@dataclass(slots=True)
class Memory:
    """The paragraphs of the last reading; it holds words of a patient, so drop it with the note."""

    parts: dict[Key, Part] = field(default_factory=dict, repr=False)
    read: int = 0
    """How many paragraphs were read anew in the last call."""
    waits: bool = False
    """Whether the last call left something to the models (`Helpers.later`) that are there."""
    codes: CodeList | None = None
    """The site's own list that the models were asked with."""


@dataclass(frozen=True, slots=True)
class Helpers:
    """The models that are asked too, and the site's own list of codes; all may be missing."""

    models: NoteModels | None = None
    codes: CodeList | None = None
    later: bool = False
    """Ask them in the next reading: this one gives the words at once, with what is known."""
    checkpoint: Callable[[], None] = lambda: None
    """Called now and then; raises where the reading is to stop."""


def read_parts(keys: Sequence[Key], memory: Memory, helpers: Helpers) -> list[Part]:
    """What stands in each paragraph; those known from before are not read.

    Parameters
    ----------
    keys
        The paragraphs of the note, in order.
    memory
        Brought up to date, also where the checkpoint stops the reading.
    helpers
        What is asked beside the rules.
    """
    if not helpers.later and memory.codes is not helpers.codes:
        memory.parts, memory.codes = {}, helpers.codes
    known = memory.parts
    new = [key for key in dict.fromkeys(keys) if key not in known]
    for number, key in enumerate(new):
        if not number % 64:
            helpers.checkpoint()
        known[key] = _by_rules(key)
    asked = [] if helpers.later else [key for key in dict.fromkeys(keys) if known[key].by_rules]
    for group in _together(asked):
        known |= _with_models(group, known, helpers)
    memory.read = len(new if helpers.later else asked)
    memory.parts = {key: known[key] for key in keys}
    return [known[key] for key in keys]


def _together(keys: Sequence[Key]) -> Iterator[list[Key]]:
    group: list[Key] = []
    letters = 0
    for key in keys:
        group.append(key)
        letters += len(key.words)
        if letters >= _TOGETHER:
            yield group
            group, letters = [], 0
    if group:
        yield group


def _by_rules(key: Key) -> Part:
    cut = (Paragraph(Span(0, len(key.words)), key.language),)
    said = sentences(key.words, cut)
    found = find_mentions(key.words, cut, key.sections)
    return Part(said, found, assert_mentions(key.words, said, (), found), by_rules=True)


def _with_models(
    keys: Sequence[Key], known: Mapping[Key, Part], helpers: Helpers
) -> dict[Key, Part]:
    """The paragraphs with what the networks add; each network is asked once for all of them."""
    helpers.checkpoint()
    english = [key for key in keys if key.language is Language.ENGLISH]
    asked = [
        Asked(key.words, known[key].sentences, key.sections, known[key].found) for key in english
    ]
    more = dict(zip(english, tagged(asked, helpers.models, helpers.checkpoint), strict=True))
    mentions = [_asserted(key, known[key], more.get(key)) for key in keys]
    coded = iter(add_codes([m for one in mentions for m in one], helpers.models, helpers.codes))
    return {
        key: Part(known[key].sentences, known[key].found, tuple(next(coded) for _ in one))
        for key, one in zip(keys, mentions, strict=True)
    }


def _asserted(key: Key, part: Part, found: tuple[Mention, ...] | None) -> tuple[Mention, ...]:
    if found is None or found is part.found:
        return part.mentions
    return assert_mentions(key.words, part.sentences, (), found)
