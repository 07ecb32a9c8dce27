"""Protects: alerts above all, what no film may lower, disagreement, contradicting data."""

import pytest

from meddx_desktop.core.assessment.assess import assess
from meddx_desktop.core.assessment.gather_results import said_positive
from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.domain.assessment import AlertKind, Setting, Standing
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.domain.patient import Sex
from tests.assessments import (
    EVERYTHING,
    FIGURES,
    MODEL,
    assessed,
    condition,
    film,
    line,
    said,
    with_mentions,
)

TB_NOTE = "Cough for 3 weeks with night sweats and weight loss."
CHILD_NOTE = "Cough for 3 days. Chest indrawing."
SEPSIS_NOTE = "Fever and rigors since yesterday. Confused. RR 28, BP 85/50, HR 132."
OPERATING = {(MODEL.name, MODEL.version, name): FIGURES for name in ("pneumonia", "tuberculosis")}


def _names(found, kind):
    return {alert.name for alert in found.alerts if alert.kind is kind}


def test_nothing_said_is_not_enough_to_say():
    found = assessed("Well today.")
    assert found.not_enough
    assert found.alerts == ()


def test_red_flags_stand_on_top():
    found = assessed(SEPSIS_NOTE)
    assert found.alerts[0].kind is AlertKind.RED_FLAG
    assert found.alerts[0].title["zh"]


@pytest.mark.parametrize(
    ("note", "age", "finding", "action"),
    [
        (TB_NOTE, "40y", "tuberculosis", "suspected_tb"),
        (CHILD_NOTE, "3y", "pneumonia", "child_pneumonia"),
        (SEPSIS_NOTE, "40y", "pneumonia", "suspected_sepsis"),
    ],
)
def test_no_film_lowers_what_symptoms_raised(note, age, finding, action):
    films = [
        [],
        [film(finding, 0.01)],
        [film(finding, 0.5)],
        [film(finding, 0.01, on_trial=True)],
        [film(finding, 0.01, accepted=False)],
        [film(finding, 0.99)],
        [film(finding, 0.01), film(finding, 0.02, uid="1.2.4")],
    ]
    for each in films:
        found = assessed(note, age=age, films=each)
        assert action in _names(found, AlertKind.ACTION)


@pytest.mark.parametrize(
    ("key", "age", "finding", "concepts"),
    [
        ("tuberculosis", "40y", "tuberculosis", ["hemoptysis", "night_sweats"]),
        ("pneumonia_child", "3y", "pneumonia", ["cough", "chest_indrawing"]),
        ("sepsis", "40y", "pneumonia", ["fever", "confusion"]),
    ],
)
def test_a_low_score_never_lowers_the_weight_or_the_standing(key, age, finding, concepts):
    mentions = [said(name, place=10 * place) for place, name in enumerate(concepts)]
    without = assess(with_mentions(*mentions, age=age), knowledge(), EVERYTHING)
    low = with_mentions(*mentions, age=age, films=[film(finding, 0.01)], operating=OPERATING)
    after = assess(low, knowledge(), EVERYTHING)
    assert condition(after, key).weight == condition(without, key).weight
    assert condition(after, key).standing is condition(without, key).standing


def test_words_about_a_film_never_lower_them_either():
    mentions = [said("hemoptysis"), said("cavity", Assertion.NEGATED, 20)]
    assert condition(assess(with_mentions(*mentions), knowledge(), EVERYTHING), "tuberculosis")


def test_a_film_may_lower_other_conditions():
    mentions = [said("cough")]
    low = with_mentions(*mentions, films=[film("pneumonia", 0.01)], operating=OPERATING)
    found = assess(low, knowledge(), EVERYTHING)
    assert line(found, "pneumonia_adult", "film_pneumonia.absent").ratio.value == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (film(score=0.9, on_trial=True), "model_on_trial"),
        (film(score=0.5), "model_not_sure"),
        (film("consolidation", 0.9), "model_without_figures"),
    ],
)
def test_a_film_that_says_nothing_counts_as_one(entry, why):
    facts = with_mentions(said("cough"), films=[entry], operating=OPERATING)
    found = assess(facts, knowledge(), EVERYTHING)
    shown = line(found, "pneumonia_adult", "film_pneumonia.present")
    assert (shown.counted, shown.why_not) == (False, why)
    assert condition(found, "pneumonia_adult").weight.value == 1.0


def test_a_film_without_a_score_is_told():
    found = assessed("Cough.", films=[film(accepted=False)])
    assert "unscored_film" in _names(found, AlertKind.UNSCORED_FILM)


def test_film_yes_and_the_rest_no_is_a_disagreement_with_both_sides():
    vitals = {"temperature_c": 36.6, "respiratory_rate": 14.0, "pulse": 70.0}
    facts = with_mentions(said("cough"), films=[film()], operating=OPERATING, **vitals)
    alert = next(
        one
        for one in assess(facts, knowledge(), EVERYTHING).alerts
        if one.kind is AlertKind.DISAGREEMENT
    )
    assert (alert.name, alert.condition) == ("film_yes", "pneumonia_adult")
    assert alert.yes
    assert alert.no


