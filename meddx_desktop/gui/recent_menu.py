"""The menu of recent files, read from the store each time: nothing of them stays in the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from meddx_desktop.gui.intake import Intake


def fill(intake: Intake, menu: QMenu) -> None:
    """Name the files; each is opened again by its line."""
    menu.clear()
    recent = intake.recent
    for path in recent:
        action = menu.addAction(path.name)
        action.setToolTip(str(path))
        action.triggered.connect(partial(_open, intake, path))
    if not recent:
        words = QCoreApplication.translate("MainWindow", "None yet")
        menu.addAction(words).setEnabled(False)


def _open(intake: Intake, path: Path, _checked: bool = False) -> None:
    intake.open_paths([path])
