"""Protects: what is learnt of a patient never takes a warning away; silence is no clearance."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment.dose import is_blocked
from meddx_desktop.core.assessment.treatment.drug_facts import READ_KINDS
from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.knowledge_drugs import drug_knowledge
from meddx_desktop.core.assessment.treatment.screen import screen
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.genes import Genotype
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    KnownAllergy,
    Question,
    Severity,
    TakenDrug,
)
from tests.drug_patients import man

DRUGS = st.sampled_from(sorted(drug_names().ingredients))
CONDITIONS = st.sampled_from(
    sorted({one for group in drug_knowledge().groups.values() for one in group.members})
)
WRITTEN = st.text(max_size=20)
ALLERGIES = st.builds(
    KnownAllergy,
    WRITTEN,
    st.lists(DRUGS, max_size=2).map(tuple),
    st.lists(st.sampled_from(sorted(drug_knowledge().allergies)), max_size=1).map(tuple),
)
TAKEN = st.builds(TakenDrug, WRITTEN, st.lists(DRUGS, max_size=3).map(tuple))
PATIENTS = st.builds(
    DrugPatient,
    age=st.none() | st.integers(0, 40000).map(lambda days: Age(days, "")),
    sex=st.sampled_from(Sex),
    clearance=st.none() | st.floats(1, 150),
    child_pugh=st.sampled_from(["", "A", "B", "C"]),
    pregnant=st.sampled_from(Answer),
    lactating=st.sampled_from(Answer),
    allergies=st.none() | st.lists(ALLERGIES, max_size=3).map(tuple),
    taken=st.lists(TAKEN, max_size=3).map(tuple),
    conditions=st.frozensets(CONDITIONS, max_size=4),
    potassium=st.none() | st.floats(1, 8),
    qtc=st.none() | st.floats(300, 600),
)


def _keys(found):
    return {
        (one.kind, one.severity, one.drug, one.other, one.reason["en"], one.source.key)
        for one in found.findings
    }


@given(DRUGS, PATIENTS, ALLERGIES)
def test_one_more_allergy_takes_nothing_away(drug, patient, allergy):
    more = replace(patient, allergies=(*(patient.allergies or ()), allergy))
    assert _keys(screen(drug, patient)) <= _keys(screen(drug, more))


@given(DRUGS, PATIENTS, TAKEN)
def test_one_more_drug_takes_nothing_away(drug, patient, taken):
    more = replace(patient, taken=(*patient.taken, taken))
    assert _keys(screen(drug, patient)) <= _keys(screen(drug, more))


@given(DRUGS, PATIENTS, CONDITIONS)
def test_one_more_condition_takes_nothing_away(drug, patient, condition):
    more = replace(patient, conditions=patient.conditions | {condition})
    assert _keys(screen(drug, patient)) <= _keys(screen(drug, more))


@given(DRUGS, PATIENTS)
def test_the_order_of_the_case_says_nothing(drug, patient):
    allergies = None if patient.allergies is None else patient.allergies[::-1]
    turned = replace(patient, taken=patient.taken[::-1], allergies=allergies)
    assert screen(drug, patient) == screen(drug, turned)


@given(DRUGS, PATIENTS)
def test_every_finding_has_a_source_that_was_opened_and_words_in_both_languages(drug, patient):
    for one in screen(drug, patient).findings:
        assert one.source.is_verified
        assert one.source.title
        assert one.source.locator
        assert one.reason["en"]
        assert one.reason["zh"]
        assert one.severity is not Severity.SUITED


@given(WRITTEN, PATIENTS)
def test_a_drug_nobody_knows_is_said_to_be_unchecked(drug, patient):
    found = screen(drug, patient)
    if drug not in drug_names().by_key and drug not in drug_names().ingredients:
        assert drug in found.not_checked
        assert found.kinds_not_checked == READ_KINDS


def test_kinds_of_which_nothing_was_read_are_named():
    unread = screen("loratadine", man()).kinds_not_checked
    assert CheckKind.PREGNANCY in unread
    assert CheckKind.PREGNANCY not in screen("amoxicillin", man()).kinds_not_checked
    assert CheckKind.KIDNEY not in screen("azithromycin", man()).kinds_not_checked


def test_genes_are_asked():
    genes = {"HLA-B": Genotype("HLA-B", ("*15:02 positive",))}
    assert CheckKind.GENE in {
        one.kind for one in screen("carbamazepine", man(genotypes=genes)).findings
    }


def test_a_product_is_looked_at_ingredient_by_ingredient():
    both = screen("sulfamethoxazole/trimethoprim", man(clearance=10.0))
    assert {one.drug for one in both.findings} == {"sulfamethoxazole", "trimethoprim"}
    assert both.drug == "sulfamethoxazole/trimethoprim"


def test_without_a_creatinine_of_these_days_one_sentence_asks_for_it():
    moving = man(clearance=None, creatinine=None, conditions=frozenset({"aki"}))
    asked = set(screen("metformin", moving).questions)
    assert asked & {Question.CREATININE, Question.KIDNEY} == {Question.CREATININE}
    measured = replace(moving, creatinine=148.0)
    asked = set(screen("metformin", measured).questions)
    assert asked & {Question.CREATININE, Question.KIDNEY} == {Question.KIDNEY}


@pytest.mark.parametrize(
    "drug", ["lisinopril", "valsartan", "spironolactone", "potassium chloride"]
)
def test_what_raises_potassium_is_to_be_avoided_where_it_is_high(drug):
    high = man(conditions=frozenset({"hyperkalaemia"}))
    (found,) = (one for one in screen(drug, high).findings if one.other == "hyperkalemia")
    assert (found.severity, found.kind) == (Severity.AVOID, CheckKind.CONTRAINDICATION)
    maybe = man(possible=frozenset({"hyperkalaemia"}))
    (found,) = (one for one in screen(drug, maybe).findings if one.other == "hyperkalemia")
    assert found.severity is Severity.CAUTION
    assert all(one.other != "hyperkalemia" for one in screen(drug, man()).findings)


def test_a_product_that_is_taken_is_named_once_with_the_parts_that_were_not_checked():
    parts = ("paracetamol", "chlorphenamine", "ascorbic acid")
    known = drug_knowledge()
    unread = [one for one in parts if not known.was_read(one, CheckKind.INTERACTION)]
    taken = (TakenDrug("维C银翘片", parts),)
    told = screen("amoxicillin", man(taken=taken)).not_checked
    assert told == (f"维C银翘片 ({', '.join(unread)})",)


@pytest.mark.parametrize("drug", ["gentamicin", "amikacin"])
def test_the_kidneys_of_a_child_are_asked_about_and_hold_no_first_dose_back(drug):
    child = man(age=Age.parse("3y"), clearance=None)
    assert Question.KIDNEY_OF_CHILD in screen(drug, child).questions
    assert not is_blocked((Question.KIDNEY_OF_CHILD,))
    assert Question.KIDNEY_OF_CHILD not in screen("ampicillin", child).questions
    measured = replace(child, creatinine=30.0)
    assert Question.KIDNEY_OF_CHILD not in screen(drug, measured).questions
