"""What the lock does to the window: away from the screen at once, then out of memory."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.gui.services import Services

if TYPE_CHECKING:
    from meddx_desktop.gui.main_window import MainWindow

log = logging.getLogger(__name__)


def hide_everything(keep: QWidget | None) -> list[QDialog]:
    """Hide every window but `keep` at once; returns the dialogs, which are still to be ended."""
    dialogs = []
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        after = QApplication.activePopupWidget()
        popup = after if after is not popup else None
    for widget in QApplication.topLevelWidgets():
        if widget is keep or not widget.isVisible():
            continue
        if isinstance(widget, QDialog):
            dialogs.append(widget)
        widget.hide()
    return dialogs


def drop(services: Services, window: "MainWindow", dialogs: list[QDialog]) -> None:
    """Hand in what is being typed, then forget everything that tells of a patient."""
    try:
        window.flush()
    except MedDxError as error:  # no room, or the case was signed: nothing may keep it open
        log.warning("what was typed last could not be kept", extra={"code": error.code})
    for dialog in dialogs:
        dialog.done(QDialog.DialogCode.Rejected)
    window.runner.cancel_all()
    services.upkeep.cancel_all()
    services.session.forget()
    services.notices.clear()
    services.watch.forget()
    window.retire()
    QPixmapCache.clear()
    _clear_clipboard()


def _clear_clipboard() -> None:
    """Only what this program put there; what belongs to others stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
