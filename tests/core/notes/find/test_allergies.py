"""Allergies with their reaction; "none known" is a statement, and not the same as no word."""

import pytest

from meddx_desktop.core.domain.note import Assertion, MentionKind, Section, SectionName, Span
from meddx_desktop.core.notes.mentions import find_mentions


def _facts(text: str, sections=()) -> list[tuple[object, ...]]:
    found = [
        one.allergy for one in find_mentions(text, (), sections) if one.kind is MentionKind.ALLERGY
    ]
    return [(one.substance, one.reaction, one.none_known) for one in found if one]


PCN = "benzylpenicillin"
NONE = (None, None, True)
ROWS = [
    ("clopidogrel (aspirin intolerant)", [("acetylsalicylic acid", None, False)]),
    ("过敏史：青霉素过敏性休克。", [(PCN, "过敏性休克", False)]),
    ("青霉素皮试阴性", []),
    ("NKDA", [NONE]),
    ("NKA", [NONE]),
    ("No known drug allergies.", [NONE]),
    ("no known allergies", [NONE]),
    ("no drug or food allergies", [NONE]),
    ("Denies any drug allergies", [NONE]),
    ("Allergies: none", [NONE]),
    ("Allergies: None known.", [NONE]),
    ("ALLERGIES:  NKDA", [NONE]),
    ("allergic to penicillin (rash)", [(PCN, "rash", False)]),
    ("allergic to penicillin", [(PCN, None, False)]),
    ("Allergies: penicillin (hives)", [(PCN, "hives", False)]),
    ("penicillin allergy", [(PCN, None, False)]),
    ("Allergy to sulfa drugs", [("sulfonamides", None, False)]),
    ("allergic to penicillin and codeine", [(PCN, None, False), ("codeine", None, False)]),
    (
        "allergic to penicillin, codeine, and peanuts",
        [(PCN, None, False), ("codeine", None, False), ("peanuts", None, False)],
    ),
    ("Allergies: aspirin - hives", [("acetylsalicylic acid", "hives", False)]),
    ("Penicillin allergy causes swelling", [(PCN, "swelling", False)]),
    ("allergic to shellfish", [("shellfish", None, False)]),
    ("allergic to latex", [("latex", None, False)]),
    ("anaphylaxis to penicillin", [(PCN, None, False)]),
    ("intolerant to codeine (nausea)", [("codeine", "nausea", False)]),
    ("reaction to contrast dye", [("contrast", None, False)]),
    ("否认药物过敏史", [NONE]),
    ("否认药物及食物过敏史", [NONE]),
    ("无药物过敏史", [NONE]),
    ("否认食物、药物过敏史", [NONE]),
    ("过敏史：无", [NONE]),
    ("药物过敏史：否认", [NONE]),
    ("否认过敏史", [NONE]),
    ("无明确药物过敏史", [NONE]),
    ("青霉素过敏(皮疹)", [(PCN, "皮疹", False)]),
    ("青霉素过敏（皮疹）", [(PCN, "皮疹", False)]),
    ("青霉素过敏史", [(PCN, None, False)]),
    ("对青霉素过敏", [(PCN, None, False)]),
    ("对头孢类药物过敏", [("cephalosporins", None, False)]),
    ("对青霉素、磺胺过敏", [(PCN, None, False), ("sulfonamides", None, False)]),
    ("海鲜过敏", [("海鲜", None, False)]),
    ("花粉过敏", [("花粉", None, False)]),
    ("过敏史：青霉素", [(PCN, None, False)]),
    ("阿司匹林过敏", [("acetylsalicylic acid", None, False)]),
    ("患者对芒果过敏", [("芒果", None, False)]),
    ("metformin 500 mg bid", []),
    ("He takes penicillin daily", []),
    ("口服青霉素", []),
    ("过敏性鼻炎", []),
    ("allergic rhinitis", []),
]


@pytest.mark.parametrize(("text", "facts"), ROWS)
def test_facts(text, facts):
    assert _facts(text) == facts


def test_under_the_heading_a_substance_is_an_allergy():
    text = "Allergies\nPenicillin - rash\nLatex\n"
    section = Section(SectionName.ALLERGIES, Span(0, len(text)), Span(0, 9))
    assert _facts(text, [section]) == [(PCN, "rash", False), ("latex", None, False)]


def test_under_the_heading_none_is_a_statement():
    text = "过敏史\n无。\n"
    section = Section(SectionName.ALLERGIES, Span(0, len(text)), Span(0, 3))
    assert _facts(text, [section]) == [NONE]


def test_the_reaction_is_no_symptom_of_today():
    kinds = {one.kind for one in find_mentions("allergic to penicillin (rash)", (), ())}
    assert kinds == {MentionKind.ALLERGY}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Allergic to Penicillin (anaphylaxis)", "Penicillin"),
        ("penicillin allergy: anaphylaxis", "penicillin"),
        ("青霉素过敏（皮疹）", "青霉素"),
        ("过敏史：青霉素过敏性休克。", "青霉素"),
        ("Allergic to elastoplast.", "elastoplast"),
        ("is allergic to Zorglub.", "Zorglub"),
    ],
)
def test_the_words_of_the_note_stay_beside_the_name_of_the_substance(text, written):
    found = [one for one in find_mentions(text, (), ()) if one.kind is MentionKind.ALLERGY]
    assert [one.allergy.written for one in found] == [written]


@pytest.mark.parametrize(
    "text", ["无药物过敏史", "NKDA", "否认食物、药物过敏史", "Allergies: none"]
)
def test_none_known_is_an_allergy_denied(text):
    (one,) = [m for m in find_mentions(text, (), ()) if m.kind is MentionKind.ALLERGY]
    assert one.allergy.none_known
    assert one.assertion is Assertion.NEGATED
    assert one.trigger.rule == "allergy_denied"
