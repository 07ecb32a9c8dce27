"""Protects: what a clinician chose of a plan, and why against a check, is kept, told and taken back
only by a word that stays beside it; nothing is chosen unseen, unanswered or by the wrong role."""

from dataclasses import replace
from datetime import date

import pytest

from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.domain.treatment import Question, Severity
from meddx_desktop.core.domain.treatment_record import TreatmentVerdict
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import (
    assessment_confirm,
    cases,
    review,
    sign_in,
    treatment_records,
)
from tests import desks

COPD = "copd_exacerbation"
LI_NA = Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.MALE, allergies=())
ALLERGIC = replace(LI_NA, allergies=("prednisolone",))


@pytest.fixture
def case_id(app):
    made = cases.create(app, LI_NA)
    today = made.day
    cases.write_note(app, made.case_id, "Wheeze. Warfarin 3 mg daily.")
    cases.write_vitals(app, made.case_id, Vitals(weight_kg=70.0, weight_on=today))
    assessment_confirm.confirm(app, made.case_id, COPD)
    return made.case_id


def answered(app, case_id, **given):
    for node, said in (given or {"severe": "no", "purulent": "no"}).items():
        treatment_records.answer(app, case_id, COPD, node=node, said=said)
    return treatment_records.view(app, case_id, COPD)


def choice(view, key):
    return next(one for one in view.plan.choices if one.key == key)


def test_a_plan_stands_only_for_what_a_clinician_confirmed(app, case_id):
    assert treatment_records.with_plan(app, case_id) == (COPD,)
    assessment_confirm.unconfirm(app, case_id, COPD)
    assert treatment_records.with_plan(app, case_id) == ()
    with pytest.raises(InvalidEntry, match="condition_not_confirmed"):
        treatment_records.view(app, case_id, COPD)


def test_answers_are_kept_with_who_and_can_be_taken_back(app, case_id):
    assert treatment_records.view(app, case_id, COPD).plan.open_questions == ("severe",)
    view = answered(app, case_id)
    assert [one.key for one in view.plan.choices] == ["prednisolone", "inhaler"]
    assert {node: one.by for node, one in view.answered.items()} == {
        "severe": "Dr Lin",
        "purulent": "Dr Lin",
    }
    assert answered(app, case_id, severe="").plan.open_questions == ("severe",)
    kept = cases.load(app, case_id).treatment_answers
    assert [(one.node, one.answer) for one in kept] == [
        ("severe", "no"),
        ("purulent", "no"),
        ("severe", ""),
    ]
    assert desks.actions(app).count("treatment_answered") == 3


def test_the_same_answer_again_writes_nothing(app, case_id):
    answered(app, case_id)
    answered(app, case_id)
    assert len(cases.load(app, case_id).treatment_answers) == 2


@pytest.mark.parametrize(("node", "said"), [("nowhere", "no"), ("severe", "perhaps")])
def test_an_answer_that_does_not_belong_is_refused(app, case_id, node, said):
    with pytest.raises(InvalidEntry, match="treatment_answer_unknown"):
        treatment_records.answer(app, case_id, COPD, node=node, said=said)


def test_a_choice_is_kept_with_its_dose_author_and_time_and_told(app, case_id):
    shown = choice(answered(app, case_id), "prednisolone")
    treatment_records.choose(app, case_id, COPD, shown=shown, reason="needed")
    (kept,) = cases.load(app, case_id).treatments
    assert (kept.choice, kept.by, kept.dose, kept.drug) == (
        "prednisolone",
        "Dr Lin",
        shown.dose,
        shown.drug,
    )
    assert kept.dose is not None and kept.dose.low == 40
    assert kept.at is not None and kept.title["en"] == shown.title["en"]
    entry = desks.trail(app)[-1]
    assert entry.action == "treatment_decided" and '"chosen"' in entry.details
    assert "needed" not in str(entry.details)


