"""What the models add to the reading of a note: mentions, codes, names of sections.

Each function gives back what it was given where its model is missing, so that whoever reads a note
calls all of them and needs to know nothing of packages.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.note import (
    ICD10CM,
    Coded,
    Language,
    Mention,
    MentionKind,
    Section,
    SectionName,
    Span,
)
from meddx_desktop.core.notes.code_list import CodeList
from meddx_desktop.core.notes.lexicon import TermKind
from meddx_desktop.core.notes.models import NoteModels
from meddx_desktop.core.notes.plain_words import plain_words
from meddx_desktop.core.notes.spelling import nearly
from meddx_desktop.core.notes.tagger import Tagged

_NO_ILLNESS = re.compile(
    r"(?:p|s|f|d|o)m?hx?|psh|bd|od|tds|qds|prn|stat|utd|nad|nkda|nka|ros|hpc|hpi|pc|c/o|o/e|rx|tx|dx"
    r"|hx|sx|fh|sh|gp|a&e|ed|obs|steri-?strips?|dressings?|sutures?|swabs?|bloods?|cxr|pus|lac|utd",
    re.IGNORECASE,
)
"""Abbreviations of notes and things of the dressing room, which a network takes for illnesses."""
_ALLERGIC = re.compile(
    r"allergic|allerg(?:y|ies)|hypersensitiv(?:e|ity)|intoleran(?:t|ce)", re.IGNORECASE
)
"""Words that name no illness of their own beside what somebody is allergic to."""
_BESIDE = 40
"""Characters."""
_WORD = re.compile(r"[A-Za-z]{2}")
_KINDS = {TermKind.PROBLEM: MentionKind.PROBLEM, TermKind.SYMPTOM: MentionKind.SYMPTOM}
LEAST_ONE_WORD, LEAST_SEVERAL = 0.8, 0.6
"""Similarities from which on a code is offered for words that no list knows: below them the
nearest code is only the nearest, and says nothing (looked at by hand on misspelled and short
words)."""
CODED = (MentionKind.PROBLEM, MentionKind.SYMPTOM)
"""Kinds of mentions that a classification of diseases has codes for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """English text that the rules have read.

    Attributes
    ----------
    text : str
        The note, or one of its paragraphs.
    sentences : tuple[Span, ...]
        Those that are English; others must not be given.
    sections : tuple[Section, ...]
        Chemicals count only among the medication: elsewhere most are laboratory values and
        substances of the body.
    mentions : tuple[Mention, ...]
        What was found before, by place. What shares a character with one of them is not added.
    """

    text: str
    sentences: tuple[Span, ...]
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]


def tagged(
    texts: Sequence[Asked],
    models: NoteModels | None,
    checkpoint: Callable[[], None] = lambda: None,
) -> list[tuple[Mention, ...]]:
    """The mentions of each text, and beside them what only the tagger knows; by place.

    The tagger is not asked of sentences in which every word is plain or found already
    (`plain_words`). Where it adds nothing, the very mentions that were given come back.

    Parameters
    ----------
    texts
        All that is to be read: many together are quicker than one after the other.
    models
        None where there are none.
    checkpoint
        Called between forward passes.

    Raises
    ------
    BadOutput, ModelRejected
        A network can't be opened any more, or answers with what is no result.
    """
    found = [one.mentions for one in texts]
    tagger = models.tagger if models is not None and texts else None
    if tagger is None:
        return found
    open_ones = [(number, span) for number, one in enumerate(texts) for span in _to_ask(one)]
    sentences = [(texts[number].text, span) for number, span in open_ones]
    answers = tagger.tag_all(sentences, checkpoint=checkpoint) if sentences else []
    for (number, _), answer in zip(open_ones, answers, strict=True):
        new = [mention for one in answer if (mention := _new(texts[number], one))]
        if new:
            found[number] = tuple(sorted((*found[number], *new), key=lambda one: one.span))
    return found


def _to_ask(asked: Asked) -> Iterator[Span]:
    plain, known = plain_words(), [one.span for one in asked.mentions]
    return (span for span in asked.sentences if not plain.are_all(asked.text, span, known))


