"""What the models add to the reading of a note: mentions, codes, names of sections.

Each function gives back what it was given where its model is missing, so that whoever reads a note
calls all of them and needs to know nothing of packages.
"""

from collections.abc import Sequence
from dataclasses import replace

from meddx_desktop.core.domain.note import (
    ICD10CM,
    Language,
    Mention,
    MentionKind,
    Section,
    SectionName,
    Span,
)
from meddx_desktop.core.notes.code_list import CodeList
from meddx_desktop.core.notes.models import NoteModels

CODED = (MentionKind.PROBLEM, MentionKind.SYMPTOM)
"""Kinds of mentions that a classification of diseases has codes for."""


def add_tagged(
    text: str,
    sentences: Sequence[Span],
    sections: Sequence[Section],
    mentions: Sequence[Mention],
    models: NoteModels | None,
) -> tuple[Mention, ...]:
    """The mentions, and beside them diseases and drugs that only the tagger knows; by place.

    Parameters
    ----------
    text
        The note, or one of its paragraphs.
    sentences
        Those that are English; others must not be given.
    sections
        Of the text. Chemicals count only among the medication: elsewhere most are laboratory
        values and substances of the body.
    mentions
        What was found before. What shares a character with one of them is not added.
    models
        None where there are none.

    Raises
    ------
    BadOutput, ModelRejected
        A network can't be opened any more, or answers with what is no result.
    """
    tagger = models.tagger if models is not None else None
    if tagger is None or not sentences:
        return tuple(mentions)
    found = list(mentions)
    for one in tagger.tag_all(text, sentences):
        is_drug = one.kind is MentionKind.DRUG
        if is_drug and not _is_medication(one.span, sections):
            continue
        if not any(one.span.touches(other.span) for other in mentions):
            words = text[one.span.start : one.span.end]
            found.append(Mention(one.span, words, one.kind, language=Language.ENGLISH))
    return tuple(sorted(found, key=lambda one: one.span))


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
        As `add_tagged`.
    """
    coder = models.coder if models is not None else None
    scheme = codes.shape.scheme if codes is not None else ICD10CM
    asked = [n for n, one in enumerate(mentions) if coder is not None and _lacks(one, scheme)]
    if coder is None or not asked:
        return tuple(mentions)
    found = list(mentions)
    near = coder.nearest([mentions[n].text for n in asked], codes=codes)
    for place, own in zip(asked, near, strict=True):
        found[place] = replace(found[place], codes=(*found[place].codes, *own))
    return tuple(found)


def name_sections(
    text: str, sections: Sequence[Section], models: NoteModels | None
) -> tuple[Section, ...]:
    """The sections; one without a heading gets a guessed name where the model is sure enough.

    Raises
    ------
    BadOutput, ModelRejected
        As `add_tagged`.
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


def _is_medication(span: Span, sections: Sequence[Section]) -> bool:
    return any(one.name is SectionName.MEDICATION and one.span.holds(span) for one in sections)


def _lacks(mention: Mention, scheme: str) -> bool:
    return mention.kind in CODED and all(one.code.scheme != scheme for one in mention.codes)


def _is_unnamed(section: Section) -> bool:
    return section.name is SectionName.OTHER and section.heading is None
