"""Protects: films leave the window only after every changed frame was looked at by a person."""

from pathlib import Path

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.imaging import read
from meddx_desktop.core.operations import cases, deidentify_films
from meddx_desktop.gui.dialogs.deidentify_films import DeidentifyFilmsDialog
from tests import desks
from tests.data import films


class Found:
    """Writing that nobody had to look for."""

    def __init__(self, left, top, right, bottom, text, score=0.9):
        self.left, self.top, self.right, self.bottom = left, top, right, bottom
        self.text, self.score = text, score


WRITING = [Found(10, 6, 40, 16, "LI NA"), Found(4, 40, 10, 48, "R")]


@pytest.fixture(autouse=True)
def writing(monkeypatch):
    """What the networks find; they have tests of their own."""
    monkeypatch.setattr(deidentify_films, "_writing", lambda _frame: WRITING)


def _case(app, *datas):
    for number, data in enumerate(datas):
        film = read.open_bytes(data, Source(Path(f"/stick/{number}.dcm")))
        cases.file_film(app, film)
    with app.access.using(None) as desk:
        return next(iter(desk.store.cases.all()))


def _one(app, **values):
    return _case(app, films.film(PatientID="P-1", PatientName="Li^Na", **values))


def _open(qtbot, app, case):
    dialog = DeidentifyFilmsDialog(app, case)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.looked) and not dialog.work.busy)
    qtbot.waitUntil(lambda: dialog.pair._images is not None)
    return dialog


def test_it_shows_what_is_covered_and_writes_after_a_look(app, tmp_path, qtbot):
    dialog = _open(qtbot, app, _one(app))
    assert dialog.films.topLevelItem(0).text(1) == "1"
    lines = [dialog.places.topLevelItem(n) for n in range(dialog.places.topLevelItemCount())]
    assert [one.text(0) for one in lines] == ["LI NA", "R"]
    assert [one.checkState(0) for one in lines] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert not dialog._accept.isEnabled()
    dialog.looked_over.setChecked(True)
    assert dialog._accept.isEnabled()
    dialog.save(tmp_path / "out")
    qtbot.waitUntil(lambda: dialog.written is not None)
    (path,) = (tmp_path / "out").rglob("*.dcm")
    written = pydicom.dcmread(path)
    assert written.PatientID.startswith("ANON-") and dialog.count == 1
    assert (written.pixel_array[6:16, 10:40] == written.pixel_array.min()).all()
    assert "films_deidentified" in desks.actions(app)


def test_a_change_takes_back_what_was_said(app, qtbot):
    dialog = _open(qtbot, app, _one(app))
    dialog.looked_over.setChecked(True)
    dialog.places.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.looked_over.isChecked() and not dialog._accept.isEnabled()
    assert not dialog.looked[0].regions[0].covered
    assert dialog.films.topLevelItem(0).text(1) == "nothing"


def test_every_film_has_to_be_on_the_screen_first(app, qtbot):
    second = films.film(PatientID="P-1", PatientName="Li^Na", SOPInstanceUID="1.2.9")
    case = _case(app, films.film(PatientID="P-1", PatientName="Li^Na"), second)
    dialog = _open(qtbot, app, case)
    assert dialog.films.topLevelItemCount() == 2
    assert not dialog.looked_over.isEnabled()
    with qtbot.waitSignal(dialog.pair.shown):
        dialog.films.setCurrentItem(dialog.films.topLevelItem(1))
        assert not dialog.looked_over.isEnabled(), "asked for is not yet seen"
    assert dialog.looked_over.isEnabled()


def test_every_changed_frame_has_to_be_on_the_screen(app, qtbot):
    frames = np.stack([films.phantom(64, 48)] * 3)
    case = _case(app, films.film(frames, frames=3, PatientID="P-1", PatientName="Li^Na"))
    dialog = _open(qtbot, app, case)
    assert dialog.frame.isVisible() and not dialog.looked_over.isEnabled()
    for number in (2, 3):
        with qtbot.waitSignal(dialog.pair.shown):
            dialog.frame.setValue(number)
    assert dialog.looked_over.isEnabled()


def test_a_frame_that_was_passed_over_counts_as_not_seen(app, qtbot):
    frames = np.stack([films.phantom(64, 48)] * 3)
    case = _case(app, films.film(frames, frames=3, PatientID="P-1", PatientName="Li^Na"))
    dialog = _open(qtbot, app, case)
    with qtbot.waitSignal(dialog.pair.shown):
        dialog.frame.setValue(2)
        dialog.frame.setValue(3)
    assert not dialog.looked_over.isEnabled()


