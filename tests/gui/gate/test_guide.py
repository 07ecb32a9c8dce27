"""Protects: whoever can't get in finds the guide, and a start loads no more than it shows."""

import subprocess
import sys

from PySide6.QtCore import Qt

from meddx_desktop.gui import app as start_up
from meddx_desktop.gui.dialogs.guide import GuideDialog

_BEHIND = ("meddx_desktop.gui.main_window", "meddx_desktop.core.assessment", "openpyxl", "fpdf")


def test_f1_opens_one_guide_before_anybody_is_in(start, locked_app, qtbot):
    gate = start(locked_app).gate.window
    for _ in range(2):
        qtbot.keyClick(gate, Qt.Key.Key_F1)
    (guide,) = gate.findChildren(GuideDialog)
    assert guide.isVisible() and not guide.isModal()


def test_the_gate_loads_nothing_of_what_is_behind_it():
    asked = "import sys, meddx_desktop.gui.app as app; "
    asked += f"early = [name for name in {_BEHIND!r} if name in sys.modules]; "
    asked += "app.load_what_is_behind().join(); "
    asked += f"late = [name for name in {_BEHIND[:2]!r} if name not in sys.modules]; "
    asked += "print(early, late)"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["[]", "[]"], ran.stdout


def test_loading_ahead_is_a_thread_that_never_holds_a_closing_program():
    thread = start_up.load_what_is_behind()
    assert thread.daemon
    thread.join()
