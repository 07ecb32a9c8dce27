"""Protects: which column is what is proposed and remembered, and no line of any table is lost."""

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.columns import ColumnMapping, Shape
from meddx_desktop.core.labs.headers import Role
from meddx_desktop.core.labs.read_table import guess_columns, open_table, read_table
from tests.core.labs.tables import codes, guess, one, read


def test_columns_that_nobody_knows_are_proposed_but_not_read():
    text = "Hb\t13.2\tg/dL\t12-16\nNa\t140\tmmol/L\t135-145\n"
    proposal = guess(text)
    assert not proposal.is_usable
    assert codes(proposal.doubts) == ["heading_missing"]
    assert not proposal.mapping.layout.may_be_kept
    report = one(text)
    assert codes(line.reason for line in report.rejected) == ["columns_not_recognised"] * 2
    agreed = one(text, proposal.mapping)
    assert [(r.name, r.value.number, r.unit) for r in agreed.results] == [
        ("Hb", 13.2, "g/dL"),
        ("Na", 140, "mmol/L"),
    ]


def test_a_heading_with_two_meanings_is_a_doubt():
    proposal = guess("Name,Result,Unit\nHb,13.2,g/dL\n")
    assert proposal.mapping.columns[0].role is Role.TEST_NAME
    assert codes(proposal.doubts) == ["heading_either"]
    assert not proposal.is_sure


def test_an_unknown_column_is_named_and_may_be_mapped():
    text = "Test,Result,Bemerkung\nNa,140,hämolytisch\n"
    proposal = guess(text)
    assert [(d.code, d.parameters) for d in proposal.doubts] == [
        ("heading_unknown", {"heading": "Bemerkung"})
    ]
    assert "heading_unknown" in codes(one(text).cautions)
    report = one(text, proposal.mapping.with_role(2, Role.NOTE))
    assert report.results[0].note == "hämolytisch"
    assert report.cautions == ()


def test_a_mapping_is_remembered_by_headings_and_holds_nothing_of_a_patient():
    text = "Patient Name,Prueba,Test,Result\nAnn,x,Na,140\n"
    kept = guess(text).mapping.with_role(1, Role.IGNORED).to_dict()
    assert "Ann" not in str(kept)
    mapping = ColumnMapping.from_dict(kept)
    other = open_table(b"Clinic report\nPatient Name,Prueba,Test,Result\nBea,y,K,4.1\n")
    proposal = guess_columns(other.sheets[0], [mapping])
    assert (proposal.mapping, proposal.confidence, proposal.header) == (mapping, 1.0, 1)
    (report,) = read_table(other, [mapping])
    assert (report.patient.name.shown, report.results[0].name) == ("Bea", "K")


def test_the_layout_follows_the_headings_and_not_what_stands_below():
    first = guess("Test,Result\nNa,140\n").mapping.layout
    assert first == guess("test , RESULT\nK,4.1\n").mapping.layout
    assert first != guess("Result,Test\n140,Na\n").mapping.layout
    assert first.shape is Shape.LONG


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "results_empty"),
        (b" \n\n", "results_empty"),
        (b"\x00\x01\x02\x03", "table_not_text"),
        (b"Test,Result\nNa,1\x00", "table_not_text"),
        (b"%PDF-1.7\x01\x02", "table_not_text"),
        (b"a," * 600 + b"\n", "table_too_large"),
        (b"x\n" * 200_001, "table_too_large"),
    ],
)
def test_what_is_no_table_is_refused(data, code):
    with pytest.raises(UnreadableResults) as caught:
        open_table(data)
    assert caught.value.code == code


NAMES = st.sampled_from(["钠", "K", "HbA1c", "CA19-9", "C反应蛋白", "25-OH-VitD", "Na, serum"])
VALUES = st.sampled_from(["140", "4.1", "<0.5", "阴性", "1:128", "2-5", "5.6 ↑", "++", "=1+1", "-"])
UNITS = st.sampled_from(["", "mmol/L", "10^9/L", "%"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(NAMES, VALUES, UNITS), min_size=1, max_size=12),
    st.sampled_from([",", ";", "\t"]),
    st.booleans(),
)
def test_what_is_written_is_what_is_read(rows, mark, is_chinese):
    heading = ["检验项目", "结果", "单位"] if is_chinese else ["Test", "Result", "Unit"]
    quoted = [heading, *([f'"{cell}"' for cell in row] for row in rows)]
    report = one("\n".join(mark.join(row) for row in quoted))
    assert report.rejected == ()
    assert [(r.name, r.unit) for r in report.results] == [(name, unit) for name, _, unit in rows]
    for result, (_, value, _) in zip(report.results, rows, strict=True):
        sent = result.value.text if result.value else result.absent
        assert sent == value.removesuffix(" ↑")


CELLS = st.sampled_from(
    [
        "",
        "Na",
        "140",
        # With a comma some of these few lines would be a table that commas part.
        "13.2",
        "2024-03-05",
        "姓名",
        "姓名：张三",
        "结果",
        "项目",
        "合计",
        "1:2",
        '"',
        "x" * 30,
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=5), max_size=8))
@example([["结果", "结果", "项目"], ["Na", "Na"]])
def test_every_line_is_accounted_for_once(rows):
    text = "Test;Result;Unit\nNa;140;mmol/L\n" + "\n".join(";".join(row) for row in rows)
    reports = read(text.replace('"', "'"))
    results = [result.place for report in reports for result in report.results]
    rejected = [line.place for report in reports for line in report.rejected]
    assert len(results) == len(set(results))
    assert len(rejected) == len(set(rejected))
    assert not set(results) & set(rejected)
    labels = ("姓名", "结果")
    for number, row in enumerate(rows, start=3):
        if any(row) and not any(cell.startswith(labels) for cell in row):
            assert f"row {number}" in {*results, *rejected}, row


@settings(max_examples=100, deadline=None)
@given(
    st.binary(min_size=1, max_size=300)
    | st.text(max_size=200).map(lambda t: t.encode("utf-8", "ignore"))
)
def test_no_bytes_raise_anything_else(data):
    with suppress(UnreadableResults):
        table = open_table(b"Test,Result,Date\nNa,140,1/2/24\n" + data)
        proposal = guess_columns(table.sheets[0])
        read_table(table)
        read_table(table, [proposal.mapping])
    with suppress(UnreadableResults):
        read_table(open_table(data))
