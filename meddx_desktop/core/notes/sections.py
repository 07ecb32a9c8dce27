"""The sections of a note, by the headings that are written in it."""

from collections.abc import Sequence

from meddx_desktop.core.domain.note import Paragraph, Section, SectionName, Span
from meddx_desktop.core.notes.headings import headings


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
    sections = []
    if found[0].span.start > 0:
        sections.append(Section(SectionName.OTHER, Span(0, found[0].span.start)))
    ends = [*(heading.span.start for heading in found[1:]), len(text)]
    for heading, end in zip(found, ends, strict=True):
        span = Span(heading.span.start, end)
        sections.append(Section(heading.name, span, heading.span))
    return tuple(sections)
