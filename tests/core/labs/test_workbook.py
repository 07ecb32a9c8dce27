"""Protects: a workbook's cells are read as a person sees them, and nothing in it is ever run."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.errors import MedDxError, UnreadableResults
from meddx_desktop.core.labs import workbook
from meddx_desktop.core.labs.read_table import open_table, read_table


def made(*rows, change=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Chem"
    for row in rows:
        sheet.append(row)
    if change:
        change(book, sheet)
    return saved(book)


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(data, **parts):
    """The workbook with other content in some parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def codes(reasons):
    return [reason.code for reason in reasons]


HEAD = ["Test", "Result", "Unit", "Date", "Reference"]


def test_cells_are_read_as_they_are_shown():
    def percent(_, sheet):
        sheet["B4"].number_format = "0.0%"

    data = made(
        HEAD,
        ["K", 4.1, "mmol/L", datetime(2024, 3, 5, 8, 30), "3.5-5.3"],
        ["Na", 0.1 + 0.2, "mmol/L", date(2024, 3, 5)],
        ["HbA1c", 0.069],
        ["PLT", 250.0],
        ["HBsAg", "阴性 "],
        change=percent,
    )
    (report,) = read_table(open_table(data))
    potassium, sodium, hba1c, platelets, antigen = report.results
    assert potassium.place == "sheet Chem, row 2"
    assert (potassium.value.number, potassium.taken) == (4.1, datetime(2024, 3, 5, 8, 30))
    assert codes(potassium.cautions) == []
    assert (sodium.value.text, codes(sodium.cautions)) == ("0.3", ["time_day_only"])
    assert (hba1c.value.number, hba1c.unit) == (6.9, "%")
    assert (platelets.value.text, antigen.value.text) == ("250", "阴性")


def test_formulas_and_errors_are_rejected_and_never_worked_out():
    data = made(HEAD, ["Na", "=100+40", "mmol/L"], ["K", "#N/A"], ["Cl", 101])
    (report,) = read_table(open_table(data))
    assert [result.name for result in report.results] == ["Cl"]
    assert {line.place: line.reason.code for line in report.rejected} == {
        "sheet Chem, row 2": "formula_cell",
        "sheet Chem, row 3": "error_cell",
    }


def test_a_formula_with_a_stored_result_is_read():
    data = made(HEAD, ["Na", "=100+40", "mmol/L"])
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml")
    assert b"<v></v>" in xml or b"<v />" in xml
    xml = xml.replace(b"<v></v>", b"<v>140</v>").replace(b"<v />", b"<v>140</v>")
    (report,) = read_table(open_table(repacked(data, **{"xl/worksheets/sheet1.xml": xml})))
    assert report.results[0].value.number == 140


def test_a_day_in_the_place_of_a_value_is_rejected():
    (report,) = read_table(open_table(made(HEAD, ["RBC", datetime(2024, 5, 2)], ["Na", 140])))
    assert codes(line.reason for line in report.rejected) == ["date_in_value"]


def test_a_name_merged_over_its_lines_holds_for_all_but_a_merged_value_does_not():
    def merge(_, sheet):
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("C4:C5")

    data = made(
        ["Patient Name", "Test", "Result"],
        ["Ann", "Na", 140],
        [None, "K", 4.1],
        ["Bea", "Na", 138],
        ["Bea", "K", None],
        change=merge,
    )
    ann, bea = read_table(open_table(data))
    assert [result.name for result in ann.results] == ["Na", "K"]
    assert [result.name for result in bea.results] == ["Na"]
    assert codes(line.reason for line in bea.rejected) == ["merged_value"]


def test_hidden_lines_and_sheets_are_read_with_a_caution():
    def hide(book, sheet):
        sheet.row_dimensions[2].hidden = True
        more = book.create_sheet("More")
        more.append(HEAD)
        more.append(["K", 4.1])
        more.sheet_state = "hidden"

    table = open_table(made(HEAD, ["Na", 140], change=hide))
    assert [codes(sheet.cautions) for sheet in table.sheets] == [["cells_hidden"], ["sheet_hidden"]]
    (report,) = read_table(table)
    assert [r.place for r in report.results] == ["sheet Chem, row 2", "sheet More, row 2"]
    assert {"cells_hidden", "sheet_hidden"} <= set(codes(report.cautions))


