"""Problems, symptoms and procedures in both languages, under one key; traps are passed over."""

import pytest

from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.notes.mentions import find_mentions

_KINDS = (MentionKind.PROBLEM, MentionKind.SYMPTOM, MentionKind.PROCEDURE)


def _keys(text: str) -> list[str | None]:
    return [one.concept for one in find_mentions(text, (), ()) if one.kind in _KINDS]


ROWS = [
    ("fever", ["fever"]),
    ("Febrile and coughing", ["fever", "cough"]),
    ("dyspnoea", ["dyspnea"]),
    ("dyspnea", ["dyspnea"]),
    ("SOB", ["dyspnea"]),
    ("short of breath", ["dyspnea"]),
    ("shortness of\nbreath", ["dyspnea"]),
    ("diarrhoea", ["diarrhea"]),
    ("oedema", ["edema"]),
    ("anaemia", ["anemia"]),
    ("haemoptysis", ["hemoptysis"]),
    ("headaches", ["headache"]),
    ("seizures", ["seizure"]),
    ("N/V", ["nausea_vomiting"]),
    (
        "HTN, DM2, COPD, CHF, AF",
        ["hypertension", "type2_diabetes", "copd", "heart_failure", "atrial_fibrillation"],
    ),
    (
        "MI, DVT, UTI, URI, TIA, CVA, GERD",
        [
            "myocardial_infarction",
            "dvt",
            "uti",
            "upper_respiratory_infection",
            "tia",
            "stroke",
            "gerd",
        ],
    ),
    ("UTIs", ["uti"]),
    ("possible PE", ["pulmonary_embolism"]),
    ("PE: lungs clear", []),
    ("pe", []),
    ("denies CP", ["chest_pain"]),
    ("CP, SOB", ["chest_pain", "dyspnea"]),
    ("Crohn's disease", ["crohn"]),
    ("right lower quadrant pain", ["rlq_pain"]),
    ("rebound tenderness", ["rebound_tenderness"]),
    ("pleural effusion with consolidation", ["pleural_effusion", "consolidation"]),
    ("chest x-ray", ["xray_chest"]),
    ("appendectomy", ["appendectomy"]),
    ("abdominal cavity", []),
    ("body mass index", []),
    ("pain clinic", []),
    ("hearing aid", []),
    ("cold weather", []),
    ("发热", ["fever"]),
    ("发烧", ["fever"]),
    ("咳嗽", ["cough"]),
    ("气促", ["dyspnea"]),
    ("气短、呼吸困难", ["dyspnea", "dyspnea"]),
    ("胸痛", ["chest_pain"]),
    ("胸腔积液", ["pleural_effusion"]),
    ("实变", ["consolidation"]),
    ("湿啰音", ["crackles"]),
    ("哮鸣音", ["wheezing"]),
    ("压痛及反跳痛", ["tenderness", "rebound_tenderness"]),
    ("２型糖尿病", ["type2_diabetes"]),
    ("胸片", ["xray_chest"]),
    ("阑尾切除术", ["appendectomy"]),
    ("无菌性脑膜炎", ["aseptic_meningitis"]),
    ("腹腔", []),
    ("体温正常，神志清楚", []),
    ("手术史", []),
]


@pytest.mark.parametrize(("text", "keys"), ROWS)
def test_concepts(text, keys):
    assert _keys(text) == keys


def test_codes_come_with_a_mention():
    (one,) = find_mentions("发烧", (), ())
    assert {(c.code.scheme, c.code.value) for c in one.codes} == {
        ("I10C", "R50.9"),
        ("HP", "HP:0001945"),
    }
