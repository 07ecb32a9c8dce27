"""The licence texts of everything in the program, to be read there."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from meddx_desktop.core.paths import RESOURCES, ROOT
from meddx_desktop.gui import theme
from meddx_desktop.gui.dialogs.frame import Dialog

_OURS = RESOURCES / "licences"
_COLLECTED = ROOT / "licences" / "LICENCES.txt"
"""Made when the program is built; from source the list of what it stands on takes its place."""
_FROM_SOURCE = ("LICENSE", "THIRD_PARTY.md")


def texts() -> str:
    """The notice of the LGPL and how to replace its parts first, then all texts."""
    collected = [_COLLECTED] if _COLLECTED.is_file() else [ROOT / name for name in _FROM_SOURCE]
    parts = ("LGPL_NOTICE.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
    files: list[Path] = [_OURS / parts[0], *collected, *(_OURS / name for name in parts[1:])]
    return "\n\n\n".join(path.read_text(encoding="utf-8") for path in files if path.is_file())


class LicencesDialog(Dialog):
    """One long text, as it was written; licences are not translated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Licence texts"), parent)
        self.text = QPlainTextEdit(texts())
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.windowTitle())
        self.body.addWidget(self.text)
        self.add_close(self.tr("Close"))
        self.resize(theme.unit(110), theme.unit(80))
