"""Protects: a report is looked at before it leaves, by whom it may, and the trail hears of it."""

import html
import re

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.domain.report import Format, Kind
from meddx_desktop.core.operations import cases, review
from meddx_desktop.gui import fonts, paper_html, theme
from meddx_desktop.gui.dialogs.report import ReportDialog
from meddx_desktop.gui.dialogs.report_day import DayPapersDialog
from meddx_desktop.words.paper import paper_words
from tests import clinic, desks, made_reports
from tests.gui.test_accessible import nameless


@pytest.fixture
def case(app):
    made = cases.create(app, Patient("17", PersonName("Li^Na", "李娜")))
    return cases.write_note(app, made.case_id, "Cough for 3 days.")


@pytest.fixture
def dialog(parts, case, qtbot):
    """The dialog on an open case, once everything was gathered."""

    def opened(case_id=case.case_id):
        parts.session.open_case(case_id)
        made = ReportDialog(parts.session)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: made.report is not None and not made.work.busy, timeout=20000)
        return made

    return opened


@pytest.fixture
def day_dialog(parts, case, qtbot):
    made = DayPapersDialog(parts.session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.day is not None and not made.work.busy, timeout=20000)
    return made


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def printer(path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


def test_the_sheet_stands_there_with_its_stamp(dialog):
    made = dialog()
    text = made.sheet.toPlainText()
    assert text.startswith("Not reviewed by a clinician.")
    assert "李娜 (Li Na)" in text and "Cough for 3 days." in text
    assert "Screening support, not a diagnosis." in text


def test_a_signed_case_says_who_signed(app, dialog, case):
    review.sign(app, case.case_id)
    assert dialog().sheet.toPlainText().startswith("Reviewed and signed: Dr Lin")


def test_the_pages_are_those_that_are_printed(dialog, case, tmp_path, qtbot):
    made = dialog()
    assert made.pages.count == 0, "nothing is drawn before somebody asks"
    made.as_pages.click()
    qtbot.waitUntil(lambda: made.pages.count > 0)
    assert not made.sheet.isVisible()
    made.print_on(printer(tmp_path / "paper.pdf"))
    assert made.pages.count == len(PdfReader(tmp_path / "paper.pdf").pages)
    choose(made.kind, Kind.SLIP)
    qtbot.waitUntil(lambda: made.pages.count == 1)
    made.as_pages.click()
    assert made.sheet.isVisible()


def test_looking_at_pages_tells_the_trail_of_no_print(app, dialog, qtbot):
    made = dialog()
    made.as_pages.click()
    qtbot.waitUntil(lambda: made.pages.count > 0)
    assert "report_printed" not in desks.actions(app)


def test_other_papers_and_languages_are_shown_at_once(dialog):
    made = dialog()
    choose(made.kind, Kind.SLIP)
    assert "This slip is not a result." in made.sheet.toPlainText()
    choose(made.language, "zh_CN")
    assert "本单不是检查结果。" in made.sheet.toPlainText()
    assert [made.format.itemData(n) for n in range(made.format.count())] == [Format.PDF]


def test_it_is_saved_and_told(app, dialog, tmp_path, qtbot):
    made = dialog()
    choose(made.format, Format.FHIR)
    made.save(tmp_path / "report.json")
    qtbot.waitUntil(lambda: made.written is not None and not made.work.busy, timeout=20000)
    assert (tmp_path / "report.json").read_bytes().startswith(b"{")
    assert desks.actions(app)[-1] == "report_exported"


def test_a_failure_is_said_and_the_window_stays(dialog, tmp_path, qtbot):
    made = dialog()
    choose(made.format, Format.FHIR)
    made.save(tmp_path / "gone" / "report.json")
    qtbot.waitUntil(lambda: not made.work.busy, timeout=20000)
    assert made.written is None and made.isVisible()
    assert made.work.findChild(QLabel).text() and made.work.isVisible()


def test_it_is_printed_and_told(app, dialog, tmp_path):
    made = dialog()
    made.print_on(printer(tmp_path / "paper.pdf"))
    assert (tmp_path / "paper.pdf").stat().st_size > 1000
    assert desks.actions(app)[-1] == "report_printed"


def test_a_screening_officer_prints_and_does_not_save(app, dialog):
    clinic.become(app, Role.SCREENING_OFFICER)
    made = dialog()
    assert made.print_button.isEnabled()
    assert not made.save_button.isEnabled()
    assert "Clinician" in made.save_button.toolTip()


def test_after_a_lock_nothing_leaves(app, parts, dialog, tmp_path):
    made = dialog()
    parts.session.close_case()
    made.save(tmp_path / "x.pdf")
    made.print_on(printer(tmp_path / "y.pdf"))
    assert not (tmp_path / "x.pdf").exists()
    assert "report_printed" not in desks.actions(app)


def test_the_list_of_today_is_shown_and_saved(app, day_dialog, tmp_path, qtbot):
    assert "李娜 (Li Na)" in day_dialog.sheet.toPlainText()
    choose(day_dialog.format, Format.CSV)
    day_dialog.save(tmp_path / "list.csv")
    qtbot.waitUntil(
        lambda: day_dialog.written is not None and not day_dialog.work.busy, timeout=20000
    )
    assert "李娜" in (tmp_path / "list.csv").read_text("utf-8-sig")
    assert desks.actions(app)[-1] == "report_exported"


def test_the_blank_form_names_nobody_and_is_not_told(app, day_dialog, tmp_path):
    choose(day_dialog.kind, Kind.BLANK)
    assert "both times" in day_dialog.sheet.toPlainText()
    assert "李娜" not in day_dialog.sheet.toPlainText()
    day_dialog.print_on(printer(tmp_path / "blank.pdf"))
    assert "report_printed" not in desks.actions(app)


def test_the_commands_open_them(window, parts, case, monkeypatch):
    opened = []
    monkeypatch.setattr(ReportDialog, "exec", lambda self: opened.append("report"))
    monkeypatch.setattr(DayPapersDialog, "exec", lambda self: opened.append("day"))
    assert not window.commands.report.isEnabled()
    window.commands.day_papers.trigger()
    parts.session.open_case(case.case_id)
    window.commands.report.trigger()
    assert opened == ["day", "report"]


def test_every_field_has_a_name(dialog, day_dialog):
    assert nameless(dialog()) == []
    assert nameless(day_dialog) == []


def test_words_from_outside_are_no_markup(qapp):
    from meddx_desktop.core.reports import clinical

    patient = Patient("<b>1</b>", PersonName("<script>x</script>"))
    report = made_reports.report(patient=patient, note="<img src='file:///etc/passwd'>\u202egp")
    page = paper_html.page(clinical.compose(report, paper_words("en")))
    assert "<script" not in page and "file:///etc/passwd'>" not in page
    assert html.escape("<b>1</b>") in page
    assert "\u202e" not in page


def test_pictures_and_pictograms_lie_in_the_page(qapp):
    from meddx_desktop.core.reports import clinical, slip

    film = made_reports.film(made_reports.finding(), picture=made_reports.picture("pneumonia"))
    report = made_reports.report(films=(film,))
    words = paper_words("en")
    assert len(re.findall('src="data:image/png;base64,', paper_html.page(
        clinical.compose(report, words)))) == 1  # fmt: skip
    assert paper_html.page(slip.compose(report, words)).count('src="data:image/png') >= 5


def test_at_large_text_it_is_no_wider_than_a_laptop(dialog, qapp):
    theme.apply(qapp, appearance="dark", text_scale=200, family=fonts.load())
    made = dialog()
    assert made.layout().minimumSize().width() <= 1000, "the row of choices breaks"
