"""Protects: a report says all that must stand on paper, and nothing that must not."""

from dataclasses import replace
from datetime import datetime

import pytest

from meddx_desktop.core.domain.assessment import (
    Alert,
    AlertKind,
    Assessment,
    Ground,
    Origin,
    Ratio,
)
from meddx_desktop.core.domain.case import Answer, CaseState, Vitals
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Decision, Reason, SiteFacts
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.domain.report_parts import ConfirmedPart
from meddx_desktop.core.domain.review import NotCritical
from meddx_desktop.core.domain.treatment_record import Dose
from meddx_desktop.core.reports import clinical
from meddx_desktop.words import safety
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN, ZH = paper_words("en"), paper_words("zh")


def said(report, words=EN):
    return made.words_of(clinical.compose(report, words))


def test_a_score_stands_against_its_threshold_and_is_no_chance():
    text = said(made.report())
    assert "Score: 90; Threshold: 50 (45–55); The model: Above threshold" in text
    assert safety("score") in text
    assert "90 %" not in text and "90%" not in text


@pytest.mark.parametrize("score", [0.1, 0.5])
def test_below_threshold_and_not_sure_never_rule_out(score):
    assert safety("below_threshold") in said(made.report(films=(made.film(made.finding(score)),)))


def test_above_the_threshold_nothing_is_said_of_ruling_out():
    assert safety("below_threshold") not in said(made.report())


def test_a_refused_film_says_so_with_its_reason():
    text = said(made.report(films=(made.refused("not_chest_film"),)))
    assert safety("refused") in text
    assert "does not look like a frontal chest film" in text


def test_a_film_that_waits_is_not_silent():
    assert "Not screened yet." in said(made.report(films=(made.film(waiting=True),)))


def test_what_nobody_looked_for_is_named_and_tuberculosis_with_its_words():
    text = said(made.report())
    assert "Not looked for: Tuberculosis." in text
    assert safety("tb_off") in text


def test_a_tuberculosis_model_on_trial_counts_as_none():
    tried = replace(made.finding(), name="tuberculosis", on_trial=True)
    assert safety("tb_off") in said(made.report(films=(made.film(tried),)))
    trusted = replace(tried, on_trial=False)
    assert safety("tb_off") not in said(made.report(films=(made.film(trusted),)))


def test_the_clinicians_word_stands_beside_the_machines_and_earlier_words_stay():
    part = made.decided(made.finding(), Decision.EDITED, "Right lower zone")
    before = made.decided(made.finding(), Decision.REJECTED).decision
    part = replace(part, words=(before, part.decision))
    text = said(made.report(films=(made.film(part),)))
    assert "Edited by clinician: Right lower zone (Dr Lin," in text
    assert "Earlier: Rejected by clinician (Dr Lin," in text


def test_no_decision_is_said():
    assert "The clinician: No decision" in said(made.report())


def test_a_model_on_trial_is_marked():
    assert "On trial:" in said(made.report(films=(made.film(made.finding(on_trial=True)),)))


def test_a_chance_stands_only_where_the_site_entered_its_share():
    assert "chance of the finding" not in said(made.report())
    known = made.finding(site=SiteFacts(prevalence=0.05, probability=0.15))
    assert "15 % chance of the finding" in said(made.report(films=(made.film(known),)))


def test_the_heat_map_has_its_words():
    with_map = made.film(made.finding(), picture=made.picture("pneumonia"))
    assert safety("heat_map") in said(made.report(films=(with_map,)))
    plain = made.film(made.finding(), picture=made.picture())
    assert safety("heat_map") not in said(made.report(films=(plain,)))


def test_a_film_corrected_by_hand_says_by_whom():
    turned = made.film(made.finding(), correction=Correction(90, by="Nurse Zhao", at=made.MOMENT))
    text = said(made.report(films=(turned,)))
    assert "turned 90° to the right by hand: Nurse Zhao" in text


def test_unsigned_is_stamped():
    paper = clinical.compose(made.report(), EN)
    assert paper.stamp == safety("unreviewed")
    assert not paper.is_reviewed


def test_signed_names_who_when_and_the_mark_of_the_trail():
    paper = clinical.compose(made.signed(), EN)
    assert paper.stamp.startswith("Reviewed and signed: Dr Lin, ")
    assert paper.is_reviewed
    text = made.words_of(paper)
    assert made.HEAD in text
    assert safety("unreviewed") not in text


def test_a_reopened_case_is_unsigned_again():
    reopened = made.signed(state=CaseState.TO_REVIEW)
    text = said(reopened)
    assert safety("unreviewed") in text
    assert "Reopened since" in text
    assert made.HEAD not in text


def test_a_critical_result_tells_its_loop():
    assert "Open: nobody has read it back." in said(made.report())
    text = said(made.signed())
    assert "Dr Chen, told by Nurse Zhao" in text and "read back" in text
    assert "Open: nobody" not in text


def test_why_a_critical_value_is_none_stands_on_paper():
    (one,) = made.report().criticals
    none = NotCritical("haemolysed", "Dr Lin", one.at)
    text = said(made.report(criticals=(replace(one, line="i:0", none=none),)))
    assert "Not told as critical: haemolysed (Dr Lin, " in text
    assert "Open: nobody" not in text


