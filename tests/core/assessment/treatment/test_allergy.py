"""Protects: an allergy stops the drug, its class and its side chains, and nothing besides."""

import pytest

from meddx_desktop.core.assessment.treatment.screen import screen
from meddx_desktop.core.domain.treatment import CheckKind, KnownAllergy, Severity
from tests.drug_patients import allergic, man, said


def _against(drug, *causes, classes=()):
    patient = man(allergies=allergic(*causes, classes=classes))
    return {severity for _, severity, _ in said(screen(drug, patient), CheckKind.ALLERGY)}


@pytest.mark.parametrize(
    ("drug", "cause"),
    [
        ("amoxicillin", "amoxicillin"),
        ("amoxicillin", "benzylpenicillin"),
        ("cefalexin", "ampicillin"),
        ("ceftriaxone", "cefotaxime"),
        ("ibuprofen", "acetylsalicylic acid"),
        ("azithromycin", "erythromycin"),
        ("levofloxacin", "norfloxacin"),
        ("doxycycline", "tetracycline"),
        ("gentamicin", "streptomycin"),
    ],
)
def test_what_shares_the_cause_is_avoided(drug, cause):
    assert "avoid" in _against(drug, cause)


def test_the_drug_itself_is_told_once():
    patient = man(allergies=allergic("amoxicillin"))
    assert len(screen("amoxicillin", patient).findings) == 1


def test_other_side_chains_are_a_matter_of_care():
    assert _against("cefazolin", "benzylpenicillin") == {"caution"}
    assert _against("meropenem", "benzylpenicillin") == {"caution"}


def test_a_sulfonamide_antibiotic_says_nothing_of_a_diuretic():
    assert _against("sulfamethoxazole", classes=("sulfonamide_antibiotics",)) == {"avoid"}
    assert _against("furosemide", classes=("sulfonamide_antibiotics",)) == set()
    assert _against("trimethoprim", classes=("sulfonamide_antibiotics",)) == set()


def test_a_class_alone_stops_every_member():
    assert "avoid" in _against("naproxen", classes=("nsaids",))


def test_an_unrelated_allergy_says_nothing():
    assert _against("amoxicillin", "metformin") == set()


def test_the_finding_names_what_was_written_and_where():
    place = None
    patient = man(allergies=(KnownAllergy("青霉素皮疹", ("benzylpenicillin",), (), place),))
    found = screen("amoxicillin", patient).findings[0]
    assert (found.other, found.severity) == ("青霉素皮疹", Severity.AVOID)
    assert found.source.is_verified


def test_a_product_is_stopped_by_any_of_its_parts():
    patient = man(allergies=allergic("benzylpenicillin"))
    assert screen("amoxicillin/clavulanate", patient).worst is Severity.AVOID


def test_not_asked_is_a_question_and_not_understood_is_said():
    assert "allergies" in screen("ibuprofen", man(allergies=None)).questions
    assert "allergies" not in screen("ibuprofen", man()).questions
    patient = man(allergies=(KnownAllergy("peanuts"),))
    assert screen("ibuprofen", patient).not_checked == ("peanuts",)
