"""Protects: drugs that are taken are no allergies, denied ones are denied, and none is lost."""

import pytest

from meddx_desktop.core.domain.note import Assertion, MentionKind
from meddx_desktop.core.notes.analyze import analyze

PEN = "benzylpenicillin"


def _read(text):
    found = analyze(text).mentions
    allergies = [
        (one.allergy.substance, one.assertion is Assertion.NEGATED)
        for one in found
        if one.allergy is not None and not one.allergy.none_known
    ]
    return allergies, [one.concept for one in found if one.kind is MentionKind.DRUG]


TAKEN = [
    ("Allergies: NKDA. Takes warfarin 3mg and aspirin 75mg.", [], 2),
    ("Allergies: NKDA Warfarin 3mg od", [], 1),
    ("Allergies: NKDA, on warfarin", [], 1),
    ("Allergies: none known. Aspirin 75mg, bisoprolol 2.5mg", [], 2),
    ("Allergies: penicilin. On ramipril 5mg.", [PEN], 1),
    ("Allergies: penicillin (rash). Currently prescribed metformin and ramipril.", [PEN], 2),
    ("过敏史：无。长期服华法林3mg qd。", [], 1),
    ("过敏史：青霉素。口服华法林3mg qd", [PEN], 1),
    ("过敏史：青霉素，长期服二甲双胍。", [PEN], 1),
]


@pytest.mark.parametrize(("text", "allergies", "drugs"), TAKEN)
def test_what_is_taken_is_no_allergy(text, allergies, drugs):
    read, taken = _read(text)
    assert [name for name, _ in read] == allergies
    assert len(taken) == drugs


KEPT = [
    ("Allergies: rash on penicillin, sulfa", [PEN, "sulfonamides"]),
    ("Allergies: amoxicillin 500 mg - rash; codeine (nausea)", ["amoxicillin", "codeine"]),
    ("Allergies: anaphylaxis after taking amoxicillin", ["amoxicillin"]),
    ("Allergies: trimethoprim. Codeine. Morphine.", ["trimethoprim", "codeine", "morphine"]),
    ("Allergies: none. Latex - rash", ["latex"]),
    ("Allergies: NKDA. Penicillin intolerance.", [PEN]),
    ("Allergies\nPenicillin\nLatex\nMedications\nAspirin 75mg", [PEN, "latex"]),
    ("过敏史：服用阿司匹林后出现皮疹", ["acetylsalicylic acid"]),
    ("Penicilin allergic", [PEN]),
    ("Penecillin allergy, tolerates cefalexin", [PEN]),
    ("pen allergy", [PEN]),
    ("Intolerant of codeine", ["codeine"]),
    ("Allergy: elastoplast", ["elastoplast"]),
    ("Allergies: penicillin, chlorhexidine wipes, hair dye", [PEN, "chlorhexidine", "hair dye"]),
    ("Allergic to hair dye.", ["hair dye"]),
    ("Allergies NKDA apart from sulfa", ["sulfonamides"]),
    ("No known drug allergies except penicillin", [PEN]),
    ("无药物过敏史，青霉素除外", [PEN]),
]


@pytest.mark.parametrize(("text", "allergies"), KEPT)
def test_no_allergy_is_lost(text, allergies):
    assert [name for name, denied in _read(text)[0] if not denied] == allergies


DENIED = [
    ("头孢过敏，阿莫西林不过敏", {"cephalosporins": False, "amoxicillin": True}),
    ("对阿莫西林不过敏", {"amoxicillin": True}),
    ("Allergies: Penicillin: No, Latex: No", {PEN: True, "latex": True}),
    ("Allergies: Penicillin: No, Latex - rash", {PEN: True, "latex": False}),
    ("Penicillin allergy: no", {PEN: True}),
    ("Penicillin allergy: yes (rash)", {PEN: False}),
    ("Not allergic to penicillin", {PEN: True}),
]


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_a_denied_allergy_is_denied(text, denied):
    assert dict(_read(text)[0]) == denied


@pytest.mark.parametrize(
    "text",
    ["Allergies: see above", "Allergies: not asked", "Allergies: unknown", "Allergies: as per GP"],
)
def test_words_that_name_nothing_are_no_substance(text):
    assert _read(text)[0] == []
