"""Drugs are read with dose, route, frequency, times a day, duration and whether they were stopped.

A wrong dose or a stopped drug taken as running would enter the checks of the treatment.
"""

import pytest

from meddx_desktop.core.domain.note import Mention, MentionKind
from meddx_desktop.core.notes.mentions import find_mentions


def _drugs(text: str) -> list[Mention]:
    return [one for one in find_mentions(text, (), ()) if one.kind is MentionKind.DRUG]


def _said(mention: Mention) -> tuple[object, ...]:
    use = mention.drug
    assert use is not None
    dose = f"{use.dose.value:g} {use.dose.unit}" if use.dose else None
    lasting = f"{use.duration.value:g} {use.duration.unit}" if use.duration else None
    return "+".join(use.ingredients), dose, use.route, use.frequency, use.per_day, lasting


ROWS = [
    ("metformin 500 mg po bid", "metformin", "500 mg", "oral", "bid", 2, None),
    ("Metformin 1,000 mg PO BID", "metformin", "1000 mg", "oral", "bid", 2, None),
    ("amoxicillin 40 mg/kg/day divided tid", "amoxicillin", "40 mg/kg/d", None, "tid", 3, None),
    ("amoxicillin 500 mg tid x 7 days", "amoxicillin", "500 mg", None, "tid", 3, "7 d"),
    ("amoxicillin 500mg TDS 5/7", "amoxicillin", "500 mg", None, "tid", 3, "5 d"),
    ("lisinopril 10 mg daily", "lisinopril", "10 mg", None, "qd", 1, None),
    ("ibuprofen 400 mg every 6 hours as needed", "ibuprofen", "400 mg", None, "q6h prn", 4, None),
    ("Tylenol 650 mg q4h prn", "paracetamol", "650 mg", None, "q4h prn", 6, None),
    ("ceftriaxone 1 g IV daily", "ceftriaxone", "1 g", "intravenous", "qd", 1, None),
    ("ceftriaxone 1g IM once", "ceftriaxone", "1 g", "intramuscular", "stat", None, None),
    (
        "insulin glargine 20 units sc qhs",
        "insulin glargine",
        "20 [iU]",
        "subcutaneous",
        "qhs",
        1,
        None,
    ),
    ("Ventolin 2 puffs inhaled qid", "salbutamol", "2 {puff}", "inhaled", "qid", 4, None),
    ("albuterol 2.5 mg via nebulizer q4h", "salbutamol", "2.5 mg", "inhaled", "q4h", 6, None),
    ("nitroglycerin 0.4 mg sl prn", "nitroglycerin", "0.4 mg", "sublingual", "prn", None, None),
    ("oxycodone 5 mg q4-6h prn", "oxycodone", "5 mg", None, "q4h prn", None, None),
    ("Bactrim DS bid x 7d", "sulfamethoxazole+trimethoprim", None, None, "bid", 2, "7 d"),
    ("methotrexate 15 mg once weekly", "methotrexate", "15 mg", None, "weekly", 0.143, None),
    ("levothyroxine 50 mcg qam", "levothyroxine", "50 ug", None, "qam", 1, None),
    ("prednisone 40 mg po daily for 5 days", "prednisone", "40 mg", "oral", "qd", 1, "5 d"),
    (
        "azithromycin 500 mg po once daily for 3 days",
        "azithromycin",
        "500 mg",
        "oral",
        "qd",
        1,
        "3 d",
    ),
    ("doxycycline 100 mg twice daily", "doxycycline", "100 mg", None, "bid", 2, None),
    ("doxycycline 100 mg two times a day", "doxycycline", "100 mg", None, "bid", 2, None),
    ("warfarin 5 mg every other day", "warfarin", "5 mg", None, "qod", 0.5, None),
    ("gentamicin 5 mg/kg IV q24h", "gentamicin", "5 mg/kg", "intravenous", "q24h", 1, None),
    ("acetaminophen 15 mg/kg/dose q6h", "paracetamol", "15 mg/kg", None, "q6h", 4, None),
    (
        "amoxicillin-clavulanate 875/125 mg bid",
        "amoxicillin+clavulanic acid",
        None,
        None,
        "bid",
        2,
        None,
    ),
    ("omeprazole 20 mg before meals daily", "omeprazole", "20 mg", None, "qd", 1, None),
    ("Take one tablet of cetirizine at bedtime", "cetirizine", None, None, "qhs", 1, None),
    ("hydrocortisone cream topical bid", "hydrocortisone", None, "topical", "bid", 2, None),
    ("ibuprofen 200-400 mg tid", "ibuprofen", None, None, "tid", 3, None),
    ("dopamine 5 mcg/kg/min", "dopamine", "5 ug/kg/min", None, None, None, None),
    ("阿莫西林胶囊 0.5g 每日三次 口服", "amoxicillin", "0.5 g", "oral", "tid", 3, None),
    ("阿莫西林 0.5g tid 口服 7天", "amoxicillin", "0.5 g", "oral", "tid", 3, "7 d"),
    ("二甲双胍片 500mg 每日2次", "metformin", "500 mg", None, "bid", 2, None),
    ("硝苯地平控释片30mg 每日一次", "nifedipine", "30 mg", None, "qd", 1, None),
    ("布洛芬混悬液 5ml 口服 每6小时一次 必要时", "ibuprofen", "5 mL", "oral", "q6h prn", 4, None),
    ("头孢曲松 2g 静脉滴注 每日1次", "ceftriaxone", "2 g", "intravenous", "qd", 1, None),
    (
        "青霉素 80万单位 肌注 每日2次",
        "benzylpenicillin",
        "800000 [iU]",
        "intramuscular",
        "bid",
        2,
        None,
    ),
    ("阿司匹林肠溶片 100mg 口服 qd", "acetylsalicylic acid", "100 mg", "oral", "qd", 1, None),
    ("氨氯地平 5毫克 每天一次", "amlodipine", "5 mg", None, "qd", 1, None),
    ("阿托伐他汀钙片 20mg 每晚1次", "atorvastatin", "20 mg", None, "qhs", 1, None),
    ("甘精胰岛素 12U 皮下注射 睡前", "insulin glargine", "12 [iU]", "subcutaneous", "qhs", 1, None),
    ("布地奈德 1mg 雾化吸入 每日两次", "budesonide", "1 mg", "inhaled", "bid", 2, None),
    ("蒙脱石散 1袋 口服 一日三次", "smectite", "1 {sachet}", "oral", "tid", 3, None),
    ("左氧氟沙星片 0.5g qd×5天", "levofloxacin", "0.5 g", None, "qd", 1, "5 d"),
    (
        "维C银翘片 2片 口服 每日3次",
        "paracetamol+chlorphenamine+ascorbic acid",
        "2 {tbl}",
        "oral",
        "tid",
        3,
        None,
    ),
    (
        "酚麻美敏片 1片 q6h",
        "paracetamol+dextromethorphan+chlorphenamine+pseudoephedrine",
        "1 {tbl}",
        None,
        "q6h",
        4,
        None,
    ),
    ("消渴丸 5粒 一日2次", "glibenclamide", "5 {capsule}", None, "bid", 2, None),
    ("连花清瘟胶囊 4粒 每日三次", "", "4 {capsule}", None, "tid", 3, None),
]


