"""The window that is left when the program can't start or go on: what happened, and where to look.

It asks nothing of the rest of the window: no theme, no translation loaded, no store.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

_WORDS = {
    "en": (
        "MedDx Desktop had to stop.",
        "Something unexpected happened. Start the program again: saved records are safe, and what "
        "was being typed comes back after the sign-in.\n\nNothing was sent anywhere. If it happens "
        "again, show whoever looks after this computer the local log; no patient's words stand in "
        "it:\n\n{folder}",
        "Open the log's folder",
        "Close",
    ),
    "zh": (
        "MedDx Desktop 不得不停止。",
        "发生了意外情况。请重新启动程序：已保存的病例是安全的，正在输入的内容登录后会恢复。\n\n"
        "没有向任何地方发送任何内容。如再次发生，请把本地日志交给负责这台计算机的人查看，"
        "其中没有患者信息：\n\n{folder}",
        "打开日志文件夹",
        "关闭",
    ),
}
"""Both languages here: the file of translations may be what is broken."""


def make(folder: Path, language: str) -> QMessageBox:
    """The window, not yet shown; its first button opens the folder of the log."""
    title, words, look, close = _WORDS["zh" if language.startswith("zh") else "en"]
    box = QMessageBox()
    box.setWindowTitle("MedDx Desktop")
    box.setIcon(QMessageBox.Icon.Critical)
    box.setText(title)
    box.setInformativeText(words.format(folder=folder))
    opens = box.addButton(look, QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(box.addButton(close, QMessageBox.ButtonRole.AcceptRole))
    opens.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    return box


def show(folder: Path) -> None:
    """Tell it, and come back when the window was closed."""
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    box = make(folder, QLocale().name())
    box.exec()
    del qt
