"""The sections of a note, by the headings that are written in it."""

import re
from collections.abc import Sequence

from meddx_desktop.core.domain.note import Paragraph, Section, SectionName, Span
from meddx_desktop.core.notes.headings import Heading, headings

_OF_OTHERS = frozenset(
    {SectionName.PAST_HISTORY, SectionName.SURGICAL_HISTORY, SectionName.FAMILY_HISTORY}
)
"""What stands under these headings is no trouble of today."""
_BEGINS = r"(?:(?<=[.;!?][ \t])|(?<=[。；！？\n])|(?<=[.;!?][ \t]{2})|(?<=\n[ \t]))"
_ACUTE = re.compile(
    rf"{_BEGINS}(?:(?:(?:the )?(?:patient|pt)|s?he) )?(?:(?:is |has |was )?(?:now|today|currently"
    r"|present(?:s|ed|ing)|complain(?:s|ed|ing)|c/o|admitted|brought|attend(?:s|ed)|came"
    r"|on arrival|woke|collapsed|this (?:morning|afternoon|evening|week))\b)"
    r"|(?<=[。；！？\n，,.;])(?:患者|病人|患儿)?(?:今[日晨天晚早]|现(?=[因感出觉有诉])|目前|此次|本次|突发|突然|入院)",
    re.IGNORECASE,
)
_OF_PATIENT = re.compile(
    rf"{_BEGINS}(?:the )?(?:patient|pt)\b(?!'s)|(?<=[。；！？\n])(?:患者|病人|患儿)", re.IGNORECASE
)
"""Who is spoken of; decides only where the heading stands in the line itself."""


def _now(text: str, heading: Heading, end: int) -> int | None:
    """Where under a heading of what was the note comes to the patient's trouble of today."""
    start = heading.span.end
    places = [match.start() for match in _ACUTE.finditer(text, start, end)]
    line = text.find("\n", start, end)
    if text[start : end if line < 0 else line].strip():
        places += [match.start() for match in _OF_PATIENT.finditer(text, start, end)]
    return min(places, default=None)


def find_sections(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Cut a text at its headings.

    Parameters
    ----------
    text
        The whole note.
    paragraphs
        Of that note; a heading never goes over the end of one.

    Returns
    -------
    tuple of Section
        They cover the text from the first to the last character. What stands before the first
        heading, or under one that the program does not know, is `SectionName.OTHER`.
    """
    found = headings(text, paragraphs)
    if not text:
        return ()
    if not found:
        return (Section(SectionName.OTHER, Span(0, len(text))),)
    sections: list[Section] = []
    if found[0].span.start > 0:
        sections.append(Section(SectionName.OTHER, Span(0, found[0].span.start)))
    ends = [*(heading.span.start for heading in found[1:]), len(text)]
    for heading, end in zip(found, ends, strict=True):
        span = Span(heading.span.start, end)
        now = _now(text, heading, end) if heading.name in _OF_OTHERS else None
        if now is None:
            sections.append(Section(heading.name, span, heading.span))
        else:
            sections.append(Section(heading.name, Span(span.start, now), heading.span))
            sections.append(Section(SectionName.OTHER, Span(now, end)))
    return tuple(sections)
