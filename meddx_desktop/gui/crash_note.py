"""Keeps the place of a crash below Python, where no exception tells, for the next start to say."""

import faulthandler
from contextlib import suppress
from pathlib import Path

from meddx_desktop.core.paths import private_folder

FILE = "crash.txt"
LAST = "crash-last.txt"


class CrashNote:
    """A file that only a crash leaves behind: names of functions and lines, no values.

    Parameters
    ----------
    folder
        Where the local log lies.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def from_last_time(self) -> bool:
        """Whether the program before this one crashed; its note is kept beside, for a helper."""
        try:
            if not self._path.stat().st_size:
                return False
            self._path.replace(self._path.with_name(LAST))
        except OSError:
            return False
        return True

    def open(self) -> None:
        """Begin. A folder that can't be written costs the note, not the program."""
        with suppress(OSError):
            private_folder(self._path.parent)
            # Kept open by the descriptor: the crash itself can open nothing any more.
            self._file = self._path.open("wb", buffering=0)
            self._path.chmod(0o600)
            faulthandler.enable(self._file)

    def close(self) -> None:
        """End well: whatever was noted on the way was no crash."""
        faulthandler.disable()
        with suppress(OSError, AttributeError):
            self._file.close()
            self._path.unlink(missing_ok=True)
