"""Protects: after a crash the next start says so, once; after a good end nothing is said."""

import subprocess
import sys

from meddx_desktop.gui.crash_note import FILE, LAST, CrashNote

CRASH = """
import sys
from pathlib import Path
from meddx_desktop.gui.crash_note import CrashNote
import faulthandler
note = CrashNote(Path(sys.argv[1]))
note.open()
patient = "Li Xiaoyu"
if sys.argv[2] == "crash":
    faulthandler._sigsegv()
note.close()
"""


def _start(folder, how):
    return subprocess.run([sys.executable, "-c", CRASH, folder, how], check=False).returncode


def test_a_crash_is_told_once_and_holds_no_patients_words(tmp_path):
    assert _start(tmp_path, "crash") != 0
    assert CrashNote(tmp_path).from_last_time()
    assert not CrashNote(tmp_path).from_last_time()
    kept = (tmp_path / LAST).read_text()
    assert "Fatal Python error" in kept or "fatal exception" in kept
    assert "Xiaoyu" not in kept


def test_a_good_end_leaves_nothing(tmp_path):
    assert _start(tmp_path, "well") == 0
    assert not CrashNote(tmp_path).from_last_time()
    assert list(tmp_path.iterdir()) == []


def test_an_end_by_power_cut_is_no_crash(tmp_path):
    (tmp_path / FILE).write_bytes(b"")
    assert not CrashNote(tmp_path).from_last_time()


def test_a_folder_that_cannot_be_written_costs_the_note_only(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert _start(blocked / "inside", "well") == 0
