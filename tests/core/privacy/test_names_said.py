"""Protects: names that the words around announce go; departments, drugs and illnesses stay."""

from datetime import date

import pytest

from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import Options, deidentify

TODAY = Options(today=date(2026, 11, 22))


def _out(text):
    return deidentify(text, Known(), TODAY).text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Name: john smith", "john smith"),
        ("NAME : SMITH", "SMITH"),
        ("Patient's name: sebastian kowalczyk", "sebastian kowalczyk"),
        ("Name: okonkwo", "okonkwo"),
        ("Surname: smith", "smith"),
        ("wife (Maria)", "Maria"),
        ("daughter, Ngozi, rang", "Ngozi"),
        ("spoke to his son (Emeka)", "Emeka"),
        ("his wife is called Blessing Eze", "Blessing Eze"),
        ("Karen (daughter) is here", "Karen"),
        ("DOE^JANE^Q", "DOE JANE"),
        ("doe^jane", "doe jane"),
        ("-- Karen\n", "Karen"),
        ("/s/ Jane Doe", "Jane Doe"),
        ("Thanks, Tom", "Tom"),
        ("Yours sincerely, Sarah", "Sarah"),
        ("Signed: J. Okafor", "Okafor"),
        ("SHO Patel reviewed", "Patel"),
        ("reviewed by Banerjee", "Banerjee"),
        ("Mr. John\nSmith came", "John Smith"),
        ("Trần Văn Minh is here. Mr Đỗ. Łukasz Żak came.", "Trần Văn Minh Đỗ Łukasz Żak"),
        ("J\u0301ane Doe came", "ane Doe"),
        ("bed 4 Jones", "Jones"),
        ("john smith's daughter karen rang", "john smith karen"),
        ("患者姓张名伟。", "张名伟"),
        ("张 伟，男", "张 伟"),
        ("护士小刘查房", "小刘"),
        ("患者姓名：李\n小明，男", "李 小明"),
        ("后转华西", "华西"),
        ("曾在协和住院", "协和"),
    ],
)
def test_it_goes(text, gone):
    left = _out(text)
    assert all(word not in left for word in gone.split())


@pytest.mark.parametrize(
    "text",
    [
        "Spoke with Ortho, discussed with Neuro and ICU. Seen by Cardiology and Physio.",
        "Treated with Zosyn and Augmentin. Informed Consent obtained.",
        "Mother: diabetes. Father Hypertension. Brother, Asthma. daughter (Healthy).",
        "Hepatitis (mother) Diabetes (father) Eczema, sister.",
        "Discussed with Microbiology. Seen by Tissue Viability; paged Anaesthetics.",
        "S. Pneumoniae, Klebsiella Pneumoniae, Swan-Ganz, Child-Pugh B. To: Cardiology Clinic.",
        "CNS Lymphoma, IMT Carotid, CT1 Chest. regards, Cough persists.",
        "10^9/L and x^2. Plan: Discharge\nReview. Metoprolol\nAspirin.",
        "Name: Metoprolol Dose 25 mg. Drug name: amoxicillin. name of drug: warfarin",
        "I SAW HER TODAY AND SHE WAS WELL.",
        "转科；转院；转至上级医院；去省医院。周 一复查，高 敏C反应蛋白。",
    ],
)
def test_it_stays(text):
    assert _out(text) == text


def test_a_name_in_capitals_ends_at_the_verb():
    assert _out("DR SMITH SAW HER.") == "DR [NAME 1] SAW HER."
