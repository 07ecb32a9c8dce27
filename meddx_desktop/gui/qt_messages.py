"""Qt's own messages go to the local log instead of a terminal that nobody reads."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@contextmanager
def into_the_log() -> Iterator[None]:
    """Log what Qt says inside the block; its words are left out, they may hold a file's name."""

    def said(kind: QtMsgType, place: QMessageLogContext, _text: str) -> None:
        log.log(_LEVELS.get(kind, logging.DEBUG), "Qt message", extra={"stage": place.category})

    before = qInstallMessageHandler(said)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
