"""Protects: tests for germs count by their words, "not detected" never as found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.assessment.gather_results import said_positive
from tests.assessments import assessed

FOUND = [
    "MTB detected, RIF resistance not detected",
    "MTB DETECTED LOW",
    "AFB seen",
    "2+",
    "scanty",
    "P. falciparum positive",
    "Plasmodium falciparum 3+",
    "检出结核分枝杆菌",
    "查见抗酸杆菌",
    "阳性(2+)",
]
NOT_FOUND = [
    "MTB not detected",
    "MTB NOT DETECTED; RIF n/a",
    "No AFB seen",
    "no acid-fast bacilli found",
    "No malaria parasites seen",
    "未检出",
    "未见抗酸杆菌",
    "未查见疟原虫",
]


@pytest.mark.parametrize("text", FOUND)
def test_words_that_say_found(text):
    assert said_positive(text) is True


@pytest.mark.parametrize("text", NOT_FOUND)
def test_words_that_say_not_found(text):
    assert said_positive(text) is False


@pytest.mark.parametrize("text", ["3-9 AFB/100 fields", "P. falciparum", "invalid", "0"])
def test_words_that_say_neither(text):
    assert said_positive(text) is None


@given(st.text(max_size=40))
def test_any_text_is_read(text):
    assert said_positive(text) in (True, False, None)


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        ("MTB detected, rifampicin resistance detected", True),
        ("检出结核分枝杆菌；利福平耐药", True),
        ("MTB detected, RIF resistance not detected", False),
        ("MTB detected, RIF resistance indeterminate", False),
        ("MTB not detected", False),
    ],
)
def test_resistance_told_by_a_molecular_test(said, raised):
    found = assessed("Cough for 3 weeks.", [("GeneXpert", said, "")], age="40y")
    assert ("tb_resistant" in {one.name for one in found.alerts}) is raised
