"""How long the window takes to be usable, from the start of the process; for `meddx bench`."""

import os
import sys
import time

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core import operations
from meddx_desktop.core.settings import Settings
from meddx_desktop.gui.app import Desktop, make_qt
from meddx_desktop.gui.qt_messages import into_the_log


def measure(started: float) -> float:
    """Show the empty window and return the seconds since `started` (as `time.time` has it)."""
    with into_the_log():
        desktop = Desktop(make_qt(), operations.open_application(settings=Settings()))
        window = desktop.show()
        while not window.windowHandle().isExposed():
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        taken = time.time() - started
        desktop.close()
        window.retire()
        QCoreApplication.processEvents()
    return taken


def run(argument: str) -> int:
    """Print the seconds since the moment that `argument` names."""
    sys.stdout.write(f"{measure(float(argument)):.3f}\n")
    sys.stdout.flush()
    os._exit(0)  # nothing was kept, and the time of closing down is not asked for
