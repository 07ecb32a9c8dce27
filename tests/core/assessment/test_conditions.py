"""Protects: textbook cases raise their alert, and a mild case does not raise another's."""

import pytest

from meddx_desktop.core.domain.assessment import Standing
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Sex
from tests.assessments import assessed

INDRAWING = "2 year old boy. Cough 3 days. Mild lower chest wall indrawing. Drinks and plays."
MOTHER = {"age": "28y", "sex": Sex.FEMALE, "systolic": 168.0, "diastolic": 114.0}
PLATELETS = ("Platelets", "88", "10^9/L")


def _names(found):
    return {one.name for one in found.alerts}


def _standing(found, key):
    return next((one.standing for one in found.conditions if one.key == key), None)


@pytest.mark.parametrize(
    ("note", "lab", "key", "standing"),
    [
        ("Chest pain.", ("Troponin I", "850", "ng/L"), "acute_coronary_syndrome", "strong"),
        ("Chest pain.", ("hs-TnT", "90", "ng/L"), "acute_coronary_syndrome", "strong"),
        ("Breathless.", ("BNP", "890", "pg/mL"), "heart_failure", "some"),
        ("Breathless.", ("NT-proBNP", "2400", "pg/mL"), "heart_failure", "considerable"),
        ("Cough.", ("Xpert MTB/RIF", "MTB detected", ""), "tuberculosis", "defined"),
        ("Cough.", ("AFB smear", "2+", ""), "tuberculosis", "defined"),
        ("Fever.", ("Malaria RDT", "positive", ""), "malaria", "defined"),
        ("Fever.", ("疟原虫", "阳性", ""), "malaria", "defined"),
        ("Fever.", ("NS1", "positive", ""), "dengue", "defined"),
    ],
)  # fmt: skip
def test_a_result_that_settles_is_not_overlooked(note, lab, key, standing):
    assert _standing(assessed(note, [lab], age="60y"), key) is Standing(standing)


@pytest.mark.parametrize(
    ("note", "lab", "key"),
    [
        ("Chest pain for 2 hours.", ("Troponin I", "8", "ng/L"), "acute_coronary_syndrome"),
        ("Cough.", ("Xpert MTB/RIF", "MTB not detected", ""), "tuberculosis"),
        ("Fever.", ("Malaria RDT", "negative", ""), "malaria"),
        ("Well.", ("NS1", "negative", ""), "dengue"),
    ],
)
def test_a_negative_result_settles_nothing(note, lab, key):
    standing = _standing(assessed(note, [lab], age="60y"), key)
    assert standing not in (Standing.DEFINED, Standing.STRONG)


def test_indrawing_alone_is_pneumonia_and_no_danger_sign():
    found = assessed(INDRAWING, age="2y", spo2_percent=95.0, respiratory_rate=44.0)
    assert _names(found) == {"child_pneumonia"}


@pytest.mark.parametrize(
    "sign", ["Stridor when calm.", "Unable to drink.", "Convulsion today.", "重度营养不良。"]
)
def test_a_danger_sign_beside_indrawing_is_one(sign):
    found = assessed(f"{INDRAWING} {sign}", age="2y")
    assert "child_danger_signs" in _names(found)


def test_indrawing_below_two_months_is_a_danger():
    assert "young_infant" in _names(assessed("Chest indrawing.", age="30d"))


@pytest.mark.parametrize(
    "note",
    [
        "34 weeks pregnant. Abdominal pain, headache.",
        "Pregnant 34 weeks, abdominal pain.",
        "孕34周，腹痛、头痛。",
    ],
)
def test_no_ectopic_pregnancy_late_in_pregnancy(note):
    found = assessed(note, [PLATELETS, ("Protein", "3+", "")], pregnant=Answer.YES, **MOTHER)
    assert "ectopic_pregnancy" not in _names(found)
    assert found.alerts[0].name == "pre_eclampsia"
    assert found.conditions[0].key == "pre_eclampsia"
    assert found.conditions[0].standing is Standing.DEFINED


@pytest.mark.parametrize(
    "note",
    [
        "8 weeks pregnant, abdominal pain.",
        "Delivered at 38 weeks gestation two years ago. Missed period, abdominal pain.",
        "停经8周，腹痛。",
    ],
)
def test_early_in_pregnancy_it_is_thought_of(note):
    assert "ectopic_pregnancy" in _names(assessed(note, age="28y", sex=Sex.FEMALE))


def test_pregnancy_that_was_asked_about_is_not_made_doubtful_by_the_note():
    note = "Denies pregnancy problems before. Dysuria, urinary frequency, no vaginal discharge."
    found = assessed(note, [("Protein", "3+", "")], pregnant=Answer.YES, **MOTHER)
    assert found.conditions[0].key == "pre_eclampsia"
    assert found.conditions[0].standing is Standing.DEFINED


@pytest.mark.parametrize(
    "note", ["Fever since yesterday, purpuric rash, myalgia.", "发热1天，紫癜。"]
)
def test_purpura_with_fever_goes_before_dengue(note):
    found = assessed(note, age="19y", temperature_c=39.5)
    assert "purpura_fever" in _names(found)
    ranked = [one.key for one in found.conditions]
    assert ranked.index("meningitis") < ranked.index("dengue") if "dengue" in ranked else True


def test_severity_of_a_pneumonia_stands_above_its_probability():
    vitals = {"spo2_percent": 93.0, "respiratory_rate": 34.0, "temperature_c": 38.2}
    old = assessed("Cough with fever for 4 days.", age="72y", **vitals)
    assert "severe_pneumonia" in _names(old)
    young = assessed("Cough with fever for 4 days.", age="30y", **vitals)
    assert "severe_pneumonia" not in _names(young)
