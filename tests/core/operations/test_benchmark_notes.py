"""Protects: the benchmark's notes are new in every line, and ask for as much as real ones do."""

from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.paragraphs import paragraphs
from meddx_desktop.core.notes.plain_words import plain_words
from meddx_desktop.core.notes.sentences import sentences
from meddx_desktop.core.operations.benchmark_notes_text import chinese, english


def test_no_line_is_known_from_before():
    for text in (english(3000), chinese(3000)):
        lines = [line for line in text.splitlines() if line]
        assert len(text) == 3000 and len(set(lines)) == len(lines)


def test_about_half_of_the_english_letters_are_asked_of_the_tagger():
    """Of the validation notes of MTS-Dialog 56 % are (training/notes_ner/plain.py)."""
    text = english(5000)
    known = [one.span for one in analyze(text).mentions]
    said = sentences(text, paragraphs(text))
    asked = sum(s.end - s.start for s in said if not plain_words().are_all(text, s, known))
    assert 0.4 < asked / sum(s.end - s.start for s in said) < 0.65


def test_the_chinese_note_has_findings_that_only_the_network_has_codes_for():
    found = analyze(chinese(5000)).mentions
    assert len({one.text for one in found if one.kind is MentionKind.PROBLEM and not one.codes}) > 8
