"""A real drop from another process onto the real window, under a virtual display.

Needs Xvfb, openbox and xdotool (Debian packages of these names); started by `make test-drop`.
A second program offers a film as a drag source, xdotool moves the mouse, and this program checks
that the film, whose name has Chinese characters and a space, arrives, is screened and is shown.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NEEDED = ("Xvfb", "openbox", "xdotool")
PATIENCE_S = 60.0
SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mousePressEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication([])
source = Source("drag me", windowTitle="drag source")
source.setGeometry(10, 10, 140, 70)
source.show()
app.exec()
"""


def main() -> int:
    """Run the check; 0 when the film arrived and was screened."""
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    if missing:
        print(f"Install first: {' '.join(missing).lower()}")
        return 1
    if "MEDDX_DROP_INSIDE" not in os.environ:
        return _with_display()
    return _drop()


def _with_display() -> int:
    """Start the virtual display and this program inside it."""
    number = f":{os.getpid() % 10000 + 90}"
    server = subprocess.Popen(
        ["Xvfb", number, "-screen", "0", "1600x900x24"], stderr=subprocess.DEVNULL
    )
    environment = {
        **os.environ,
        "DISPLAY": number,
        "QT_QPA_PLATFORM": "xcb",
        "MEDDX_DROP_INSIDE": "1",
    }
    time.sleep(1.0)
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        return subprocess.run(
            [sys.executable, "-m", "tests.end_to_end.real_drop", *sys.argv[1:]], env=environment
        ).returncode
    finally:
        manager.terminate()
        server.terminate()


def _drop() -> int:
    from PySide6.QtCore import QCoreApplication

    from meddx_desktop.core import operations
    from meddx_desktop.core.operations.throw_away import open_throw_away
    from meddx_desktop.core.paths import RESOURCES
    from meddx_desktop.core.settings import Settings
    from meddx_desktop.gui.app import make_qt
    from meddx_desktop.gui.desktop import Desktop

    def spin(seconds: float, done=lambda: False) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until and not done():
            QCoreApplication.processEvents()
            time.sleep(0.01)
        return done()

    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "胸片 一.dcm"
        shutil.copy(RESOURCES / "demo/1-child-cough.dcm", film)
        thrown_away = open_throw_away(operations.open_application(settings=Settings()))
        desktop = Desktop(make_qt(), thrown_away.app, thrown_away=thrown_away)
        window = desktop.show()
        window.setGeometry(240, 60, 1300, 780)
        source = subprocess.Popen([sys.executable, "-c", SOURCE, str(film)])
        spin(3.0)
        target = window.geometry().center()
        mover = subprocess.Popen(["bash", "-c", moves(target.x(), target.y())])
        session = desktop.services.session
        arrived = spin(PATIENCE_S, lambda: bool(session.film and session.film.screenings))
        spin(1.0)
        if len(sys.argv) > 1:
            window.grab().save(sys.argv[1])
        mover.wait()
        source.terminate()
        name = session.film.instance.source.name if session.film else ""
        desktop.close()
    print(f"dropped: {name!r}, screened: {arrived}")
    return 0 if arrived and name == "胸片 一.dcm" else 1


def moves(x: int, y: int) -> str:
    """Press on the source, move to (x, y) in steps as a hand does, release there."""
    steps = [
        f"xdotool mousemove {80 + (x - 80) * i // 20} {60 + (y - 60) * i // 20}; sleep 0.05"
        for i in range(21)
    ]
    return "; ".join(
        [
            "xdotool mousemove 80 60",
            "sleep 0.3",
            "xdotool mousedown 1",
            "sleep 0.3",
            *steps,
            "sleep 0.3",
            "xdotool mouseup 1",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
