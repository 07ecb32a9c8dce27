"""Protects: an illness with one letter wrong is found; words that are none stay unknown."""

import pytest

from meddx_desktop.core.notes.spelling import nearly


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("pnuemonia", "pneumonia"),
        ("apendicitis", "appendicitis"),
        ("Celulitis", "cellulitis"),
        ("tonsilitis", "tonsillitis"),
        ("bronchitus", "bronchitis"),
        ("gastrenteritis", "gastroenteritis"),
    ],
)
def test_one_slip(word, key):
    found = nearly(word)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("word", ["pus", "PMH", "steristrips", "morning", "zorglubine", "abc1234"])
def test_no_slip_of_anything(word):
    assert nearly(word) is None
