"""Protects: suggestions for a stored case as it stands, only for those whose role allows."""

from datetime import date

import pytest

from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.errors import InvalidEntry, StoreRefused
from meddx_desktop.core.operations import cases, sign_in, treatment

LI_NA = Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.MALE, allergies=())


@pytest.fixture
def case(app):
    made = cases.create(app, LI_NA)
    cases.write_note(app, made.case_id, "Wheeze. Warfarin 3 mg daily.")
    cases.write_vitals(app, made.case_id, Vitals(weight_kg=70.0, weight_on=date(2026, 1, 1)))
    return made


ANSWERS = {"severe": "no", "purulent": "no"}


def test_a_stored_case_gets_its_plan(app, case):
    plan = treatment.plan_for(app, case.case_id, "copd_exacerbation", ANSWERS)
    assert [one.key for one in plan.choices] == ["prednisolone", "inhaler"]
    assert plan.choices[0].dose.low == 40


def test_it_is_made_anew_from_what_stands_now(app, case):
    assert treatment.plan_for(app, case.case_id, "copd_exacerbation").open_questions == ("severe",)
    cases.write_vitals(app, case.case_id, Vitals(spo2_percent=80.0))
    plan = treatment.plan_for(app, case.case_id, "copd_exacerbation")
    assert plan.choices[0].key == "refer"


def test_what_it_says_of_the_patient(app, case):
    patient = treatment.patient_for(app, case.case_id)
    assert [one.ingredients for one in patient.taken] == [("warfarin",)]
    assert patient.allergies == ()


def test_a_case_that_is_gone_and_a_condition_without_a_plan(app, case):
    with pytest.raises(InvalidEntry, match="case_gone"):
        treatment.plan_for(app, "nowhere", "gout")
    with pytest.raises(InvalidEntry, match="treatment_plan_missing"):
        treatment.plan_for(app, case.case_id, "fatty_liver")
    assert "gout" in treatment.planned()
    assert "fatty_liver" not in treatment.planned()


def test_nothing_while_locked(app, case):
    sign_in.lock(app)
    with pytest.raises(StoreRefused):
        treatment.plan_for(app, case.case_id, "gout")
