"""Plays the frames of a film at the speed the file gives."""

from PySide6.QtCore import QObject, QTimer, Signal

_USUAL_MS = 100.0
_FASTEST_MS = 16


class Cine(QObject):
    """Asks for the next frame in even steps, and waits where a frame is late."""

    step = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self.is_waiting = False
        """Whether the frame asked for last is still on its way."""

    @property
    def is_playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    @property
    def interval_ms(self) -> int:
        """Time from frame to frame."""
        return self._timer.interval()

    def play(self, frame_time_ms: float | None) -> None:
        """Run at the file's speed, or at ten frames a second where it gives none."""
        wanted = frame_time_ms if frame_time_ms and frame_time_ms > 0 else _USUAL_MS
        self._timer.start(max(_FASTEST_MS, round(wanted)))

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()
        self.is_waiting = False

    def _tick(self) -> None:
        if not self.is_waiting:
            self.step.emit()
