"""Protects: a note of another patient is noticed, and a note of this one raises no alarm."""

from datetime import date

import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.operations import note_identity
from meddx_desktop.core.operations.note_identity import differs, who

LI = Patient("17", PersonName("Li^Na", "李^娜"), date(1990, 5, 1), Sex.FEMALE)
RESIDENT = "11010519491231002X"


def test_a_chinese_head_on_one_line_is_read():
    text = "姓名：李娜  性别：女  年龄：34岁  住院号：17\n出生日期：1990年5月1日\n主诉：咳嗽3天"
    found = who(text)
    assert found.name.ideographic == "李娜"
    assert (found.patient_id, found.birth_date, found.sex) == ("17", LI.birth_date, Sex.FEMALE)
    assert differs(text, LI) == ()


def test_an_english_head_is_read():
    text = "Patient name: Na LI\nMRN: 17\nDOB: 1990-05-01\nSex: F\nCough for 3 days"
    assert who(text) == Patient("17", PersonName("Na LI"), date(1990, 5, 1), Sex.FEMALE)
    assert differs(text, LI) == ()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("姓名:王伟 性别:男 住院号:00123", ("patient_id", "name", "sex")),
        ("Name: Wang Wei\nMRN: 17", ("name",)),
        ("ID: 18", ("patient_id",)),
        ("DOB: 1990/6/1", ("birth_date",)),
        ("Name: Smith, John, Sex: Male", ("name", "sex")),
        (f"身份证 {RESIDENT}", ("birth_date", "sex")[:1]),
        ("\uff2e\uff41\uff4d\uff45\uff1a Wang Wei", ("name",)),
    ],
)
def test_another_patient_is_noticed(text, fields):
    assert differs(text, LI) == fields


@pytest.mark.parametrize(
    "text",
    [
        "Cough for 3 days, fever. No name here.",
        "Name: LI, Na",
        "Name: Mrs Li Na",
        "姓名：李娜",
        "Name: Li",
        "门诊号：999  住院号：17",
        "The name of the drug: amoxicillin",
        "Side: left; identity unclear; id est nothing",
        "订单 110105194912310020",
        "",
    ],
)
def test_this_patient_and_nobody_raise_no_alarm(text):
    assert differs(text, LI) == ()


def test_names_in_two_scripts_are_compared_by_the_surname_alone():
    pinyin = Patient("", PersonName("Li^Na"))
    assert differs("姓名：李娜", pinyin) == ()
    assert differs("姓名：王伟", pinyin) == ("name",)


def test_a_resident_number_is_the_id_only_where_ids_are_such_numbers():
    known = Patient(RESIDENT, PersonName("", "李娜"))
    assert differs(f"姓名：李娜 身份证号：{RESIDENT}", known) == ()
    assert who(f"身份证号：{RESIDENT}", known).patient_id == RESIDENT
    assert who(f"身份证号：{RESIDENT}", LI).patient_id == ""


def test_a_long_text_is_read_at_its_head_alone():
    assert who("x" * 30_000 + "\nName: Wang Wei").name == PersonName()


def test_the_trail_hears_of_the_warning_but_of_no_name(app):
    from tests import desks

    note_identity.tell_warning(app, "c1")
    last = desks.trail(app)[-1]
    assert (last.action, last.details) == (
        "note_identity_warned",
        '{"code":"note_of_another"}',
    )


SMALL = Patient("9", PersonName("Rao^Asha"), date(2023, 9, 1), Sex.FEMALE)
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Patient: John Smith  DOB: 03/05/1961  MRN: 1234567",
            ("patient_id", "name", "birth_date"),
        ),
        ("Patient: John Smith  DOB: 03/05/1961  MRN 1234567", ("patient_id", "name", "birth_date")),
        ("Re: Smith, John, DOB 1961", ()),
        ("Patient: complains of cough", ()),
        ("Patient: Asha Rao  DOB: 01/09/2023", ()),
        ("Patient: Asha Rao  DOB: 09/01/2023", ()),
        ("45 yo man with cough", ("birth_date", "sex")),
        ("This is a 45-year-old lady with cough", ("birth_date",)),
        ("A 3 year old girl with cough", ()),
        ("3 yo boy with cough", ("sex",)),
        ("患者男，45岁，咳嗽3天", ("birth_date", "sex")),
        ("女，3岁，发热", ()),
        ("Brought by her mother, a 45 yo woman. Cough.", ()),
        ("其父男，45岁，体健。", ()),
    ],
)
def test_age_and_sex_and_one_line_heads_are_compared(text, fields):
    assert differs(text, SMALL, today=TODAY) == fields


def test_a_note_of_some_years_ago_raises_no_alarm():
    assert differs("36 yo woman", LI, today=TODAY) == ()
    assert differs("30 yo woman", LI, today=TODAY) == ()
    assert differs("12 yo girl", LI, today=TODAY) == ("birth_date",)
