"""Protects: a dangerous pair is found whichever drug is asked about, and so is the same twice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.knowledge_drugs import drug_knowledge
from meddx_desktop.core.assessment.treatment.named import read_drugs
from meddx_desktop.core.assessment.treatment.screen import screen
from meddx_desktop.core.domain.treatment import CheckKind
from tests.drug_patients import man, said, taking

DRUGS = st.sampled_from(sorted(drug_names().ingredients))


def _pairs(drug, *others, kind=CheckKind.INTERACTION):
    return said(screen(drug, man(taken=taking(*others))), kind)


@pytest.mark.parametrize(
    ("one", "two", "severity"),
    [
        ("warfarin", "metronidazole", "avoid"),
        ("warfarin", "ibuprofen", "avoid"),
        ("simvastatin", "clarithromycin", "avoid"),
        ("colchicine", "clarithromycin", "avoid"),
        ("methotrexate", "trimethoprim", "avoid"),
        ("azathioprine", "allopurinol", "avoid"),
        ("sildenafil", "nitroglycerin", "avoid"),
        ("metoprolol", "verapamil", "avoid"),
        ("tramadol", "sertraline", "avoid"),
        ("valproic acid", "meropenem", "avoid"),
        ("spironolactone", "potassium chloride", "avoid"),
        ("lithium carbonate", "hydrochlorothiazide", "avoid"),
        ("enalapril", "spironolactone", "adjust"),
        ("digoxin", "amiodarone", "adjust"),
        ("rifampicin", "levonorgestrel", "avoid"),
        ("losartan", "trimethoprim", "avoid"),
    ],
)
def test_a_known_pair_is_found_from_both_sides(one, two, severity):
    assert ("interaction", severity, two) in _pairs(one, two)
    assert ("interaction", severity, one) in _pairs(two, one)


@given(DRUGS, DRUGS)
def test_which_drug_is_asked_about_makes_no_difference(one, two):
    there = {(s.severity, s.reason["en"]) for s in _both(one, two)}
    back = {(s.severity, s.reason["en"]) for s in _both(two, one)}
    assert there == back


def _both(one, two):
    found = screen(one, man(taken=taking(two))).findings
    return [each for each in found if each.kind is CheckKind.INTERACTION]


def test_a_drug_is_no_pair_with_itself():
    pair = drug_knowledge().pairs[0]
    both = replace(pair, first=pair.first | pair.second, second=pair.first | pair.second)
    one, two = min(pair.first), min(pair.second)
    assert both.holds(one, two)
    assert not both.holds(one, one)


def test_the_same_ingredient_is_found_within_a_product():
    patient = man(taken=read_drugs("维C银翘片"))
    assert said(screen("paracetamol", patient), CheckKind.DUPLICATE) == {
        ("duplicate", "avoid", "维C银翘片")
    }


def test_a_second_one_of_a_class_is_found():
    duplicate = CheckKind.DUPLICATE
    assert _pairs("ibuprofen", "diclofenac", kind=duplicate) == {
        ("duplicate", "avoid", "diclofenac")
    }
    assert _pairs("enalapril", "lisinopril", kind=duplicate) == {
        ("duplicate", "caution", "lisinopril")
    }
    assert _pairs("enalapril", "amlodipine", kind=duplicate) == set()


def test_two_that_prolong_qt_are_found_and_one_alone_is_not():
    assert ("qt", "caution", "haloperidol") in _pairs(
        "clarithromycin", "haloperidol", kind=CheckKind.QT
    )
    assert _pairs("clarithromycin", "amlodipine", kind=CheckKind.QT) == set()
    assert _pairs("clarithromycin", kind=CheckKind.QT) == set()


def test_what_is_not_known_is_said():
    patient = man(taken=read_drugs("连花清瘟, warfarin, 葡萄糖注射液, some herb"))
    assert screen("ibuprofen", patient).not_checked == (
        "some herb",
        "葡萄糖注射液",
        "连花清瘟",
    )
    assert screen("ibuprofen", patient).pairs_known == len(drug_knowledge().pairs)
