"""Protects: a printed sheet and a comparison leave out nothing that a reader needs."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.operations import cases, labs
from meddx_desktop.gui.dialogs.labs_compare import CompareDaysDialog
from meddx_desktop.gui.dialogs.labs_decide import LeaveOutDialog
from meddx_desktop.gui.dialogs.labs_person import PersonDialog
from meddx_desktop.gui.dialogs.labs_print import PrintDialog
from meddx_desktop.gui.labs_tab.sheet import Sheet
from tests import desks
from tests.gui.labs_tab import reports
from tests.gui.labs_tab.conftest import row_of


@pytest.fixture
def groups(opened):
    return opened.results.model.groups


def pdf(path):
    """A printer that writes a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_sheet_carries_doubts_and_the_sources_of_published_ranges(opened, parts, bring, qtbot):
    with qtbot.waitSignal(opened.reader.read, timeout=20000):
        bring(parts.session.case_id, reports.HEAD + "生化,氯,100,mmol/L,,,2024-03-01 06:30,最终\n")
        parts.session.refresh(parts.session.case_id)
    html = Sheet().html(parts.session, opened.results.model.groups, 0, "")
    chloride = row_of(opened, "chloride")
    assert not chloride.one.range.is_laboratorys
    for words in (
        "For research and screening support; a clinician decides.",
        "Ranges without a number are the laboratory&#x27;s own.",
        "Check that it is the same patient, then repeat or act.",
        "<sup>1</sup>",
        "<b>Critical high</b>",
        "6.8 mmol/L",
    ):
        assert words in html
    assert chloride.one.range.source.split(",")[0] in html


def test_what_a_file_says_is_no_markup_on_the_sheet(opened, parts, bring, qtbot):
    row = "生化,<b>x</b>,1,g/L,,,2024-03-01 06:30,最终\n"
    with qtbot.waitSignal(opened.reader.read, timeout=20000):
        bring(parts.session.case_id, reports.HEAD + row)
        parts.session.refresh(parts.session.case_id)
    html = Sheet().html(parts.session, opened.results.model.groups, 0, "")
    assert "<b>x</b>" not in html
    assert "&lt;b&gt;x" in html


def test_printing_into_a_file_makes_pages_and_an_entry_in_the_trail(
    app, opened, parts, groups, tmp_path, qtbot
):
    dialog = PrintDialog(parts.session, [*groups] * 4, 0, "")
    qtbot.addWidget(dialog)
    dialog.print_on(pdf(tmp_path / "sheet.pdf"))
    written = (tmp_path / "sheet.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") >= 2
    assert desks.actions(app)[-1] == "labs_printed"


def test_nothing_is_printed_of_a_case_that_is_not_open_any_more(parts, opened, groups, tmp_path):
    dialog = PrintDialog(parts.session, groups, 0, "")
    parts.session.close_case()
    dialog.print_on(pdf(tmp_path / "sheet.pdf"))
    assert not (tmp_path / "sheet.pdf").exists()
    dialog.close()


def test_a_comparison_has_both_flags_and_can_be_copied(opened, qtbot):
    dialog = CompareDaysDialog("x", opened.results.model.rows)
    qtbot.addWidget(dialog)
    dialog.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == [
        "Test",
        "2024-02-28",
        "Flag",
        "2024-03-01",
        "Flag",
        "Difference",
        "Range",
    ]
    potassium = next(line for line in lines if line.startswith("Potassium"))
    assert potassium.split("\t")[1:] == [
        "5.2 mmol/L",
        "In range",
        "6.8 mmol/L",
        "Critical high",
        "+1.6 (+31 %)",
        "3.5–5.3",
    ]


def test_taking_an_import_back_is_asked_first(opened, parts, qtbot):
    from meddx_desktop.gui.dialogs.labs_imports import ImportsDialog

    dialog = ImportsDialog(parts.session)
    qtbot.addWidget(dialog)
    name = parts.session.case.lab_imports[0].import_id
    dialog.buttons[name].click()
    assert [one.import_id for one in parts.session.case.lab_imports] == [name]
    dialog.buttons[name].click()
    assert parts.session.case.lab_imports == ()
    assert name not in dialog.buttons
    assert [one.text() for one in dialog.findChildren(QLabel) if one.text() == "taken back"]
    again = labs.preview(parts.app, reports.table())
    assert labs.import_into(parts.app, parts.session.case_id, again).added


def test_a_usual_reason_takes_one_click_and_a_typed_one_takes_its_place(opened, qtbot):
    dialog = LeaveOutDialog(row_of(opened, "potassium"))
    qtbot.addWidget(dialog)
    assert dialog.reason == ""
    dialog.choices.button(1).click()
    assert dialog.reason == "Specimen damaged"
    qtbot.keyClicks(dialog.other, "haemolysed")
    assert dialog.reason == "haemolysed"
    assert dialog.choices.checkedButton() is None


def test_a_trimester_is_stated_and_chooses_the_range(app, tab, parts, bring, qtbot):
    mother = Patient("P-1", PersonName("Wu^Min"), date(1995, 5, 2), Sex.FEMALE)
    made = cases.create(app, mother).case_id
    bring(made, reports.HEAD + "血常规,血红蛋白,108,g/L,,,2024-03-01 06:30,最终\n")
    with qtbot.waitSignal(tab.reader.read, timeout=20000):
        parts.session.open_case(made)
    assert "trimester" not in tab.results.person.text()
    dialog = PersonDialog(parts.session, parts.session.case)
    qtbot.addWidget(dialog)
    assert dialog.asks_trimester
    assert not dialog.asks_age
    dialog.trimester.setCurrentIndex(2)
    dialog.altitude.setText("a hill")
    dialog.accept()
    assert not dialog.told.isHidden()
    dialog.altitude.setText("2,400")
    with qtbot.waitSignal(tab.reader.read, timeout=20000):
        dialog.accept()
    assert parts.session.case.lab_facts.trimester == 2
    assert parts.session.case.lab_facts.altitude_m == 2400
    assert "trimester 2" in tab.results.person.text()


@pytest.mark.parametrize(("sex", "born"), [(Sex.MALE, 1990), (Sex.FEMALE, 1940)])
def test_nobody_is_asked_for_a_trimester_who_cannot_be_pregnant(app, parts, qtbot, sex, born):
    person = Patient("P-2", PersonName("Wu^Li"), date(born, 5, 2), sex)
    case = cases.create(app, person)
    dialog = PersonDialog(parts.session, case)
    qtbot.addWidget(dialog)
    assert not dialog.asks_trimester
    assert not dialog.trimester.isVisibleTo(dialog)
