"""What stands on the screen: the gate while nobody is in, the main window while somebody is."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from meddx_desktop.core import operations
from meddx_desktop.core.errors import MedDxError, NotPermitted, StoreRefused
from meddx_desktop.core.operations import cases, model_packs, screening, sign_in
from meddx_desktop.core.operations.intake import NOBODYS, Drop
from meddx_desktop.core.operations.sign_in import Welcome
from meddx_desktop.core.settings import Value
from meddx_desktop.gui import fonts, labels, messages, recovered, services, theme
from meddx_desktop.gui.gate import forget
from meddx_desktop.gui.gate.arrival import Arrival
from meddx_desktop.gui.gate.gate import Gate
from meddx_desktop.gui.gate.idle import Idle
from meddx_desktop.gui.notices import Notice, Severity
from meddx_desktop.gui.translation import Translation, language_for

if TYPE_CHECKING:
    from meddx_desktop.core.operations.throw_away import ThrowAway
    from meddx_desktop.gui.main_window import MainWindow

_BUSY_MS = 500
_IDLE = "idle"


class Desktop(QObject):
    """Holds the services, and what stands on the screen: the gate or the main window."""

    def __init__(
        self,
        qt: QApplication,
        app: operations.Application,
        *,
        thrown_away: "ThrowAway | None" = None,
    ) -> None:
        super().__init__(qt)
        self._qt = qt
        self._thrown_away = thrown_away
        self._translation = Translation(qt)
        self._family = fonts.load()
        self._paths: list[Path] = []
        self.services = services.build(app, self)
        self.services.intake.filed.connect(self._fill_demonstration)
        self.window: MainWindow | None = None
        passphrase = thrown_away.passphrase if thrown_away else ""
        self.gate = Gate(self.services, self, demonstration=passphrase)
        self.gate.entered.connect(self._entered)
        self.gate.made.connect(self._made)
        self.gate.half_in.connect(self._half_in)
        self.gate.closed.connect(qt.quit)
        self.gate.language_wanted.connect(self.show)
        self.gate.dropped.connect(self.receive)
        self.idle = Idle(app.access, self)
        self.idle.expired.connect(lambda: self.lock("idle"))
        self.idle.soon.connect(self._warn_of_lock)
        app.settings.on_change(self._setting_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def show(self) -> "MainWindow | None":
        """Dress the program anew and show what belongs there: the gate while nobody is in."""
        spoken = self._dress()
        if not self.services.app.access.is_open:
            self.gate.show()
            return None
        window = self._show_window()
        self._warn_at_start(language_missing=not spoken)
        return window

    def receive(self, paths: list[Path]) -> None:
        """Open what the system, or a second start, hands over; come to the front."""
        window = self.window or self.gate.window
        if self.window is not None:
            self._open(paths)
        else:
            self._paths.extend(paths)
            self.gate.tell_files(len(self._paths))
        if window is not None:
            window.raise_()
            window.activateWindow()

    def open_demonstration(self) -> None:
        """Open the films that ship with the program, with their notes and lab lines."""
        if self.window is not None:
            self.window.doings.open_demonstration()
        if self._thrown_away is not None:
            from meddx_desktop.core.operations.throw_away import add_others

            made = self._thrown_away
            self.services.door.submit("door", lambda _context: add_others(made))

    def lock(self, reason: str = "asked", *, switching: bool = False) -> None:
        """Off the screen at once; then what is typed is handed in, and the keys are wiped."""
        window, self.window = self.window, None
        access = self.services.app.access
        if window is None and not access.is_open:
            return
        self.idle.stop()
        dialogs = forget.hide_everything(keep=None)
        self.gate.show(locked=True, user="" if switching else access.user)
        self.gate.set_locking(True, self.tr("Locking…"))
        if window is not None:
            forget.drop(self.services, window, dialogs)
        waiting = self.services.queue.hide_names()
        self.services.door.submit(
            "door",
            lambda _context: sign_in.lock(self.services.app, waiting, reason=reason),
            on_end=self._locked,
        )

    def close(self) -> None:
        """Stop the workers, then lock: what waits goes on waiting in the store."""
        self.idle.stop()
        if self.window is not None:
            self.window.flush()
            self.window.runner.close()
        self.services.close()
        if self.services.app.access.is_open:
            sign_in.lock(self.services.app, reason="closed")
        self.services.app.access.close()
        self.gate.close()

    def tell_untold(self, failure: MedDxError) -> None:
        """A failure that nobody caught; of a locked store there is nothing to tell."""
        if self.window is not None or failure.code != "store_locked":
            self.services.notices.tell(messages.of_error(failure))

    def _dress(self) -> bool:
        """Language, colours, text size; False where the language is missing."""
        settings = self.services.app.settings
        language = language_for(settings.text("language"), QLocale.system())
        spoken = self._translation.use(language)
        theme.apply(
            self._qt,
            appearance=settings.text("appearance"),
            text_scale=int(settings.number("text_scale")),
            family=self._family,
        )
        return spoken

    def _show_window(self) -> "MainWindow":
        """A main window; the one before makes room, and so does the gate."""
        # Not with this module: the gate is to stand before all that is behind it has been loaded.
        from meddx_desktop.gui.main_window import MainWindow

        before, self.window = self.window, None
        if before is not None:
            before.retire()
        window = MainWindow(self.services)
        window.closed.connect(self._qt.quit)
        window.rebuild_wanted.connect(lambda: QTimer.singleShot(0, self.show))
        window.account.lock_wanted.connect(self.lock)
        window.account.switch_wanted.connect(partial(self.lock, switching=True))
        self.window = window
        window.show()
        self.gate.close()
        self.idle.listen_at(window.windowHandle())
        self.idle.start()
        return window

    def _entered(self, welcome: Welcome) -> None:
        window = self._show_window()
        role = self.services.app.access.role
        Arrival(self).tell(self.services.notices, welcome, role, window.account.new_recovery_key)
        self._go_on()
        if welcome.renewing:
            window.account.renew()

    def _made(self, reader: str) -> None:
        self._show_window()
        Arrival(self).after_set_up(self.services.notices, reader)
        self._go_on()

    def _go_on(self) -> None:
        """Films that wait for their screening, and files that waited for somebody to come."""
        self.services.door.submit(
            "door",
            lambda _context: screening.waiting(self.services.app),
            on_result=self.services.queue.resume,
            on_error=self.tell_untold,
        )
        recovered.tell(self.services)
        self.services.intake.tell_kept()
        self.services.watch.tell_kept()
        paths, self._paths = self._paths, []
        self._open(paths, dropped=NOBODYS)

    def _open(self, paths: list[Path], *, dropped: Drop | None = None) -> None:
        """Films to the worklist, packages of models to whoever may install them."""
        packs = [path for path in paths if path.suffix.lower() == model_packs.SUFFIX]
        self.services.intake.open_paths(
            [path for path in paths if path not in packs], dropped=dropped
        )
        for pack in packs:
            if self.window is not None:
                self.window.records.install_model(pack)

    def _half_in(self) -> None:
        """Nobody walks away from an open store, be it in the middle of the set-up."""
        if self.gate.window is not None:
            self.idle.listen_at(self.gate.window.windowHandle())
        self.idle.start()

    def _locked(self) -> None:
        self.gate.set_locking(False)
        sign_in.hand_back()  # the window's own cycles may still hold what it showed

    def _setting_changed(self, key: str, _value: Value) -> None:
        session = self.services.app.access.session
        if key == "auto_lock_minutes" and session is not None:
            session.wait(sign_in.idle_seconds(self.services.app.settings))

    def _warn_of_lock(self, on: bool) -> None:
        if on:
            words = self.tr("Nobody seems to be there: locking in half a minute. Press any key.")
            self.services.notices.tell(Notice(words, Severity.WARNING, group=_IDLE))
        else:
            self.services.notices.withdraw(_IDLE)

    def _fill_demonstration(self, case_id: str, _uid: str) -> None:
        try:
            case = cases.load(self.services.app, case_id)
            if case is None or not case.demonstration:
                return
            from meddx_desktop.core.operations import demo as demonstration

            demonstration.fill(self.services.app, case, language=QLocale().name()[:2])
        except (NotPermitted, StoreRefused):  # locked since the film was filed
            return
        self.services.session.refresh(case_id)

    def _scheme_changed(self) -> None:
        """The system went light or dark; wait until no dialog stands open."""
        if self.services.app.settings.text("appearance") != "auto" or self.window is None:
            return
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget():
            QTimer.singleShot(_BUSY_MS, self._scheme_changed)
            return
        self.show()

    def _warn_at_start(self, *, language_missing: bool) -> None:
        if language_missing:
            self._warn(labels.sentence("language_missing"))
        if not self._family:
            self._warn(labels.sentence("no_font"))

    def _warn(self, words: str) -> None:
        self.services.notices.tell(Notice(words, Severity.WARNING))
