"""Protects: a referral letter tells what the next doctor must know, stamped where nobody signed."""

from dataclasses import replace

from meddx_desktop.core.domain.finding import Call, Reason
from meddx_desktop.core.domain.laboratory import Interpretation
from meddx_desktop.core.domain.note import (
    AllergyFact,
    Assertion,
    Language,
    Mention,
    MentionKind,
    NoteReading,
    Span,
)
from meddx_desktop.core.domain.report_parts import ConfirmedPart
from meddx_desktop.core.reports import referral
from meddx_desktop.words import safety
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN = paper_words("en")


def said(report):
    return made.words_of(referral.compose(report, EN))


def test_a_letter_without_a_doctor_is_stamped():
    assert referral.compose(made.report(), EN).stamp == safety("unreviewed")


def test_machine_and_clinician_stand_side_by_side():
    text = said(made.signed())
    assert "Pneumonia: Above threshold; score 90, threshold 50" in text
    assert "Accepted by clinician" in text
    assert safety("score") in text and safety("tb_off") in text


def test_a_refused_film_is_not_left_out():
    assert safety("refused") in said(made.report(films=(made.refused(),)))


def test_a_score_in_the_band_is_not_called_below_the_threshold():
    chinese = paper_words("zh")
    unsure = replace(made.finding(0.84), call=Call.NOT_SURE)
    text = made.words_of(referral.compose(made.report(films=(made.film(unsure),)), chinese))
    assert "不能排除疾病" in text and "低于阈值" not in text


def test_a_low_score_rules_nothing_out():
    assert safety("below_threshold") in said(made.report(films=(made.film(made.finding(0.1)),)))


def test_results_carry_their_cautions_and_the_dangerous_stand_first():
    doubtful = made.lab("Sodium", 120.0, flag=Interpretation.LOW)
    observation = replace(doubtful.observation, cautions=(Reason("paper_read"),))
    high = made.lab("Potassium", 6.8, flag=Interpretation.CRITICAL_HIGH)
    labs = (replace(doubtful, observation=observation), high)
    text = said(made.report(labs=labs))
    assert text.index("Test: Potassium") < text.index("Test: Sodium")
    assert EN.sentence("paper_read") in text


def test_an_allergy_of_the_note_stands_in_the_head_though_nobody_asked():
    mention = Mention(Span(0, 10), "penicillin", MentionKind.ALLERGY)
    denied = Mention(Span(11, 16), "sulfa", MentionKind.ALLERGY, Assertion.NEGATED)
    report = made.report(reading=NoteReading(Language.ENGLISH, mentions=(mention, denied)))
    assert "Allergies: Not asked; the note says: penicillin (read by the program)" in said(report)


def test_a_note_that_denies_allergies_is_told_beside_not_asked():
    fact = AllergyFact(none_known=True)
    none = Mention(Span(0, 4), "NKDA", MentionKind.ALLERGY, Assertion.NEGATED, allergy=fact)
    report = made.report(reading=NoteReading(Language.ENGLISH, mentions=(none,)))
    assert "Allergies: Not asked; the note says: NKDA (read by the program)" in said(report)
    asked = replace(report, patient=replace(report.patient, allergies=()))
    assert "NKDA (read" not in said(asked)


def test_results_within_their_range_are_counted():
    usual = made.lab("Sodium", 140.0, flag=Interpretation.NORMAL)
    text = said(made.report(labs=(made.lab(), usual)))
    assert "Test: Potassium" in text and "Test: Sodium" not in text
    assert "not judged: 1." in text


def test_critical_results_actions_and_allergies_are_in_it():
    text = said(made.report())
    assert "K 6.8" in text and "nobody has read it back" in text
    assert "A clear film does not change this." in text
    assert "Allergies: Not asked" in text


def test_the_next_doctor_reads_diagnosis_treatment_and_why_against_a_check():
    word = ConfirmedPart("gout", {"en": "Gout", "zh": "痛风"}, "M10.9", "Dr Lin", made.MOMENT)
    text = said(made.signed(confirmed=(word,), treatments=(made.chosen(),)))
    assert "Confirmed by a clinician" in text and "Gout M10.9" in text
    assert "500 mg = 2 × 250 mg (tablets), by mouth, every 12 h, for 5 days" in text
    assert "Adjust, Kidneys: Longer apart. Chosen all the same, because: No other drug here" in text
    assert "ordered nothing" in text


def test_nothing_confirmed_and_nothing_chosen_has_no_heading():
    text = said(made.signed())
    assert "Confirmed by a clinician" not in text and "Treatment chosen" not in text
