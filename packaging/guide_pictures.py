"""Draw the pictures of the user guide, in both languages, on the demonstration cases.

    QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/guide_pictures.py

Writes resources/guide/pictures/*.png, with few colours so that they stay small.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from meddx_desktop.core import operations  # noqa: E402
from meddx_desktop.core.operations import sign_in, worklist  # noqa: E402
from meddx_desktop.core.operations.throw_away import open_throw_away  # noqa: E402
from meddx_desktop.core.settings import Settings  # noqa: E402
from meddx_desktop.gui.app import make_qt  # noqa: E402
from meddx_desktop.gui.desktop import Desktop  # noqa: E402

PICTURES = ROOT / "resources" / "guide" / "pictures"
SIZE = (1280, 760)
WIDTH, COLOURS = 820, 96
PATIENCE_S = 180.0


def wait(done: Callable[[], bool]) -> None:
    """Let the program work until `done()`."""
    until = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > until:
            sys.exit("the program never got there")
        QCoreApplication.processEvents()
        time.sleep(0.01)


def settle(seconds: float = 1.0) -> None:
    """Let what is drawn late be drawn."""
    until = time.monotonic() + seconds
    wait(lambda: time.monotonic() > until)


def keep(widget: QWidget, name: str) -> None:
    """Write a small picture of a widget."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")  # type: ignore[call-overload]
    picture = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    height = round(picture.height * WIDTH / picture.width)
    picture = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
    picture.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)


def draw(qt: QApplication, language: str) -> None:
    """All pictures in one language."""
    settings = Settings()
    settings.set("language", language)
    thrown_away = open_throw_away(operations.open_application(settings=settings))
    desktop = Desktop(qt, thrown_away.app, thrown_away=thrown_away)
    window = desktop.show()
    assert window is not None
    window.showNormal()
    window.resize(*SIZE)
    desktop.open_demonstration()
    services = desktop.services
    wait(lambda: worklist.count(services.app) > 2)
    settle(3)
    wait(lambda: not (services.activity.running or services.queue.waiting))
    for place, name in enumerate(("window", "notes", "labs")):
        window.tabs.setCurrentIndex(place)
        settle(2)
        keep(window, f"{name}_{language}")
    desktop.close()
    window.retire()
    thrown_away.close()
    QCoreApplication.processEvents()


def draw_gate(qt: QApplication, language: str) -> None:
    """The page that asks who you are."""
    settings = Settings()
    settings.set("language", language)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MEDDX_DATA"] = folder
        app = operations.open_application(settings=settings)
        sign_in.set_up(app, "Li Min", "a long enough passphrase")
        sign_in.lock(app)
        desktop = Desktop(qt, app)
        desktop.show()
        gate = desktop.gate.window
        assert gate is not None
        settle(2)
        keep(gate, f"gate_{language}")
        desktop.close()
        gate.close()
        QCoreApplication.processEvents()


def main() -> None:
    """Draw everything."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    qt = make_qt()
    for language in ("en", "zh_CN"):
        draw(qt, language)
        draw_gate(qt, language)
    for path in sorted(PICTURES.glob("*.png")):
        print(f"{path.name}\t{path.stat().st_size / 1000:.0f} kB")
    os._exit(0)


if __name__ == "__main__":
    main()
