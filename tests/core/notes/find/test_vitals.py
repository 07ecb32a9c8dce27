"""Vital signs come with their unit, and what no living person can have is never counted with."""

import pytest

from meddx_desktop.core.domain.note import Mention, MentionKind
from meddx_desktop.core.notes.find.vitals import vitals


def _values(text: str) -> dict[str, float]:
    return {m.name: round(m.value, 1) for one in vitals(text) for m in one.measured}


def _unused(text: str) -> dict[str, float]:
    return {m.name: m.value for one in vitals(text) for m in one.unused}


ROWS = [
    ("T 38.5 °C", {"temperature": 38.5}),
    ("T 38.5", {"temperature": 38.5}),
    ("Temp 101.3 F", {"temperature": 38.5}),
    ("temperature is 98.6", {"temperature": 37.0}),
    ("Temperature of 102.2°F", {"temperature": 39.0}),
    ("Tmax 39.4", {"temperature_highest": 39.4}),
    ("BP 120/80", {"bp_systolic": 120, "bp_diastolic": 80}),
    ("Blood pressure was 142/91 mmHg", {"bp_systolic": 142, "bp_diastolic": 91}),
    ("130/85 mmHg", {"bp_systolic": 130, "bp_diastolic": 85}),
    ("HR 110 bpm", {"heart_rate": 110}),
    ("heart rate of 88", {"heart_rate": 88}),
    ("Pulse: 72/min", {"heart_rate": 72}),
    ("RR 24", {"respiratory_rate": 24}),
    ("respirations 18", {"respiratory_rate": 18}),
    ("respiratory rate is 30 breaths/min", {"respiratory_rate": 30}),
    ("breathing 26/min", {"respiratory_rate": 26}),
    ("breathing at 26 per minute", {"respiratory_rate": 26}),
    ("26 breaths a minute", {"respiratory_rate": 26}),
    ("RR 26", {"respiratory_rate": 26}),
    ("breathing 2/7", {}),
    ("SpO2 89% on air", {"spo2": 89, "oxygen_flow": 0}),
    ("SpO2 98% (air)", {"spo2": 98, "oxygen_flow": 0}),
    ("89% on air", {"spo2": 89, "oxygen_flow": 0}),
    ("SpO2 89% air entry reduced", {"spo2": 89}),
    ("SpO2 89%, 2 L O2", {"spo2": 89, "oxygen_flow": 2}),
    ("SpO2 95%, 2 L saline given", {"spo2": 95}),
    ("SpO2 94% on oxygen", {"spo2": 94}),
    ("SpO2 94% RA", {"spo2": 94, "oxygen_flow": 0}),
    ("SpO2 91% on 2 L O2", {"spo2": 91, "oxygen_flow": 2}),
    ("O2 sat 97% on room air", {"spo2": 97, "oxygen_flow": 0}),
    ("satting 88% on 4L", {"spo2": 88, "oxygen_flow": 4}),
    ("98% on room air", {"spo2": 98, "oxygen_flow": 0}),
    ("oxygen saturation 95%", {"spo2": 95}),
    ("FiO2 0.4", {"fio2": 40}),
    ("Weight 154 lbs", {"weight": 69.9}),
    ("Wt: 12.5 kg", {"weight": 12.5}),
    ("Height 5'10\"", {"height": 177.8}),
    ("height 170 cm", {"height": 170}),
    ("BMI 31.2", {"bmi": 31.2}),
    ("GCS 15", {"gcs": 15}),
    ("GCS E3V4M5", {"gcs": 12}),
    ("pain 7/10", {"pain": 7}),
    ("pain score is 4 out of 10", {"pain": 4}),
    (
        "T 38.2, P 104, R 22, BP 98/60",
        {
            "temperature": 38.2,
            "heart_rate": 104,
            "respiratory_rate": 22,
            "bp_systolic": 98,
            "bp_diastolic": 60,
        },
    ),
    (
        "T:36.5℃ P:80次/分 R:20次/分 BP:120/80mmHg",
        {
            "temperature": 36.5,
            "heart_rate": 80,
            "respiratory_rate": 20,
            "bp_systolic": 120,
            "bp_diastolic": 80,
        },
    ),
    ("体温 38.9℃", {"temperature": 38.9}),
    ("体温最高39.5℃", {"temperature_highest": 39.5}),
    ("最高体温40度", {"temperature_highest": 40}),
    ("脉搏 96次/分", {"heart_rate": 96}),
    ("心率：102次／分", {"heart_rate": 102}),
    ("呼吸 26次/分", {"respiratory_rate": 26}),
    ("呼吸频率30次/分", {"respiratory_rate": 30}),
    ("血压160/95mmHg", {"bp_systolic": 160, "bp_diastolic": 95}),
    ("血压：16/10kPa", {"bp_systolic": 120, "bp_diastolic": 75}),
    ("血氧饱和度 93%（未吸氧）", {"spo2": 93, "oxygen_flow": 0}),
    ("指脉氧 90%", {"spo2": 90}),
    ("SpO2 95%（吸氧 3L/min）", {"spo2": 95, "oxygen_flow": 3}),
    ("体重60kg，身高170cm", {"weight": 60, "height": 170}),
    ("体重 120斤", {"weight": 60}),
    ("体重3200g", {"weight": 3.2}),
    ("身高1.65米", {"height": 165}),
    ("疼痛评分 6分", {"pain": 6}),
    ("格拉斯哥评分 8分", {"gcs": 8}),
    ("最高血压180/100mmHg", {"bp_systolic_highest": 180, "bp_diastolic_highest": 100}),
    ("血压最高达180/100mmHg", {"bp_systolic_highest": 180, "bp_diastolic_highest": 100}),
    ("Ｔ３８．５℃", {"temperature": 38.5}),
]


