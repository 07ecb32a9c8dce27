"""Protects: a clinic checks a model in the window, and nothing is hidden from it."""

import csv
import io
import shutil

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLabel

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import sign_in, site_thresholds
from meddx_desktop.core.operations.site_thresholds import State
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.gui.widgets.plot_curves import RocPlot
from tests import desks
from tests.data.labelled import write_cohort
from tests.gui.dialogs.check_model.page import LEFT_OUT, ROC, table, words


def test_the_answer_has_every_figure_with_interval_and_count(answered):
    rows = {row[0]: row[1:] for row in table(answered.answer.figures.table)}
    assert rows["Area below the ROC curve (AUC)"][0].startswith("0.9")
    assert rows["At the model's threshold, 50.0"] == ["", "", ""]
    assert rows["Sensitivity (recall)"] == ["97.5 %", "86.8 – 99.9 %", "39/40"]
    assert rows["Specificity"][2] == "32/32"
    assert rows["PPV (precision)"][0] == "100.0 %"
    assert rows["NPV"][2] == "32/33"
    assert rows["F1"][0] == "98.7 %"
    matrix = answered.answer.figures.matrix
    names = {label.accessibleName() for label in matrix.findChildren(QLabel)}
    assert {"Found, With the finding: 39", "Not found, With the finding: 1"} <= names
    assert "72" in words(answered.answer)
    assert "Every film of the label file" in words(answered.answer.left_out)


def test_refused_films_are_counted_and_listed_with_their_reason(opened, idle, tmp_path):
    folder, labels = write_cohort(tmp_path, positives=4, negatives=4)
    shutil.copy(RESOURCES / "demo/3-adult.dcm", folder / "adult.dcm")
    labels.write_text(f"{labels.read_text()}\nadult.dcm,A,1\ngone.png,B,0")
    dialog = opened()
    dialog.receive([folder, labels])
    dialog.setup.age.setText("3y")
    dialog.setup.view.setCurrentIndex(dialog.setup.view.findData("AP"))
    idle(dialog)
    dialog.begin.click()
    idle(dialog)
    assert dialog.answer.tabs.tabText(LEFT_OUT) == "Left out (2)"
    (adult, gone) = table(dialog.answer.left_out)
    assert adult[:2] == ["adult.dcm", "with"]
    assert "age" in adult[2].lower()
    assert gone == ["gone.png", "–", "It is not in the folder."]


