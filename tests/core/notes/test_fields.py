"""Protects: an answer stays in its field, a sign with its word, a relative in the brackets."""

import pytest

from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.notes.analyze import analyze

KINDS = (MentionKind.PROBLEM, MentionKind.SYMPTOM, MentionKind.DRUG)
ROWS = [
    ("呼吸困难：（-） 高血压：有", "negated present"),
    (
        "过敏史：无 结核接触史：有（父亲2021年肺结核） 体重下降：有 盗汗：有",
        "present family present present",
    ),
    ("结核接触史：无 发热：有 咳嗽：（+） 黄疸：无", "negated present present negated"),
    ("No psychotic sx. Sister has bipolar.", "negated family"),
    ("No fever, sister has bipolar", "negated family"),
    ("体重下降（父亲肺癌），盗汗", "present family present"),
    (
        "ROS:\n(-) chills (+) fatigue\n(+) SOB on exertion (-) hemoptysis",
        "negated present present negated",
    ),
    ("Resp: (+) SOB on exertion (-) hemoptysis", "present negated"),
    ("fever (-) cough (+)", "negated present"),
    ("chills (-) fatigue (+), SOB (-)", "negated present negated"),
    ("HIV: negative 2022", "negated"),
    ("HIV (negative 2019)", "negated"),
    ("HIV: positive 2022", "present"),
    ("Hx of HTN on amlodipine", "historical present"),
    ("Previously on amlodipine", "historical"),
    ("Hx of HTN, previously on amlodipine", "historical historical"),
    ("既往高血压10年，服硝苯地平", "historical present"),
    ("停用格列美脲（低血糖）", "negated present"),
    ("未予高血压治疗", "present"),
    ("Tetanus UTD", "conditional"),
    ("prostate ca, MS, Hep C, PMR", "present present present present"),
    ("MS: alert and oriented. MS 5mg IV", ""),
    ("Hx from wife: pt confused", "present"),
    ("PMH: hypertension. Presents today with hemiparesis.", "historical present"),
    ("PMH: hypertension. Had MI in 2019.", "historical historical"),
    ("Family history: nil. Patient has suicidal ideation.", "present"),
    ("Family History: Father died of MI.\nShe presents with chest pain.", "family present"),
    ("Family History: Father died of MI.\nAunt with lung cancer.", "family family"),
    ("既往史：糖尿病。患者今晨突发意识不清。", "historical present"),
    ("家族史：无。患者目前有自杀念头。", "present"),
    ("家族史：父亲高血压。母亲糖尿病。", "family family"),
    ("does not deny suicidal ideation", "present"),
    ("不否认有自杀念头", "present"),
    ("并非没有胸痛", "present"),
    ("Absence of fever does not exclude meningitis", "negated possible"),
    ("No evidence against pneumonia", "possible"),
    ("Nothing; sepsis confirmed", "present"),
    ("Denies fever, cough, woke up with hemiparesis", "negated negated present"),
    ("Denies fever, cough, chest pain", "negated negated negated"),
    ("no fever -> hemiparesis", "negated present"),
    ("no fever/worst headache of life", "negated present"),
    ("no fever/chills", "negated negated"),
    ("No-one noticed the seizure", "present"),
]


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_what_is_said(text, said):
    found = [one.assertion.value for one in analyze(text).mentions if one.kind in KINDS]
    assert found == said.split()


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Hx from wife: pt confused, temp 39 since last night. BP 84/46", "sepsis"),
        ("temp 39, sats 90", "dangerous_vital_signs"),
        ("heamatemesis twice", "gi_bleeding"),
        ("took 30 tablets of paracetamol", "suicidal_intent"),
        ("服用农药约50ml", "suicidal_intent"),
        ("he lost consciousness", "unresponsive"),
        ("b/p 70/40, p 140, r 36", "dangerous_vital_signs"),
        ("malena for two days", "gi_bleeding"),
    ],
)
def test_danger_signs_as_they_are_written(text, fires):
    assert fires in {one.name for one in analyze(text).flags}


@pytest.mark.parametrize(
    "text",
    [
        "Safety-netted re cauda equina sx",
        "Back pain. Cauda equina red flags discussed, none present",
    ],
)
def test_what_was_only_warned_of_is_no_danger_sign(text):
    assert analyze(text).flags == ()


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("simva 40mg", "simvastatin"),
        ("amlod 5", "amlodipine"),
        ("pred 30mg", "prednisolone"),
        ("co-codamol 30/500", "paracetamol/codeine"),
        ("Fostair 2 puffs bd", "beclomethasone/formoterol"),
        ("Zoladex", "goserelin"),
        ("Microgynon", "ethinylestradiol/levonorgestrel"),
    ],
)
def test_drugs_as_they_are_called(text, drug):
    assert [one.concept for one in analyze(text).mentions] == [f"drug:{drug}"]
