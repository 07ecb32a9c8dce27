"""Protects: what a patient's file holds never runs in the spreadsheet that it is pasted into."""

import pytest

from meddx_desktop.words.cells import guarded, table_text


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", "|calc", "%x", "-1 (=2)", "--1"],
)
def test_what_a_spreadsheet_would_run_is_text(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", "6.8", "-2.1", "-2.1 mmol/L", "+0,4", "<10", "Na+", "O'Neil", "a  b.dcm"]
)
def test_numbers_and_words_stay_as_they_are(cell):
    assert guarded(cell) == cell


@pytest.mark.parametrize("cell", ["\n=1+1", "\t=1+1", " \r=1+1"])
def test_white_before_it_hides_no_formula(cell):
    assert guarded(cell) == f"'{cell}"


def test_a_cell_begins_no_row_and_no_cell_of_its_own():
    assert table_text([("a", "b\t=1\n@x"), ("=c", "d")]) == "a\tb =1 @x\n'=c\td"
