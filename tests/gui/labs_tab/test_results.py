"""Protects: what the table shows, hides, asks and copies; nothing grave is folded away."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.lab_record import TYPED
from meddx_desktop.core.domain.laboratory import Interpretation
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, critical_lines, labs, review
from meddx_desktop.gui.labs_tab import flag_marks
from meddx_desktop.gui.labs_tab.board import UNIT, WHICH
from meddx_desktop.gui.labs_tab.cells import Column, cell, tip
from meddx_desktop.gui.labs_tab.model import READ
from meddx_desktop.gui.labs_tab.results_model import Narrowing
from meddx_desktop.gui.labs_tab.why_panel import LEAVE_OUT
from tests import desks
from tests.gui.labs_tab import reports
from tests.gui.labs_tab.conftest import LI, row_of


def shown_rows(tab):
    return [row for _, rows in tab.results.model.groups for row in rows]


def settled(tab, qtbot):
    qtbot.waitUntil(lambda: tab.reader.is_settled, timeout=20000)


def test_panels_and_their_newest_results_are_shown(opened):
    titles = [title for title, _ in opened.results.model.groups]
    assert titles[:2] == ["Blood count", "Chemistry"]
    assert opened.results.model.count < len(opened.results.model.rows)
    potassium = row_of(opened, "potassium")
    assert cell(potassium, Column.VALUE) == "6.8 mmol/L"
    assert cell(potassium, Column.FLAG) == "Critical high"
    assert cell(potassium, Column.BEFORE) == "5.2  +1.6"
    assert len(potassium.history) == 4
    assert "钾" in tip(potassium, Column.TEST)


def test_flags_have_icon_word_and_colour(opened):
    for flag in (Interpretation.LOW, Interpretation.HIGH, Interpretation.CRITICAL_LOW):
        mark = flag_marks.of_flag(flag)
        assert mark.icon and mark.word and mark.tone != "muted"


def test_the_colour_of_a_point_is_the_one_of_its_flag():
    for flag in (*Interpretation, None):
        assert flag_marks.tone_of(flag) == flag_marks.of_flag(flag).tone


def test_abnormal_only_keeps_what_asks_and_drops_what_lies_in_range(opened):
    opened.results.every.setChecked(True)
    opened.results.abnormal.setChecked(True)
    rows = shown_rows(opened)
    assert rows
    assert all(row.is_abnormal for row in rows)
    assert {WHICH, UNIT} <= {row.asks for row in rows}


def test_an_older_critical_result_is_not_folded_away(opened, parts, bring, case_id, qtbot):
    later = reports.HEAD + "生化,钾,4.2,mmol/L,3.5-5.3,,2024-03-02 06:30,最终\n"
    bring(case_id, later)
    with qtbot.waitSignal(opened.reader.read, timeout=20000):
        parts.session.refresh(case_id)
    critical = next(row for row in opened.results.model.rows if row.is_critical)
    assert not critical.is_newest
    assert critical.key in {row.key for row in shown_rows(opened)}


def test_the_filter_finds_the_name_as_sent(opened):
    opened.results.filter.setText("丙氨酸")
    assert [row.one.analyte for row in shown_rows(opened)] == ["alt"]


def test_sorting_by_flag_puts_the_gravest_first(opened):
    opened.results.model.sort(Column.FLAG, Qt.SortOrder.AscendingOrder)
    chemistry = dict(opened.results.model.groups)["Chemistry"]
    assert chemistry[0].one.analyte == "potassium"


def test_a_row_without_a_unit_asks_for_it_and_the_answer_is_kept(opened, parts, qtbot):
    row = row_of(opened, "ldh")
    assert (row.asks, cell(row, Column.FLAG)) == (UNIT, "Which unit?")
    with qtbot.waitSignal(opened.reader.read, timeout=20000):
        parts.session.do(labs.state_unit, *row.key, "U/L")
    assert row_of(opened, "ldh").asks == ""


def test_a_left_out_result_is_struck_out_and_not_judged_any_more(opened, parts, qtbot):
    row = row_of(opened, "potassium")
    with qtbot.waitSignal(opened.reader.read, timeout=20000):
        parts.session.do(labs.exclude, *row.key, "haemolysed")
    left = next(one for one in opened.results.model.rows if one.key == row.key)
    assert cell(left, Column.FLAG) == "Left out"
    assert not left.is_abnormal


def test_why_says_range_change_origin_and_what_can_be_done(opened):
    row = row_of(opened, "potassium")
    assert opened.results.view.select(row.key)
    words = opened.results.why.words
    for part in ("3.5–5.3 mmol/L: the laboratory's own", "Critical", "5.2 mmol/L", "pasted text"):
        assert part in words
    assert LEAVE_OUT in opened.results.why.buttons


def test_a_result_without_a_range_is_said_not_to_be_normal(opened):
    row = next(row for row in opened.results.model.rows if row.asks == WHICH)
    opened.results.view.select(row.key)
    assert "does not mean normal" in opened.results.why.words


def test_copy_gives_the_rows_as_text(opened):
    opened.results.view.select(row_of(opened, "potassium").key)
    opened.results.view.copy()
    text = QGuiApplication.clipboard().text()
    said = "Potassium\t6.8 mmol/L\tCritical high\t3.5–5.3\t2024-03-01 06:30\t"
    assert text.startswith(said)
    assert "Check that it is the same patient" in text, "a doubt goes with its value"
    opened.results.view.select(row_of(opened, "sodium").key)


def test_the_menu_of_a_row_offers_what_can_be_done(opened):
    row = row_of(opened, "potassium")
    opened.results.view.select(row.key)
    asked = []
    opened.results.wanted.disconnect()
    opened.results.wanted.connect(lambda what, of: asked.append((what, of.key)))
    menu = opened.results.row_menu(row)
    offers = {one.text(): one for one in menu.actions()}
    assert {"Why this flag?", "Course…", "Copy", "Leave out…"} <= set(offers)
    offers["Leave out…"].trigger()
    assert asked == [(LEAVE_OUT, row.key)]


def test_a_low_page_shows_the_table_and_the_reason_one_at_a_time(opened, qtbot):
    page = opened.results
    assert not page.panes.is_folded
    assert page.reason.isChecked()
    opened.resize(800, 300)
    qtbot.waitUntil(lambda: page.panes.is_folded)
    assert page.view.isVisible()
    assert not page.reason.isChecked()
    qtbot.mouseClick(page.reason, Qt.MouseButton.LeftButton)
    assert page.why.isVisible()
    assert not page.view.isVisible()
    opened.resize(800, 700)
    qtbot.waitUntil(page.view.isVisible)
    assert page.why.isVisible()


def test_a_narrow_table_gives_up_what_the_course_says_before_it_cuts_names(opened, qtbot):
    view = opened.results.view
    assert not view.isColumnHidden(Column.COURSE)
    opened.resize(480, 700)
    qtbot.waitUntil(lambda: view.isColumnHidden(Column.COURSE))
    assert view.isColumnHidden(Column.BEFORE)
    assert not view.isColumnHidden(Column.FLAG)


def test_lines_that_were_not_understood_are_counted(opened):
    lost = opened.results.laboratory.rejected
    assert lost
    assert str(len(lost)) in opened.results.rejected.text()
    assert opened.results.rejected.isVisibleTo(opened)


def test_another_case_shows_nothing_of_the_last_one(opened, parts):
    parts.session.open_case(cases.create(parts.app).case_id)
    assert opened.results.model.rows == []
    assert "Potassium" not in opened.results.why.words


def test_results_that_are_not_read_yet_do_not_look_like_none(tab, parts, case_id, qtbot):
    with qtbot.waitSignal(tab.reader.read, timeout=20000):
        parts.session.open_case(case_id)
        assert tab.results.is_reading
    assert not tab.results.is_reading


def test_a_typed_line_is_read_and_leads_back_to_where_it_is_typed(opened, parts, qtbot):
    with qtbot.waitSignal(opened.reader.read, timeout=20000):
        opened.typed.model.add([cases.LabRow("Mg", "0.4", "mmol/L", "2024-03-01")])
    row = next(row for row in opened.results.model.rows if row.line.source == TYPED)
    assert row.one.analyte == "magnesium"
    opened.results.wanted.emit("edit", row)
    assert opened.page_buttons[-1].isChecked()


def test_a_typed_line_that_asks_lets_choose_the_test(opened, qtbot):
    with qtbot.waitSignal(opened.reader.read, timeout=20000):
        opened.typed.model.add([cases.LabRow("pH", "7.08", "", "2024-03-01")])
    row = next(row for row in opened.results.model.rows if row.line.source == TYPED)
    assert [what for what, _ in opened.results.why.offered(row)] == ["which", "edit"]


def test_a_line_says_what_it_was_read_as_until_it_is_changed(opened, qtbot):
    grid = opened.typed.model
    with qtbot.waitSignal(opened.reader.read, timeout=20000):
        grid.add([cases.LabRow("K", "6.9", "mmol/L", "2024-03-02"), cases.LabRow("only a name")])
    read = grid.index(0, READ)
    assert read.data() == "Potassium · 6.9 mmol/L · Critical high"
    assert grid.index(1, READ).data()
    assert not grid.flags(read) & Qt.ItemFlag.ItemIsEditable
    grid.setData(grid.index(0, 1), "4.1", Qt.ItemDataRole.EditRole)
    assert not grid.index(0, READ).data()


def test_a_signed_case_offers_no_change(opened, parts, qtbot):
    opened.results.view.select(row_of(opened, "potassium").key)
    for number in range(len(parts.session.case.criticals)):
        parts.session.do(critical_lines.not_critical, number, "known")
    parts.session.do(review.sign)
    assert parts.session.case.is_signed
    settled(opened, qtbot)
    opened.results.view.select(row_of(opened, "sodium").key)
    assert opened.results.why.buttons == {}
    assert not opened.import_button.isEnabled()
    assert not opened.lock.isHidden()


@pytest.mark.parametrize(("name", "taken"), [("report.hl7", True), ("film.dcm", False)])
def test_only_files_of_results_are_taken_by_the_tab(opened, name, taken):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/tmp/{name}")])
    assert opened.sources.takes(mime) is taken


def test_an_officer_may_not_leave_a_result_out(app, opened, parts, qtbot):
    app.access.close()
    desks.enter(app, role=Role.SCREENING_OFFICER)
    parts.session.case_changed.emit()
    opened.results.view.select(row_of(opened, "sodium").key)
    assert not opened.results.why.buttons[LEAVE_OUT].isEnabled()


def test_thousands_of_rows_need_no_widget_each(app, tab, parts, bring, qtbot):
    made = cases.create(app, LI).case_id
    bring(made, reports.large(3000))
    with qtbot.waitSignal(tab.reader.read, timeout=60000):
        parts.session.open_case(made)
    tab.results.model.narrow(Narrowing(every=True))
    assert tab.results.model.count >= 2900
    view = tab.results.view
    assert len(view.viewport().findChildren(QWidget)) < 5
    group = tab.results.model.index(0, 0, QModelIndex())
    last = tab.results.model.index(tab.results.model.rowCount(group) - 1, 0, group)
    view.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert view.uniformRowHeights()
    assert not view.grab().isNull()


def test_a_rule_of_the_site_is_never_shown_by_its_old_ranges(app, opened, qtbot):
    with qtbot.waitSignal(opened.reader.read, timeout=20000) as read:
        app.settings.set("published_ranges", "china")
    assert read.args[0].sets[0] == "china"
    with qtbot.waitSignal(opened.reader.read, timeout=20000) as read:
        app.settings.set("site_altitude_m", 2300.0)
    assert read.args[0].subject.altitude_m == 2300.0
