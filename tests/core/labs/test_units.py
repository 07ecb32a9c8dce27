"""Units as people write them become UCUM, and convert as the unit library and the books say.

A wrong factor here is a wrong number on the screen of a doctor: the whole table is compared with
the library, and what is written alike for two things must stay apart.
"""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.labs import units
from meddx_desktop.core.labs.unit_text import kinds, readings, table
from meddx_desktop.core.labs.units import BY_DEFINITION, Rule, Substance, conversion, convert
from meddx_desktop.core.paths import RESOURCES, ROOT

WRITTEN = {
    "10*9/L": ("10^9/L", "×10⁹/L", "x10^9/L", "*10^9/L", "10E9/L", "10*9/l", "x10(9)/L", "E9/L"),
    "10*12/L": ("10^12/L", "×10¹²/L", "T/L", "x 10^12/L", "tera.l-1"),
    "10*3/uL": ("K/uL", "10^3/µL", "10³/μL", "10**3/uL", "Thou/uL", "x10^3/mm3"),
    "10*6/uL": ("M/uL", "10^6/µL", "mil/uL", "10*6/mm3"),
    "/uL": ("个/µL", "/μL", "/ul", "cells/uL", "/mm3", "个/μl"),
    "/[HPF]": ("/HP", "/HPF", "个/HP", "/高倍视野"),
    "mmol/L": ("mmol/l", "MMOL/L", "mmol/L ", "毫摩尔/升", "mmol / L"),
    "umol/L": ("umol/L", "μmol/L", "µmol/L", "UMOL/L", "微摩尔/升"),
    "mg/dL": ("mg/dl", "MG/DL", "mg%"),
    "g/dL": ("g/dl", "gm/dL", "G/DL"),
    "[IU]/L": ("IU/L", "iu/l", "[IU]/L"),
    "m[IU]/L": ("mIU/L", "mIU/l"),
    "u[IU]/mL": ("uIU/mL", "μIU/ml", "µIU/mL"),
    "meq/L": ("mEq/L", "meq/l"),
    "%": ("%", "％"),
    "s": ("s", "sec", "秒", "seconds"),
    "fL": ("fl", "fL", "FL"),
    "pg": ("pg", "PG"),
    "mm/h": ("mm/h", "mm/hr", "mm/1h", "MM/HR"),
    "mL/min/{1.73_m2}": ("mL/min/1.73m2", "ml/min/1.73m²", "mL/min/1.73m^2"),
    "ug/mL{FEU}": ("ug/mL FEU", "μg/mL FEU"),
    "g/d": ("g/24h", "g/24 h"),
    "mm[Hg]": ("mmHg", "MMHG"),
}


@pytest.mark.parametrize(("unit", "writing"), [(u, w) for u, ws in WRITTEN.items() for w in ws])
def test_a_writing_is_understood(unit, writing):
    assert readings(writing) == (unit,)


def test_capital_g_per_litre_is_a_question_only_where_it_can_be_one():
    assert readings("G/L") == ("g/L", "10*9/L")
    assert readings("g/L") == ("g/L",)


@pytest.mark.parametrize("writing", ["", " ", "blah", "10 9/L", "mmol", "x", "?"])
def test_what_is_not_in_the_table_stays_unknown(writing):
    assert readings(writing) == ()


def test_every_unit_of_the_table_has_a_factor_and_every_writing_one_unit():
    stored = json.loads((RESOURCES / "units" / "factors.json").read_text("utf-8"))
    assert {kind: list(of) for kind, of in stored.items()} == {
        kind: list(of) for kind, of in table().items() if kind != "ambiguous"
    }
    for unit in kinds():
        assert readings(unit) == (unit,)


def test_the_stored_factors_are_those_of_the_library(monkeypatch):
    """The file could be edited, or the library corrected: both show here."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import unit_factors

    stored = json.loads((RESOURCES / "units" / "factors.json").read_text("utf-8"))
    assert unit_factors.factors() == stored


def test_common_units_do_not_load_the_library():
    code = (
        "import sys; from meddx_desktop.core.labs.units import conversion;"
        "assert conversion('mg/dL', 'g/L').factor == 0.01; assert 'pint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_a_ucum_unit_outside_the_table_is_asked_of_the_library():
    assert readings("kg/m3", is_ucum=True) == ("kg/m3",)
    assert conversion("kg/m3", "g/L").factor == 1.0
    assert conversion("furlong/blah", "g/L") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[IU]/L", "10*9/L"),
        ("mmol/mol", "%"),
        ("/[HPF]", "/[LPF]"),
        ("/[HPF]", "%"),
        ("ug/mL{FEU}", "ug/mL{DDU}"),
        ("mg/L", "mg/L{FEU}"),
        ("mL/min", "mL/min/{1.73_m2}"),
        ("mg/dL", "mmol/L"),
        ("meq/L", "mmol/L"),
        ("%", "1"),
        ("[arb'U]/mL", "U/mL"),
        ("{copies}/mL", "[IU]/mL"),
        ("mosm/kg", "mmol/L"),
    ],
)
def test_what_only_looks_alike_does_not_convert(one, other):
    assert conversion(one, other) is None
    assert conversion(other, one) is None


CALCIUM = Substance(40.078, "test", 2)
HBA1C = Substance(rules=(Rule("mmol/mol", "%", 0.09148, 2.152, "test"),))
RATIO = Substance(per_molar_mass=113.12, source="test")


@pytest.mark.parametrize(
    ("value", "one", "other", "substance", "expected"),
    [
        (2.5, "mmol/L", "mg/dL", CALCIUM, 10.0195),
        (5.0, "meq/L", "mmol/L", CALCIUM, 2.5),
        (10.0, "mg/dL", "meq/L", CALCIUM, 4.990),
        (48.0, "mmol/mol", "%", HBA1C, 6.543),
        (6.5, "%", "mmol/mol", HBA1C, 47.53),
        (30.0, "mg/g", "mg/mmol", RATIO, 3.394),
        (1.0, "ukat/L", "[IU]/L", Substance(), 60.0),
        (4.5, "u[IU]/mL", "mU/L", Substance(), 4.5),
        (7000.0, "/uL", "10*9/L", Substance(), 7.0),
    ],
)
def test_a_conversion_with_what_is_known_of_the_substance(value, one, other, substance, expected):
    how = conversion(one, other, substance)
    assert convert(value, how) == pytest.approx(expected, rel=1e-3)
    assert how.source


def test_a_conversion_by_definition_says_so():
    assert conversion("10*3/uL", "10*9/L") == units.Conversion(
        "10*3/uL", "10*9/L", 1.0, 0.0, BY_DEFINITION
    )


SAMPLED = "g/L mg/dL mmol/L umol/L meq/L 10*9/L 10*3/uL /uL [IU]/L ukat/L % mmol/mol mg/g mg/mmol"
PAIRS = [
    (one, other, substance)
    for substance in (CALCIUM, HBA1C, RATIO)
    for one in SAMPLED.split()
    for other in SAMPLED.split()
    if conversion(one, other, substance)
]


@given(st.sampled_from(PAIRS), st.floats(0.001, 1e6))
def test_there_and_back_is_the_same_number(pair, value):
    one, other, substance = pair
    there = convert(value, conversion(one, other, substance))
    back = convert(there, conversion(other, one, substance))
    assert back == pytest.approx(value, rel=1e-6, abs=1e-6)


@given(st.sampled_from(PAIRS), st.floats(0, 1e6), st.floats(0.001, 1e6))
def test_more_stays_more(pair, value, step):
    how = conversion(*pair)
    assert convert(value + step, how) > convert(value, how)
