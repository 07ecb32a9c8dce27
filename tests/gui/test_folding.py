"""Protects: folded sides come back as they were, keep their signs, and are remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from meddx_desktop.gui import fonts, theme
from meddx_desktop.gui.main_window import MainWindow


@pytest.fixture
def wide(window, laptop):
    """The window at normal text; the offscreen screen would fold it by itself."""
    laptop(window)
    return window


@pytest.fixture
def large(qapp, parts, laptop):
    """A window at 200 % text on a laptop's screen."""
    theme.apply(qapp, appearance="dark", text_scale=200, family=fonts.load())
    made = MainWindow(parts)
    laptop(made)
    yield made
    made.retire()
    made.runner.close()


def test_f9_and_f10_fold_and_unfold(wide, qtbot):
    assert not wide.folding.is_folded("worklist")
    for key, name, panel in (
        (Qt.Key.Key_F9, "worklist", wide.worklist),
        (Qt.Key.Key_F10, "assessment", wide.assessment),
    ):
        before = panel.width()
        QTest.keyClick(wide, key)
        qtbot.waitUntil(lambda panel=panel: panel.width() == theme.unit(7))
        assert wide.folding.is_folded(name) and panel.isVisible()
        QTest.keyClick(wide, key)
        qtbot.waitUntil(lambda panel=panel, before=before: panel.width() == before)


def test_what_was_folded_is_remembered(wide, parts, qtbot, laptop):
    wide.folding.toggle("assessment")
    wide.keep_place()
    again = MainWindow(parts)
    qtbot.addWidget(again)
    laptop(again)
    assert again.folding.is_folded("assessment") and not again.folding.is_folded("worklist")
    assert again.commands.assessment.isChecked() is False
    again.runner.close()


@pytest.mark.parametrize(
    "kept", ["", "AAAA/wAAAA", "[]", '{"worklist": 3}', '{"worklist": [1, 2]}']
)
def test_a_damaged_memory_gives_the_usual_widths(wide, kept):
    wide.folding.restore(kept)
    assert not wide.folding.is_folded("worklist")
    assert wide.worklist.width() >= theme.unit(24)


def test_large_text_folds_the_worklist_and_keeps_its_signs(large, parts, film, wait_done, qtbot):
    parts.intake.open_paths([film("high.dcm"), film("low.dcm", patient_id="P-2")])
    wait_done()
    assert large.folding.is_folded("worklist")
    view = large.worklist.view
    qtbot.waitUntil(lambda: view.isVisible() and large.worklist.model.rowCount() == 2)
    assert view.visualRect(large.worklist.model.index(1)).height() > 0
    first = parts.session.case.case_id
    row = next(r for r in (0, 1) if not view.selectionModel().isRowSelected(r, view.rootIndex()))
    at = view.visualRect(large.worklist.model.index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert parts.session.case.case_id != first


def test_large_text_leaves_the_film_half_of_the_height(large, parts, film, wait_done, qtbot):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    qtbot.waitUntil(lambda: large.image.viewer.height() >= 380)
    assert large.image.viewer.width() >= 720
    assert large.vitals.isHidden() and large.banner.vitals.isVisible()


def test_unfolded_vital_signs_never_push_the_window_off_the_screen(
    large, parts, film, wait_done, qtbot
):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    large.banner.vitals.click()
    qtbot.wait(50)
    assert large.vitals.isVisible()
    assert large.height() == 768


def test_the_assessment_rail_says_what_the_panel_would(wide, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    wide.folding.toggle("assessment")
    said = [b.accessibleName() for b in wide.assessment._rail.findChildren(QToolButton)]
    assert "Pneumonia: Above threshold, 90" in said
    assert any("TB not assessed" in words for words in said)
    wide.assessment._rail.findChildren(QToolButton)[1].click()
    assert not wide.folding.is_folded("assessment")


def test_searching_unfolds_the_worklist(wide):
    wide.folding.toggle("worklist")
    wide.worklist.focus_search()
    assert not wide.folding.is_folded("worklist")
