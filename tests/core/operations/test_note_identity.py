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
        ("Re: Smith, John, DOB 1961", ("name", "birth_date")),
        ("Patient: complains of cough", ()),
        ("Patient: Asha Rao  DOB: 01/09/2023", ()),
        ("Patient: Asha Rao  DOB: 09/01/2023", ()),
        ("45 yo man with cough", ("age", "sex")),
        ("This is a 45-year-old lady with cough", ("age",)),
        ("A 3 year old girl with cough", ()),
        ("3 yo boy with cough", ("sex",)),
        ("患者男，45岁，咳嗽3天", ("age", "sex")),
        ("女，3岁，发热", ()),
        ("Brought by her mother, a 45 yo woman. Cough.", ()),
        ("其父男，45岁，体健。", ()),
    ],
)
def test_age_and_sex_and_one_line_heads_are_compared(text, fields):
    assert differs(text, SMALL, today=TODAY) == fields


def test_an_age_is_compared_on_the_day_of_the_note():
    assert differs("36 yo woman", LI, today=TODAY) == ()
    assert differs("34 yo woman", LI, today=TODAY) == ("age",)
    assert differs("38 yo woman", LI, today=TODAY) == ()
    assert differs("12 yo girl", LI, today=TODAY) == ("age",)
    assert differs("Seen 3 March 2020. 30 yo woman", LI, today=TODAY) == ()
    assert differs("2020-03-03 女，29岁", LI, today=TODAY) == ()
    assert differs("2020-03-03 女，36岁，咳嗽", LI, today=TODAY) == ()
    assert differs("2020-03-03 女，45岁，咳嗽", LI, today=TODAY) == ("age",)
    assert differs("DOB: 1990-05-01. 30 yo woman", LI, today=TODAY) == ()


MARY = Patient("DEMO-003", PersonName("Brown^Mary"), date(1968, 3, 1), Sex.FEMALE)
ALL = ("name", "sex", "age")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Patient: Wong Siu Ming   M 44", ALL),
        ("Patient: Wong Siu Ming M 44\nCough", ALL),
        ("Patient: Wong Siu Ming, M, 44", ALL),
        ("Patient: John Smith 44M", ALL),
        ("PATIENT: WONG SIU MING M/44", ALL),
        ("Patient: John Smith (44 y/o male)", ALL),
        ("Pt John Smith, 44 yrs, M. Cough", ALL),
        ("Patient: Josef van der Berg, aged 44", ("name", "age")),
        ("Re: Wong Siu Ming, DOB 03/02/1981", ("name", "birth_date")),
        ("Re: Mary Brown, DOB 3 Feb 1981", ("birth_date",)),
        ("Re: Mr Mary Brown, DOB 01/03/68", ("sex",)),
        ("Mr Wong Siu Ming, 44 years, male.", ALL),
        ("Dear colleague\nMr Wong Siu Ming, 44 years, male.", ALL),
        ("Mr Wong came with cough", ("name",)),
        ("John Smith, 44 M\ncough", ALL),
        ("Name: Mary Brown Age: 44", ("age",)),
        ("44M with cough", ("age", "sex")),
        ("This is a 44 year male with cough", ("age", "sex")),
        ("Cough. Age 44.", ("age",)),
        ("M 44\ncough", ("age", "sex")),
        ("患者张伟，男，44岁", ALL),
        ("患者：张伟 男 44岁，咳嗽", ALL),
        ("患者张伟男44岁", ALL),
        ("姓名 张伟 性别 男 年龄 44岁", ALL),
        ("张伟，男，44岁。咳嗽3天", ALL),
        ("李先生，58岁，咳嗽", ("sex",)),
        ("患者老年男性，70岁", ("age", "sex")),
    ],
)
def test_the_commonest_heads_of_another_patient_are_noticed(text, fields):
    assert set(differs(text, MARY, today=TODAY)) == set(fields)


@pytest.mark.parametrize(
    "text",
    [
        "Patient: Mary Brown F 58",
        "Patient: BROWN, Mary M",
        "Patient: Mary F Brown, 58 years",
        "Re: Mary Brown, DOB 01/03/1968",
        "Re: Mary Brown, DOB 01/03/68",
        "Re: Chest Pain",
        "Mrs Mary Brown, 58 years, female.",
        "Mrs Brown, 58 years, came with cough",
        "Patient: Cough For 3 days",
        "Patient: Abdominal Pain 2 days",
        "Patient Denies Fever. Smoked for 30 years.",
        "Mr Brown, 60 years, husband of the patient, called.",
        "58F with cough",
        "Cough for 3 months. BP 120/80, M 4",
        "Metformin for 10 years, hypertension 20 years ago",
        "Ward 12F bed 4M",
        "Hypertension 20 years, diabetes for 10 years. Age at menarche 12.",
        "Smoker for 40 years\nT: F 99, P 80",
        "张女士，58岁，咳嗽",
        "患者老年女性，58岁",
        "患者何某，女，58岁",
        "患者高龄，女，58岁",
        "发热3天，女，58岁",
        "Her husband: John Smith 44M",
    ],
)
def test_heads_of_this_patient_and_what_is_no_head_raise_no_alarm(text):
    assert differs(text, MARY, today=TODAY) == ()


def test_who_says_the_name_of_a_head_without_labels():
    assert who("Patient: Wong Siu Ming M 44").name == PersonName("Wong Siu Ming")
    assert who("患者张伟，男，44岁").name == PersonName("", "张伟")
    assert who("Mr Wong, 44 years").sex is Sex.MALE