def test_against_a_grave_check_a_reason_is_asked_and_kept(app, case_id):
    cases.write_patient(app, case_id, ALLERGIC)
    shown = choice(answered(app, case_id), "prednisolone")
    assert shown.screen.worst is Severity.AVOID and shown.dose is None
    for empty in ("", "  \n"):
        with pytest.raises(InvalidEntry, match="treatment_reason_missing"):
            treatment_records.choose(app, case_id, COPD, shown=shown, reason=empty)
    with pytest.raises(InvalidEntry, match="treatment_reason_long"):
        treatment_records.choose(app, case_id, COPD, shown=shown, reason="x" * 1001)
    assert cases.load(app, case_id).treatments == ()
    treatment_records.choose(app, case_id, COPD, shown=shown, reason=" a rash \u202e<b>")
    override = cases.load(app, case_id).treatments[0].overrides[0]
    finding = shown.screen.findings[0]
    assert (override.kind, override.other, override.severity) == (
        finding.kind,
        finding.other,
        Severity.AVOID,
    )
    assert override.reason == "a rash \u202e<b>" and override.by == "Dr Lin"
    assert override.said["en"] == finding.reason["en"]
    assert treatment_records.outdated(app, case_id) == ()


def test_a_caution_asks_for_no_reason(app, case_id):
    view = answered(app, case_id)
    cautious = choice(view, "inhaler")
    assert not treatment_records.grave(cautious)
    treatment_records.choose(app, case_id, COPD, shown=cautious)
    assert cases.load(app, case_id).treatments


def test_nothing_is_chosen_that_was_shown_otherwise(app, case_id):
    shown = choice(answered(app, case_id), "prednisolone")
    cases.write_patient(app, case_id, ALLERGIC)
    with pytest.raises(InvalidEntry, match="treatment_changed"):
        treatment_records.choose(app, case_id, COPD, shown=shown)


def test_nothing_is_chosen_while_a_question_is_open(app, case_id):
    cases.write_patient(app, case_id, replace(LI_NA, allergies=None))
    shown = choice(answered(app, case_id), "prednisolone")
    assert Question.ALLERGIES in shown.screen.questions and shown.dose is None
    with pytest.raises(InvalidEntry, match="treatment_questions_open"):
        treatment_records.choose(app, case_id, COPD, shown=shown, reason="now")


def test_taking_back_leaves_the_trace(app, case_id):
    shown = choice(answered(app, case_id), "prednisolone")
    treatment_records.choose(app, case_id, COPD, shown=shown)
    treatment_records.withdraw(app, case_id, COPD, choice="prednisolone")
    case = cases.load(app, case_id)
    assert case.treatments == ()
    assert [one.verdict for one in case.treatment_words] == [
        TreatmentVerdict.CHOSEN,
        TreatmentVerdict.WITHDRAWN,
    ]
    with pytest.raises(InvalidEntry, match="treatment_not_chosen"):
        treatment_records.withdraw(app, case_id, COPD, choice="prednisolone")
    treatment_records.choose(app, case_id, COPD, shown=shown)
    assert len(cases.load(app, case_id).treatments) == 1


def test_only_a_clinician_chooses_and_never_in_a_signed_case(app, case_id):
    shown = choice(answered(app, case_id), "prednisolone")
    review.sign(app, case_id)
    with pytest.raises(NotPermitted, match="case_signed"):
        treatment_records.choose(app, case_id, COPD, shown=shown)
    with pytest.raises(NotPermitted, match="case_signed"):
        treatment_records.answer(app, case_id, COPD, node="severe", said="yes")
    review.reopen(app, case_id, "Wrong side")
    sign_in.lock(app)
    desks.enter(app, Role.SCREENING_OFFICER)
    with pytest.raises(NotPermitted):
        treatment_records.choose(app, case_id, COPD, shown=shown)
    with pytest.raises(NotPermitted):
        treatment_records.withdraw(app, case_id, COPD, choice="prednisolone")
    assert treatment_records.view(app, case_id, COPD).plan.choices


def test_a_choice_that_the_case_has_overtaken_is_named_before_signing(app, case_id):
    shown = choice(answered(app, case_id), "prednisolone")
    treatment_records.choose(app, case_id, COPD, shown=shown)
    assert treatment_records.outdated(app, case_id) == ()
    cases.write_patient(app, case_id, ALLERGIC)
    (late,) = treatment_records.outdated(app, case_id)
    assert late.choice == "prednisolone"
    cases.write_patient(app, case_id, LI_NA)
    assert treatment_records.outdated(app, case_id) == ()
    assessment_confirm.unconfirm(app, case_id, COPD)
    assert len(treatment_records.outdated(app, case_id)) == 1


def test_the_plan_names_its_guideline(app, case_id):
    view = treatment_records.view(app, case_id, COPD)
    assert view.guideline and view.year > 2000
    assert [one.written.casefold() for one in view.patient.taken] == ["warfarin"]