@pytest.mark.parametrize(("text", "values"), ROWS)
def test_values(text, values):
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HR 900", "heart_rate"),
        ("Temp 58 C", "temperature"),
        ("SpO2 104%", "spo2"),
        ("BP 80/120", "bp_systolic"),
        ("HR 88-92", "heart_rate"),
        ("HR 120s", "heart_rate"),
        ("体温36.5-37.2℃", "temperature"),
        ("weight 70", "weight"),
        ("脉搏 800次/分", "heart_rate"),
    ],
)
def test_marked_not_used(text, name):
    assert name not in _values(text)
    assert name in _unused(text)


@pytest.mark.parametrize(
    "text",
    [
        "T12 vertebra",
        "T 4 N 1 M0",
        "P 3",
        "R 2",
        "vitamin B12",
        "3/4 of a tablet",
        "24/7",
        "L4/5",
        "p 80",
        "患者 R 左",
    ],
)
def test_no_vital_sign(text):
    assert vitals(text) == []


def test_the_unit_that_was_converted_is_told():
    (one,) = vitals("Temp 101.3 F")
    assert one.measured[0].original == "101.3 F"
    assert one.kind is MentionKind.VITAL_SIGN
    assert isinstance(one, Mention)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BP 96/58 (was 70/40 on arrival)", [("present", 96), ("historical", 70)]),
        ("BP 96/58, down from 170/90.", [("present", 96), ("historical", 170)]),
        ("BP 96/58; 70/40 at triage", [("present", 96), ("historical", 70)]),
        ("BP was 70/40, now 96/58", [("present", 70), ("present", 96)]),
        ("血压96/58mmHg（入院时70/40）", [("present", 96), ("historical", 70)]),
        ("BP 120/80, was seen 12/03", [("present", 120)]),
        ("BP 120/80\nwas 70/40", [("present", 120)]),
        ("vision was 60/40", []),
    ],
)
def test_a_pressure_of_before_without_its_name_is_kept_as_such(text, expected):
    found = [(one.assertion.value, one.measured[0].value) for one in vitals(text)]
    assert found == expected


def test_the_words_of_before_are_the_reason():
    earlier = vitals("BP 96/58 (was 70/40 on arrival)")[1]
    assert (earlier.text, earlier.trigger.text) == ("70/40", "was")
