"""Protects: a correction holds where its words still say the same, and nowhere else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import (
    Assertion,
    Coded,
    Language,
    Mention,
    MentionKind,
    NoteReading,
    Span,
)
from meddx_desktop.core.domain.note_corrections import (
    NoteCorrection,
    Verdict,
    anchor,
    apply,
    place_of,
)

NOTE = "Fever for 3 days. Denies cough, chest pain"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def said(text, words, verdict=Verdict.ASSERTION, *, nth=0, kind=MentionKind.SYMPTOM, **more):
    """What a person says of the words where they stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    more.setdefault("assertion", Assertion.HISTORICAL if verdict is Verdict.ASSERTION else None)
    about = (*anchor(text, span), start)
    return NoteCorrection(
        f"{words}{nth}{verdict}", verdict, kind, *about, **more, by="Dr Lin", at=NOON
    )


def read(text, *words, kind=MentionKind.SYMPTOM, assertion=Assertion.PRESENT):
    """A reading that found each of these words, wherever they stand."""
    found = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            found.append(Mention(Span(start, start + len(word)), word, kind, assertion))
            start = text.find(word, start + 1)
    return NoteReading(Language.ENGLISH, mentions=tuple(sorted(found, key=lambda one: one.span)))


@pytest.mark.parametrize(
    "changed",
    [
        NOTE,
        f"Chief complaint: pain\n{NOTE}",
        NOTE.replace("3 days", "4 days"),
        f"{NOTE}, chills",
        f"{NOTE}.\nPlan: rest",
        NOTE.replace("Denies ", "Denies  "),
        NOTE.replace("Denies", "De\u200bnies"),
    ],
)
def test_what_changes_elsewhere_loses_no_correction(changed):
    found = place_of(changed, said(NOTE, "chest pain"))
    assert found is not None and changed[found.start : found.end] == "chest pain"


@pytest.mark.parametrize(
    "changed",
    [
        NOTE.replace("Denies", "Admits"),
        NOTE.replace("Denies", "Never denies"),
        f"{NOTE} was seen",
        NOTE.replace("chest pain", "chest pains"),
        "",
        "chest pain",
    ],
)
def test_a_sentence_that_says_something_else_is_not_corrected(changed):
    """A denial that became a complaint must not keep the old word."""
    assert place_of(changed, said(NOTE, "chest pain")) is None


def test_of_places_that_look_alike_the_nearest_is_meant():
    text = "A: no fever\nB: no fever"
    one = said("A: no fever\nB: no fever", "fever", nth=1)
    assert place_of(text, one).start == text.rindex("fever")
    twice = "no fever\n\nno fever"
    assert place_of(twice, said(twice, "fever", nth=0)).start == twice.index("fever")


@given(st.text(max_size=60), st.data())
def test_words_are_found_again_in_the_same_text(text, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = NoteCorrection(
        "x", Verdict.ADDED, MentionKind.PROBLEM, *anchor(text, Span(start, end)), start
    )
    found = place_of(text, one)
    assert found is not None and text[found.start : found.end] == text[start:end]


def test_another_assertion_and_another_code_hold_together():
    code = Code("R05.9", "I10C", "Cough")
    words = [said(NOTE, "cough"), said(NOTE, "cough", Verdict.CODE, code=code)]
    found = apply(NOTE, read(NOTE, "cough"), words)
    (entry,) = found.entries
    assert (entry.mention.assertion, entry.mention.codes) == (Assertion.HISTORICAL, (Coded(code),))
    assert entry.machine.assertion is Assertion.PRESENT and entry.said == tuple(words)
    assert found.reading.mentions == (entry.mention,) and found.unplaced == ()


def test_the_newest_word_holds_and_a_withdrawn_one_does_not():
    first = said(NOTE, "cough")
    second = replace(first, correction_id="2", assertion=Assertion.FAMILY)
    found = apply(NOTE, read(NOTE, "cough"), [first, second])
    assert found.entries[0].mention.assertion is Assertion.FAMILY
    assert [one.correction_id for one in found.entries[0].said] == ["2"]
    back = replace(second, withdrawn_by="Dr Lin", withdrawn_at=NOON)
    found = apply(NOTE, read(NOTE, "cough"), [first, back])
    assert found.entries[0].mention.assertion is Assertion.HISTORICAL


def test_what_is_no_mention_leaves_the_reading_and_stays_in_sight():
    found = apply(NOTE, read(NOTE, "cough"), [said(NOTE, "cough", Verdict.NOT_A_MENTION)])
    assert found.reading.mentions == ()
    assert found.entries[0].is_refused


def test_words_that_a_person_added_are_a_mention():
    one = said(NOTE, "chest pain", Verdict.ADDED, assertion=Assertion.NEGATED)
    found = apply(NOTE, read(NOTE, "cough"), [one])
    added = found.entries[-1]
    assert (added.mention.text, added.machine, added.mention.assertion) == (
        "chest pain",
        None,
        Assertion.NEGATED,
    )
    assert added.mention in found.reading.mentions


def test_a_correction_without_a_place_is_told_and_not_applied():
    one = said(NOTE, "cough")
    found = apply("Now coughs a lot", read("Now coughs a lot", "cough"), [one])
    assert found.unplaced == (one,) and found.entries[0].said == ()