def test_the_marker_moves_by_key_and_mouse_and_tells_where_it_is(answered, qtbot):
    page = answered.answer
    page.tabs.setCurrentIndex(ROC)
    roc: RocPlot = page.roc
    first = page.readout.text()
    assert "Marker at" in first and "39/40" in first
    qtbot.keyClick(roc, Qt.Key.Key_Home)
    assert roc.marked.sensitivity == 0.0
    assert "above all scores" in page.readout.text()
    qtbot.keyClick(roc, Qt.Key.Key_Right)
    assert 0 < roc.marked.sensitivity < 1
    qtbot.keyClick(roc, Qt.Key.Key_End)
    assert roc.marked.sensitivity == 1.0
    assert roc.accessibleDescription() == page.readout.text()
    qtbot.mouseClick(
        roc, Qt.MouseButton.LeftButton, pos=QPoint(roc.width() // 3, roc.height() // 8)
    )
    assert roc.marked.sensitivity < 1.0 or roc.marked.specificity > 0.0


def test_figures_and_plots_are_saved_with_a_warning_and_an_entry(
    answered, shop, sure, monkeypatch, tmp_path
):
    from meddx_desktop.gui.dialogs.check_model_save import SaveButton

    buttons = answered.answer.findChildren(SaveButton)
    buttons.sort(key=lambda button: button.text())
    assert [button.text() for button in buttons] == [
        "Save as CSV…",
        "Save as PNG…",
        "Save as PNG…",
    ]
    for number, button in enumerate(buttons):
        target = tmp_path / f"out{number}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, t=target: (str(t), ""))
        button.click()
    assert "not encrypted" in sure[0]
    content = (tmp_path / "out0.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "a spreadsheet reads Chinese by this mark"
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert ["Sensitivity (recall)", "97.5 %", "86.8 – 99.9 %", "39/40"] in rows
    assert not any("000.png" in cell for row in rows for cell in row)
    for number in (1, 2):
        picture = QImage(str(tmp_path / f"out{number}.png"))
        assert picture.width() == picture.height() > 1000
        assert picture.pixelColor(2, 2).name() == "#ffffff"
    assert desks.actions(shop).count("check_exported") == 3
    assert "Written to" in words(answered.work)


def test_who_may_not_export_reads_who_may(shop, opened, cohort, idle):
    from meddx_desktop.gui.dialogs.check_model_save import SaveButton

    sign_in.lock(shop)
    desks.enter(shop, Role.SCREENING_OFFICER)
    dialog = opened()
    dialog.receive([*cohort])
    dialog.setup.age.setText("3y")
    dialog.setup.view.setCurrentIndex(dialog.setup.view.findData("AP"))
    idle(dialog)
    dialog.begin.click()
    idle(dialog)
    for button in dialog.answer.findChildren(SaveButton):
        assert not button.isEnabled()
        assert button.toolTip() == "Only: Owner, Clinician"
    assert not dialog.answer.threshold.keep.isEnabled()
    assert dialog.answer.threshold.keep.toolTip() == "Only: Owner"


def test_the_owner_chooses_what_the_films_prove(answered, shop):
    tab = answered.answer.threshold
    assert "that does not prove 95 %" in tab.verdict.text()
    assert not tab.keep.isEnabled()
    tab.wanted.setValue(80.0)
    assert "38/40" in tab.proposal.text()
    assert "prove it" in tab.verdict.text()
    tab.keep.click()
    assert "a clinician signs in" in tab.outcome.text()
    assert not tab.keep.isEnabled()
    (kept,) = site_thresholds.listed(shop)
    assert (kept.state, kept.target, kept.days) == (State.WAITING, 0.8, 365)
    tab.wanted.setValue(85.0)
    tab.own.setChecked(True)
    assert "39/40" in tab.proposal.text(), "the model's own threshold"
    tab.days.setValue(30)
    tab.keep.click()
    (kept,) = site_thresholds.listed(shop)
    assert (kept.threshold, kept.days) == (0.5, 30)


def test_too_few_films_are_refused_with_the_cores_reason(opened, idle, tmp_path):
    films = write_cohort(tmp_path, positives=29, negatives=30)
    dialog = opened()
    dialog.receive([*films])
    dialog.setup.age.setText("3y")
    dialog.setup.view.setCurrentIndex(dialog.setup.view.findData("AP"))
    idle(dialog)
    dialog.begin.click()
    idle(dialog)
    assert "it takes 30 of each" in dialog.answer.threshold.verdict.text()
    assert not dialog.answer.threshold.keep.isEnabled()


def test_a_threshold_in_force_stands_first(shop, answered, idle):
    tab = answered.answer.threshold
    tab.wanted.setValue(80.0)
    tab.keep.click()
    sign_in.lock(shop)
    desks.enter(shop, Role.CLINICIAN)
    (kept,) = site_thresholds.listed(shop)
    site_thresholds.confirm(shop, kept)
    answered.back.click()
    assert answered.answer is None
    answered.begin.click()
    idle(answered)
    names = [row[0] for row in table(answered.answer.figures.table)]
    assert [name for name in names if name.startswith("At ")] == [
        f"At this site's threshold, {kept.threshold * 100:.1f}",
        "At the model's threshold, 50.0",
    ]


def test_everything_has_a_name(answered):
    from tests.gui.test_accessible import nameless

    assert nameless(answered) == []
    for place in range(answered.answer.tabs.count()):
        answered.answer.tabs.setCurrentIndex(place)
        assert nameless(answered) == []
