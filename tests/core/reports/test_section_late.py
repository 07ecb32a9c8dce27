"""Protects: what was on paper first stands with both times on report and letter."""

from dataclasses import replace
from datetime import timedelta

from meddx_desktop.core.domain.late_entry import LateEntry, LatePart
from meddx_desktop.core.domain.report_parts import LateWord
from meddx_desktop.core.reports import clinical, fhir, referral
from meddx_desktop.core.reports.amounts import moment
from meddx_desktop.core.reports.fhir_parts import instant
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN, ZH = paper_words("en"), paper_words("zh")
THEN = made.MOMENT - timedelta(hours=20)


def word(part, of="", *, changed=False, **more):
    said = LateEntry(part, THEN, "Nurse Zhao", of, by="Dr Lin", at=made.MOMENT, **more)
    return LateWord(said, changed)


def said(report, words=EN, of=clinical):
    return made.words_of(of.compose(report, words))


def both():
    entered = f"entered {moment(made.MOMENT)} by Dr Lin."
    return f"On paper first: {moment(THEN)}, Nurse Zhao; {entered}"


def test_vital_signs_and_note_say_both_times_in_their_place():
    report = made.report(late=(word(LatePart.VITALS), word(LatePart.NOTE)))
    for of in (clinical, referral):
        text = said(report, of=of)
        vitals = text.index("Vital signs and bedside facts")
        assert text.index(both(), vitals) < text.index("Temperature")
        assert "Changed since" not in text
    assert said(report).count(both()) == 2


def test_what_was_changed_since_says_so():
    assert "Changed since" in said(made.report(late=(word(LatePart.VITALS, changed=True),)))


def test_a_reading_without_the_program_stands_word_for_word():
    text = said(made.report(late=(word(LatePart.READING, words="Left base dense."),)))
    assert "What was on paper: Film read without the program; When it was, who: " in text
    assert "Left base dense." in text


def test_a_critical_result_has_both_times_of_finding_and_telling():
    late = (word(LatePart.CRITICAL, "0"), word(LatePart.TOLD, "0.0"))
    text = said(made.signed(late=late))
    assert f"Raised by: {both()}" in text
    told = f"Dr Chen, told by Nurse Zhao, {moment(THEN)}: read back"
    assert f"{told} (on paper first; entered {moment(made.MOMENT)} by Dr Lin)" in text
    assert "Entered from paper" not in text


def test_another_critical_result_keeps_its_own_time():
    late = (word(LatePart.CRITICAL, "1"), word(LatePart.TOLD, "0.1"))
    assert "n paper first" not in said(made.signed(late=late))


def test_measured_when_the_sheet_says_in_fhir():
    def times(report):
        document = fhir.document(report, EN)
        found = [entry["resource"] for entry in document["entry"]]
        return {
            (one["effectiveDateTime"], one.get("issued"))
            for one in found
            if one["resourceType"] == "Observation"
            and one["category"][0]["coding"][0]["code"] == "vital-signs"
        }

    plain = made.report()
    late = replace(plain, late=(word(LatePart.VITALS),))
    assert times(plain) == {("2026-03-02", None)}
    assert times(late) == {(instant(THEN), instant(made.MOMENT))}
    changed = replace(plain, late=(word(LatePart.VITALS, changed=True),))
    assert times(changed) == times(plain)


def test_in_chinese():
    text = said(made.report(late=(word(LatePart.VISIT), word(LatePart.NOTE))), ZH)
    assert "先记于纸上：" in text and "本次就诊" in text
    assert "paper" not in text
