"""The seam between the operations and whatever keeps cases; here it is memory."""

import threading
from collections.abc import Iterator
from typing import Protocol

from meddx_desktop.core.domain.case import AuditEvent, Case


class CaseRepository(Protocol):
    """Keeps cases by their random id."""

    def save(self, case: Case) -> None:
        """Keep `case`, replacing the one of the same id."""

    def load(self, case_id: str) -> Case | None:
        """The case of that id, or None."""

    def all(self) -> Iterator[Case]:
        """Every case, oldest first."""

    def remove(self, case_id: str) -> None:
        """Forget a case; unknown ids are no error."""


class AuditSink(Protocol):
    """Takes audit events in order."""

    def append(self, event: AuditEvent) -> None:
        """Keep one event at the end of the trail."""


class MemoryCases:
    """Cases in memory, gone with the process. Thread-safe."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}
        self._lock = threading.Lock()

    def save(self, case: Case) -> None:
        """Keep `case`, replacing the one of the same id."""
        with self._lock:
            self._cases[case.case_id] = case

    def load(self, case_id: str) -> Case | None:
        """The case of that id, or None."""
        with self._lock:
            return self._cases.get(case_id)

    def all(self) -> Iterator[Case]:
        """Every case, oldest first, as they stand at the call."""
        with self._lock:
            return iter(list(self._cases.values()))

    def remove(self, case_id: str) -> None:
        """Forget a case; unknown ids are no error."""
        with self._lock:
            self._cases.pop(case_id, None)


class MemoryAudit:
    """The audit trail of a process that keeps nothing."""

    def __init__(self) -> None:
        self.events: list[AuditEvent] = []

    def append(self, event: AuditEvent) -> None:
        """Keep one event at the end of the trail."""
        self.events.append(event)