def test_a_patient_on_two_sheets_is_one_report():
    def more(book, _):
        sheet = book.create_sheet("Blood count")
        sheet.append(["Patient ID", "Test", "Result"])
        sheet.append(["7", "WBC", 6.5])

    data = made(["Patient ID", "Test", "Result"], ["7", "Na", 140], change=more)
    (report,) = read_table(open_table(data))
    assert [result.name for result in report.results] == ["Na", "WBC"]


def test_macros_are_mentioned_and_left_alone():
    data = repacked(made(HEAD, ["Na", 140]), **{"xl/vbaProject.bin": b"\xcc" * 64})
    table = open_table(data)
    assert codes(table.cautions) == ["workbook_macros"]
    assert read_table(table)[0].results[0].value.number == 140


def test_a_number_beyond_what_a_cell_can_hold_is_nobodys_number():
    data = made(["病历号", "检验项目", "结果"], [110105194912310021, "钠", 140], ["7", "钾", 4.1])
    (report,) = read_table(open_table(data))
    assert (report.patient.patient_id, len(report.results)) == ("7", 1)
    assert codes(line.reason for line in report.rejected) == ["number_too_long"]


def test_days_counted_from_1904_are_not_read_from_bare_numbers():
    def mac(book, _):
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    (report,) = read_table(open_table(made(HEAD, ["Na", 140, "", 45356], change=mac)))
    assert report.results[0].taken is None
    (report,) = read_table(open_table(made(HEAD, ["Na", 140, "", 45356])))
    assert report.results[0].taken == datetime(2024, 3, 5)


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_an_xml_bomb_is_refused(part):
    with pytest.raises(UnreadableResults) as caught:
        open_table(repacked(made(HEAD), **{part: BOMB}))
    assert caught.value.code == "workbook_damaged"


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "UNPACKED_BYTES", 1000)
    with pytest.raises(UnreadableResults) as caught:
        open_table(made(HEAD))
    assert caught.value.code == "workbook_bomb"


@pytest.mark.parametrize("cell", ["XFD1", "A1048576"])
def test_a_cell_far_away_asks_for_no_memory(cell):
    def far(_, sheet):
        sheet[cell] = 1

    with pytest.raises(UnreadableResults) as caught:
        open_table(made(HEAD, change=far))
    assert caught.value.code == "table_too_large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (workbook.OLE + b"\0" * 600, "workbook_old"),
        (workbook.OLE + "EncryptedPackage".encode("utf-16-le"), "workbook_locked"),
        (b"PK\x03\x04" + b"\0" * 60, "workbook_damaged"),
        (made()[:3000], "workbook_damaged"),
        (made(), "results_empty"),
    ],
)
def test_other_workbooks_are_refused_with_a_reason(data, code):
    with pytest.raises(UnreadableResults) as caught:
        open_table(data)
    assert caught.value.code == code


def test_a_zip_of_something_else_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        parts.writestr("content.xml", "<office/>")
    with pytest.raises(UnreadableResults) as caught:
        open_table(stream.getvalue())
    assert caught.value.code == "workbook_other"


GOOD = made(HEAD, ["K", 4.1, "mmol/L", datetime(2024, 3, 5)], ["Na", "=1+1"], ["X", "阴性"])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_raise_nothing_else(data):
    with zipfile.ZipFile(io.BytesIO(GOOD)) as parts:
        names = sorted(parts.namelist())
        name = data.draw(st.sampled_from(names))
        content = bytearray(parts.read(name))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    with suppress(MedDxError):
        read_table(open_table(repacked(GOOD, **{name: bytes(content)})))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_zip_raises_nothing_else(place, junk):
    with suppress(MedDxError):
        read_table(open_table(GOOD[:place] + junk + GOOD[place + len(junk) :]))
