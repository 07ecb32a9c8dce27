"""Protects: a dose only where nothing is open and no check forbids it; nothing is accepted."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment import suggest as made
from meddx_desktop.core.assessment.treatment.dose import is_blocked
from meddx_desktop.core.assessment.treatment.knowledge_plans import plans
from meddx_desktop.core.assessment.treatment.plan import Band, DoseRule
from meddx_desktop.core.assessment.treatment.plan_doses import Limit
from meddx_desktop.core.assessment.treatment.suggest import choice_for, suggest
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    KnownAllergy,
    Question,
    SafetyFinding,
    SafetyScreen,
    Severity,
    TakenDrug,
)
from meddx_desktop.core.errors import InvalidEntry
from tests.assessments import DAY, facts
from tests.treatments import SOURCE, choice, person, rule

WORDS = {"en": "x", "zh": "x"}
SIMPLE = DoseRule(unit="mg", route="oral", times=1, amount=500.0)


def _screened(monkeypatch, *findings, questions=()):
    monkeypatch.setattr(
        made, "screen", lambda drug, patient: SafetyScreen(drug, findings, questions)
    )


def _finding(severity):
    return SafetyFinding(CheckKind.ALLERGY, severity, "amoxicillin", "x", WORDS, SOURCE)


def test_nothing_open_and_nothing_against_it(monkeypatch):
    _screened(monkeypatch)
    shown = choice_for(rule(SIMPLE), person())
    assert shown.dose.low == 500
    assert shown.regimen == WORDS


@pytest.mark.parametrize("severity", [Severity.ADJUST, Severity.CAUTION, Severity.SUITED])
def test_what_is_only_to_be_watched_is_shown_with_the_dose(monkeypatch, severity):
    _screened(monkeypatch, _finding(severity))
    shown = choice_for(rule(SIMPLE), person())
    assert shown.dose is not None
    assert shown.screen.findings


def test_a_drug_to_be_avoided_has_no_dose(monkeypatch):
    _screened(monkeypatch, _finding(Severity.CAUTION), _finding(Severity.AVOID))
    shown = choice_for(rule(SIMPLE), person())
    assert (shown.dose, shown.regimen) == (None, {})


def test_a_question_of_the_checks_holds_the_dose_back(monkeypatch):
    _screened(monkeypatch, questions=(Question.LACTATION,))
    shown = choice_for(rule(SIMPLE), person())
    assert (shown.dose, shown.screen.questions) == (None, (Question.LACTATION,))


def test_questions_of_both_are_shown_once_in_their_order(monkeypatch):
    _screened(monkeypatch, questions=(Question.LACTATION, Question.AGE))
    shown = choice_for(rule(SIMPLE), person(age=None, allergies=None))
    expected = (Question.AGE, Question.ALLERGIES, Question.LACTATION)
    assert shown.screen.questions == expected


def test_no_fluoroquinolone_while_tuberculosis_is_possible(monkeypatch):
    _screened(monkeypatch)
    known = {("levofloxacin", "mg"): Limit("mg", 1.0, 1000.0)}
    monkeypatch.setattr(made, "limits", lambda: known)
    one = rule(SIMPLE, drug="levofloxacin")
    assert choice_for(one, person()).dose is not None
    assert choice_for(one, person(conditions=frozenset({"tuberculosis"}))).dose is None


def test_what_is_no_drug_is_not_screened():
    shown = choice_for(choice("pneumonia_child", "refer"), person())
    assert (shown.drug, shown.dose, shown.screen) == ("", None, None)


def test_penicillin_allergy_takes_every_penicillin_away():
    allergic = person("2y", 12.0, allergies=(KnownAllergy("penicillin", ("benzylpenicillin",)),))
    for key in ("amoxicillin_tablets", "amoxicillin_liquid", "ampicillin"):
        shown = choice_for(choice("pneumonia_child", key), allergic)
        assert shown.dose is None
        assert shown.screen.worst is Severity.AVOID


def test_a_child_that_may_have_no_penicillin_has_another_choice():
    """Oxford, paediatric antimicrobial guide: 10 mg/kg once a day for 3 days, from 6 months on."""
    banned = (KnownAllergy("penicillin", ("benzylpenicillin",)),)
    shown = choice_for(
        choice("pneumonia_child", "azithromycin"), person("2y", 12.0, allergies=banned)
    )
    assert (shown.dose.low, shown.dose.volume_ml, shown.dose.times_per_day) == (120, 3.0, 1)
    assert shown.dose.days_low == 3
    young = person("5m", 6.5, allergies=banned)
    assert choice_for(choice("pneumonia_child", "azithromycin"), young).dose is None


@pytest.mark.parametrize("key", ["ethambutol", "pyrazinamide"])
def test_no_daily_dose_for_kidneys_that_need_another(key):
    """ATS/CDC/IDSA 2016, table 11: 3 times a week under 30 mL/min, not daily."""
    weak = choice_for(choice("tuberculosis", key), person(kg=50.0, clearance=27.0))
    assert (weak.dose, weak.regimen, weak.to_adjust) == (None, {}, (CheckKind.KIDNEY,))
    assert any("3 times a week" in one.reason["en"] for one in weak.screen.findings)
    fair = choice_for(choice("tuberculosis", key), person(kg=50.0, clearance=40.0))
    assert fair.dose is not None and fair.to_adjust == ()
    assert fair.screen.worst is Severity.CAUTION


@pytest.mark.parametrize("kind", [CheckKind.KIDNEY, CheckKind.LIVER, CheckKind.GENE])
def test_a_dose_that_must_be_another_is_withheld(monkeypatch, kind):
    _screened(monkeypatch, replace(_finding(Severity.ADJUST), kind=kind))
    shown = choice_for(rule(SIMPLE), person())
    assert (shown.dose, shown.to_adjust) == (None, (kind,))


def test_a_dose_that_the_plan_states_for_such_kidneys_is_shown(monkeypatch):
    _screened(monkeypatch, replace(_finding(Severity.ADJUST), kind=CheckKind.KIDNEY))
    banded = replace(SIMPLE, clearances=Band(10.0, 30.0))
    assert choice_for(rule(banded), person(clearance=20.0)).dose is not None


PREGNANT = {"sex": Sex.FEMALE, "pregnant": Answer.YES, "clearance": None}


@pytest.mark.parametrize(
    ("creatinine", "asked"),
    [(77.0, set()), (77.1, {Question.KIDNEY}), (None, {Question.CREATININE})],
)
@pytest.mark.parametrize(
    ("condition", "key"), [("pre_eclampsia", "loading_iv"), ("urinary_infection", "cefalexin")]
)
def test_in_pregnancy_the_creatinine_itself_is_read(condition, key, creatinine, asked):
    patient = person("30y", creatinine=creatinine, **PREGNANT)
    shown = choice_for(choice(condition, key), patient)
    assert {*shown.screen.questions} == asked
    assert (shown.dose is None) is bool(asked)


def test_what_is_really_missing_of_the_kidneys_is_asked():
    undated = frozenset({Question.WEIGHT_DATE})
    patient = person(clearance=None, creatinine=80.0, doubts=undated)
    assert choice_for(choice("tuberculosis", "isoniazid"), patient).screen.questions == (
        Question.WEIGHT_DATE,
    )


SICK_CHILD = {"age": "14m", "weight_kg": 10.2, "weight_on": DAY.date()}


def _child(note, **more):
    return facts(note, **(SICK_CHILD | more))


def test_a_child_with_pneumonia_from_the_note_to_the_dose():
    read = _child("Cough for 3 days, chest indrawing. No known drug allergies.")
    plan = suggest(read, "pneumonia_child", plans(), {"severe": "no", "hiv": "no"})
    assert [one.key for one in plan.choices] == [
        *("amoxicillin_tablets", "amoxicillin_liquid", "azithromycin")
    ]
    tablets = plan.choices[0].dose
    assert (tablets.low, tablets.tablets, tablets.strength) == (500, 2, "250 mg")
    assert plan.choices[0].screen.questions == (Question.SECOND_PERSON,)
    assert plan.sources and plan.follow_up and plan.watch_at_home


def test_danger_signs_of_the_note_lead_to_the_hospital():
    read = _child("Cough. Unable to drink. No known drug allergies.")
    plan = suggest(read, "pneumonia_child", plans())
    assert plan.choices[0].key == "refer"


def test_with_an_open_box_there_is_no_choice():
    plan = suggest(_child("Cough."), "pneumonia_child", plans())
    assert (plan.choices, plan.open_questions) == ((), ("severe",))


@pytest.mark.parametrize(
    ("changes", "question"),
    [
        ({"weight_on": None}, Question.WEIGHT_DATE),
        ({"weight_kg": None}, Question.WEIGHT),
        ({"weight_kg": 102.0}, Question.WEIGHT_IMPLAUSIBLE),
        ({"weight_kg": 1.02}, Question.WEIGHT_IMPLAUSIBLE),
    ],
)
def test_a_weight_in_doubt_gives_no_dose(changes, question):
    read = _child("Cough. No known drug allergies.", **changes)
    plan = suggest(read, "pneumonia_child", plans(), {"severe": "no", "hiv": "no"})
    assert all(one.dose is None and question in one.screen.questions for one in plan.choices)


def test_allergies_nobody_asked_about_give_no_dose():
    plan = suggest(_child("Cough."), "pneumonia_child", plans(), {"severe": "no", "hiv": "no"})
    for one in plan.choices:
        assert one.dose is None
        assert Question.ALLERGIES in one.screen.questions


def test_first_choices_come_first():
    read = facts("No known drug allergies. No cough.", weight_kg=70.0, weight_on=DAY.date())
    answers = {"severe": "no", "tb": "no"}
    lines = [one.line for one in suggest(read, "pneumonia_adult", plans(), answers).choices]
    assert lines == sorted(lines)


@pytest.mark.parametrize(("age", "asked"), [("30y", ("pregnant",)), ("70y", ())])
def test_pregnancy_is_asked_by_the_tree_only_where_it_can_be(age, asked):
    read = facts("", age=age, sex=Sex.FEMALE)
    plan = suggest(read, "hypertension", plans(), {"severe": "no"})
    assert plan.open_questions == asked


def test_a_condition_without_a_plan():
    with pytest.raises(InvalidEntry, match="treatment_plan_missing"):
        suggest(_child(""), "fatty_liver", plans())


ALL = [
    (plan.key, one.key) for plan in plans().values() for one in plan.choices.values() if one.drug
]
patients = st.builds(
    DrugPatient,
    age=st.none() | st.integers(1, 36_000).map(lambda days: Age(days, "")),
    sex=st.sampled_from(list(Sex)),
    weight_kg=st.none() | st.floats(1, 200),
    clearance=st.none() | st.floats(1, 150),
    pregnant=st.sampled_from(list(Answer)),
    lactating=st.sampled_from(list(Answer)),
    allergies=st.sampled_from([None, (), (KnownAllergy("penicillin", ("benzylpenicillin",)),)]),
    taken=st.sampled_from([(), (TakenDrug("warfarin", ("warfarin",)),)]),
    conditions=st.frozensets(st.sampled_from(["tuberculosis", "asthma", "peptic_ulcer", "ckd"])),
    potassium=st.none() | st.floats(2, 7),
)


@settings(max_examples=100, deadline=None)
@given(patients, st.sampled_from(ALL))
def test_never_a_dose_with_an_open_question_or_against_a_check(patient, which):
    shown = choice_for(choice(*which), patient)
    if is_blocked(shown.screen.questions) or shown.screen.worst is Severity.AVOID:
        assert shown.dose is None
    assert bool(shown.regimen) is (shown.dose is not None)
    assert not any(sign.isdigit() for text in shown.words.values() for sign in text)
    if shown.dose is not None:
        assert patient.age is not None and patient.allergies is not None


@settings(max_examples=30, deadline=None)
@given(patients, st.sampled_from(ALL), st.randoms())
def test_the_order_of_facts_never_matters(patient, which, random):
    taken = [TakenDrug(name, (name,)) for name in ("warfarin", "ibuprofen", "metformin")]
    first = choice_for(choice(*which), replace(patient, taken=tuple(taken)))
    random.shuffle(taken)
    again = choice_for(choice(*which), replace(patient, taken=tuple(taken)))
    assert first == again
