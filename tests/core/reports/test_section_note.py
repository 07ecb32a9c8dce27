"""Protects: what was read in a note stands on paper as the note says it."""

from meddx_desktop.core.domain.note import (
    AllergyFact,
    Assertion,
    Language,
    Mention,
    MentionKind,
    NoteReading,
    Span,
)
from meddx_desktop.core.domain.paper import Facts
from meddx_desktop.core.reports import section_note
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made


def test_a_note_that_denies_allergies_has_none_known_and_no_allergy():
    fact = AllergyFact(none_known=True)
    none = Mention(Span(0, 6), "无药物过敏史", MentionKind.ALLERGY, Assertion.NEGATED, allergy=fact)
    report = made.report(
        note="无药物过敏史", reading=NoteReading(Language.CHINESE, mentions=(none,))
    )
    (facts,) = [
        one for one in section_note.note(report, paper_words("en")) if isinstance(one, Facts)
    ]
    assert facts.rows == (("Allergy, none known", "无药物过敏史"),)
