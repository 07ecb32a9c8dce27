"""Protects: the chart draws every value in its own unit, marks limits, and leaves by the door."""

import pytest
from PySide6.QtCore import Qt

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import NotPermitted
from meddx_desktop.core.operations import labs_paper
from meddx_desktop.gui.dialogs.labs_compare import CompareDaysDialog
from meddx_desktop.gui.dialogs.labs_print import PrintDialog, Sheet
from meddx_desktop.gui.dialogs.labs_trend import TrendDialog
from meddx_desktop.gui.labs_tab import comparison, trend_scale
from meddx_desktop.gui.labs_tab.trend_chart import TrendChart
from meddx_desktop.gui.labs_tab.trend_scale import Span
from meddx_desktop.gui.labs_tab.trend_series import series_of
from tests import desks
from tests.gui.labs_tab.conftest import row_of


@pytest.fixture
def chart(opened, qtbot):
    made = TrendChart()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    rows = [row_of(opened, name) for name in ("crp", "potassium")]
    made.show_series("x", series_of(rows))
    return made


def test_each_test_has_its_own_chart_and_all_its_points(chart):
    crp, potassium = chart.series
    assert (crp.unit, potassium.unit) == ("mg/L", "mmol/L")
    assert len(crp.points) == len(potassium.points) == 4


def test_a_value_below_a_limit_is_no_number(chart):
    assert [point.limit for point in chart.series[0].points] == [-1, 0, 0, 0]


def test_the_arrow_keys_read_every_value(chart, qtbot):
    heard = []
    chart.pointed.connect(heard.append)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert "Potassium 6.8 mmol/L (Critical high), 2024-03-01 06:30" in heard[-1]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert "5.2" in heard[-1]


def test_zoom_and_move_never_leave_the_results(chart, qtbot):
    whole = chart.days
    for _ in range(5):
        qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.days.length < whole.length
    for _ in range(40):
        qtbot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert chart.days.high <= whole.high + 1
    qtbot.keyClick(chart, Qt.Key.Key_0)
    assert chart.days == whole


def test_scales_are_round_and_inside():
    assert trend_scale.ticks(Span(3.4, 7.1), 5) == [4, 5, 6, 7]
    assert trend_scale.around([5.0]).low < 5.0 < trend_scale.around([5.0]).high
    ticks, has_hours = trend_scale.time_ticks(Span(0, 60 * 86400), 6)
    assert 2 <= len(ticks) <= 7
    assert not has_hours


def test_the_picture_names_the_patient_and_is_told_to_the_trail(app, opened, parts, tmp_path):
    rows = opened.results.model.rows
    dialog = TrendDialog(parts.session, rows, [row_of(opened, "potassium")])
    assert len(dialog.picked) == 1
    dialog.write(tmp_path / "course.png")
    assert (tmp_path / "course.png").read_bytes().startswith(b"\x89PNG")
    assert "labs_exported" in desks.actions(app)
    with_name, without = dialog.png(), dialog.chart.picture()
    assert len(with_name) > 1000
    assert not without.isNull()
    dialog.close()


def test_an_officer_may_not_export_a_picture(app, case_id, tmp_path):
    app.access.close()
    desks.enter(app, role=Role.SCREENING_OFFICER)
    with pytest.raises(NotPermitted):
        labs_paper.save_picture(app, case_id, tmp_path / "x.png", b"x")
    assert not (tmp_path / "x.png").exists()


def test_two_days_stand_side_by_side_with_the_difference(opened, qtbot):
    rows = opened.results.model.rows
    days = comparison.days(rows)
    assert days[:2] == ["2024-03-01", "2024-02-28"]
    pairs = {one.name: one for one in comparison.pairs(rows, days[1], days[0])}
    assert pairs["Potassium"].difference == "+1.6 (+31 %)"
    first = {one.name: one for one in comparison.pairs(rows, "2024-01-08", days[0])}
    assert first["C-reactive protein"].difference == ""
    dialog = CompareDaysDialog("x", rows)
    qtbot.addWidget(dialog)
    assert dialog.model.rowCount() == len(pairs)


def test_the_printed_sheet_says_what_is_missing_from_it(opened, parts, qtbot):
    page = opened.results
    html = Sheet().html(parts.session, page.model.groups, 2, page.narrowed)
    for words in ("Li Xiaoyu", "P-2207", "Not reviewed by a clinician.", "not shown", "Critical"):
        assert words in html
    assert "does not mean normal" in html
    dialog = PrintDialog(parts.session, page.model.groups, 2, page.narrowed)
    qtbot.addWidget(dialog)
    assert dialog.go.isEnabled()


def test_printing_is_told_to_the_trail(app, case_id):
    labs_paper.tell_printed(app, case_id)
    assert desks.actions(app)[-1] == "labs_printed"
