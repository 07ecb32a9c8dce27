"""Protects: tables stay aligned with Chinese names, and no name can break the terminal."""

import json
import sys

import pytest

from meddx_desktop.cli import output
from meddx_desktop.core.errors import CannotWrite


def test_wide_characters_count_as_two():
    lines = output.table([("王小东", "x"), ("abc", "y")], header=("name", "v"))
    assert lines == ["name    v", "------  -", "王小东  x", "abc     y"]


def test_control_characters_become_visible():
    assert output.printable("a\nb\x1b[31m\u202e") == "a\\nb\\x1b[31m\\u202e"


def test_progress_is_silent_in_a_pipe(capsys):
    progress = output.Progress()
    progress(1, 2)
    progress.clear()
    assert capsys.readouterr().err == ""


def test_progress_draws_a_bar_at_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    progress = output.Progress()
    progress(1, 2)
    assert "[############............] 1/2" in capsys.readouterr().err


def test_closed_streams_are_survived_and_a_full_one_is_told(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    output.say("nobody hears this")
    output.Progress()(1, 2)

    class Full:
        def write(self, text):
            raise OSError(28, "No space left on device")

    for stream in (Full(), None):
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(CannotWrite) as caught:
            output.line("lost")
        assert caught.value.code == "output_not_written"


def test_one_object_is_one_line_for_every_reader(capsys):
    """NEL and the separators of lines and paragraphs end a line for `str.splitlines` and others."""
    content = {"note": "one\x85two\u2028three\u2029four 李"}
    output.json_line(content)
    written = capsys.readouterr().out
    assert len(written.splitlines()) == 1
    assert (json.loads(written), "李" in written) == (content, True)
