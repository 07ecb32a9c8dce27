"""Protects: typed results are read as written, and what was not understood is always listed."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.laboratory import Comparator, SentRange, Specimen
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.numbers import COMMA, POINT_THOUSANDS
from meddx_desktop.core.labs.read_text import questions_in, read_text
from meddx_desktop.core.labs.text_scan import scan, segments
from meddx_desktop.core.labs.written_dates import DateOrder


def one(text, **answers):
    (report,) = read_text(text, **answers)
    return report


def brief(text):
    """Name, value and unit of every result; nothing may be left over."""
    report = one(text)
    assert report.rejected == ()
    return [(result.name, result.value.text, result.unit) for result in report.results]


def rejected(text):
    report = one(text)
    assert report.results == ()
    return [line.reason.code for line in report.rejected]


def codes(reasons):
    return [reason.code for reason in reasons]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        (
            "Na 138, K 4.1 mmol/L; Cr 1.1 mg/dL",
            [("Na", "138", ""), ("K", "4.1", "mmol/L"), ("Cr", "1.1", "mg/dL")],
        ),
        (
            "血红蛋白 132 g/L，白细胞 6.5×10^9/L",
            [("血红蛋白", "132", "g/L"), ("白细胞", "6.5", "×10^9/L")],
        ),
        (
            "血红蛋白132g/L白细胞6.5×10⁹/L",
            [("血红蛋白", "132", "g/L"), ("白细胞", "6.5", "×10⁹/L")],
        ),
        ("HbA1c: 6.9%", [("HbA1c", "6.9", "%")]),
        ("K=4.1", [("K", "4.1", "")]),
        ("Na - 138 mmol/L.", [("Na", "138", "mmol/L")]),
        ("PT 12.3s", [("PT", "12.3", "s")]),
        (
            "eGFR 90 mL/min/1.73m2，25-OH-VitD 18",
            [("eGFR", "90", "mL/min/1.73m2"), ("25-OH-VitD", "18", "")],
        ),
        ("BE -2.3 mmol/L", [("BE", "-2.3", "mmol/L")]),
        ("CA125 35 U/mL", [("CA125", "35", "U/mL")]),
        ("CA19-9 37.2 U/mL", [("CA19-9", "37.2", "U/mL")]),
        ("25-OH-VitD 18 ng/mL", [("25-OH-VitD", "18", "ng/mL")]),
        ("糖类抗原125：35 U/mL", [("糖类抗原125", "35", "U/mL")]),
        ("β2微球蛋白 1.8 mg/L", [("β2微球蛋白", "1.8", "mg/L")]),
        ("T3 1.2 nmol/L T4 100 nmol/L", [("T3", "1.2", "nmol/L"), ("T4", "100", "nmol/L")]),
        ("Ca 2.2 Mg 0.9", [("Ca", "2.2", ""), ("Mg", "0.9", "")]),
        (
            "pH 7.35 pCO2 40 mmHg HCO3 24",
            [("pH", "7.35", ""), ("pCO2", "40", "mmHg"), ("HCO3", "24", "")],
        ),
        (
            "尿蛋白 ++，HBsAg 阴性(-)，抗HCV阴性",
            [("尿蛋白", "++", ""), ("HBsAg", "阴性(-)", ""), ("抗HCV", "阴性", "")],
        ),
        ("protein 3+, nitrite neg", [("protein", "3+", ""), ("nitrite", "neg", "")]),
        ("eGFR >90 mL/min/1.73m2", [("eGFR", ">90", "mL/min/1.73m2")]),
        ("D-dimer 0.5 mg/L FEU", [("D-dimer", "0.5", "mg/L FEU")]),
        ("尿量 1.5 L", [("尿量", "1.5", "L")]),
        ("1. WBC 6.5\n2) Hb 132", [("WBC", "6.5", ""), ("Hb", "132", "")]),
        ("S. creatinine 90 umol/L", [("S. creatinine", "90", "umol/L")]),
        ("HBV DNA 3.5×10^5 IU/mL", [("HBV DNA", "3.5×10^5", "IU/mL")]),
        ("Na 138。K 4.1、Cl 101", [("Na", "138", ""), ("K", "4.1", ""), ("Cl", "101", "")]),
    ],
)
def test_names_values_and_units(text, results):
    assert brief(text) == results


@pytest.mark.parametrize(
    ("text", "flags", "range_"),
    [
        ("WBC 12.3 H (4-10)", ("H",), SentRange("4-10", 4, 10)),
        ("WBC 12.3↑ 4-10 10^9/L", ("↑",), SentRange("4-10", 4, 10)),
        ("WBC  12.3  H  10^9/L  4.0-10.0", ("H",), SentRange("4.0-10.0", 4, 10)),
        ("白细胞计数：12.3 偏高（参考值 3.5～9.5）", ("偏高",), SentRange("3.5～9.5", 3.5, 9.5)),
        ("CRP 12 mg/L (<5)", (), SentRange("<5", None, 5, True, False)),
        ("TSH 2.5 ref 0.4-4.0 mIU/L", (), SentRange("0.4-4.0", 0.4, 4)),
        ("Hb 90 g/L low", ("low",), None),
    ],
)
def test_flags_and_ranges(text, flags, range_):
    report = one(text)
    assert report.rejected == ()
    assert (report.results[0].flags, report.results[0].range) == (flags, range_)


def test_a_limit_and_a_titre_stay_what_they_are():
    crp, ana = one("CRP <5 mg/L, ANA 1:320 阳性").results
    assert (crp.value.comparator, crp.value.number) == (Comparator.BELOW, 5)
    assert (ana.value.number, ana.value.denominator) == (1, 320)


def test_a_pair_of_names_is_two_results():
    alt, ast = one("ALT/AST 45/38 U/L").results
    assert (alt.name, alt.value.number, ast.name, ast.value.number) == ("ALT", 45, "AST", 38)
    assert codes(ast.cautions) == ["unit_shared"]
    assert brief("AST/ALT 1.2") == [("AST/ALT", "1.2", "")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("BP 120/80", "not_lab_value"),
        ("体重 62 kg", "not_lab_value"),
        ("CA 125 35 U/mL", "not_one_value"),
        ("糖类抗原125 35 U/mL", "not_one_value"),
        ("Glucose 5.6 2h", "not_one_value"),
        ("Ratio 45/38", "not_one_value"),
        ("Na 138/", "not_one_value"),
        ("hello world", "text_not_understood"),
        ("138 mmol/L", "text_not_understood"),
        ("Na 138,140,150", "not_one_value"),
        ("Na 138,5-OH 3", "not_one_value"),
        ("3月5日", "time_partial"),
        ("word " * 200, "text_not_understood"),
    ],
)
def test_what_is_not_certain_is_not_taken(text, reason):
    assert rejected(text) == [reason]


def test_words_beside_a_result_are_listed_and_said_on_it():
    report = one("Na 140\nK 6.8 haemolysed")
    assert codes(report.results[1].cautions) == ["words_beside"]
    (line,) = report.rejected
    assert (line.place, line.text) == ("line 2, column 7", "haemolysed")


def test_a_day_on_its_own_line_dates_what_follows():
    report = one("2024-03-05:\nNa 138\n2024年3月6日\nNa 139\n")
    assert [result.taken for result in report.results] == [
        datetime(2024, 3, 5),
        datetime(2024, 3, 6),
    ]


def test_a_day_before_results_dates_its_own_line_only():
    dated, undated = one("2024-03-05 08:30: Na 138\nK 4.1").results
    assert (dated.taken, undated.taken) == (datetime(2024, 3, 5, 8, 30), None)


def test_a_day_without_a_year_ends_the_day_before_it():
    report = one("2024-03-05\nNa 138\n3月6日\nNa 139")
    assert [result.taken for result in report.results] == [datetime(2024, 3, 5), None]


def test_short_dates_are_asked_about():
    text = "01/02/2024: Na 138"
    assert codes(questions_in(text)) == ["date_order_unclear"]
    assert codes(one(text).results[0].cautions) == ["date_order_unclear"]
    answered = one(text, order=DateOrder.DAY_FIRST).results[0]
    assert answered.taken == datetime(2024, 2, 1)


@pytest.mark.parametrize("text", ["PLT 1,234", "Hb 13,2 g/dL"])
def test_a_comma_in_one_number_is_asked_about(text):
    assert codes(questions_in(text)) == ["number_style_unclear"]
    result = one(text).results[0]
    assert (result.value.number, codes(result.cautions)) == (None, ["number_style_unclear"])
    answered = COMMA if "13" in text else POINT_THOUSANDS
    assert one(text, style=answered).results[0].value.number in {13.2, 1234}


def test_several_decimal_commas_show_the_style():
    report = one("Hb 13,2 g/dL; K 4,1 mmol/L")
    assert [result.value.number for result in report.results] == [13.2, 4.1]


def test_a_heading_is_the_panel_of_what_follows_it():
    report = one("CBC: WBC 6.5, Hb 13.2 g/dL\nNa 138\n\n尿液：蛋白 ++\n生化：\n钾 4.1\n")
    assert [(result.name, result.panel) for result in report.results] == [
        ("WBC", "CBC"),
        ("Hb", "CBC"),
        ("Na", ""),
        ("蛋白", "尿液"),
        ("钾", "生化"),
    ]
    assert report.results[3].specimen is Specimen.URINE
    assert report.rejected == ()


def test_two_patients_in_one_text_are_two_reports():
    text = "姓名：张三 性别：女\n采样时间：2024-03-05 08:30\n钠 138\n姓名：李四\n钠 139\n"
    first, second = read_text(text)
    assert (first.patient.name.ideographic, second.patient.name.ideographic) == ("张三", "李四")
    assert first.results[0].taken == datetime(2024, 3, 5, 8, 30)
    assert second.results[0].taken is None


def test_a_copied_table_is_read_by_its_headings():
    report = one(
        "项目\t结果\t单位\t参考范围\n白细胞\t6.5\t10^9/L\t4-10\n血红蛋白\t\tg/L\t115-150\n"
    )
    assert report.results[0].range == SentRange("4-10", 4, 10)
    assert [(line.place, line.reason.code) for line in report.rejected] == [
        ("line 3", "value_missing")
    ]


def test_a_table_of_spaces_is_read_by_the_shape_of_its_cells():
    report = one(
        "项目    结果   提示  单位   参考范围\n"
        "白细胞  12.5    ↑   10^9/L   4-10\n钾  4.1  mmol/L 3.5-5.3"
    )
    assert [(r.name, r.value.number, r.flags) for r in report.results] == [
        ("白细胞", 12.5, ("↑",)),
        ("钾", 4.1, ()),
    ]
    assert report.rejected == ()


def test_nothing_and_too_much_are_refused():
    for text, code in ((" \n", "results_empty"), ("x" * (1 << 20) + "x", "results_too_large")):
        with pytest.raises(UnreadableResults) as caught:
            read_text(text)
        assert caught.value.code == code


NAMES = st.sampled_from(
    ["Na", "HbA1c", "CA19-9", "25-OH-VitD", "T3", "C反应蛋白", "血红蛋白", "AST/ALT"]
)
VALUES = st.sampled_from(["138", "4.1", "<0.5", "≥90", "1.2E5", "阴性", "1:128", "3+", "-2.5"])
UNITS = st.sampled_from(["", "mmol/L", "10^9/L", "%", "μmol/L", "mL/min/1.73m2", "U/mL"])
MARKS = st.sampled_from([", ", "; ", "，", "；", "\n", "。", " ; "])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(NAMES, VALUES, UNITS, MARKS), min_size=1, max_size=6))
def test_what_is_written_is_what_is_read(rows):
    text = "".join(f"{name} {value} {unit}{mark}" for name, value, unit, mark in rows)
    assert brief(text) == [row[:3] for row in rows]


NOISE = st.text(
    st.sampled_from("Na K钠138.42,;:：，。()[]<>≤≥+-±/%*↑HLg mol^×10⁹\t'\"\\|阴性")
    | st.characters(),
    max_size=60,
)


@settings(max_examples=200, deadline=None)
@given(NOISE)
def test_every_piece_of_a_line_is_accounted_for_once(text):
    line = "".join(text.splitlines())
    spans = list(segments(line))
    covered = [False] * len(line)
    for start, end in spans:
        pieces = scan(line, start, end)
        assert pieces
        for piece in pieces:
            assert start <= piece.start < piece.end <= end
            for place in range(piece.start, piece.end):
                assert not covered[place]
                covered[place] = True
        for place in range(start, end):
            assert (
                covered[place]
                or line[place].isspace()
                or line[place] in "\xad\u2060\ufeff" + "".join(map(chr, range(0x200B, 0x2010)))
            )
    for place, letter in enumerate(line):
        if not covered[place]:
            assert not letter.isalnum()


@settings(max_examples=100, deadline=None)
@given(st.lists(NOISE, max_size=4).map("\n".join))
def test_no_text_raises_anything_else(text):
    try:
        reports = read_text(text)
    except UnreadableResults:
        return
    questions_in(text)
    for report in reports:
        for each in (*report.results, *report.rejected):
            assert each.place.startswith("line ")
