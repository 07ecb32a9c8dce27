"""Protects: a column for each day gives each result its day, and loses none of them."""

import pytest

from meddx_desktop.core.labs.read_table import open_table, read_table
from meddx_desktop.core.labs.sniff import Kind, sniff


def read(text):
    return read_table(open_table(text.encode()))


def told(text):
    (report,) = read(text)
    return [
        (one.names[0], one.value.text, one.taken and one.taken.day, one.place)
        for one in report.results
    ]


DAYS = "Test,Unit,2024-03-01,2024-03-02\nK,mmol/L,4.1,4.5\nNa,mmol/L,,141\n"


def test_every_day_of_a_test_is_a_result_with_its_place():
    assert told(DAYS) == [
        ("K", "4.1", 1, "row 2, column 3"),
        ("K", "4.5", 2, "row 2, column 4"),
        ("Na", "141", 2, "row 3, column 4"),
    ]
    (report,) = read(DAYS)
    assert [one.code for one in report.cautions] == ["table_of_days"]


@pytest.mark.parametrize(
    "text",
    [
        "项目,参考范围,2024-03-01 08:00,2024-03-02 08:00\n钾,3.5-5.3,4.1,4.5\n",
        "Test,Result 2024-03-01,结果（2024-03-02）,Unit\nK,4.1,4.5,mmol/L\n",
        "Date,2024-03-01,2024-03-02\nK (mmol/L),4.1,4.5\n",
        ",2024-03-01,2024-03-02\nK,4.1,4.5\n",
        "Name: Li Na\nTest,2024-03-01,Flag,2024-03-02,Flag\nK,4.1,,4.5,H\n",
    ],
)
def test_the_ways_in_which_such_tables_are_written(text):
    assert [(value, day) for _, value, day, _ in told(text)] == [("4.1", 1), ("4.5", 2)]


def test_the_flag_behind_a_day_is_that_day_s():
    (report,) = read("Test,2024-03-01,Flag,2024-03-02,Flag\nK,4.1,,5.9,H\n")
    assert [one.flags for one in report.results] == [(), ("H",)]


def test_lines_that_hold_no_day_are_listed():
    (report,) = read(DAYS + "Comment,see above,,\n")
    assert [one.place for one in report.rejected] == ["row 4"]


@pytest.mark.parametrize(
    "text",
    [
        "Test,Result,Date,Reported\nK,4.1,2024-03-01,2024-03-02\n",
        "K,mmol/L,2024-03-01,2024-03-02\nNa,mmol/L,2024-03-01,2024-03-02\n",
    ],
)
def test_dates_that_are_no_headings_unfold_nothing(text):
    assert "table_of_days" not in [one.code for one in open_table(text.encode()).sheets[0].cautions]


def test_names_beside_unknown_columns_are_never_lost():
    """Columns of two laboratories are no analytes: better not read than without the test's name."""
    (report,) = read("Test,Lab A,Lab B\nK,4.1,4.2\nNa,138,139\n")
    assert report.results == ()
    assert [one.place for one in report.rejected] == ["row 1", "row 2", "row 3"]


def test_a_second_column_of_results_is_listed():
    (report,) = read("项目,结果1,结果2,单位\n钾,4.1,4.5,mmol/L\n")
    assert [one.value.text for one in report.results] == ["4.1"]
    assert [(one.text, one.reason.code) for one in report.rejected] == [
        ("4.5", "value_column_twice")
    ]


def test_one_line_of_typed_results_is_no_heading():
    """A line with commas and semicolons, and nothing below it, is text."""
    found = sniff(b"Na 138, K 4.1 mmol/L; Cr 1.1 mg/dL")
    assert found.kind is Kind.TEXT


def test_a_column_of_a_known_test_is_read_whatever_else_stands_in_it():
    (report,) = read("Date,K (mmol/L),Na (mmol/L)\n2024-03-01,4.1,138\n2024-03-02,4.5,clotted\n")
    assert [one.value.text for one in report.results] == ["4.1", "138", "4.5", "clotted"]
