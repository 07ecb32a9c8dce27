"""Protects: what a patient has, or may have, stops the drugs that would do harm."""

from dataclasses import replace

import pytest

from meddx_desktop.core.assessment.treatment.screen import screen
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment import CheckKind, DrugPatient
from tests.drug_patients import child, man, said, taking, woman


def _with(drug, kind, patient):
    return {(severity, other) for _, severity, other in said(screen(drug, patient), kind)}


@pytest.mark.parametrize("drug", ["levofloxacin", "moxifloxacin", "ciprofloxacin", "norfloxacin"])
@pytest.mark.parametrize("condition", ["tuberculosis", "pulmonary_tuberculosis"])
def test_no_fluoroquinolone_while_tuberculosis_is_possible(drug, condition):
    patient = man(conditions=frozenset({condition}))
    assert ("avoid", "tuberculosis") in _with(drug, CheckKind.CONTRAINDICATION, patient)


@pytest.mark.parametrize(
    ("drug", "condition", "group"),
    [
        ("propranolol", "asthma_attack", "asthma"),
        ("ibuprofen", "duodenal_ulcer", "peptic_ulcer"),
        ("pioglitazone", "heart_failure", "heart_failure"),
        ("nitrofurantoin", "g6pd_deficiency", "g6pd_deficiency"),
        ("metoclopramide", "parkinson", "parkinson"),
        ("pseudoephedrine", "hypertension", "hypertension"),
        ("enalapril", "angioedema", "angioedema"),
        ("pyrazinamide", "gout", "gout"),
    ],
)
def test_a_condition_stops_the_drug_under_the_name_of_its_group(drug, condition, group):
    patient = man(conditions=frozenset({condition}))
    assert ("avoid", group) in _with(drug, CheckKind.CONTRAINDICATION, patient)
    assert not _with(drug, CheckKind.CONTRAINDICATION, man())


def test_the_kidneys_count_by_what_was_measured():
    assert _with("metformin", CheckKind.KIDNEY, man(clearance=29.9)) == {
        ("avoid", "clearance"),
        ("caution", "clearance"),
    }
    assert _with("metformin", CheckKind.KIDNEY, man(clearance=30.0)) == {("caution", "clearance")}
    assert _with("metformin", CheckKind.KIDNEY, man(clearance=45.0)) == set()


def test_kidney_disease_without_a_clearance_counts_and_is_asked_about():
    patient = child(conditions=frozenset({"aki"}))
    assert ("adjust", "ckd") in _with("amoxicillin", CheckKind.KIDNEY, patient)
    assert "creatinine" in screen("amoxicillin", patient).questions
    measured = replace(patient, creatinine=60.0)
    assert "kidney" in screen("amoxicillin", measured).questions


def test_the_kidneys_are_asked_for_unless_they_make_no_difference():
    assert "creatinine" in screen("metformin", man(clearance=None)).questions
    assert "creatinine" in screen("loratadine", man(clearance=None)).questions, "nothing was read"
    assert screen("azithromycin", man(clearance=None)).questions == ()
    assert "kidney" not in screen("amoxicillin", child()).questions


def test_a_cirrhosis_of_unknown_grade_counts_as_the_graver():
    cirrhosis = frozenset({"cirrhosis"})
    assert ("avoid", "cirrhosis") in _with("ibuprofen", CheckKind.LIVER, man(conditions=cirrhosis))
    known = man(conditions=cirrhosis, child_pugh="A")
    assert _with("ibuprofen", CheckKind.LIVER, known) == set()
    assert ("avoid", "child_pugh") in _with("ibuprofen", CheckKind.LIVER, man(child_pugh="C"))


def test_what_is_only_possible_is_a_caution_that_says_if():
    known = man(conditions=frozenset({"heart_failure"}))
    maybe = man(possible=frozenset({"heart_failure"}))
    kind = CheckKind.CONTRAINDICATION
    assert ("avoid", "heart_failure") in _with("ibuprofen", kind, known)
    assert ("caution", "heart_failure") in _with("ibuprofen", kind, maybe)
    assert ("avoid", "heart_failure") not in _with("ibuprofen", kind, maybe)
    said = [one for one in screen("ibuprofen", maybe).findings if one.other == "heart_failure"]
    assert all(one.reason["en"].startswith("If this is so") for one in said)
    assert all("可能" in one.reason["zh"] for one in said)
    both = man(conditions=frozenset({"heart_failure"}), possible=frozenset({"heart_failure"}))
    assert ("avoid", "heart_failure") in _with("ibuprofen", kind, both)


