"""Growing waits after wrong passphrases, kept across restarts.

A small file beside the keys counts failures for each user. It can't be authenticated, because no
key is at hand before a passphrase was right: who deletes or edits it only ends the wait, who
copies the key file tries elsewhere, and against both stands Argon2id. What the wait stops is
somebody guessing at the keyboard (SP 800-63B-4 section 3.2.2).
"""

import json
import time
from collections.abc import Callable
from pathlib import Path

from meddx_desktop.core.domain.people import name_key
from meddx_desktop.core.errors import StoreRefused
from meddx_desktop.core.safe_files import write_replacing
from meddx_desktop.core.store.disk import writing

FILE = "attempts.json"
FREE_TRIES = 3
LONGEST_S = 300.0
_MOST_COUNTED = 100
_LARGEST_FILE = 100_000


def wait_after(failures: int) -> float:
    """Seconds to wait after so many failures in a row: 0, 0, 0, 2, 4, 8 ... 300."""
    if failures <= FREE_TRIES:
        return 0.0
    return float(min(2.0 ** min(failures - FREE_TRIES, 30), LONGEST_S))


class Delays:
    """The failures of each user of one store.

    Parameters
    ----------
    folder
        Where the key file lies.
    clock
        Seconds since 1970; the wall clock, because the wait outlives a restart. Setting it
        forward ends a wait; setting it back starts the wait anew and never makes it longer.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE
        self._clock = clock

    def check(self, user: str) -> None:
        """Return if `user` may try now.

        Raises
        ------
        StoreRefused
            ``passphrase_wait`` with the seconds that are left.
        """
        left = self.remaining(user)
        if left > 0:
            raise StoreRefused("passphrase_wait", seconds=max(1, round(left)))

    def remaining(self, user: str) -> float:
        """Seconds until `user` may try again, at most 300."""
        records, key, now = self._load(), name_key(user), self._clock()
        failures, at = records.get(key, (0, now))
        if at > now:
            # The clock was set back: how long ago the failure was is unknown. Count from now.
            records[key] = (failures, now)
            self._save(records)
            at = now
        return max(0.0, wait_after(failures) - (now - at))

    def failed(self, user: str) -> None:
        """Count a failure. Called before the key is tried, so that a kill does not undo it."""
        records, key = self._load(), name_key(user)
        failures, _ = records.get(key, (0, 0.0))
        records[key] = (min(failures + 1, _MOST_COUNTED), self._clock())
        self._save(records)

    def succeeded(self, user: str) -> None:
        """Forget the failures of `user`."""
        records = self._load()
        if records.pop(name_key(user), None) is not None:
            self._save(records)

    def _load(self) -> dict[str, tuple[int, float]]:
        """What the file holds; a damaged one counts as none, as a deleted one does."""
        try:
            with self._path.open("rb") as file:
                content = json.loads(file.read(_LARGEST_FILE))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(content, dict):
            return {}
        return {user: _record(entry) for user, entry in content.items() if _sound(entry)}

    def _save(self, records: dict[str, tuple[int, float]]) -> None:
        with writing(self._path.parent):
            write_replacing(self._path, json.dumps(records).encode())


def _sound(entry: object) -> bool:
    return (
        isinstance(entry, list)
        and len(entry) == 2
        and all(type(part) in (int, float) and 0 <= part < 1e12 for part in entry)
    )


def _record(entry: list[float]) -> tuple[int, float]:
    return min(int(entry[0]), _MOST_COUNTED), float(entry[1])
