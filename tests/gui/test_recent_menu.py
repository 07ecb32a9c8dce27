"""Protects: recent files are named from the store each time, and a line opens its own file."""

from pathlib import Path
from types import SimpleNamespace

from PySide6.QtWidgets import QMenu

from meddx_desktop.gui import recent_menu


def test_each_line_opens_its_own_file_and_nothing_of_the_last_time_stays(qtbot):
    opened = []
    intake = SimpleNamespace(
        recent=[Path("/a/one.dcm"), Path("/a/two.dcm")], open_paths=opened.append
    )
    menu = QMenu()
    qtbot.addWidget(menu)
    for _ in range(2):
        recent_menu.fill(intake, menu)
        assert [action.text() for action in menu.actions()] == ["one.dcm", "two.dcm"]
    for action in menu.actions():
        action.trigger()
    assert opened == [[Path("/a/one.dcm")], [Path("/a/two.dcm")]]
    intake.recent = []
    recent_menu.fill(intake, menu)
    [only] = menu.actions()
    assert only.text() == "None yet" and not only.isEnabled()
