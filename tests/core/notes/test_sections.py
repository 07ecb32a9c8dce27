"""Protects: paragraphs, sections and sentences are cut where a reader would cut them."""

import pytest

from meddx_desktop.core.domain.note import Language, SectionName
from meddx_desktop.core.notes.paragraphs import paragraphs
from meddx_desktop.core.notes.sections import find_sections
from meddx_desktop.core.notes.sentences import sentences


def cut(text):
    return [text[one.span.start : one.span.end] for one in paragraphs(text)]


def said(text):
    return [text[one.start : one.end] for one in sentences(text, paragraphs(text))]


def named(text):
    found = find_sections(text, paragraphs(text))
    return [(str(one.name), text[one.span.start : one.span.end].strip()) for one in found]


def test_each_paragraph_has_its_own_language():
    text = "No fever.\n无发热。\n12 / 34\nCT示肺炎，WBC 12.3×10^9/L，CRP 30 mg/L\n"
    assert [one.language for one in paragraphs(text)] == [
        Language.ENGLISH,
        Language.CHINESE,
        Language.UNKNOWN,
        Language.CHINESE,
    ]


def test_a_wrapped_line_goes_on_and_a_list_does_not():
    wrapped = "This is a long line of a letter which has no evidence of\npneumonia."
    assert cut(wrapped) == [wrapped]
    assert cut("- fever\n- cough") == ["- fever", "- cough"]
    assert cut("HTN\ndiabetes") == ["HTN", "diabetes"]
    assert cut("无发热、\n咳嗽") == ["无发热、\n咳嗽"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PMH: HTN. Meds: none", ["past_history", "medication"]),
        ("HISTORY OF PRESENT ILLNESS\ncough", ["present_illness"]),
        ("HISTORY OF PRESENT ILLNESS: cough", ["present_illness"]),
        ("**Allergies:** NKDA", ["allergies"]),
        ("## Assessment and Plan\n1. Fever", ["assessment"]),
        ("3. Family History: none", ["family_history"]),
        ("A history of asthma. The plan is rest.", ["other"]),
        ("She has allergies to dust.", ["other"]),
        ("PMH: HTN\nHOSPITAL INFORMATION:\nx", ["past_history", "other"]),
        ("PMH: HTN\nNO FEVER", ["past_history"]),
        ("主诉：咳嗽", ["chief_complaint"]),
        (
            "主诉:咳嗽3天。现病史:发热。既往史:无。",
            ["chief_complaint", "present_illness", "past_history"],
        ),
        ("【现病史】咳嗽", ["present_illness"]),
        ("[既往史] 高血压", ["past_history"]),
        ("一、家族史 父亲高血压", ["family_history"]),
        ("（1）体格检查：无异常", ["examination"]),
        ("2. 辅助检查：CT", ["investigations"]),
        ("主 诉：咳嗽", ["chief_complaint"]),
        ("处理\n休息", ["plan"]),
        ("诊疗计划：休息", ["plan"]),
        ("月经史：规律", ["obstetric_history"]),
        ("个人史：吸烟", ["social_history"]),
        ("初步诊断：肺炎 处理：抗感染", ["diagnosis", "plan"]),
        ("否认药物过敏史及手术史。", ["other"]),
        ("主\u200b诉：咳嗽", ["chief_complaint"]),
        ("", []),
    ],
)
def test_headings_begin_sections(text, expected):
    assert [name for name, _ in named(text)] == expected


def test_sections_cover_the_text_and_know_their_headings():
    text = "Dr. A\nPMH: HTN\nFH: none\n"
    found = find_sections(text, paragraphs(text))
    assert [one.span.start for one in found] == [0, *(one.span.end for one in found[:-1])]
    assert found[-1].span.end == len(text)
    headings = [one.heading and text[one.heading.start : one.heading.end] for one in found]
    assert headings == [None, "PMH:", "FH:"]
    assert found[0].name is SectionName.OTHER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No fever. Has cough.", ["No fever.", "Has cough."]),
        ("no fever. has cough", ["no fever.", "has cough"]),
        ("Seen by Dr. Smith, temp 38.5 today.", ["Seen by Dr. Smith, temp 38.5 today."]),
        ("Metformin 500 mg p.o. b.i.d. with food.", ["Metformin 500 mg p.o. b.i.d. with food."]),
        ("1. fever 2. cough 3. pain", ["1. fever", "2. cough", "3. pain"]),
        ("诊断：1、肺炎 2、高血压", ["1、肺炎", "2、高血压"]),
        ("1.肺炎；2.高血压", ["1.肺炎；", "2.高血压"]),
        ("• fever • cough", ["• fever", "• cough"]),
        ("无发热。有咳嗽；腹痛！", ["无发热。", "有咳嗽；", "腹痛！"]),
        ("Fever? No. Cough? Yes.", ["Fever? No.", "Cough? Yes."]),
        ("PMH: HTN. Meds: none.", ["HTN.", "none."]),
        ("肺炎？", ["肺炎？"]),
        ("? TIA", ["? TIA"]),
        ("Weight 2.5 kg. No fever.", ["Weight 2.5 kg.", "No fever."]),
    ],
)
def test_sentences_end_where_they_do(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "is_plan"),
    [
        ("体格检查：T：38.5℃，P：80次/分，R：20次/分", False),
        ("O: T 38, P: 104, R: 24, BP 100/60", False),
        ("P: 88\nR: 18", False),
        ("P: 1. amoxicillin 2. review", True),
        ("A: pneumonia. P: 10 mg prednisolone daily", True),
        ("P: start fluids", True),
        ("P：30天后复查", True),
    ],
)
def test_the_letter_of_the_pulse_opens_no_plan(text, is_plan):
    names = [one.name for one in find_sections(text, paragraphs(text))]
    assert (SectionName.PLAN in names) is is_plan
