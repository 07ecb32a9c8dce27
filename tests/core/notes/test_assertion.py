"""Protects: what a note denies, doubts or tells of others is not read as the patient's own."""

import pytest

from meddx_desktop.core.domain.note import AllergyFact, Assertion, Mention, MentionKind, Span
from meddx_desktop.core.notes.assertion import assert_mentions
from tests.core.notes import marked_second
from tests.core.notes.marked import figures, read, rows


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_class_is_read_well(language):
    for assertion, (precision, recall, f1, count) in figures(language).items():
        assert count >= 10, assertion
        assert f1 >= 0.95, (assertion, precision, recall)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sentences_kept_apart_are_read_well_too(language):
    for half in ("open", "sealed"):
        assert len(marked_second.sentences(language, half)) >= 150
        counts = marked_second.confusion(language, half)
        assert marked_second.f1(counts, Assertion.NEGATED) >= 0.95
        assert marked_second.f1(counts, Assertion.POSSIBLE) >= 0.9


def test_the_document_shows_the_figures_of_the_sealed_half():
    page = marked_second.PAGE.read_text("utf-8")
    shown = page.partition(marked_second.BEGIN)[2].partition(marked_second.END)[0]
    assert shown.strip() == marked_second.table().strip(), "run marked_second --write"


def test_the_sets_are_as_large_as_they_should_be():
    assert len(rows("en")) >= 200
    assert len(rows("zh")) >= 300
    for language in ("en", "zh"):
        sentences = [row.sentence for row in rows(language)]
        assert len(set(sentences)) == len(sentences)
        assert all(row.reason for row in rows(language))


@pytest.mark.parametrize(
    ("sentence", "words", "rule", "distance"),
    [
        ("She denies any [[fever]].", "denies", "negation_before", 1),
        ("[[Fever]]: none", ": none", "negation_answer", 0),
        ("无[[发热]]", "无", "negation_before", 0),
        ("[[压痛]]（-）", "（-）", "negation_after", 0),
        ("Family History: [[stroke]]", "Family History:", "section_family", 0),
        ("鉴别诊断：[[肺结核]]", "鉴别诊断：", "section_differential", 0),
    ],
)
def test_the_trigger_says_which_words_decided(sentence, words, rule, distance):
    (mention,) = read(sentence)
    assert mention.trigger is not None
    assert (mention.trigger.text, mention.trigger.rule, mention.trigger.distance) == (
        words,
        rule,
        distance,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "no\u200b [[fever]]",
        "n\u200bo [[fever]]",
        "no\u00a0[[fever]]",
        "NO [[FEVER]]",
        "ｎｏ [[fever]]",
        "no\x07 [[fever]]",
        "no [[fe\u200bver]]",
        "d\u00adenies [[fever]]",
        "无\u200b[[发热]]",
        "\u202eno [[fever]]\u202c",
        "doesn’t have [[fever]]",
    ],
)
def test_invisible_and_wide_characters_hide_no_negation(sentence):
    (mention,) = read(sentence)
    assert mention.assertion is Assertion.NEGATED


def test_a_danger_sign_that_is_a_negative_phrase_is_not_denied_by_itself():
    for sentence in ("[[无尿]]", "[[不能饮水]]", "[[unable to drink]]", "[[not passing urine]]"):
        assert read(sentence)[0].assertion is Assertion.PRESENT


def test_other_kinds_and_decided_mentions_stay_as_they_are():
    text = "no 38.5 NKDA"
    vital = Mention(Span(3, 7), "38.5", MentionKind.VITAL_SIGN)
    none = Mention(Span(8, 12), "NKDA", MentionKind.ALLERGY, allergy=AllergyFact(none_known=True))
    assert assert_mentions(text, [Span(0, 12)], (), [vital, none]) == (vital, none)
