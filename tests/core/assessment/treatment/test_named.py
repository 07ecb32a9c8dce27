"""Protects: typed allergies and drugs are understood in both languages, the rest is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment.named import LONGEST, read_allergies, read_drugs
from meddx_desktop.core.domain.treatment import KnownAllergy, TakenDrug


def test_a_banner_is_read():
    assert read_allergies("penicillin, 磺胺, peanuts") == (
        KnownAllergy("penicillin", ("benzylpenicillin",)),
        KnownAllergy("磺胺", (), ("sulfonamide_antibiotics",)),
        KnownAllergy("peanuts"),
    )


@pytest.mark.parametrize(
    "text", ["none", "NKDA", "无", "否认药物过敏史", "", " ; ,", "No known drug allergies."]
)
def test_a_denial_is_no_allergy(text):
    assert read_allergies(text) == ()


def test_a_denied_drug_is_still_shown():
    (one,) = read_allergies("无青霉素过敏")
    assert (one.written, one.ingredients) == ("无青霉素过敏", ("benzylpenicillin",))


@pytest.mark.parametrize(
    "text",
    ["青霉素过敏（皮疹）", "allergic to penicillin", "Penicillin (hives 2010)", "青霉素皮试阳性"],
)
def test_the_words_around_are_no_allergies_of_their_own(text):
    found = read_allergies(text)
    assert [one.ingredients for one in found] == [("benzylpenicillin",)]


def test_what_stands_beside_a_known_drug_is_not_swallowed():
    found = read_allergies("penicillin shrimp")
    assert [(one.written, one.ingredients) for one in found] == [
        ("penicillin shrimp", ("benzylpenicillin",)),
        ("shrimp", ()),
    ]


def test_drugs_are_read_with_their_doses():
    assert read_drugs("amlodipine 5mg od; 维C银翘片 2片 每日3次; mystery") == (
        TakenDrug("amlodipine 5mg od", ("amlodipine",)),
        TakenDrug("维C银翘片 2片 每日3次", ("paracetamol", "chlorphenamine", "ascorbic acid")),
        TakenDrug("mystery"),
    )


def test_a_herb_beside_a_drug_is_not_taken_for_checked():
    found = read_drugs("连花清瘟 阿莫西林")
    assert TakenDrug("连花清瘟") in found
    assert ("amoxicillin",) in {one.ingredients for one in found}


@given(st.text(max_size=80))
def test_hostile_words_fall_nobody_over(text):
    for one in (*read_allergies(text), *read_drugs(text)):
        assert one.written.strip()


@pytest.mark.parametrize(
    "text",
    ["a" * 50_000, "青" * 50_000, "penicillin " * 2_000, "(" * 5_000, ",".join("x" * 3_000)],
)
def test_a_very_long_text_is_read_in_time_and_not_lost(text):
    found = read_allergies(text)
    assert found
    assert all(one.written for one in found)
    assert len(text) < LONGEST or any(len(one.written) > 1 for one in found) or "," in text
