"""Protects: the assessment of the open case stands with every line, its reason and its source."""

import re

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from meddx_desktop.core.domain.assessment import AlertKind
from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import assessment, assessment_site, cases, criticals, review
from meddx_desktop.gui import fonts, theme
from meddx_desktop.gui.assessment_panel.confirm_other import ConfirmOther
from meddx_desktop.gui.assessment_panel.fold import Fold
from meddx_desktop.gui.assessment_panel.pages_bar import CASE, FILM
from meddx_desktop.gui.assessment_panel.panel import AssessmentPanel
from tests import desks


@pytest.fixture
def panel(parts, qtbot):
    made = AssessmentPanel(parts.session)
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    return made


def words(widget):
    shown = (one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))
    return " | ".join(label.text() for label in shown)


def card(panel, key):
    return next(one for one in panel.case_side.page.cards if one.one.key == key)


def test_alerts_stand_above_conditions_and_lines_behind_a_click(panel, parts, child, settle):
    parts.session.open_case(child)
    settle(panel)
    page = panel.case_side.page
    assert panel.pages.page == CASE
    shown = words(page)
    assert shown.index("Danger sign: ") < shown.index("To do: ") < shown.index("Pneumonia (child)")
    assert "Clinic, first visit" in page.site_words.text()
    first = card(panel, "pneumonia_child")
    assert not first.is_open and "Crackles" not in words(first)
    first.head.pressed.emit()
    told = words(first)
    for part in (
        "prior 19 % (11 to 31 %)",
        "opened 2026-11-22",
        "Fits a published definition",
        "× 1.2 (",
        "No published ratio was read",
        "Supports, not weighed",
        "“crackles”",
        "not opened, unverified",
    ):
        assert part in told, part
    assert "not opened; not opened" not in told, "said once"


def test_a_fold_stays_open_when_the_answer_comes_anew(panel, parts, child, settle):
    parts.session.open_case(child)
    settle(panel)
    card(panel, "pneumonia_child").turn()
    parts.session.write_note("Cough, crackles. Drowsy.")
    settle(panel)
    assert card(panel, "pneumonia_child").is_open


def test_what_is_shown_follows_what_is_written(panel, parts, child, settle):
    parts.session.open_case(child)
    settle(panel)
    parts.session.write_note("Well today.")
    assert not panel.case_side.page.renewing.isHidden()
    parts.session.write_vitals(Vitals())
    settle(panel)
    assert "hyponatraemia" in {one.one.key for one in panel.case_side.page.cards}
    assert "pneumonia_child" not in {one.one.key for one in panel.case_side.page.cards}
    parts.session.write_labs(())
    settle(panel)
    assert "Not enough to say" in words(panel)
    assert "That excludes none of them." in words(panel)


def test_an_answer_about_another_patient_is_dropped(panel, parts, child, settle, monkeypatch):
    other = cases.create(parts.app).case_id
    parts.session.open_case(child)
    seen = []
    panel.case_side.reader.read.connect(lambda found: seen.append(found.assessment))
    panel.case_side.reader._ask()
    parts.session.open_case(other)
    assert panel.case_side.page.cards == []
    settle(panel)
    assert [one.not_enough for one in seen] == [True]
    assert parts.session.case_id == other


def test_others_and_what_can_not_be_are_within_reach(panel, parts, child, settle, qtbot):
    parts.session.open_case(child)
    settle(panel)
    folds = {one.words.split(":")[0]: one for one in panel.case_side.page.findChildren(Fold)}
    qtbot.mouseClick(folds["Little for these"]._head, Qt.MouseButton.LeftButton)
    qtbot.keyClick(folds["Not for this patient"].button, Qt.Key.Key_Space)
    shown = words(panel)
    assert "never the same as excluded" in shown
    assert "Pneumonia (adult): Not at this age" in shown


def test_confirmed_says_who_and_tells_the_seam_and_is_taken_back(panel, parts, child, settle):
    parts.session.open_case(child)
    settle(panel)
    heard = []
    panel.confirmed.connect(lambda key: heard.append(("confirmed", key)))
    panel.unconfirmed.connect(lambda key: heard.append(("unconfirmed", key)))
    card(panel, "pneumonia_child").turn()
    card(panel, "pneumonia_child").confirm.click()
    assert "Confirmed by Dr Lin" in words(card(panel, "pneumonia_child"))
    (word,) = parts.session.case.confirmed
    assert word.standing == "strong"
    card(panel, "pneumonia_child").confirm.click()
    assert parts.session.case.confirmed == ()
    assert heard == [("confirmed", "pneumonia_child"), ("unconfirmed", "pneumonia_child")]
    card(panel, "pneumonia_child").confirm.click()
    parts.session.write_note("")
    parts.session.write_vitals(Vitals())
    settle(panel)
    assert "Pneumonia (child): confirmed by Dr Lin" in words(panel)


def test_what_the_program_says_nothing_of_is_confirmed_all_the_same(panel, parts, child, settle):
    parts.session.open_case(child)
    settle(panel)
    fold = panel.case_side.page.findChildren(Fold)[-1]
    fold.button.setChecked(True)
    other = fold.findChild(ConfirmOther)
    assert not other.confirm.isEnabled()
    assert other.box.findData("pneumonia_child") < 0, "that one has its own card"
    other.box.setCurrentIndex(other.box.findData("gout"))
    other.confirm.click()
    (word,) = parts.session.case.confirmed
    assert (word.condition, word.standing) == ("gout", "")
    assert "Gout: confirmed by Dr Lin" in words(panel)


