"""What every dialog with a sheet of paper has: the sheet, and the language that it is in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTextBrowser

from meddx_desktop.gui import labels
from meddx_desktop.gui.labs_tab.shown import is_chinese


def language_choice(name: str) -> QComboBox:
    """English or Chinese, the window's own first; `name` is for who does not see it."""
    made = QComboBox()
    for code in ("en", "zh_CN"):
        made.addItem(labels.setting(code), code)
    made.setCurrentIndex(int(is_chinese()))
    made.setAccessibleName(name)
    return made


def sheet_view(name: str) -> QTextBrowser:
    """The sheet as it will be; nothing in it can be followed."""
    made = QTextBrowser()
    made.setProperty("role", "paper")
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setOpenLinks(False)
    return made