def test_film_no_and_the_rest_yes_is_one_too_even_where_it_may_not_lower():
    facts = with_mentions(
        said("cough"),
        said("chest_indrawing", place=9),
        age="3y",
        films=[film(score=0.01)],
        operating=OPERATING,
    )
    found = assess(facts, knowledge(), EVERYTHING)
    names = {(one.name, one.condition) for one in found.alerts}
    assert ("film_no", "pneumonia_child") in names


def test_film_and_words_about_the_film_count_once():
    alone = with_mentions(said("cough"), films=[film()], operating=OPERATING)
    both = with_mentions(
        said("cough"), said("consolidation", place=9), films=[film()], operating=OPERATING
    )
    weights = [
        condition(assess(one, knowledge(), EVERYTHING), "pneumonia_adult").weight.value
        for one in (alone, both)
    ]
    assert weights[0] == weights[1]


# Results


def test_criteria_are_met_by_results():
    found = assessed("Check.", [("K", "6.8", "mmol/L", "")])
    assert condition(found, "hyperkalaemia").standing is Standing.DEFINED
    assert "severe_potassium" in _names(found, AlertKind.ACTION)
    assert condition(found, "hyperkalaemia").band is None


def test_results_in_another_unit_are_the_same():
    for value, unit in (("6.0", "ug/L"), ("6.0", "ng/mL")):
        found = assessed("Tired.", [("Hb", "85", "g/L", ""), ("Ferritin", value, unit, "")])
        assert condition(found, "iron_deficiency_anaemia").weight.value == pytest.approx(52.0)


def test_a_limit_answers_only_what_it_can():
    below = assessed("", [("HbA1c", "<6.0", "%", "")])
    above = assessed("", [("HbA1c", ">14", "%", "")])
    assert line(below, "diabetes_type_2", "a1c.present") is None
    assert line(above, "diabetes_type_2", "a1c.present").counted


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("positive", True),
        ("Pos", True),
        ("2+", True),
        ("阳性", True),
        ("弱阳性", True),
        ("negative", False),
        ("Neg.", False),
        ("阴性", False),
        ("not detected", False),
        ("-", False),
        ("see below", None),
        ("", None),
        ("'; DROP TABLE cases; --", None),
    ],
)
def test_results_in_words(text, meant):
    assert said_positive(text) is meant


def test_ckd_needs_three_months():
    once = assessed("Check.", [("Creatinine", "160", "umol/L", "2026-05-01")])
    long = assessed(
        "Check.",
        [
            ("Creatinine", "160", "umol/L", "2026-05-01"),
            ("Creatinine", "165", "umol/L", "2026-01-02"),
        ],
    )
    assert line(once, "chronic_kidney_disease", "low3.present") is None
    assert condition(long, "chronic_kidney_disease").standing is Standing.DEFINED


# Who


def test_unknown_sex_and_age_exclude_nothing_and_are_told():
    found = assessed("Cough. Pregnant.", age="", sex=Sex.UNKNOWN)
    assert found.not_for == {}
    codes = {one.code for one in found.cautions}
    assert {"assessment_age_unknown", "assessment_sex_unknown"} <= codes


def test_a_pregnant_male_is_told_and_both_count_as_unknown():
    found = assessed("Headache.", pregnant=Answer.YES, systolic=150.0, diastolic=95.0)
    assert {one.code for one in found.cautions} >= {"assessment_pregnant_male"}
    assert "pre_eclampsia" not in found.not_for


def test_a_man_has_no_pre_eclampsia_and_a_child_no_adult_pneumonia():
    assert assessed("Cough.").not_for["pre_eclampsia"] == "not_for_this_sex"
    assert assessed("Cough.", age="3y").not_for["pneumonia_adult"] == "not_for_this_age"


def test_two_weights_are_told():
    found = assessed("Weight 80 kg.", weight_kg=60.0)
    assert [one.code for one in found.cautions] == ["assessment_two_weights"]


def test_hostile_text_is_only_text():
    found = assessed("\x00'; DROP TABLE cases; -- {0} %s <script> \u202e ]]> cough" * 20)
    assert found.alerts == () or found.alerts


# Next


def test_next_tests_are_only_those_that_can_be_done():
    note = "Tired and pale."
    lab = [("Hb", "85", "g/L", "")]
    with_iron = assessed(note, lab, setting=Setting(tests=frozenset({"iron"})))
    without = assessed(note, lab, setting=Setting())
    assert "iron" in {one.test for one in condition(with_iron, "iron_deficiency_anaemia").missing}
    assert {one.test for one in condition(without, "iron_deficiency_anaemia").missing} <= {""}


def test_every_place_leads_somewhere():
    found = assessed(TB_NOTE, [("K", "6.8", "mmol/L", "")])
    for one in found.conditions:
        for each in one.lines:
            assert each.places, (one.key, each.key)
