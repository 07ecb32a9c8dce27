"""Laboratory values: the name, the comparator, the value and the unit in UCUM."""

import pytest

from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.notes.find.labs import labs, ucum
from meddx_desktop.core.notes.lexicon import lexicon


def _values(text: str) -> list[tuple[object, ...]]:
    found = labs(text, lexicon())
    assert all(one.kind is MentionKind.LAB_VALUE for one in found)
    return [(m.name, m.comparator, m.value, m.unit) for one in found for m in one.measured]


ROWS = [
    ("ETOH: 20 units/week", []),
    (
        "WBC 15.2×10^9/L，N 85%，L 10%",
        [
            ("white_cells", None, 15.2, "10*9/L"),
            ("neutrophils_fraction", None, 85, "%"),
            ("lymphocytes_fraction", None, 10, "%"),
        ],
    ),
    ("N 85%", []),
    ("digoxin 62.5 micrograms daily", []),
    ("potassium chloride 20 mmol daily", []),
    ("WBC 12.5", [("white_cells", None, 12.5, None)]),
    ("WBC 12.5×10^9/L", [("white_cells", None, 12.5, "10*9/L")]),
    ("WBC 12.5 x10^9/L", [("white_cells", None, 12.5, "10*9/L")]),
    ("WBC 12.5 K/uL", [("white_cells", None, 12.5, "10*3/uL")]),
    ("Hb 98 g/L", [("haemoglobin", None, 98, "g/L")]),
    ("hemoglobin 9.8 g/dL", [("haemoglobin", None, 9.8, "g/dL")]),
    ("hemoglobin of 13.2", [("haemoglobin", None, 13.2, None)]),
    ("K 3.1", [("potassium", None, 3.1, None)]),
    ("potassium 6.8 mmol/L", [("potassium", None, 6.8, "mmol/L")]),
    ("Na 128 mEq/L", [("sodium", None, 128, "meq/L")]),
    ("sodium is 140", [("sodium", None, 140, None)]),
    ("creatinine 1.2 mg/dL", [("creatinine", None, 1.2, "mg/dL")]),
    ("Cr 1.2", [("creatinine", None, 1.2, None)]),
    ("creatinine was 145 umol/L", [("creatinine", None, 145, "umol/L")]),
    ("glucose 250 mg/dL", [("glucose", None, 250, "mg/dL")]),
    ("CRP 45 mg/L", [("crp", None, 45, "mg/L")]),
    ("CRP <5 mg/L", [("crp", "<", 5, "mg/L")]),
    ("CRP > 200 mg/L", [("crp", ">", 200, "mg/L")]),
    ("ALT 45 U/L, AST 38 U/L", [("alt", None, 45, "U/L"), ("ast", None, 38, "U/L")]),
    ("HbA1c 8.2%", [("hba1c", None, 8.2, "%")]),
    ("TSH 4.5 mIU/L", [("tsh", None, 4.5, "m[IU]/L")]),
    ("INR 2.5", [("inr", None, 2.5, None)]),
    ("albumin: 35 g/L", [("albumin", None, 35, "g/L")]),
    ("uric acid 520 umol/L", [("uric_acid", None, 520, "umol/L")]),
    ("CA125 35 U/mL", [("ca125", None, 35, "U/mL")]),
    ("空腹血糖7.8mmol/L", [("glucose", None, 7.8, "mmol/L")]),
    ("血糖：11.2mmol/L", [("glucose", None, 11.2, "mmol/L")]),
    ("白细胞计数：12.5*10^9/L", [("white_cells", None, 12.5, "10*9/L")]),
    ("白细胞 15.6×10⁹/L", [("white_cells", None, 15.6, "10*9/L")]),
    ("血红蛋白98g/L", [("haemoglobin", None, 98, "g/L")]),
    ("血小板 210×10^9/L", [("platelets", None, 210, "10*9/L")]),
    ("肌酐 98μmol/L", [("creatinine", None, 98, "umol/L")]),
    ("血钾3.2mmol/L", [("potassium", None, 3.2, "mmol/L")]),
    ("血钠 128mmol/L", [("sodium", None, 128, "mmol/L")]),
    ("尿酸 520umol/L", [("uric_acid", None, 520, "umol/L")]),
    ("谷丙转氨酶 45U/L", [("alt", None, 45, "U/L")]),
    ("糖化血红蛋白 8.2%", [("hba1c", None, 8.2, "%")]),
    ("C反应蛋白 45mg/L↑", [("crp", None, 45, "mg/L")]),
    ("白蛋白(ALB) 32g/L", [("albumin", None, 32, "g/L")]),
    ("降钙素原 <0.05ng/mL", [("procalcitonin", "<", 0.05, "ng/mL")]),
    ("PCT 0.22%", [("plateletcrit|procalcitonin", None, 0.22, "%")]),
    ("RBS 312 mg/dL", [("glucose_blood", None, 312, "mg/dL")]),
    ("BGL: 14.2 mmol/L", [("glucose_blood", None, 14.2, "mmol/L")]),
    ("RBS- 11.2", [("glucose_blood", None, 11.2, None)]),
    ("GRBS - 180", [("glucose_blood", None, 180, None)]),
    ("随机血糖 16.3mmol/L", [("glucose_blood", None, 16.3, "mmol/L")]),
    ("metformin 500 mg", []),
    ("CT 2 weeks ago", []),
    ("PT 3 times a week", []),
    ("T 38.5", []),
    ("45 years old", []),
    ("K 3.1/4", []),
    ("Hb 98-102 g/L", []),
]


@pytest.mark.parametrize(("text", "values"), ROWS)
def test_values(text, values):
    assert _values(text) == values


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("10^9/L", "10*9/L"),
        ("μmol/L", "umol/L"),
        ("mmHg", "mm[Hg]"),
        ("%", "%"),
        ("mm/h", "mm/h"),
        ("xyz", None),
    ],
)
def test_units_in_ucum(written, unit):
    assert ucum(written) == unit
