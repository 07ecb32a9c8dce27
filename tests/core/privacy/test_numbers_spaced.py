"""Protects: numbers of people and things go in every form; results, doses and grades stay."""

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
        ("MRN: A 12 34 567", "A 12 34 567"),
        ("SSN 123 45 6789", "6789"),
        ("Hosp no. 12 34 56", "56"),
        ("Hospital No: AB-1234", "1234"),
        ("Case ref: 2024/00123", "00123"),
        ("UHID: KH 00 12 345", "345"),
        ("Clinic card no 4471", "4471"),
        ("TB reg no. 112/24", "112"),
        ("MR# 445-66-77", "445"),
        ("Your ref: JS/4471", "4471"),
        ("in cubicle 7", "7"),
        ("telegram @karen_99", "karen"),
        ("Instagram: tom.h88x", "tom"),
        ("her number is 00123456.", "00123456"),
        ("NI number QQ 12 34 56 C", "34"),
        ("MAC 00:1A:2B:3C:4D:5E", "2B"),
        ("VIN 1HGCM82633A004352", "4352"),
        ("plate ABC-1234, reg KX19 ABC", "ABC"),
        ("john dot smith at mail dot com", "smith"),
        ("DOB 12.3.70", "12"),
        ("D.O.B. 03 07 1945", "1945"),
        ("Born on the twelfth of March", "twelfth"),
        ("97F with cough", "97"),
        ("Age 103.", "103"),
        ("aged ninety-four", "ninety"),
        ("one hundred and two years old", "hundred"),
        ("her 97th birthday", "97th"),
        ("in his nineties", "nineties"),
        ("年逾九旬", "九旬"),
    ],
)
def test_it_goes(text, gone):
    assert gone not in _out(text)


@pytest.mark.parametrize(
    "text",
    [
        "T 98.6F, temp 97F, 101 F. 45F with cough, 98F, 99 F. Temp of 97F.",
        "100 years ago. Ninety percent; one hundred mg; ninety day supply.",
        "WBC 12000000/L, CFU 10000000 per mL, load 12345678 copies/mL, 10^9/L.",
        "ref: 135-145 mmol/L; Reference range 3.5-5.1. Order no antibiotics.",
        "Bed rest for 2 days. Room air 97%. Bed 3 times. Case number unclear.",
        "MR 2/4 murmur; TB no contact 2/52; ART no 3 months; 2 units, No 5 French.",
        "MRN unknown 45 y M. Insulin 12 units 3 x day, 24-36 hours, 3-4-5 rule.",
        "May need a second dose; march second stage.",
    ],
)
def test_it_stays(text):
    assert _out(text) == text
