import os
import sys

from PySide6.QtGui import QImage

from meddx_desktop import __main__ as program
from meddx_desktop.core import operations
from meddx_desktop.core.operations import demo
from meddx_desktop.gui import picture


def test_the_window_is_drawn_with_the_demonstration(
    tmp_path, film, models, app, monkeypatch, qtbot
):
    app.access.close()
    monkeypatch.setattr(operations, "open_application", lambda **_: app)
    films = [film("high.dcm"), film("low.dcm", patient_id="P-2")]
    monkeypatch.setattr(demo, "open_demonstration", lambda _app: films)
    target = tmp_path / "out" / "window.png"
    assert picture.draw(target)
    drawn = QImage(str(target))
    assert (drawn.width(), drawn.height()) == (1366, 768)
    qtbot.wait(50)


def test_without_a_display_the_demonstration_is_drawn_off_screen(monkeypatch, tmp_path):
    """Qt ends the whole process where it finds no display: `meddx demo --out` broke off."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(sys, "platform", "linux")
    drawn_on = []

    def draw(target):
        drawn_on.append(os.environ["QT_QPA_PLATFORM"])
        return True

    monkeypatch.setattr(picture, "draw", draw)
    assert program._window_picture(tmp_path / "window.png")
    assert drawn_on == ["offscreen"]