def test_kidneys_known_to_be_ill_are_asked_about_in_spite_of_a_usual_creatinine():
    well = woman(pregnant=Answer.YES, clearance=None, creatinine=60.0)
    assert not {"kidney", "creatinine"} & {*screen("cefalexin", well).questions}
    ill = replace(well, conditions=frozenset({"ckd"}))
    assert "kidney" in screen("cefalexin", ill).questions


@pytest.mark.parametrize("drug", ["enalapril", "losartan", "warfarin", "doxycycline", "ibuprofen"])
def test_a_pregnancy_stops_the_drug_and_an_unknown_one_as_well(drug):
    sure = woman(pregnant=Answer.YES)
    unknown = woman(pregnant=Answer.UNKNOWN)
    assert ("avoid", "pregnancy") in _with(drug, CheckKind.PREGNANCY, sure)
    assert ("avoid", "pregnancy") in _with(drug, CheckKind.PREGNANCY, unknown)
    assert "pregnancy" in screen(drug, unknown).questions
    assert _with(drug, CheckKind.PREGNANCY, woman()) == set()


@pytest.mark.parametrize(
    ("age", "possible"), [("9y", False), ("10y", True), ("55y", True), ("56y", False)]
)
def test_who_may_be_pregnant(age, possible):
    patient = woman(age=Age.parse(age), pregnant=Answer.UNKNOWN)
    assert bool(_with("warfarin", CheckKind.PREGNANCY, patient)) is possible
    assert ("pregnancy" in screen("warfarin", patient).questions) is possible


def test_of_nobody_known_everything_is_asked():
    asked = screen("doxycycline", DrugPatient()).questions
    assert set(asked) == {"age", "sex", "allergies", "pregnancy", "lactation"}
    assert "sex" not in screen("doxycycline", man(sex=Sex.MALE)).questions


def test_milk_counts_when_it_is_known_and_is_asked_where_it_matters():
    assert ("avoid", "lactation") in _with(
        "codeine", CheckKind.LACTATION, woman(lactating=Answer.YES)
    )
    assert "lactation" in screen("codeine", woman(lactating=Answer.UNKNOWN)).questions
    assert "lactation" not in screen("paracetamol", woman(lactating=Answer.UNKNOWN)).questions
    assert "lactation" not in screen("codeine", man(lactating=Answer.UNKNOWN)).questions


@pytest.mark.parametrize(
    ("drug", "age", "stopped"),
    [
        ("codeine", "11y", True),
        ("codeine", "12y", False),
        ("acetylsalicylic acid", "15y", True),
        ("acetylsalicylic acid", "16y", False),
        ("doxycycline", "7y", True),
        ("doxycycline", "8y", False),
        ("promethazine", "23m", True),
        ("promethazine", "2y", False),
    ],
)
def test_age_limits(drug, age, stopped):
    assert (("avoid", "age") in _with(drug, CheckKind.AGE, child(age))) is stopped


@pytest.mark.parametrize(
    ("known", "other"),
    [
        ({"potassium": 3.4}, "potassium"),
        ({"conditions": frozenset({"hypokalemia"})}, "hypokalemia"),
        ({"qtc": 450.0}, "qtc"),
        ({"conditions": frozenset({"ventricular_fibrillation"})}, "ventricular_tachycardia"),
    ],
)
def test_qt_counts_with_low_potassium_or_a_long_qt(known, other):
    assert ("caution", other) in _with("azithromycin", CheckKind.QT, man(**known))
    assert _with("azithromycin", CheckKind.QT, man(potassium=3.5, qtc=449.0)) == set()
    assert _with("amlodipine", CheckKind.QT, man(**known)) == set()


def test_the_gravest_stands_first():
    patient = man(clearance=20.0, conditions=frozenset({"heart_failure"}), taken=taking("warfarin"))
    severities = [one.severity for one in screen("ibuprofen", patient).findings]
    assert severities[0] == "avoid"
    assert severities == sorted(severities, key=["avoid", "adjust", "caution"].index)
