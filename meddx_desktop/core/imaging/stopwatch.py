"""Milliseconds by stage; a stage inside another pauses the outer one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from meddx_desktop.core.domain.finding import Timing


class Stopwatch:
    """Adds up the time spent in the stages ``read``, ``preprocess`` and ``infer``."""

    def __init__(self, read_ms: float = 0.0) -> None:
        self._spent = {"read": read_ms, "preprocess": 0.0, "infer": 0.0}
        self._open: list[str] = []
        self._since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time inside the block for `name`."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def timing(self) -> Timing:
        """What was spent so far."""
        return Timing(**self._spent, total=sum(self._spent.values()))

    def _turn(self) -> None:
        now = time.perf_counter()
        if self._open:
            self._spent[self._open[-1]] += (now - self._since) * 1000.0
        self._since = now