def _new(asked: Asked, one: Tagged) -> Mention | None:
    if one.kind is MentionKind.DRUG and not _is_medication(one.span, asked.sections):
        return None
    if any(one.span.touches(other.span) for other in asked.mentions):
        return None
    words = asked.text[one.span.start : one.span.end]
    if _NO_ILLNESS.fullmatch(words) or not _WORD.search(words):
        return None
    if _ALLERGIC.fullmatch(words) and _is_of_allergy(asked, one.span):
        return None
    concept = nearly(words) if one.kind is not MentionKind.DRUG else None
    if concept is not None:
        codes = tuple(Coded(code) for code in concept.codes)
        return Mention(
            one.span,
            words,
            _KINDS[concept.kind],
            language=Language.ENGLISH,
            codes=codes,
            concept=concept.key,
        )
    return Mention(one.span, words, one.kind, language=Language.ENGLISH)


def add_codes(
    mentions: Sequence[Mention], models: NoteModels | None, codes: CodeList | None = None
) -> tuple[Mention, ...]:
    """The mentions; problems and symptoms without a code get the nearest ones, with similarity.

    Parameters
    ----------
    mentions
        Of one note, or a part of it.
    models
        None where there are none.
    codes
        The site's own list; the shipped one, of the US, where None.

    Raises
    ------
    BadOutput, ModelRejected
        As `tagged`.
    """
    coder = models.coder if models is not None else None
    scheme = codes.shape.scheme if codes is not None else ICD10CM
    asked = [n for n, one in enumerate(mentions) if coder is not None and _lacks(one, scheme)]
    if coder is None or not asked:
        return tuple(mentions)
    found = list(mentions)
    near = coder.nearest([mentions[n].text for n in asked], codes=codes)
    for place, offered in zip(asked, near, strict=True):
        own = _like_enough(found[place], offered)
        found[place] = replace(found[place], codes=(*found[place].codes, *own))
    return tuple(found)


def _like_enough(mention: Mention, offered: Sequence[Coded]) -> tuple[Coded, ...]:
    """The codes that are near enough to be worth a look."""
    if mention.concept is not None:
        return tuple(offered)
    least = LEAST_SEVERAL if " " in mention.text.strip() else LEAST_ONE_WORD
    return tuple(offered) if offered and offered[0].score >= least else ()


def name_sections(
    text: str, sections: Sequence[Section], models: NoteModels | None
) -> tuple[Section, ...]:
    """The sections; one without a heading gets a guessed name where the model is sure enough.

    Raises
    ------
    BadOutput, ModelRejected
        As `tagged`.
    """
    topics = models.topics if models is not None else None
    asked = [n for n, one in enumerate(sections) if _is_unnamed(one)]
    if topics is None or not asked:
        return tuple(sections)
    named = list(sections)
    spans = [sections[n].span for n in asked]
    for place, guess in zip(
        asked, topics.guess_all([text[span.start : span.end] for span in spans]), strict=True
    ):
        if guess is not None:
            named[place] = replace(named[place], name=guess[0], guessed=round(guess[1], 4))
    return tuple(named)


def _is_of_allergy(asked: Asked, span: Span) -> bool:
    """Whether a named allergy stands beside it in the same line: "Allergic to penicillin"."""
    for one in asked.mentions:
        if one.kind is MentionKind.ALLERGY:
            first, last = sorted((one.span, span))
            between = asked.text[first.end : last.start]
            if len(between) <= _BESIDE and "\n" not in between:
                return True
    return False


def _is_medication(span: Span, sections: Sequence[Section]) -> bool:
    return any(one.name is SectionName.MEDICATION and one.span.holds(span) for one in sections)


def _lacks(mention: Mention, scheme: str) -> bool:
    return mention.kind in CODED and all(one.code.scheme != scheme for one in mention.codes)


def _is_unnamed(section: Section) -> bool:
    return section.name is SectionName.OTHER and section.heading is None
