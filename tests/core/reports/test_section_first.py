"""Protects: a clinician's own first reading stands beside the machine's, with time and who."""

from meddx_desktop.core.reports import clinical, slip
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN, ZH = paper_words("en"), paper_words("zh")


def said(report, words=EN, of=clinical):
    return made.words_of(of.compose(report, words))


def test_it_stands_with_who_and_when_and_what_the_model_said_then():
    text = said(made.report(firsts=(made.first(),)))
    assert "read and locked before the program's answer was shown." in text
    assert text.count("Dr Wu, 2026-03-02") == 1
    row = "Finding: Pneumonia; Read first as: Negative; The model, hidden then: Above threshold"
    assert f"{row} (cxr 1.1.1)" in text
    assert "Films: 2026-03-02 · CR · AP" in text
    assert "Thought of first: 1. Tuberculosis." in text
    assert "Clear lungs." in text


def test_a_model_that_said_nothing_has_a_dash():
    one = made.first().said.findings[0]
    silent = type(one)(one.sop_instance_uid, 1, one.finding, one.answer)
    text = said(made.report(firsts=(made.first(findings=(silent,)),)))
    assert "The model, hidden then: –" in text


def test_a_film_that_left_the_case_takes_no_reading_away():
    text = said(made.report(films=(), firsts=(made.first(),)))
    assert "Films: –; Finding: Pneumonia" in text


def test_a_waived_reading_is_said_and_says_nothing_else():
    text = said(made.report(firsts=(made.first(waived=True),)))
    assert "Dr Wu" in text and "without a first reading" in text
    assert "locked" not in text and "Clear lungs." not in text


def test_it_follows_the_films_and_is_not_on_a_slip():
    report = made.signed(firsts=(made.first(),))
    text = said(report)
    assert text.index("Film 1:") < text.index("own first reading") < text.index("Assessment")
    assert "Clear lungs." not in said(report, of=slip)


def test_in_chinese():
    text = said(made.report(firsts=(made.first(words=""),)), ZH)
    assert "在看到程序结果之前阅片并锁定" in text and "1. 结核" in text
    assert "Read first" not in text


def test_without_one_there_is_no_section():
    assert "own first reading" not in said(made.report())
