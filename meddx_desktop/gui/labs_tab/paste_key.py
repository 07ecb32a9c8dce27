"""The paste key inside a table, which the window would otherwise take for files."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence


def claims_paste(event: QEvent) -> bool:
    """Accept the paste key, unless files were copied; True where the event is done with."""
    claimed = (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Paste)
        and not QGuiApplication.clipboard().mimeData().hasUrls()
    )
    if claimed:
        event.accept()
    return claimed