def _drag(pair, begin, end):
    for kind, where in (
        (QEvent.Type.MouseButtonPress, begin),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, where, where, left, left, Qt.KeyboardModifier.NoModifier)
        {
            QEvent.Type.MouseButtonPress: pair.mousePressEvent,
            QEvent.Type.MouseMove: pair.mouseMoveEvent,
            QEvent.Type.MouseButtonRelease: pair.mouseReleaseEvent,
        }[kind](event)


def test_a_place_is_drawn_and_a_mark_clicked(app, qtbot):
    dialog = _open(qtbot, app, _one(app))
    pair = dialog.pair
    place, scale = pair._place(0), pair._scale()

    def at(x, y):
        return QPointF(place.left() + x * scale, place.top() + y * scale)

    _drag(pair, at(20, 30), at(40, 50))
    drawn = dialog.looked[0].regions[-1]
    assert drawn.drawn and drawn.covered
    assert abs(drawn.left - 20) <= 1 and abs(drawn.bottom - 50) <= 1
    _drag(pair, at(12, 8), at(12, 8))
    assert not dialog.looked[0].regions[0].covered
    right = QPointF(pair.width() / 2, 0)
    _drag(pair, at(12, 8) + right, at(12, 8) + right)
    assert dialog.looked[0].regions[0].covered


def test_nothing_is_drawn_outside_of_the_film(app, qtbot):
    dialog = _open(qtbot, app, _one(app))
    drawn = []
    dialog.pair.drawn.connect(drawn.append)
    _drag(dialog.pair, QPointF(-50, -50), QPointF(5000, 5000))
    assert drawn == [QRect(0, 0, 48, 64)]


def test_options_reach_the_export(app, tmp_path, qtbot):
    dialog = _open(qtbot, app, _one(app, PatientAge="045Y", StudyDate="20240305"))
    dialog.options.dates.setCurrentIndex(1)
    dialog.options.characteristics.setChecked(True)
    dialog.looked_over.setChecked(True)
    dialog.save(tmp_path / "out")
    qtbot.waitUntil(lambda: dialog.written is not None)
    (path,) = (tmp_path / "out").rglob("*.dcm")
    written = pydicom.dcmread(path)
    assert written.PatientAge == "045Y" and written.StudyDate not in ("", "20240305")


def test_another_choice_of_markers_looks_anew(app, qtbot):
    dialog = _open(qtbot, app, _one(app))
    dialog.looked_over.setChecked(True)
    dialog.options.views.setChecked(True)
    qtbot.waitUntil(lambda: not dialog.work.busy)
    assert not dialog.looked_over.isChecked()


def test_a_folder_that_is_taken_is_told_and_nothing_written(app, tmp_path, qtbot):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine").write_text("x")
    dialog = _open(qtbot, app, _one(app))
    dialog.save(taken)
    qtbot.waitUntil(lambda: "already" in dialog.work._text.text() and not dialog.work.busy)
    assert dialog.written is None and [one.name for one in taken.iterdir()] == ["mine"]


def test_films_that_cannot_leave_are_named(app, qtbot, monkeypatch):
    def refuse(_frame):
        raise ModelRejected("model_damaged", name="find.onnx")

    case = _case(app, films.png(films.phantom(bits=8)))
    dialog = DeidentifyFilmsDialog(app, case)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "not DICOM" in dialog.work._text.text() and not dialog.work.busy)
    assert not dialog.looked_over.isEnabled()
    monkeypatch.setattr(deidentify_films, "_writing", refuse)
    other = DeidentifyFilmsDialog(app, _case(app, films.film(PatientID="P-9")))
    qtbot.addWidget(other)
    qtbot.waitUntil(lambda: not other.work.busy and bool(other.work._text.text()))


def test_the_menu_offers_it_where_there_is_a_film(window, parts, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "meddx_desktop.gui.records.DeidentifyFilmsDialog",
        lambda app, case, _parent: opened.append(case.case_id) or _Closed(),
    )
    assert not window.commands.export_films.isEnabled()
    parts.session.open_case(cases.create(parts.app).case_id)
    assert not window.commands.export_films.isEnabled()
    case = _one(parts.app)
    filed = next(one for one in _all(parts.app) if one.films)
    parts.session.open_case(filed.case_id)
    assert window.commands.export_films.isEnabled() and case
    window.commands.export_films.trigger()
    assert opened == [filed.case_id]


def _all(app):
    with app.access.using(None) as desk:
        return list(desk.store.cases.all())


class _Closed:
    written = None

    def exec(self):
        return 0
