"""Protects: a sentence never fails, whatever code or parameters it is asked with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop import words
from meddx_desktop.words.catalogue import age


def test_parameters_stand_in_the_sentence():
    text = words.sentence("age_invalid", {"text": "ten"})
    assert text == "“ten” is no age. Write 45y, 18m or 10d."


def test_days_become_the_unit_a_clinician_uses():
    text = words.sentence("age_outside", {"low_days": 365, "high_days": 2191, "age_days": 21216})
    assert "ages 12 mo to under 6 y" in text
    assert "is 58 y" in text


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (0, "0 d"),
        (28, "28 d"),
        (45, "1 mo"),
        (548, "18 mo"),
        (1096, "3 y"),
        (1461, "4 y"),
        (1460, "3 y"),
        (16436, "45 y"),
    ],
)
def test_age(days, shown):
    assert age(days) == shown


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=8), st.text(max_size=8)))
def test_any_code_gives_a_sentence(code, parameters):
    assert words.sentence(code, parameters).endswith(".")


def test_a_missing_parameter_shows_a_dash():
    assert "“–”" in words.sentence("age_invalid")


def test_an_unknown_language_is_english():
    assert words.translator("xx")("Pneumonia") == "Pneumonia"


def test_the_words_that_must_stand_there():
    assert words.safety("support").startswith("Screening support, not a diagnosis.")
    assert words.safety("below_threshold") == "Does not rule out disease."
    assert words.label("finding.unheard_of") == "unheard of"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_half_a_turn_may_be_a_flip_and_says_to_look_at_the_marker(language):
    """Other turns name their degrees and ask for nothing else."""
    translate = words.translator(language)
    half, quarter = (words.sentence("rotated", {"degrees": turn}, translate) for turn in (180, 90))
    marker, flipped = {"en": ("side marker", "flipped"), "zh_CN": ("左右标记", "翻转")}[language]
    assert "180" in half and marker in half and flipped in half
    assert "90" in quarter and marker not in quarter
    assert marker in words.sentence("turned_maybe_mirrored", {}, translate)
