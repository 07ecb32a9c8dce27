"""Protects: a patient's slip names nothing that a machine thought, no risk, no false comfort."""

from dataclasses import replace

import pytest

from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.paper import Sign, Signs
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.domain.review import NotCritical
from meddx_desktop.core.notes.red_flag_rules import rule_book
from meddx_desktop.core.reports import slip
from meddx_desktop.core.reports.pictograms import PICTOGRAMS
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN, ZH = paper_words("en"), paper_words("zh")


def said(report, words=EN):
    return made.words_of(slip.compose(report, words))


@pytest.mark.parametrize("report", [made.report(), made.signed()])
@pytest.mark.parametrize("words", [EN, ZH])
def test_nothing_of_a_model_is_on_it(report, words):
    text = said(report, words)
    for word in ("Pneumonia", "肺炎", "90", "Score", "评分", "cxr", "Threshold", "阈值", "FIB"):
        assert word not in text


def test_without_a_signature_it_is_no_result():
    text = said(made.report())
    assert "This slip is not a result." in text
    assert "Not reviewed by a clinician." in text


def test_without_a_signature_what_people_found_sends_on_all_the_same():
    """A clinic without a clinician in the house gives this slip out."""
    text = said(made.report())
    assert "You need further care today." in text and "This slip is not a result." in text
    found = said(made.report(films=made.signed().films, criticals=()))
    assert "You need further care. Please go" in found


def test_a_chosen_referral_is_for_now():
    word = made.chosen(drug="", dose=None, title={"en": "Refer to hospital at once"})
    assert slip.is_urgent(made.signed(treatments=(word,), criticals=()))
    assert not slip.is_urgent(made.signed(treatments=(made.chosen(),), criticals=()))


def test_a_film_that_nobody_could_judge_is_not_said_to_be_of_the_chest():
    text = said(made.signed(films=(made.refused(),)))
    assert "An X-ray picture was taken." in text and "chest was taken" not in text


def test_an_accepted_finding_sends_on():
    assert "You need further care." in said(made.signed(criticals=()))


def test_a_rejected_finding_does_not():
    part = made.decided(made.finding(), Decision.REJECTED)
    text = said(made.signed(films=(made.film(part),), criticals=()))
    assert "You need further care." not in text
    assert "tells you what was found" in text


def test_agreeing_that_a_low_score_is_low_does_not_send_on():
    part = made.decided(made.finding(0.1), Decision.ACCEPTED)
    assert not slip.needs_more(made.signed(films=(made.film(part),), criticals=()))


def test_words_of_the_clinicians_own_send_on_whatever_the_score():
    part = made.decided(made.finding(0.1), Decision.EDITED, "Shadow behind the heart")
    report = made.signed(films=(made.film(part),), criticals=())
    assert slip.needs_more(report)
    assert "Shadow" not in said(report)


def test_a_value_that_a_clinician_says_is_not_critical_sends_nobody_on():
    (one,) = made.report().criticals
    none = replace(one, line="i:0", none=NotCritical("haemolysed", "Dr Lin", one.at))
    assert slip.is_urgent(made.signed(criticals=(none, one)))
    assert not slip.is_urgent(made.signed(criticals=(none,)))


def test_a_critical_result_sends_on():
    assert slip.needs_more(made.signed(films=()))


def test_a_film_without_a_score_is_asked_about():
    report = made.signed(films=(made.refused(),), criticals=())
    assert "Ask whether it must be taken again." in said(report)


def test_nobody_is_told_that_all_is_well():
    part = made.decided(made.finding(0.01), Decision.ACCEPTED)
    text = said(made.signed(films=(made.film(part),), criticals=())).lower()
    for word in ("normal", "healthy", "all is well", "no disease", "negative"):
        assert word not in text


def test_danger_signs_rest_on_rules_with_sources():
    book = rule_book()
    for rule in slip.DANGER_SIGNS.values():
        found = book.rule(rule)
        assert found is not None and found.source


def test_signs_fit_the_age():
    assert "child_fit" not in slip.signs(Age(365 * 40, ""))
    assert "chest_pain" not in slip.signs(Age(900, ""))
    assert set(slip.signs(None)) == set(slip.DANGER_SIGNS)


def test_every_sign_has_its_pictogram_and_large_print():
    paper = slip.compose(made.signed(), EN)
    signs = [block for block in paper.blocks if isinstance(block, Sign)]
    signs += [sign for block in paper.blocks if isinstance(block, Signs) for sign in block.signs]
    assert len(signs) > 5 and all(sign.name in PICTOGRAMS for sign in signs)
    assert paper.is_large


def test_cough_is_on_every_slip():
    for report in (made.report(), made.signed(), replace(made.report(), films=())):
        assert "Cough for 2 weeks or more" in said(report)
