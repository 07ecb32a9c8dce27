"""Protects: a row of a table answers for itself, and a list under "Denies:" is denied."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.tables import with_colons, with_commas

KINDS = (MentionKind.PROBLEM, MentionKind.SYMPTOM)
ROWS = [
    ("Fever\tNo\nSuicidal ideation\tYes\nMelena\tNo", "negated present negated"),
    ("Fever  No\nSuicidal ideation  Yes\nMelena  No", "negated present negated"),
    ("| Symptom | Present |\n|---|---|\n| Fever | No |\n| Melena | Yes |", "negated present"),
    ("Fever\tNo\tCough\tYes\tMelena\tNo", "negated present negated"),
    ("发热\t无\n咳嗽\t有\n黑便\t无", "negated present negated"),
    ("Denies:\n- suicidal ideation\n- chest pain\n\nHas cough", "negated negated present"),
    ("No:\n1. fever\n2. cough\nSeizure today", "negated negated present"),
    ("Reports:\n- fever\n- cough", "present present"),
    ("Denies fever, cough\nor shortness of breath", "negated negated negated"),
]


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_what_is_said(text, said):
    found = [one.assertion.value for one in analyze(text).mentions if one.kind in KINDS]
    assert found == said.split()


@given(st.text(alphabet="Noyes有无 \t|\n:-.1Denies", max_size=80))
@settings(max_examples=200, deadline=None)
def test_length_and_lines_stay(text):
    told = with_commas(with_colons(text))
    assert len(told) == len(text)
    assert told.count("\n") == text.count("\n")
