"""Protects: the page of the site's numbers shows what was counted, opens cases, lets counts out."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from PySide6.QtCore import QSize, Qt

from meddx_desktop.core.domain.follow_up import FollowUpKind, FollowUpStep
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.domain.site_numbers import (
    Median,
    SiteNumbers,
    Tally,
    UserNumbers,
    Week,
    WeekNumbers,
)
from meddx_desktop.core.operations import aggregate, cases, follow_ups, open_application
from meddx_desktop.core.operations.aggregate import Budget
from meddx_desktop.core.reports.site_forecast import forecast
from meddx_desktop.core.settings import Settings
from meddx_desktop.gui.dialogs.site_chart import WeekChart, tick_step
from meddx_desktop.gui.dialogs.site_export import ExportPage
from meddx_desktop.gui.dialogs.site_numbers import SiteNumbersDialog
from meddx_desktop.gui.dialogs.site_weeks import UsersPage, WeeksPage
from tests import desks

NOW = Week(2026, 12)
COUNTS = (5, 10, 12, 9, 11, 3)
TALLY = Tally(
    films=20, waiting=1, unscored=3, positive=4, not_sure=2, below=10,
    reasons=(("rotated", 2), ("age_missing", 1)), confirmed=2, rejected=1, cases=18, signed=15,
    to_answer=Median(45.0, 19), to_signature=Median(3 * 3600.0, 15),
)  # fmt: skip


def numbers(**more):
    weeks = tuple(
        WeekNumbers(NOW.after(place - len(COUNTS) + 1), replace(TALLY, films=count))
        for place, count in enumerate(COUNTS)
    )
    more.setdefault("forecast", forecast(COUNTS[1:-1], NOW))
    return SiteNumbers(date(2026, 3, 18), weeks, TALLY, full_weeks=4, **more)


@pytest.fixture
def app(tmp_path):
    made = open_application(
        models=tmp_path, settings=Settings(), threads=1, store=tmp_path / "store"
    )
    yield made
    made.access.close()


@pytest.fixture
def dialog(app, qtbot):
    """The dialog of a role, once it has counted."""

    def make(role=Role.CLINICIAN):
        if not app.access.is_open:
            desks.enter(app, role)
        made = SiteNumbersDialog(app)
        qtbot.addWidget(made)
        qtbot.waitUntil(lambda: not made.work.busy)
        return made

    return make


def cells(tree, row):
    return [tree.topLevelItem(row).text(place) for place in range(tree.columnCount())]


def test_the_sum_stands_first_then_the_newest_week(qtbot):
    page = WeeksPage()
    qtbot.addWidget(page)
    page.show_numbers(numbers())
    assert cells(page.list, 0) == [
        "All weeks", "20", "16", "4", "2", "10", "3", "1", "2", "1", "15 of 18", "45 s", "3.0 h",
    ]  # fmt: skip
    assert [cells(page.list, row)[0] for row in (1, 6)] == ["2026-W12", "2026-W07"]
    assert page.reasons.text() == "Films without a score: Turned: 2, No age: 1"
    assert "Does not rule out disease." in page.hint.text()
    assert page.empty.isHidden() and not page.full.isHidden()


def test_the_forecast_is_said_with_its_interval_or_why_there_is_none(qtbot):
    page = WeeksPage()
    qtbot.addWidget(page)
    told = numbers()
    page.show_numbers(told)
    low, high = round(told.forecast.low), round(told.forecast.high)
    assert f"between {low} and {high}" in page.forecast.text()
    page.show_numbers(replace(told, forecast=None, full_weeks=2))
    assert page.forecast.text().startswith("Not enough weeks for a forecast: 2 of 4")
    page.show_numbers(replace(told, forecast=None, full_weeks=9))
    assert page.forecast.text() == "No forecast: no film came in the last full weeks."


def test_what_waits_for_an_own_reading_and_what_is_shown_of_a_demonstration_is_said(qtbot):
    page = WeeksPage()
    qtbot.addWidget(page)
    page.show_numbers(replace(numbers(), total=replace(TALLY, unread=3), demonstration=True))
    assert page.hint.text().startswith("Counted from demonstration cases. 3 screened film")


def test_without_a_case_the_page_says_what_will_be_here(qtbot):
    page, users = WeeksPage(), UsersPage()
    nothing = SiteNumbers(date(2026, 3, 18), (), Tally())
    for one in (page, users):
        qtbot.addWidget(one)
        one.show_numbers(nothing)
    assert not page.empty.isHidden() and page.full.isHidden()
    assert not users.empty.isHidden() and users.list.isHidden()


def test_the_owner_sees_a_line_for_each_user(qtbot):
    page = UsersPage()
    qtbot.addWidget(page)
    page.show_numbers(numbers(users=(UserNumbers("Nurse Zhao", 40, 0, 0),)))
    assert cells(page.list, 0) == ["Nurse Zhao", "40", "0", "0"]


@pytest.mark.parametrize(("role", "tabs"), [(Role.OWNER, 4), (Role.CLINICIAN, 3)])
def test_only_the_owner_has_the_page_of_users(dialog, role, tabs):
    made = dialog(role)
    names = [made.tabs.tabText(place) for place in range(made.tabs.count())]
    assert len(names) == tabs
    assert ("Users" in names) is (role is Role.OWNER)


def _bars(made, tone):
    """How many pixels of the picture have a colour."""
    from meddx_desktop.gui import theme

    wanted = theme.tone(tone).rgb()
    return sum(
        made.pixel(x, y) == wanted for x in range(0, made.width(), 2) for y in range(made.height())
    )


def test_the_chart_draws_films_scores_and_what_may_come(qtbot):
    chart = WeekChart()
    qtbot.addWidget(chart)
    chart.resize(QSize(700, 260))
    empty = _bars(chart.grab().toImage(), "accent")
    chart.show_numbers(numbers().weeks, numbers().forecast)
    drawn = chart.grab().toImage()
    assert _bars(drawn, "accent") > empty + 100
    assert _bars(drawn, "warning") > 20, "the interval is drawn"
    chart.show_numbers(numbers().weeks, None)
    assert _bars(chart.grab().toImage(), "warning") == 0
    assert chart.accessibleDescription() == "50 films in 6 weeks"


@pytest.mark.parametrize("most", [0, 1, 7, 49, 63, 420, 99_999])
def test_the_scale_has_a_few_round_steps(most):
    assert most / tick_step(most) <= 5


def budget(spent="0"):
    return Budget(aggregate.YEARLY, Fraction(spent), Fraction(spent), 0)


def test_the_slider_says_in_words_what_it_costs_and_how_exact_it_is(qtbot):
    page = ExportPage(Role.CLINICIAN)
    qtbot.addWidget(page)
    page.show_budget(budget("3/2"))
    said = []
    for place, epsilon in enumerate(aggregate.EPSILONS):
        page.slider.setValue(place)
        said.append(page.meaning.text())
        assert f"counts under {aggregate.quality(epsilon).shown_from} are" in said[-1]
        assert page.wish.epsilon == epsilon
        assert page.save.isEnabled() is (epsilon <= Fraction(1, 2))
    assert len(set(said)) == 3
    assert "has left (0.5)" in page.why.text()
    assert page.bar.value() == 75


def test_who_may_not_export_is_told_who_may(qtbot):
    page = ExportPage(Role.SCREENING_OFFICER)
    qtbot.addWidget(page)
    page.show_budget(budget())
    assert not page.save.isEnabled()
    assert page.why.text() == "Only: Owner, Clinician"


def test_saved_counts_are_a_file_and_the_budget_goes_down(dialog, tmp_path, qtbot):
    made = dialog()
    target = tmp_path / "counts.csv"
    made.export.slider.setValue(2)
    made.save(target, made.export.wish)
    qtbot.waitUntil(lambda: made.written is not None and not made.work.busy)
    text = target.read_text("utf-8-sig")
    assert text.startswith("week,finding,age_band,sex,count")
    assert "Every count carries random noise" in text
    assert made.export.bar.value() == 50
    assert made.work._text.text() == "Saved: counts.csv"
    made.tabs.setCurrentIndex(0)
    made.tabs.setCurrentIndex(1)
    assert made.work._text.text() == "", "said of one page it would be read of another"


def test_a_folder_that_is_gone_is_told(dialog, tmp_path, qtbot):
    made = dialog()
    made.save(tmp_path / "gone" / "counts.csv", made.export.wish)
    qtbot.waitUntil(lambda: not made.work.busy)
    assert made.written is None
    assert "folder" in made.work._text.text()


def test_a_follow_up_opens_its_case_and_is_closed_here(app, dialog, qtbot):
    desks.enter(app)
    case = cases.create(app, Patient("17", PersonName("Li^Na")))
    day = follow_ups.today() + timedelta(days=3)
    follow_ups.begin(app, case.case_id, FollowUpKind.FILM, day=day, words="PA")
    made = dialog()
    patient, what, when, state = cells(made.due.list, 0)
    assert (what, when) == ("Chest film: PA", day.isoformat())
    assert state.startswith("in 3 day")
    assert patient.startswith("Li Na")
    assert made.tabs.tabText(made._due_tab) == "Follow-ups due (1)"
    step = made.due.step_dialog(made.due.chosen, FollowUpStep.MOVED)
    qtbot.addWidget(step)
    step.accept()
    assert step.problem.text().startswith("Write why"), "a reason is asked for"
    step.words.setText("away")
    step.accept()
    assert step.case.follow_up_words[-1].step is FollowUpStep.MOVED
    done = made.due.step_dialog(made.due.chosen, FollowUpStep.DONE)
    qtbot.addWidget(done)
    done.accept()
    with qtbot.waitSignal(made.case_changed):
        made.due.changed.emit(done.case)
    qtbot.waitUntil(lambda: not made.work.busy)
    assert made.due.chosen is None
    assert not made.due.empty.isHidden()


def test_a_double_click_asks_for_the_case(app, dialog, qtbot):
    desks.enter(app)
    case = cases.create(app, Patient("17"))
    follow_ups.begin(app, case.case_id, FollowUpKind.VISIT, day=follow_ups.today())
    made = dialog()
    with qtbot.waitSignal(made.case_wanted) as asked:
        made.due.list.itemActivated.emit(made.due.list.topLevelItem(0), 0)
    assert asked.args == [case.case_id]
    assert made.result() == made.DialogCode.Accepted


def test_a_lock_while_counting_is_a_sentence(app, qtbot):
    desks.enter(app)
    made = SiteNumbersDialog(app)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: not made.work.busy)
    app.access.leave()
    made.reload()
    qtbot.waitUntil(lambda: not made.work.busy)
    assert made.work._text.text()
    assert made.work._text.property("tone") == "danger"


def test_every_part_has_a_name_for_who_hears_the_window(dialog):
    made = dialog(Role.OWNER)
    for part in (made.weeks.list, made.weeks.chart, made.users.list, made.due.list,
                 made.export.slider, made.export.bar):  # fmt: skip
        assert part.accessibleName()
    assert made.weeks.list.headerItem().textAlignment(1) & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize("wide", [320, 2400])
def test_no_column_is_narrower_than_what_stands_in_it(qtbot, wide):
    """Where there is no room the table scrolls; where there is some, the first column takes it."""
    page = WeeksPage()
    qtbot.addWidget(page)
    page.show_numbers(numbers())
    page.resize(wide, 700)
    page.show()
    tree = page.list
    qtbot.waitUntil(lambda: tree.viewport().width() > wide * 0.8)
    for column in range(tree.columnCount()):
        assert tree.columnWidth(column) >= tree.sizeHintForColumn(column)
    whole = sum(tree.columnWidth(column) for column in range(tree.columnCount()))
    assert (whole > tree.viewport().width()) is (wide == 320)