@pytest.mark.parametrize(("text", "parts", "dose", "route", "often", "daily", "lasting"), ROWS)
def test_how_it_is_taken(text, parts, dose, route, often, daily, lasting):
    (drug,) = _drugs(text)
    assert _said(drug) == (parts, dose, route, often, daily, lasting)


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("aspirin stopped", True),
        ("stopped aspirin", True),
        ("aspirin was discontinued", True),
        ("discontinued her aspirin", True),
        ("aspirin 81 mg daily, held", True),
        ("off aspirin", True),
        ("no longer taking aspirin", True),
        ("停用阿司匹林", True),
        ("阿司匹林已停用", True),
        ("阿司匹林已停", True),
        ("aspirin 81 mg daily, stopped on Monday", True),
        ("continue aspirin", False),
        ("aspirin 81 mg daily. Smoking stopped", False),
        ("继续阿司匹林", False),
    ],
)
def test_stopped(text, stopped):
    (drug,) = _drugs(text)
    assert drug.drug is not None and drug.drug.stopped is stopped


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("硝苯地平30mg qd，停用华法林", [False, True]),
        ("metformin 500 mg bid, stopped warfarin", [False, True]),
        ("aspirin stopped, warfarin continued", [True, False]),
        ("STOP: ibuprofen 400 mg, amlodipine. Continue ramipril", [True, True, False]),
        ("stopped aspirin and warfarin, started clopidogrel", [True, True, False]),
        ("停用阿司匹林、华法林，改用氯吡格雷", [True, True, False]),
        ("stopped aspirin, metformin 500 mg bid", [True, False]),
        ("停用华法林。继续地高辛", [True, False]),
    ],
)
def test_what_is_stopped_is_that_drug_and_no_other(text, stopped):
    assert [one.drug.stopped for one in _drugs(text) if one.drug] == stopped


