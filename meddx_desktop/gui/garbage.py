"""Python's collector of cycles, run on the window's thread alone.

A closed dialog is a cycle of Python and Qt objects. The collector runs wherever memory is asked
for, so a worker that reads a film could destroy such a dialog on its own thread, which Qt forbids:
the program would die some time later, somewhere else.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class CollectsHere(QObject):
    """Switches the automatic collector off and collects from the event loop instead.

    The thresholds of the collector stay: a look that finds too few new objects costs nothing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> None:
        """Collect the oldest generation that is due; those younger than it go along."""
        due = [
            generation
            for generation, (count, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > limit
        ]
        if due:
            gc.collect(max(due))

    def close(self) -> None:
        """Give the collector back to Python."""
        self._timer.stop()
        gc.enable()
