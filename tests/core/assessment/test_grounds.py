"""Protects: an alert says which value of which day, or which words, raised it."""

from datetime import timedelta

import pytest

from meddx_desktop.core.assessment import gather_flags
from meddx_desktop.core.assessment.treatment.knowledge_plans import plans
from meddx_desktop.core.assessment.treatment.suggest import suggest
from meddx_desktop.core.domain.assessment import Origin
from meddx_desktop.core.domain.note import RedFlag
from tests.assessments import DAY, assessed, facts


def _alert(found, name):
    return next(one for one in found.alerts if one.name == name)


def _labs(days):
    taken = (DAY - timedelta(days=days)).strftime("%Y-%m-%d")
    return [("Potassium", "6.8", "mmol/L", taken)]


@pytest.mark.parametrize(("days", "old"), [(0, 0), (3, 0), (4, 4), (260, 260)])
def test_a_result_stands_with_its_value_its_day_and_how_old_it_is(days, old):
    found = assessed("", _labs(days))
    (ground,) = next(one for one in found.alerts if one.condition == "hyperkalaemia").grounds
    assert (ground.english, ground.chinese) == ("Potassium", "钾")
    assert (ground.value, ground.unit, ground.days_before) == ("6.8", "mmol/L", old)
    assert ground.taken.date() == (DAY - timedelta(days=days)).date()


def test_a_dangerous_vital_sign_says_which_one():
    alert = _alert(
        assessed("", age="3y", respiratory_rate=52.0, pulse=100.0, spo2_percent=97.0),
        "dangerous_vital_signs",
    )
    assert [(one.label, one.value, one.unit) for one in alert.grounds] == [
        ("vital.respiratory_rate", "52", "/min")
    ]
    assert [(one.origin, one.name) for one in alert.places] == [(Origin.VITAL, "respiratory_rate")]


def test_several_that_are_dangerous_each_by_itself_are_all_told():
    found = assessed("", spo2_percent=84.0, systolic=80.0, diastolic=50.0, temperature_c=37.0)
    labels = [one.label for one in _alert(found, "dangerous_vital_signs").grounds]
    assert labels == ["vital.spo2_percent", "vital.systolic"]


def test_words_of_the_note_are_given_back_beside_a_measured_sign():
    found = assessed("发热1天。", age="3y", respiratory_rate=52.0, temperature_c=39.2, pulse=170.0)
    for alert in found.alerts:
        assert alert.grounds, alert.name


CHILD = {"age": "3y", "weight_kg": 14.2, "weight_on": DAY.date()}


def _box(note, **vitals):
    read = facts(f"{note} No known drug allergies.", **CHILD, **vitals)
    plan = suggest(read, "pneumonia_child", plans())
    return plan, next(one for one in plan.nodes if one.key == "severe")


@pytest.mark.parametrize(
    "vitals",
    [{"respiratory_rate": 52.0}, {"respiratory_rate": 52.0, "spo2_percent": 94.0}, {"pulse": 185}],
)
def test_fast_breathing_alone_answers_no_question_about_danger_signs(vitals):
    plan, box = _box("Cough. Fast breathing.", **vitals)
    assert (box.chosen, plan.open_questions, plan.choices) == ("", ("severe",), ())


@pytest.mark.parametrize(
    ("note", "vitals", "said"),
    [
        ("Cough.", {"spo2_percent": 88.0}, "88"),
        ("Cough. Unable to drink.", {}, "Unable to drink"),
        ("Cough. Had a convulsion today.", {}, "convulsion"),
        ("Cough. Cyanosis.", {}, "Cyanosis"),
    ],
)
def test_a_sign_of_its_own_list_answers_it_and_is_named(note, vitals, said):
    plan, box = _box(note, **vitals)
    assert box.chosen == "yes"
    assert said in [one.text or one.value for one in box.grounds]
    assert plan.choices[0].key == "refer"
    assert (plan.watch_at_home, plan.follow_up) == ((), ())


def test_signs_that_only_fire_together_are_all_named(monkeypatch):
    def both(_facts, _text, strip):
        names = {one.concept for one in strip}
        return (RedFlag("shock", ()),) if {"heart_rate", "bp_systolic"} <= names else ()

    monkeypatch.setattr(gather_flags, "_fired", both)
    read = facts("", pulse=130.0, systolic=85.0, diastolic=50.0, temperature_c=37.0)
    assert gather_flags.flags_of(read)["shock"].vitals == ("heart_rate", "bp_systolic")