@pytest.mark.parametrize(
    ("text", "doses"),
    [
        ("Amoxicillin 250mg/5ml 10 ml tds", [("500 mg", "tid")]),
        ("ibuprofen 100 mg/5 ml 7.5 ml q8h", [("150 mg", "q8h")]),
        ("amoxicillin 125mg/5ml tds", [(None, "tid")]),
        ("左氧氟沙星0.5g/100ml 静滴 qd", [("0.5 g", "qd")]),
        ("布洛芬混悬液100mg/5ml 6ml 口服 tid", [("120 mg", "tid")]),
        ("阿莫西林1.0g+克拉霉素0.5g bid", [("1 g", "bid"), ("0.5 g", "bid")]),
        ("aspirin 1 mg + warfarin 0.5 mg bid", [("1 mg", "bid"), ("0.5 mg", "bid")]),
        ("aspirin 100 mg qd + warfarin 3 mg qhs", [("100 mg", "qd"), ("3 mg", "qhs")]),
        ("morphine sulphate 10 mg q4h", [("10 mg", "q4h")]),
        ("metoprolol succinate 50 mg daily", [("50 mg", "qd")]),
        ('口服"硝苯地平"10mg bid', [("10 mg", "bid")]),
        ("“二甲双胍”0.5g tid", [("0.5 g", "tid")]),
        ("digoxin 62.5 micrograms OM", [("62.5 ug", "qam")]),
        ("potassium chloride 20 mmol daily", [("20 mmol", "qd")]),
        ("GTN spray 400mcg prn", [("400 ug", "prn")]),
    ],
)
def test_a_dose_is_what_is_taken(text, doses):
    assert [(_said(one)[1], _said(one)[3]) for one in _drugs(text)] == doses


def test_a_list_keeps_doses_apart():
    found = _drugs("metformin 500 mg bid, lisinopril 10 mg daily; 氨氯地平 5mg qd")
    assert [_said(one)[:2] for one in found] == [
        ("metformin", "500 mg"),
        ("lisinopril", "10 mg"),
        ("amlodipine", "5 mg"),
    ]


def test_brand_and_generic_share_a_concept():
    keys = {
        _drugs(name)[0].concept for name in ("Tylenol", "acetaminophen", "对乙酰氨基酚", "扑热息痛")
    }
    assert keys == {"drug:paracetamol"}


def test_a_prescription_is_no_duration_of_the_illness():
    kinds = [one.kind for one in find_mentions("amoxicillin 500 mg tid for 7 days", (), ())]
    assert kinds == [MentionKind.DRUG]
