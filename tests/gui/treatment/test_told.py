"""Protects: a dose is told digit by digit with route, times and days, and nothing besides."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from meddx_desktop.core.domain.assessment import Source
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    Dose,
    Question,
    SafetyFinding,
    Severity,
)
from meddx_desktop.gui import labels
from meddx_desktop.gui.treatment import told

LIQUID = Dose(
    *(570.0, 570.0, "mg", 2.0, 12.0, "oral", 5, 5, 40.0),
    volume_ml=11.4,
    strength="250 mg/5 mL",
)


def test_a_liquid_has_its_volume_and_what_it_came_from(qapp):
    assert told.dose(LIQUID) == (
        "570 mg = 11.4 mL of 250 mg/5 mL, by mouth, 2 times a day (every 12 h), for 5 days"
    )
    origin = told.dose_origin(replace(LIQUID, is_capped=True), 14.2, date(2026, 3, 2))
    assert origin == (
        "From 40 mg per kg and dose, weight 14.2 kg (2026-03-02) · Held at the highest dose allowed"
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"low": 2.5, "high": 5.0}, "2.5 to 5 mg"),
        ({"low": 0.05, "high": 0.05}, "0.05 mg"),
        ({"low": 1234.5, "high": 1234.5}, "1234.5 mg"),
        ({"unit": "[iU]"}, "570 IU"),
        ({"unit": "{puff}"}, "570 puffs"),
        ({"unit": "ug"}, "570 µg"),
        (
            {"strength": "250 mg", "low": 500.0, "high": 500.0, "tablets": 2.0},
            "500 mg = 2 × 250 mg (tablets)",
        ),
        ({"is_single": True}, "once"),
        ({"times_per_day": 1.0, "hours_apart": 24.0}, "once a day (every 24 h)"),
        ({"times_per_day": 3.0, "hours_apart": None}, "3 times a day"),
        ({"days_low": 1, "days_high": 1}, "for 1 day"),
        ({"days_low": 5, "days_high": 7}, "for 5 to 7 days"),
        ({"days_low": 5, "days_high": None}, "for 5 days"),
        ({"route": "iv_or_im"}, "into a vein or muscle"),
    ],
)
def test_parts_of_a_dose(qapp, change, words):
    dose = replace(LIQUID, volume_ml=None, **change)
    assert words in told.dose(dose).replace(", ", ",").split(",")


def test_without_days_none_are_told(qapp):
    assert "day" not in told.dose(replace(LIQUID, days_low=None, times_per_day=1.0, is_single=True))


def test_the_most_in_a_day(qapp):
    words = told.dose_origin(replace(LIQUID, per_kg=None, most_per_day=4000.0), None, None)
    assert words == "At most 4000 mg in 24 hours"


@pytest.mark.parametrize("kind", CheckKind)
@pytest.mark.parametrize("severity", Severity)
def test_every_finding_has_its_words(qapp, kind, severity):
    source = Source("x", "x", "x", date(2026, 11, 22))
    words = told.finding(SafetyFinding(kind, severity, "x", "y\u202ez", {}, source))
    head, other = words.split(": ")
    assert other == "yz" and "_" not in head and "." not in head
    assert told.severity(severity).word in head


FACTS = (
    "clearance",
    "ckd",
    "child_pugh",
    "cirrhosis",
    "pregnancy",
    "lactation",
    "potassium",
    "hypokalemia",
    "qtc",
    "ventricular_tachycardia",
    "age",
)


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_about_a_patient_has_its_words(qapp, fact):
    assert len(labels.label(f"fact.{fact}").split()) > 1 or fact == "lactation"


@pytest.mark.parametrize("question", Question)
def test_every_question_has_its_words_and_a_way_to_answer(qapp, question):
    assert told.question(question) != question.value.replace("_", " ")
    if question is not Question.SECOND_PERSON:
        link = labels.label(f"answer_at.{question.value}")
        assert link.split()[0] in ("Enter", "Check")


def test_the_language_of_the_window(qapp):
    QLocale.setDefault(QLocale("zh_CN"))
    assert told.drug("warfarin") == "华法林"
