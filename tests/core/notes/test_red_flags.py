"""Protects: danger signs fire in both languages; denied, earlier and others' troubles do not."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.note import (
    Assertion,
    Measured,
    Mention,
    MentionKind,
    Span,
    Trigger,
)
from meddx_desktop.core.notes import red_flag_durations
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.by_place import ByPlace
from meddx_desktop.core.notes.red_flag_allergies import SIGNS_OF_TODAY
from meddx_desktop.core.notes.red_flag_rules import rule_book
from meddx_desktop.core.notes.red_flags import _unlike, find_flags
from tests.core.notes.flagged import answer, cases, flags

CASES = cases()
KEYS = tuple(rule.key for rule in rule_book().rules)
WORDS_ONLY = tuple(case for case in CASES if case.sign == "+" and not case.known)


def _names(text, **known):
    return {flag.name for flag in flags(text, known)}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", KEYS)
def test_every_sentence_fires_as_its_reason_says(key, language):
    mine = [case for case in CASES if (case.key, case.language) == (key, language)]
    signs = Counter("-" if case.sign == "-" else "+" for case in mine)
    assert min(signs["+"], signs["-"]) >= 6
    assert [(str(case), case.why) for case in mine if answer(case) != case.sign] == []


def test_no_sentence_is_of_an_unknown_rule():
    assert {case.key for case in CASES} == set(KEYS)


@given(st.sampled_from(CASES), st.sampled_from(WORDS_ONLY))
@settings(max_examples=200, deadline=None)
def test_a_firing_sentence_added_takes_no_flag_away(case, more):
    before = {flag.name for flag in flags(case.text, case.known)}
    after = {flag.name for flag in flags(f"{case.text}\n{more.text}", case.known)}
    assert before | {more.key} <= after if _fits(case, more) else before <= after


def _fits(case, more):
    """Whether what is known of the first patient lets the second rule speak at all."""
    return not case.known.keys() & {"age", "sex", "pregnant"}


@pytest.mark.parametrize(
    "words",
    ["unable to drink", "no urine since morning", "unresponsive", "no pulse", "no wish to live"],
)
def test_a_list_of_denials_does_not_hide_a_sign_that_is_a_denial(words):
    assert _names(f"No fever, cough or vomiting, {words}.")
    assert _names(f"Denies fever and chest pain; {words}.")


@pytest.mark.parametrize("words", ["不能饮水", "拒奶", "无尿", "意识不清", "不想活"])
def test_a_chinese_list_of_denials_does_not_either(words):
    assert _names(f"无发热、咳嗽，{words}。")
    assert _names(f"否认胸痛，{words}。")


def test_words_that_fired_are_spans_of_the_text():
    text = "Cough for a year.\nSudden slurred speech, 左侧肢体无力。"
    stroke = next(flag for flag in flags(text) if flag.name == "stroke")
    said = {text[span.start : span.end] for span in stroke.words}
    assert {"slurred speech", "左侧肢体无力"} <= said
    assert "opened 2026" in stroke.source


def test_sure_words_beside_doubtful_ones_make_a_flag_sure():
    assert [flag.possible for flag in flags("Possible stroke.") if flag.name == "stroke"] == [True]
    both = flags("Possible stroke. Facial droop on the left.")
    assert [flag.possible for flag in both if flag.name == "stroke"] == [False]


def test_sure_flags_come_first():
    found = flags("Possible stroke.\n无尿8小时。")
    assert [flag.possible for flag in found] == sorted(flag.possible for flag in found)


def test_a_mention_that_was_corrected_by_hand_decides():
    text = "Haematemesis twice."
    by_hand = Trigger(Span(0, 0), "", "by_hand")
    words = Mention(Span(0, 12), text[:12], MentionKind.SYMPTOM, Assertion.NEGATED, by_hand)
    assert {flag.name for flag in find_flags(text, (), ())} == {"gi_bleeding"}
    assert find_flags(text, (), (words,)) == ()


def _measured(name, value, *, unit=None, comparator=None):
    return Mention(
        Span(0, 1), "x", MentionKind.VITAL_SIGN, measured=(Measured(name, value, unit, comparator),)
    )


@pytest.mark.parametrize(
    ("mention", "age", "fires"),
    [
        (_measured("spo2", 89), None, True),
        (_measured("spo2", 90, comparator=">"), None, False),
        (_measured("spo2", 85, comparator="<"), 9000, True),
        (_measured("temperature", 101.3, unit="[degF]"), 30, True),
        (_measured("temperature", 98.2, unit="[degF]"), 30, False),
        (_measured("respiratory_rate", 45), None, True),
        (_measured("respiratory_rate", 45), 200, False),
        (_measured("bp_systolic", 90), 20000, True),
        (_measured("bp_systolic", 91), 20000, False),
        (_measured("weight", 3.0), 20, False),
    ],
)
def test_vital_signs_fire_by_age_unit_and_comparator(mention, age, fires):
    assert bool(find_flags("x", (), (mention,), age_days=age)) is fires


def test_an_age_in_the_text_counts_where_none_is_known():
    age = Mention(Span(0, 7), "20 days", MentionKind.AGE, measured=(Measured("age", 20, "d"),))
    warm = _measured("temperature", 38.4)
    assert find_flags("x", (), (warm,)) == ()
    named = {flag.name for flag in find_flags("20 days", (), (warm, age))}
    assert "young_infant" in named
    assert find_flags("20 days", (), (warm, age), age_days=9000) == ()


def test_a_duration_read_elsewhere_counts_too():
    text = "Cough since the harvest."
    long = Mention(
        Span(6, 23), text[6:23], MentionKind.DURATION, measured=(Measured("duration", 1, "mo"),)
    )
    assert {flag.name for flag in find_flags(text, (), (long,))} == {"tb_symptoms"}
    assert find_flags(text, (), ()) == ()


def test_the_duration_nearest_to_the_cough_decides():
    assert "tb_symptoms" not in _names("Diabetes for 10 years and a dry cough for 3 days.")
    assert "tb_symptoms" in _names("Diabetes for 3 days and a dry cough for 10 weeks.")


def test_a_section_of_the_past_or_of_the_family_does_not_fire():
    assert _names("Past medical history: stroke, melaena.\nFamily history: meningitis.") == set()
    assert _names("既往史：脑梗死。\n家族史：母亲肺结核。") == set()
    assert _names("Assessment: stroke.") == {"stroke"}


def test_full_width_signs_and_curly_quotes_are_read():
    assert "suicidal_intent" in _names("He doesn\u2019t want to live.")
    assert "tb_symptoms" in _names("咳嗽３０天。")


def test_nothing_is_found_in_nothing():
    assert flags(" ") == ()
    assert find_flags("", (), ()) == ()


def test_any_text_can_be_read():
    made = random.Random(7)
    alphabet = "无不no 尿urine()|?*+.。，\n\t\u200b\u202e😀胸痛 chest pain、；a" + "".join(
        case.text[:4] for case in CASES[::20]
    )
    for _ in range(40):
        text = "".join(made.choice(alphabet) for _ in range(400))
        for flag in find_flags(text, (), ()):
            assert all(0 <= span.start < span.end <= len(text) for span in flag.words)


def test_the_work_grows_with_the_note_and_no_faster(monkeypatch):
    looked_at = Counter()
    touching = ByPlace.touching

    def counted(self, span):
        found = list(touching(self, span))
        looked_at["answers"] += len(found)
        return iter(found)

    monkeypatch.setattr(ByPlace, "touching", counted)
    piece = "{n} 岁。患者昨起发热、咳嗽2周，无胸痛，SpO2 85%。 "
    counts = []
    for pieces in (20, 40):
        looked_at.clear()
        analyze("\n".join(piece.format(n=20 + number) for number in range(pieces)))
        counts.append(looked_at["answers"])
    assert 0 < counts[1] <= 2 * counts[0]


def test_a_sentence_without_end_is_not_searched_again_for_each_of_its_words(monkeypatch):
    seen = Counter()
    written = red_flag_durations._written

    def counted(text, sentence):
        seen["characters"] += sentence.end - sentence.start
        return written(text, sentence)

    monkeypatch.setattr(red_flag_durations, "_written", counted)
    text = "患者发热咳嗽2周，无胸痛，" * 200
    assert {flag.name for flag in analyze(text).flags} >= {"tb_symptoms"}
    assert 0 < seen["characters"] < 200 * len(text)


def test_many_ages_in_a_note_are_asked_once_a_band():
    text = "\n".join(f"{age} years old. SpO2 85 %." for age in range(1, 100))
    names = {flag.name for flag in analyze(text).flags}
    assert "dangerous_vital_signs" in names
    assert len(_unlike([365.25 * age for age in range(100)])) < 30


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Allergies: penicillin - anaphylaxis.", False),
        ("过敏史：青霉素过敏性休克。", False),
        ("Anaphylaxis to peanuts an hour ago.", True),
        ("静滴青霉素后出现过敏性休克。", True),
        ("HPI: allergic to penicillin, now anaphylaxis after a dose.", True),
        ("Cough 3 weeks. Allergic to penicillin (anaphylaxis). Takes lisinopril.", False),
        ("penicillin allergy: anaphylaxis", False),
        ("Allergic to codeine (rash), latex and penicillin (anaphylaxis).", False),
        ("青霉素过敏（过敏性休克）。咳嗽3周。", False),
        ("对青霉素过敏（过敏性休克）", False),
        ("Allergic to penicillin (anaphylaxis). Now wheezing and lip swelling.", True),
        ("Allergic to penicillin (anaphylaxis). Itchy rash and hives.", True),
        ("Allergic to penicillin (anaphylaxis this morning).", True),
        ("Reaction to penicillin (anaphylaxis).", True),
        ("Allergic reaction to penicillin (anaphylaxis).", True),
        ("青霉素过敏（过敏性休克），今晨静滴后喉头水肿。", True),
        ("青霉素过敏性休克，已予肾上腺素。", True),
        ("对青霉素过敏（过敏性休克）。全身风团。", True),
    ],
)
def test_a_reaction_in_the_list_of_allergies_is_none_of_today(text, fires):
    assert ("anaphylaxis" in {flag.name for flag in analyze(text).flags}) is fires


def test_an_infant_of_days_is_known_by_age():
    assert "young_infant" in {flag.name for flag in analyze("男，20天，拒奶1天。").flags}
    assert "young_infant" not in {flag.name for flag in analyze("男，20岁，拒食1天。").flags}


def test_a_dangerous_pressure_on_arrival_counts_though_it_is_better_now():
    names = {flag.name for flag in analyze("BP 96/58 (was 70/40 on arrival).").flags}
    assert "dangerous_vital_signs" in names
    assert not analyze("BP 120/80 (was 118/76 on arrival).").flags


def test_the_signs_that_make_a_known_reaction_one_of_today_are_there():
    assert set(rule_book().signs) >= SIGNS_OF_TODAY
