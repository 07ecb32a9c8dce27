"""Protects: every drug that a patient takes is held against all the others, and what was not
checked is said."""

from datetime import date

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    SafetyFinding,
    Severity,
    TakenDrug,
)
from meddx_desktop.core.operations import cases, medication
from meddx_desktop.core.operations.medication import other_title

LI_NA = Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.MALE, allergies=())


def test_drugs_of_the_note_are_checked_without_any_condition(app):
    made = cases.create(app, LI_NA)
    cases.write_note(app, made.case_id, "Takes warfarin 3 mg daily and ibuprofen 400 mg.")
    found = medication.medication_check(app, made.case_id)
    assert [one.taken.written.casefold() for one in found.drugs] == ["warfarin", "ibuprofen"]
    for one, other in zip(found.drugs, ("ibuprofen", "warfarin"), strict=True):
        pairs = {f.other for f in one.screen.findings if f.kind is CheckKind.INTERACTION}
        assert other in pairs
    assert found.pairs_known > 100


def test_a_drug_is_not_its_own_duplicate_and_two_are():
    one = TakenDrug("Paracetamol", ("paracetamol",))
    alone = medication.check(DrugPatient(taken=(one,)))
    assert CheckKind.DUPLICATE not in {f.kind for f in alone.drugs[0].screen.findings}
    both = medication.check(DrugPatient(taken=(one, TakenDrug("Panadol", ("paracetamol",)))))
    for drug in both.drugs:
        assert CheckKind.DUPLICATE in {f.kind for f in drug.screen.findings}


def test_of_a_product_every_ingredient_is_checked():
    product = TakenDrug("co-trimoxazole", ("sulfamethoxazole", "trimethoprim"))
    found = medication.check(DrugPatient(taken=(product, TakenDrug("warfarin", ("warfarin",)))))
    assert {f.drug for f in found.drugs[0].screen.findings} >= {"sulfamethoxazole", "trimethoprim"}


def test_an_unknown_drug_is_never_a_clean_one():
    found = medication.check(
        DrugPatient(taken=(TakenDrug("gran's tea"), TakenDrug("warfarin", ("warfarin",))))
    )
    assert found.drugs[0].screen is None
    assert "gran's tea" in found.drugs[1].screen.not_checked


def test_nothing_taken_is_an_empty_list():
    assert medication.check(DrugPatient()).drugs == ()


def test_the_other_side_has_a_name_in_both_languages(app):
    made = cases.create(app, LI_NA)
    cases.write_note(app, made.case_id, "Takes warfarin and ibuprofen. Asthma.")
    for drug in medication.medication_check(app, made.case_id).drugs:
        source = drug.screen.findings[0].source
        for kind, other, english in (
            (CheckKind.INTERACTION, "warfarin", "warfarin"),
            (CheckKind.CONTRAINDICATION, "asthma", "Asthma"),
            (CheckKind.ALLERGY, "age", "age"),
        ):
            named = SafetyFinding(kind, Severity.CAUTION, "x", other, {}, source)
            assert other_title(named)["en"] == english and other_title(named)["zh"]
        fact = SafetyFinding(CheckKind.KIDNEY, Severity.CAUTION, "x", "clearance", {}, source)
        assert not other_title(fact)