def test_who_does_not_decide_can_not_confirm(panel, parts, child, settle):
    parts.app.access.leave()
    desks.enter(parts.app, Role.SCREENING_OFFICER)
    parts.session.open_case(child)
    settle(panel)
    card(panel, "pneumonia_child").turn()
    assert not card(panel, "pneumonia_child").confirm.isEnabled()


def test_a_broken_file_is_named_and_the_rest_of_the_panel_stands(
    panel, parts, child, settle, monkeypatch
):
    def broken(*_told):
        raise MedDxError("knowledge_invalid", file="gout.toml", why="lr", entry="x")

    monkeypatch.setattr(assessment, "assess_case", broken)
    parts.session.open_case(child)
    settle(panel)
    assert "No assessment" in words(panel)
    assert "gout.toml" in words(panel)
    assert panel.case_foot.isVisible()


def test_the_site_s_word_is_shown_and_works_at_once(panel, parts, child, settle):
    parts.session.open_case(child)
    settle(panel)
    assessment_site.choose_place(parts.app, "rural")
    assessment_site.choose_tests(parts.app, ["ecg"])
    assessment_site.set_prior(parts.app, "pneumonia_child", 0.5)
    panel.case_side.reader.again()
    settle(panel)
    said = panel.case_side.page.site_words.text()  # with or without the forms of plurals
    assert re.fullmatch(r"Rural site · 1 test(\(s\))? here · 1 own prior(\(s\))?", said)
    card(panel, "pneumonia_child").turn()
    assert "Rural site; prior 50 %, entered here by Dr Lin" in words(panel)


def test_a_film_alone_is_read_as_a_film_and_the_choice_by_hand_stays(
    panel, parts, film, wait_done, settle
):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    settle(panel)
    assert panel.pages.page == FILM
    parts.session.write_note("Cough.")
    assert panel.pages.page == CASE
    panel.pages.buttons[FILM].click()
    parts.session.write_note("Cough and fever.")
    settle(panel)
    assert panel.pages.page == FILM
    assert panel._scroll.isVisible()


def test_danger_signs_are_told_on_the_film_s_page_and_on_the_rail(panel, parts, child, settle):
    parts.session.open_case(child)
    settle(panel)
    kinds = [kind for kind, _ in panel.case_side.alerts]
    assert kinds == [AlertKind.RED_FLAG, AlertKind.ACTION]
    panel.show_page(FILM)
    assert "Danger sign" in words(panel.pages) and "To do" in words(panel.pages)
    panel.set_folded(True)
    tips = [one.toolTip() for one in panel._rail.findChildren(QToolButton)]
    assert any("Danger sign" in tip for tip in tips)


def test_every_line_is_pressed_by_mouse_and_keyboard(panel, parts, child, settle, qtbot):
    parts.session.open_case(child)
    settle(panel)
    first = card(panel, "pneumonia_child")
    qtbot.mouseClick(first.head, Qt.MouseButton.LeftButton)
    assert first.is_open
    heard = []
    panel.place_wanted.connect(heard.append)
    row = first.rows[0]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter):
        qtbot.keyClick(row, key)
    places = row.line.places
    assert heard == [places[turn % len(places)] for turn in range(3)]
    assert row.focusPolicy() is Qt.FocusPolicy.TabFocus and row.accessibleName()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_large_text_is_broken_and_never_cut(parts, child, settle, qtbot, language):
    QLocale.setDefault(QLocale(language))
    theme.apply(QApplication.instance(), appearance="dark", text_scale=200, family=fonts.load())
    panel = AssessmentPanel(parts.session)
    qtbot.addWidget(panel)
    panel.resize(theme.unit(30), 900)
    panel.show()
    parts.session.open_case(child)
    settle(panel)
    for one in panel.case_side.page.cards:
        one.turn()
    for fold in panel.case_side.page.findChildren(Fold):
        fold.button.setChecked(True)
    room = panel._case_scroll.viewport().width()
    assert panel.case_side.page.minimumSizeHint().width() <= room


def test_on_a_small_screen_a_danger_sign_is_seen_first(parts, child, settle, qtbot):
    """At 200 % on a laptop: neither a signature nor a second scrolling line pushes it away."""
    theme.apply(QApplication.instance(), appearance="dark", text_scale=200, family=fonts.load())
    panel = AssessmentPanel(parts.session)
    qtbot.addWidget(panel)
    panel.resize(theme.unit(36), 540)
    panel.show()
    parts.session.open_case(child)
    parts.session.do(review.sign)
    parts.session.do(review.reopen, "a film was missing")
    parts.session.do(criticals.raise_critical, "K 6.8 mmol/L")
    settle(panel)
    qtbot.wait(50)
    card, record = panel.case_side.page.alerts[0], panel.case_side.page._done
    assert card.alert.kind is AlertKind.RED_FLAG
    head = card.findChildren(QLabel)[1]
    assert head.visibleRegion().boundingRect().height() >= head.fontMetrics().height()
    assert record is not None and record.y() > panel.case_side.page._above.y()


def test_the_same_in_chinese(panel, parts, child, settle):
    QLocale.setDefault(QLocale("zh_CN"))
    parts.session.open_case(child)
    settle(panel)
    assert card(panel, "pneumonia_child").title == "儿童肺炎"
