"""Protects: allergy, warfarin and a weight that can't be are told in the assessment."""

from dataclasses import replace

import pytest

from meddx_desktop.core.assessment.assess import assess
from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.domain.patient import Sex
from tests.assessments import EVERYTHING, assessed, facts

PLAN = "青霉素过敏。咳嗽3天。Plan: amoxicillin 500 mg three times a day."


def _codes(found):
    return [one.code for one in found.cautions]


def _with_banner(note, allergies):
    made = facts(note, age="30y", sex=Sex.FEMALE)
    patient = replace(made.case.patient, allergies=allergies)
    return replace(made, case=replace(made.case, patient=patient))


@pytest.mark.parametrize(
    ("allergies", "is_told"), [((), True), (("none",), True), (("penicillin",), False)]
)
def test_none_known_against_a_note_that_names_one(allergies, is_told):
    found = assess(_with_banner("青霉素过敏。咳嗽3天。", allergies), knowledge(), EVERYTHING)
    assert ("assessment_allergy_contradiction" in _codes(found)) is is_told


def test_nobody_asked_is_no_contradiction():
    assert "assessment_allergy_contradiction" not in _codes(assessed("青霉素过敏。", age="30y"))


def test_a_penicillin_in_the_plan_against_the_allergy():
    (told,) = [
        one for one in assessed(PLAN, age="30y").cautions if one.code.endswith("allergy_to_drug")
    ]
    assert told.parameters["drug"] == "amoxicillin"
    assert "青霉素" in told.parameters["words"]


def test_a_drug_that_the_allergy_does_not_touch_is_not_told():
    assert _codes(assessed("青霉素过敏。Takes paracetamol.", age="30y")) == []
    assert _codes(assessed("No penicillin allergy. Takes amoxicillin.", age="30y")) == []


@pytest.mark.parametrize(
    ("note", "labs", "is_told"),
    [
        ("On warfarin.", [("INR", "4.8", "")], True),
        ("On warfarin 3 mg daily. INR 4.8", [], True),
        ("On warfarin.", [("INR", "2.5", "")], False),
        ("Well.", [("INR", "4.8", "")], False),
    ],
)
def test_inr_far_up_on_warfarin(note, labs, is_told):
    found = assessed(note, labs, age="70y")
    assert ("assessment_inr_on_warfarin" in _codes(found)) is is_told


@pytest.mark.parametrize(("weight", "is_told"), [(145.0, True), (14.5, False)])
def test_a_weight_that_cannot_be_of_this_age(weight, is_told):
    found = assessed("Cough.", age="4y", weight_kg=weight)
    assert ("assessment_weight_for_age" in _codes(found)) is is_told
