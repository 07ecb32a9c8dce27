"""Start-up of the window, as a list."""

import logging
import signal
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from meddx_desktop import __version__
from meddx_desktop.core import operations
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.logs import start_logging
from meddx_desktop.core.paths import RESOURCES, data_folder
from meddx_desktop.gui import labels
from meddx_desktop.gui.crash_note import CrashNote
from meddx_desktop.gui.desktop import Desktop
from meddx_desktop.gui.files import remember_no_folders
from meddx_desktop.gui.garbage import CollectsHere
from meddx_desktop.gui.notices import Notice, Severity
from meddx_desktop.gui.qt_messages import into_the_log
from meddx_desktop.gui.single_instance import SingleInstance

if TYPE_CHECKING:
    from meddx_desktop.core.operations.throw_away import ThrowAway

log = logging.getLogger(__name__)

_AFTER_PAINTING_MS = 100


def run(arguments: list[str], *, demo: bool = False) -> int:
    """Start the window and return the exit code when it closes.

    Parameters
    ----------
    arguments
        Files and folders to open.
    demo
        Open the demonstration films; nothing of this run is kept.
    """
    start_logging(data_folder())
    with into_the_log():
        return _run([Path(argument) for argument in arguments], demo=demo)


def _run(paths: list[Path], *, demo: bool) -> int:
    qt = make_qt()
    garbage = CollectsHere(qt)
    instance = SingleInstance(qt)
    if not demo and instance.hand_over(paths):
        return 0
    app = operations.open_application()
    thrown_away = _throw_away(app) if demo else None
    desktop = Desktop(qt, thrown_away.app if thrown_away else app, thrown_away=thrown_away)
    catch_bugs(desktop)
    crash = CrashNote(data_folder())
    if not demo:
        if crash.from_last_time():
            words = labels.sentence("crashed_last_time")
            desktop.services.notices.tell(Notice(words, Severity.WARNING))
        crash.open()
        instance.listen()
        instance.paths_received.connect(desktop.receive)
    if desktop.show() is None:
        QTimer.singleShot(_AFTER_PAINTING_MS, load_what_is_behind)
    desktop.receive(paths)
    if demo:
        desktop.open_demonstration()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = qt.exec()
    desktop.close()
    instance.close()
    if thrown_away is not None:
        thrown_away.close()
    garbage.close()
    if not demo:
        crash.close()
    return code


def _throw_away(app: operations.Application) -> "ThrowAway":
    """Make the store of the demonstration; what fills it is loaded for that alone."""
    from meddx_desktop.core.operations.throw_away import open_throw_away

    return open_throw_away(app)


def load_what_is_behind() -> threading.Thread:
    """Load the main window's modules while the passphrase is typed.

    They are half of what a start would load otherwise. Whoever is quicker waits for the rest.
    """
    loading = threading.Thread(
        target=import_module, args=("meddx_desktop.gui.main_window",), daemon=True
    )
    loading.start()
    return loading


def make_qt() -> QApplication:
    """The one QApplication, named so that the system files the window properly."""
    remember_no_folders()
    known = QApplication.instance()
    qt = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    qt.setApplicationName("meddx-desktop")
    qt.setApplicationDisplayName("MedDx Desktop")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("meddx-desktop")
    qt.setWindowIcon(QIcon(str(RESOURCES / "icons" / "meddx.svg")))
    qt.setQuitOnLastWindowClosed(False)
    return qt


def catch_bugs(desktop: Desktop) -> None:
    """Last resort: an unexpected exception is logged and told, and the program goes on."""

    def told(kind: type[BaseException], bug: BaseException, trace: object) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(bug, MedDxError):
            # A refusal that met nobody: a dialog that the lock ended under somebody's hand.
            failure = bug
            log.warning("untold failure", extra={"code": failure.code})
            desktop.services.main_thread.post(lambda: desktop.tell_untold(failure))
            return
        log.critical("bug", exc_info=bug)
        desktop.services.main_thread.post(lambda: desktop.services.tell_bug(bug))

    sys.excepthook = told
    threading.excepthook = lambda args: told(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