def test_what_an_alert_rests_on_stands_beneath_it():
    taken = datetime(2026, 3, 4, 8, 0)
    old = Ground(
        Origin.LABORATORY,
        value="6.5",
        unit="mmol/L",
        english="Potassium",
        chinese="钾",
        taken=taken,
        days_before=263,
    )
    fast = Ground(Origin.VITAL, "vital.respiratory_rate", "52", "/min")
    words = Ground(Origin.NOTE, text="drinks poorly")
    alert = Alert(AlertKind.ACTION, "x", title={"en": "Do", "zh": "办"}, grounds=(old, fast, words))
    text = said(made.report(assessment=Assessment(alerts=(alert,))))
    assert "Potassium 6.5 mmol/L, 2026-03-04 (263 days before this visit)" in text
    assert "Breaths 52 /min" in text and "“drinks poorly”" in text


def test_addenda_follow():
    assert "Fever gone on day 3." in said(made.signed())


def test_models_stand_with_version_and_hash():
    text = said(made.report())
    assert "Model: cxr-pneumonia-children; Version: 1.1.1" in text
    assert "ab" * 32 in text


def test_no_number_without_its_unit_and_no_flag_without_its_range():
    text = said(made.report())
    assert "Potassium; Value: 6.8 mmol/L; Flag: critically high; Range: 3.5–5.3 mmol/L [1]" in text
    assert "[1] A book, page 4" in text


def test_what_was_not_understood_is_listed():
    assert "row 9: K+ ??" in said(made.report())


def test_unknown_is_never_no():
    text = said(made.report(age=Age.parse("30y")))
    assert "Allergies: Not asked" in text
    assert "Pregnant: Unknown" in text
    assert "SpO₂: Not measured" in text


@pytest.mark.parametrize(
    ("sex", "age", "more", "stands"),
    [
        (Sex.MALE, "30y", {}, False),
        (Sex.FEMALE, "9y", {}, False),
        (Sex.FEMALE, "10y", {}, True),
        (Sex.UNKNOWN, "30y", {}, True),
        (Sex.MALE, "30y", {"pregnant": Answer.YES}, True),
    ],
)
def test_fields_of_pregnancy_only_where_they_concern(sex, age, more, stands):
    plain = made.report()
    patient = replace(plain.patient, sex=sex)
    text = said(replace(plain, patient=patient, age=Age.parse(age), vitals=Vitals(**more)))
    assert ("Pregnant" in text) is stands
    assert "Weight" in text


def test_an_interval_that_says_the_same_again_is_left_out():
    plain = made.assessed()
    condition = plain.conditions[0]
    same = replace(condition.lines[0], ratio=Ratio(5.0, 5.0, 5.0))
    known = replace(plain, conditions=(replace(condition, lines=(same,)),))
    text = said(made.report(assessment=known))
    assert "LR 5" in text and "LR 5 (" not in text
    assert "LR 2 (1.5–3)" in said(made.report())


def test_a_chosen_treatment_stands_with_its_dose_and_reason():
    text = said(made.signed(treatments=(made.chosen(),)))
    assert "because: No other drug here" in text
    assert "No dose was shown" in said(made.signed(treatments=(made.chosen(dose=None),)))
    liquid = Dose(*(570.0, 570.0, "mg", 2.0, 12.0, "oral"), volume_ml=11.4, strength="250 mg/5 mL")
    assert "11.4 mL of 250 mg/5 mL" in said(made.signed(treatments=(made.chosen(dose=liquid),)))
    chinese = said(made.signed(treatments=(made.chosen(),)), ZH)
    assert "阿莫西林" in chinese and "Chosen" not in chinese


def test_actions_stand_before_the_films():
    text = said(made.report())
    assert text.index("A clear film does not change this.") < text.index("Film 1:")


def test_what_a_clinician_confirmed_goes_before_what_the_program_thinks():
    confirmed = ConfirmedPart("tb", {"en": "Tuberculosis"}, "A15.9", "Dr Lin", made.MOMENT)
    text = said(made.report(confirmed=(confirmed,)))
    assert "Tuberculosis A15.9: Dr Lin, " in text
    assert text.index("Confirmed by a clinician") < text.index("Condition: Pneumonia (child)")


def test_not_enough_to_say_is_said():
    assert "Not enough to say" in said(made.report(assessment=Assessment()))


def test_a_missing_assessment_says_why():
    text = said(made.report(assessment=None, assessment_missing="knowledge_unreadable"))
    assert "can't be read" in text


def test_doubts_about_who_it_is_stand_on_top():
    doubt = Reason("identity_conflict", {"fields": "name"})
    text = said(made.report(alerts=(doubt,)))
    assert text.index("with another name. Check") < text.index("Critical results")


def test_risk_models_have_no_place():
    assert not [name for name in Report.__dataclass_fields__ if "risk" in name]


def test_every_page_says_what_the_program_is():
    assert clinical.compose(made.report(), EN).foot == safety("support")
    assert (
        clinical.compose(made.report(), ZH).foot
        == "仅供筛查辅助，不作诊断；未注册医疗器械；由医师决定。"
    )


def test_chinese_has_no_english_sentence_left():
    text = said(made.report(note="", labs=(made.lab(),)), ZH)
    for word in ("Score", "Threshold", "clinician", "Not ", "Signed", "Vital", "Laboratory"):
        assert word not in text
    assert "模型评分，非患病概率。" in text
    assert "未经医师审核。" in text
