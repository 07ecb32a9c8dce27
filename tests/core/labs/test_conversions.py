"""Values converted as published tables convert them, line by line with its source.

A wrong molar mass or valence gives a plausible wrong number; only books of others show it.
"""

import csv

import pytest

from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.units import conversion, convert
from meddx_desktop.core.paths import ROOT

TABLE = (ROOT / "tests/data/labs/conversions.csv").read_text("utf-8")
LINES = list(csv.DictReader(TABLE.splitlines()))


def rounding(printed):
    """One unit of the last digit printed, at least a thousandth: books round loosely."""
    decimals = len(printed.partition(".")[2])
    return max(10.0**-decimals, float(printed) * 1e-3)


def test_there_are_enough_lines_and_each_says_where_it_stands():
    assert len(LINES) >= 60
    assert all(line["source"] and line["locator"] for line in LINES)


@pytest.mark.parametrize(
    "line", LINES, ids=lambda line: f"{line['analyte']} {line['from']} {line['to']}"
)
def test_a_published_factor_is_ours(line):
    substance = analytes()[line["analyte"]].substance
    how = conversion(line["from"], line["to"], substance)
    assert how is not None
    assert how.factor == pytest.approx(float(line["factor"]), abs=rounding(line["factor"]))
    assert convert(1.0, how) == how.factor + how.offset
    assert how.source
