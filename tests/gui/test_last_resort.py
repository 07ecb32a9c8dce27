"""Protects: a program that can't start says so in a window, in the reader's language, and ends."""

import pytest
from PySide6.QtWidgets import QMessageBox

from meddx_desktop import __main__ as program
from meddx_desktop.gui import app, last_resort


@pytest.mark.parametrize(("language", "words"), [("en_US", "had to stop"), ("zh_CN", "不得不停止")])
def test_it_names_the_log_and_speaks_the_language(qtbot, tmp_path, language, words):
    box = last_resort.make(tmp_path, language)
    qtbot.addWidget(box)
    assert words in box.text()
    assert str(tmp_path) in box.informativeText()


def test_the_first_button_opens_the_folder_and_enter_closes(qtbot, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(last_resort.QDesktopServices, "openUrl", opened.append)
    box = last_resort.make(tmp_path, "en")
    qtbot.addWidget(box)
    for button in box.buttons():
        if box.buttonRole(button) is QMessageBox.ButtonRole.ActionRole:
            button.click()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    assert box.buttonRole(box.defaultButton()) is QMessageBox.ButtonRole.AcceptRole


def _broken(*_arguments, **_more):
    raise RuntimeError("no window today")


def test_a_start_that_fails_is_told_in_a_window(monkeypatch, own_data_folder):
    shown = []
    monkeypatch.setattr(app, "run", _broken)
    monkeypatch.setattr(last_resort, "show", shown.append)
    assert program.main([]) == 1
    assert shown == [own_data_folder]


def test_a_window_that_fails_too_leaves_a_line(monkeypatch, capsys, own_data_folder):
    monkeypatch.setattr(app, "run", _broken)
    monkeypatch.setattr(last_resort, "show", _broken)
    assert program.main([]) == 1
    told = capsys.readouterr().err
    assert told.startswith("meddx: ")
    assert "no window today" not in told


def test_the_command_line_gets_no_window(monkeypatch, capsys, own_data_folder):
    shown = []
    monkeypatch.setattr(last_resort, "show", shown.append)
    monkeypatch.setattr("meddx_desktop.cli.main", _broken)
    assert program.main(["doctor"]) == 1
    assert shown == []
    assert capsys.readouterr().err.startswith("meddx: ")
