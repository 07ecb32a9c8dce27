"""Protects: a clinic checks a model in the window, and nothing is hidden from it."""

import csv
import io
import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import images, sign_in, site_thresholds
from meddx_desktop.core.operations.site_thresholds import State
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.gui.dialogs.check_model import CheckDialog
from meddx_desktop.gui.widgets.plot_curves import RocPlot
from tests import desks
from tests.data import packs
from tests.data.labelled import write_cohort, write_film

FIGURES, ROC, CALIBRATION, LEFT_OUT, THRESHOLD = range(5)


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    return write_cohort(tmp_path_factory.mktemp("c"), positives=40, negatives=32, missed=1)


@pytest.fixture
def shop(tmp_path):
    with packs.shop(tmp_path) as made:
        yield made


@pytest.fixture
def idle(qtbot):
    def wait(dialog):
        qtbot.waitUntil(lambda: not dialog.work.busy, timeout=60000)

    return wait


@pytest.fixture
def opened(shop, qtbot, idle):
    made = []

    def make(**how):
        dialog = CheckDialog(shop, **how)
        made.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        idle(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.close()


@pytest.fixture
def asked(opened, cohort, idle):
    """A dialog that knows what to look at."""
    dialog = opened()
    dialog.receive([*cohort])
    idle(dialog)
    dialog.setup.age.setText("3y")
    dialog.setup.view.setCurrentIndex(dialog.setup.view.findData("AP"))
    idle(dialog)
    return dialog


@pytest.fixture
def answered(asked, idle):
    asked.begin.click()
    idle(asked)
    assert asked.answer is not None
    return asked


@pytest.fixture
def sure(monkeypatch):
    """Every question is answered with its first button; what was asked is kept."""
    told = []

    def answer(box):
        told.append(f"{box.text()} {box.informativeText()}")
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    return told


def words(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def table(widget):
    cells = []
    for row in range(widget.rowCount()):
        items = [widget.item(row, column) for column in range(widget.columnCount())]
        cells.append([item.text() if item else "" for item in items])
    return cells


def test_a_label_file_in_the_folder_is_found_and_looked_at(opened, cohort, idle, tmp_path):
    folder = shutil.copytree(cohort[0], tmp_path / "films")
    shutil.copy(cohort[1], folder / "labels.csv")
    dialog = opened()
    assert "Choose a folder" in words(dialog.setup.look)
    assert not dialog.begin.isEnabled()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, left, none)
    dialog.dropEvent(drop)
    idle(dialog)
    assert dialog.setup.labels.text() == str(folder / "labels.csv")
    assert "40 with and 32 without" in words(dialog.setup.look)
    assert "UTF-8, columns separated by comma" in words(dialog.setup.look)
    assert "Stopped" not in words(dialog.work)
    assert dialog.begin.isEnabled() and dialog.begin.isDefault()


def test_the_first_look_names_what_is_odd(opened, idle, tmp_path):
    folder, labels = write_cohort(tmp_path, positives=3, negatives=3)
    write_film(folder / "new.png", 100)
    text = labels.read_text().replace(",", ";").replace("001.png;P1;1", "001.png;P1;?")
    labels.write_text(f"{text}\ngone.png;X;1\n000.png;P0;1")
    dialog = opened()
    dialog.receive([folder, labels])
    idle(dialog)
    said = words(dialog.setup.look)
    for part in (
        "gone.png",
        "new.png",
        "open label",
        "again what another line says",
        "separated by semicolon",
        "at least 30 patients",
    ):
        assert part in said
    assert dialog.begin.isEnabled()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file,pneumonia\n000.png,1\n001.png,1", "same label"),
        ("file pneumonia\n000.png 1", "one column only"),
        ("file,other\n000.png,1", "No column is called pneumonia"),
        ("file,pneumonia\n000.png,1\n000.png,0", "two things about one film"),
        ("file,pneumonia\n000.png,maybe", "neither 1/0"),
        ("file,pneumonia\nnone.png,1", "No line of the label file names a film"),
        ("", "no lines"),
    ],
)
def test_labels_that_can_not_be_used_are_told_before_a_run(opened, idle, tmp_path, text, said):
    folder, labels = write_cohort(tmp_path, positives=2, negatives=2)
    labels.write_text(text)
    dialog = opened()
    dialog.receive([folder, labels])
    idle(dialog)
    assert said in words(dialog.setup.look)
    assert not dialog.begin.isEnabled()


def test_an_age_that_can_not_be_read_waits(asked, idle):
    asked.setup.age.setText("three")
    idle(asked)
    assert asked.setup.age.toolTip() == "Write 3y, 18m or 10d."
    assert not asked.begin.isEnabled()


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


def test_a_run_can_be_stopped_and_tells_nothing(asked, idle, monkeypatch, qtbot):
    import threading

    began = threading.Event()

    def slow(_app, _film, *, context, **_how):
        began.set()
        while True:
            context.checkpoint()

    monkeypatch.setattr(images, "screen", slow)
    asked.begin.click()
    qtbot.waitUntil(began.is_set)
    assert not asked.setup.isEnabled()
    asked.work.stop.click()
    idle(asked)
    assert asked.answer is None
    assert asked.setup.isEnabled() and asked.begin.isEnabled()


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


def test_escape_stops_and_closes(asked, qtbot):
    asked.begin.click()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not asked.isVisible(), timeout=60000)


def test_everything_has_a_name(answered):
    from tests.gui.test_accessible import nameless

    assert nameless(answered) == []
    for place in range(answered.answer.tabs.count()):
        answered.answer.tabs.setCurrentIndex(place)
        assert nameless(answered) == []
