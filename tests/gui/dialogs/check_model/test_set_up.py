"""Protects: films and labels are looked at before a run, and what is odd is told."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from meddx_desktop.core.operations import images
from tests.data.labelled import write_cohort, write_film
from tests.gui.dialogs.check_model.page import words


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


def test_escape_stops_and_closes(asked, qtbot):
    asked.begin.click()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not asked.isVisible(), timeout=60000)
