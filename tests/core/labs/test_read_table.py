"""Protects: a table's lines become the results that stand there, of the patient they stand for."""

from datetime import date, datetime

import pytest

from meddx_desktop.core.domain.laboratory import Comparator, SentRange, Specimen
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.labs.read_table import open_table, read_table
from meddx_desktop.core.labs.written_dates import DateOrder
from tests.core.labs.tables import codes, guess, one, read

REPORT = """XX市人民医院检验报告单
姓名：张三,性别:女,年龄:45岁,病历号：0012
采样时间：2024-03-05 08:30,标本类型：血清
序号,检验项目,结果,单位,参考范围,提示
1,*丙氨酸氨基转移酶(ALT),56 ↑,U/L,7-40,
2,葡萄糖,5.6,mmol/L,3.9～6.1,
3,乙肝表面抗原,阴性(-),,阴性,
4,C反应蛋白,<5,mg/L,<10,
5,肌钙蛋白,--,ng/mL,,
6,总蛋白,,g/L,65-85,

检验者：李四,审核者：王五
合计,5
"""


def test_an_analysers_export_with_a_head_and_a_foot():
    report = one(REPORT)
    patient = report.patient
    assert (patient.patient_id, patient.name.ideographic, patient.sex) == (
        "0012",
        "张三",
        Sex.FEMALE,
    )
    assert round(report.age.years) == 45
    alt, glucose, antigen, crp, troponin = report.results
    assert alt.names == ("丙氨酸氨基转移酶(ALT)", "*丙氨酸氨基转移酶(ALT)")
    assert (alt.value.number, alt.unit, alt.flags) == (56, "U/L", ("↑",))
    assert (alt.range.low, alt.range.high, alt.place) == (7, 40, "row 5")
    assert alt.taken == datetime(2024, 3, 5, 8, 30)
    assert alt.specimen is Specimen.SERUM
    assert (glucose.range.low, glucose.range.high) == (3.9, 6.1)
    assert (antigen.value.text, antigen.value.number) == ("阴性(-)", None)
    assert crp.value.comparator is Comparator.BELOW
    assert crp.range.high_included is False
    assert (troponin.value, troponin.absent) == (None, "--")
    rejected = {line.place: line.reason.code for line in report.rejected}
    assert rejected == {
        "row 1": "line_not_result",
        "row 10": "value_missing",
        "row 13": "line_not_result",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_every_usual_writing_of_text_is_read(encoding):
    (report,) = read(REPORT, encoding=encoding)
    assert report.patient.name.ideographic == "张三"
    assert report.results[1].names == ("葡萄糖",)
    assert codes(report.cautions) == []


def test_chinese_without_a_mark_is_known_by_its_zero_bytes():
    text = "检验项目,结果\n" + "乙型肝炎病毒表面抗原测定,阴性\n" * 30
    for encoding in ("utf-16-le", "utf-16-be"):
        table = open_table(text.encode(encoding))
        assert table.encoding == encoding
        assert len(read_table(table)[0].results) == 30


def test_western_letters_are_guessed_and_said():
    data = "Test;Result;Unit\nHämoglobin;13.2;g/dL\nKreatinin;88;µmol/l\n".encode("latin-1")
    table = open_table(data)
    (report,) = read_table(table)
    assert table.encoding == "cp1252"
    assert report.results[0].name == "Hämoglobin"
    assert report.results[1].unit == "µmol/l"
    assert codes(report.cautions) == ["encoding_guessed"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(mark):
    lines = ["Test,Result,Unit,Reference range", "Hb,13.2,g/dL,12-16", '"K, serum",4.1,mmol/L,']
    if mark != ",":
        lines = [line.replace(",", mark).replace(f'"K{mark} serum"', "K serum") for line in lines]
    report = one("\n".join(lines))
    assert [result.unit for result in report.results] == ["g/dL", "mmol/L"]


def test_excels_own_first_line_names_the_delimiter():
    report = one("sep=;\nTest;Result\nHb;13.2\n")
    assert report.results[0].place == "row 3"


def test_several_patients_are_several_reports():
    first, second = read(
        "患者姓名,病历号,性别,出生日期,检验项目,结果\n"
        "张三,1,男,1980-02-03,钠,140\n李四,2,女,19751231,钠,138\n张三,1,男,1980-02-03,钾,4.1\n"
    )
    assert first.patient.birth_date == date(1980, 2, 3)
    assert [result.name for result in first.results] == ["钠", "钾"]
    assert (second.patient.name.ideographic, second.patient.sex) == ("李四", Sex.FEMALE)


def test_a_number_used_twice_never_joins_two_patients():
    reports = read("Patient ID,Patient Name,Test,Result\n1,Ann,Na,140\n1,Bea,Na,138\n1,Ann,K,4\n")
    assert [report.patient.name.shown for report in reports] == ["Ann", "Bea"]
    assert all("patient_id_twice" in codes(report.cautions) for report in reports)


def test_namesakes_of_different_age_stay_apart():
    reports = read("姓名,年龄,检验项目,结果\n张伟,30岁,钠,140\n张伟,61岁,钠,138\n")
    assert [round(report.age.years) for report in reports] == [30, 61]


def test_one_report_after_another_in_one_file():
    page = "姓名：{},性别：男\n项目,结果,单位\n钠,{},mmol/L\n"
    reports = read(page.format("张三", 140) + page.format("李四", 138))
    assert [(r.patient.name.ideographic, r.results[0].value.number) for r in reports] == [
        ("张三", 140),
        ("李四", 138),
    ]


def test_a_head_in_cells_between_results_starts_a_new_patient():
    reports = read(
        "姓名,张三,性别,女\n项目,结果,单位\n钠,140,mmol/L\n姓名,李四,性别,男\n项目,结果,单位\n钾,4.1,mmol/L\n"
    )
    assert [report.patient.name.ideographic for report in reports] == ["张三", "李四"]
    assert [len(report.results) for report in reports] == [1, 1]


def test_a_line_without_a_patient_belongs_to_nobody_until_somebody_says_so():
    text = "Patient Name,Test,Result\nAnn,Na,140\n,K,4.1\n"
    named, nobody = read(text)
    assert [result.name for result in named.results] == ["Na"]
    assert codes(nobody.results[0].cautions) == ["patient_blank"]
    assert not nobody.patient.is_identified
    (question,) = guess(text).questions
    mapping = guess(text).mapping.answered(question.code, "same")
    (report,) = read(text, mapping)
    assert codes(report.results[1].cautions) == ["patient_from_above"]


def test_one_line_per_day_and_one_column_per_analyte():
    report = one(
        "姓名,日期,血红蛋白(g/L),WBC[10^9/L],Na, HBsAg\n"
        "单位,,,,mmol/L,\n张三,2024-03-05,132,6.5 H,140,阴性\n张三,2024-03-06,,<0.1,,+\n"
    )
    assert [(r.place, r.name, r.unit) for r in report.results[:3]] == [
        ("row 3, column 血红蛋白", "血红蛋白", "g/L"),
        ("row 3, column WBC", "WBC", "10^9/L"),
        ("row 3, column Na", "Na", "mmol/L"),
    ]
    assert report.results[1].flags == ("H",)
    assert report.results[4].value.comparator is Comparator.BELOW
    assert report.results[5].value.text == "+"
    assert len(report.results) == 6
    assert report.rejected == ()


def test_two_halves_side_by_side():
    report = one(
        "项目,结果,单位,参考值,项目,结果,单位,参考值\n"
        "白细胞,6.5,10^9/L,4-10,红细胞,4.5,10^12/L,4-5.5\n血红蛋白,130,g/L,115-150,,,,\n"
    )
    assert [(r.name, r.value.number) for r in report.results] == [
        ("白细胞", 6.5),
        ("红细胞", 4.5),
        ("血红蛋白", 130),
    ]


def test_a_heading_row_on_every_page_is_no_result():
    report = one("Test,Result\nNa,140\nTest,Result\nK,4.1\n")
    assert [result.name for result in report.results] == ["Na", "K"]
    assert report.rejected == ()


def test_other_headings_further_down_are_other_columns():
    report = one(
        "姓名：张三\n项目,结果,单位\n钠,140,mmol/L\n项目,参考值,结果,单位\n钾,3.5-5.3,4.1,mmol/L\n"
    )
    assert [(r.name, r.value.number) for r in report.results] == [("钠", 140), ("钾", 4.1)]
    assert report.patient.name.ideographic == "张三"
    doubtful = one("Test,Result\nNa,140\nTest,Previous,Result\nK,3.9,4.1\n")
    assert [r.name for r in doubtful.results] == ["Na"]
    assert codes(line.reason for line in doubtful.rejected) == ["columns_not_recognised"] * 2


def test_a_specimen_named_between_results_holds_for_what_follows_only():
    report = one(
        "项目,结果\n葡萄糖,5.6\n样本类型：尿液\n葡萄糖,0.1\n样本类型：血清\n钾,4.1\n"
        "报告时间：2024-03-05 10:00\n"
    )
    assert [result.specimen for result in report.results] == [
        Specimen.UNKNOWN,
        Specimen.URINE,
        Specimen.SERUM,
    ]
    assert report.results[2].taken == datetime(2024, 3, 5, 10)


def test_a_specimen_named_before_other_headings_is_theirs():
    report = one("项目,结果\n葡萄糖,5.6\n样本类型：尿液\n项目,单位,结果\n葡萄糖,mmol/L,0.1\n")
    assert [result.specimen for result in report.results] == [Specimen.UNKNOWN, Specimen.URINE]


def test_limits_flags_codes_and_everything_else_a_line_says():
    report = one(
        "Test,LOINC,Result,Unit,Low,High,Flag,Specimen,Panel,Method,Comment,Status,Laboratory,"
        "Collected,Reported\n"
        "Sodium,2951-2,150,mmol/L,135,145,H *,Serum,U&E,ISE,repeat,final,Central,"
        "2024-03-05 08:30,2024-03-05 10:00\n"
    )
    (sodium,) = report.results
    assert sodium.range == SentRange("135-145", 135, 145)
    assert (sodium.flags, sodium.specimen, sodium.panel) == (("H", "*"), Specimen.SERUM, "U&E")
    assert [(code.value, code.scheme) for code in sodium.codes] == [("2951-2", "LN")]
    assert (sodium.method, sodium.note, sodium.laboratory) == ("ISE", "repeat", "Central")
    assert sodium.status == "final"
    assert (sodium.taken, sodium.cautions) == (datetime(2024, 3, 5, 8, 30), ())


def test_the_time_of_the_report_is_not_passed_off_as_the_sampling():
    report = one("Test,Result,Report date\nNa,140,2024-03-05 10:00\n")
    assert codes(report.results[0].cautions) == ["time_of_report"]


def test_day_and_hour_in_two_columns():
    report = one("Test,Result,Collection date,Collection time\nNa,140,2024-03-05,08:30\n")
    assert report.results[0].taken == datetime(2024, 3, 5, 8, 30)


def test_short_dates_are_asked_about_and_never_guessed():
    text = "Test,Result,Date\nNa,140,01/02/2024\nK,4.1,03/04/2024\n"
    (question,) = guess(text).questions
    assert question.options == (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
    undated = one(text).results[0]
    assert (undated.taken, undated.taken_text) == (None, "01/02/2024")
    assert codes(undated.cautions) == ["date_order_unclear"]
    mapping = guess(text).mapping.answered(question.code, "month_first")
    assert one(text, mapping).results[0].taken == datetime(2024, 1, 2)


def test_a_date_that_settles_the_order_goes_before_an_answer():
    text = "Test,Result,Date\nNa,140,01/02/2024\nK,4.1,31/01/2024\n"
    mapping = guess(text).mapping.answered("date_order_unclear", "month_first")
    assert one(text, mapping).results[0].taken == datetime(2024, 2, 1)


def test_decimal_commas_are_read_where_the_column_shows_them():
    report = one("Test;Result;Range\nHb;13,2;12,0-16,5\nNa;140;135-145\nPLT;1.234;\n")
    hb, na, plt = report.results
    assert (hb.value.number, hb.range.low, hb.range.high) == (13.2, 12.0, 16.5)
    assert (na.value.number, plt.value.number) == (140, 1234)
    assert codes(plt.cautions) == ["thousands_mark_read"]


def test_a_single_comma_is_asked_about():
    text = "Test;Result\nPLT;1,234\nNa;140\n"
    (question,) = guess(text).questions
    assert (question.code, question.example) == ("number_style_unclear", "1,234")
    plt = one(text).results[0]
    assert (plt.value.text, plt.value.number) == ("1,234", None)
    assert codes(plt.cautions) == ["number_style_unclear"]
    for option, number in (("comma", 1.234), ("point_thousands", 1234)):
        mapping = guess(text).mapping.answered(question.code, option)
        assert one(text, mapping).results[0].value.number == number


def test_a_decimal_comma_between_commas_is_not_read_as_something_else():
    report = one(
        "Test,Result,Unit,Range,Flag\nHb,13,2,g/dL,12-16\nNa,140,mmol/L,,\nK,4,1,mmol/L,3-5,\n"
    )
    assert [result.name for result in report.results] == ["Na"]
    assert {line.place: line.reason.code for line in report.rejected} == {
        "row 2": "columns_shifted",
        "row 4": "columns_shifted",
    }


def test_a_line_with_more_cells_than_headings_is_rejected():
    report = one("Test,Result,Unit\nHb,13,2,g/dL\nNa,140,mmol/L\n")
    assert [(line.place, line.reason.code) for line in report.rejected] == [
        ("row 2", "row_too_wide")
    ]


def test_a_formula_in_a_text_file_is_text():
    report = one("Test,Result,Unit\n=cmd|' /C calc'!A0,=1+1,x\n")
    assert report.results[0].value.text == "=1+1"
    assert report.results[0].value.number is None


def test_what_an_office_program_made_a_date_of_is_no_value():
    report = one("Test,Result\nRBC,2月5日\nWBC,5-Feb\nEpi,2024-02-05\nNa,140\n")
    assert codes(line.reason for line in report.rejected) == ["date_in_value"] * 3
    assert len(report.results) == 1


def test_the_unit_of_a_value_and_of_its_column_must_agree():
    report = one("Test,Result,Unit\nHb,13.2 g/dL,g/dL\nHb,13.2 g/dL,g/L\nHb,13.2 g/dL,\n")
    same, other, alone = report.results
    assert (same.value.number, same.unit) == (13.2, "g/dL")
    assert (other.value.number, codes(other.cautions)) == (None, ["unit_contradicts"])
    assert (alone.value.number, alone.unit) == (13.2, "g/dL")


def test_a_repeated_line_is_marked():
    report = one("Test,Result\nNa,140\nNa,140\n")
    assert [codes(result.cautions) for result in report.results] == [[], ["line_repeated"]]


def test_a_stray_quotation_mark_does_not_swallow_the_file():
    report = one('Test,Result,Unit\nHb,13.2,g/dL\nK,"4.1,mmol/L\nNa,140,mmol/L\n')
    assert [result.name for result in report.results] == ["Hb", "K", "Na"]
    assert "quotes_damaged" in codes(report.cautions)
